package houses

import "math/rand/v2"

// A style is how one magazine looks, drawn by its seed. Shapes hold {name},
// {section}, {title}, {page}, {magazine}, {issue} and {n} for the values.
type style struct {
	hant  bool // traditional characters
	news  bool // a newspaper: many columns, short pieces, bylines in the first sentence
	paper [2]float64
	// columns side by side; the margin round them and the gutter between them, in points
	columns        int
	margin, gutter float64

	size, leading float64 // of the text: points, and lines in sizes
	indent        float64 // of a paragraph, in ems
	apart         float64 // between paragraphs, in lines
	face, headFace, titleFace, smallFace,
	latin string

	title, titleBig float64 // sizes
	titleAlign      align
	heading         float64 // what headings are larger than the text, in points
	headingAlign    align
	headingBold     bool
	numbering       string // shape before headings that have no number of their own

	magazine, issue     string
	kicker, subtitle    string // shapes; "" for none
	byline, join        string
	bylinePlace         place
	behind              string // the byline where it stands behind the title
	second              string // a second line of the byline, such as who took the photographs
	lead, abstract      bool
	inline              string
	editor, end, source string
	caption, credit     string
	quote, boxes        bool
	notices, jumps      bool
	jumpTo, jumpFrom    string
	bullet              string
	opener              string

	cover     bool
	contents  contentsStyle
	colophon  bool
	heads     []string // of the running head, left to right; a lone one stands as headAlign says
	headAlign align
	folio     string
}

// contentsStyle is how the contents page looks.
type contentsStyle struct {
	none     bool
	heading  string
	section  string // shape of a column's name; "" for contents without
	row      string // shape: {title}, {author}, {page}, a tab where the row opens a gap, \n where it breaks
	by, join string
	indent   float64
	over     bool // the column's name stands in every row: 【{section}】
}

// An align is where a line stands in its measure.
type align int

const (
	left align = iota
	centre
	right
)

// A place is where an article says who wrote it.
type place int

const (
	under place = iota
	over
	inTitle
	foot
	first // in the first sentence
	nowhere
)

func oneOf[T any](rng *rand.Rand, list ...T) T { return list[rng.IntN(len(list))] }

func chance(rng *rand.Rand, p float64) bool { return rng.Float64() < p }

// between draws evenly from a range.
func between(rng *rand.Rand, lo, hi float64) float64 { return lo + rng.Float64()*(hi-lo) }

// draw makes a style. Every draw stands in a fixed order: a seed is a magazine.
func draw(rng *rand.Rand) style {
	s := style{news: chance(rng, .15), hant: chance(rng, .2)}
	s.page(rng)
	s.types(rng)
	s.headings(rng)
	s.words(rng)
	s.contents = drawContents(rng)
	if s.news && chance(rng, .8) {
		s.contents.none = true
	}
	if s.contents.none && s.bylinePlace == nowhere {
		s.bylinePlace = under
	}
	s.turn()
	return s
}

func (s *style) page(rng *rand.Rand) {
	s.paper = oneOf(rng, [2]float64{595, 842}, [2]float64{595, 808}, [2]float64{525, 737}, [2]float64{420, 595}, [2]float64{482, 680})
	s.columns = oneOf(rng, 1, 1, 2, 2, 2, 3, 3)
	if s.paper[0] < 500 {
		s.columns = oneOf(rng, 1, 1, 2)
	}
	if s.news {
		s.paper, s.columns = oneOf(rng, [2]float64{794, 1105}, [2]float64{709, 1020}), oneOf(rng, 4, 5)
	}
	s.margin, s.gutter = between(rng, 38, 66), between(rng, 12, 26)
}

func (s *style) types(rng *rand.Rand) {
	s.size, s.leading = between(rng, 9, 11.5), between(rng, 1.4, 1.9)
	if s.columns > 2 {
		s.size = between(rng, 8, 9.5)
	}
	s.indent = oneOf(rng, 2.0, 2, 2, 2, 2, 0)
	if s.indent == 0 && chance(rng, .8) {
		s.apart = between(rng, .4, 1)
	}
	faces := []string{"Song", "Hei", "Kai", "Ming", "FangSong"}
	s.face = oneOf(rng, "Song", "Song", "Song", "Ming", "Hei", "Kai")
	s.headFace, s.titleFace, s.smallFace = oneOf(rng, "Hei", "Hei", s.face, "Kai"), oneOf(rng, faces...), oneOf(rng, "Kai", "FangSong", "Hei", s.face)
	s.latin = oneOf(rng, "", "", "Serif", "Sans")
	s.title, s.titleBig = between(rng, 13, 18), between(rng, 20, 32)
	s.titleAlign, s.headAlign = oneOf(rng, left, left, centre, right), oneOf(rng, left, centre, right)
	s.heading, s.headingAlign, s.headingBold = oneOf(rng, 0.0, 0, .5, 1, 2, 3), oneOf(rng, left, left, centre), chance(rng, .6)
	s.heading = min(s.heading, s.title-1.5-s.size) // a heading is smaller than any title
}

func (s *style) headings(rng *rand.Rand) {
	s.kicker = oneOf(rng, "", "", "{section}", "{section}", "【{section}】", "〔{section}〕", "■ {section}", "{section} / 专栏", "◎{section}")
	s.subtitle = oneOf(rng, "——{}", "——{}", "—{}", "{}", "（{}）")
	s.byline = oneOf(rng, "{name}", "{name}", "文/{name}", "文 / {name}", "□ {name}", "◎{name}", "本刊记者 {name}", "撰文 {name}", "作者：{name}", "■ {name}",
		"{name}/文", "{name} 文", "文｜{name}", "（{name}）", "特约撰稿人 {name}", "采写 {name}", "作者/{name}", "○{name}", "口述：{name}")
	s.second = oneOf(rng, "", "", "", "", "编辑｜{name}", "摄影/{name}", "整理：{name}")
	s.behind = oneOf(rng, "{name}", "{name}", "（{name}）", "（文/{name}）", "文/{name}")
	s.join = oneOf(rng, " ", "　", "、", "  ")
	s.bylinePlace = oneOf(rng, under, under, under, under, over, inTitle, foot, nowhere)
	if s.news && chance(rng, .6) {
		s.bylinePlace = first
	}
	s.inline = oneOf(rng, "本报讯（记者 {name}）", "本报讯 （记者 {name}）", "本报3月5日讯（记者 {name}）", "据县广播站电（通讯员 {name}）", "（记者 {name}）")
	s.lead, s.abstract = chance(rng, .25), !s.news && s.columns < 3 && chance(rng, .14)
	s.numbering = oneOf(rng, "", "", "", "", "{n}、", "（{n}）", "{d}. ", "{d}．", "■ ", "★", "第{n}节　", "0{d} ")
	s.opener = oneOf(rng, "", "", "", "", "", "{section}", "· {section} ·")
}

func (s *style) words(rng *rand.Rand) {
	s.magazine = oneOf(rng, "渡口", "青溪月刊", "河岸", "长堤文艺", "水乡周报", "桥头学刊", "两岸生活", "乡音")
	s.issue = oneOf(rng, "2024年第5期", "2023·11", "2025.03", "2022年6月号", "2021年第12期 总第188期")
	s.editor = oneOf(rng, "", "", "（责任编辑：{name}）", "责任编辑/{name}", "［责编 {name}］", "编辑 {name}", "（编辑 {name}）", "■责编：{name}", "【责任编辑 {name}】")
	s.end = oneOf(rng, "", "", "", "■", "□", "◆", "●", "（完）", " ▲")
	s.source = oneOf(rng, "", "", "（摘自《{}》）", "来源：《{}》", "（原载《{}》2019年第3期）")
	s.caption = oneOf(rng, "{}", "{}", "▲ {}", "图{n} {}", "图{n}：{}", "↑{}", "◀{}")
	s.credit = oneOf(rng, "", "　{name}/摄", "（{name} 摄）", " 摄影/{name}", " 图/{name}", "（资料图片）")
	s.quote, s.boxes, s.notices, s.jumps = chance(rng, .25), chance(rng, .3), chance(rng, .3), chance(rng, .2) || s.news && chance(rng, .4)
	s.jumpTo, s.jumpFrom = oneOf(rng, "（下转第{page}页）", "（下转{page}版）", "▼下转第{page}页", "→下转{page}页"), oneOf(rng, "（上接第{page}页）", "（上接{page}版）", "▲上接第{page}页")
	s.bullet = oneOf(rng, "· ", "• ", "{n}. ", "（{n}）", "■ ", "")
	s.cover, s.colophon = !s.news && chance(rng, .85), chance(rng, .7)
	s.folio = oneOf(rng, "{page}", "{page}", "—{page}—", "· {page} ·", "- {page} -", "第{page}页", "P{page}", "{page}版")
	s.heads = oneOf(rng, nil, nil, []string{"{magazine}"}, []string{"{magazine}", "{issue}"}, []string{"{section}"}, []string{"{section}", "{magazine}"}, []string{"{title}"}, []string{"{issue}", "{title}"}, []string{"{section}", "{date}", "{magazine}"})
}

func drawContents(rng *rand.Rand) contentsStyle {
	c := contentsStyle{none: chance(rng, .08), heading: oneOf(rng, "目录", "目录", "目 录", "目次", "本期目录", "要目")}
	c.section = oneOf(rng, "{section}", "{section}", "·{section}·", "【{section}】", "■ {section}", "{section} ///", "", "")
	c.row = oneOf(rng, "{title}\t{page}", "{title} {author}\t{page}", "{title}\t{author} {page}", "{page} {title} {author}", "{page} {title}", "{page}\n{title}\n{author}", "{title}\n{author} {page}",
		"{title} / {author} / {page}", "{author}\t{title}\t{page}", "{title}{dots}{page}", "{title}{dots}{author}（{page}）", "{title} {author}", "{title}", "P{page} {title}", "{author}：{title} {page}", "{title}（{author}） {page}")
	c.by, c.join = oneOf(rng, "", "", "", "文/", "◎", "□ "), oneOf(rng, " ", "、", "　", "/")
	c.indent = oneOf(rng, 0.0, 0, 0, 1, 2)
	c.over = c.section == "" && chance(rng, .3)
	return c
}

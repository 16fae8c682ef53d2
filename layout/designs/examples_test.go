package designs_test

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/layout"
	"kanyin/layout/internal/picture"
)

// base is the page that most examples show: margins wide enough for a key to
// have room.
const base = `paper.trim = "大16开"
paper.inner = 24
body.lines = 42
columns.count = 2
columns.measure = 21
columns.gutter = 3
front = "cover"
stories.quotes = "own"`

func with(more ...string) string { return base + "\n" + strings.Join(more, "\n") }

// examples show every key.
var examples = map[string]example{
	"name":         {values: []string{`"house"`, `"book"`, `"newspaper"`, `"journal"`}, named: map[string]string{`"house"`: "house", `"book"`: "book", `"newspaper"`: "newspaper", `"journal"`: "journal"}, issue: several, look: begins("a01")},
	"writing":      {values: []string{`"horizontal"`, `"vertical"`}, named: map[string]string{`"horizontal"`: "house", `"vertical"`: "vertical"}, issue: one, look: begins("a01")},
	"accent":       {values: []string{"[178, 34, 40]", "[31, 110, 90]"}, with: base, issue: one, look: part("渡口的风", -4, -30, 80, 44)},
	"front":        {values: []string{`"cover"`, `"nameplate"`}, with: with("multiple = 1"), issue: several, look: whole(0)},
	"multiple":     {values: []string{"1", "4"}, with: base, issue: one, look: all},
	"kinsoku":      {values: []string{`"strict"`, `"basic"`}, with: with("columns.measure = 9", "columns.count = 4"), issue: dashes, look: part("他说", -12, -8, 48, 42)},
	"marks":        {values: []string{`"kaiming"`, `"full"`}, with: base, issue: one, look: part("河水今年来得早", -10, -5, 82, 26)},
	"hang":         {values: []string{"false", "true"}, with: with("columns.measure = 12", "columns.count = 3"), issue: dashes, look: part("他说", -12, -8, 62, 42)},
	"hidden_folio": {values: []string{"false", "true"}, with: base, issue: one, look: whole(2)},

	"paper.trim":   {values: []string{`"16开"`, `"大16开"`, `"A4"`}, with: "columns.count = 2\ncolumns.measure = 19\ncolumns.gutter = 2\npaper.inner = 20\nbody.lines = 38\nfront = \"cover\"", issue: one, look: begins("a01")},
	"paper.width":  {values: []string{"190", "230"}, with: with("paper.height = 285", "paper.inner = 14", `paper.trim = "A4"`), issue: one, look: begins("a01")},
	"paper.height": {values: []string{"260", "300"}, with: with("paper.width = 210", "body.lines = 38"), issue: one, look: begins("a01")},
	"paper.bleed":  {values: []string{"3", "8"}, with: base, issue: one, look: trim},
	"paper.inner":  {values: []string{"14", "36"}, with: base, issue: one, look: spread},
	"paper.top":    {values: []string{"27", "45"}, with: base, issue: one, look: spread},
	"paper.head":   {values: []string{"12", "21"}, with: base, issue: one, look: corner(0)},
	"paper.foot":   {values: []string{"8", "25"}, with: base, issue: one, look: corner(225)},

	"body.size":    {values: []string{"9", "10.5"}, with: with("body.leading = 16", "columns.measure = 20"), issue: one, look: part("河水今年来得早", -10, -5, 82, 40)},
	"body.leading": {values: []string{"14", "18"}, with: with("body.lines = 36"), issue: one, look: part("河水今年来得早", -10, -5, 82, 40)},
	"body.lines":   {values: []string{"32", "42"}, with: base, issue: one, look: begins("a01")},
	"body.indent":  {values: []string{"1", "2"}, with: base, issue: one, look: part("河水今年来得早", -10, -5, 82, 40)},

	"columns.count":   {values: []string{"2", "3"}, with: with("columns.measure = 13"), issue: one, look: begins("a01")},
	"columns.measure": {values: []string{"16", "21"}, with: base, issue: one, look: begins("a01")},
	"columns.gutter":  {values: []string{"2", "5"}, with: with("columns.measure = 20"), issue: one, look: begins("a01")},
	"columns.rule":    {values: []string{"false", "true"}, with: base, issue: one, look: begins("a01")},

	"short.count":   {values: []string{"3"}, with: with("short.measure = 13", "short.gutter = 3"), issue: pieces, look: begins("a01")},
	"short.measure": {values: []string{"13"}, with: with("short.count = 3", "short.gutter = 3"), issue: pieces, look: begins("a01")},
	"short.gutter":  {values: []string{"3"}, with: with("short.count = 3", "short.measure = 13"), issue: pieces, look: begins("a01")},
	"short.rule":    {values: []string{"false", "true"}, with: with("short.count = 3", "short.measure = 13", "short.gutter = 3"), issue: pieces, look: begins("a01")},

	"opening.align":    {values: []string{`"left"`, `"center"`}, with: base, issue: learned, look: begins("a01")},
	"opening.rule":     {values: []string{`"accent"`, `"hairline"`, `"none"`}, with: base, issue: two, look: begins("a02")},
	"opening.abstract": {values: []string{`"column"`, `"across"`}, with: base, issue: learned, look: begins("a01")},

	"opening.vary": {values: []string{`"none"`, `"length"`}, with: base, issue: several, look: begins("a05")},
	"opening.sink": {values: []string{"2", "8"}, with: base, issue: long, look: begins("a01")},

	"stories.beside": {values: []string{"1", "3"}, with: "paper.trim = \"tabloid\"\npaper.inner = 15\nbody.size = 9\nbody.leading = 13.5\nbody.lines = 80\ncolumns.count = 5\ncolumns.measure = 14\ncolumns.gutter = 2\nmultiple = 1\nfront = \"nameplate\"\nopening.rule = \"hairline\"", issue: several, look: whole(0)},
	"stories.fresh":  {values: []string{"false", "true"}, with: base, issue: two, look: inner},
	"stories.end":    {values: []string{`"square"`, `"none"`}, with: base, issue: one, look: part("守桥的老人都知道", -30, -12, 82, 30)},
	"stories.quotes": {values: []string{`"own"`, `"text"`}, with: base, issue: long, look: second},

	"pictures.beside": {values: []string{"12", "20"}, with: base, issue: portrayed, look: begins("a01")},

	"pictures.widest": {values: []string{`"page"`, `"spread"`}, with: with("columns.measure = 20", "multiple = 2"), issue: panorama, look: facing},

	"faces.body":    {values: []string{`"song"`, `"hei"`}, with: base, issue: one, look: part("河水今年来得早", -10, -5, 82, 26)},
	"faces.title":   {values: []string{`"song-bold"`, `"hei-bold"`}, with: base, issue: one, look: part("渡口的风", -4, -20, 82, 32)},
	"faces.heading": {values: []string{`"hei-bold"`, `"song-bold"`}, with: base, issue: one, look: part("守灯的人", -4, -12, 82, 30)},
	"faces.lead":    {values: []string{`"hei"`, `"kai"`}, with: base, issue: one, look: part("听水。", -10, -8, 82, 26)},
	"faces.quote":   {values: []string{`"kai"`, `"song"`}, with: base, issue: one, look: part("水退三尺", -14, -12, 82, 30)},

	"faces.code": {values: []string{`"code"`, `"hei"`}, with: base, issue: program, look: part("fn height", -16, -12, 82, 34)},

	"sizes.titles":     {values: []string{"[22, 18, 16]", "[36, 30, 26]"}, with: base, issue: one, look: part("渡口的风", -4, -20, 82, 32)},
	"sizes.subtitle":   {values: []string{"11", "16"}, with: base, issue: one, look: part("渡口的风", -4, -20, 82, 44)},
	"sizes.kicker":     {values: []string{"10", "15"}, with: base, issue: one, look: part("渡口的风", -4, -20, 82, 32)},
	"sizes.byline":     {values: []string{"9", "14"}, with: base, issue: one, look: part("渡口的风", -4, -20, 82, 48)},
	"sizes.heading":    {values: []string{"10.5", "15"}, with: base, issue: one, look: part("守灯的人", -4, -12, 82, 30)},
	"sizes.subheading": {values: []string{"9", "12"}, with: base, issue: one, look: part("一、点灯", -10, -12, 82, 30)},
	"sizes.small":      {values: []string{"7", "9.5"}, with: base, issue: one, look: part("①水文站", -6, -14, 82, 24)},
	"sizes.head":       {values: []string{"7", "11"}, with: base, issue: one, look: corner(0)},
	"sizes.folio":      {values: []string{"8", "14"}, with: base, issue: one, look: corner(225)},
	"sizes.code":       {values: []string{"7", "9.5"}, with: base, issue: program, look: part("fn height", -16, -12, 82, 34)},
}

// mm is a millimetre, in Lengths.
const mm = 72 * layout.Point * 10 / 254

// A look picks what an example shows of a document.
type look = func(*layout.Document) ([]int, picture.View)

func whole(n int) look {
	return func(*layout.Document) ([]int, picture.View) { return []int{n}, picture.View{} }
}

// trim looks at the cover's edge, where its colour goes over the trim.
func trim(*layout.Document) ([]int, picture.View) {
	return []int{0}, picture.View{X: -12 * mm, Y: 85 * mm, Width: 60 * mm, Height: 30 * mm}
}

func all(doc *layout.Document) ([]int, picture.View) {
	var list []int
	for i := range doc.Pages {
		list = append(list, i)
	}
	return list, picture.View{}
}

// pageOf is the page that an article begins on.
func pageOf(doc *layout.Document, article string) int {
	for i := range doc.Pages {
		for _, a := range doc.Pages[i].Anchors {
			if a.Name == article {
				return i
			}
		}
	}
	panic("no page begins " + article)
}

func begins(article string) look {
	return func(doc *layout.Document) ([]int, picture.View) {
		return []int{pageOf(doc, article)}, picture.View{}
	}
}

// spread looks at the first pages that face each other and hold the text.
func spread(doc *layout.Document) ([]int, picture.View) {
	n := pageOf(doc, "a01")
	if n%2 == 0 {
		n--
	}
	return []int{n, n + 1}, picture.View{}
}

// facing looks at the two pages that the second article begins on.
func facing(doc *layout.Document) ([]int, picture.View) {
	n := pageOf(doc, "a02")
	return []int{n, n + 1}, picture.View{}
}

// inner looks at all pages between contents and back cover.
func inner(doc *layout.Document) ([]int, picture.View) {
	var list []int
	for i := pageOf(doc, "a01"); i <= pageOf(doc, "a02"); i++ {
		list = append(list, i)
	}
	return list, picture.View{}
}

// second looks at the page after the one that the article begins.
func second(doc *layout.Document) ([]int, picture.View) {
	return []int{pageOf(doc, "a01") + 1}, picture.View{}
}

// corner looks at the outer part of the article's second page, from a height
// in millimetres on.
func corner(top layout.Length) look {
	return func(doc *layout.Document) ([]int, picture.View) {
		n := pageOf(doc, "a01") + 1
		v := picture.View{Y: top * mm, Width: 90 * mm, Height: 60 * mm}
		if n%2 == 0 {
			v.X = doc.Pages[n].Width - v.Width
		}
		return []int{n}, v
	}
}

// part looks at what stands around the first line that has the words; the
// numbers are millimetres, from the words' beginning on the baseline.
func part(words string, x, y, wide, high layout.Length) look {
	return func(doc *layout.Document) ([]int, picture.View) {
		for i := range doc.Pages {
			for _, t := range doc.Pages[i].Texts {
				at := strings.Index(string(t.Runes), words)
				if at < 0 || i == 0 || doc.Elements[t.Element].Tag == "Link" {
					continue
				}
				left := t.X
				for k := range []rune(string(t.Runes)[:at]) {
					left += t.Advances[k]
				}
				return []int{i}, picture.View{X: left + x*mm, Y: t.Y + y*mm, Width: wide * mm, Height: high * mm}
			}
		}
		panic("no line has " + words)
	}
}

const (
	river = "河水今年来得早，渡口的木船都上了岸。早市照样开，卖藕的人坐在石阶上，把泥洗掉，一节一节摆好。孩子们放学绕路来看水，谁也不说话。"
	lamp  = "到了傍晚，风从对岸过来，带着稻草的味道，桥上的灯一盏一盏亮了，守桥的老人收起凳子，慢慢走回家去。灯不是为走路的人点的，是为看水的人点的。"
	ruler = "码头的石墙上有一把尺，一格一寸，从水底一直刻到茶馆的窗台。最高的一道横线旁边凿着年份，最低的一道旁边也凿着年份。"
)

// of makes an issue with a name and some articles.
func of(articles ...issue.Article) *issue.Issue {
	iss := &issue.Issue{Meta: issue.Meta{Title: "芦津", Year: 2025, Number: 3, Language: "zh-Hans", ISSN: "9999-9994"}, Articles: articles}
	for i := range iss.Articles {
		iss.Articles[i].ID = "a0" + string(rune('1'+i))
	}
	return iss
}

func article(section, title string, blocks ...issue.Block) issue.Article {
	return issue.Article{Section: section, Title: title, Blocks: append([]issue.Block{{Kind: issue.Title, Text: title}}, blocks...)}
}

func say(kind issue.Kind, text string) issue.Block {
	return issue.Block{Kind: kind, Text: text, Level: 1}
}

// prose is some paragraphs.
func prose(n int) []issue.Block {
	var list []issue.Block
	for i := range n {
		list = append(list, say(issue.Paragraph, []string{river, lamp, ruler}[i%3]+[]string{ruler, river, lamp}[i%3]))
	}
	return list
}

func ferry() issue.Article {
	a := issue.Article{Section: "河与镇", Title: "渡口的风", Blocks: []issue.Block{
		say(issue.Kicker, "六月，芦河进了汛"), say(issue.Title, "渡口的风"), say(issue.Subtitle, "浮桥边上的一天"), say(issue.Byline, "林小河"),
		say(issue.Paragraph, river), say(issue.Paragraph, lamp),
		{Kind: issue.Paragraph, Text: "听水。老人们说，今年的水早了十天①。" + ruler, Lead: "听水。"},
		say(issue.Heading, "守灯的人"),
		{Kind: issue.Heading, Text: "一、点灯", Level: 2},
		say(issue.Paragraph, lamp+river),
		{Kind: issue.Paragraph, Form: issue.Quotation, Text: "水退三尺，街长三丈；水涨三尺，街退三丈。"},
	}}
	a.Blocks = append(a.Blocks, prose(16)...)
	a.Blocks = append(a.Blocks, say(issue.Paragraph, "这些事，守桥的老人都知道。"), say(issue.Note, "①水文站的记录自一九五三年起。"))
	return a
}

func one() *issue.Issue { return of(ferry()) }

func two() *issue.Issue {
	return of(article("河与镇", "水位", prose(7)...), article("手艺", "补船记", prose(4)...))
}

func several() *issue.Issue {
	return of(ferry(), article("手艺", "补船记", prose(5)...), article("手艺", "一杆老秤", prose(3)...),
		article("文艺", "外婆的坛子", prose(4)...), article("文艺", "六月物候", prose(2)...), article("读者", "书会自己回来", prose(3)...))
}

// long is an article of a few pages without a heading or a picture.
func long() *issue.Issue { return of(article("河与镇", "水位", prose(34)...)) }

// portrayed is an article with a tall picture.
func portrayed() *issue.Issue {
	blocks := append(prose(2), say(issue.Figure, ""), say(issue.Caption, "守桥人老周。四十年里，他只离开过桥头两次。"))
	blocks[2].Picture = "portrait.jpg"
	iss := of(article("河与镇", "桥上的人", append(blocks, prose(9)...)...))
	iss.Pictures = []issue.Picture{{Name: "portrait.jpg", Width: 900, Height: 1200}}
	return iss
}

// panorama is a long article with a very wide picture, after a short one.
func panorama() *issue.Issue {
	blocks := append([]issue.Block{say(issue.Figure, ""), say(issue.Caption, "清晨六点，雾还没有散。")}, prose(26)...)
	blocks[0].Picture = "river.jpg"
	iss := of(article("河与镇", "桥上的人", prose(10)...), article("河与镇", "渡口的风", blocks...))
	iss.Pictures = []issue.Picture{{Name: "river.jpg", Width: 5200, Height: 1900}}
	return iss
}

// learned is an article of a journal.
func learned() *issue.Issue {
	return of(article("研究", "水位年际变化与渡口街市的朝向", append([]issue.Block{
		say(issue.Byline, "杜若　石榴"), say(issue.Affiliation, "芦津大学地理系，芦津 999900"),
		say(issue.Abstract, "摘要："+ruler+river), say(issue.Abstract, "关键词：渡口；聚落形态；水位"),
	}, prose(8)...)...))
}

// dashes is a text whose lines want to begin with marks.
func dashes() *issue.Issue {
	return of(article("河与镇", "渡口", say(issue.Paragraph, strings.Repeat("他说，水来了——来得很早；人走了……走得很慢。", 12))))
}

// program is an article that shows code.
func program() *issue.Issue {
	return of(article("河与镇", "水位", say(issue.Paragraph, ruler),
		say(issue.Code, "fn height(mark: u32) -> u32 {\n    mark * 10 // 一格一寸\n}"), say(issue.Paragraph, lamp)))
}

// pieces is short news.
func pieces() *issue.Issue {
	a := article("镇事", "六月镇事")
	for _, title := range []string{"早市改在桥东", "新闸启用", "书站换书", "石尺重刻", "渡船检修", "夜班车加开"} {
		a.Blocks = append(a.Blocks, say(issue.Heading, title), say(issue.Paragraph, river), say(issue.SourceNote, "（镇志办供稿）"))
	}
	return of(a)
}

package manuscript

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"kanyin/issues/reconstruct/names"
	"kanyin/issues/source"
)

// Infer gives every paragraph without a role the one that its look and its
// place stand for. What a style says is never changed, but that headings of the
// first level are titles where a manuscript has no others.
func (d *Document) Infer() {
	b := bodyOf(d.Paragraphs)
	d.markedLines()
	d.levels(b)
	d.titles(b)
	heads := d.headings(b)
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		if p.Role != source.NoRole {
			continue
		}
		switch {
		case p.Box:
			p.Role = source.BoxRole
		case d.captions(i, b):
			p.Role = source.CaptionRole
		case heads[i] != source.NoRole:
			p.Role = heads[i]
		default:
			p.Role = source.ParagraphRole
		}
	}
	d.references()
}

// A body is the look that most of the text has.
type body struct {
	size float32
	face string
}

// apart tells a line that is set in another way than the body.
func (b body) apart(p *Paragraph) bool {
	return p.Face != b.face || p.Size != b.size || p.Align == source.AlignCentre || p.Align == source.AlignRight
}

func bodyOf(ps []Paragraph) body {
	weight := map[body]int{}
	var best body
	for i := range ps {
		p := &ps[i]
		if p.Level > 0 || p.Role != source.NoRole && p.Role != source.ParagraphRole {
			continue
		}
		b := body{p.Size, p.Face}
		if weight[b] += utf8.RuneCountInString(p.Text()); weight[b] > weight[best] || best == (body{}) {
			best = b
		}
	}
	return best
}

// Marks that say what a line is, whatever it looks like.
var (
	editorLine   = regexp.MustCompile(`^[（(\[［【]?(本期|本文|本版)?(责任编辑|责编|编辑|美术编辑|校对|編輯|責任編輯)[:：／/丨| ]`)
	sourceLine   = regexp.MustCompile(`^[（(\[［【]?(摘自|选自|转自|原载|来源|据|供稿|選自|來源)[:：《“「]`)
	abstractLine = regexp.MustCompile(`^[【［\[]?(摘\s*要|内容提要|关键词|關鍵詞|提要|Abstract|Keywords?)[】］\]]?[:：]?\s*\S`)
	authorLine   = regexp.MustCompile(`^[（(【［\[*]?(作者(简介|单位|系|为|是|:|：|單位|簡介)|收稿日期|基金项目|基金項目|通讯作者|通訊作者|通信作者)`)
	captionLine  = regexp.MustCompile(`^[▲△▼◀▶↑↓←→]|^图(为|一|二|三|\s*\d|[:：])|^[（(]?图[:：／/]|(摄|攝|供图|绘|摄影)[）)]?$`)
	noteLine     = regexp.MustCompile(`^([①-⑳]|\[\d{1,3}\]|［\d{1,3}］|注[:：释])`)
	kickerLine   = regexp.MustCompile(`^[——─－-]{2}`)
)

// markedLines gives roles to lines that say themselves what they are.
func (d *Document) markedLines() {
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		text := strings.TrimSpace(p.Text())
		if p.Role != source.NoRole || p.Level > 0 || utf8.RuneCountInString(text) == 0 {
			continue
		}
		short := utf8.RuneCountInString(text) <= 30
		switch {
		case short && editorLine.MatchString(text):
			p.Role = source.EditorRole
		case short && sourceLine.MatchString(text) && i > len(d.Paragraphs)/2:
			p.Role = source.SourceRole
		case abstractLine.MatchString(text) && i < 12:
			p.Role = source.AbstractRole
		case authorLine.MatchString(text):
			p.Role = source.AffiliationRole
		}
	}
}

// levels makes headings of outline levels. Levels that come before any title
// role: the first is the title where it stands alone or where every article of
// the manuscript has one; a title that is merely large and stands before it
// makes it a heading.
func (d *Document) levels(b body) {
	titled, top, count := false, 99, 0
	firstAt := -1
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		titled = titled || p.Role == source.TitleRole
		switch {
		case p.Level == 0:
		case p.Level < top:
			top, count = p.Level, 1
			if firstAt < 0 || p.Level == 1 {
				firstAt = i
			}
		case p.Level == top:
			count++
		}
	}
	if count == 0 {
		return
	}
	large := !titled && d.titleBefore(firstAt, b) >= 0
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		if p.Level == 0 || p.Role != source.NoRole {
			continue
		}
		depth := p.Level - top // below the shallowest
		switch {
		case !titled && !large && depth == 0 && (count == 1 && d.first(i) || count > 1 && top == 1 && d.first(firstAt)):
			p.Role = source.TitleRole
		case !titled && !large && d.first(firstAt):
			p.Role = headingRole(depth - 1)
		default:
			p.Role = headingRole(depth)
		}
	}
}

func headingRole(depth int) source.Role {
	if depth <= 0 {
		return source.HeadingRole
	}
	return source.HeadingRole2
}

// first tells whether hardly anything stands before a paragraph: no text of
// the body.
func (d *Document) first(i int) bool {
	for k := 0; k < i; k++ {
		if utf8.RuneCountInString(d.Paragraphs[k].Text()) > longTitle {
			return false
		}
	}
	return true
}

// longTitle is the length that no title of a periodical exceeds in one line.
const longTitle = 45

// titleBefore finds a line before paragraph i that is set as a title.
func (d *Document) titleBefore(i int, b body) int {
	for k := 0; k < i; k++ {
		if p := &d.Paragraphs[k]; p.Role == source.NoRole && p.Level == 0 && d.titleLike(p, b) {
			return k
		}
	}
	return -1
}

// titleLike tells a line that is larger than the body, or centred and in
// another face.
func (d *Document) titleLike(p *Paragraph, b body) bool {
	text := strings.TrimSpace(p.Text())
	if p.Box || utf8.RuneCountInString(text) > longTitle || endsSentence(text) {
		return false
	}
	return p.Size > 1.25*b.size || p.Align == source.AlignCentre && (p.Size > 1.05*b.size || p.Bold || p.Face != b.face)
}

// endsSentence tells text that ends as a sentence of the body does. A title may
// ask or cry out.
func endsSentence(s string) bool {
	return strings.HasSuffix(strings.TrimRight(s, "”’」』）)"), "。") || strings.HasSuffix(s, "；") || strings.HasSuffix(s, "，") || strings.HasSuffix(s, "：")
}

// titles finds the titles of a manuscript without styles, and reads what stands
// around each: kicker, subtitle, byline, standfirst.
func (d *Document) titles(b body) {
	ps := d.Paragraphs
	has := false
	for i := range ps {
		has = has || ps[i].Role == source.TitleRole
	}
	if !has {
		d.findTitles(b)
	}
	for i := 0; i < len(ps); i++ {
		if ps[i].Role == source.TitleRole {
			i = d.heading(i, b)
		}
	}
}

// findTitles marks the lines that are set largest: at the head, and again
// wherever a line is set like the first and no heading could be.
func (d *Document) findTitles(b body) {
	ps := d.Paragraphs
	best := -1
	for i := range ps {
		if utf8.RuneCountInString(ps[i].Text()) > longTitle || i > 12 {
			break
		}
		if ps[i].Role == source.NoRole && ps[i].Level == 0 && d.titleLike(&ps[i], b) && (best < 0 || ps[i].Size > ps[best].Size) {
			best = i
		}
	}
	if best < 0 { // nothing is set apart: a short first line is the title
		for i := range ps {
			if ps[i].Role == source.NoRole && !ps[i].Box {
				if text := strings.TrimSpace(ps[i].Text()); utf8.RuneCountInString(text) <= longTitle && !endsSentence(text) && i < len(ps)-1 {
					ps[i].Role = source.TitleRole
				}
				return
			}
		}
		return
	}
	title := ps[best]
	ps[best].Role = source.TitleRole
	// Another article in the same manuscript has a title that is set likewise.
	for i := best + 1; i < len(ps); i++ {
		p := &ps[i]
		if p.Role == source.NoRole && p.Level == 0 && p.Size == title.Size && p.Face == title.Face && p.Align == title.Align && p.Bold == title.Bold && title.Size > 1.25*b.size {
			p.Role = source.TitleRole
		}
	}
}

// heading reads the lines around the title at i and gives the last of them.
func (d *Document) heading(i int, b body) int {
	ps := d.Paragraphs
	// What stands over the title is a kicker at the head of the manuscript, and
	// further down where it is set apart from the text before.
	if i > 0 && ps[i-1].Role == source.NoRole && ps[i-1].Level == 0 && !ps[i-1].Box && (i == 1 || b.apart(&ps[i-1])) && utf8.RuneCountInString(ps[i-1].Text()) <= longTitle && !endsSentence(ps[i-1].Text()) {
		ps[i-1].Role = source.KickerRole
	}
	last := i
	byline := false
	for k := i + 1; k < len(ps) && k <= i+6; k++ {
		p := &ps[k]
		text := strings.TrimSpace(p.Text())
		n := utf8.RuneCountInString(text)
		if p.Role == source.BylineRole || p.Role == source.SubtitleRole || p.Role == source.AbstractRole || p.Role == source.LeadRole || p.Role == source.TitleRole {
			byline = byline || p.Role == source.BylineRole
			last = k
			continue
		}
		if p.Role != source.NoRole || p.Level > 0 || p.Box {
			break
		}
		switch {
		case !byline && n <= longTitle && kickerLine.MatchString(text):
			p.Role = source.SubtitleRole
		case !byline && isByline(text, b.apart(p), k == last+1):
			p.Role, byline = source.BylineRole, true
		case !byline && n <= longTitle && p.Align == source.AlignCentre && p.Size > 1.05*b.size && !endsSentence(text):
			p.Role = source.SubtitleRole
		case k == last+1 && n > 20 && p.Face != b.face && (p.Size == b.size || p.Face != "") && endsSentence(text) && d.bodyFollows(k, b):
			p.Role = source.LeadRole
		default:
			return last
		}
		last = k
	}
	return last
}

// bodyFollows tells whether text of the body comes next: a standfirst in a face
// of its own is followed by it, a body in several faces is not.
func (d *Document) bodyFollows(i int, b body) bool {
	return i+1 < len(d.Paragraphs) && d.Paragraphs[i+1].Face == b.face
}

var (
	bylineMark = regexp.MustCompile(`^[□■◇◆○●◎☆★▲△※]|^(文|作者|文字|口述|撰文|采写|整理|记者|通讯员|撰稿|图文)\s*[:：／/丨|·]|^(本刊|本报|特约|见习|实习|新华社|全媒体)*(记者|通讯员|特派员|评论员|編輯部|编辑部)|^(by|By|BY)\s|[／/]\s*(文|图文|撰文|口述)$`)
	nameOnly   = regexp.MustCompile(`^(\p{Han}{2,4}|\p{Han}[ \x{3000}]{1,2}\p{Han}|\p{Han}{1,6}·\p{Han}{1,6})([ \x{3000}、，,]+(\p{Han}{2,4}|\p{Han}[ \x{3000}]{1,2}\p{Han}))*$`)
)

// isByline tells a line that says who wrote. Names without a mark are believed
// where the line is set apart, and right under the title where all of them begin
// with surnames.
func isByline(text string, apart, under bool) bool {
	if utf8.RuneCountInString(text) > 40 || strings.ContainsAny(text, "。！？") {
		return false
	}
	if bylineMark.MatchString(text) || apart && nameOnly.MatchString(text) {
		return true
	}
	list := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \u3000、，,", r) })
	return under && len(list) > 0 && !slices.ContainsFunc(list, func(s string) bool { return !names.Known(s) })
}

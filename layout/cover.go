package layout

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"kanyin/issues/issue"
	"kanyin/layout/cjk"
	"kanyin/layout/paragraph"
)

// The cover's proportions, in thousandths of the page's height.
const (
	coverGround = 335 // where the coloured ground begins; it goes on to the foot
	coverStory  = 395 // where the cover story begins
	coverFoot   = 800 // where the teasers end: what is below belongs to the imprint
	coverTitle  = 600 // the title's largest size, in thousandths of the ground's beginning
	teaserLimit = 6   // more teasers are a second contents
)

// drawCover makes the first page from the issue's own data: the title as wide as
// the type area, the number, the cover story on a coloured ground, teasers, the
// bar code. No picture is invented.
func (c *composer) drawCover(stories []*story) {
	c.page(1).Label = c.words.cover
	c.sheets[0] = sheet{bare: true, area: c.rows * 1000, section: " "}
	c.sect = c.element(Element{Tag: "Sect"})
	c.anchor(1, "cover", 0, 0)
	c.outline(c.words.cover, 1, "cover")
	c.coverTitle()
	top := c.height * coverGround / 1000
	c.drawFills([]Fill{{X: -c.bleed, Y: top, Width: c.width + 2*c.bleed, Height: c.height - top + c.bleed, Ink: Ink{Accent: true}}}, 1, 0, 0)
	lead := c.coverStory()
	y := c.coverLead(lead)
	c.teasers(lead, y)
	c.coverFoot()
	c.sect = 0
}

// at puts the lines of a setting on a page from y on, which is the top of the
// first line's em box, and gives the y under the last.
func (c *composer) at(page int, s *setting, x, y, leading Length) Length {
	for n := range s.lines {
		c.draw(page, placed{s, n, 0, ascent(s.size)}, x, y)
		y += leading
	}
	return y
}

// coverTitle sets the periodical's title across the type area, and the number
// under it.
func (c *composer) coverTitle() {
	m := c.issue.Meta
	title := or(m.Title, c.doc.Title)
	x, y := c.inner, c.height*55/1000
	if title != "" {
		s := c.fitted(title)
		c.at(1, s, x, y, s.size*13/10)
	}
	number := strings.TrimSpace(m.Numbering() + "　" + total(c.words, m))
	c.at(1, c.setPlain(number, look{face: c.Faces.Heading, size: c.em(1300), align: paragraph.Left}, c.wide), x, c.height*coverGround/1000-c.em(2600), c.leading)
	by := c.setPlain(m.Publisher, look{face: c.Faces.Lead, size: c.em(900), align: paragraph.Right}, c.wide*2/5)
	c.at(1, by, x+c.wide*3/5, c.height*coverGround/1000-c.em(2400), c.leading)
}

// Where the periodical's title is set to the width of the type area.
const (
	probe      Length = 100000  // a size for measuring
	endless    Length = 1 << 26 // a measure on which no title breaks
	leastTitle        = 700     // thousandths of the width: a title so long is spread over it
)

// fitted sets the periodical's title on one line as wide as the type area, as
// far as the height over the ground has room; one too long for that takes two
// lines of the size of an article's title.
func (c *composer) fitted(title string) *setting {
	k := look{face: c.Faces.Title, size: probe, align: paragraph.Left, ink: Ink{Accent: true}}
	width := c.setPlain(title, k, endless).width()
	k.size = c.height * coverGround / 1000 * coverTitle / 1000
	if at := probe * c.wide / max(width, 1); at < k.size {
		k.size = at
	}
	measure := endless
	if least := pt(c.Sizes.Titles[len(c.Sizes.Titles)-1]); k.size < least {
		k.size, measure = least, c.wide
	}
	s := c.setPlain(title, k, measure)
	s.tag = "H1"
	if len(s.lines) > 1 {
		s.lines = s.lines[:2]
	} else if s.width() >= c.wide*leastTitle/1000 {
		s.spread(c.wide)
	}
	return s
}

func total(w words, m issue.Meta) string {
	if m.Total == 0 {
		return ""
	}
	return fmt.Sprintf(w.total, m.Total)
}

// spread widens the gaps of a single line until it is so wide.
func (s *setting) spread(wide Length) {
	line := &s.lines[0]
	gaps := -1
	for _, r := range line.Runs {
		gaps += len(r.Runes)
	}
	if gaps < 1 || line.Width >= wide {
		return
	}
	each, shift := (wide-line.Width)/Length(gaps), Length(0)
	for r := range line.Runs {
		line.Runs[r].X += shift
		for k := range line.Runs[r].Advances {
			if gaps--; gaps >= 0 {
				line.Runs[r].Advances[k] += each
				shift += each
			}
		}
	}
	line.Width = wide
}

// coverStory is the article that the cover announces: one whose title stands on
// the cover, else one of a column that names the cover, else the longest.
func (c *composer) coverStory() *issue.Article {
	var cover []string
	for _, b := range c.issue.Front {
		if b.Kind == issue.Cover {
			cover = append(cover, letters(b.Text))
		}
	}
	text := strings.Join(cover, "")
	var longest, named *issue.Article
	size := 0
	for i := range c.issue.Articles {
		a := &c.issue.Articles[i]
		if t := letters(a.Title); t != "" && strings.Contains(text, t) {
			return a
		}
		if named == nil && strings.Contains(a.Section, c.words.cover) {
			named = a
		}
		if n := bytesOf(a); a.Title != "" && n > size {
			longest, size = a, n
		}
	}
	if named != nil {
		return named
	}
	return longest
}

func bytesOf(a *issue.Article) int {
	n := 0
	for i := range a.Blocks {
		n += len(a.Blocks[i].Text)
	}
	return n
}

// coverLead sets the cover story on the ground, and gives the y under it.
func (c *composer) coverLead(a *issue.Article) Length {
	x, y := c.inner, c.height*coverStory/1000
	if a == nil {
		return y
	}
	paper := Ink{Paper: true}
	to := target{anchor: a.ID}
	if a.Section != "" {
		y = c.at(1, c.setLink(a.Section, to, look{face: c.Faces.Heading, size: c.em(1100), align: paragraph.Left, ink: paper}, c.wide), x, y, c.em(2200))
	}
	s := c.coverHeadline(a.Title, to)
	y = c.at(1, s, x, y, s.size*13/10) + c.em(600)
	if names := strings.Join(a.Authors, "　"); names != "" {
		y = c.at(1, c.setPlain(names, look{face: c.Faces.Quote, size: c.em(1200), align: paragraph.Left, ink: paper}, c.wide), x, y, c.em(1800))
	}
	return y
}

// The cover story's title, in thousandths of an article's largest.
const (
	headlineMost  = 1500
	headlineLeast = 500
	headlineLines = 2 // of a title without phrases
	headlineCuts  = 4 // more phrases are a list, and run on
)

// coverHeadline sets the cover story's title as large as it can be: a phrase a
// line where it has phrases, else on two lines.
func (c *composer) coverHeadline(title string, to target) *setting {
	k := look{face: c.Faces.Title, align: paragraph.Left, ink: Ink{Paper: true}, poised: true}
	cuts := phrases(title)
	if len(cuts) > headlineCuts {
		cuts = nil
	}
	for share := Length(headlineMost); ; share -= 100 {
		k.size = pt(c.Sizes.Titles[0]) * share / 1000
		if s := c.setPhrases(cuts, to, k); s != nil {
			return s
		}
		s := c.setLink(title, to, k, c.wide)
		if len(s.lines) <= headlineLines && len(cuts) < 2 || share <= headlineLeast {
			s.lines = s.lines[:min(len(s.lines), 3*headlineLines)]
			return s
		}
	}
}

// setPhrases sets phrases a line each, or gives nil where there are not two, or
// one is too long for a line.
func (c *composer) setPhrases(list []string, to target, k look) *setting {
	if len(list) < 2 {
		return nil
	}
	var parts []*setting
	for _, phrase := range list {
		s := c.setLink(phrase, to, k, c.wide)
		if len(s.lines) != 1 {
			return nil
		}
		parts = append(parts, s)
	}
	return join(parts, list)
}

// phrases cuts a title after a colon or a space and before a dash.
func phrases(title string) []string {
	var list []string
	from := 0
	var before rune
	for at, r := range title {
		switch {
		case at == from:
		case r == '：' || r == '　' || r == ' ' && cjk.ClassOf(before) == cjk.Ideograph:
			at += utf8.RuneLen(r)
			list, from = append(list, title[from:at]), at
		case strings.HasPrefix(title[at:], "——") && !strings.HasSuffix(title[:at], "—"):
			list, from = append(list, title[from:at]), at
		}
		before = r
	}
	if from < len(title) {
		list = append(list, title[from:])
	}
	return list
}

// setLink sets a text that leads somewhere.
func (c *composer) setLink(text string, to target, k look, measure Length) *setting {
	return c.set(copyText{[]paragraph.Span{{Text: text}}, []target{to}}, k, measure)
}

// teasers sets the titles of other columns, each with its page, under a rule.
func (c *composer) teasers(lead *issue.Article, under Length) {
	list := c.teased(lead)
	step := c.em(2100)
	foot := c.height * coverFoot / 1000
	for len(list) > 0 && foot-step*Length(len(list)) < under+c.em(1500) {
		list = list[:len(list)-1]
	}
	if len(list) == 0 {
		return
	}
	paper := Ink{Paper: true}
	x, y := c.inner, foot-step*Length(len(list))
	c.drawFills([]Fill{{X: x, Y: y - c.em(1100), Width: c.wide, Height: ruleWeight, Ink: paper}}, 1, 0, 0)
	for _, a := range list {
		to := target{anchor: a.ID}
		page := c.setLink(c.label(c.folios[a.ID]), to, look{face: c.Faces.Heading, size: c.em(1100), align: paragraph.Left, ink: paper}, c.wide)
		c.at(1, page, x, y, step)
		title := c.setLink(a.Title, to, look{face: c.Faces.Lead, size: c.em(1200), align: paragraph.Left, ink: paper}, c.wide-c.em(3000))
		title.lines = title.lines[:1]
		if c.wholeTitle(title, a.Title) {
			c.at(1, title, x+c.em(3000), y, step)
		}
		y += step
	}
}

// wholeTitle reports whether the first line of a setting holds all of a title.
func (c *composer) wholeTitle(s *setting, title string) bool {
	return s.lines[0].To >= len([]rune(title))
}

// teased are the first articles of columns other than the cover story's that
// have a title of one line.
func (c *composer) teased(lead *issue.Article) []*issue.Article {
	var list []*issue.Article
	limit := int((c.wide - c.em(3000)) / c.em(1200))
	seen := map[string]bool{}
	if lead != nil {
		seen[lead.Section] = true
	}
	for i := range c.issue.Articles {
		a := &c.issue.Articles[i]
		if seen[a.Section] || a == lead || a.Title == "" || len([]rune(a.Title)) > limit || len(list) == teaserLimit {
			continue
		}
		seen[a.Section] = a.Section != ""
		list = append(list, a)
	}
	return list
}

// coverFoot sets the imprint and the bar code at the foot of the ground.
func (c *composer) coverFoot() {
	m := c.issue.Meta
	paper := Ink{Paper: true}
	y := c.height - c.em(7000)
	for _, line := range []string{issnLine(c.words.issn, m.ISSN), issnLine(c.words.cn, m.CN), issnLine(c.words.price, m.Price)} {
		if line != "" {
			y = c.at(1, c.setPlain(line, look{face: c.Faces.Lead, size: c.em(900), align: paragraph.Left, ink: paper}, c.wide/2), c.inner, y, c.em(1500))
		}
	}
	if digits := c.barDigits(); digits != "" {
		c.drawBarcode(digits, m.Number)
	}
}

// barDigits are the digits of the bar code: those that the cover prints, else
// those that ISSN and year give.
func (c *composer) barDigits() string {
	for _, b := range c.issue.Front {
		if digits := printedDigits(b.Text); digits != "" {
			return digits
		}
	}
	return issnDigits(c.issue.Meta.ISSN, c.issue.Meta.Year)
}

func issnLine(form, value string) string {
	if value == "" {
		return ""
	}
	return fmt.Sprintf(form, value)
}

// The bar code's measures: 80 per cent of the nominal size, the least that ISO/IEC 15420 allows.
const (
	barModule  Length = 750   // 0.264 mm
	barHeight  Length = 42000 // shorter than nominal, as covers have it; scanners read it
	quietLeft         = 11    // modules
	quietRight        = 5
	addonGap          = 10
	panelPad   Length = 6000
)

// drawBarcode puts the bar code on a panel of paper at the lower right.
func (c *composer) drawBarcode(digits string, number int) {
	n := quietLeft + 95 + quietRight + 2
	if number > 0 {
		n = quietLeft + 95 + addonGap + 20 + quietRight
	}
	width := Length(n) * barModule
	digitSize := pt(7.5)
	x := c.inner + c.wide - width
	y := c.height - c.em(1600) - barHeight - digitSize - 2*panelPad
	alt := "EAN-13 " + digits
	if number > 0 {
		alt += fmt.Sprintf(" %02d", number%100)
	}
	figure := &node{tag: "Figure", alt: alt}
	el := c.elementOf(figure)
	fills := []Fill{{X: x, Y: y, Width: width, Height: barHeight + digitSize + 2*panelPad, Ink: Ink{Paper: true}}}
	left, top := x+quietLeft*barModule, y+panelPad
	guard := func(i int) Length {
		if i < 3 || i >= 45 && i < 50 || i >= 92 {
			return 5 * barModule
		}
		return 0
	}
	fills = append(fills, barFills(ean13(digits), left, top, barModule, barHeight, guard)...)
	c.digits(digits[:1], figure, left-9*barModule, 7*barModule, top+barHeight, digitSize)
	c.digits(digits[1:7], figure, left+4*barModule, 40*barModule, top+barHeight, digitSize)
	c.digits(digits[7:], figure, left+51*barModule, 40*barModule, top+barHeight, digitSize)
	if number > 0 {
		ax := left + (95+addonGap)*barModule
		fills = append(fills, barFills(ean2(number), ax, top+digitSize, barModule, barHeight-digitSize+5*barModule, func(int) Length { return 0 })...)
		c.digits(fmt.Sprintf("%02d", number%100), figure, ax+2*barModule, 16*barModule, top-digitSize/4, digitSize)
	}
	for i := range fills {
		fills[i].Element = el
	}
	c.drawFills(fills, 1, 0, 0)
}

// digits sets the digits under bars, spread over their width.
func (c *composer) digits(text string, figure *node, x, width, y, size Length) {
	s := c.setPlain(text, look{face: c.Faces.Lead, size: size, align: paragraph.Left}, width+size)
	s.node = figure
	if len(text) > 1 {
		s.spread(width)
	}
	c.at(1, s, x, y, size)
}

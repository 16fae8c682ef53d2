package layout

import (
	"fmt"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/say"
	"kanyin/layout/paragraph"
	"kanyin/layout/shape"
)

// page gives the page of a number, from 1, with all before it.
func (c *composer) page(n int) *Page {
	for len(c.doc.Pages) < n {
		c.doc.Pages = append(c.doc.Pages, Page{
			Label: fmt.Sprint(len(c.doc.Pages) + 1),
			Width: c.upright.width, Height: c.upright.height, Bleed: c.bleed,
		})
		c.sheets = append(c.sheets, sheet{})
	}
	return &c.doc.Pages[n-1]
}

// A sheet is what composing has to remember of a page.
type sheet struct {
	section string // what its running head says
	bare    bool   // it has no running head
	begun   bool   // a break names its beginning
	area    int    // the rows used, over all columns, in thousandths of a row
}

// element adds an element to the structure.
func (c *composer) element(e Element) int {
	e.Vertical = e.Tag == "Sect" && c.vertical
	c.doc.Elements = append(c.doc.Elements, e)
	return len(c.doc.Elements) - 1
}

// elementOf is the element of a node, made when it is first asked for.
func (c *composer) elementOf(n *node) int {
	if n == nil || n.tag == "" {
		return 0
	}
	if n.element == 0 {
		parent := c.sect
		if n.up != nil {
			parent = c.elementOf(n.up)
		}
		n.element = c.element(Element{Tag: n.tag, Parent: parent, Alt: n.alt, Scope: n.scope, Lang: n.lang, Actual: n.actual})
	}
	return n.element
}

// linkOf is the element of a span that leads somewhere, within its setting's.
func (c *composer) linkOf(s *setting, span int) int {
	if s.links == nil {
		s.links = map[int]*node{}
	}
	if s.links[span] == nil {
		s.links[span] = &node{tag: "Link", up: s.node}
	}
	return c.elementOf(s.links[span])
}

// spokenOf is the element of a span in another language than the text around it,
// or that of its setting. What runs from the right is drawn from the left, as
// extractors expect, so what it says is told beside it.
func (c *composer) spokenOf(s *setting, span, around int) int {
	if span >= len(s.spans) || s.spans[span].Lang == "" || around == 0 {
		return around
	}
	if s.links == nil {
		s.links = map[int]*node{}
	}
	if s.links[span] == nil {
		sp := s.spans[span]
		n := &node{tag: "Span", up: s.node, lang: sp.Lang}
		if strings.ContainsFunc(sp.Text, shape.FromRight) {
			n.actual = sp.Text
		}
		s.links[span] = n
	}
	return c.elementOf(s.links[span])
}

// pageTexts is how many texts a page mostly has: room is made for them once.
const pageTexts = 192

// draw puts a placed line on a page, its slug's corner being at x and y.
func (c *composer) draw(page int, p placed, x, y Length) {
	pg := c.page(page)
	line := &p.lines[p.n]
	c.begin(page, p.setting, line)
	if pg.Texts == nil {
		pg.Texts = make([]Text, 0, pageTexts)
	}
	el := c.elementOf(p.node)
	x += p.x + p.inset
	y += p.y
	for _, r := range line.Runs {
		own := c.spokenOf(p.setting, r.Span, el)
		if t := p.target(r.Span); t != (target{}) {
			own = c.linkOf(p.setting, r.Span)
			pg.Links = append(pg.Links, Link{
				X: x + r.X, Y: y - ascent(r.Size), Width: sum(r.Advances), Height: r.Size,
				Element: own, Anchor: t.anchor, URL: t.url,
			})
		}
		if el > 0 && p.spanOf(r).Reading != "" {
			own = c.elementOf(c.rubyOf(p.setting, r.Span).base)
		}
		pg.Texts = append(pg.Texts, Text{
			X: x + r.X, Y: y - r.Raise, Way: r.Way, Face: r.Face, Size: r.Size, Ink: p.ink,
			Runes: r.Runes, Advances: r.Advances, Shift: r.Shift, Element: own, Actual: r.Actual, Word: r.Word,
		})
		c.inspect(page, p.setting, r)
	}
	c.drawGlosses(page, p, line, x, y, el)
	if line.Short {
		c.report("loose-line", page, p.source, say.Of("a line could not be set well to the measure"), lineText(line))
	}
}

// spanOf is the span that a run came from.
func (s *setting) spanOf(r paragraph.Run) paragraph.Span {
	if r.Span < len(s.spans) {
		return s.spans[r.Span]
	}
	return paragraph.Span{}
}

func (s *setting) target(span int) target {
	if span < len(s.targets) {
		return s.targets[span]
	}
	return target{}
}

func sum(list []Length) Length {
	var n Length
	for _, v := range list {
		n += v
	}
	return n
}

// begin notes where the page begins in the text of an article.
func (c *composer) begin(page int, s *setting, l *paragraph.Line) {
	if !s.reading || c.article == nil || c.sheets[page-1].begun {
		return
	}
	c.sheets[page-1].begun = true
	c.doc.Breaks = append(c.doc.Breaks, Break{Label: c.doc.Pages[page-1].Label, Article: c.article.ID, Block: s.block, Rune: l.From})
}

// drawBand puts a band on a page at a row. Of the rows that it has to spare
// half stand over its title, the others under it.
func (c *composer) drawBand(b *band, page, row, spare int) {
	x, y := c.edge(page), c.row(row)
	c.page(page)
	fills := b.fills[:min(b.still, len(b.fills))]
	if row == 0 {
		fills = fills[min(b.cap, len(fills)):] // the running head's rule is over it
	}
	c.drawFills(fills, page, x, y)
	c.drawFills(b.fills[min(b.still, len(b.fills)):], page, x, y+Length(spare)*c.leading/2)
	images := b.images
	for n, p := range b.lines {
		if n == b.sink {
			y += Length(spare) * c.leading / 2
		}
		for len(images) > 0 && images[0].behind == n {
			c.drawImages(images[:1], page, x, y)
			images = images[1:]
		}
		c.draw(page, p, x, y)
	}
	c.drawImages(images, page, x, y)
	c.sheets[page-1].area += (b.rows + spare) * 1000
}

func (c *composer) drawFills(fills []Fill, page int, x, y Length) {
	pg := c.page(page)
	for _, f := range fills {
		f.X += x
		f.Y += y
		pg.Fills = append(pg.Fills, f)
	}
}

// drawRun puts one page's share of a flow on its page, from a row on.
func (c *composer) drawRun(f *flow, r run, page, row int) {
	c.page(page)
	for n, col := range r.columns {
		x := c.edge(page) + Length(n)*f.grating.step
		if n > 0 && col.used > 0 && c.ruledBetween(f.grating) {
			c.columnRule(page, x-(f.grating.step-f.grating.measure)/2, row, r.rows)
		}
		c.drawColumn(f, col, page, x, row, r.rows)
		c.sheets[page-1].area += col.used * 1000 / f.grating.count
	}
}

// stretchRows is how many rows a column may be short and still be brought to the
// others' foot by wider blanks; a larger gap would tear it apart.
const stretchRows = 2

// drawColumn puts slugs under each other. Rows that a column is short of its
// neighbours' go to its blanks, one each.
func (c *composer) drawColumn(f *flow, col column, page int, x Length, row, rows int) {
	from, to := f.trimmed(col)
	more := rows - col.used
	if more > min(stretchRows, f.gaps(from, to)) || f.even {
		more = 0 // a wider gap that leaves the column short all the same is two faults
	}
	y := row
	var notes []*slug
	for i := from; i < to; i++ {
		s := &f.slugs[i]
		if more > 0 && f.gap(i) {
			y += 1
			more--
		}
		lift := s.lift
		if s.sameText(&f.slugs[from]) {
			lift = 0
		}
		c.drawSlug(s, page, x, c.row(y)-lift)
		y += s.rows
		if s.note != nil {
			notes = append(notes, s.note)
		}
	}
	foot := max(y, row+rows)
	for _, n := range notes {
		foot -= n.rows
	}
	foot = max(foot, y)
	for _, n := range notes {
		c.drawSlug(n, page, x, c.row(foot))
		foot += n.rows
	}
}

// sameText reports whether two slugs are lines of one setting.
func (s *slug) sameText(other *slug) bool {
	return s == other || len(s.lines) > 0 && len(other.lines) > 0 && s.lines[0].setting == other.lines[0].setting
}

// gap reports whether a blank that may be widened begins at a slug.
func (f *flow) gap(i int) bool {
	s := &f.slugs[i]
	return s.space && !s.keep && i > 0 && !f.slugs[i-1].space
}

// gaps counts the blanks of a column that may be widened.
func (f *flow) gaps(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if f.gap(i) {
			n++
		}
	}
	return n
}

// trimmed is a column's slugs without the blanks at its ends.
func (f *flow) trimmed(col column) (from, to int) {
	from, to = f.begin(col.from), col.to
	for to > from && f.slugs[to-1].space {
		to--
	}
	return from, to
}

func (c *composer) drawSlug(s *slug, page int, x, y Length) {
	if s.head != "" {
		c.anchor(page, s.head, x, y)
		c.outline(strings.TrimSpace(s.lines[0].text()), c.depth, s.head)
	}
	c.drawFills(s.fills, page, x, y)
	c.drawImages(s.images, page, x, y)
	for _, n := range s.cells {
		c.elementOf(n)
	}
	for _, p := range s.lines {
		c.draw(page, p, x, y)
	}
	if s.entry != nil {
		c.drawEntry(s.entry, page, x, y)
	}
}

func (c *composer) anchor(page int, name string, x, y Length) {
	pg := c.page(page)
	pg.Anchors = append(pg.Anchors, Anchor{name, x, y})
}

// A lack is a character that no face has, in a text: it is reported once.
type lack struct {
	r rune
	s *setting
}

// inspect looks for characters that no face has. A character is looked up once.
func (c *composer) inspect(page int, s *setting, r paragraph.Run) {
	if r.Word != nil {
		return
	}
	for _, ch := range r.Runes {
		if ch < rune(len(c.known)) && c.known[ch] {
			continue
		}
		if _, _, ok := c.metrics.Glyph(r.Face, ch); ok {
			if ch < rune(len(c.known)) {
				c.known[ch] = true
			}
			continue
		}
		if seen := (lack{ch, s}); !c.lacking[seen] {
			c.lacking[seen] = true
			c.report("missing-glyph", page, s.source, say.Of("no face has U+%04X", ch), string(ch))
		}
	}
}

// report adds a finding about what stands on a page.
func (c *composer) report(code string, page int, lines []int, message say.Text, values ...string) {
	c.doc.Findings = append(c.doc.Findings, issue.Finding{
		Code: code, Severity: issue.Warning, Lines: lines, Page: c.doc.Pages[page-1].Label,
		Message: message, Values: values, Confidence: 1,
	})
}

// text is what a setting says.
func (s *setting) text() string {
	var b strings.Builder
	for i := range s.lines {
		b.WriteString(lineText(&s.lines[i]))
	}
	return b.String()
}

func lineText(l *paragraph.Line) string {
	var b strings.Builder
	for _, r := range l.Runs {
		b.WriteString(string(r.Runes))
	}
	return b.String()
}

package layout

import (
	"kanyin/issues/issue"
	"kanyin/issues/say"
	"kanyin/layout/paragraph"
)

// drawEnd adds the pages after the last story: notes pages until the count is
// the multiple that printers fold, and the back cover.
func (c *composer) drawEnd() {
	notes := 0
	covers := 1
	if c.Front == nameplate {
		covers = 0
	}
	for (len(c.doc.Pages)+covers)%c.Multiple != 0 {
		c.drawNotes()
		notes++
	}
	if covers > 0 {
		c.drawBack()
	}
	if notes > 0 {
		c.doc.Findings = append(c.doc.Findings, issue.Finding{
			Code: "pages-padded", Severity: issue.Info, Page: c.doc.Pages[len(c.doc.Pages)-1-covers].Label, Confidence: 1,
			Message: say.Of("%s %d pages, a multiple of %d", say.Count(notes, "a notes page makes", "%d notes pages make"), len(c.doc.Pages), c.Multiple),
		})
	}
}

// notesRow is the row of the first line of a notes page: two under its name.
const notesRow = 5

// drawNotes adds a page of lines for the reader's hand, two rows each.
func (c *composer) drawNotes() {
	n := len(c.doc.Pages) + 1
	c.page(n)
	c.sheets[n-1] = sheet{section: " ", bare: true}
	c.sect = c.element(Element{Tag: "Sect"})
	o := &opening{composer: c}
	for row := notesRow; row < c.rows; row += 2 {
		o.fills = append(o.fills, Fill{Y: Length(row)*c.leading + c.size, Width: c.wide, Height: ruleWeight, Ink: Ink{Tint: tintLines}})
	}
	c.drawBand(o.plain(c.words.notes, "P"), n, 0, 0)
	c.sheets[n-1].area = c.rows * 1000
	c.sect = 0
}

// The back cover's proportions: where its title begins, in thousandths of the
// page's height, and its lengths, in thousandths of the body's size.
const (
	backTitle   = 700
	backRule    = 500  // from the title to the rule under it
	backDrop    = 1500 // from the title to the imprint
	backSize    = 950  // of the imprint
	backLeading = 1600
	backFoot    = 4000 // what stays free over the trim, however long the imprint
	backLines   = 3    // of a title; a longer one is cut, since the cover has it whole
)

// drawBack makes the back cover: the coloured ground, the title small, the imprint.
func (c *composer) drawBack() {
	n := len(c.doc.Pages) + 1
	c.page(n).Label = c.words.back
	c.sheets[n-1] = sheet{section: " ", bare: true, area: c.rows * 1000}
	c.sect = c.element(Element{Tag: "Sect"})
	c.anchor(n, "back", 0, 0)
	paper := Ink{Paper: true}
	c.drawFills([]Fill{{X: -c.bleed, Y: -c.bleed, Width: c.width + 2*c.bleed, Height: c.height + 2*c.bleed, Ink: Ink{Accent: true}}}, n, 0, 0)
	m := c.issue.Meta
	x, y := c.left(n), c.coverY(backTitle)
	k := look{face: c.Faces.Title, size: pt(c.Sizes.Titles[0]), align: paragraph.Left, ink: paper}
	s := c.setPlain(m.Title, k, c.wide)
	s.lines = s.lines[:min(len(s.lines), backLines)]
	y = c.setAt(n, s, x, y, displayed(k.size))
	c.drawFills([]Fill{{X: x, Y: y + c.em(backRule), Width: 3 * k.size, Height: ruleWeight, Ink: paper}}, n, 0, 0)
	y += c.em(backDrop)
	k = look{face: c.Faces.Lead, size: c.em(backSize), align: paragraph.Left, ink: paper}
	for _, line := range append([]string{m.Numbering()}, c.words.imprint(m)...) {
		if line != "" && y < c.height-c.em(backFoot) {
			y = c.setAt(n, c.setPlain(line, k, c.wide), x, y, c.em(backLeading))
		}
	}
	c.standUp(n)
	c.sect = 0
}

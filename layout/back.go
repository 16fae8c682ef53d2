package layout

import (
	"fmt"

	"kanyin/issues/issue"
	"kanyin/layout/paragraph"
)

// drawEnd adds the pages after the last story: notes pages until the count is
// the multiple that printers fold, and the back cover.
func (c *composer) drawEnd() {
	notes := 0
	for (len(c.doc.Pages)+1)%c.Multiple != 0 {
		c.drawNotes()
		notes++
	}
	c.drawBack()
	if notes > 0 {
		made := "a notes page makes"
		if notes > 1 {
			made = fmt.Sprintf("%d notes pages make", notes)
		}
		c.doc.Findings = append(c.doc.Findings, issue.Finding{
			Code: "pages-padded", Severity: issue.Info, Page: c.doc.Pages[len(c.doc.Pages)-2].Label, Confidence: 1,
			Message: fmt.Sprintf("%s %d pages, a multiple of %d", made, len(c.doc.Pages), c.Multiple),
		})
	}
}

// drawNotes adds a page of rules for the reader's hand.
func (c *composer) drawNotes() {
	n := len(c.doc.Pages) + 1
	c.page(n)
	c.sheets[n-1] = sheet{section: " ", bare: true, area: c.rows * 1000}
	c.sect = c.element(Element{Tag: "Sect"})
	o := &opening{composer: c}
	o.fills = append(o.fills,
		Fill{Width: o.wide, Height: ruleWeight, Ink: Ink{Tint: 60}},
		Fill{Width: o.size * accentCells, Height: accentHigh, Ink: Ink{Accent: true}})
	o.y = o.em(1100)
	o.add(o.setPlain(o.words.notes, look{face: o.Faces.Heading, size: pt(o.Sizes.Heading), align: paragraph.Left}, o.wide), 0, 1200)
	for row := 5; row < c.rows; row += 2 {
		o.fills = append(o.fills, Fill{Y: Length(row)*c.leading + c.size, Width: c.wide, Height: ruleWeight, Ink: Ink{Tint: 30}})
	}
	c.drawBand(o.close(textDrop), n, 0, 0)
	c.sheets[n-1].area = c.rows * 1000
	c.sect = 0
}

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
	x, y := c.left(n), c.height*700/1000
	k := look{face: c.Faces.Title, size: pt(c.Sizes.Titles[0]), align: paragraph.Left, ink: paper}
	s := c.setPlain(m.Title, k, c.wide)
	s.lines = s.lines[:min(len(s.lines), 3)]
	y = c.at(n, s, x, y, k.size*13/10)
	c.drawFills([]Fill{{X: x, Y: y + c.em(500), Width: 3 * k.size, Height: ruleWeight, Ink: paper}}, n, 0, 0)
	y += c.em(1500)
	k = look{face: c.Faces.Lead, size: c.em(950), align: paragraph.Left, ink: paper}
	for _, line := range append([]string{m.Numbering()}, c.words.imprint(m)...) {
		if line != "" && y < c.height-c.em(4000) {
			y = c.at(n, c.setPlain(line, k, c.wide), x, y, c.em(1600))
		}
	}
	c.sect = 0
}

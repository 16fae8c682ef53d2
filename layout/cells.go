package layout

import (
	"strings"

	"kanyin/layout/paragraph"
)

// kindOfCell tells headings of columns and rows from data, and whether a cell
// stands under others by its figures.
func kindOfCell(text string, head, first bool) (tag, scope string, right bool) {
	figures := strings.ContainsAny(text, "0123456789") && strings.Trim(text, "0123456789.,%‰+-–—~～/:±℃ ") == ""
	switch {
	case head:
		return "TH", "Column", false
	case first && !figures:
		return "TH", "Row", false
	}
	return "TD", "", figures
}

// cell sets a cell to its column's width.
func (g *galley) cell(c cell, width Length) *setting {
	part := *c.block
	part.Text, part.Lead = c.text, ""
	k := g.cellLook(c.scope == "Column")
	k.from = c.from
	s := g.setBlock(&part, c.index, c.tag, k, width)
	s.scope = c.scope
	for n := range s.lines {
		s.lines[n].From += c.from
		s.lines[n].To += c.from
	}
	return s
}

// cellLook is the look of a cell: headings stand in the lead's face.
func (g *galley) cellLook(head bool) look {
	k := look{face: g.Faces.Body, size: g.small, align: paragraph.Left}
	if head {
		k.face = g.Faces.Lead
	}
	return k
}

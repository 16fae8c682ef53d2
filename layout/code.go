package layout

import (
	"strings"
	"unicode/utf8"

	"kanyin/issues/issue"
	"kanyin/layout/paragraph"
)

// Code is set in cells, a letter one and an ideograph two, so that what stands
// under each other in the source does on the page.
const (
	codeCell = 600  // the least width of a cell, in thousandths of the code's size: two hold an ideograph with air
	codeIn   = 1500 // from the column's edge to code, in thousandths of the body's size: room for the sign of a broken line
	codeTab  = 4    // cells to a tab
	codeTurn = 2    // cells that the rest of a broken line is set in
	turnSign = "→"  // before the rest of a broken line
)

// code keeps the lines of code and their blanks. A line that the column is too
// narrow for goes on under itself, behind a sign that is no part of it.
func (g *galley) code(b *issue.Block, i int) {
	size := pt(g.Sizes.Code)
	cell := size * g.codeCell() / 1000
	room := max(8, int((g.measure-g.em(codeIn))/cell))
	s := &setting{node: &node{tag: "P"}, block: i, source: b.Lines, size: size, inset: g.em(codeIn), reading: true}
	s.targets = make([]target, 1)
	var turned []bool
	at := 0
	for _, text := range strings.Split(b.Text, "\n") {
		for n, part := range g.codeParts(text, room) {
			runes := utf8.RuneCountInString(part)
			s.lines = append(s.lines, g.celled(part, at, cell, n > 0))
			turned = append(turned, n > 0)
			at += runes
		}
		at++
	}
	g.blank(1)
	g.starts[i] = len(g.slugs)
	var rows [][]placed
	for n := range s.lines {
		row := []placed{{setting: s, n: n}}
		if turned[n] {
			sign := g.setPlain(turnSign, look{face: g.Faces.Lead, size: size, ink: Ink{Tint: tintFaint}, align: paragraph.Left}, g.measure)
			sign.tag = ""
			row = append(row, placed{sign, 0, g.em(codeIn) / 4, 0})
		}
		rows = append(rows, row)
	}
	first := len(g.slugs)
	g.codeRows(rows, size)
	for k := first; k < len(g.slugs); k++ {
		height := Length(g.slugs[k].rows) * g.leading
		g.slugs[k].fills = append(g.slugs[k].fills, Fill{Y: -(g.leading - g.size) / 2, Width: ruleWeight * 2, Height: height, Ink: Ink{Tint: tintFine}})
	}
	g.blank(1)
}

// codeRows puts lines of code on the grid: six on five rows as small type has
// them, or each on a row where it is too large for that.
func (g *galley) codeRows(rows [][]placed, size Length) {
	if size <= g.smallLeading {
		g.packed(rows)
		return
	}
	for _, row := range rows {
		for n := range row {
			row[n].y = ascent(g.size)
		}
		g.push(slug{rows: 1, lines: row})
	}
}

// codeParts cuts a line of code into what a row has room for, the first with
// all of it and the others less the cells they are set in. It is cut after a
// space where there is one in the row's latter half.
func (c *composer) codeParts(text string, room int) []string {
	var list []string
	for {
		used, space, end := 0, -1, -1
		for at, r := range text {
			if used += c.cellsOf(r); used > room {
				end = at
				break
			}
			if r == ' ' && used > room/2 {
				space = at + 1
			}
		}
		if end <= 0 {
			return append(list, text)
		}
		if space > 0 {
			end = space
		}
		list, text = append(list, text[:end]), text[end:]
		if len(list) == 1 {
			room -= codeTurn
		}
	}
}

// codeCell is the width of a cell, in thousandths of the code's size: that of the
// face's widest letter, so that a face whose letters differ sets them apart too.
func (c *composer) codeCell() Length {
	widest := codeCell
	for r := ' '; r <= '~'; r++ {
		if _, advance, ok := c.metrics.Glyph(c.Faces.Code, r); ok {
			widest = max(widest, advance)
		}
	}
	return Length(widest)
}

// cellsOf is how many cells a character takes: one if it is no wider.
func (c *composer) cellsOf(r rune) int {
	if r == '\t' {
		return codeTab
	}
	if _, advance, _ := c.metrics.Glyph(c.Faces.Code, r); advance > codeCell && r >= firstWide {
		return 2
	}
	return 1
}

// celled sets a line of code, each character in the middle of its cells.
func (g *galley) celled(text string, at int, cell Length, turned bool) paragraph.Line {
	line := paragraph.Line{From: at, To: at + utf8.RuneCountInString(text), Last: true}
	x := Length(0)
	if turned {
		x = codeTurn * cell
	}
	for _, r := range text {
		room := Length(g.cellsOf(r)) * cell
		if r == '\t' {
			r = ' '
		}
		face, advance, ok := g.metrics.Glyph(g.Faces.Code, r)
		if !ok {
			face = ""
		}
		n := len(line.Runs)
		if n == 0 || line.Runs[n-1].Face != face {
			line.Runs = append(line.Runs, paragraph.Run{X: x, Face: face, Size: pt(g.Sizes.Code)})
			n++
		}
		run := &line.Runs[n-1]
		run.Runes = append(run.Runes, r)
		run.Advances = append(run.Advances, room)
		run.Shift = append(run.Shift, (room-run.Size*Length(advance)/1000)/2)
		x += room
	}
	line.Width = x
	return line
}

package epub

import (
	"fmt"
	"strings"
)

// tableGroup is the element around the rows of a table. Its class has the number
// of columns: two tables that follow each other are told apart by it, and wide
// ones are set small. A table that is wider than the screen scrolls in its frame.
func tableGroup(columns int) group {
	return group{fmt.Sprintf(`<div class="table" role="group"><table class="of-%d">`, min(columns, mostColumns)), "</table></div>"}
}

// mostColumns is how many columns the style sheet tells apart.
const mostColumns = 9

// row writes a row of a table. The first column names the row where it holds no
// figures.
func (w *articleWriter) row(i int) {
	b := &w.article.Blocks[i]
	t := w.run(i)
	w.b.WriteString(map[bool]string{true: "<thead><tr>", false: "<tr>"}[b.Head])
	at := 0
	for n, cell := range b.Cells {
		end := at + len([]rune(cell))
		name, attributes := "td", ""
		figures := isFigures(cell)
		switch {
		case b.Head:
			name, attributes = "th", ` scope="col"`
		case n == 0 && !figures:
			name, attributes = "th", ` scope="row"`
		case figures:
			attributes = ` class="figures"`
		}
		fmt.Fprintf(&w.b, "<%s%s>%s</%s>", name, attributes, t.part(at, end), name)
		at = end + 1 // the space between two cells
	}
	w.b.WriteString(map[bool]string{true: "</tr></thead>\n", false: "</tr>\n"}[b.Head])
}

// isFigures reports whether a cell is a number with its signs and unit.
func isFigures(cell string) bool {
	return strings.ContainsAny(cell, "0123456789") && strings.Trim(cell, "0123456789.,%‰+-–—~～/:±℃ ") == ""
}

package epub

import (
	"fmt"
	"strings"

	"kanyin/issues/issue"
)

// table writes a table with its caption and says which block comes next. Its class
// has the number of columns: wide ones are set small. A table that is wider than
// the screen scrolls in its frame.
func (w *articleWriter) table(t issue.TableSpan) (next int) {
	b := w.article.Blocks
	fmt.Fprintf(&w.b, `<div class="table" role="group"><table class="of-%d">`+"\n", min(len(b[t.From].Rows[0]), mostColumns))
	next = t.To
	switch {
	case t.Caption < 0:
	case !t.Under():
		w.element(t.Caption, "caption", "")
	case len(w.breaks[t.Caption]) == 0: // a page that begins in it would come before the pages of the rows
		w.element(t.Caption, "caption", ` class="under"`)
		next = t.End()
	}
	for i := t.From; i < t.To; i++ {
		w.rows(i, i == t.From)
	}
	w.line("</tbody></table></div>")
	return next
}

// mostColumns is how many columns the style sheet tells apart.
const mostColumns = 9

// rows writes the rows of a block, the first of its table or a further one. The
// first column names the row where it holds no figures.
func (w *articleWriter) rows(i int, first bool) {
	b := &w.article.Blocks[i]
	t := w.run(i)
	var ranges []stretch
	at := 0
	for _, row := range b.Rows {
		for _, cell := range row {
			from := at + runesBefore(t.text[at:], cell)
			at = from + len([]rune(cell))
			ranges = append(ranges, stretch{from, at})
		}
	}
	cells := t.split(ranges)
	for n, row := range b.Rows {
		head := b.Head && n == 0
		switch {
		case head:
			w.b.WriteString("<thead>")
		case n == 0 && first:
			w.b.WriteString("<tbody>\n")
		}
		w.b.WriteString("<tr>")
		for k, cell := range row {
			name, attributes := cellElement(cell, head, k == 0)
			fmt.Fprintf(&w.b, "<%s%s>%s</%s>", name, attributes, cells[0], name)
			cells = cells[1:]
		}
		w.b.WriteString(map[bool]string{true: "</tr></thead>\n<tbody>\n", false: "</tr>\n"}[head])
	}
}

// shortest is how many characters of a row's name never break: 一月, 第三季度.
const shortest = 4

func cellElement(cell string, head, first bool) (name, attributes string) {
	figures := isFigures(cell)
	switch {
	case head && cell == "":
		return "td", "" // a heading without words would name nothing
	case head:
		return "th", ` scope="col"`
	case first && !figures && cell != "":
		if len([]rune(cell)) <= shortest {
			return "th", ` scope="row" class="kept"`
		}
		return "th", ` scope="row"`
	case figures:
		return "td", ` class="figures"`
	}
	return "td", ""
}

// runesBefore is how many runes stand before a cell in the rest of its text.
func runesBefore(rest []rune, cell string) int {
	before, _, found := strings.Cut(string(rest), cell)
	if !found {
		return 0 // the cells are the text's, but for a caller's mistake
	}
	return len([]rune(before))
}

// isFigures reports whether a cell is a number with its signs and unit.
func isFigures(cell string) bool {
	return strings.ContainsAny(cell, "0123456789") && strings.Trim(cell, "0123456789.,%‰+-–—~～/:±℃ ") == ""
}

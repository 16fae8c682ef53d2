// Package gutter takes texts apart whose columns stand side by side on one
// line, as pdftotext -layout and other programs write them that imitate the page
// with blanks.
//
// On such a page a stripe of blanks goes down through the lines: the gutter.
// [Split] finds the stripes page by page and gives the columns one below the
// other. Titles that cross all stripes stand where they stood: what is over them
// is read first. The stripe is searched at offsets counted in characters, which
// is how these programs count, be a character wide or narrow.
package gutter

import "strings"

// Split gives the lines of a text column by column, and the pages' first lines
// among them. Where the text does not show columns on a good part of its pages
// it is false, and the text is to be read as it is.
func Split(lines []string, pages []int) ([]string, []int, bool) {
	var out []string
	var starts []int
	split, text := 0, 0
	for _, page := range cut(lines, pages) {
		starts = append(starts, len(out)+1)
		rows := runes(page)
		text += filled(rows)
		gs := guttersOf(rows)
		if len(gs) == 0 {
			out = append(out, page...)
			continue
		}
		split += filled(rows)
		out = append(out, columns(rows, gs)...)
	}
	// One page in five is enough: covers, contents and openings have no columns,
	// and a page that shows none is left as it is.
	if split == 0 || 5*split < text {
		return nil, nil, false
	}
	return out, starts, true
}

// cut gives the lines of each page.
func cut(lines []string, pages []int) [][]string {
	var out [][]string
	from := 0
	for _, p := range pages {
		if p-1 > from {
			out = append(out, lines[from:p-1])
			from = p - 1
		}
	}
	return append(out, lines[from:])
}

// A row is a line as characters; other white is blank as well.
type row []rune

func runes(lines []string) []row {
	out := make([]row, len(lines))
	for i, l := range lines {
		l = strings.TrimRight(strings.ReplaceAll(l, "\t", "        "), " ")
		if len(l) <= longest {
			out[i] = row(l)
		}
	}
	for i := range out {
		if out[i] == nil && strings.TrimSpace(lines[i]) != "" {
			return nil // no page has such a line
		}
	}
	return out
}

// longest is how many bytes a line across all columns of a newspaper can have.
const longest = 2000

func filled(rows []row) int {
	n := 0
	for _, r := range rows {
		if len(r) > 0 {
			n++
		}
	}
	return n
}

// A stripe is blank from its first offset up to its end.
type stripe struct{ from, to int }

const (
	// A gutter is at least so wide: two blanks stand between words often enough.
	narrowest = 3
	// A page has at least so many lines on either side: fewer are a head with
	// its folio, or a table.
	fewest = 8
	// A column's line has at least so many characters in the middle: fewer are
	// the numbers of a table.
	thinnest = 9
	// So many of a hundred lines may cross a gutter: titles, and lines that a
	// program set too far to the right.
	crossing = 8
)

// guttersOf finds the stripes of a page.
func guttersOf(rows []row) []stripe {
	width := 0
	for _, r := range rows {
		width = max(width, len(r))
	}
	cover := make([]int, width)
	for _, r := range rows {
		for x, c := range r {
			if c != ' ' {
				cover[x]++
			}
		}
	}
	most := filled(rows) * crossing / 100
	var out []stripe
	for x := 1; x < width; x++ {
		if cover[x] > most {
			continue
		}
		s := stripe{x, x}
		for s.to < width && cover[s.to] <= most {
			s.to++
		}
		x = s.to
		if s.to < width && s.to-s.from >= narrowest && isGutter(rows, s, out) {
			out = append(out, s)
		}
	}
	return out
}

// isGutter tells whether columns of text stand on both sides of a stripe.
func isGutter(rows []row, s stripe, before []stripe) bool {
	left, right, begins, beside, crossed := 0, 0, 0, 0, 0
	from := 0
	if len(before) > 0 {
		from = before[len(before)-1].to
	}
	for _, r := range rows {
		l, t := textIn(r, from, s.from), textIn(r, s.to, len(r))
		if _, ok := gap(r, s); !ok && t > 0 {
			crossed++ // a title, or a paragraph longer than most lines
			continue
		}
		if l >= thinnest {
			left++
		}
		if t >= thinnest {
			right++
			if indent := blanks(r, s.to); indent <= 3 { // at the column's edge, or indented
				begins++
			}
			if l >= thinnest {
				beside++
			}
		}
	}
	// Lines of two columns often stand at different heights, so that few have
	// both; but some do, and a text of one column has none.
	return 3*crossed < right && left >= fewest && right >= fewest && 2*begins > right && beside >= fewest/2
}

// textIn counts the characters between two offsets.
func textIn(r row, from, to int) int {
	n := 0
	for x := from; x < min(to, len(r)); x++ {
		if r[x] != ' ' {
			n++
		}
	}
	return n
}

// blanks counts those that stand from an offset on.
func blanks(r row, from int) int {
	n := 0
	for x := from; x < len(r) && r[x] == ' '; x++ {
		n++
	}
	return n
}

// columns gives the lines of a page column by column, band by band.
func columns(rows []row, gs []stripe) []string {
	var out []string
	cols := make([][]string, len(gs)+1)
	flush := func() {
		for i := range cols {
			out = append(out, outdent(cols[i])...)
			cols[i] = nil
		}
	}
	for _, r := range rows {
		if len(r) == 0 {
			continue
		}
		cells, spans := cells(r, gs)
		if spans {
			flush()
			out = append(out, strings.TrimSpace(string(r)))
			continue
		}
		for i, c := range cells {
			if strings.TrimSpace(c) != "" {
				cols[i] = append(cols[i], c)
			}
		}
	}
	flush()
	return out
}

// cells cuts a row at the gutters; a row that crosses all of them without a gap
// spans the page.
func cells(r row, gs []stripe) (cells []string, spans bool) {
	from, crossed := 0, 0
	cells = make([]string, len(gs)+1)
	at := 0 // the column that the text from here on belongs to
	for i, g := range gs {
		cut, ok := gap(r, g)
		if !ok {
			crossed++
			continue
		}
		cells[at] = string(r[min(from, len(r)):min(cut, len(r))])
		from, at = cut, i+1
	}
	cells[at] = string(r[min(from, len(r)):])
	return cells, crossed == len(gs)
}

// gap finds where a row is to be cut at a gutter: at the gutter's end where all
// of it is blank, else in the white nearby that is as wide as a gutter is.
func gap(r row, g stripe) (cut int, ok bool) {
	const near = 4 // characters that a line may stick out
	if textIn(r, g.from, g.to) == 0 {
		return g.to, true
	}
	for x := max(0, g.from-near); x < min(len(r), g.to+near); x++ {
		if n := blanks(r, x); n >= narrowest-1 {
			// What was cut before the gutter's end keeps its indent against it.
			return min(x+n, max(g.to, x)), true
		}
	}
	return len(r), textIn(r, g.to, len(r)) == 0 // nothing stands in the next column
}

// outdent takes the blanks off that all lines of a column begin with.
func outdent(lines []string) []string {
	least := -1
	for _, l := range lines {
		if n := blanks(row(l), 0); least < 0 || n < least {
			least = n
		}
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = strings.TrimRight(l[least:], " ")
	}
	return out
}

package flow

import (
	"math"
	"sort"
	"strings"
)

// isNumber tells a page number as contents print it: digits, with leaders or
// brackets around them.
func isNumber(s string) bool {
	s = strings.Trim(s, " .·…⋯．・-—()（）[]/|第页頁版Pp")
	return len(s) > 0 && len(s) <= 3 && strings.Trim(s, "0123456789") == ""
}

// A spot is a line of a row.
type spot struct{ row, i int }

// numbered joins the rows of contents: a column of page numbers belongs to what
// stands left of it, or right of it where that stands closer and always as far.
func numbered(rows []row) []row {
	columns := map[int][]spot{}
	numbers := 0
	for i, r := range rows {
		some := false
		for k, l := range r {
			if len(r) > 1 && isNumber(l.text()) {
				c := int(math.Round(l.x1 / max(4, l.size)))
				columns[c] = append(columns[c], spot{i, k})
				some = true
			}
		}
		if some {
			numbers++
		}
	}
	if numbers < 3 { // two numbers under one another happen in any text
		return rows
	}
	contents := numbers >= 5 && 3*numbers >= len(rows)
	var edges []float64 // where the columns of numbers end, and with them the rows of contents
	for _, c := range columns {
		if ownColumn(rows, c) {
			edges = append(edges, rows[c[0].row][c[0].i].x1)
		}
	}
	sort.Float64s(edges)
	joints := map[spot]bool{} // this line and the one behind it are one
	for _, c := range columns {
		if !ownColumn(rows, c) {
			continue
		}
		from := -far // the end of the column of numbers before this one
		if k := sort.SearchFloat64s(edges, rows[c[0].row][c[0].i].x0-1); k > 0 {
			from = edges[k-1]
		}
		before := standBefore(rows, c)
		for _, p := range c {
			r := rows[p.row]
			if before {
				if p.i+1 < len(r) {
					joints[p] = true
				}
				continue
			}
			for k := p.i; k > 0 && r[k-1].x1 > from && !isNumber(r[k-1].text()); k-- {
				joints[spot{p.row, k - 1}] = true
				if !contents && r[k-1].width() > 7*r[k-1].size { // a title; a name is shorter, and its title stands before it
					break
				}
			}
		}
	}
	if len(joints) == 0 {
		return rows
	}
	out := make([]row, len(rows))
	for i, r := range rows {
		for k := 0; k < len(r); {
			l := r[k]
			for k++; k < len(r) && joints[spot{i, k - 1}]; k++ {
				l = join(l, r[k], " ")
				l.contents = true
			}
			out[i] = append(out[i], l)
		}
	}
	return out
}

// ownColumn tells whether numbers stand in a column of their own: hardly
// anything else stands between the first and the last of them.
func ownColumn(rows []row, c []spot) bool {
	if len(c) < 3 {
		return false
	}
	others := 0
	at := rows[c[0].row][c[0].i].box
	for _, p := range c {
		at = at.with(rows[p.row][p.i].box)
	}
	for _, r := range rows[c[0].row : c[len(c)-1].row+1] {
		for _, l := range r {
			if l.over(at) > 0 && !isNumber(l.text()) {
				others++
			}
		}
	}
	return 2*others <= len(c)
}

// standBefore tells whether the numbers stand before their titles: close, and
// always as far.
func standBefore(rows []row, c []spot) bool {
	left, right, most, far := 0, 0, 0, 0
	lefts := map[int]int{}
	for _, p := range c {
		if r := rows[p.row]; p.i+1 < len(r) && r[p.i+1].x0-r[p.i].x1 < 3*r[p.i].size {
			right++
			x := int(math.Round(r[p.i+1].x0 / 3))
			lefts[x]++
			most = max(most, lefts[x])
			if r[p.i+1].x0-r[p.i].x1 > 1.5*r[p.i].size {
				far++
			}
		}
		if p.i > 0 {
			left++
		}
	}
	if left*4 >= len(c)*3 && far*2 > right { // the next column's titles
		return false
	}
	return right*4 >= len(c)*3 && most*2 >= right
}

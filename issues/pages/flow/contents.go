package flow

import (
	"math"
	"strings"
)

// isNumber tells a page number as contents print it: digits, with leaders or
// brackets around them.
func isNumber(s string) bool {
	s = strings.Trim(s, " .·…⋯．・-—()（）[]/|第页頁版Pp")
	return len(s) > 0 && len(s) <= 3 && strings.Trim(s, "0123456789") == ""
}

// numbered joins the rows of contents: a column of page numbers belongs to what
// stands left of it, or right of it where that stands closer and always as far.
func numbered(rows []row) []row {
	type at struct{ row, i int }
	columns := map[int][]at{}
	for i, r := range rows {
		for k, l := range r {
			if len(r) > 1 && isNumber(l.text()) {
				c := int(math.Round(l.x1 / max(4, l.size)))
				columns[c] = append(columns[c], at{i, k})
			}
		}
	}
	type joint struct{ row, i int } // line i and the one behind it are one
	joints := map[joint]bool{}
	for _, c := range columns {
		if len(c) < 3 { // two numbers under one another happen in any text
			continue
		}
		left, right := 0, 0
		gaps := map[int]int{}
		for _, p := range c {
			r := rows[p.row]
			if p.i > 0 {
				left++
			}
			if p.i+1 < len(r) && r[p.i+1].x0-r[p.i].x1 < 3*r[p.i].size {
				right++
				gaps[int(math.Round(r[p.i+1].x0/3))]++
			}
		}
		aligned := 0
		for _, n := range gaps {
			aligned = max(aligned, n)
		}
		before := right*4 >= len(c)*3 && aligned*2 >= right // numbers that stand before their titles
		for _, p := range c {
			r := rows[p.row]
			if before {
				if p.i+1 < len(r) {
					joints[joint{p.row, p.i}] = true
				}
				continue
			}
			for k := p.i; k > 0 && !isNumber(r[k-1].text()); k-- {
				joints[joint{p.row, k - 1}] = true
				if r[k-1].width() > 7*r[k-1].size { // a title; a name is shorter, and its title stands before it
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
			for k++; k < len(r) && joints[joint{i, k - 1}]; k++ {
				l = join(l, r[k], " ")
			}
			out[i] = append(out[i], l)
		}
	}
	return out
}

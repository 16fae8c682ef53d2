package reconstruct

import "kanyin/issues/issue"

// learnEndMarks learns the words and signs that this issue sets before the names
// at its articles' ends, whatever they are.
//
// How: of the short lines that begin alike, nearly all go on with names and stand
// between a finished text and the next title. Where the contents have the names
// for the article's authors the line is its byline, else its editor's mark.
// Where it fails: a mark that stands once or twice; articles whose beginnings
// were not found.
func learnEndMarks(d *draft) {
	const habit = 3 // lines, before a mark is one
	ends, all := map[string][]int{}, map[string]int{}
	signs := map[int]string{} // of the rows that are a mark and names
	var order []string
	for i := range d.rows {
		mark, rest := d.bylineMark(i)
		if mark == "" {
			continue
		}
		if all[mark]++; all[mark] == 1 {
			order = append(order, mark)
		}
		if d.namesOnly(rest) {
			signs[i] = mark
		}
	}
	for i := range d.rows {
		if mark := signs[i]; mark != "" && d.atEnd(i, signs) {
			ends[mark] = append(ends[mark], i)
		}
	}
	for _, mark := range order {
		rows := ends[mark]
		if len(rows) < habit || 5*len(rows) < 4*all[mark] {
			continue
		}
		authors := d.signers(rows)
		var lines []int
		for _, i := range rows {
			lines = append(lines, d.rows[i].lines[0])
			if authors {
				d.label(i, issue.Byline, "names behind a mark that this issue's articles end with")
				d.rows[i].foot = true
				continue
			}
			d.label(i, issue.Editor, "a mark that this issue's articles end with, and names")
			d.rows[i].closes = true
		}
		d.habit("end-mark", mark, lines)
	}
}

// atEnd reports whether the row stands between a finished text and the next
// title, or the end, alone or with others like it.
func (d *draft) atEnd(i int, signs map[int]string) bool {
	const others = 3 // author, editor, proof-reader, designer
	p, n := d.prev(i), d.next(i)
	for k := 0; k < others && p >= 0 && signs[p] != ""; k++ {
		p = d.prev(p)
	}
	for k := 0; k < others && n >= 0 && signs[n] != ""; k++ {
		n = d.next(n)
	}
	if p < 0 || !ended(d.rows[p].fold) && d.rows[p].kind == "" {
		return false
	}
	for n >= 0 && (d.rows[n].kind == issue.Caption || d.rows[n].kind == issue.Credit) {
		n = d.next(n)
	}
	return n < 0 || d.rows[n].kind == issue.Title
}

// signers reports whether most of the rows hold names that the contents have for
// authors.
func (d *draft) signers(rows []int) bool {
	n := 0
	for _, i := range rows {
		_, rest := d.bylineMark(i)
		for _, name := range splitNames(rest) {
			if d.names[key(name)] {
				n++
				break
			}
		}
	}
	return 2*n > len(rows)
}

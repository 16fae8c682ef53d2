package flow

import (
	"math"
	"unicode"
	"unicode/utf8"
)

// A dropped initial is this many times as large as its text: two lines high at
// the least, and seven at the most.
const leastInitial, mostInitial = 1.8, 9

// initials puts a dropped initial before the first of the lines that stand
// beside it, and tells those how far it moves them in.
func initials(rows []row) []row {
	var out []row
	for i, r := range rows {
		keep := r[:0:0]
		for _, s := range r {
			if !s.initial() || !s.dropped(rows, i) {
				keep = append(keep, s)
			}
		}
		if len(keep) > 0 {
			out = append(out, keep)
		}
	}
	return out
}

// initial tells a line that is one large letter, maybe with a mark before it.
func (l *line) initial() bool {
	if l.letters == 0 || l.letters > 2 || len(l.runs) > 2 {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(l.text())
	return unicode.IsLetter(r)
}

// dropped puts s into the topmost line beside it, where two lines and more of a
// smaller size begin beside it at one place.
func (s *line) dropped(rows []row, at int) bool {
	var beside []*line
	for i := max(0, at-12); i < min(len(rows), at+4); i++ {
		for _, l := range rows[i] {
			if l == s || s.size < leastInitial*l.size || s.size > mostInitial*l.size || l.letters < 3 {
				continue
			}
			if gap := (l.x0 - s.x1) / l.size; gap < -.3 || gap > 1.3 || l.beside(s.box) < .5*l.height() {
				continue
			}
			if len(beside) > 0 && (math.Abs(beside[0].x0-l.x0) > .7*l.size || math.Abs(beside[0].size-l.size) > .06*l.size) {
				return false
			}
			beside = append(beside, l)
		}
	}
	if len(beside) < 2 || beside[len(beside)-1].base > s.base+.35*s.size {
		return false
	}
	in := beside[0].x0 - s.x0
	for _, l := range beside {
		l.inset = in
	}
	first := beside[0]
	box, base, size, face, bold := first.box, first.base, first.size, first.face, first.bold
	first.runs = append(s.runs, first.runs...)
	first.runs[len(s.runs)].glue = ""
	first.measureRuns()
	first.box, first.base, first.size, first.face, first.bold = box, base, size, face, bold
	return true
}

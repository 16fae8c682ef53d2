package columns

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
	"kanyin/issues/reconstruct/words"
)

// A reader weighs whether a row goes on with another.
type reader struct {
	rows    []rows.Row
	labels  []label.Label
	class   []int           // of each row
	single  map[rune]int    // how often a character stands in this issue
	pair    map[[2]rune]int // how often two stand side by side inside a row
	total   int
	triple  map[[3]rune]int // how often three do
	known   map[[2]int]float64
	measure float64 // in ideographs
}

func newReader(rs []rows.Row, ls []label.Label) *reader {
	r := &reader{rows: rs, labels: ls, single: map[rune]int{}, pair: map[[2]rune]int{}, triple: map[[3]rune]int{}, known: map[[2]int]float64{}}
	for _, row := range rs {
		before, first := rune(0), rune(0)
		for _, c := range row.Text {
			if !unicode.IsLetter(c) {
				before, first = 0, 0
				continue
			}
			r.single[c]++
			r.total++
			if before != 0 {
				r.pair[[2]rune{before, c}]++
			}
			if first != 0 {
				r.triple[[3]rune{first, before, c}]++
			}
			before, first = c, before
		}
	}
	r.class = make([]int, len(rs))
	over := bylinesOver(ls)
	for i, l := range ls {
		if r.class[i] = class(l.Kind); over && r.class[i] == byline {
			r.class[i] = kicker
		}
	}
	r.findMeasure()
	return r
}

// bylinesOver reports whether the house sets bylines over its titles, like
// kickers: the first of the issue stands before any title.
func bylinesOver(ls []label.Label) bool {
	for _, l := range ls {
		switch l.Kind {
		case label.Title:
			return false
		case label.Byline:
			return true
		}
	}
	return false
}

// How a row ends: with a sentence, with a pause inside one, or in the middle.
const (
	ended = iota
	paused
	open
	ends
)

// How a row begins: with what no row begins with that is not the rest of
// something, with an ideograph, or with anything else.
const (
	clings = iota
	ideograph
	other
	beginnings
)

func endOf(s string) int {
	s = strings.TrimRight(s, "”’」』》〉）)]】\"' ")
	r, _ := utf8.DecodeLastRuneInString(s)
	switch {
	case strings.ContainsRune("。！？!?…■◆□●", r), r == '.':
		return ended
	case strings.ContainsRune("，、；：,;:", r):
		return paused
	}
	return open
}

func beginOf(s string) int {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune("，、；：。！？”’」』》〉）)]】,.;:!?…", r):
		return clings
	case unicode.Is(unicode.Han, r):
		return ideograph
	}
	return other
}

// gainOf tells how much of a word a cut between the rows would break, in four steps.
func gainOf(a, b string) int {
	switch _, gain := words.Across(a, b); {
	case gain <= 0:
		return 0
	case gain < 2:
		return 1
	case gain < 5:
		return 2
	}
	return 3
}

// affinity tells how often this issue has the characters at the cut side by
// side, against how often they stand in it at all, in four steps, and whether it
// has three of them together, which is a fifth.
func (r *reader) affinity(a, b string) int {
	x, xn := utf8.DecodeLastRuneInString(a)
	y, yn := utf8.DecodeRuneInString(b)
	n := r.pair[[2]rune{x, y}]
	if n == 0 {
		if r.single[x] == 0 || r.single[y] == 0 || r.single[x]*r.single[y] < 4*r.total {
			return 1 // too rare to expect them together
		}
		return 0
	}
	w, _ := utf8.DecodeLastRuneInString(a[:len(a)-xn])
	z, _ := utf8.DecodeRuneInString(b[yn:])
	if r.triple[[3]rune{w, x, y}] > 0 || r.triple[[3]rune{x, y, z}] > 0 {
		return 4
	}
	pmi := math.Log(float64(n) * float64(r.total) / float64(r.single[x]) / float64(r.single[y]))
	if pmi < 2.5 {
		return 2
	}
	return 3
}

// Pairs of marks that enclose text.
const (
	opening = "“‘「『《（(〔【["
	closing = "”’」』》）)〕】]"
)

// leavesOpen reports whether the row opens a quotation or a bracket that it does not close.
func leavesOpen(s string) bool {
	return strings.LastIndexAny(s, opening) > strings.LastIndexAny(s, closing)
}

// closesFirst tells which stands first in the row: nothing of both, an opening
// mark, a closing one.
func closesFirst(s string) int {
	a, b := strings.IndexAny(s, opening), strings.IndexAny(s, closing)
	switch {
	case a < 0 && b < 0:
		return 0
	case b < 0 || a >= 0 && a < b:
		return 1
	}
	return 2
}

// How wide a row is against the measure: full, shorter by an indent of two
// characters, shorter than that, or wider than columns are.
const (
	full = iota
	indented
	short
	over
	widths
)

// ems gives a row's width in ideographs.
func ems(s string) float64 {
	w := 0.
	for _, c := range s {
		switch {
		case c < 0x2E80 && c != '“' && c != '”' && c != '‘' && c != '’' && c != '—' && c != '…':
			w += .5
		default:
			w++
		}
	}
	return w
}

// measure finds the width that most full rows of the issue have: what one row
// in twelve of running text exceeds.
func (r *reader) findMeasure() {
	var ws []float64
	for i, row := range r.rows {
		if r.class[i] == prose && body(r.labels[i].Kind) {
			ws = append(ws, ems(row.Text))
		}
	}
	slices.Sort(ws)
	if len(ws) > 0 {
		r.measure = ws[len(ws)-1-len(ws)/12]
	}
}

func (r *reader) wide(i int) int {
	switch d := r.measure - ems(r.rows[i].Text); {
	case d < -3:
		return over
	case d < 1.3:
		return full
	case d < 3.3:
		return indented
	}
	return short
}

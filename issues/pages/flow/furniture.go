package flow

import (
	"math"
	"strings"
	"unicode"
)

const (
	// Running heads and folios stand in the outer ninth of the sheet; type areas
	// that reach further out are found by repetition of nothing in particular.
	margin = .11
	// A head is furniture where the first or last row of this share of the pages
	// stands as high: left and right pages may differ, openings have none.
	recurring = .3
)

// heads tells running heads and folios from the text, by place and repetition.
type heads struct {
	places map[int]int    // rows at the edge of pages, by their height on the sheet
	texts  map[string]int // what stands there, its digits masked
	pages  int
	em     float64
}

// learnHeads looks at the first and the last rows of every page.
func learnHeads(sheets []*sheet, em float64) *heads {
	h := &heads{places: map[int]int{}, texts: map[string]int{}, pages: len(sheets), em: em}
	for _, s := range sheets {
		if len(s.rows) == 0 {
			continue
		}
		for _, k := range edges(len(s.rows)) {
			r := s.rows[k]
			if !s.outer(r) {
				continue
			}
			h.places[place(s, r)]++
			seen := map[string]bool{}
			for _, l := range r {
				if t := masked(l.text()); !seen[t] {
					seen[t] = true
					h.texts[t]++
				}
			}
		}
	}
	return h
}

// edges gives the rows that may be furniture: the two first and the two last.
func edges(n int) []int {
	switch {
	case n < 4:
		return []int{0, 1, 2}[:n]
	}
	return []int{0, 1, n - 2, n - 1}
}

// place is the height of a row, in steps of three points, from the sheet's nearer edge.
func place(s *sheet, r row) int {
	_, h := s.frame.size()
	if y := r[0].base; y > h/2 {
		return -int(math.Round((h - y) / 3))
	}
	return int(math.Round(r[0].base / 3))
}

// outer tells whether all of a row stands in the sheet's head or foot margin.
func (s *sheet) outer(r row) bool {
	_, h := s.frame.size()
	for _, l := range r {
		if l.y1 > margin*h && l.y0 < (1-margin)*h {
			return false
		}
	}
	return true
}

// masked is a text without spaces, its numbers all the same.
func masked(s string) string {
	var b strings.Builder
	number := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
		case unicode.IsDigit(r):
			if !number {
				b.WriteByte('#')
			}
			number = true
			continue
		default:
			b.WriteRune(r)
		}
		number = false
	}
	return b.String()
}

// split takes the furniture out of a page: rows at its head, rows at its foot.
func (h *heads) split(s *sheet) (head, foot []row, text []row) {
	n := len(s.rows)
	from, to := 0, n
	for from < min(2, n) && h.is(s, from, from+1, from > 0) {
		from++
	}
	for to > max(from, n-2) && h.is(s, to-1, to-2, to < n) {
		to--
	}
	return s.rows[:from], s.rows[to:], s.rows[from:to]
}

// is tells whether row i is furniture; next is the row on its inner side. An
// inner row, with another between it and the edge, needs a text that recurs.
func (h *heads) is(s *sheet, i, next int, inner bool) bool {
	r := s.rows[i]
	if !s.outer(r) {
		return false
	}
	said, folio, large := 0, true, false
	for _, l := range r {
		t := masked(l.text())
		if h.texts[t] >= max(3, h.pages/20) {
			said++
		}
		folio = folio && strings.Trim(t, "#-—–·•.第页版頁()（）[]|/~") == "" && strings.Contains(t, "#")
		large = large || l.size > 1.3*h.em
	}
	if said*2 > len(r) || folio {
		return true
	}
	if inner || large {
		return false
	}
	if s.goesOn(r, next) {
		return false
	}
	at := place(s, r)
	often := h.places[at-1] + h.places[at] + h.places[at+1]
	return float64(often) >= max(2, recurring*float64(h.pages)) && !s.running(r, h.em)
}

// running tells whether a row holds a line of running text.
func (s *sheet) running(r row, em float64) bool {
	for _, l := range r {
		if math.Abs(l.size-em) < .04*em && l.width() > 9*em {
			return true
		}
	}
	return false
}

// goesOn tells whether a line of the row stands in a column with a line of the
// next rows, as its text does: the type area reaches into the margin.
func (s *sheet) goesOn(r row, next int) bool {
	step := 1
	if next < len(s.rows) && next >= 0 && s.rows[next][0].base < r[0].base {
		step = -1
	}
	for i := next; i >= 0 && i < len(s.rows) && math.Abs(s.rows[i][0].base-r[0].base) < 2.2*r[0].size; i += step {
		for _, q := range s.rows[i] {
			for _, l := range r {
				if math.Abs(q.size-l.size) < .04*l.size && q.face == l.face && (math.Abs(q.x0-l.x0) < 2.6*l.size || math.Abs(q.x1-l.x1) < .5*l.size) {
					return true
				}
			}
		}
	}
	return false
}

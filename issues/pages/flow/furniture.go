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
	for from < min(2, n) && h.is(s, s.rows[from], from > 0) {
		from++
	}
	for to > max(from, n-2) && h.is(s, s.rows[to-1], to < n) {
		to--
	}
	return s.rows[:from], s.rows[to:], s.rows[from:to]
}

// is tells whether a row is furniture. An inner row, with another between it
// and the edge, needs a text that recurs.
func (h *heads) is(s *sheet, r row, inner bool) bool {
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

// Package order undoes a weave: where an extractor gave the lines of columns
// that stand side by side in turns, each line of the first column followed by
// one of the second, it gives the order in which the columns are read.
//
// A page is taken apart into threads, one for every column: each row goes on
// with a row before it, or begins a thread. What speaks for one row going on
// with another is learnt: a word that lies across the cut, an end mark, a width,
// how many rows lie between, and whether the row before went on over as many.
// The threads that are likeliest together are searched for (a beam over a
// locally normalised model, as in Ratnaparkhi 1997), and the order of the source
// stands unless they are far likelier than it.
package order

import (
	"kanyin/issues/reconstruct/rows"
)

const (
	// So many threads are kept open; no page has more columns.
	open = 8
	// So many ways to read a page are followed; more find nothing better.
	beam = 16
	// How much likelier, as a natural logarithm a row that moves, the threads must be
	// than the order of the source. It keeps pages that one reading fits as well as another.
	clearly = .25
	// A page whose rows follow each other so well, as a natural logarithm a row, is not
	// searched for anything better: half of all pages, and it finds little on them.
	sound = 1.5
	// And in all: a page of a few rows proves nothing.
	clearAll = 6
)

// A Page is one page whose rows were put into another order.
type Page struct {
	Rows   []int   // the rows, by number, as they are read
	Margin float64 // how much likelier that is than the order of the source
}

// Read gives the order in which the rows are read, by their numbers, and the
// pages that it changed. Rows never leave their page. Rows that have a page's
// facts are in order already and stay as they are.
func Read(rs []rows.Row) (perm []int, moved []Page) {
	perm = make([]int, len(rs))
	for i := range perm {
		perm[i] = i
	}
	m := weights()
	speech := lazily(rs)
	for from := 0; from < len(rs); {
		to := from + 1
		for to < len(rs) && rs[to].Page == rs[from].Page {
			to++
		}
		if p, ok := readPage(m, rs[from:to], speech); ok {
			for i, r := range p.Rows {
				p.Rows[i] = from + r
				perm[from+i] = from + r
			}
			moved = append(moved, p)
		}
		from = to
	}
	return perm, moved
}

// ReadPage gives the order in which the rows of one page are read, by their
// numbers, and whether it is another than the source's.
func ReadPage(rs []rows.Row, speech *Speech) (perm []int, moved bool) {
	if p, ok := readPage(weights(), rs, func() *Speech { return speech }); ok {
		return p.Rows, true
	}
	perm = make([]int, len(rs))
	for i := range perm {
		perm[i] = i
	}
	return perm, false
}

// whole tells whether no blank line parts the rows: lines that extractors give in
// turns are blocks to them, which they part.
func whole(rs []rows.Row) bool {
	for _, r := range rs[1:] {
		if r.Blank > 0 {
			return false
		}
	}
	return true
}

// longest is how many rows a page has at most; more is a dump without pages,
// where columns cannot be told from the texts that follow each other.
const longest = 600

func readPage(m model, rs []rows.Row, speech func() *Speech) (Page, bool) {
	if len(rs) < 8 || len(rs) > longest || rs[0].Fact != nil {
		return Page{}, false
	}
	s := newSight(m, rs, speech)
	plain := s.plain()
	if plain > sound*float64(len(rs)) || whole(rs) {
		return Page{}, false
	}
	threads, best := s.search()
	p := Page{Margin: best - plain}
	crossed := 0
	for _, t := range threads {
		for k, r := range t {
			if k > 0 && t[k-1] != r-1 {
				crossed++
			}
			p.Rows = append(p.Rows, r)
		}
	}
	if crossed == 0 || p.Margin < clearAll || p.Margin < clearly*float64(crossed) {
		return Page{}, false
	}
	return p, true
}

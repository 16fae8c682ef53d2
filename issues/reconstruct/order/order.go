// Package order undoes a weave: where an extractor gave the lines of columns
// that stand side by side in turns, each line of the first column followed by
// one of the second, it gives the order in which the columns are read.
//
//	灯塔的老人说，今年的
//	镇上的人都来看船，孩
//	水早了十天，渡口又要
//	子们在河边跑，集市也
//
// A page is taken apart into threads, one for every column: each row goes on
// with a row before it, or begins a thread. Two things are learnt of that. How the
// turns go: that columns come round as they came before, that a blank line parts
// two of them. And what rows say: how much likelier it is than by chance that one
// goes on with the other, by a word that lies across the cut, an end mark, widths,
// and by what the rows are, where that is known. The threads that are likeliest
// together are searched for (a beam), and the order of the source stands unless
// they are far likelier than it.
//
// Which articles stand on the page, and how well a row's words go with each, is asked of
// others. Every thread is in one article until a title begins another in it, so that the
// words of all its rows tell which one, and threads are put in order accordingly.
package order

import (
	"cmp"
	"slices"
	"sync"

	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
)

const (
	// So many ways to read a page are followed; more find nothing better.
	beam = 24
	// clearly is how much likelier than the source's an order has to be, as a natural
	// logarithm, for every row that it lets go on over others: with less, texts are
	// torn from their articles oftener than they are brought home.
	clearly = 1.3
	// clearAll is how much likelier it has to be in all: a page of a few rows proves nothing.
	clearAll = 12
	// few is how many rows tell nothing.
	few = 8
)

// A Page is one page whose rows were put into another order.
type Page struct {
	Rows   []int   // the rows, by number, as they are read
	Margin float64 // how much likelier that is than the order of the source
}

// Read gives the order in which the rows are read, by their numbers, and the
// pages that it changed. Labels say what the rows are, in the order of the rows, and
// articles what they speak of; nil where nobody knows. Rows never leave their page. Rows that have a page's facts are in order already
// and stay as they are.
func Read(rs []rows.Row, ls []label.Label, articles Articles) (perm []int, moved []Page) {
	perm = rows.Numbers(len(rs))
	r := newReader(rs, ls)
	r.articles = articles
	for from := 0; from < len(rs); {
		to := pageEnd(rs, from)
		if p, ok := r.page(from, to); ok {
			copy(perm[from:], p.Rows)
			moved = append(moved, p)
		}
		r.remember(perm[from:to])
		from = to
	}
	return perm, moved
}

// pageEnd gives where the rows of a page end that begins at from.
func pageEnd(rs []rows.Row, from int) int {
	to := from + 1
	for to < len(rs) && rs[to].Page == rs[from].Page {
		to++
	}
	return to
}

// A reader goes through the pages of an issue.
type reader struct {
	model    model
	rows     []rows.Row
	labels   []label.Label
	articles Articles // nil where nobody knows
	speech   func() *Speech
	last     int // the row of running text that was read last, -1 at the beginning
	over     int // the article that goes over to the next page, 0 for none
}

func newReader(rs []rows.Row, ls []label.Label) *reader {
	return &reader{model: learnt(), rows: rs, labels: ls, speech: sync.OnceValue(func() *Speech { return Listen(rs) }), last: -1}
}

// remember keeps the row that was read last, and its article: the next page may go on
// with them.
func (r *reader) remember(read []int) {
	for _, i := range read {
		if !Flows(r.labels[i].Kind) {
			continue
		}
		r.last = i
		if r.articles != nil {
			r.over = cmp.Or(r.articles.Head(i), r.over)
		}
	}
	if r.articles != nil {
		r.over = r.articles.Over(r.over)
	}
}

// Flows tells whether rows of the kind stand in the columns of the text.
func Flows(k label.Kind) bool {
	switch k {
	case label.Cover, label.Colophon, label.Contents, label.ContentsHead, label.ContentsSection, label.Running:
		return false
	}
	return true
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

// page gives the order of the rows of a page, if it is another than the source's.
func (r *reader) page(from, to int) (Page, bool) {
	if to-from < few || to-from > longest || r.rows[from].Fact != nil || whole(r.rows[from:to]) {
		return Page{}, false
	}
	var in []int // the rows that stand in columns
	for i := from; i < to; i++ {
		if Flows(r.labels[i].Kind) {
			in = append(in, i)
		}
	}
	if len(in) < few {
		return Page{}, false
	}
	s := r.sight(in)
	s.subjects = r.subjects(in)
	threads, best := s.search()
	p := Page{Margin: best - s.plain()}
	over := 0 // rows that go on over others
	for _, t := range threads {
		for k := 1; k < len(t); k++ {
			if t[k-1] != t[k]-1 {
				over++
			}
		}
	}
	if over == 0 || p.Margin < clearAll || p.Margin < clearly*float64(over) {
		return Page{}, false
	}
	var read []int
	for _, t := range s.sequence(threads) {
		for _, n := range t {
			read = append(read, in[n])
		}
	}
	p.Rows = around(from, to, in[0], read)
	return p, true
}

// around puts what stands in no column at the page's head, where it stands before
// the first row of the columns, and else at its foot.
func around(from, to, first int, read []int) []int {
	var out []int
	for i := from; i < first; i++ {
		out = append(out, i)
	}
	out = append(out, read...)
	for i := first; i < to; i++ {
		if !slices.Contains(read, i) {
			out = append(out, i)
		}
	}
	return out
}

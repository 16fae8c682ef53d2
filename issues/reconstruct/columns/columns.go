// Package columns puts the rows of a page into the order of reading where a dump
// printed its columns side by side, row by row:
//
//	灯塔的老人说，今年的
//	镇上的人都来看船，孩
//	水早了十天，渡口又要
//	子们在河边跑，集市也
//
// Package order does so before anybody knows what the rows are. Here it is known,
// and with it that a kicker goes on with a title and a broken sentence with no
// heading, and the order is looked for again: as so many columns as speak most
// for it, whose rows come by turns (a beam over how the turns go, counted on
// houses whose columns are known, and over how likely two rows are one text).
// Rows never leave their page, and move only where the evidence that they do not
// go on in the order of the source, and that they do in another, is far beyond
// chance.
package columns

import (
	"slices"

	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
)

// A Page is one page whose rows were put into another order than they were given in.
type Page struct {
	Rows    []int   // by number, as they are read
	Columns int     // how many stand side by side
	Margin  float64 // how much likelier than the order of the source that is, as a logarithm
}

const (
	// clearly is how much likelier than the source's an order has to be, as a
	// logarithm, for every row that it puts behind another. Of what less speaks
	// for, more than one row in five went wrong on houses whose order is known.
	clearly = 1.3
	// clearAll asks for as much in all: a page of a few rows proves nothing.
	clearAll = 12.
	// sound is what a link weighs on the average on a page whose rows go on with
	// each other; such pages are left alone, which saves the search.
	sound = .7
	// few is how many rows tell nothing.
	few = 6
)

// Read gives the order in which the rows are read, by their numbers, and the
// pages that it changed. The order of the source stands wherever no other is
// clearly likelier. Rows and labels are in the order of the source.
func Read(rs []rows.Row, ls []label.Label) (perm []int, moved []Page) {
	if !slices.ContainsFunc(rs, func(r rows.Row) bool { return r.Blank > 0 }) {
		// An extractor that parts nothing gives rows in the order in which they were drawn, and columns are drawn whole.
		for i := range rs {
			perm = append(perm, i)
		}
		return perm, nil
	}
	r := newReader(rs, ls)
	for from := 0; from < len(rs); {
		to := from + 1
		for to < len(rs) && rs[to].Page == rs[from].Page {
			to++
		}
		if p, ok := r.page(from, to); ok {
			perm = append(perm, p.Rows...)
			moved = append(moved, p)
		} else {
			for i := from; i < to; i++ {
				perm = append(perm, i)
			}
		}
		from = to
	}
	return perm, moved
}

// page gives the order of one page's rows, if it is another than the source's.
func (r *reader) page(from, to int) (Page, bool) {
	var is []int // the rows that stand in columns
	blanks := 0
	for i := from; i < to; i++ {
		if body(r.labels[i].Kind) {
			is = append(is, i)
			if r.rows[i].Blank > 0 {
				blanks++
			}
		}
	}
	if len(is) < few || len(is) > longest {
		return Page{}, false
	}
	base := r.straight(is)
	if base > sound*float64(len(is)) {
		return Page{}, false
	}
	of, k, score := r.columns(is, 3*blanks > len(is))
	var in []int
	for t := range int8(k) {
		for n, i := range is {
			if of[n] == t {
				in = append(in, i)
			}
		}
	}
	p := Page{Columns: k, Margin: score - base}
	if m := crossed(is, in); m == 0 || p.Margin < clearAll || p.Margin < clearly*float64(m) {
		return Page{}, false
	}
	p.Rows = r.around(from, to, is[0], in)
	return p, true
}

// longest is how many rows a page has at most; more is a dump without pages.
const longest = 600

// columns finds the number of columns and the column of every row.
func (r *reader) columns(is []int, parted bool) (of []int8, k int, score float64) {
	loose := false
	for n := 2; n <= mostColumns; n++ {
		for _, l := range []bool{false, true} {
			if l && parted {
				continue
			}
			if _, s := r.untangle(is, n, l, coarse); k == 0 || s > score {
				k, loose, score = n, l, s
			}
		}
	}
	of, score = r.untangle(is, k, loose, fine)
	return of, k, score
}

// crossed counts the rows that follow another than in the source.
func crossed(is, in []int) int {
	after := map[int]int{}
	for n := 1; n < len(is); n++ {
		after[is[n]] = is[n-1]
	}
	m := 0
	for n := 1; n < len(in); n++ {
		if before, ok := after[in[n]]; !ok || before != in[n-1] {
			m++
		}
	}
	return m
}

// around puts what stands in no column at the page's head, where it stands before
// the first row of the columns, and else at its foot.
func (r *reader) around(from, to, first int, in []int) []int {
	var out []int
	for i := from; i < first; i++ {
		out = append(out, i)
	}
	out = append(out, in...)
	for i := first; i < to; i++ {
		if !body(r.labels[i].Kind) {
			out = append(out, i)
		}
	}
	return out
}

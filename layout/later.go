package layout

import (
	"slices"

	"kanyin/issues/issue"
)

// A picture that its column has no room for goes to the head of the next one, and
// leaves a hole where it stood: of a story that begins low on a page, two lines stood
// under the title, as no column there had room for the picture after them. So a story
// may also be set with a picture a few paragraphs later: the text passes it, and fills
// the column. Making up the pages chooses.

const (
	laterShare = 250 // thousandths of a page's rows that a picture stands after its place at most: it is on that page or the next
	laterMost  = 3   // pictures of a story that are tried later: each is ways more of setting it
	laterWays  = 3   // paragraphs after its place that one is tried at
	laterPrice = 5   // a picture after its place: less than a hole that is seen, and it is not moved for nothing
	holePrice  = 3   // a column that ends before a picture, times its blank: white after a story's end is rest, before it a fault
	fewPrice   = 40  // an opening under another story with a few lines a column: as dear as a long story that begins no page
	fewLines   = 3   // fewer than that
)

// withLater lists the ways of setting a story with one of its pictures later than
// its place, the blocks of its text given: in the columns alone, and with others
// across them. The galley has the story with each at its place.
func (g *galley) withLater(s *story, rest []int, grating grating, fresh func() *galley) []*story {
	var list []*story
	tried := 0
	for k := 0; k < len(rest) && tried < laterMost; k++ {
		end := g.picturesEnd(rest, k)
		if end == k {
			continue
		}
		for _, to := range g.later(rest, k, end, grating) {
			moved := append(append(append(rest[:k:k], rest[end:to]...), rest[k:end]...), rest[to:]...)
			again := func() *galley {
				again := fresh()
				again.moved = rest[k:end]
				return again
			}
			v := *s
			gal := again()
			gal.blocks(moved)
			gal.close()
			v.flow, v.others, v.late = gal.flowed(grating), nil, true
			list = append(append(list, &v), g.withStrips(&v, g.article, moved, grating, again)...)
		}
		tried++
		k = end - 1
	}
	return list
}

// picturesEnd is where the pictures that come at a place among blocks end, with
// caption and credits: the place itself where none comes.
func (g *galley) picturesEnd(rest []int, k int) int {
	kind := func(k int) issue.Kind {
		if k < len(rest) {
			return g.article.Blocks[rest[k]].Kind
		}
		return ""
	}
	if kind(k) != issue.Figure {
		return k
	}
	for kind(k) == issue.Figure {
		k++
	}
	if kind(k) == issue.Caption {
		for k++; kind(k) == issue.Credit; k++ {
		}
	}
	return k
}

// passed takes what is said of pictures that stand after their place from the lines
// that a page may begin with: the text would go back by them.
func (g *galley) passed() {
	for i := range g.slugs {
		for _, l := range g.slugs[i].lines {
			if slices.Contains(g.moved, l.block) {
				l.reading = false
			}
		}
	}
}

// later lists how far pictures may stand after their place: after one paragraph of
// plain text, after two, and so on. Text must follow them still, for an article does
// not end with pictures. What can go across the columns stays: text passes it there.
func (g *galley) later(rest []int, k, end int, grating grating) []int {
	if g.across(g.article, rest[k:], grating) > 0 {
		return nil
	}
	var list []int
	passed := 0
	for to := end; to < len(rest) && g.plain(rest[to]) && len(list) < laterWays; {
		passed += ems(g.article.Blocks[rest[to]].Text)*int(g.size)/int(g.measure) + 1
		to++
		if passed*1000 > g.pageRows()*laterShare || !slices.ContainsFunc(rest[to:], g.plain) {
			break
		}
		list = append(list, to)
	}
	return list
}

// holes prices the columns that end before a picture which they had no room for, on
// the pages that a story goes on from. Air in its opening fills none.
func (m makeup) holes(s *story, at spot) float64 {
	price, head := 0.0, at.row+s.opening.rows
	for _, r := range at.runs[:len(at.runs)-1] {
		top := head
		if r.over != nil {
			top += r.over.rows
		}
		for _, c := range r.columns {
			if next := s.flow.begin(c.to); next < len(s.flow.slugs) && len(s.flow.slugs[next].images) > 0 {
				price += holePrice * m.blank(max(top+c.used, 1)) / float64(len(r.columns))
			}
		}
		head = 0
	}
	return price
}

// few reports whether a page's share of a story is a few lines a column.
func (s *story) few(r run) bool {
	rows := 0
	for _, c := range r.columns {
		rows += c.used
	}
	return rows < fewLines*len(r.columns)
}

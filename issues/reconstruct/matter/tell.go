package matter

import (
	"cmp"
	"math"
	"slices"
)

// A price is what it costs, as natural logarithms, that texts are taken from the
// article that the order of reading gives them.
type price struct {
	leave float64 // that texts leave it
	off   float64 // for every one of them: two paragraphs share words by chance
	turn  float64 // that texts go back to it
}

var (
	// Where a page stands in order, a text hardly ever stands wrongly. With two thirds of
	// the price of leaving orderly texts are torn from their articles.
	orderly = price{leave: 12, off: 2, turn: 4}
	// Where it is woven, every row or two belongs to another article.
	woven = price{leave: 3, off: .3, turn: 1}
)

const (
	// disorder is how much likelier a page has to be when it is woven to count as such:
	// with half of it orderly texts lose a little and woven ones win nothing; with half as
	// much again a quarter of what comes home stays away.
	disorder = 30.
	// overleaf is what it costs besides that a page begins with an article that it does not
	// show: with none, a text that goes on from the page before is given to its neighbour there.
	overleaf = 6.
	// believed is how far, as a natural logarithm, it counts for or against two texts'
	// belonging together that the one goes on with the other: a single word that
	// lies across a cut by chance is not worth more than what all others say.
	believed = 6.
)

// A sheet is the units of a page, and what is asked of them again and again.
type sheet struct {
	*telling
	units  []unit
	among  []int       // the articles that they may belong to
	here   []int       // those of them that stand on the page
	before []int       // the row that each article was read up to before the page, -1 for none
	worth  [][]float64 // of every unit in each of the articles
}

func (t *telling) sheet(from, to int, among []int) *sheet {
	s := &sheet{telling: t, units: t.units[from:to], among: among, here: t.here(from, to)}
	for _, a := range among {
		s.before = append(s.before, t.lastBefore(from, a))
	}
	for i := range s.units {
		var worth []float64
		for _, a := range among {
			worth = append(worth, t.worth(&s.units[i], a))
		}
		s.worth = append(s.worth, worth)
	}
	return s
}

// lastBefore gives the last row of the article before unit u, on the page before that
// of u or on its own; -1 for none.
func (t *telling) lastBefore(u, article int) int {
	for i := u - 1; i >= 0 && t.page(i) >= t.page(u)-1; i-- {
		if t.units[i].article == article {
			return t.units[i].to - 1
		}
	}
	return -1
}

// tell gives the articles of a page's units that are likeliest together, and whether
// the page is woven. Texts that stand wrongly speak for each other, so in an issue with
// woven pages a page's own texts are set aside while it is told.
func (t *telling) tell(from, to int, among []int) (articles []int, isWoven bool) {
	if t.woven {
		t.aside(from, to)
		defer t.back(from, to)
	}
	s := t.sheet(from, to, among)
	stays, a := s.likeliest(orderly)
	leaves, b := s.likeliest(woven)
	if b-disorder > a {
		return leaves, true
	}
	return stays, false
}

// A way is one way to tell the units of a page up to one.
type way struct {
	score float64
	at    int   // the article of the last unit, by its place among those of the page
	last  []int // the row that each article was read up to, -1 for none
	from  *way
}

// likeliest gives the articles of the units that are likeliest together at a price
// (Viterbi: of the ways that give a unit the same article the best goes on, though
// the others may have left other articles at other rows).
func (s *sheet) likeliest(p price) ([]int, float64) {
	var ways []*way
	for k, a := range s.among {
		w := &way{at: k, last: s.before}
		if a != s.units[0].read {
			if w.score -= p.leave; !slices.Contains(s.here, a) {
				w.score -= overleaf
			}
		}
		ways = append(ways, w)
	}
	for i := range s.units {
		var next []*way
		for k := range s.among {
			if w := s.best(ways, i, k, p); w != nil {
				next = append(next, w)
			}
		}
		ways = next
	}
	best := slices.MaxFunc(ways, func(a, b *way) int { return cmp.Compare(a.score, b.score) })
	score := best.score
	out := make([]int, len(s.units))
	for i := len(out) - 1; i >= 0; i-- {
		out[i], best = s.among[best.at], best.from
	}
	return out, score
}

// best gives the best way that gives unit i the article at place k, or nil.
func (s *sheet) best(ways []*way, i, k int, p price) *way {
	u, a := &s.units[i], s.among[k]
	if u.fixed && a != u.read {
		return nil
	}
	var best *way
	top := math.Inf(-1)
	mayBegin := i > 0 && slices.Contains(s.here, a) // what comes from the page before stands at the page's head
	for _, w := range ways {
		if w.at != k && !mayBegin {
			continue
		}
		v := w.score + s.goesOn(w.last[k], u)
		if i > 0 {
			v -= p.step(&s.units[i-1], u, s.among[w.at], a)
		}
		if v > top {
			best, top = w, v
		}
	}
	if best == nil {
		return nil
	}
	if top += s.worth[i][k]; a != u.read {
		top -= p.off
	}
	last := slices.Clone(best.last)
	last[k] = u.to - 1
	return &way{top, k, last, best}
}

// goesOn is how much likelier it is that unit u goes on with a row than with any other,
// as a natural logarithm; 0 for no row.
func (t *telling) goesOn(row int, u *unit) float64 {
	if row < 0 {
		return 0
	}
	return max(-believed, min(believed, t.links.Of(row, u.from)))
}

// step is what it costs that unit u belongs to one article after v, before it, to another.
func (p price) step(v, u *unit, at, to int) float64 {
	switch {
	case to == u.read && at == v.read:
		return 0
	case to == at:
		if to != u.read && at == v.read {
			return p.leave
		}
		return 0
	case to == u.read:
		return p.turn
	}
	return p.turn + p.leave
}

package matter

import (
	"math"
	"slices"
)

const (
	// leave is what it costs, as a natural logarithm, that texts leave the article they
	// are read with: with two thirds of it more text comes home, and orderly texts are
	// torn from theirs; with half again as much a sixth less comes home.
	leave = 12.
	// off is what it costs every one of them: two paragraphs share words by chance. With
	// none, orderly texts lose .004 of what is in its own article.
	off = 2.
	// overleaf is what it costs besides that a page begins with an article that it does not
	// show: with none, a text that goes on from the page before is given to its neighbour there.
	overleaf = 6.
	// turn is what it costs that texts go back to the article they are read with: columns
	// come in runs of several.
	turn = 4.
)

// tell gives the articles of a page's units that are likeliest together (Viterbi).
func (t *telling) tell(from, to int, among []int) []int {
	n, k := to-from, len(among)
	here := t.here(from, to)
	best := make([]float64, k)
	back := make([][]int, n)
	for i := range n {
		u := &t.units[from+i]
		next := make([]float64, k)
		back[i] = make([]int, k)
		for b, to := range among {
			next[b] = math.Inf(-1)
			for a, at := range among {
				v := best[a]
				if i > 0 && to != at && !slices.Contains(here, to) {
					continue // what comes from the page before stands at the page's head
				}
				if i > 0 {
					v -= t.step(&t.units[from+i-1], u, at, to)
				} else if a != b {
					continue
				} else if to != u.read {
					v -= leave
					if !slices.Contains(here, to) {
						v -= overleaf
					}
				}
				if v > next[b] {
					next[b], back[i][b] = v, a
				}
			}
			next[b] += t.worth(u, to)
			if to != u.read {
				next[b] -= off
				if u.fixed {
					next[b] = math.Inf(-1)
				}
			}
		}
		best = next
	}
	at := 0
	for a := range best {
		if best[a] > best[at] {
			at = a
		}
	}
	out := make([]int, n)
	for i := n - 1; i >= 0; i-- {
		out[i] = among[at]
		at = back[i][at]
	}
	return out
}

// step is what it costs that unit u belongs to one article after v, before it, to another.
func (t *telling) step(v, u *unit, at, to int) float64 {
	switch {
	case to == u.read && at == v.read:
		return 0
	case to == at:
		if to != u.read && at == v.read {
			return leave
		}
		return 0
	case to == u.read:
		return turn
	}
	return turn + leave
}

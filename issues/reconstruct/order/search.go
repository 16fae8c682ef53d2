package order

import (
	"slices"
)

// A way is one way to read a page up to some row.
type way struct {
	score  float64
	tails  []int // the last row of every open thread, the one that was longest idle first
	before int   // over how many rows the last row went on; 0 where it began a thread
	from   *way
	on     int // the row that the last row goes on with, or -1
}

// What a row's place is worth, beside the words. Columns that stand side by side
// come in turns, so a row goes on over as many rows as the one before it did.
const (
	another = -1.2 // it goes on over another number of rows: a column ends, or a line was cut in two
	begins  = -.6  // it begins a thread; a page has few
	close   = .7   // it goes on with the row right over it, and no blank line parts them
)

func step(lag, before int) float64 {
	switch {
	case lag == 0:
		return begins
	case lag != before:
		return another
	}
	return 0
}

// options gives, for row b behind a way, what each choice is worth: to go on
// with one of the open threads, and last to begin one.
func (s *Sight) options(b int, tails []int, before int) []float64 {
	out := make([]float64, len(tails)+1)
	for k, a := range tails {
		out[k] = s.link(a, b) + step(b-a, before)
		if a == b-1 && s.rows[b].Blank == 0 {
			out[k] += close
		}
	}
	out[len(tails)] = s.begin[b] + step(0, before)
	return out
}

// then gives the tails after row b went on with the thread at k, or began one.
func then(tails []int, k, b int) []int {
	out := make([]int, 0, open)
	out = append(out, tails[:k]...)
	if k < len(tails) {
		out = append(out, tails[k+1:]...)
	}
	if len(out) == open {
		out = out[1:]
	}
	return append(out, b)
}

// search gives the likeliest threads, in the order of their first rows, and the
// logarithm of how likely they are.
func (s *Sight) search() ([][]int, float64) {
	ways := []*way{{before: 1}}
	for b := range s.rows {
		var next []*way
		for _, w := range ways {
			for k, v := range s.options(b, w.tails, w.before) {
				n := &way{score: w.score + v, tails: then(w.tails, k, b), from: w, on: -1}
				if k < len(w.tails) {
					n.on = w.tails[k]
					n.before = b - n.on
				}
				next = append(next, n)
			}
		}
		slices.SortStableFunc(next, func(x, y *way) int {
			switch {
			case x.score > y.score:
				return -1
			case x.score < y.score:
				return 1
			}
			return 0
		})
		ways = next[:min(beam, len(next))]
	}
	return threads(ways[0], len(s.rows)), ways[0].score
}

func threads(w *way, n int) [][]int {
	on := make([]int, n)
	for b := n - 1; b >= 0; b-- {
		on[b] = w.on
		w = w.from
	}
	var out [][]int
	of := make([]int, n)
	for b, a := range on {
		if a < 0 {
			of[b] = len(out)
			out = append(out, nil)
		} else {
			of[b] = of[a]
		}
		out[of[b]] = append(out[of[b]], b)
	}
	return out
}

// plain gives the logarithm of how likely the order of the source is: every row
// goes on with the one before it, or begins a thread, whichever is likelier.
func (s *Sight) plain() float64 {
	sum, before := 0.0, 1
	var tails []int
	for b := range s.rows {
		o := s.options(b, tails, before)
		k := len(tails)
		if n := len(tails); n > 0 && o[n-1] > o[n] {
			k = n - 1
		}
		sum += o[k]
		before = 0
		if k < len(tails) {
			before = 1
		}
		tails = then(tails, k, b)
	}
	return sum
}

package order

import (
	"cmp"
	"math"
	"slices"
)

// A way is one way to read a page up to some row.
type way struct {
	score float64
	tails tails
	from  *way
	on    int16 // the row that the last row goes on with, or -1
}

// options gives the logarithm of how likely each choice for row b is: to go on
// with one of the open threads, and last to begin one. How the turns go is likely
// of itself; what the rows say weighs for or against.
func (s *Sight) options(b int, t *tails, out []float64) []float64 {
	out = out[:0]
	blank := s.rows[b].Blank > 0
	sum := 0.0
	for k := range t.n + 1 {
		v := s.turn(t.turn(k, b, blank))
		sum += math.Exp(v)
		out = append(out, v)
	}
	sum = math.Log(sum)
	for k := range t.n {
		out[k] += s.link(int(t.of[k].row), b) - sum
	}
	out[t.n] += s.begin[b] - sum
	return out
}

// A step is one way to go on with the next row.
type step struct {
	score   float64
	way     *way
	k       int // the thread that it goes on with, or begins
	article int // that it belongs to, by its place among those of the page
}

// search gives the likeliest threads, in the order of their first rows, and the
// logarithm of how much likelier they are than rows that have nothing to do with each
// other. It keeps what article every row belongs to.
func (s *Sight) search() ([][]int, float64) {
	ways := []*way{{on: -1}}
	var next []step
	seen := map[standing]bool{}
	for b := range s.n {
		next = next[:0]
		for _, w := range ways {
			next = s.steps(b, w, next)
		}
		slices.SortStableFunc(next, func(x, y step) int { return cmp.Compare(y.score, x.score) })
		ways = nil
		clear(seen)
		for _, n := range next {
			w := &way{score: n.score, tails: n.way.tails.then(n.k, b, n.article), from: n.way, on: -1}
			at := w.tails.standing(b)
			if seen[at] {
				continue // a better way leads here
			}
			seen[at] = true
			if n.k < n.way.tails.n {
				w.on = n.way.tails.of[n.k].row
			}
			if ways = append(ways, w); len(ways) == beam {
				break
			}
		}
	}
	on, told := ways[0].path(s.n)
	s.subjects.told = told
	return threads(on), ways[0].score
}

// steps gives the ways to go on with row b: with any thread or a new one, and there
// with any article.
func (s *Sight) steps(b int, w *way, out []step) []step {
	s.buf = s.options(b, &w.tails, s.buf)
	for k, v := range s.buf {
		row, from := -1, -1
		if k < w.tails.n {
			row, from = int(w.tails.of[k].row), int(w.tails.of[k].article)
		}
		for a := range s.subjects.among {
			if row >= 0 && a != from && a != s.subjects.likeliest[b] {
				continue // a thread that leaves its article goes where the row's words are
			}
			if u := s.subjects.taken(row, from, b, a); !math.IsInf(u, -1) {
				out = append(out, step{w.score + v + u, w, k, a})
			}
		}
	}
	return out
}

// path gives for each of the n rows which one it goes on with, or -1, and its article.
func (w *way) path(n int) (on, articles []int) {
	on, articles = make([]int, n), make([]int, n)
	for b := n - 1; b >= 0; b-- {
		on[b], articles[b] = int(w.on), int(w.tails.of[w.tails.n-1].article)
		w = w.from
	}
	return on, articles
}

func threads(on []int) [][]int {
	var out [][]int
	of := make([]int, len(on))
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

// What rows do that stand in the order of reading, as natural logarithms: nine in
// ten go on with the row over them, the others begin something.
const (
	goesOn = -.1
	begins = -2.3
)

// plain gives the same for the order of the source: every row goes on with the one
// before it, or begins a thread, whichever is likelier.
func (s *Sight) plain() float64 {
	sum := s.begin[0]
	for b := 1; b < s.n; b++ {
		sum += max(s.link(b-1, b)+goesOn, s.begin[b]+begins)
	}
	return sum + s.subjects.asRead()
}

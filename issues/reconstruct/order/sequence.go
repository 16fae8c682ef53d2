package order

import (
	"math"
	"slices"
)

const (
	// inverted is what it costs, as a natural logarithm, that a thread is read before
	// one that begins above it: columns are given from the first to the last, and
	// with less the sequence is worse than no other at all.
	inverted = -6.
	// several is how many threads are put in order by what they say; a page has few
	// columns, and more threads are scraps.
	several = 10
)

// sequence puts threads into the order in which they are read: one goes on where
// another ends, in the same article unless it begins with a title, and the first where
// the page before ended. It looks at all orders
// (the dynamic programme of Held and Karp 1962).
func (s *Sight) sequence(threads [][]int) [][]int {
	n := len(threads)
	if n < 2 || n > several {
		return threads
	}
	// best[set][last] is what the best order of a set is worth that ends with last.
	best := make([][]float64, 1<<n)
	from := make([][]int, 1<<n)
	for set := range best {
		best[set], from[set] = make([]float64, n), make([]int, n)
		for t := range n {
			best[set][t] = math.Inf(-1)
		}
	}
	for t := range n {
		best[1<<t][t] = inverted * float64(t)
		if len(s.rows) > s.n {
			best[1<<t][t] += s.link(s.n, threads[t][0]) - s.subjects.parted(-1, threads[t][0])
		}
	}
	for set := range best {
		for last := range n {
			if math.IsInf(best[set][last], -1) {
				continue
			}
			end := threads[last][len(threads[last])-1]
			over := 0 // threads that begin above the next and are not yet read
			for t := range n {
				if set>>t&1 == 1 {
					continue
				}
				v := best[set][last] + s.link(end, threads[t][0]) - s.subjects.parted(end, threads[t][0]) + inverted*float64(over)
				if to := set | 1<<t; v > best[to][t] {
					best[to][t], from[to][t] = v, last
				}
				over++
			}
		}
	}
	all := len(best) - 1
	last := slices.Index(best[all], slices.Max(best[all]))
	var out [][]int
	for set := all; set > 0; {
		out = append(out, threads[last])
		set, last = set&^(1<<last), from[set][last]
	}
	slices.Reverse(out)
	return out
}

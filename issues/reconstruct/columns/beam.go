package columns

import (
	"math"
	"slices"
)

// A step says where the next row stands: in the column of this one, in the next
// column or in another.
type step struct{ same, next, other float64 }

// steps are the shares of such steps on pages that were printed row by row,
// counted on houses whose columns are known: by the number of columns; by
// whether the dump parts rows by blanks nowhere, parts these two, or does not;
// and by whether the row before stayed in its column.
var steps = [mostColumns + 1][3][2]step{
	2: {{{.29, .71, 0}, {.77, .23, 0}}, {{.03, .97, 0}, {.26, .74, 0}}, {{.92, .08, 0}, {.97, .03, 0}}},
	3: {{{.26, .41, .33}, {.79, .11, .10}}, {{.03, .71, .26}, {.28, .41, .31}}, {{.78, .10, .12}, {.96, .02, .02}}},
	4: {{{.12, .36, .52}, {.83, .07, .10}}, {{.07, .47, .46}, {.24, .28, .48}}, {{.80, .08, .12}, {.94, .03, .03}}},
	5: {{{.11, .27, .62}, {.88, .04, .08}}, {{.07, .40, .53}, {.24, .25, .51}}, {{.80, .08, .12}, {.94, .03, .03}}},
}

// costs gives the logarithms of the shares of steps among k columns: by how rows
// are parted, and by whether the row before stayed.
func costs(k int) (out [3][2]step) {
	for how := range out {
		for stayed, s := range steps[k][how] {
			out[how][stayed] = step{math.Log(s.same), math.Log(s.next), math.Log(s.other / float64(max(1, k-2)))}
		}
	}
	return out
}

// of gives what a step from column a to column b of k costs.
func (s step) of(k, a, b int) float64 {
	switch b {
	case a:
		return s.same
	case (a + 1) % k:
		return s.next
	}
	return s.other
}

const (
	mostColumns = 5  // a newspaper's
	coarse      = 12 // readings that are followed at a time, to find the number of columns
	fine        = 60 // and to give each row its column: more find no better ones
)

// A reading says which column each row so far belongs to.
type reading struct {
	score   float64
	last    [mostColumns]int16 // of each column: its last row, -1 where none has come
	first   [mostColumns]int16
	current int8
	stayed  bool
	back    int32 // index into the trail
}

// A step of the trail: the column that a row was given, and the step before.
type trail struct {
	column int8
	back   int32
}

// untangle reads the rows as k columns that were printed side by side. It gives
// the column of each and how likely the reading is.
func (r *reader) untangle(is []int, k int, loose bool, width int) ([]int8, float64) {
	cost := costs(k)
	var path []trail
	start := reading{back: -1, current: -1}
	for t := range start.last {
		start.last[t], start.first[t] = -1, -1
	}
	beam := []reading{start}
	for n := range is {
		how := 2
		switch {
		case loose:
			how = 0
		case n > 0 && r.rows[is[n]].Blank > 0:
			how = 1
		}
		var next []reading
		for _, b := range beam {
			for t := range k {
				if b.last[t] < 0 && t > 0 && b.last[t-1] < 0 {
					break // columns begin from the left
				}
				c := b
				if n > 0 {
					c.score += cost[how][bit(b.stayed)].of(k, int(b.current), t)
				}
				if b.last[t] >= 0 {
					c.score += r.link(is[b.last[t]], is[n])
				} else {
					c.first[t] = int16(n)
				}
				c.stayed = int8(t) == b.current
				c.last[t], c.current = int16(n), int8(t)
				next = append(next, c)
			}
		}
		slices.SortStableFunc(next, func(a, b reading) int {
			switch {
			case a.score > b.score:
				return -1
			case a.score < b.score:
				return 1
			}
			return 0
		})
		beam = beam[:0]
		seen := map[[mostColumns + 1]int16]bool{}
		for _, c := range next {
			var key [mostColumns + 1]int16
			copy(key[:], c.last[:])
			key[mostColumns] = int16(c.current)
			if c.stayed {
				key[mostColumns] += mostColumns
			}
			if seen[key] {
				continue
			}
			seen[key] = true
			path = append(path, trail{c.current, c.back})
			c.back = int32(len(path) - 1)
			if beam = append(beam, c); len(beam) == width {
				break
			}
		}
	}
	best := -1
	for n := range beam { // each column goes on at the top of the next
		for t := range k - 1 {
			if beam[n].first[t+1] >= 0 {
				beam[n].score += r.link(is[beam[n].last[t]], is[beam[n].first[t+1]])
			}
		}
		if best < 0 || beam[n].score > beam[best].score {
			best = n
		}
	}
	out := make([]int8, len(is))
	for n, at := len(is)-1, beam[best].back; n >= 0; n-- {
		out[n] = path[at].column
		at = path[at].back
	}
	return out, beam[best].score
}

// straight is how likely the rows are in the order in which they stand.
func (r *reader) straight(is []int) float64 {
	s := 0.
	for n := 1; n < len(is); n++ {
		s += r.link(is[n-1], is[n])
	}
	return s
}

package order

import (
	"math"

	"kanyin/issues/reconstruct/rows"
)

// Speech is how an issue speaks: which characters follow each other inside its
// lines, and how often. Its own names and terms are no word of any list, and a
// cut through one of them is told by the places where it stands whole.
type Speech struct {
	single map[rune]float64
	pairs  map[[2]rune]float64
	triple map[[3]rune]bool
	all    float64
}

// Listen gives the speech of an issue.
func Listen(rs []rows.Row) *Speech {
	s := &Speech{single: map[rune]float64{}, pairs: map[[2]rune]float64{}, triple: map[[3]rune]bool{}}
	for _, r := range rs {
		var a, b rune
		for _, c := range r.Text {
			s.single[c]++
			s.all++
			if b != 0 {
				s.pairs[[2]rune{b, c}]++
			}
			if a != 0 {
				s.triple[[3]rune{a, b, c}] = true
			}
			a, b = b, c
		}
	}
	return s
}

// follows tells how much oftener y follows x in the issue than by chance, as a
// natural logarithm; unseen pairs of rare characters say nothing.
func (s *Speech) follows(x, y rune) float64 {
	expected := s.single[x] * s.single[y] / max(s.all, 1)
	return math.Log((s.pairs[[2]rune{x, y}] + .3) / (expected + .3))
}

// whole tells whether three characters across a cut stand together elsewhere.
func (s *Speech) whole(a, b, c rune) bool { return s.triple[[3]rune{a, b, c}] }

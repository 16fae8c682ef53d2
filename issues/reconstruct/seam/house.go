package seam

import (
	"math"
)

// newEvidence gathers what can be known of the issue before anything is weighed.
func newEvidence(pieces []Piece, units []unit) *evidence {
	e := &evidence{
		units: units, terms: newTerms(pieces, units),
		kin: map[link]float64{}, across: map[link]cutWord{},
	}
	e.learnEnds()
	e.learnOpenings()
	return e
}

// learnEnds sees how the issue uses its end marks: whether most articles have
// one, and how often one is followed by the next article or by another mark.
func (e *evidence) learnEnds() {
	var seen, final, last [Furniture + 1]float64
	starts, marks := 0, 0
	for i := range e.units {
		u := &e.units[i]
		if u.start {
			starts++
		}
		if !u.endMark() {
			continue
		}
		seen[u.label]++
		switch {
		case i+1 == len(e.units) || e.units[i+1].start:
			marks++
			last[u.label]++
			final[u.label]++
		case e.units[i+1].endMark():
			final[u.label]++
		}
	}
	e.marked = 2*marks > starts
	surest := 0.0
	for l := range seen {
		e.final[l] = decided((final[l] + 1) / (seen[l] + 1.5))
		e.last[l] = decided((last[l] + 1) / (seen[l] + 1.5))
		surest = max(surest, e.last[l])
	}
	for l := range e.last {
		e.last[l] /= surest
	}
}

// decided sharpens a share that damage has lowered: marks that stand at
// articles' ends more often than not are meant to, and four in ten is as good
// as by chance.
func decided(share float64) float64 {
	return max(share, min(2*share-0.4, 0.98))
}

// learnOpenings sees how the issue opens its articles: with text, or with a heading.
func (e *evidence) learnOpenings() {
	headings, texts := 1.0, 1.0
	for i := 1; i < len(e.units); i++ {
		a, b := &e.units[i-1], &e.units[i]
		if a.label != Title && a.label != Byline {
			continue
		}
		switch b.label {
		case Heading:
			headings++
		case Body:
			texts++
		}
	}
	e.opening = max(-neighbour, min(math.Log(headings/texts), 0))
}

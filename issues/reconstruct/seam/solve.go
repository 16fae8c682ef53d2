package seam

import (
	"math"
	"slices"
	"strings"
)

// caution is what a jump must be worth beyond all other evidence before text
// is moved. What would move without it is told as a doubt.
const caution = 2.0

// Solve puts the pieces in reading order.
func Solve(pieces []Piece) Result {
	units := flow(pieces)
	after := adjacent(units)
	var result Result
	if len(units) > 0 {
		ev := newEvidence(pieces, units)
		regions, whole := ev.regions()
		for _, r := range regions {
			sure := search{evidence: ev, whole: whole, breadth: r.breadth(), extra: caution}
			result.Jumps = append(result.Jumps, sure.settle(r, after)...)
			bold := search{evidence: ev, whole: whole, breadth: r.breadth() / 2}
			result.Doubts = append(result.Doubts, bold.doubts(r, after)...)
		}
	}
	newLayout(pieces, units, after).fill(&result)
	return result
}

// settle reads the region, notes what follows what, and tells of the jumps.
func (s *search) settle(r region, after []int) []Jump {
	best, seen := s.read(r)
	best.follow(after)
	var jumps []Jump
	for step := best.trace; step != nil; step = step.before {
		if t, h := int(step.tail), int(step.head); step.jump() {
			jumps = append(jumps, Jump{
				From: last(s.units[t].pieces), To: s.units[h].pieces[0], Join: joins(&s.units[t], &s.units[h]),
				Why: s.why(t, h), Margin: seen.margin(step),
			})
		}
	}
	slices.SortFunc(jumps, func(a, b Jump) int { return a.To - b.To })
	return jumps
}

// doubts reads the region without caution: what it would move then is told.
func (s *search) doubts(r region, after []int) []Doubt {
	best, seen := s.read(r)
	var list []Doubt
	for step := best.trace; step != nil; step = step.before {
		t, h := int(step.tail), int(step.head)
		if !step.jump() || after[t] == h {
			continue
		}
		d := Doubt{
			Tail: last(s.units[t].pieces), Stands: -1, Could: s.units[h].pieces[0],
			Why: s.why(t, h), Margin: seen.margin(step),
		}
		if after[t] >= 0 {
			d.Stands = s.units[after[t]].pieces[0]
		}
		list = append(list, d)
	}
	slices.SortFunc(list, func(a, b Doubt) int { return a.Tail - b.Tail })
	return list
}

// adjacent lets every unit follow the one before it, unless an article begins.
func adjacent(units []unit) []int {
	after := make([]int, len(units))
	for i := range after {
		after[i] = i + 1
		if i+1 == len(units) || units[i+1].start {
			after[i] = -1
		}
	}
	return after
}

func newEvidence(pieces []Piece, units []unit) *evidence {
	e := &evidence{
		units: units, terms: newTerms(pieces, units), echoes: newEchoes(pieces),
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
// articles' ends more often than not are meant to.
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
	e.opening = max(-2.5, min(math.Log(headings/texts), 0))
}

// why tells what speaks for the link from unit t to unit h, and what against it.
func (e *evidence) why(t, h int) string {
	var why reasons
	e.shape(t, h, &why)
	e.place(t, h, &why)
	e.content(t, h, &why)
	return strings.Join(why.said, "; ")
}

func last[T any](list []T) T { return list[len(list)-1] }

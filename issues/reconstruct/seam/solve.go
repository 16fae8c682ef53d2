package seam

import (
	"math"
	"strings"
)

// caution is what a jump must be worth beyond all other evidence before text
// is moved. What would move without it is told as a doubt.
const caution = 2.0

// Solve puts the pieces in reading order.
func Solve(pieces []Piece) Result {
	units := flow(pieces)
	if len(units) == 0 {
		return newLayout(pieces, units, nil).result()
	}
	ev := newEvidence(pieces, units)
	regions, whole := ev.regions()
	after := adjacent(units)
	var jumps []Jump
	var doubts []Doubt
	for _, r := range regions {
		sure := search{evidence: ev, whole: whole, extra: caution}
		best := sure.run(r.lo, r.hi)
		sure.follow(best, after)
		for t := r.lo; t < r.hi; t++ {
			if h := after[t]; h >= 0 && h != t+1 {
				jumps = append(jumps, sure.jump(t, h, r, best.score))
			}
		}
		doubts = append(doubts, ev.doubts(whole, r, after)...)
	}
	result := newLayout(pieces, units, after).result()
	result.Jumps, result.Doubts = jumps, doubts
	return result
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

// doubts reads the region once more without caution: what it would move then
// is told.
func (e *evidence) doubts(whole []bool, r region, after []int) []Doubt {
	bold := search{evidence: e, whole: whole}
	best := bold.run(r.lo, r.hi)
	other := make([]int, len(after))
	bold.follow(best, other)
	var list []Doubt
	for t := r.lo; t < r.hi; t++ {
		if h := other[t]; h > 0 && h != t+1 && after[t] != h {
			list = append(list, bold.doubt(t, after[t], h, r, best.score))
		}
	}
	return list
}

func newEvidence(pieces []Piece, units []unit) *evidence {
	e := &evidence{
		units: units, terms: newTerms(pieces, units), echoes: newEchoes(pieces),
		kin: map[[2]int32]float64{}, across: map[[2]int32]cutWord{},
	}
	e.learnEnds()
	e.learnOpenings()
	return e
}

// learnEnds sees how the issue uses its end marks: whether most articles have
// one, and how often one is followed by the next article.
func (e *evidence) learnEnds() {
	var seen, last [Furniture + 1]float64
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
		if i+1 == len(e.units) || e.units[i+1].start || e.units[i+1].endMark() {
			last[u.label]++
		}
		if i+1 == len(e.units) || e.units[i+1].start {
			marks++
		}
	}
	e.marked = 2*marks > starts
	for l := range seen {
		e.final[l] = (last[l] + 1) / (seen[l] + 1.5)
	}
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

// follow notes for each unit of the reading the one that is read after it, or -1.
func (s *search) follow(r reading, after []int) {
	for step := r.trace; step != nil; step = step.before {
		after[step.head] = -1
	}
	for step := r.trace; step != nil; step = step.before {
		if step.tail >= 0 {
			after[step.tail] = int(step.head)
		}
	}
}

// jump tells of the link from unit t to unit h, with its reasons and margin.
func (s *search) jump(t, h int, r region, score float64) Jump {
	return Jump{
		From: last(s.units[t].pieces), To: s.units[h].pieces[0], Join: joins(&s.units[t], &s.units[h]),
		Why: s.why(t, h), Margin: s.margin(t, h, r, score),
	}
}

// doubt tells of the link from unit t to unit h that was not made.
func (s *search) doubt(t, stands, h int, r region, score float64) Doubt {
	d := Doubt{
		Tail: last(s.units[t].pieces), Stands: -1, Could: s.units[h].pieces[0],
		Why: s.why(t, h), Margin: s.margin(t, h, r, score),
	}
	if stands >= 0 {
		d.Stands = s.units[stands].pieces[0]
	}
	return d
}

func (s *search) why(t, h int) string {
	var why reasons
	s.shape(t, h, &why)
	s.place(t, h, &why)
	s.content(t, h, &why)
	return strings.Join(why.said, "; ")
}

// margin is how much worse the region reads without the link than it scored
// with it, beyond caution.
func (s *search) margin(t, h int, r region, score float64) float64 {
	other := *s
	other.never = map[[2]int32]bool{{int32(t), int32(h)}: true}
	return score - other.run(r.lo, r.hi).score
}

func last[T any](list []T) T { return list[len(list)-1] }

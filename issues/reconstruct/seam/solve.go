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
	if len(units) == 0 {
		var r Result
		newLayout(pieces, units, nil).fill(&r)
		return r
	}
	ev := newEvidence(pieces, units)
	regions, whole := ev.regions()
	after := adjacent(units)
	var result Result
	for _, r := range regions {
		sure := search{evidence: ev, whole: whole, breadth: r.breadth(), extra: caution}
		result.Jumps = append(result.Jumps, sure.settle(r, after)...)
		bold := search{evidence: ev, whole: whole, breadth: r.breadth()}
		result.Doubts = append(result.Doubts, bold.doubts(r, after)...)
	}
	newLayout(pieces, units, after).fill(&result)
	return result
}

// settle reads the region, notes what follows what, and tells of the jumps. The
// search bounds its work and may lose the best reading; where a region reads
// better without a jump that was made, that better reading is taken.
func (s *search) settle(r region, after []int) []Jump {
	for range 3 {
		best := s.reading(r, s.breadth)
		s.follow(best, after)
		better := best
		jumps := s.jumps(r, after, func(without reading) {
			if without.score > better.score {
				better = without
			}
		})
		if better.score == best.score {
			return jumps
		}
		s.known[r] = better
	}
	s.follow(s.known[r], after)
	return s.jumps(r, after, func(reading) {})
}

// jumps tells of the jumps in the region; the readings of the whole region
// without one of them are shown to see.
func (s *search) jumps(r region, after []int, see func(reading)) []Jump {
	var jumps []Jump
	for t := r.lo; t < r.hi; t++ {
		if h := after[t]; h >= 0 && h != t+1 {
			jumps = append(jumps, Jump{
				From: last(s.units[t].pieces), To: s.units[h].pieces[0], Join: joins(&s.units[t], &s.units[h]),
				Why: s.why(t, h), Margin: s.margin(t, h, r, see),
			})
		}
	}
	slices.SortFunc(jumps, func(a, b Jump) int { return a.To - b.To })
	return jumps
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

// doubts reads the region without caution: what it would move then is told.
func (s *search) doubts(r region, after []int) []Doubt {
	other := make([]int, len(after))
	s.follow(s.reading(r, s.breadth), other)
	var list []Doubt
	for t := r.lo; t < r.hi; t++ {
		if h := other[t]; h > 0 && h != t+1 && after[t] != h {
			list = append(list, s.doubt(t, after[t], h, r))
		}
	}
	return list
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
		e.final[l] = decided((last[l] + 1) / (seen[l] + 1.5))
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

// doubt tells of the link from unit t to unit h that was not made.
func (s *search) doubt(t, stands, h int, r region) Doubt {
	d := Doubt{
		Tail: last(s.units[t].pieces), Stands: -1, Could: s.units[h].pieces[0],
		Why: s.why(t, h), Margin: s.margin(t, h, r, func(reading) {}),
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

// margin is how much worse the text around a link reads without it, beyond
// caution. Where a glance at the text around it does not tell, the region is
// read, and the reading without the link is shown to see.
func (s *search) margin(t, h int, r region, see func(reading)) float64 {
	l := link{int32(t), int32(h)}
	part := s.window(min(t, h), max(t, h), r)
	if best := s.reading(part, min(glance, s.breadth)); best.has(l) {
		if m := best.score - s.without(l, part, min(glance, s.breadth)).score; m >= 0 {
			return m
		}
	}
	without := s.without(l, r, s.breadth)
	see(without)
	return s.reading(r, s.breadth).score - without.score
}

// without is the best reading of a part of the text that does not make the link.
func (s *search) without(l link, part region, breadth int) reading {
	o := *s
	o.breadth, o.never = breadth, l
	return o.run(part.lo, part.hi)
}

// has reports whether the reading makes the link.
func (r reading) has(l link) bool {
	for step := r.trace; step != nil; step = step.before {
		if step.tail == l.tail && step.head == l.head {
			return true
		}
	}
	return false
}

// window is the part of the region from the article before the one that unit
// first stands in to the article after the one that unit last stands in.
func (s *search) window(first, last int, r region) region {
	lo, hi := first, last+1
	for n := 0; lo > r.lo && n < 2; lo-- {
		if s.units[lo].start {
			n++
		}
		if n == 2 {
			break
		}
	}
	for n := 0; hi < r.hi; hi++ {
		if s.units[hi].start {
			n++
		}
		if n == 2 {
			break
		}
	}
	return region{lo, hi}
}

// reading is the best reading of a part of the text.
func (s *search) reading(r region, breadth int) reading {
	if s.known == nil {
		s.known = map[region]reading{}
	}
	if best, ok := s.known[r]; ok {
		return best
	}
	narrow := *s
	narrow.breadth = breadth
	s.known[r] = narrow.run(r.lo, r.hi)
	return s.known[r]
}

func last[T any](list []T) T { return list[len(list)-1] }

package seam

import (
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
		return newLayout(pieces, units, nil).result()
	}
	ev := newEvidence(pieces, units)
	sure := search{evidence: ev, extra: caution}
	bold := search{evidence: ev}
	after := follow(sure.run(0, len(units)), len(units))
	result := newLayout(pieces, units, after).result()
	for t, h := range after {
		if h >= 0 && h != t+1 {
			result.Jumps = append(result.Jumps, sure.jump(t, h))
		}
	}
	slices.SortFunc(result.Jumps, func(a, b Jump) int { return a.To - b.To })
	for t, h := range follow(bold.run(0, len(units)), len(units)) {
		if h >= 0 && h != t+1 && after[t] != h {
			result.Doubts = append(result.Doubts, bold.doubt(t, after[t], h))
		}
	}
	return result
}

func newEvidence(pieces []Piece, units []unit) *evidence {
	e := &evidence{
		units: units, terms: newTerms(pieces, units), echoes: newEchoes(pieces),
		kin: map[[2]int32]float64{}, across: map[[2]int32]cutWord{},
	}
	e.learnEnds()
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

// follow lists for each unit the one that is read after it, or -1.
func follow(r reading, n int) []int {
	after := make([]int, n)
	for i := range after {
		after[i] = -1
	}
	for s := r.trace; s != nil; s = s.before {
		if s.tail >= 0 {
			after[s.tail] = int(s.head)
		}
	}
	return after
}

// jump tells of the link from unit t to unit h, with its reasons and margin.
func (s *search) jump(t, h int) Jump {
	return Jump{
		From: last(s.units[t].pieces), To: s.units[h].pieces[0], Join: joins(&s.units[t], &s.units[h]),
		Why: s.why(t, h), Margin: s.margin(t, h),
	}
}

// doubt tells of the link from unit t to unit h that was not made.
func (s *search) doubt(t, stands, h int) Doubt {
	d := Doubt{Tail: last(s.units[t].pieces), Stands: -1, Could: s.units[h].pieces[0], Why: s.why(t, h), Margin: s.margin(t, h)}
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

// margin is how much worse the text reads without the link, beyond caution.
func (s *search) margin(t, h int) float64 {
	lo, hi := s.neighbourhood(min(t, h), max(t, h))
	other := *s
	other.never = map[[2]int32]bool{{int32(t), int32(h)}: true}
	return s.run(lo, hi).score - other.run(lo, hi).score
}

// neighbourhood is the stretch of units that is read again for a margin: two
// articles before the one and two after the other.
func (s *search) neighbourhood(first, last int) (lo, hi int) {
	for lo = first; lo > 0 && s.units[first].starts-s.units[lo].starts < 2; lo-- {
	}
	for hi = last; hi < len(s.units) && s.units[hi].starts-s.units[last].starts < 2; hi++ {
	}
	return lo, hi
}

func last(list []int) int { return list[len(list)-1] }

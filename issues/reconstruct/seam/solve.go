package seam

import (
	"cmp"
	"slices"
)

// caution is what a jump must be worth beyond all other evidence before text
// is moved. What would move without it is told as a doubt.
const caution = 2.0

// Solve puts the pieces in reading order. What is known of links is asked of the
// reading without it: only where that lacks some, it is read again with all of them.
func Solve(pieces []Piece) Result {
	units := flow(pieces)
	read, after := solve(pieces, units)
	if know(pieces, units) && lacksKnown(units, after) {
		keep(units, after)
		read, after = solve(pieces, units)
	}
	newLayout(pieces, units, after).fill(&read)
	return read
}

// solve gives the jumps and the doubts, and what follows each unit.
func solve(pieces []Piece, units []unit) (read Result, after []int) {
	after = adjacent(units)
	if len(units) == 0 {
		return read, after
	}
	ev := newEvidence(pieces, units)
	regions, whole := ev.regions()
	for _, r := range regions {
		s := search{evidence: ev, whole: whole, breadth: r.breadth(), extra: caution}
		s.settle(r, after, &read)
	}
	return read, after
}

// settle reads the region, notes what follows what, and tells of the jumps and
// of the doubts.
func (s *search) settle(r region, after []int, result *Result) {
	best, seen := s.read(r)
	best.follow(after)
	rivals := map[*step]bool{}
	jumps, doubts := len(result.Jumps), len(result.Doubts)
	for made := best.trace; made != nil; made = made.before {
		t, h := int(made.tail), int(made.head)
		if t < 0 || !made.jump() && !s.askable(t) {
			continue
		}
		lead, rival := seen.margin(made)
		if made.jump() {
			result.Jumps = append(result.Jumps, Jump{
				From: last(s.units[t].pieces), To: s.units[h].pieces[0], Join: joins(s.units, t, h),
				Why: s.why(t, h), Margin: lead,
			})
		}
		if lead < caution && !rivals[rival] {
			rivals[rival] = true
			if other := rival.without(after, made); other != nil {
				result.Doubts = append(result.Doubts, s.doubt(other.link, after, lead))
			}
		}
	}
	slices.SortFunc(result.Jumps[jumps:], func(a, b Jump) int { return a.To - b.To })
	slices.SortFunc(result.Doubts[doubts:], func(a, b Doubt) int { return cmp.Or(a.Tail-b.Tail, a.Could-b.Could) })
}

// askable reports whether it may be asked what follows unit t: it breaks off, or
// is at an article's end.
func (s *search) askable(t int) bool { return s.units[t].dangles || s.closed(t) }

// doubt tells of a link that was not made, and that the text reads worse with by
// so little.
func (s *search) doubt(l link, after []int, lead float64) Doubt {
	t, h := int(l.tail), int(l.head)
	d := Doubt{Tail: last(s.units[t].pieces), Stands: -1, Could: s.units[h].pieces[0], Why: s.why(t, h), Margin: lead}
	if after[t] >= 0 {
		d.Stands = s.units[after[t]].pieces[0]
	}
	return d
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

func last[T any](list []T) T { return list[len(list)-1] }

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
	return &evidence{
		units: units, terms: newTerms(pieces, units), echoes: newEchoes(pieces), marked: endMarked(units),
		kin: map[[2]int32]float64{}, across: map[[2]int32]cutWord{},
	}
}

// endMarked reports whether most articles have an end mark.
func endMarked(units []unit) bool {
	starts, marks := 0, 0
	for i := range units {
		if units[i].start {
			starts++
		}
		if units[i].endMark() && (i+1 == len(units) || !units[i+1].endMark()) {
			marks++
		}
	}
	return 2*marks > starts
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
	s.place(t, h, 0, &why)
	s.content(t, h, &why)
	return strings.Join(why.said, "; ")
}

// around is how many units before and after a link are read again to find the
// best reading without it.
const around = 30

// margin is how much worse the text reads without the link, beyond caution.
func (s *search) margin(t, h int) float64 {
	lo, hi := max(0, min(t, h)-around), min(len(s.units), max(t, h)+around)
	other := *s
	other.never = map[[2]int32]bool{{int32(t), int32(h)}: true}
	return s.run(lo, hi).score - other.run(lo, hi).score
}

func last(list []int) int { return list[len(list)-1] }

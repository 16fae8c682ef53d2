package flow

// A white runs through a region over its part number at, so high.
type white struct {
	at   int
	high float64
}

// regrid finds the white under which columns of another grid begin: text of the
// lower ones runs where the upper ones are parted, and the other way round.
// Articles laid out in rows, each with columns of its own, meet so; the lines of
// one article never do, wherever they are cut. Of several whites it takes the one
// that leaves the least across the columns on its sides.
func (s *sorter) regrid(ps []*part, whites []white) []int {
	best, least, high := 0, 0.0, 0.0
	for _, w := range whites {
		over, under := ps[:w.at], ps[w.at:]
		a := s.grid(over)
		if len(a) == 0 || !s.crosses(under, a) {
			continue
		}
		b := s.grid(under)
		if len(b) == 0 || !s.crosses(over, b) {
			continue
		}
		stray := s.stray(over, a) + s.stray(under, b)
		if best == 0 || stray < least || stray == least && w.high > high {
			best, least, high = w.at, stray, w.high
		}
	}
	if best == 0 {
		return nil
	}
	return []int{best}
}

// stray gives how much runs across the gutters.
func (s *sorter) stray(ps []*part, grid []float64) float64 {
	sum := 0.0
	for _, x := range grid {
		for _, p := range ps {
			if s.side(p, x) == 0 {
				sum += p.height()
			}
		}
	}
	return sum
}

// crosses tells whether every gutter is crossed for three lines, and for twice
// the height over which it still parts text from text: a title, a picture or a
// long line crosses less.
func (s *sorter) crosses(ps []*part, grid []float64) bool {
	lead := 1.5 * s.em // white between lines
	for _, x := range grid {
		var left, right, across []span
		for _, p := range ps { // topmost first
			switch s.side(p, x) {
			case -1:
				left = bridge(left, p, lead)
			case 1:
				if p.x0 < x+4*s.em { // further off nothing begins at the gutter: it is the ragged end of a column
					right = bridge(right, p, lead)
				}
			default:
				across = bridge(across, p, lead)
			}
		}
		apart := meet(left, right)
		if n := length(across); n < 3*s.em || n < length(apart)-length(meet(apart, across)) {
			return false
		}
	}
	return true
}

// grid gives the middles of the whites that part the parts into columns: hardly
// anything stands in them, and on both sides text over three lines.
func (s *sorter) grid(ps []*part) []float64 {
	const step = 2 // points
	all := around(ps)
	ink := make([]float64, int(all.width())/step+2) // the height of what stands there, as steps up and down
	for _, p := range ps {
		if d := s.slack(p); p.x0+d < p.x1-d {
			ink[int(p.x0+d-all.x0)/step] += p.height()
			ink[int(p.x1-d-all.x0)/step+1] -= p.height()
		}
	}
	most, sum := 0.0, 0.0
	for i := range ink {
		sum += ink[i]
		ink[i] = sum
		most = max(most, sum)
	}
	var out []float64
	for i := 1; i < len(ink); i++ {
		// A title over two columns and a picture across are a sixth of their height.
		if 6*ink[i] > most {
			continue
		}
		from := i
		for i < len(ink) && 6*ink[i] <= most {
			i++
		}
		if x := all.x0 + float64((from+i)*step)/2; i < len(ink) && s.flanked(ps, x) {
			out = append(out, x)
		}
	}
	return out
}

// flanked tells whether text stands on both sides of x over three lines.
func (s *sorter) flanked(ps []*part, x float64) bool {
	var left, right []span
	for _, p := range ps {
		if p.midX() < x {
			left = cover(left, p)
		} else {
			right = cover(right, p)
		}
	}
	return shared(left, right) >= 3*s.em
}

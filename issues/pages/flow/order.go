package flow

import (
	"cmp"
	"math"
	"slices"
)

// A part is what is put in order as one: a line, a picture, a box with its lines.
type part struct {
	box
	lines   []*line
	size    float64 // of its type; 0 for pictures and boxes
	measure span    // the column that it was read in
	across  bool    // it spans columns
}

// A sorter puts the parts of one page in order.
type sorter struct {
	em    float64 // of the running text
	rules []box   // lines that part articles, horizontal

	gutters
	cuts []gutter // found so far

	left, right, across []span // room for weigh
}

// A gutter is where columns were parted: at x, over a stretch of the height.
type gutter struct{ x, from, to float64 }

// order gives the parts as they are read: white bands and what spans the
// columns cut the region into bands, gutters cut bands into columns, again and
// again until a column is left (after XY-Cut++, arXiv 2504.10258).
func (s *sorter) order(ps []*part) []*part {
	if len(ps) == 0 {
		return nil
	}
	b := around(ps)
	return s.region(ps, span{b.x0, b.x1}, 0)
}

// around gives the box around all the parts.
func around(ps []*part) box {
	b := ps[0].box
	for _, p := range ps[1:] {
		b = b.with(p.box)
	}
	return b
}

// deep is how often regions are cut at the most; real pages need six.
const deep = 40

func (s *sorter) region(ps []*part, m span, depth int) []*part {
	if len(ps) < 2 || depth > deep {
		return s.column(ps, m)
	}
	if bands := s.bands(ps); len(bands) > 1 {
		return s.each(bands, m, depth)
	}
	ps = s.tabled(ps)
	x, ok := s.gutter(ps)
	if !ok {
		return s.column(ps, m)
	}
	var left, right, across []*part
	for _, p := range ps {
		switch s.side(p, x) {
		case -1:
			left = append(left, p)
		case 1:
			right = append(right, p)
		default:
			across = append(across, p)
		}
	}
	left, right, across = s.sticking(left, right, across)
	if len(across) == 0 {
		l, r := around(left), around(right)
		s.cuts = append(s.cuts, gutter{(x + r.x0) / 2, min(l.y0, r.y0), max(l.y1, r.y1)})
		return append(s.region(left, span{m.from, x}, depth+1), s.region(right, span{r.x0, m.to}, depth+1)...)
	}
	for _, p := range across {
		p.across = true
	}
	return s.each(spans(append(left, right...), across), m, depth)
}

func (s *sorter) each(regions [][]*part, m span, depth int) []*part {
	var out []*part
	for _, r := range regions {
		out = append(out, s.region(r, m, depth+1)...)
	}
	return out
}

// sticking gives what merely sticks out of its column, such as a line of code
// that is too long, back to the column: a thing that spans columns has nothing
// beside it in them, and is no line among lines that keep to a column.
func (s *sorter) sticking(left, right, across []*part) (l, r, a []*part) {
	if len(across) == 0 {
		return left, right, nil
	}
	inner := far
	for _, p := range right {
		inner = min(inner, p.x0)
	}
	outer := -far
	for _, p := range left {
		outer = max(outer, p.x1)
	}
	long := s.long(left, across)
	var toLeft, toRight []*part
	for _, p := range across {
		switch {
		case long[p] || slices.ContainsFunc(right, func(q *part) bool { return q.x0 < inner+3*s.em && besides(p, q) }):
			toLeft = append(toLeft, p)
		case slices.ContainsFunc(left, func(q *part) bool { return q.x1 > outer-3*s.em && besides(p, q) }):
			toRight = append(toRight, p)
		default:
			a = append(a, p)
		}
	}
	if len(left)+len(toLeft) == 0 || len(right)+len(toRight) == 0 {
		return left, right, across
	}
	return append(left, toLeft...), append(right, toRight...), a
}

// long gives the lines across that stand among as many lines on the left, flush
// with them and of their size, one under another.
func (s *sorter) long(left, across []*part) map[*part]bool {
	type line struct {
		*part
		across bool
	}
	var ls []line
	for _, p := range left {
		ls = append(ls, line{p, false})
	}
	for _, p := range across {
		ls = append(ls, line{p, true})
	}
	flush := func(p *part) int { return int(math.Round(p.x0 / (.5 * s.em))) }
	slices.SortStableFunc(ls, func(a, b line) int {
		return cmp.Or(cmp.Compare(flush(a.part), flush(b.part)), cmp.Compare(a.y0, b.y0))
	})
	long := map[*part]bool{}
	for i := 0; i < len(ls); {
		j, n := i, 0
		for ; j < len(ls); j++ {
			p := ls[j].part
			if j > i {
				if q := ls[j-1].part; flush(p) != flush(q) || p.size == 0 || math.Abs(p.size-q.size) > .06*p.size || p.y0-q.y1 > 1.2*p.size {
					break
				}
			}
			if ls[j].across {
				n++
			}
		}
		if 2*n <= j-i {
			for _, l := range ls[i:j] {
				if l.across {
					long[l.part] = true
				}
			}
		}
		i = j
	}
	return long
}

// besides tells parts that share most of the lower one's height.
func besides(a, b *part) bool { return a.beside(b.box) > .5*min(a.height(), b.height()) }

// column reads one column: from top to bottom, what stands side by side from the left.
func (s *sorter) column(ps []*part, m span) []*part {
	for _, p := range ps {
		p.measure = m
	}
	slices.SortStableFunc(ps, func(a, b *part) int { return cmp.Or(cmp.Compare(a.midY(), b.midY()), cmp.Compare(a.x0, b.x0)) })
	for i := 0; i < len(ps); {
		j := i + 1
		for j < len(ps) && ps[j].midY()-ps[i].midY() < .35*min(ps[i].height(), ps[j].height()) {
			j++
		}
		slices.SortStableFunc(ps[i:j], func(a, b *part) int { return cmp.Compare(a.x0, b.x0) })
		i = j
	}
	return ps
}

// slack is how far p may stand out into a gutter on either side: marks hang
// half an em into the margin.
func (s *sorter) slack(p *part) float64 { return min(.45*s.em, p.width()/3) }

// side tells where p stands by a gutter that begins at x: -1 left, 1 right, 0 across it.
func (s *sorter) side(p *part, x float64) int {
	d := s.slack(p)
	switch {
	case p.x1-d <= x:
		return -1
	case p.x0+d >= x:
		return 1
	}
	return 0
}

// spans cuts what is left and right of a gutter into bands at what stands
// across it, each of which is a band of its own; those next to one another one.
func spans(sides, across []*part) [][]*part {
	slices.SortStableFunc(across, func(a, b *part) int { return cmp.Compare(a.midY(), b.midY()) })
	slices.SortStableFunc(sides, func(a, b *part) int { return cmp.Compare(a.midY(), b.midY()) })
	var out [][]*part
	i := 0
	last := false // the band before is one of those across
	for _, a := range across {
		j := i
		for j < len(sides) && sides[j].midY() < a.midY() {
			j++
		}
		if j > i {
			out = append(out, sides[i:j:j])
			last = false
		}
		i = j
		if last {
			out[len(out)-1] = append(out[len(out)-1], a)
		} else {
			out = append(out, []*part{a})
		}
		last = true
	}
	if i < len(sides) {
		out = append(out, sides[i:])
	}
	return out
}

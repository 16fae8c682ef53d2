package flow

import (
	"cmp"
	"math"
	"slices"
	"sort"
)

// gutter gives the x that best parts the region into columns: what stands left
// of it and what stands right of it stand side by side over a good height, and
// as little as possible stands across.
func (s *sorter) gutter(ps []*part) (x float64, ok bool) {
	slices.SortStableFunc(ps, func(a, b *part) int { return cmp.Compare(a.y0, b.y0) })
	edges := make([]float64, len(ps))
	for i, p := range ps {
		edges[i] = p.x1 - s.slack(p)
	}
	sort.Float64s(edges)
	heads := s.abreast(ps)
	best, good, last := 0.0, 0.0, math.Inf(-1) // of those between heads, and of all
	for i, e := range edges {
		// The last of edges that lie close, and every half em where they go on.
		if i+1 < len(edges) && edges[i+1]-e < .3*s.em && e-last < .5*s.em {
			continue
		}
		last = e
		score, at := s.weigh(ps, e)
		if score > good && best == 0 {
			good, x = score, at
		}
		// A column without a head belongs to the head on its left: of gutters that
		// part as well the last.
		if score > 0 && score > .99*best && between(heads, at) {
			best, x = score, at
		}
	}
	return x, good > 0 || best > 0
}

// weigh tells how well the white right of x parts columns; nought is not at all.
func (s *sorter) weigh(ps []*part, x float64) (score, at float64) {
	left, right, across := s.left[:0], s.right[:0], s.across[:0]
	l, r := span{far, -far}, span{far, -far} // the width that each side covers
	edge := -far                             // the left side's right edge, without what hangs into the gutter
	for _, p := range ps {
		switch s.side(p, x) {
		case -1:
			left = cover(left, p)
			l = span{min(l.from, p.x0), max(l.to, p.x1)}
			edge = max(edge, p.x1-s.slack(p))
		case 1:
			right = cover(right, p)
			r = span{min(r.from, p.x0), max(r.to, p.x1)}
		default:
			across = cover(across, p)
		}
	}
	s.left, s.right, s.across = left, right, across
	both, crossed := shared(left, right), length(across)
	// A column is three ems wide at the least, and columns stand side by side for
	// three lines.
	if !s.in(edge, r.from) || both < 3*s.em || l.to-l.from < 3*s.em || r.to-r.from < 3*s.em {
		return 0, 0
	}
	// Where most stands across, what happens to stand side by side are no columns.
	if both < .6*crossed && both < 8*s.em {
		return 0, 0
	}
	return both / (both + 3*crossed), edge
}

// cover adds the height of p to stretches of which none begins below it.
func cover(vs []span, p *part) []span { return bridge(vs, p, 0) }

// bridge is cover that takes so much white for none.
func bridge(vs []span, p *part, white float64) []span {
	if n := len(vs); n > 0 && p.y0 <= vs[n-1].to+white {
		vs[n-1].to = max(vs[n-1].to, p.y1)
		return vs
	}
	return append(vs, span{p.y0, p.y1})
}

func length(vs []span) float64 {
	sum := 0.0
	for _, v := range vs {
		sum += v.to - v.from
	}
	return sum
}

// meet gives the stretches that both lists cover.
func meet(a, b []span) []span {
	var out []span
	for i, j := 0, 0; i < len(a) && j < len(b); {
		if from, to := max(a[i].from, b[j].from), min(a[i].to, b[j].to); from < to {
			out = append(out, span{from, to})
		}
		if a[i].to < b[j].to {
			i++
		} else {
			j++
		}
	}
	return out
}

// shared gives the length that both lists of stretches cover.
func shared(a, b []span) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		sum += max(0, min(a[i].to, b[j].to)-max(a[i].from, b[j].from))
		if a[i].to < b[j].to {
			i++
		} else {
			j++
		}
	}
	return sum
}

// bands cuts the region at white, or a rule, that runs through all of it and
// parts one thing from another.
func (s *sorter) bands(ps []*part) [][]*part {
	slices.SortStableFunc(ps, func(a, b *part) int { return cmp.Or(cmp.Compare(a.y0, b.y0), cmp.Compare(a.x0, b.x0)) })
	bottom := math.Inf(-1)
	var cuts []int
	var whites []white
	for i, p := range ps {
		if i > 0 && p.y0 > bottom-.15*s.em {
			if s.parts(ps, i, bottom) {
				cuts = append(cuts, i)
			}
			if p.y0-bottom > .5*s.em {
				whites = append(whites, white{i, p.y0 - bottom})
			}
		}
		bottom = max(bottom, p.y1)
	}
	if len(cuts) == 0 {
		cuts = s.regrid(ps, whites)
	}
	var out [][]*part
	from := 0
	for _, c := range cuts {
		out = append(out, ps[from:c:c])
		from = c
	}
	return append(out, ps[from:])
}

// parts tells whether the white between ps[:i], which ends at bottom, and ps[i:]
// parts two bands.
func (s *sorter) parts(ps []*part, i int, bottom float64) bool {
	white := ps[i].y0 - bottom
	// One thing alone over or under all others, such as a byline under a head, is
	// read before or after them.
	if i <= 3 && s.alone(ps[:i], ps[i:]) && !s.besideHead(ps, i) || len(ps)-i <= 3 && s.alone(ps[i:], ps[:i]) && !s.lowest(ps[i:], ps[:i]) {
		return true
	}
	if s.ruled(ps, bottom, ps[i].y0) {
		return true
	}
	if white < 1.3*s.em {
		return false
	}
	// Things side by side over or under text that runs across both, such as a
	// title with a pull quote beside it: columns do not go on through the white.
	if over, under := s.wide(ps[:i]), s.wide(ps[i:]); over != under {
		flat, all := ps[:i], around(ps).width()
		if over {
			flat = ps[i:]
		}
		if slices.ContainsFunc(flat, func(p *part) bool { return p.width() > .6*all }) {
			return true
		}
	}
	// A head under the white, with columns over it and columns under it. It
	// spans them, or text stands beside it: where every column begins anew under
	// the white, each has its own reason for it.
	top := ps[i : i+sort.Search(len(ps)-i, func(k int) bool { return ps[i+k].y0 > ps[i].y0+1.2*s.em })]
	head, text := 0.0, false
	for _, p := range top {
		if p.size > 1.25*s.em {
			head = max(head, p.width())
		}
		text = text || !s.lone(p)
	}
	anew := head > 0 && (text || head > .6*around(ps).width()) || s.anew(ps, i)
	return anew && s.wide(ps[:i]) && s.wide(ps[i:])
}

// alone tells whether the parts are one row, close together, that is no line of
// a column's text among the others: of another size, or flush with none of them.
func (s *sorter) alone(ps, others []*part) bool {
	row := slices.Clone(ps)
	slices.SortFunc(row, func(a, b *part) int { return cmp.Compare(a.x0, b.x0) })
	for i, p := range row {
		if !s.lone(p) && slices.ContainsFunc(others, func(q *part) bool { return math.Abs(q.x0-p.x0) < .5*s.em }) {
			return false
		}
		if i > 0 && (p.beside(row[i-1].box) < 0 || p.x0-row[i-1].x1 > 1.5*max(p.size, row[i-1].size) || s.lone(p) != s.lone(row[i-1])) {
			return false
		}
	}
	return true
}

// lowest tells whether the parts are merely the lower end of the longest column,
// such as the name of its editor: right over them stands that column and no other.
func (s *sorter) lowest(ps, over []*part) bool {
	if slices.ContainsFunc(ps, func(p *part) bool { return len(p.lines) != 1 || p.lines[0].boxed }) { // a box or a picture
		return false
	}
	b := around(ps)
	under := false
	for _, p := range over {
		if b.y0-p.y1 > 3*s.em {
			continue
		}
		if p.over(b) <= 0 {
			return false
		}
		under = true
	}
	return under && s.wide(over)
}

// lone tells a part that is no line of running text, by its size.
func (s *sorter) lone(p *part) bool {
	return p.size == 0 || math.Abs(p.size-s.em) > .07*s.em
}

// wide tells whether parts stand side by side.
func (s *sorter) wide(ps []*part) bool {
	bottom := math.Inf(-1)
	for i, p := range ps {
		if i > 0 && p.y0 < bottom-.5*s.em {
			return true
		}
		bottom = max(bottom, p.y1)
	}
	return false
}

// ruled tells whether a rule runs through the white from top to bottom, across the region.
func (s *sorter) ruled(ps []*part, top, bottom float64) bool {
	all := around(ps)
	for _, r := range s.rules {
		if r.midY() > top-1 && r.midY() < bottom+1 && r.over(all) > .85*all.width() {
			return true
		}
	}
	return false
}

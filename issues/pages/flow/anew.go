package flow

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// A stack is what stands in one column over or under a white, topmost first.
type stack struct {
	span
	parts []*part
}

// anew tells whether all columns begin anew under the white over ps[i]: heads of
// articles stand there, and the text reads better across the columns over the
// white, and then across those under it, than down each of them.
func (s *sorter) anew(ps []*part, i int) bool {
	under := s.tops(ps[i:])
	heads := 0
	for _, t := range under {
		if s.head(t.parts) {
			heads++
		}
	}
	if heads == 0 || len(under) < 2 {
		return false
	}
	slices.SortFunc(under, func(a, b stack) int { return cmp.Compare(a.from, b.from) })
	if !s.head(under[0].parts) { // an article begins on the left
		return false
	}
	over := stacksOver(under, ps[:i])
	if over == nil || !slices.ContainsFunc(ps[:i], func(p *part) bool { return !s.lone(p) }) { // the white is inside of heads
		return false
	}
	if slices.ContainsFunc(over, func(c stack) bool { return c.foot().size > 1.03*s.em && !ends(c.foot()) }) { // a heading, whose text stands under the white
		return false
	}
	across, down := s.weighWays(over, under)
	if heads == len(under) { // heads side by side seldom stand so by chance
		return across >= down
	}
	return across >= down+1 // one seam more: a head may stand at that height by chance
}

// stacksOver gives what stands over each of the stacks, nil where over one nothing does.
func stacksOver(under []stack, ps []*part) []stack {
	over := make([]stack, len(under))
	for k, u := range under {
		over[k].span = u.span
		for _, p := range ps {
			if u.overlap(p) > .5*p.width() {
				over[k].parts = append(over[k].parts, p)
			}
		}
		if len(over[k].parts) == 0 {
			return nil
		}
	}
	return over
}

// weighWays tells how well the text reads across the columns over the white and then
// across those under it, and how well down each column.
func (s *sorter) weighWays(over, under []stack) (across, down float64) {
	indents := s.indents(over) || s.indents(under)
	moved := 0 // columns whose text has another edge under the white
	for k := range under {
		if a, b := s.flush(over[k]), s.flush(under[k]); max(a, b) < far && math.Abs(a-b) > .4*s.em {
			moved++
		}
		down += s.seam(over[k], under[k], indents)
		if k == 0 {
			continue
		}
		// What stands at the head of the columns may come from the page before,
		// so that it fits nowhere says little.
		across += max(-.5, s.seam(over[k-1], over[k], indents))
		down += max(-.5, s.seam(under[k-1], over[k], indents))
		if !s.head(under[k].parts) { // before a head, text may go on overleaf
			across += s.seam(under[k-1], under[k], indents)
		}
	}
	if moved > 1 { // the columns of one article stand on one edge
		across++
	}
	return across, down
}

// foot gives the lowest part.
func (c stack) foot() *part {
	return slices.MaxFunc(c.parts, func(a, b *part) int { return cmp.Compare(a.y1, b.y1) })
}

func (s span) overlap(p *part) float64 { return min(s.to, p.x1) - max(s.from, p.x0) }

// tops gives the columns that begin at the head of the parts.
func (s *sorter) tops(ps []*part) []stack {
	// A head has some white over it where its neighbours have text: five ems are
	// those of the largest, and of two rows over its title.
	const reach = 5
	var out []stack
	for _, p := range ps {
		at := slices.IndexFunc(out, func(t stack) bool { return t.overlap(p) > 0 })
		switch {
		case at >= 0:
			t := &out[at]
			t.from, t.to, t.parts = min(t.from, p.x0), max(t.to, p.x1), append(t.parts, p)
		case p.y0 < ps[0].y0+reach*s.em:
			out = append(out, stack{span{p.x0, p.x1}, []*part{p}})
		}
	}
	return out
}

// head tells whether a column begins with a head: rows of two sizes, such as a title
// and its byline, or one that is larger than any heading is.
func (s *sorter) head(ps []*part) bool {
	for i, p := range ps {
		if p.size == 0 || !s.lone(p) {
			return false
		}
		if p.size > 1.5*s.em || i > 0 && math.Abs(p.size-ps[i-1].size) > .07*s.em {
			return true
		}
	}
	return false
}

// abreast gives the heads of articles that begin side by side, each maybe over
// columns of its own, from left to right: two and more, or none.
func (s *sorter) abreast(ps []*part) []span {
	var out []span
	for _, t := range s.tops(ps) {
		var head span
		n := 0
		for _, p := range t.parts {
			if p.size == 0 || !s.lone(p) {
				break
			}
			if n++; n == 1 {
				head = span{p.x0, p.x1}
			}
			head = span{min(head.from, p.x0), max(head.to, p.x1)}
		}
		if s.head(t.parts) {
			out = append(out, head)
		} else if t.parts[0].y0 < ps[0].y0+2*s.em { // text beside the heads, which they are not over
			return nil
		}
	}
	if len(out) < 2 {
		return nil
	}
	slices.SortFunc(out, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	return out
}

// besideHead tells whether ps[:i] are merely the top of a column: a column on their
// left begins with a head of its own, a little lower, as where the white over a head
// falls away at the top of a column.
func (s *sorter) besideHead(ps []*part, i int) bool {
	b := around(ps[:i])
	if b.y1+2*s.em < ps[i].y0 {
		return false
	}
	return slices.ContainsFunc(s.tops(ps[i:]), func(t stack) bool {
		return t.to < b.x0 && t.parts[0].y0 < b.y1+2*s.em && t.parts[0].size > 1.25*s.em && s.head(t.parts)
	})
}

// between tells whether a gutter lies between two of the heads.
func between(heads []span, x float64) bool {
	for i := 1; i < len(heads); i++ {
		if heads[i-1].to <= x+1 && x <= heads[i].from {
			return true
		}
	}
	return false
}

// indents tells whether first lines of paragraphs are set in.
func (s *sorter) indents(cs []stack) bool {
	return slices.ContainsFunc(cs, func(c stack) bool {
		edge := s.edge(c)
		return slices.ContainsFunc(c.parts, func(p *part) bool { return !s.lone(p) && p.x0-edge > 1.4*s.em && p.x0-edge < 2.7*s.em })
	})
}

// edge gives where the lines of a column's text begin.
func (s *sorter) edge(c stack) float64 {
	edge := far
	for _, p := range c.parts {
		if !s.lone(p) {
			edge = min(edge, p.x0)
		}
	}
	return edge
}

// flush gives the leftmost place where three lines of a column's text begin: what is
// set in, as a standfirst or a list, is no edge where it stands alone.
func (s *sorter) flush(c stack) float64 {
	var lefts []float64
	for _, p := range c.parts {
		if !s.lone(p) {
			lefts = append(lefts, p.x0)
		}
	}
	slices.Sort(lefts)
	for i := 2; i < len(lefts); i++ {
		if lefts[i]-lefts[i-2] < .2*s.em {
			return lefts[i-1]
		}
	}
	return far
}

// seam tells how well the text at the foot of a column goes on at the head of
// another: above nought it does, below it does not.
func (s *sorter) seam(a, b stack, indents bool) float64 {
	foot, head := a.foot(), b.parts[0]
	short := func(c stack, p *part) bool { return c.to-p.x1 > 2.2*s.em } // kinsoku leaves less
	closed := s.lone(foot) || short(a, foot) || ends(foot)
	if s.lone(head) || short(b, head) && !ends(head) { // a head, a heading, a picture
		if closed {
			return 0
		}
		return -1
	}
	in := head.x0-s.edge(b) > s.em
	switch {
	case !closed && in:
		return -1
	case !closed:
		return 1
	case in:
		return .5
	case !indents:
		return 0
	case short(a, foot): // the paragraph is over
		return -1.5
	}
	return -.5 // a sentence may end where a line does
}

// ends tells a line that ends as paragraphs do.
func ends(p *part) bool {
	if len(p.lines) == 0 {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(p.lines[len(p.lines)-1].text(), "”’」』）)》"))
	return strings.ContainsRune("。！？!?…：:；;", last)
}

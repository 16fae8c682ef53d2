package paragraph

import (
	"slices"

	"kanyin/layout/linebreak"
)

// list makes the glyphs from first to last into boxes, glue and penalties. The
// blank halves of marks are glue, so they vanish at a line's end and start.
func (s *Setter) list(first, last int) {
	n := 2*(last-first) + 8
	s.items, s.at = slices.Grow(s.items[:0], n), slices.Grow(s.at[:0], n)
	if s.style.Indent != 0 {
		s.add(last, linebreak.Item{Width: int32(s.style.Indent)})
	}
	for i := first; i < last; i++ {
		g := &s.glyphs[i]
		if !g.space {
			s.add(i, linebreak.Item{Width: g.width})
			s.breakAfter(i)
		}
		if g.gap != (gap{}) {
			s.add(i, linebreak.Item{Kind: linebreak.Glue, Width: g.gap.natural, Stretch: g.gap.stretch, Shrink: g.gap.shrink})
		}
	}
	s.add(last, linebreak.Item{Width: s.glyphs[last].width})
	s.add(last, linebreak.Item{Kind: linebreak.Penalty, Penalty: never})
	s.add(last, linebreak.Item{Kind: linebreak.Glue, Stretch: linebreak.Fill})
	s.add(last, linebreak.Item{Kind: linebreak.Penalty, Penalty: linebreak.Forced})
}

// breakAfter adds the penalties after glyph i. One that costs nothing before
// glue is the glue itself.
func (s *Setter) breakAfter(i int) {
	g := &s.glyphs[i]
	p := linebreak.Item{Kind: linebreak.Penalty, Penalty: g.cost}
	switch {
	case g.cost >= never:
		if g.gap != (gap{}) || s.glyphs[i+1].space {
			s.add(i, p)
		}
		return
	case g.hyphen > 0:
		p.Width, p.Flagged = g.hyphen, true
	case s.style.Hang && s.hangs(i):
		p.Width = -g.width
	case s.style.Marks == FullWidth && g.right > 0:
		full := p
		full.Width = g.right
		s.add(i, full)
		p.Penalty += costSqueezed
	case g.cost == 0 && g.gap != (gap{}):
		return
	}
	s.add(i, p)
}

// costSqueezed is what 全角 pays for squeezing the mark at a line's end: first
// of all squeezes, so hardly anything.
const costSqueezed = 20

// hangs says whether glyph i may hang in the margin: one stop, not a row of marks.
func (s *Setter) hangs(i int) bool {
	return hangs(s.glyphs[i].class) && (i == 0 || !hangs(s.glyphs[i-1].class) && s.glyphs[i-1].right == 0)
}

func (s *Setter) add(i int, it linebreak.Item) {
	s.items = append(s.items, it)
	s.at = append(s.at, int32(i))
}

package paragraph

import (
	"kanyin/layout/cjk"
	"kanyin/layout/linebreak"
)

// A row is a line in the making: the glyphs first to last, and what is left of
// the measure when they stand at their natural widths.
type row struct {
	first, last int
	indent      Length
	measure     Length
	end         Length // width that the break adds: a mark kept full, or, below zero, hung
	over        int
	final       bool
}

// finish justifies the lines and places their glyphs.
func (s *Setter) finish(first int, breaks []linebreak.Break) []Line {
	p := newPlacer(s, len(breaks))
	lines := make([]Line, 0, len(breaks))
	from := 0
	for k, b := range breaks {
		r := row{first: first, last: int(s.at[b.Item]), measure: s.style.measure(k), over: b.Over, final: k == len(breaks)-1}
		if k == 0 {
			r.indent = s.style.Indent
		}
		if it := s.items[b.Item]; it.Kind == linebreak.Penalty {
			r.end = Length(it.Width)
		}
		line := s.justify(r)
		p.place(&line, r)
		if s.told != nil {
			s.glosses(&line, r.measure)
		}
		first = s.next(r.last)
		line.From, line.To, line.Last = from, s.runes, r.final
		if !r.final {
			line.To = int(s.glyphs[first].text)
		}
		from = line.To
		lines = append(lines, line)
	}
	return lines
}

// measure is the width of a line, counted from 0.
func (st *Style) measure(line int) Length {
	if line < st.Beside {
		return st.Measure - st.Less
	}
	return st.Measure
}

// justify sets the widths of the line's gaps, and tells how well it came out.
func (s *Setter) justify(r row) Line {
	s.widths = s.widths[:0]
	natural := r.indent + r.end
	for i := r.first; i <= r.last; i++ {
		g := &s.glyphs[i]
		if !g.space {
			natural += Length(g.width)
		}
		if i < r.last {
			natural += Length(g.gap.natural)
			s.widths = append(s.widths, g.gap.natural)
		}
	}
	line := Line{Short: r.over > 0 || !r.final && s.glyphs[r.last].cost >= costCut}
	short := r.measure - natural
	switch {
	case short < 0:
		short += s.shrink(r, -short)
	case s.style.Align == Justify && !s.style.Balance && !r.final:
		left := s.stretch(r, short)
		line.Short = line.Short || left > 0
		if left = s.space(r, left); left == 0 {
			short = 0
		} else {
			s.relax(r)
		}
	}
	line.Width = r.measure - short - r.indent
	line.Gap = s.widest(r)
	return line
}

// shrink takes width out of the gaps in the order in which they give way, and
// gives what it took.
func (s *Setter) shrink(r row, width Length) (took Length) {
	for q := squeezeSpace; q < squeezes && took < width; q++ {
		total := Length(0)
		for i := r.first; i < r.last; i++ {
			if g := &s.glyphs[i].gap; g.squeeze == q {
				total += Length(g.shrink)
			}
		}
		take := min(total, width-took)
		share := shares{of: take, total: total}
		for i := r.first; i < r.last && take > 0; i++ {
			if g := &s.glyphs[i].gap; g.squeeze == q {
				s.widths[i-r.first] -= share.next(Length(g.shrink))
			}
		}
		took += take
	}
	return took
}

// stretch widens the gaps in their order, each up to its limit, and gives what
// is left over.
func (s *Setter) stretch(r row, width Length) (left Length) {
	for q := spreadComma; q < spreads && width > 0; q++ {
		width -= s.widenGaps(r, q, width)
	}
	return width
}

// widenGaps widens the gaps of one order by at most width, and gives what it gave.
func (s *Setter) widenGaps(r row, q spread, width Length) (gave Length) {
	total := Length(0)
	for i := r.first; i < r.last; i++ {
		if g := &s.glyphs[i]; g.gap.spread == q {
			total += s.limit(i)
		}
	}
	gave = min(total, width)
	share := shares{of: gave, total: total}
	for i := r.first; i < r.last && gave > 0; i++ {
		if g := &s.glyphs[i]; g.gap.spread == q {
			s.widths[i-r.first] += share.next(s.limit(i))
		}
	}
	return gave
}

// limit is how far the gap after a glyph is stretched at most. Beside marks, the
// last to be widened, that is as far as between ideographs.
func (s *Setter) limit(i int) Length {
	g := &s.glyphs[i]
	switch g.gap.spread {
	case spreadComma, spreadBracket:
		if centred := g.right == g.size/4 || s.glyphs[i+1].left == g.size/4; centred {
			return Length(g.size) / 4
		}
		return Length(g.size) / 2
	case spreadMark:
		return Length(g.size) * hanStretch * rho / 1_000_000
	}
	return Length(g.gap.stretch) * rho / 1000
}

// relax sets the gaps back to their natural widths.
func (s *Setter) relax(r row) {
	for i := r.first; i < r.last; i++ {
		s.widths[i-r.first] = s.glyphs[i].gap.natural
	}
}

// space spreads what all limits left over between the ideographs, if a reader
// would still take the line for one: a quarter of an em each. It gives what is
// left if not; such a line is better left short of the measure.
func (s *Setter) space(r row, width Length) (left Length) {
	n := Length(0)
	for i := r.first; i < r.last; i++ {
		if s.glyphs[i].gap.spread == spreadHan {
			n++
		}
	}
	if width == 0 || width > n*s.style.Size/4 {
		return width
	}
	share := shares{of: width, total: n}
	for i := r.first; i < r.last; i++ {
		if s.glyphs[i].gap.spread == spreadHan {
			s.widths[i-r.first] += share.next(1)
		}
	}
	return 0
}

// widest is the widest gap between two ideographs.
func (s *Setter) widest(r row) (w Length) {
	for i := r.first; i < r.last; i++ {
		if s.glyphs[i].gap.spread == spreadHan {
			w = max(w, Length(s.widths[i-r.first]))
		}
	}
	return w
}

// shares deals a width out in whole numbers, so that nothing is lost to rounding.
type shares struct{ of, total, seen, dealt Length }

func (d *shares) next(weight Length) int32 {
	d.seen += weight
	upTo := d.of * d.seen / d.total
	n := upTo - d.dealt
	d.dealt = upTo
	return int32(n)
}

func hangs(c cjk.Class) bool { return c == cjk.Comma || c == cjk.Stop || c == cjk.Exclaim }

package paragraph

import "kanyin/layout/cjk"

// ruby makes room for readings that are wider than what they stand over: the
// characters move apart evenly, and the reading has all of the room (clreq,
// 行间注的处理). A span with a reading is not broken. The reading itself is set
// by [Setter.Ruby].
func (s *Setter) ruby() {
	for i := 0; i < len(s.glyphs); {
		j := i
		for j < len(s.glyphs) && s.glyphs[j].span == s.glyphs[i].span {
			j++
		}
		if reading := s.spans[s.glyphs[i].span].Ruby; reading != "" {
			s.reserve(i, j, s.readingWidth(reading, &s.glyphs[i]))
		}
		i = j
	}
}

// reserve widens the glyphs i to j-1 to width, the glyphs in the middle of their
// shares of it.
func (s *Setter) reserve(i, j int, width int32) {
	for k := i; k < j; k++ {
		width -= s.glyphs[k].width
	}
	if width <= 0 {
		return
	}
	share := shares{of: int(width), total: j - i}
	for k := i; k < j; k++ {
		extra := share.next(1)
		s.glyphs[k].width += extra
		s.glyphs[k].inset -= extra / 2
	}
}

// rubySize is the size of a reading against its base's: half, as clreq has it.
const rubySize = 2

func (s *Setter) readingWidth(reading string, base *glyph) (width int32) {
	f := s.face(s.faceOf(base))
	for _, r := range reading {
		if cjk.ClassOf(r) != cjk.Control {
			width += s.glyph(f, r).advance * (base.size / rubySize) / 1000
		}
	}
	return width
}

// Ruby sets the reading of the span that run was made from, centred over it: X
// counts from the same place as the run's, Raise is zero, for how high it
// stands is the page's business. It has no runes where the span has no reading.
func (s *Setter) Ruby(run Run, span Span) Run {
	out := Run{Face: run.Face, Size: run.Size / rubySize, Span: run.Span}
	f := s.face(run.Face)
	width := Length(0)
	for _, r := range span.Ruby {
		if cjk.ClassOf(r) == cjk.Control {
			continue
		}
		advance := Length(s.glyph(f, r).advance) * out.Size / 1000
		out.Runes = append(out.Runes, r)
		out.Advances = append(out.Advances, advance)
		width += advance
	}
	base := Length(0)
	for _, a := range run.Advances {
		base += a
	}
	out.X = run.X + (base-width)/2
	return out
}

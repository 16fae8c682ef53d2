package paragraph

import "kanyin/layout/cjk"

// A squeeze says when a gap gives way; lower ones do first, and wholly, before
// the next (clreq, 挤压处理的优先顺序). The mark at a line's end, which gives
// way before all, has no gap: it is a break of its own.
type squeeze uint8

const (
	rigid           squeeze = iota
	squeezeSpace            // between Latin words
	squeezeDot              // around an interpunct
	squeezeBracket          // outside brackets and quotation marks
	squeezeComma            // after ， 、 ； ：
	squeezeHanLatin         // between Han and Latin
	squeezeStop             // after 。 ？ ！
	squeezeHan              // between ideographs: see tighten
	squeezes
)

// A spread says when a gap is widened; lower ones are first, up to their limit
// (clreq, 拉伸处理的优先顺序). Before clreq's order 开明 gives its marks back the
// half that it takes off: a full mark is what readers know, a spaced line is
// not. The breaks are chosen without that half, so that the text does not grow.
type spread uint8

const (
	fixed          spread = iota
	spreadComma           // after ， 、 ； ： of 开明
	spreadBracket         // outside brackets and quotation marks of 开明
	spreadSpace           // between Latin words
	spreadHanLatin        // between Han and Latin
	spreadHan             // between ideographs, evenly
	spreadMark            // beside marks
	spreads
)

// How far gaps go. A gap's stretch is what it takes at ratio one; rho times
// that is its limit.
const (
	rho = 2000 // thousandths

	// hanStretch keeps the space between ideographs under 0.12 em at the limit,
	// where a reader begins to see the line as spaced.
	hanStretch = 59 // thousandths of an em

	// hanShrink is the last resort of a line that no other squeeze makes fit.
	// A glyph leaves about a twentieth of its em blank, so that none touches
	// the next, and less than that is not seen.
	hanShrink = 46 // thousandths of an em

	hanLatin        = 4  // the natural gap is a quarter of an em,
	hanLatinShrink  = 8  // down to an eighth
	hanLatinStretch = 24 // and up to a third at the limit: wider, and the word stands apart from its sentence
	spaceShrink     = 3  // a word space gives a third of itself,
	spaceStretch    = 2  // and doubles at the limit
)

// gaps computes the gap after every glyph.
func (s *Setter) gaps() {
	for i := 0; i+1 < len(s.glyphs); i++ {
		a, b := &s.glyphs[i], &s.glyphs[i+1]
		a.gap = s.between(a, b)
	}
}

// between is the gap between two glyphs.
func (s *Setter) between(a, b *glyph) gap {
	em := min(a.size, b.size)
	switch {
	case b.joined:
		return gap{}
	case a.class == cjk.Joint:
		return gap{natural: a.width + s.style.Marks.left(b)}
	case s.syllables(a, b):
		return gap{stretch: em * hanStretch / 1000, spread: spreadHan}
	case a.space:
		return gap{natural: a.width + s.style.Marks.left(b), stretch: a.width / spaceStretch, shrink: a.width / spaceShrink,
			squeeze: squeezeSpace, spread: spreadSpace}
	case a.left+a.right+b.left+b.right > 0:
		return s.marks(a, b, em)
	case a.raised || b.raised || b.space:
		return gap{}
	case cjk.Spaced(a.class, b.class):
		return gap{natural: em / hanLatin, stretch: em / hanLatinStretch, shrink: em / hanLatinShrink,
			squeeze: squeezeHanLatin, spread: spreadHanLatin}
	case ideographic(a.class) && ideographic(b.class):
		return gap{stretch: em * hanStretch / 1000, spread: spreadHan}
	case ideographic(a.class) || ideographic(b.class):
		return gap{spread: spreadMark}
	}
	return gap{}
}

// marks is the gap beside a mark: the blanks of both that the style leaves, and
// no more of them than two marks keep that meet.
func (s *Setter) marks(a, b *glyph, em int32) gap {
	right, left := s.style.Marks.right(a), s.style.Marks.left(b)
	g := gap{natural: right + left, spread: spreadMark}
	if q, ok := s.place.Between(a.class, b.class); ok {
		g.natural = min(g.natural, int32(q)*em/4)
	}
	if g.natural > 0 {
		g.shrink = g.natural
		g.squeeze = first(right, a.class, left, b.class)
	}
	if s.style.Marks == Kaiming {
		g.spread = opened(a, b)
	}
	return g
}

// opened is when 开明 gives a mark back the half that it takes off: none where
// two marks meet, or at a note's mark.
func opened(a, b *glyph) spread {
	switch {
	case cjk.Mark(a.class) && cjk.Mark(b.class), a.raised, b.raised:
		return spreadMark
	case a.class == cjk.Comma, b.class == cjk.Comma && b.left > 0:
		return spreadComma
	case a.class == cjk.Closing, b.class == cjk.Opening:
		return spreadBracket
	}
	return spreadMark
}

// first is when the blank between a and b gives way: as soon as that of either would.
func first(right int32, a cjk.Class, left int32, b cjk.Class) squeeze {
	switch {
	case left == 0:
		return squeezeOf(a)
	case right == 0:
		return squeezeOf(b)
	}
	return min(squeezeOf(a), squeezeOf(b))
}

func squeezeOf(c cjk.Class) squeeze {
	switch c {
	case cjk.MiddleDot:
		return squeezeDot
	case cjk.Opening, cjk.Closing:
		return squeezeBracket
	case cjk.Comma:
		return squeezeComma
	}
	return squeezeStop
}

func ideographic(c cjk.Class) bool {
	return c == cjk.Ideograph || c == cjk.Kana || c == cjk.Iteration
}

// right is the blank that the style leaves after a mark inside a line.
func (m Marks) right(g *glyph) int32 {
	switch m {
	case HalfWidth:
		return 0
	case Headed:
		if g.class == cjk.Opening || g.class == cjk.Closing {
			return 0
		}
	case Kaiming:
		if g.class != cjk.Stop && g.class != cjk.Exclaim {
			return 0
		}
	}
	return g.right
}

// left is the blank that the style leaves before a mark inside a line: 开明 that
// of a centred stop at a sentence's end.
func (m Marks) left(g *glyph) int32 {
	switch m {
	case HalfWidth:
		return 0
	case Headed:
		if g.class == cjk.Opening || g.class == cjk.Closing {
			return 0
		}
	case Kaiming:
		if g.class != cjk.Stop && g.class != cjk.Exclaim {
			return 0
		}
	}
	return g.left
}

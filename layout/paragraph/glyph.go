package paragraph

import (
	"slices"
	"unicode/utf8"

	"kanyin/layout/cjk"
	"kanyin/layout/linebreak"
	"kanyin/layout/shape"
)

// A glyph is a character as it stands in the paragraph, with the gap after it.
type glyph struct {
	r      rune
	class  cjk.Class
	space  bool // it is its gap and nothing else
	joined bool // it belongs to the one before it: a combining mark
	raised bool // a note's mark
	cell   bool // a figure or two that stand upright in an em of vertical text
	way    Way
	span   int32 // index in the spans
	text   int32 // index in the runes of the whole text
	face   int16 // the face that has it: an index in Setter.names, 0 for none
	word   int32 // of a word that is shaped: its index in Setter.words plus one
	size   int32 // an em, in Lengths

	// A full-width mark is its ink half and its blanks, which are part of the gaps.
	width       int32
	left, right int32
	inset       int32 // from where the glyph is drawn to where its width begins

	gap    gap
	cost   int32 // of a line that ends after it: a linebreak penalty
	hyphen int32 // the width of the hyphen that such a line gets, if it does
}

// A gap is what stands between two glyphs of a line. All of it vanishes where
// the line breaks.
type gap struct {
	natural, stretch, shrink int32
	squeeze                  squeeze
	spread                   spread
}

// collect takes the spans apart into glyphs. Control characters are left out:
// they are not set, though the lines' From and To reach over them. A tab or a
// line's end in the text is a space.
func (s *Setter) collect() {
	n := 0
	for i := range s.spans {
		n += utf8.RuneCountInString(s.spans[i].Text)
	}
	s.glyphs = slices.Grow(s.glyphs[:0], n)
	s.runes = 0
	s.words, s.fromRight = s.words[:0], s.style.FromRight
	for i := range s.spans {
		s.collectSpan(i)
	}
	s.order()
}

func (s *Setter) collectSpan(i int) {
	sp := &s.spans[i]
	size := sp.Size
	if size == 0 {
		size = s.style.Size
	}
	name := sp.Face
	if name == "" {
		name = s.style.Face
	}
	f := s.face(name)
	done := 0 // bytes
	for at, r := range sp.Text {
		if at < done {
			continue
		}
		if shape.Needed(r) {
			if n := s.word(f, sp.Text[at:], glyph{span: int32(i), raised: sp.Raise > 0, size: int32(size)}); n > 0 {
				done = at + n
				continue
			}
		}
		c := s.place.ClassOf(r)
		text := s.runes
		s.runes++
		if c == cjk.Control {
			continue
		}
		if c == cjk.Space && invisible(r) {
			r = ' '
		}
		e := s.glyph(f, r)
		if !e.ok && c == cjk.Combining {
			continue // a variation selector that the face does not know
		}
		s.glyphs = append(s.glyphs, glyph{
			r: r, class: c, span: int32(i), text: int32(text), raised: sp.Raise > 0,
			face: e.from, size: int32(size), width: int32(int(e.advance) * int(size) / 1000),
		})
		s.prepare(len(s.glyphs)-1, int(e.advance))
	}
}

// invisible says whether a space has no glyph: a tab or a line's end.
func invisible(r rune) bool { return r < ' ' || r == 0x2028 || r == 0x2029 }

// fullWidth is the advance, in thousandths of an em, from which a mark is taken
// to be drawn in a full em with a blank half; a proportional one is left alone.
const fullWidth = 900

// prepare takes the blanks off a mark and joins a combining mark to its base.
func (s *Setter) prepare(i, advance int) {
	g := &s.glyphs[i]
	switch g.class {
	case cjk.Combining:
		g.class, g.joined = cjk.Ideograph, i > 0
		if i > 0 {
			g.class = s.glyphs[i-1].class
		}
	case cjk.Space, cjk.Joint:
		g.space = true
	}
	if advance < fullWidth {
		return
	}
	l, r := s.place.Blank(g.class)
	g.left, g.right = int32(l)*g.size/4, int32(r)*g.size/4
	g.inset = g.left
	g.width -= g.left + g.right
}

// quotes finds the quotation marks that stand in Latin text, where the font's
// full-width glyphs would tear the words apart.
func (s *Setter) quotes() {
	for i := range s.glyphs {
		g := &s.glyphs[i]
		switch g.r {
		case '“', '‘':
			if latin(s.class(i+1)) && latinOrSpace(s.class(i-1)) {
				g.latinQuote(cjk.LatinOpening)
			}
		case '”', '’':
			if !latin(s.class(i - 1)) {
				continue
			}
			switch next := s.class(i + 1); {
			case g.r == '’' && (next == cjk.Letter || next == cjk.Digit):
				g.latinQuote(cjk.Letter) // an apostrophe
			case latinOrSpace(next):
				g.latinQuote(cjk.LatinClosing)
			}
		}
	}
}

// latinQuote narrows a quotation mark to its ink and a little air.
func (g *glyph) latinQuote(c cjk.Class) {
	if g.class == cjk.Opening || g.class == cjk.Closing {
		if g.left+g.right > 0 && (g.r == '‘' || g.r == '’') {
			const single = 3 // tenths of an em: single quotes are drawn that near the edge
			narrow := g.size * single / 10
			if g.left > 0 {
				g.inset += g.width - narrow
			}
			g.width = narrow
		}
		g.left, g.right = 0, 0
	}
	g.class = c
}

// units makes the space between figures and the symbol of a unit, as in 4 g and
// 37 ℃, one that joins.
func (s *Setter) units() {
	for i := range s.glyphs {
		if s.glyphs[i].class != cjk.Digit || s.class(i+1) != cjk.Space {
			continue
		}
		if j := s.next(i); s.class(j) == cjk.Suffix || cjk.Symbol(s.letters(j)) {
			for k := i + 1; k < j; k++ {
				s.glyphs[k].class = cjk.Joint
			}
		}
	}
}

// letters gives the word that begins at glyph i, as far as it is letters.
func (s *Setter) letters(i int) string {
	var word []rune
	for ; s.class(i) == cjk.Letter && len(word) <= cjk.LongestSymbol; i++ {
		word = append(word, s.glyphs[i].r)
	}
	return string(word)
}

// class gives the class of glyph i, and Sign beyond the ends.
func (s *Setter) class(i int) cjk.Class {
	if i < 0 || i >= len(s.glyphs) {
		return cjk.Sign
	}
	return s.glyphs[i].class
}

func latin(c cjk.Class) bool {
	switch c {
	case cjk.Letter, cjk.Digit, cjk.LatinStop, cjk.LatinClosing, cjk.LatinOpening, cjk.Sign:
		return true
	}
	return false
}

func latinOrSpace(c cjk.Class) bool { return latin(c) || c == cjk.Space || c == cjk.Joint }

// never is a boundary that no line breaks at.
const never = linebreak.Never

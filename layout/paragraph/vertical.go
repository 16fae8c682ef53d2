package paragraph

import "kanyin/layout/cjk"

// stand tells how the glyphs of vertical text stand: ideographs, kana and marks
// upright, in their forms of vertical text; a single letter or figure upright
// too, and two figures beside each other in one em (縦中横); Latin words and
// longer numbers turned with their line.
func (s *Setter) stand() {
	if !s.style.Vertical {
		return
	}
	for i := 0; i < len(s.glyphs); {
		j := i
		for j < len(s.glyphs) && s.lies(j) {
			j++
		}
		switch {
		case j == i:
			s.upright(i)
			j++
		case s.apart(i-1, -1) && s.apart(j, 1) && s.standing(i, j):
			s.cell(i, j)
		default:
			for k := i; k < j; k++ {
				s.glyphs[k].way = Turned
			}
		}
		i = j
	}
}

// lies says whether a glyph is of Latin text, which is turned.
func (s *Setter) lies(i int) bool {
	g := &s.glyphs[i]
	if g.word != 0 {
		return true // of a script that is shaped
	}
	if g.r >= firstSquare {
		return false
	}
	switch g.class {
	case cjk.Letter, cjk.Digit, cjk.LatinOpening, cjk.LatinClosing, cjk.LatinStop, cjk.Hyphen, cjk.Sign, cjk.Solidus, cjk.Prefix, cjk.Suffix, cjk.Connector:
		return true
	}
	return g.joined && i > 0 && s.glyphs[i-1].way == Turned
}

// firstSquare is where Unicode begins with what is drawn in a square: before the
// radicals are letters and the marks that go with them.
const firstSquare = 0x2E80

// apart says whether no Latin word stands beyond the space, if any, at a token's
// edge: what belongs to a phrase is turned with it.
func (s *Setter) apart(i, step int) bool {
	if c := s.class(i); c != cjk.Space && c != cjk.Joint {
		return true
	}
	for ; i >= 0 && i < len(s.glyphs) && s.glyphs[i].space; i += step {
	}
	return i < 0 || i >= len(s.glyphs) || !s.lies(i)
}

// standing says whether a token stands upright: a letter or a figure alone, or
// two figures.
func (s *Setter) standing(from, to int) bool {
	for i := from; i < to; i++ {
		if c := s.glyphs[i].class; c != cjk.Digit && (c != cjk.Letter || to-from > 1) || s.glyphs[i].raised || s.glyphs[i].word != 0 || s.glyphs[i].span != s.glyphs[from].span {
			return false
		}
	}
	return to-from <= 2 && s.glyphs[from].face == s.glyphs[to-1].face
}

// cell puts a token into one em, which is then set like an ideograph.
func (s *Setter) cell(from, to int) {
	for i := from; i < to; i++ {
		g := &s.glyphs[i]
		g.way, g.class, g.cell, g.width = Upright, cjk.Ideograph, g.class == cjk.Digit, g.size
		if to-from > 1 {
			g.way = Abreast
		}
		if i > from {
			g.joined, g.width = true, 0
		}
	}
}

// upright gives a glyph its form of vertical text, an em high.
func (s *Setter) upright(i int) {
	g := &s.glyphs[i]
	g.way = Upright
	if g.space || g.joined {
		return
	}
	if g.face != 0 {
		g.face = s.glyph(s.uprightFace(g), g.r).from
	}
	l, r := s.place.Blank(g.class)
	g.left, g.right = int32(l)*g.size/4, int32(r)*g.size/4
	g.inset = g.left
	g.width = g.size - g.left - g.right
}

// uprightFace is the face that has the vertical forms of what was asked for g.
func (s *Setter) uprightFace(g *glyph) *face {
	across := s.faceOf(g)
	for i, name := range s.across {
		if name == across {
			return s.uprights[i]
		}
	}
	s.across = append(s.across, across)
	s.uprights = append(s.uprights, s.face(across+UprightSuffix))
	return s.uprights[len(s.uprights)-1]
}

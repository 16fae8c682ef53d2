package paragraph

import "kanyin/layout/cjk"

// addresses lets URLs and mail addresses break, and only after the characters
// that part them; no hyphen is ever added to one. A long number breaks after
// its hyphens.
func (s *Setter) addresses() {
	for i := 0; i < len(s.glyphs); {
		to, address := s.token(i)
		switch {
		case address:
			s.parts(i, to, costAddress)
		case s.longNumber(i, to):
			s.parts(i, to, costLongNumber)
		}
		i = max(to, i+1)
	}
}

// longNumber says whether a row of Latin characters is a number of figures and
// hyphens that is longer than a date or a span of years: a telephone's, a book's.
func (s *Setter) longNumber(from, to int) bool {
	const date = len("2025-03-08")
	for to > from && s.glyphs[to-1].class == cjk.LatinStop {
		to--
	}
	for i := from; i < to; i++ {
		if s.glyphs[i].class != cjk.Digit && s.glyphs[i].class != cjk.Hyphen {
			return false
		}
	}
	return to-from > date
}

// token gives the end of the row of Latin characters that begins at glyph i,
// and whether it is an address: it has a scheme, an @, or dots between letters
// and a path.
func (s *Setter) token(i int) (to int, address bool) {
	dots, slashes := 0, 0
	for to = i; to < len(s.glyphs) && inAddress(s.glyphs[to].class); to++ {
		letter := s.class(to+1) == cjk.Letter || s.class(to+1) == cjk.Digit
		switch s.glyphs[to].r {
		case '@':
			address = address || letter
		case '.':
			if letter && s.class(to-1) == cjk.Letter {
				dots++
			}
		case '/':
			slashes++
			if to >= i+2 && s.glyphs[to-1].r == '/' && s.glyphs[to-2].r == ':' {
				address = true
			}
		}
	}
	return to, address || dots >= 2 || dots >= 1 && slashes >= 1
}

func inAddress(c cjk.Class) bool {
	switch c {
	case cjk.Letter, cjk.Digit, cjk.LatinStop, cjk.Sign, cjk.Hyphen, cjk.Solidus, cjk.Suffix, cjk.Prefix:
		return true
	}
	return false
}

// parts lets an address break after / . ? & and the like, but not between two
// of them, not before its last character and not before what begins no line.
func (s *Setter) parts(from, to int, price int32) {
	level := s.style.Kinsoku.level()
	for i := from + 1; i+2 < to; i++ {
		if next := &s.glyphs[i+1]; parts(s.glyphs[i].r) && !parts(next.r) && !next.joined && !level.NoStart(next.class) {
			s.glyphs[i].cost = price
		}
	}
}

func parts(r rune) bool {
	switch r {
	case '/', '.', '?', '&', '-', '@', '=', '_', '#', ':', '%', '~', '+', ',', ';':
		return true
	}
	return false
}

package paragraph

import "kanyin/layout/cjk"

// addresses lets URLs and mail addresses break, and only after the characters
// that part them; no hyphen is ever added to one.
func (s *Setter) addresses() {
	for i := 0; i < len(s.glyphs); {
		to, kind := s.token(i)
		if kind {
			s.parts(i, to)
		}
		i = max(to, i+1)
	}
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
// of them and not before its last character.
func (s *Setter) parts(from, to int) {
	for i := from + 1; i+2 < to; i++ {
		if parts(s.glyphs[i].r) && !parts(s.glyphs[i+1].r) && !s.glyphs[i+1].joined {
			s.glyphs[i].cost = costAddress
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

package paragraph

import (
	_ "embed"
	"strings"

	"github.com/speedata/hyphenation"

	"kanyin/layout/cjk"
)

// The words of Latin text are hyphenated by the patterns of TeX, for American
// English: Franklin Liang, Word Hy-phen-a-tion by Com-put-er (1983).
//
//go:embed patterns/hyph-en-us.pat.txt
var english string

// What is hyphenated, as TeX has it.
const (
	hyphenLeft  = 2  // letters before the first hyphen
	hyphenRight = 3  // and after the last
	hyphenWord  = 6  // a shorter word gains nothing
	longestWord = 40 // a longer one is no word, and looking all its parts up would take long
)

// hyphenate lets the Latin words of the paragraph break where the patterns
// allow it, and says whether there are any. A word with a capital is a name,
// often in pinyin, which English patterns do not know, and is left whole.
func (s *Setter) hyphenate() (found bool) {
	for i := 0; i < len(s.glyphs); {
		j := i
		for j < len(s.glyphs) && lower(s.glyphs[j].r) && s.glyphs[j].span == s.glyphs[i].span {
			j++
		}
		if n := j - i; n >= hyphenWord && n <= longestWord && s.alone(i, j) {
			found = s.hyphenateWord(i, j) || found
		}
		i = max(j, i+1)
	}
	return found
}

func lower(r rune) bool { return r >= 'a' && r <= 'z' }

// alone says whether the letters i to j-1 are a whole word that may be broken:
// no part of a name, an address or a formula.
func (s *Setter) alone(i, j int) bool {
	for _, c := range []cjk.Class{s.class(i - 1), s.class(j)} {
		switch c {
		case cjk.Letter, cjk.Digit, cjk.Solidus, cjk.Hyphen:
			return false
		}
	}
	if i > 0 && s.class(i-1) == cjk.Sign || j < len(s.glyphs) && s.class(j) == cjk.Sign {
		return false
	}
	if s.class(j) == cjk.LatinStop && (s.class(j+1) == cjk.Letter || s.class(j+1) == cjk.Digit) || i > 0 && s.class(i-1) == cjk.LatinStop {
		return false
	}
	return !s.spans[s.glyphs[i].span].NoWrap
}

func (s *Setter) hyphenateWord(i, j int) (found bool) {
	if s.patterns == nil {
		// The patterns are part of the program; that they can be read is tested.
		s.patterns, _ = hyphenation.New(strings.NewReader(english))
		s.patterns.Leftmin, s.patterns.Rightmin = hyphenLeft, hyphenRight
	}
	var word strings.Builder
	for _, g := range s.glyphs[i:j] {
		word.WriteRune(g.r)
	}
	for _, at := range s.patterns.Hyphenate(word.String()) {
		if g := &s.glyphs[i+at-1]; at >= hyphenLeft && at <= j-i-hyphenRight && g.cost >= costCut {
			g.cost, g.hyphen, found = costHyphenated, s.hyphenWidth(g), true
		}
	}
	return found
}

// hyphenWidth is the width of a hyphen of the face and size of g.
func (s *Setter) hyphenWidth(g *glyph) int32 {
	return s.glyph(s.face(s.faceOf(g)), '-').advance * g.size / 1000
}

// faceOf is the face that was asked for g.
func (s *Setter) faceOf(g *glyph) string {
	if name := s.spans[g.span].Face; name != "" {
		return name
	}
	return s.style.Face
}

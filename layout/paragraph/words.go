package paragraph

import (
	"unicode"

	"kanyin/layout/cjk"
	"kanyin/layout/shape"
)

// A word is one that is shaped: a single glyph to the line that it stands on.
type word struct {
	runes []rune
	signs []shape.Sign
}

func (s *Setter) wordOf(g *glyph) word {
	if g.word == 0 {
		return word{}
	}
	return s.words[g.word-1]
}

// word shapes the word that a text begins with and adds it, with the look of g.
// It gives its length in bytes, or 0 where it cannot be shaped and its letters
// are set one by one. A word ends where its script or its face does, and after
// the mark between two syllables of Tibetan.
func (s *Setter) word(f *face, text string, g glyph) (bytes int) {
	first := firstRune(text)
	s.fromRight = s.fromRight || shape.FromRight(first)
	if s.shaper == nil {
		return 0
	}
	e := s.glyph(f, first)
	if !e.ok {
		return 0
	}
	var runes []rune
	bytes = len(text)
	for at, r := range text {
		joins := shape.GoesOn(r)
		if !joins && (!shape.Needed(r) || len(runes) > 0 && shape.EndsSyllable(runes[len(runes)-1])) || at > 0 && !joins && s.glyph(f, r).from != e.from {
			bytes = at
			break
		}
		runes = append(runes, r)
	}
	signs := s.shaper.Word(s.names[e.from], runes, shape.FromRight(first))
	if signs == nil {
		return 0
	}
	s.addWord(word{runes, signs}, e.from, g)
	return bytes
}

func (s *Setter) addWord(w word, face int16, g glyph) {
	s.words = append(s.words, w)
	g.r, g.class, g.face, g.word, g.text = w.runes[0], cjk.Letter, face, int32(len(s.words)), int32(s.runes)
	g.width = w.width(g.size)
	s.runes += len(w.runes)
	s.glyphs = append(s.glyphs, g)
}

func (w word) width(size int32) int32 {
	total := 0
	for _, g := range w.signs {
		total += g.Advance
	}
	return int32(total * int(size) / 1000)
}

// costWords is the price between two words without a space: none between two
// syllables of Tibetan, elsewhere they are one word in two faces, or a word and
// its bracket.
func (s *Setter) costWords(a, b *glyph) int32 {
	if s.syllables(a, b) {
		return 0
	}
	return never
}

// syllables reports whether a line may part two words that no space parts.
func (s *Setter) syllables(a, b *glyph) bool {
	if a.word == 0 || b.word == 0 {
		return false
	}
	runes := s.wordOf(a).runes
	return shape.EndsSyllable(runes[len(runes)-1]) && unicode.IsLetter(b.r)
}

func firstRune(text string) rune {
	for _, r := range text {
		return r
	}
	return 0
}

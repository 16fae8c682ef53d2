package masthead

import (
	"strings"

	"kanyin/issues/reconstruct/fold"
)

// Letters counts ideographs, Latin letters, the ideographs that one of the two
// Chinese scripts alone has, and hiragana.
type Letters struct{ Han, Latin, Simplified, Traditional, Kana int }

// kanaShare is which part of a Japanese text is hiragana at least, as one in so
// many: prose has one in two, and a Chinese text that quotes Japanese few.
const kanaShare = 5

// Words reports whether the text is written in Latin letters.
func (c Letters) Words() bool { return c.Latin > 4*c.Han }

// Language gives the language, as a BCP 47 tag. A text in two scripts is called
// by the one it has more of.
func (c Letters) Language() string {
	switch {
	case c.Words():
		return "en"
	case c.Kana*kanaShare > c.Han+c.Kana:
		return "ja"
	case c.Traditional > c.Simplified:
		return "zh-Hant"
	}
	return "zh-Hans"
}

// Count counts the letters of a text.
func (c *Letters) Count(s string) {
	for _, r := range s {
		switch {
		case fold.Han(r):
			c.Han++
			if strings.ContainsRune(simplifiedOnly, r) {
				c.Simplified++
			} else if strings.ContainsRune(traditionalOnly, r) {
				c.Traditional++
			}
		case r >= 'ぁ' && r <= 'ゖ':
			c.Kana++
		case fold.Latin(r):
			c.Latin++
		}
	}
}

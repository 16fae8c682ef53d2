package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Han reports whether the character is an ideograph.
func Han(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r > 0x2E00 && unicode.Is(unicode.Han, r)
}

// Latin reports whether the character is a Latin letter.
func Latin(r rune) bool { return r < 0x250 && unicode.IsLetter(r) }

// Digit reports whether the character is a figure of ASCII, as folding leaves figures.
func Digit(r rune) bool { return r >= '0' && r <= '9' }

// FirstRune gives the first character of the text, 0 of an empty one.
func FirstRune(s string) rune {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return 0
	}
	return r
}

// LastRune gives the last character of the text, 0 of an empty one.
func LastRune(s string) rune {
	r, n := utf8.DecodeLastRuneInString(s)
	if n == 0 {
		return 0
	}
	return r
}

// CutPrefix cuts the longest of the words that s begins with, without regard to case.
func CutPrefix(s string, words []string) (rest, word string, ok bool) {
	for _, w := range words {
		if len(w) > len(word) && len(s) >= len(w) && sameWord(s[:len(w)], w) {
			word = w
		}
	}
	return s[len(word):], word, word != ""
}

// CutSuffix cuts the longest of the words that s ends with, without regard to case.
func CutSuffix(s string, words []string) (rest, word string, ok bool) {
	for _, w := range words {
		if len(w) > len(word) && len(s) >= len(w) && sameWord(s[len(s)-len(w):], w) {
			word = w
		}
	}
	return s[:len(s)-len(word)], word, word != ""
}

// sameWord compares words of one length without regard to case, which only
// Latin letters have.
func sameWord(s, w string) bool {
	if w[0] >= utf8.RuneSelf {
		return s == w
	}
	return strings.EqualFold(s, w)
}

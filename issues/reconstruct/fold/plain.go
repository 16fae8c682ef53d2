package fold

import (
	"strings"
	"unicode"
)

// Plain makes alike what houses write differently: full-width forms, brackets,
// blanks. It is for recognising and is never printed; it keeps the number of runes.
func Plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0xFF01 && r <= 0xFF5E:
			return r - 0xFEE0
		case unicode.IsSpace(r) && r != '\n':
			return ' '
		case strings.ContainsRune("【〔〖［", r):
			return '['
		case strings.ContainsRune("】〕〗］", r):
			return ']'
		case strings.ContainsRune("︱│丨∣", r):
			return '|'
		case r == '∕' || r == '⁄':
			return '/'
		}
		return r
	}, s)
}

// CutHead cuts the longest of the words that s begins with.
func CutHead(s string, list []string) (rest, word string, ok bool) {
	for _, w := range list {
		if len(w) > len(word) && strings.HasPrefix(s, w) {
			word = w
		}
	}
	return s[len(word):], word, word != ""
}

// CutTail cuts the longest of the words that s ends with.
func CutTail(s string, list []string) (rest, word string, ok bool) {
	for _, w := range list {
		if len(w) > len(word) && strings.HasSuffix(s, w) {
			word = w
		}
	}
	return s[:len(s)-len(word)], word, word != ""
}

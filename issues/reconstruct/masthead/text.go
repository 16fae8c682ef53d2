package masthead

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func runeCount(s string) int { return utf8.RuneCountInString(s) }

func han(r rune) bool { return r > 0x2E00 && unicode.Is(unicode.Han, r) }

func latin(r rune) bool { return r < 0x250 && unicode.IsLetter(r) }

func digit(r rune) bool { return r >= '0' && r <= '9' }

func firstRune(s string) rune {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return 0
	}
	return r
}

func lastRune(s string) rune {
	r, n := utf8.DecodeLastRuneInString(s)
	if n == 0 {
		return 0
	}
	return r
}

// cutPrefix cuts the longest of the words that s begins with, without regard to case.
func cutPrefix(s string, words []string) (rest, word string, ok bool) {
	for _, w := range words {
		if len(w) > len(word) && len(s) >= len(w) && strings.EqualFold(s[:len(w)], w) {
			word = w
		}
	}
	if word == "" {
		return s, "", false
	}
	return s[len(word):], word, true
}

// isYear reports whether a number may be a year of print.
func isYear(n int) bool { return n >= 1800 && n < 2200 }

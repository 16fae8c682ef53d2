package verify

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/layout/cjk"
)

// squash takes out of a text what typesetting may change: white space, and
// characters that are not set.
func squash(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00AD' || cjk.ClassOf(r) == cjk.Control {
			return -1
		}
		return r
	}, s)
}

// begin is the first runes of a text, for a message.
func begin(s string) string {
	const shown = 24
	if utf8.RuneCountInString(s) <= shown {
		return s
	}
	return string([]rune(s)[:shown]) + "…"
}

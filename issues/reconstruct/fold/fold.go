// Package fold makes alike what houses write differently, for recognising marks
// and words. What it gives is never printed.
package fold

import (
	"strings"
	"unicode"
)

// foldings are the marks that fold makes alike, beyond those that Unicode
// pairs with ASCII.
var foldings = map[rune]rune{
	'【': '[', '】': ']', '〔': '[', '〕': ']', '〖': '[', '〗': ']', '　': ' ', '\u00a0': ' ',
	'\u2003': ' ', '\u2002': ' ', '︱': '|', '│': '|', '丨': '|', '∣': '|', '‥': '…', '⋯': '…',
	'﹕': ':', '∶': ':', '‧': '·', '•': '·', '・': '·', '﹒': '·', '─': '—', '―': '—',
	'–': '—',
}

// Of makes alike what houses write differently: full-width and half-width
// brackets, colons, letters and digits, and runs of blanks. It is for
// recognising and is never printed.
func Of(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		switch {
		case r > 0x4E28 && r <= 0x9FFF: // ideographs behind the one that looks like a stroke: most of the text
		case r >= 0xFF01 && r <= 0xFF5E: // the full-width forms of ASCII
			r -= 0xFEE0
		default:
			if alike, ok := foldings[r]; ok {
				r = alike
			}
		}
		if unicode.IsSpace(r) || unicode.IsControl(r) || r == 0xFEFF || r == 0x200B {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

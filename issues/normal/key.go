package normal

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Key gives what two texts are compared by: their letters and digits alone, in
// the compatibility form NFKC of Unicode Standard Annex 15 and in lower case.
// Widths, spaces and marks do not count, nor do variants that Unicode holds for
// one character (㈱, ﬁ, ２) or that [Forms] knows (⻢). It is never printed.
func Key(s string) string {
	if k, ok := plainKey(s); ok {
		return k
	}
	// Invisible characters go first: between a letter and its accent they would
	// keep the two apart.
	s = norm.NFKC.String(Forms(strings.Map(dropInvisible, s)))
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// plainKey spares most Chinese text the work: ASCII, unified ideographs and the
// common marks have no other form that counts.
func plainKey(s string) (string, bool) {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case r >= 0x4E00 && r <= 0x9FFF || r >= 'a' && r <= 'z' || isDigit(r):
			b.WriteRune(r)
		case r >= 'A' && r <= 'Z':
			b.WriteRune(r + 'a' - 'A')
		case r < 0x80 || isMark(r) || strings.ContainsRune("“”‘’…—·", r): // the leaders of contents as well
		default:
			return "", false
		}
	}
	return b.String(), true
}

func dropInvisible(r rune) rune {
	if isInvisible(r) {
		return -1
	}
	return r
}

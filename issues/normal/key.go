package normal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Key gives what two texts are compared by: their letters and digits alone, in
// the compatibility form NFKC of Unicode Standard Annex 15 and in lower case.
// Widths, spaces and marks do not count, nor do variants that Unicode holds for
// one character (㈱, ﬁ, ２). It is never printed.
func Key(s string) string {
	s = plain(s)
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// plain gives s in NFKC, without invisible characters. Those go first: between
// a letter and its accent they would keep the two apart.
func plain(s string) string {
	if strings.IndexFunc(s, isInvisible) >= 0 {
		s = strings.Map(dropInvisible, s)
	}
	if isPlain(s) {
		return s
	}
	return norm.NFKC.String(s)
}

// isPlain spares most Chinese text the work: ASCII, unified ideographs and the
// common marks of Chinese have no other form.
func isPlain(s string) bool {
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		common := r >= 0x4E00 && r <= 0x9FFF || r >= 0x3001 && r <= 0x3011 || r >= 0x2018 && r <= 0x201D
		if !common {
			return false
		}
		i += n
	}
	return true
}

func dropInvisible(r rune) rune {
	if isInvisible(r) {
		return -1
	}
	return r
}

package normal

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// forms are the tables by their characters.
var forms = func() map[rune]rune {
	m := map[rune]rune{}
	for _, table := range []string{radicals, upright, small} {
		runes := []rune(table)
		for i := 0; i < len(runes); i += 2 {
			m[runes[i]] = runes[i+1]
		}
	}
	for i, r := range []rune(private) {
		m[firstPrivate+rune(i)] = r
	}
	return m
}()

// Forms gives s with the characters that programs give for others when they take
// text out of a PDF put back: they look like them, and no search finds them. Text
// and Key do it, too; the source is never changed.
//
//   - radicals of dictionaries (⽂ ⻢) become ideographs (文 马);
//   - compatibility ideographs (豈) become those that Unicode holds them for (豈);
//   - ligatures and other presentation forms of letters (ﬁ ﺏ) become letters;
//   - marks of vertical lines and small marks (︽ ﹐) become those of horizontal
//     lines;
//   - the slash of division (∕) becomes a wide one (／);
//   - the private code points of GBK become the ideographs that they stood for.
func Forms(s string) string {
	i := strings.IndexFunc(s, isForm)
	if i < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:i])
	for _, r := range s[i:] {
		switch to, ok := forms[r]; {
		case ok:
			b.WriteRune(to)
		case isForm(r):
			b.WriteString(norm.NFKC.String(string(r)))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isForm holds of the characters that may be a form of others. Full-width forms
// are not among them: whether a mark is wide is for Text to say.
func isForm(r rune) bool {
	switch {
	case r == '∕': // a division slash, which pages from browsers have for the wide slash of 文／某某
		return true
	case r < 0x2E80:
		return false
	case r <= 0x2FDF:
		return true
	case r < firstPrivate:
		return false
	case r < firstPrivate+80: // as many as private has
		return true
	case r >= 0xF900 && r <= 0xFDFF: // ideographs, Latin, Hebrew and Arabic letters
		return true
	case r >= 0xFE10 && r <= 0xFE19, r >= 0xFE30 && r <= 0xFE32, r >= 0xFE35 && r <= 0xFE48, r >= 0xFE50 && r <= 0xFE6B, r >= 0xFE80 && r <= 0xFEFC:
		return true
	}
	return r >= 0x2F800 && r <= 0x2FA1F
}

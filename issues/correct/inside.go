package correct

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/normal"
)

// unnumbered gives the lines that begin with the key, or with a number and then the
// key, when it stands without the number at its beginning or its end: editions set
// other page numbers in the contents, or set them on the other side.
func (t *text) unnumbered(key string) []int {
	bare := strings.TrimFunc(key, unicode.IsNumber)
	if bare == key || utf8.RuneCountInString(bare) < leastInside {
		return nil
	}
	var found []int
	for i, k := range t.keys {
		begin := len(k) - len(strings.TrimLeftFunc(k, unicode.IsNumber))
		if k != "" && strings.HasPrefix(t.stream[t.starts[i]+begin:], bare) {
			found = append(found, i+1)
		}
	}
	return found
}

// behindRemark gives what stands behind a remark in brackets that a text begins with,
// "" where it begins with none or little stands there.
func behindRemark(text string) string {
	if !strings.HasPrefix(text, "（") && !strings.HasPrefix(text, "(") {
		return ""
	}
	end := strings.IndexAny(text, "）)")
	if end < 0 {
		return ""
	}
	_, size := utf8.DecodeRuneInString(text[end:])
	rest := strings.TrimSpace(text[end+size:])
	if utf8.RuneCountInString(keyOf(rest)) < leastInside {
		return ""
	}
	return rest
}

// offset gives where in line n, in bytes, a place begins that was found there, and so
// much of the place as begins there: 0 and all of it unless it is inside the line.
func (t *text) offset(n int, place string) (int, string) {
	for _, said := range []string{place, behindRemark(place)} {
		at := strings.Index(t.stream[t.starts[n-1]:], keyOf(said))
		switch {
		case said == "" || at < 0 || at >= len(t.keys[n-1]):
		case at == 0:
			return 0, said
		default:
			return begin(t.lines[n-1], at, said), said
		}
	}
	return 0, place
}

// begin gives where in the line, in bytes, a place begins whose letters begin so many
// bytes behind the beginning of the line's key. Marks that the place begins with are
// its own.
func begin(line string, key int, place string) int {
	for i, r := range line {
		k := len(normal.Key(string(r)))
		if key > 0 || k == 0 {
			key -= k
			continue
		}
		lead, _ := narrow(place[:max(0, strings.IndexFunc(place, lettered))])
		have, at := narrow(line[:i])
		if strings.HasSuffix(have, lead) {
			return at[len(have)-len(lead)]
		}
		return i
	}
	return 0
}

// lettered reports whether keys keep the rune.
func lettered(r rune) bool { return normal.Key(string(r)) != "" }

// end gives the end of line n that a place found inside it begins, where the place
// says all of it; "" where the line goes on: what is more may be of another line.
func (t *text) end(n int, place string) string {
	from, said := t.offset(n, place)
	if rest := keyOf(t.lines[n-1][from:]); from > 0 && rest != "" && strings.HasPrefix(keyOf(said), rest) {
		return t.lines[n-1][from:]
	}
	return ""
}

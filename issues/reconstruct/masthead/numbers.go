package masthead

import (
	"strings"

	"kanyin/issues/reconstruct/fold"
)

const (
	issnLength = 9 // bytes: 9999-9994
	cnLeast    = 7 // bytes: 99-9999
)

// ISSN reads the serial number behind its word, or gives "".
func ISSN(line string) string {
	lower := strings.ToLower(line)
	if at := strings.Index(lower, issnWord); at >= 0 {
		s := strings.TrimLeft(line[at+len(issnWord):], " :")
		if len(s) >= issnLength && s[4] == '-' && fold.Digit(rune(s[0])) {
			return strings.ToUpper(s[:issnLength])
		}
	}
	return ""
}

// CN reads the Chinese serial number behind its word, or gives "".
func CN(line string) string {
	lower := strings.ToLower(line)
	if at := strings.Index(lower, cnWord); at >= 0 {
		s := strings.TrimLeft(line[at+len(cnWord):], " :")
		if len(s) >= cnLeast && fold.Digit(rune(s[0])) && s[2] == '-' {
			end := strings.IndexAny(s, " ,;)")
			if end < 0 {
				end = len(s)
			}
			return s[:end]
		}
	}
	return ""
}

// Total reads the number counted from the first issue of all: 总第88期, 总88期.
func Total(line string) int {
	for _, w := range []string{totalOf, totalOfTrad} {
		for rest := line; ; {
			_, after, ok := strings.Cut(rest, w)
			if !ok {
				break
			}
			rest = strings.TrimLeft(after, " ")
			counted, _ := strings.CutPrefix(rest, ordinal)
			n, tail := fold.Number(strings.TrimLeft(counted, " "))
			tail = strings.TrimLeft(tail, " ")
			if n > 0 && (strings.HasPrefix(laterNumber(tail), issueOf) || strings.Trim(tail, ")]"+volumes) == "") {
				return n
			}
		}
	}
	return 0
}

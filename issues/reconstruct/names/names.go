// Package names knows what the names of people look like: how long they are
// and what they begin with. A surname makes a name likelier and never decides
// alone.
package names

import (
	"strings"
	"unicode"
)

// Longest is the most ideographs of a name, two of them a compound surname's.
const Longest = 4

// middleDot parts the names that a transcribed one is made of: 约翰·史密斯.
const middleDot = '·'

// Known reports whether a name of two or three characters begins with a
// surname, or one of four with a compound one.
func Known(name string) bool {
	runes := []rune(strings.TrimSpace(name))
	if len(runes) < 2 || len(runes) > Longest {
		return false
	}
	for _, c := range compounds {
		if strings.HasPrefix(string(runes), c) {
			return true
		}
	}
	return len(runes) < Longest && (strings.ContainsRune(surnames, runes[0]) || strings.ContainsRune(surnamesTrad, runes[0]))
}

// Like reports whether the token could be one person's name: two or three
// ideographs, four with a compound surname, or a transcribed name with a middle dot.
func Like(token string) bool {
	const least, most = 3, 16 // ideographs of a transcribed name
	token = strings.TrimSpace(token)
	n, dots := 0, 0
	for _, r := range token {
		switch {
		case unicode.Is(unicode.Han, r):
			n++
		case r == middleDot:
			dots++
		default:
			return false
		}
	}
	if dots > 0 {
		dot := string(middleDot)
		return n >= least && n <= most && !strings.HasPrefix(token, dot) && !strings.HasSuffix(token, dot)
	}
	return n >= 2 && n < Longest || n == Longest && Known(token)
}

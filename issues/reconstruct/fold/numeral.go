package fold

import (
	"strings"
	"unicode/utf8"
)

const (
	longestNumeral = 15  // bytes: five ideographs
	largest        = 999 // a greater number is a year or a count
)

// Numeral reads a text that is nothing but a number below a thousand, in
// figures or ideographs, or 0.
func Numeral(s string) int {
	if s == "" || len(s) > longestNumeral {
		return 0
	}
	if Digit(rune(s[0])) {
		n, rest := Number(s)
		if rest != "" || n > largest {
			return 0
		}
		return n
	}
	total, unit := 0, 0
	for _, r := range s {
		at := strings.IndexRune(numerals, r)
		switch {
		case string(r) == hundred:
			total += max(unit, 1) * 100
			unit = 0
		case at >= 0 && utf8.RuneCountInString(numerals[:at]) == 10:
			total += max(unit, 1) * 10
			unit = 0
		case at >= 0:
			unit = unit*10 + utf8.RuneCountInString(numerals[:at])
		case strings.ContainsRune(numeralZero, r):
			unit *= 10
		default:
			return 0
		}
	}
	if n := total + unit; n <= largest {
		return n
	}
	return 0
}

// Number reads the figures that s begins with.
func Number(s string) (int, string) {
	const most = 6 // figures: a longer number counts nothing that is asked for
	n, at := 0, 0
	for at < len(s) && Digit(rune(s[at])) && at < most {
		n = n*10 + int(s[at]-'0')
		at++
	}
	return n, s[at:]
}

const (
	numerals    = "〇一二三四五六七八九十"
	numeralZero = "零○"
	hundred     = "百"
)

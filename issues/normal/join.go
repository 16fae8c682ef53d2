package normal

import (
	"strings"
	"unicode/utf8"
)

// Join gives what stands between a and b, two lines that are one text: nothing
// where either side is Chinese, a space between words. A line that ends with a
// hyphen, a slash or an opening bracket is joined without a space; the hyphen
// stays, because whether it was there before the line was cut cannot be seen
// from two lines. Figures are not parted in a Chinese text: 20|25年 is a number.
func Join(a, b string) string {
	a, b = strings.TrimRightFunc(a, isSpace), strings.TrimLeftFunc(b, isSpace)
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	switch {
	case a == "" || b == "":
		return ""
	case isChinese(last) || isChinese(first):
		return ""
	case strings.ContainsRune("-‐/\u00AD", last) || isOpening(last) || isClosing(first) || strings.ContainsRune(",.;:?!%", first):
		return ""
	case isDigit(last) && isASCIIAlnum(first) && hasHan(a+b):
		return ""
	}
	return " "
}

func isChinese(r rune) bool { return isHan(r) || isMark(r) || narrow(r) != r || isShared(r) }

func hasHan(s string) bool { return strings.IndexFunc(s, isHan) >= 0 }

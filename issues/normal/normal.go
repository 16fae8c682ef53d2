// Package normal makes one form of the many in which a text can be typed.
//
// [Text] gives the form that is printed: full-width punctuation in Chinese,
// half-width figures and letters, no spaces that only the source's columns
// made. [Key] gives a form for comparing two texts, and is never printed.
// [Join] says what stands between two lines that were one.
//
// Nothing here deletes a character that a reader would miss: Key(Text(s)) is
// Key(s) for every s. Squeezing punctuation on a line is layout's business.
package normal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Key gives the letters and digits of s in their compatibility form (NFKC),
// without spaces and marks.
func Key(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, norm.NFKC.String(s))
}

// Join gives what stands at the joint of two lines that were one: a space
// between Latin words and figures, nothing beside an ideograph or a mark of
// the Chinese.
func Join(a, b string) string {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if a == "" || b == "" || isWide(last) || isWide(first) || last == '-' || last == '/' {
		return ""
	}
	return " "
}

// Text gives the printed form of s. Applied again it changes nothing.
func Text(s string) string {
	runes := []rune(strings.Join(strings.Fields(s), " "))
	for i, r := range runes {
		if r >= '０' && r <= '９' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ' || r == '％' {
			runes[i] = r - '０' + '0'
		}
	}
	widen(runes)
	return string(dropSpaces(runes))
}

// shortLine, in runes, is the length up to which a space between two
// ideographs is kept: in a title it parts two halves, in prose a column made it.
const shortLine = 40

// dropSpaces takes out the spaces beside full-width marks and, in prose,
// beside ideographs.
func dropSpaces(runes []rune) []rune {
	prose := len(runes) > shortLine
	out := make([]rune, 0, len(runes))
	for i, r := range runes {
		if r == ' ' && i > 0 && i+1 < len(runes) {
			a, b := runes[i-1], runes[i+1]
			if isFullMark(a) || isFullMark(b) || prose && (isHan(a) || isHan(b)) {
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

// isWide holds of what takes a full em: ideographs, kana, full-width marks.
func isWide(r rune) bool {
	return r >= 0x2E80 && r <= 0xA4CF || r >= 0xAC00 && r <= 0xD7A3 || r >= 0xF900 && r <= 0xFAFF || r >= 0xFE30 && r <= 0xFE4F ||
		r >= 0xFF00 && r <= 0xFFEF || r >= 0x20000 && r <= 0x3FFFF || strings.ContainsRune("“”‘’—…·", r)
}

func isFullMark(r rune) bool {
	return r >= 0x3001 && r <= 0x3011 || r >= 0x3014 && r <= 0x301F || strings.ContainsRune("，；：？！（）", r)
}

func isHan(r rune) bool { return r >= 0x2E80 && unicode.Is(unicode.Han, r) }

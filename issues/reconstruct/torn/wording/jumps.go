package wording

import (
	"strings"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/seam"
)

// HasJump reports whether the bracketed text is such a mark.
func HasJump(fold string) bool {
	inner, ok := Bracketed(fold)
	return ok && (JumpPage(inner, OntoMarks) != 0 || JumpPage(inner, FromMarks) != 0)
}

// EndsInJump reports whether the text ends with a mark of where it goes on.
func EndsInJump(fold string) bool {
	at := strings.LastIndexAny(fold, "([")
	if at < 0 {
		return false
	}
	inner, ok := Bracketed(fold[at:])
	return ok && JumpPage(inner, OntoMarks) != 0
}

// JumpPage gives the page of a mark, seam.Unnumbered where it names none, 0
// where it is no mark.
func JumpPage(inner string, marks []string) int {
	const (
		behind = 12    // runes: the page, and a column
		most   = 10000 // pages: more figures are no page
	)
	rest, _, ok := CutPrefix(strings.TrimSpace(inner), marks)
	if !ok || RuneCount(rest) > behind {
		return 0
	}
	page := 0
	for _, r := range rest {
		if Digit(r) && page < most {
			page = page*10 + int(r-'0')
		}
	}
	if page == 0 {
		return seam.Unnumbered
	}
	return page
}

// CutHead drops the bracketed group that text begins with.
func CutHead(text string) string {
	at := strings.IndexFunc(text, func(r rune) bool { return strings.ContainsRune(WideClosers, r) || r == ')' || r == ']' })
	if at < 0 {
		return text
	}
	_, n := FirstRune(text[at:]), len(string(FirstRune(text[at:])))
	return normal.Text(text[at+n:])
}

// CutTail drops the bracketed group that text ends with.
func CutTail(text string) string {
	at := strings.LastIndexFunc(text, func(r rune) bool { return strings.ContainsRune(wideOpeners, r) || r == '(' || r == '[' })
	if at < 0 {
		return text
	}
	return normal.Text(text[:at])
}

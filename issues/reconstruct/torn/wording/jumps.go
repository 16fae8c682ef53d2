package wording

import (
	"strings"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/seam"
)

// longestJump is the most bytes of a mark: its words and a page, in any language.
const longestJump = 40

// JumpFrom reads the mark in brackets that a text begins with and that says from
// which page it comes. Of a text without one the page is 0.
func JumpFrom(fold string) (page int, rest string) {
	if end := strings.IndexAny(fold, ")]"); end > 0 && end < longestJump && strings.ContainsAny(fold[:1], "([") {
		page, rest = jumpPage(fold[1:end], fromMarks), strings.TrimSpace(fold[end+1:])
	}
	return page, rest
}

// JumpOnto reads the mark in brackets that a text ends with and that says on which
// page it goes on.
func JumpOnto(fold string) (page int, before string) {
	if at := strings.LastIndexAny(fold, "(["); at >= 0 && len(fold)-at < longestJump && strings.ContainsAny(fold[len(fold)-1:], ")]") {
		page, before = jumpPage(fold[at+1:len(fold)-1], ontoMarks), strings.TrimSpace(fold[:at])
	}
	return page, before
}

// jumpPage gives the page of a mark, seam.Unnumbered where it names none, 0
// where it is no mark.
func jumpPage(inner string, marks []string) int {
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
	at := strings.IndexAny(text, WideClosers+")]")
	if at < 0 {
		return text
	}
	return normal.Text(text[at+len(string(FirstRune(text[at:]))):])
}

// CutTail drops the bracketed group that text ends with.
func CutTail(text string) string {
	if at := strings.LastIndexAny(text, wideOpeners+"(["); at >= 0 {
		text = text[:at]
	}
	return normal.Text(text)
}

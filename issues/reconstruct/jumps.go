package reconstruct

import (
	"strings"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/seam"
)

// takeJump cuts the marks "continued on page N" and "continued from page N" out
// of a row's text and keeps their pages.
//
// How: the mark is a bracketed group at the very start or the very end of the
// line that begins with one of the lexicon's words and says nothing else than a
// page. Where it fails: a mark without brackets is left in the text.
func (d *draft) takeJump(i int) {
	const longest = 40 // bytes: the words and a page, in any language
	r := &d.rows[i]
	fold := r.fold
	if fold == "" {
		return
	}
	if strings.HasPrefix(fold, "(") || strings.HasPrefix(fold, "[") {
		if end := strings.IndexAny(fold, ")]"); end > 0 && end < longest && jumpPage(fold[1:end], fromMarks) != 0 {
			r.from = jumpPage(fold[1:end], fromMarks)
			r.text = cutHead(r.text)
			fold = strings.TrimSpace(fold[end+1:])
		}
	}
	if strings.HasSuffix(fold, ")") || strings.HasSuffix(fold, "]") {
		if at := strings.LastIndexAny(fold, "(["); at > 0 && len(fold)-at < longest && jumpPage(fold[at+1:len(fold)-1], ontoMarks) != 0 {
			r.onto = jumpPage(fold[at+1:len(fold)-1], ontoMarks)
			r.text = cutTail(r.text)
			fold = strings.TrimSpace(fold[:at])
		}
	}
	if r.from != 0 || r.onto != 0 {
		r.fold, r.runes = fold, runeCount(fold)
		d.decide("a mark of where the text goes on was read and taken out", 0, i)
	}
}

// hasJump reports whether the bracketed text is such a mark.
func hasJump(fold string) bool {
	inner, ok := bracketed(fold)
	return ok && (jumpPage(inner, ontoMarks) != 0 || jumpPage(inner, fromMarks) != 0)
}

// endsInJump reports whether the text ends with a mark of where it goes on.
func endsInJump(fold string) bool {
	at := strings.LastIndexAny(fold, "([")
	if at < 0 {
		return false
	}
	inner, ok := bracketed(fold[at:])
	return ok && jumpPage(inner, ontoMarks) != 0
}

// jumpPage gives the page of a mark, seam.Unnumbered where it names none, 0
// where it is no mark.
func jumpPage(inner string, marks []string) int {
	const (
		behind = 12    // runes: the page, and a column
		most   = 10000 // pages: more figures are no page
	)
	rest, _, ok := cutPrefix(strings.TrimSpace(inner), marks)
	if !ok || runeCount(rest) > behind {
		return 0
	}
	page := 0
	for _, r := range rest {
		if digit(r) && page < most {
			page = page*10 + int(r-'0')
		}
	}
	if page == 0 {
		return seam.Unnumbered
	}
	return page
}

// cutHead drops the bracketed group that text begins with.
func cutHead(text string) string {
	at := strings.IndexFunc(text, func(r rune) bool { return strings.ContainsRune(wideClosers, r) || r == ')' || r == ']' })
	if at < 0 {
		return text
	}
	_, n := firstRune(text[at:]), len(string(firstRune(text[at:])))
	return normal.Text(text[at+n:])
}

// cutTail drops the bracketed group that text ends with.
func cutTail(text string) string {
	at := strings.LastIndexFunc(text, func(r rune) bool { return strings.ContainsRune(wideOpeners, r) || r == '(' || r == '[' })
	if at < 0 {
		return text
	}
	return normal.Text(text[:at])
}

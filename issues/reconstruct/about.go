package reconstruct

import (
	"strings"
	"unicode"

	"kanyin/issues/issue"
)

// about labels the sentence at an article's end that says who its author is: it
// begins with the author's name as the byline has it, or in English with a name
// and a word for what people do.
func (o *opening) about() {
	for i := o.limit - 1; i > o.s.row; i-- {
		r := &o.d.rows[i]
		if r.zone == dropped || r.kind == issue.Editor || r.kind == issue.Caption || r.kind == issue.Credit || r.kind == issue.Prompt || o.d.captionAt(i) || o.d.behindMark(i, false) {
			continue
		}
		if r.kind == "" && (o.tells(r) || o.d.english && bio(r.fold)) {
			o.d.label(i, issue.Affiliation, "says at the article's end who somebody is")
		}
		return
	}
}

// authorTold gives the names in a line that says who the author is and what he
// is: 作者某某系…, with or without brackets.
func authorTold(fold string) []string {
	inner, _ := bracketed(fold)
	rest, _, ok := cutPrefix(inner, authorWords)
	if !ok {
		return nil
	}
	for at := range rest {
		if _, _, is := cutPrefix(rest[at:], isWords); !is {
			continue
		}
		names := strings.Trim(rest[:at], separators+",")
		if names != "" && allKnown(names) {
			return splitNames(names)
		}
	}
	return nil
}

// bio reports whether the text is one sentence of somebody's work: a name, and
// a word for what he does.
func bio(fold string) bool {
	const least, most = 2, 4 // words of a name, with a form of address
	fields := strings.Fields(fold)
	n := 0
	for n < len(fields) && unicode.IsUpper(firstRune(fields[n])) {
		n++
	}
	return n >= least && n <= most && n < len(fields) && contains(bioVerbs, fields[n]) && !inner(strings.Replace(fold, ".", "", 1))
}

// tells reports whether the row is a sentence or two that begins with one of
// the authors' names, a title such as Dr before it or not.
func (o *opening) tells(r *row) bool {
	const title = 5 // bytes of a form of address, with its blank
	if r.runes > o.d.wide(longestMark) || !ended(r.fold) {
		return false
	}
	for _, name := range o.s.authors {
		if at := strings.Index(r.fold, foldOf(name)); at >= 0 && at <= title && runeCount(name) > 1 {
			return true
		}
	}
	return false
}

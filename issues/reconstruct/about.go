package reconstruct

import (
	"strings"

	"kanyin/issues/issue"
)

// about labels the sentence at an article's end that says who its author is: it
// begins with the author's name as the byline has it.
func (o *opening) about() {
	if len(o.s.bylines) == 0 {
		return
	}
	for i := o.limit - 1; i > o.s.row; i-- {
		r := &o.d.rows[i]
		if r.zone == dropped || r.kind == issue.Editor || r.kind == issue.Caption || r.kind == issue.Credit || r.kind == issue.Prompt || o.d.captionAt(i) || o.d.behindMark(i) {
			continue
		}
		if r.kind == "" && o.tells(r) {
			o.d.label(i, issue.Affiliation, "begins with the author's name, at the article's end")
		}
		return
	}
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

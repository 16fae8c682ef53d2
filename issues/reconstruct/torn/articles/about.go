package articles

import (
	"slices"
	"strings"
	"unicode"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/marks"
	"kanyin/issues/reconstruct/torn/wording"
)

// about labels the sentence at an article's end that says who its author is: it
// begins with the author's name as the byline has it, or in English with a name
// and a word for what people do.
func (o *opening) about() {
	for i := o.limit - 1; i > o.s.Row; i-- {
		r := &o.d.Rows[i]
		if r.Zone == draft.Dropped || r.Kind == issue.Editor || r.Kind == issue.Caption || r.Kind == issue.Credit || r.Kind == issue.Prompt || marks.CaptionAt(o.d, i) || marks.BehindMark(o.d, i, false) {
			continue
		}
		if r.Kind == "" && (o.tells(r) || o.d.English && bio(r.Fold)) {
			o.d.Label(i, issue.Affiliation, "says at the article's end who somebody is")
		}
		return
	}
}

// bio reports whether the text is one sentence of somebody's work: a name, and
// a word for what he does.
func bio(fold string) bool {
	const least, most = 2, 4 // words of a name, with a form of address
	fields := strings.Fields(fold)
	n := 0
	for n < len(fields) && unicode.IsUpper(wording.FirstRune(fields[n])) {
		n++
	}
	return n >= least && n <= most && n < len(fields) && wording.Contains(wording.BioVerbs, fields[n]) && !wording.Inner(strings.Replace(fold, ".", "", 1))
}

// tells reports whether the row is a sentence or two that begins with one of
// the authors' names, a title such as Dr before it or not.
func (o *opening) tells(r *draft.Row) bool {
	const title = 5 // bytes of a form of address, with its blank
	if r.Runes > o.d.Wide(wording.LongestMark) || !wording.Ended(r.Fold) {
		return false
	}
	return slices.ContainsFunc(o.s.Authors, func(name string) bool {
		at := strings.Index(r.Fold, wording.FoldOf(name))
		return at >= 0 && at <= title && wording.RuneCount(name) > 1
	})
}

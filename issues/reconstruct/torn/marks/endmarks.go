package marks

import (
	"slices"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/furniture"
	"kanyin/issues/reconstruct/torn/wording"
)

// LearnEndMarks learns the words and signs that this issue sets before the names
// at its articles' ends, whatever they are.
//
// How: of the short lines that begin alike, nearly all go on with names and stand
// under a finished text, and most of them over the next title. Where the
// contents have the names for the article's authors the line is its byline, else
// its editor's mark. The pass runs twice: before the starts, which the marks
// help to find, with the titles that are announced or signed; and behind them,
// with those found.
// Where it fails: a mark that stands once or twice; articles whose beginnings
// were not found.
func LearnEndMarks(d *draft.Draft) {
	uses := markUses(d)
	signs := map[int]bool{} // rows that are a mark and names
	for _, u := range uses {
		for _, i := range u.named {
			signs[i] = true
		}
	}
	uses = habitual(uses, func(i int) bool { return underText(d, i, signs) })
	uses = slices.DeleteFunc(uses, func(u markUse) bool {
		short, titled := 0, 0
		for _, i := range u.named {
			over, sure := overTitleOf(d, i, signs)
			if over {
				short++
			}
			if sure {
				titled++
			}
		}
		// Pages that were woven put other lines under a third of the marks.
		return 3*short < 2*len(u.named) || 3*titled < 2*short
	})
	for _, u := range uses {
		authors := signers(d, u.named)
		u.each(d, "end-mark", func(i int) {
			if authors {
				d.Label(i, issue.Byline, "names behind a mark that this issue's articles end with")
				d.Rows[i].Foot = true
				return
			}
			d.Label(i, issue.Editor, "a mark that this issue's articles end with, and names")
			d.Rows[i].Closes = true
		})
	}
}

// beside gives the row that step leads to from row i, past the marks that stand
// with it.
func beside(i int, step func(int) int, signs map[int]bool) int {
	const fellows = 3 // marks that stand together: author, editor, proof-reader, designer
	i = step(i)
	for k := 0; k < fellows && i >= 0 && signs[i]; k++ {
		i = step(i)
	}
	return i
}

// underText reports whether a finished text stands over the row, and nothing
// but its like between.
func underText(d *draft.Draft, i int, signs map[int]bool) bool {
	p := beside(i, d.Prev, signs)
	return p >= 0 && (wording.Ended(d.Rows[p].Fold) || d.Rows[p].Kind != "")
}

// overTitleOf reports whether a short line stands under the row and its like, or
// nothing does; and whether that is a title for certain.
func overTitleOf(d *draft.Draft, i int, signs map[int]bool) (short, titled bool) {
	n := beside(i, d.Next, signs)
	for n >= 0 && d.Rows[n].Kind != issue.Title && (d.Rows[n].Kind != "" || CaptionAt(d, n)) {
		n = d.Next(n)
	}
	if n < 0 || d.Rows[n].Kind == issue.Title {
		return true, true
	}
	return d.TitleRow(n), titleSigned(d, n)
}

// titleSigned reports whether the row could be a title, and is announced or has
// a byline under it.
func titleSigned(d *draft.Draft, n int) bool {
	const block = 3 // rows from a title to its byline: its second line, a subtitle
	if !d.TitleRow(n) {
		return false
	}
	if furniture.Announced(d, n) {
		return true
	}
	for k, j := 0, d.Next(n); k < block && j >= 0; k, j = k+1, d.Next(j) {
		if SaysByline(d, j) {
			return true
		}
	}
	return false
}

// signers reports whether most of the rows hold names that the contents have for
// authors.
func signers(d *draft.Draft, rows []int) bool {
	n := 0
	for _, i := range rows {
		_, rest := bylineMark(d, i)
		for _, name := range wording.SplitNames(rest) {
			if d.Names[normal.Key(name)] {
				n++
				break
			}
		}
	}
	return 2*n > len(rows)
}

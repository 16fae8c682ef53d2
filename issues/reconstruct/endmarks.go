package reconstruct

import (
	"slices"

	"kanyin/issues/issue"
)

// learnEndMarks learns the words and signs that this issue sets before the names
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
func learnEndMarks(d *draft) {
	uses := d.markUses()
	signs := map[int]string{} // of the rows that are a mark and names
	for _, u := range uses {
		for _, i := range u.named {
			signs[i] = u.mark
		}
	}
	uses = habitual(uses, func(i int) bool { return d.underText(i, signs) })
	uses = slices.DeleteFunc(uses, func(u markUse) bool {
		short, titled := 0, 0
		for _, i := range u.named {
			over, sure := d.overTitleOf(i, signs)
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
		authors := d.signers(u.named)
		var lines []int
		for _, i := range u.named {
			lines = append(lines, d.rows[i].lines[0])
			if authors {
				d.label(i, issue.Byline, "names behind a mark that this issue's articles end with")
				d.rows[i].foot = true
				continue
			}
			d.label(i, issue.Editor, "a mark that this issue's articles end with, and names")
			d.rows[i].closes = true
		}
		d.habit("end-mark", u.mark, lines)
	}
}

// fellows is how many marks stand together: author, editor, proof-reader,
// designer.
const fellows = 3

// underText reports whether a finished text stands over the row, and nothing
// but its like between.
func (d *draft) underText(i int, signs map[int]string) bool {
	p := d.prev(i)
	for k := 0; k < fellows && p >= 0 && signs[p] != ""; k++ {
		p = d.prev(p)
	}
	return p >= 0 && (ended(d.rows[p].fold) || d.rows[p].kind != "")
}

// overTitleOf reports whether a short line stands under the row and its like, or
// nothing does; and whether that is a title for certain.
func (d *draft) overTitleOf(i int, signs map[int]string) (short, titled bool) {
	n := d.next(i)
	for k := 0; k < fellows && n >= 0 && signs[n] != ""; k++ {
		n = d.next(n)
	}
	for n >= 0 && d.rows[n].kind != issue.Title && (d.rows[n].kind != "" || d.captionAt(n)) {
		n = d.next(n)
	}
	if n < 0 || d.rows[n].kind == issue.Title {
		return true, true
	}
	return d.titleRow(n), d.titleSigned(n)
}

// titleSigned reports whether the row could be a title, and is announced or has
// a byline under it.
func (d *draft) titleSigned(n int) bool {
	const block = 3 // rows from a title to its byline: its second line, a subtitle
	if !d.titleRow(n) {
		return false
	}
	if d.announced(n) {
		return true
	}
	for k, j := 0, d.next(n); k < block && j >= 0; k, j = k+1, d.next(j) {
		if d.saysByline(j) {
			return true
		}
	}
	return false
}

// signers reports whether most of the rows hold names that the contents have for
// authors.
func (d *draft) signers(rows []int) bool {
	n := 0
	for _, i := range rows {
		_, rest := d.bylineMark(i)
		for _, name := range splitNames(rest) {
			if d.names[key(name)] {
				n++
				break
			}
		}
	}
	return 2*n > len(rows)
}

package reconstruct

import (
	"slices"

	"kanyin/issues/issue"
)

// learnCredits learns the words and signs that this issue sets before those who
// took its pictures, whatever they are.
//
// How: of the short lines that begin alike, nearly all go on with names and stand
// under a line that could be a picture's words; under some of these pairs a text
// goes on that breaks off over them, and over few of them is a title. Where it
// fails: a mark that stands once or twice; pictures between whole paragraphs
// alone, where they are not told from what signs a letter.
func learnCredits(d *draft) {
	const cuts = 2 // pictures inside a text: one may be the text's end and who signs it
	uses := habitual(d.markUses(), func(i int) bool { return i > 0 && d.captionLike(i-1) })
	uses = slices.DeleteFunc(uses, func(u markUse) bool {
		cut, titled := 0, 0
		for _, i := range u.named {
			if d.interrupts(i - 1) {
				cut++
			}
			if n := d.next(i); n < 0 || d.titleSigned(n) {
				titled++
			}
		}
		return cut < cuts || 2*titled >= len(u.named)
	})
	for _, u := range uses {
		var lines []int
		for _, i := range u.named {
			d.label(i, issue.Credit, "names behind a mark that stands under this issue's pictures")
			lines = append(lines, d.rows[i].lines[0])
		}
		d.habit("credit-mark", u.mark, lines)
	}
}

// captionLike reports whether the row could be a picture's words: one sentence,
// or a line of a few words.
func (d *draft) captionLike(i int) bool {
	r := &d.rows[i]
	return r.zone == body && r.kind == "" && r.runes >= leastCaption && r.runes <= d.wide(slotCaption) && !inner(r.fold) && !clings(r.fold) && !open(r.fold)
}

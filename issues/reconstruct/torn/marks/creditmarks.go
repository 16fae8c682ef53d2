package marks

import (
	"slices"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/furniture"
	"kanyin/issues/reconstruct/torn/wording"
)

// LearnCredits learns the words and signs that this issue sets before those who
// took its pictures, whatever they are.
//
// How: of the short lines that begin alike, nearly all go on with names and stand
// under a line that could be a picture's words; under some of these pairs a text
// goes on that breaks off over them, and over few of them is a title. Where it
// fails: a mark that stands once or twice; pictures between whole paragraphs
// alone, where they are not told from what signs a letter.
func LearnCredits(d *draft.Draft) {
	const cuts = 2 // pictures inside a text: one may be the text's end and who signs it
	uses := habitual(markUses(d), func(i int) bool { return i > 0 && captionLike(d, i-1) })
	uses = slices.DeleteFunc(uses, func(u markUse) bool {
		cut, titled := 0, 0
		for _, i := range u.named {
			if furniture.Interrupts(d, i-1) {
				cut++
			}
			if n := d.Next(i); n < 0 || titleSigned(d, n) {
				titled++
			}
		}
		return cut < cuts || 2*titled >= len(u.named)
	})
	for _, u := range uses {
		u.each(d, "credit-mark", func(i int) {
			d.Label(i, issue.Credit, "names behind a mark that stands under this issue's pictures")
		})
	}
}

// captionLike reports whether the row could be a picture's words: one sentence,
// or a line of a few words.
func captionLike(d *draft.Draft, i int) bool {
	r := &d.Rows[i]
	return r.Zone == draft.Body && r.Kind == "" && r.Runes >= wording.LeastCaption && r.Runes <= d.Wide(slotCaption) && !wording.Inner(r.Fold) && !wording.Clings(r.Fold) && !wording.Open(r.Fold)
}

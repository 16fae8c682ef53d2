package reconstruct

import "kanyin/issues/issue"

// learnCredits learns the words and signs that this issue sets before those who
// took its pictures, whatever they are.
//
// How: of the short lines that begin alike, nearly all go on with names and stand
// under a line that could be a picture's words; under some of these pairs a text
// goes on that breaks off over them, and over few of them is a title. Where it
// fails: a mark that stands once or twice; pictures between whole paragraphs
// alone, where they are not told from what signs a letter.
func learnCredits(d *draft) {
	const (
		habit = 3 // lines, before a mark is one
		cuts  = 2 // pictures inside a text: one may be the text's end and who signs it
	)
	type use struct {
		rows             []int // under what could be a caption
		all, cut, titled int   // of any place; inside a text; over a title
	}
	uses := map[string]*use{}
	var order []string
	for i := range d.rows {
		mark, rest := d.bylineMark(i)
		if mark == "" {
			continue
		}
		if uses[mark] == nil {
			uses[mark] = &use{}
			order = append(order, mark)
		}
		u := uses[mark]
		u.all++
		p := i - 1
		if !d.namesOnly(rest) || p < 0 || !d.captionLike(p) {
			continue
		}
		u.rows = append(u.rows, i)
		if d.interrupts(p) {
			u.cut++
		}
		if n := d.next(i); n < 0 || d.titleSigned(n) {
			u.titled++
		}
	}
	for _, mark := range order {
		u := uses[mark]
		if len(u.rows) < habit || 5*len(u.rows) < 4*u.all || u.cut < cuts || 2*u.titled >= len(u.rows) {
			continue
		}
		var lines []int
		for _, i := range u.rows {
			d.label(i, issue.Credit, "names behind a mark that stands under this issue's pictures")
			lines = append(lines, d.rows[i].lines[0])
		}
		d.habit("credit-mark", mark, lines)
	}
}

// captionLike reports whether the row could be a picture's words: one sentence,
// or a line of a few words.
func (d *draft) captionLike(i int) bool {
	r := &d.rows[i]
	return r.zone == body && r.kind == "" && r.runes >= leastCaption && r.runes <= d.wide(slotCaption) && !inner(r.fold) && !clings(r.fold) && !open(r.fold)
}

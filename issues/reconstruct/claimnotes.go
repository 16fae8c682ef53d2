package reconstruct

import (
	"slices"
	"strings"

	"kanyin/issues/issue"
)

// claimNotes moves notes that begin with a circled number to the article whose
// text has it.
//
// How: where there are as many notes with a number as rows of text that have it,
// the notes belong to them in order, for a column's foot is never far from its
// text. Where it fails: a note or a mark that the dump lost; then none with its
// number is moved.
func (d *draft) claimNotes() {
	const reach = 2 // articles whose pages are woven into one another's
	notes, marks := map[rune][]placedNote{}, map[rune][]int{}
	for n := range d.articles {
		for _, b := range d.articles[n].blocks {
			if r := &d.rows[b[0]]; r.kind == issue.Note && strings.ContainsRune(circled, firstRune(r.fold)) {
				notes[firstRune(r.fold)] = append(notes[firstRune(r.fold)], placedNote{n, b})
				continue
			}
			for _, i := range b {
				for _, mark := range circledIn(d.rows[i].fold) {
					marks[mark] = append(marks[mark], n)
				}
			}
		}
	}
	for _, mark := range circled {
		in, of := notes[mark], marks[mark]
		if len(in) != len(of) {
			continue
		}
		slices.SortFunc(in, func(a, b placedNote) int { return a.rows[0] - b.rows[0] })
		near := true
		for k := range in {
			near = near && max(in[k].article-of[k], of[k]-in[k].article) <= reach
		}
		for k := range in {
			if near && in[k].article != of[k] {
				d.moveNote(in[k], of[k])
			}
		}
	}
}

// A placedNote is a note's block and the article that it stands in.
type placedNote struct {
	article int
	rows    []int
}

// circledIn gives the circled numbers in the text, each once.
func circledIn(fold string) []rune {
	var out []rune
	for _, r := range fold {
		if r > 0x2000 && r < 0x3000 && strings.ContainsRune(circled, r) && !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// moveNote moves the note to the end of article to.
func (d *draft) moveNote(note placedNote, to int) {
	a, b := &d.articles[note.article], &d.articles[to]
	a.blocks = slices.DeleteFunc(a.blocks, func(rows []int) bool { return rows[0] == note.rows[0] })
	b.blocks = append(b.blocks, note.rows)
	d.decide("there are as many notes with this number as texts with its mark, and they belong to them in order", 1, note.rows...)
}

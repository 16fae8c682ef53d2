package inside

import (
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
	"kanyin/issues/say"
)

// ClaimNotes moves notes that begin with a circled number to the article whose
// text has it.
//
// How: where there are as many notes with a number as rows of text that have it,
// the notes belong to them in order, for a column's foot is never far from its
// text. Where it fails: a note or a mark that the dump lost; then none with its
// number is moved.
func ClaimNotes(d *draft.Draft) {
	const reach = 2 // articles whose pages are woven into one another's
	notes, marks := map[rune][]placedNote{}, map[rune][]int{}
	for n := range d.Articles {
		for _, b := range d.Articles[n].Blocks {
			if r := &d.Rows[b[0]]; r.Kind == issue.Note && strings.ContainsRune(wording.Circled, wording.FirstRune(r.Fold)) {
				notes[wording.FirstRune(r.Fold)] = append(notes[wording.FirstRune(r.Fold)], placedNote{n, b})
				continue
			}
			for _, i := range b {
				for _, mark := range circledIn(d.Rows[i].Fold) {
					marks[mark] = append(marks[mark], n)
				}
			}
		}
	}
	for _, mark := range wording.Circled {
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
				moveNote(d, in[k], of[k])
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
		if r > 0x2000 && r < 0x3000 && strings.ContainsRune(wording.Circled, r) && !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// moveNote moves the note to the end of article to.
func moveNote(d *draft.Draft, note placedNote, to int) {
	a, b := &d.Articles[note.article], &d.Articles[to]
	a.Blocks = slices.DeleteFunc(a.Blocks, func(rows []int) bool { return rows[0] == note.rows[0] })
	b.Blocks = append(b.Blocks, note.rows)
	d.Decide(say.Of("there are as many notes with this number as texts with its mark, and they belong to them in order"), 1, note.rows...)
}

package marks

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
)

// openingMarks tells a reference that a paragraph begins with from the note of
// the same number: of the text over the notes, no other row has it, the number
// before stands inside one row above and the number behind inside one from there
// on; and the next row that begins with it follows the note of the number before.
//
// Where it fails: a list of which the text has two numbers more, and not the one
// between them.
func openingMarks(d *draft.Draft) {
	for i := range d.Rows {
		n := circledAhead(d, i)
		if n < 2 || n >= wording.RuneCount(wording.Circled) {
			continue
		}
		note := i + 1
		for note < len(d.Rows) && circledAhead(d, note) != n {
			note++
		}
		if note == len(d.Rows) || !afterNote(d, note, n-1) {
			continue
		}
		from := i
		for from > 0 && d.Rows[from-1].Kind != issue.Note {
			from--
		}
		before, here, behind := placesOf(d, from, note, n-1), placesOf(d, from, note, n), placesOf(d, from, note, n+1)
		if len(before) == 1 && before[0] < i && len(here) == 0 && len(behind) == 1 && behind[0] >= i {
			d.Rows[i].Refers = true
			d.Label(note, issue.Note, "the note of a reference that begins its paragraph")
		}
	}
}

// circledAhead gives the circled number that a plain row begins with, 0 for none.
func circledAhead(d *draft.Draft, i int) int {
	r := &d.Rows[i]
	at := strings.IndexRune(wording.Circled, wording.FirstRune(r.Fold))
	if r.Zone != draft.Body || r.Kind != "" || at < 0 {
		return 0
	}
	return wording.RuneCount(wording.Circled[:at]) + 1
}

// afterNote reports whether row i stands right behind the note that begins with n.
func afterNote(d *draft.Draft, i, n int) bool {
	p := d.Prev(i)
	return p >= 0 && d.Rows[p].Kind == issue.Note && strings.HasPrefix(d.Rows[p].Fold, circled(n))
}

// placesOf gives the rows from a up to b that have the circled number n inside.
func placesOf(d *draft.Draft, a, b, n int) []int {
	var out []int
	for i := a; i < b; i++ {
		if r := &d.Rows[i]; r.Zone == draft.Body && strings.LastIndex(r.Fold, circled(n)) > 0 {
			out = append(out, i)
		}
	}
	return out
}

func circled(n int) string { return string([]rune(wording.Circled)[n-1]) }

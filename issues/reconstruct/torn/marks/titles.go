package marks

import (
	"strings"

	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/furniture"
	"kanyin/issues/reconstruct/torn/wording"
)

// IndexTitles gathers the candidates outside the rows from a to b.
func IndexTitles(d *draft.Draft, a, b int) *draft.TitleIndex {
	x := &draft.TitleIndex{Pairs: map[[2]rune][]int32{}}
	for i := range d.Rows {
		if i >= a && i < b || !d.TitleRow(i) {
			continue
		}
		if strings.HasPrefix(d.Rows[i].Fold, wording.Dash) {
			continue // a subtitle, whose title stands before it
		}
		x.Add(d, i)
		j := nextTitleRow(d, i, a, b)
		if j < 0 {
			continue
		}
		x.Add(d, i, j)
		if !strings.HasPrefix(d.Rows[j].Fold, wording.Dash) {
			x.Add(d, j, i) // boxes may come in the wrong order
		}
		if k := nextTitleRow(d, j, a, b); k >= 0 {
			x.Add(d, i, j, k)
		}
	}
	return x
}

// nextTitleRow gives the row that could go on with the title in row i, past
// furniture, or -1.
func nextTitleRow(d *draft.Draft, i, a, b int) int {
	for j := i + 1; j < len(d.Rows) && j <= i+3; j++ {
		if j >= a && j < b {
			return -1
		}
		r := &d.Rows[j]
		if r.Zone == draft.Dropped || furniture.Frame(d, j) {
			continue
		}
		if !d.TitleRow(j) || r.Blank > 2 || SignedBy(d, j) {
			return -1 // a byline is no part of the title
		}
		return j
	}
	return -1
}

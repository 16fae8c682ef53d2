package furniture

import (
	"strings"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
)

// ownTitles gives the rows that bear titles and so are no furniture, however
// much they look like their pages' heads.
//
// How: of the rows that are an entry of the contents word for word, the one
// with the entry's author under it, else the first that does not stand again
// right under itself; and a row of a group that differs in figures alone, each
// with another name under it. Where it fails: an announced title whose page's
// head comes first, and which no author signs.
func ownTitles(d *draft.Draft, frontRow map[int]bool) map[int]bool {
	entries := map[string]int{}
	for n, e := range d.Toc.Entries {
		if k := normal.Key(e.Title); k != "" {
			entries[k] = n
		}
	}
	own, first := map[int]bool{}, map[string]int{}
	signedAt := map[string]bool{}
	for i := range d.Rows {
		k := normal.Key(d.Rows[i].Fold)
		n, announced := entries[k]
		if frontRow[i] || !announced || standsAgain(d, i) {
			continue
		}
		if authors := d.Toc.Entries[n].Authors; i+1 < len(d.Rows) && len(authors) > 0 && normal.Key(d.Rows[i+1].Fold) == normal.Key(strings.Join(authors, "")) {
			if !signedAt[k] {
				signedAt[k], own[i] = true, true
			}
			continue
		}
		if _, seen := first[k]; !seen {
			first[k] = i
		}
	}
	for k, i := range first {
		if !signedAt[k] {
			own[i] = true
		}
	}
	signedSiblings(d, frontRow, own)
	return own
}

// signedSiblings adds rows that are alike but for their figures and stand over
// names that differ: a head stands over text.
func signedSiblings(d *draft.Draft, frontRow, own map[int]bool) {
	under := map[string]map[string]int{} // by mask: the names and the rows over them
	for i := 0; i+1 < len(d.Rows); i++ {
		name := d.Rows[i+1].Fold
		if frontRow[i] || !headRow(d, i) || d.Rows[i+1].Runes > wording.LongestHead || !wording.AllKnown(name) {
			continue
		}
		m := wording.MaskOf(d.Rows[i].Fold)
		if under[m] == nil {
			under[m] = map[string]int{}
		}
		if _, seen := under[m][normal.Key(name)]; !seen {
			under[m][normal.Key(name)] = i
		}
	}
	for _, names := range under {
		if len(names) < 2 {
			continue
		}
		texts := map[string]bool{}
		for _, i := range names {
			texts[normal.Key(d.Rows[i].Fold)] = true
		}
		if len(texts) < len(names) {
			continue // one head over several names is a head
		}
		for _, i := range names {
			own[i] = true
		}
	}
}

package furniture

import (
	"slices"
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
	authors := map[string]string{} // of the entries, by their keys
	for _, e := range d.Toc.Entries {
		authors[normal.Key(e.Title)] = normal.Key(strings.Join(e.Authors, ""))
	}
	delete(authors, "")
	bearing := map[string][]int{}
	for i := range d.Rows {
		k := normal.Key(d.Rows[i].Fold)
		if _, announced := authors[k]; announced && !frontRow[i] && !standsAgain(d, i) {
			bearing[k] = append(bearing[k], i)
		}
	}
	own := map[int]bool{}
	for k, rows := range bearing {
		signed := slices.IndexFunc(rows, func(i int) bool {
			return authors[k] != "" && i+1 < len(d.Rows) && normal.Key(d.Rows[i+1].Fold) == authors[k]
		})
		own[rows[max(signed, 0)]] = true
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

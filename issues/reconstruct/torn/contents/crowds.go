package contents

import (
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/furniture"
	"kanyin/issues/reconstruct/torn/wording"
)

// crowdedContents reads contents that no line announces: where rows crowd that
// stand again elsewhere, or hold what stands again, with no text between them.
func crowdedContents(d *draft.Draft) bool {
	short := shortKeys(d, 0, len(d.Rows))
	for from := 0; from < len(d.Rows); {
		to := from
		for to < len(d.Rows) && !parts(d, to) {
			to++
		}
		if crowdedRun(d, from, to, short) {
			return true
		}
		from = to + 1
	}
	return false
}

// crowdedRun reads contents among the rows from a to b.
func crowdedRun(d *draft.Draft, a, b int, short map[string]int) bool {
	const tries = 3 // of one run: a cover may stand above the contents
	for n := 0; n < tries && a < b; n++ {
		first := crowd(d, a, b, short)
		if first < 0 {
			return false
		}
		if tryContents(d, aboveCrowd(d, first, a), crowdedKnown) {
			return true
		}
		a = first + 1
	}
	return false
}

// parts reports whether the row is text, which no contents hold.
func parts(d *draft.Draft, i int) bool {
	r := &d.Rows[i]
	return r.Prose() && pagesOf(rowFields(d, i)) == 0 && (wording.Ended(r.Fold) || r.Runes > draft.LongestTitle)
}

// shortKeys counts the keys of the short rows from a to b, and of two in a row
// together: a title may stand on two rows in the body.
func shortKeys(d *draft.Draft, a, b int) map[string]int {
	const least = 3 // runes that tell a title or a name from a word
	short := map[string]int{}
	before := ""
	for i := a; i < b; i++ {
		r := &d.Rows[i]
		k := ""
		if r.Runes >= least && r.Runes <= draft.LongestTitle && !wording.Ended(r.Fold) {
			k = normal.Key(r.Fold)
			short[k]++
			if before != "" {
				short[before+k]++
			}
		}
		before = k
	}
	return short
}

// crowd gives the first row among those from a to b from which on they crowd
// that stand again, or -1.
func crowd(d *draft.Draft, a, b int, short map[string]int) int {
	const (
		titles = 6 // that stand again: a cover announces fewer
		paged  = 4 // with as many pages beside them
		spread = 8 // rows from one to the next: two entries a line each, and a column
	)
	if b-a < paged {
		return -1
	}
	inside := shortKeys(d, a, b)
	first, last, again, pages := -1, -1, 0, 0
	seen := map[string]bool{}
	for i := a; i < b; i++ {
		fields := rowFields(d, i)
		k := titleIn(d, fields, short, inside)
		if k == "" || seen[k] {
			if first >= 0 {
				pages += pagesOf(fields)
			}
			continue
		}
		if first >= 0 && i-last > spread {
			first, again, pages = -1, 0, 0
		}
		if first < 0 {
			first = i
		}
		seen[k], last = true, i
		again++
		if pages += pagesOf(fields); again >= titles || again >= paged && pages >= paged {
			return first
		}
	}
	return -1
}

// titleIn gives the key of what in a row stands again outside its run of rows,
// "" for nothing.
func titleIn(d *draft.Draft, fields []field, short, inside map[string]int) string {
	const most = 6 // fields of a title
	for a := range fields {
		for b := min(len(fields), a+most); b > a; b-- {
			if k := normal.Key(wordsBetween(fields, a, b)); len(k) > 3 && short[k] > inside[k] {
				return k
			}
		}
	}
	return ""
}

// aboveCrowd gives the row at which contents may begin whose first known title
// stands in row first: their head, a column and entries that the body has
// otherwise stand above it. What is too much the reader drops.
func aboveCrowd(d *draft.Draft, first, from int) int {
	const most = 12
	i := first
	for n := 0; n < most && i > from; n++ {
		r := &d.Rows[i-1]
		if r.Runes > draft.LongestTitle || r.Kind != "" || furniture.IsIssueLine(d, r.Fold) || furniture.MastheadRow(d, i-1) || wording.DecoratedNumber(r.Fold) && !wording.AllDigits(r.Fold) {
			break
		}
		i--
	}
	return i
}

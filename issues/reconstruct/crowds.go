package reconstruct

// crowdedContents reads contents that no line announces: where rows crowd that
// stand again elsewhere, or hold what stands again, with no text between them.
func (d *draft) crowdedContents() bool {
	short := d.shortKeys()
	for from := 0; from < len(d.rows); {
		to := from
		for to < len(d.rows) && !d.parts(to) {
			to++
		}
		if first := d.crowd(from, to, short); first >= 0 && d.tryContents(first, crowdedKnown) {
			return true
		}
		from = to + 1
	}
	return false
}

// parts reports whether the row is text, which no contents hold.
func (d *draft) parts(i int) bool {
	r := &d.rows[i]
	return r.prose() && pagesOf(d.rowFields(i)) == 0 && (ended(r.fold) || r.runes > longestTitle)
}

// shortKeys counts the rows of each key that could be a title's.
func (d *draft) shortKeys() map[string]int {
	const least = 4 // runes that tell a title from a word
	short := map[string]int{}
	for i := range d.rows {
		if r := &d.rows[i]; r.runes >= least && r.runes <= longestTitle {
			short[key(r.fold)]++
		}
	}
	return short
}

// crowd gives the first row of contents among the rows from a to b, or -1 where
// there are none.
func (d *draft) crowd(a, b int, short map[string]int) int {
	const (
		titles = 6 // that stand again: a cover announces fewer
		paged  = 4 // with as many pages beside them
		spread = 5 // rows from one to the next: page, title of two rows, names and a column
	)
	if b-a < paged {
		return -1
	}
	inside := map[string]int{}
	for i := a; i < b; i++ {
		inside[key(d.rows[i].fold)]++
	}
	first, last, again, pages := -1, -1, 0, 0
	seen := map[string]bool{}
	for i := a; i < b; i++ {
		fields := d.rowFields(i)
		k := d.titleIn(fields, short, inside)
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
			return d.aboveCrowd(first, a)
		}
	}
	return -1
}

// titleIn gives the key of what in a row stands again outside its run of rows,
// "" for nothing.
func (d *draft) titleIn(fields []field, short, inside map[string]int) string {
	const most = 6 // fields of a title
	for a := range fields {
		for b := min(len(fields), a+most); b > a; b-- {
			if k := key(wordsBetween(fields, a, b)); short[k] > inside[k] {
				return k
			}
		}
	}
	return ""
}

// aboveCrowd gives the row at which contents begin whose first title stands in
// row first: their head, a column, a page and an author may stand above it.
func (d *draft) aboveCrowd(first, from int) int {
	const most = 4
	i := first
	for n := 0; n < most && i > from; n++ {
		r := &d.rows[i-1]
		if r.runes > longestColumn || r.kind != "" || d.heads()[key(r.fold)] > 1 || d.isIssueLine(r.fold) || d.mastheadRow(i-1) || ended(r.fold) || decoratedNumber(r.fold) {
			break
		}
		i--
	}
	return i
}

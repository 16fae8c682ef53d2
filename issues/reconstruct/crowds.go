package reconstruct

// crowdedContents reads contents that no line announces: where rows crowd that
// stand again elsewhere, or hold what stands again, with no text between them.
func (d *draft) crowdedContents() bool {
	short := d.shortKeys(0, len(d.rows))
	for from := 0; from < len(d.rows); {
		to := from
		for to < len(d.rows) && !d.parts(to) {
			to++
		}
		if d.crowdedRun(from, to, short) {
			return true
		}
		from = to + 1
	}
	return false
}

// crowdedRun reads contents among the rows from a to b.
func (d *draft) crowdedRun(a, b int, short map[string]int) bool {
	const tries = 3 // of one run: a cover may stand above the contents
	for n := 0; n < tries && a < b; n++ {
		first := d.crowd(a, b, short)
		if first < 0 {
			return false
		}
		if d.tryContents(d.aboveCrowd(first, a), crowdedKnown) {
			return true
		}
		a = first + 1
	}
	return false
}

// parts reports whether the row is text, which no contents hold.
func (d *draft) parts(i int) bool {
	r := &d.rows[i]
	return r.prose() && pagesOf(d.rowFields(i)) == 0 && (ended(r.fold) || r.runes > longestTitle)
}

// shortKeys counts the keys of the short rows from a to b, and of two in a row
// together: a title may stand on two rows in the body.
func (d *draft) shortKeys(a, b int) map[string]int {
	const least = 3 // runes that tell a title or a name from a word
	short := map[string]int{}
	before := ""
	for i := a; i < b; i++ {
		r := &d.rows[i]
		k := ""
		if r.runes >= least && r.runes <= longestTitle && !ended(r.fold) {
			k = key(r.fold)
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
func (d *draft) crowd(a, b int, short map[string]int) int {
	const (
		titles = 6 // that stand again: a cover announces fewer
		paged  = 4 // with as many pages beside them
		spread = 8 // rows from one to the next: two entries a line each, and a column
	)
	if b-a < paged {
		return -1
	}
	inside := d.shortKeys(a, b)
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
			return first
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
			if k := key(wordsBetween(fields, a, b)); len(k) > 3 && short[k] > inside[k] {
				return k
			}
		}
	}
	return ""
}

// aboveCrowd gives the row at which contents may begin whose first known title
// stands in row first: their head, a column and entries that the body has
// otherwise stand above it. What is too much the reader drops.
func (d *draft) aboveCrowd(first, from int) int {
	const most = 12
	i := first
	for n := 0; n < most && i > from; n++ {
		r := &d.rows[i-1]
		if r.runes > longestTitle || r.kind != "" || d.isIssueLine(r.fold) || d.mastheadRow(i-1) || decoratedNumber(r.fold) && !allDigits(r.fold) {
			break
		}
		i--
	}
	return i
}

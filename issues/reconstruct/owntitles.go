package reconstruct

// ownTitles gives the rows that bear titles and so are no furniture, however
// much they look like their pages' heads.
//
// How: of the rows that are an entry of the contents word for word, the one
// with the entry's author under it, else the first that does not stand again
// right under itself; and a row of a group that differs in figures alone, each
// with another name under it. Where it fails: an announced title whose page's
// head comes first, and which no author signs.
func (d *draft) ownTitles(frontRow map[int]bool) map[int]bool {
	entries := map[string]int{}
	for n, e := range d.toc.entries {
		if k := key(e.title); k != "" {
			entries[k] = n
		}
	}
	own, first := map[int]bool{}, map[string]int{}
	signedAt := map[string]bool{}
	for i := range d.rows {
		k := key(d.rows[i].fold)
		n, announced := entries[k]
		if frontRow[i] || !announced || d.standsAgain(i) {
			continue
		}
		if authors := d.toc.entries[n].authors; i+1 < len(d.rows) && len(authors) > 0 && key(d.rows[i+1].fold) == key(joinAll(authors)) {
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
	d.signedSiblings(frontRow, own)
	return own
}

// signedSiblings adds rows that are alike but for their figures and stand over
// names that differ: a head stands over text.
func (d *draft) signedSiblings(frontRow, own map[int]bool) {
	under := map[string]map[string]int{} // by mask: the names and the rows over them
	for i := 0; i+1 < len(d.rows); i++ {
		name := d.rows[i+1].fold
		if frontRow[i] || !d.headRow(i) || d.rows[i+1].runes > longestHead || !allKnown(name) {
			continue
		}
		m := maskOf(d.rows[i].fold)
		if under[m] == nil {
			under[m] = map[string]int{}
		}
		if _, seen := under[m][key(name)]; !seen {
			under[m][key(name)] = i
		}
	}
	for _, names := range under {
		if len(names) < 2 {
			continue
		}
		texts := map[string]bool{}
		for _, i := range names {
			texts[key(d.rows[i].fold)] = true
		}
		if len(texts) < len(names) {
			continue // one head over several names is a head
		}
		for _, i := range names {
			own[i] = true
		}
	}
}

func joinAll(names []string) string {
	s := ""
	for _, n := range names {
		s += n
	}
	return s
}

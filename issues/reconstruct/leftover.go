package reconstruct

import (
	"path/filepath"
	"strings"
)

// splitEntries gives an entry that found no title to the orphans that stand
// where its page is: one row of the contents may announce two articles.
func (d *draft) splitEntries() {
	matched := map[int]int{} // entry → row
	for _, s := range d.starts {
		if s.entry >= 0 {
			matched[s.entry] = s.row
		}
	}
	order := d.byPage()
	for n, e := range order {
		if _, ok := matched[e]; ok || d.toc.entries[e].page == 0 {
			continue
		}
		lo, hi := -1, len(d.rows)
		for k := n - 1; k >= 0 && lo < 0; k-- {
			if r, ok := matched[order[k]]; ok {
				lo = r
			}
		}
		for k := n + 1; k < len(order) && hi == len(d.rows); k++ {
			if r, ok := matched[order[k]]; ok {
				hi = r
			}
		}
		for s := range d.starts {
			if st := &d.starts[s]; st.entry < 0 && st.row > lo && st.row < hi && hi < len(d.rows) && d.akin(d.toc.entries[e], st.row) {
				st.entry = e
				d.decide("its page and its place between two other articles tie it to a row of the contents", 0, append([]int{st.row}, d.toc.entries[e].rows...)...)
			}
		}
	}
}

// akin reports whether a row of the contents and an article share a word: a
// part of the title, or the author's name.
func (d *draft) akin(e entry, row int) bool {
	const rows = 4 // of the title block: kicker, title, subtitle, byline
	words := map[[2]rune]bool{}
	pairsOf(e.title, func(p [2]rune) { words[p] = true })
	shared := 0
	for j, n := row, 0; j < len(d.rows) && n < rows; j++ {
		r := &d.rows[j]
		if r.zone != body || r.runes > longestTitle {
			continue
		}
		n++
		pairsOf(r.fold, func(p [2]rune) {
			if words[p] {
				shared++
			}
		})
		for _, a := range e.authors {
			if strings.Contains(key(r.fold), key(a)) {
				return true
			}
		}
	}
	return shared >= 2
}

// onlyStart makes one article of a text that shows no title: its first short
// line is the title, or the file's name.
func (d *draft) onlyStart() {
	from := d.frontEnd()
	for i := from; i < len(d.rows); i++ {
		r := &d.rows[i]
		if r.zone != body {
			continue
		}
		if d.titleRow(i) && r.kind == "" && d.textAhead(i) && (r.blank > 0 || i == from || i == 0) {
			d.addStart([]int{i}, -1, 0)
			return
		}
		break
	}
	if len(d.rows) > 0 {
		row := min(from, len(d.rows)-1)
		d.starts = []start{{row: row, entry: -1}}
	}
}

// fileTitle is what an article without any title is called.
func (d *draft) fileTitle() string {
	name := filepath.Base(d.file.Name)
	return strings.TrimSuffix(name, filepath.Ext(name))
}

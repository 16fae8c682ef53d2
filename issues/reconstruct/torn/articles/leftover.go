package articles

import (
	"path/filepath"
	"strings"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/furniture"
	"kanyin/issues/reconstruct/torn/wording"
	"kanyin/issues/say"
)

// splitEntries gives an entry that found no title to the orphans that stand
// where its page is: one row of the contents may announce two articles.
func splitEntries(d *draft.Draft) {
	matched := map[int]int{} // entry → row
	for _, s := range d.Starts {
		if s.Entry >= 0 {
			matched[s.Entry] = s.Row
		}
	}
	order := byPage(d)
	for n, e := range order {
		if _, ok := matched[e]; ok || d.Toc.Entries[e].Page == 0 {
			continue
		}
		lo, hi := -1, len(d.Rows)
		for k, other := range order {
			switch row, ok := matched[other]; {
			case ok && k < n:
				lo = row
			case ok && hi == len(d.Rows):
				hi = row
			}
		}
		for s := range d.Starts {
			if st := &d.Starts[s]; st.Entry < 0 && st.Row > lo && st.Row < hi && hi < len(d.Rows) && akin(d, d.Toc.Entries[e], st.Row) {
				st.Entry = e
				d.Decide(say.Of("its page and its place between two other articles tie it to a row of the contents"), 0, append([]int{st.Row}, d.Toc.Entries[e].Rows...)...)
			}
		}
	}
}

// akin reports whether a row of the contents and an article share a word: a
// part of the title, or the author's name.
func akin(d *draft.Draft, e draft.Entry, row int) bool {
	const rows = 4 // of the title block: kicker, title, subtitle, byline
	words := map[[2]rune]bool{}
	wording.PairsOf(e.Title, func(p [2]rune) { words[p] = true })
	shared := 0
	for j := range d.Standing(row, rows) {
		r := &d.Rows[j]
		wording.PairsOf(r.Fold, func(p [2]rune) {
			if words[p] {
				shared++
			}
		})
		for _, a := range e.Authors {
			if strings.Contains(normal.Key(r.Fold), normal.Key(a)) {
				return true
			}
		}
	}
	return shared >= 2
}

// onlyStart makes one article of a text that shows no title: its first short
// line is the title, or the file's name.
func onlyStart(d *draft.Draft) {
	from := furniture.FrontEnd(d)
	for i := from; i < len(d.Rows); i++ {
		r := &d.Rows[i]
		if r.Zone != draft.Body {
			continue
		}
		if d.TitleRow(i) && r.Kind == "" && !d.Barred(i) && textAhead(d, i) && (r.Blank > 0 || i == from || i == 0) {
			addStart(d, []int{i}, -1)
			return
		}
		break
	}
	if len(d.Rows) > 0 {
		row := min(from, len(d.Rows)-1)
		d.Starts = []draft.Start{{Row: row, Entry: -1}}
	}
}

// FileTitle is what an article without any title is called.
func FileTitle(d *draft.Draft) string {
	name := filepath.Base(d.File.Name)
	return strings.TrimSuffix(name, filepath.Ext(name))
}

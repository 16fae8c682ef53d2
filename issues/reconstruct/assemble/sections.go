package assemble

import (
	"slices"
	"strings"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/entries"
	"kanyin/issues/reconstruct/fold"
	"kanyin/issues/reconstruct/label"
)

// assignSections says which section each article stands in.
//
// How: a kicker that is known for a section; else what the contents say; else
// the opener before it; else what the running heads of its pages name. Where the
// contents have sections come and go, as they do when an extractor wove their
// columns, openers and running heads that have them stand together come first. A
// kicker is known where contents, openers or running heads have the same words;
// where neither contents nor openers name sections, kickers may.
func assignSections(t *text, g *gathered, toc []*entry, periodical string) {
	heads := sectionNames(t, g, toc)
	h := runningHeads(t, g, periodical)
	if len(heads) > 0 { // only those that are known can name the section of what no entry announces
		for p, w := range h.onPage {
			if !heads[normal.Key(w)] {
				delete(h.onPage, p)
			}
		}
	}
	onPages := h.assign(t, g.articles)
	announced := make([]string, len(g.articles))
	openers := make([]string, len(g.articles))
	for n, a := range g.articles {
		openers[n] = a.opener
		if a.entry != nil {
			announced[n] = a.entry.Section
		}
	}
	woven := scattered(announced)
	kickers := len(heads) == 0 && kickersAreSections(g.articles)
	again := kickersAgain(g.articles, heads)
	for n, a := range g.articles {
		a.section = a.kickerSection(t, heads)
		if kick := entries.CleanSection(cutColumn(a.kicker)); a.section == "" && again[normal.Key(kick)] && runeCount(kick) <= entries.LongestSection {
			a.section = kick // its row among the contents was not seen for what it is
		}
		for _, said := range [][]string{openers, onPages} {
			if a.section == "" && woven && heads[normal.Key(said[n])] && !scattered(said) {
				a.section = said[n]
			}
		}
		if a.section == "" {
			a.section = announced[n]
		}
		if a.section == "" {
			a.section = a.opener
		}
		if a.section == "" && len(heads) == 0 {
			a.section = a.kickerSection(t, h.words)
		}
		if kick := entries.CleanSection(cutColumn(a.kicker)); a.section == "" && kickers && runeCount(kick) <= entries.LongestSection {
			a.section = kick
		}
	}
	for n, a := range g.articles {
		if a.section == "" {
			a.section = onPages[n]
		}
	}
	for _, e := range toc {
		if (e.Section == "" || woven) && len(e.articles) > 0 {
			e.Section = e.articles[0].section
		}
	}
}

// scattered reports whether the sections of articles come and go: of a house's
// articles those of one section stand together, but for one or two.
func scattered(sections []string) bool {
	const most = .2 // of the articles with a section: a section that comes twice is seen, and a slip of the contents
	have, runs, kinds := runsOf(sections)
	return have > 0 && float64(runs-kinds) > most*float64(have)
}

// runsOf counts the sections that are said, how often another begins, and how many there are.
func runsOf(sections []string) (have, runs, kinds int) {
	seen := map[string]bool{}
	before := ""
	for _, s := range sections {
		k := normal.Key(s)
		if k == "" {
			continue
		}
		have++
		if k != before {
			runs++
		}
		before = k
		seen[k] = true
	}
	return have, runs, len(seen)
}

// kickersAgain gives the kickers of several articles, where most articles have a
// kicker and most kickers are known for sections: those that one article has
// may be its own.
func kickersAgain(articles []*article, heads map[string]bool) map[string]bool {
	count := map[string]int{}
	have, known := 0, 0
	for _, a := range articles {
		if k := normal.Key(entries.CleanSection(cutColumn(a.kicker))); k != "" {
			count[k]++
			have++
			if heads[k] {
				known++
			}
		}
	}
	out := map[string]bool{}
	for k, n := range count {
		if n > 1 && have > 2 && 5*have >= 3*len(articles) && 5*known >= 3*have {
			out[k] = true
		}
	}
	return out
}

// kickersAreSections reports whether the kickers name sections: nearly every
// article has one, and those of one name stand together. Tags such as 独家, 连载 come
// and go.
func kickersAreSections(articles []*article) bool {
	var kickers []string
	for _, a := range articles {
		kickers = append(kickers, entries.CleanSection(cutColumn(a.kicker)))
	}
	have, runs, kinds := runsOf(kickers)
	return have > 1 && 5*have >= 4*len(articles) && runs == kinds
}

// sectionNames gathers what names sections: openers, the contents.
func sectionNames(t *text, g *gathered, toc []*entry) map[string]bool {
	out := map[string]bool{}
	for _, e := range toc {
		if e.Section != "" {
			out[normal.Key(entries.CleanSection(e.Section))] = true
		}
	}
	for _, p := range g.dropped {
		if p.kind == label.Section {
			out[normal.Key(entries.CleanSection(t.joined(p.rows)))] = true
		}
	}
	delete(out, "")
	return out
}

// cutColumn takes off what a house adds to a section's name: 人物 / COLUMN, 人物·本期.
func cutColumn(s string) string {
	for _, cut := range []string{"/", "／", "·", "|", "｜"} {
		if before, _, ok := strings.Cut(s, cut); ok && entries.CleanSection(before) != "" {
			s = before
		}
	}
	return s
}

// kickerSection gives the section that a kicker of the article names, alone or
// as one of its words.
func (a *article) kickerSection(t *text, heads map[string]bool) string {
	for _, p := range a.of(label.Kicker) {
		kick := entries.CleanSection(cutColumn(t.joined(p.rows)))
		if heads[normal.Key(kick)] {
			return kick
		}
		for _, w := range strings.FieldsFunc(fold.Plain(t.raw(p.rows)), func(r rune) bool { return strings.ContainsRune(" ·|/\n", r) }) {
			if w = entries.CleanSection(w); heads[normal.Key(w)] {
				return w
			}
		}
	}
	return ""
}

// Heads are what the running heads of every page name.
type heads struct {
	onPage map[int]string  // of a page: the section that it names
	words  map[string]bool // the keys of all
	last   int
}

// runningHeads finds what names sections among running heads: words that stand
// on more than one page but not on most, hold no figures and are no title.
// A column's name down the edge of a page, a letter a line, is one word.
func runningHeads(t *text, g *gathered, periodical string) heads {
	onPage := map[int][]string{}
	var pagesOf []int
	tab, tabPage, tabRow := "", 0, -2
	note := func(page int, w string) {
		if !slices.Contains(onPage[page], w) {
			onPage[page] = append(onPage[page], w)
		}
	}
	flush := func() {
		if runeCount(tab) > 1 {
			note(tabPage, tab)
		}
		tab = ""
	}
	for i, l := range t.labels {
		if l.Kind != label.Running {
			continue
		}
		r := t.rows[i]
		if len(pagesOf) == 0 || pagesOf[len(pagesOf)-1] != r.Page {
			pagesOf = append(pagesOf, r.Page)
		}
		if s := strings.TrimSpace(r.Text); runeCount(s) == 1 && fold.Han(fold.FirstRune(s)) {
			if tabRow != i-1 || tabPage != r.Page {
				flush()
			}
			tab, tabPage, tabRow = tab+s, r.Page, i
			continue
		}
		for _, w := range strings.FieldsFunc(closeUp(r.Text), func(c rune) bool { return strings.ContainsRune(" 　|｜·/／—-_\t", c) }) {
			note(r.Page, w)
		}
	}
	flush()
	count, titles := map[string]int{}, normal.Key(periodical)+" "
	for _, a := range g.articles {
		titles += normal.Key(a.name) + " "
	}
	for _, p := range pagesOf {
		for _, w := range onPage[p] {
			count[w]++
		}
	}
	h := heads{onPage: map[int]string{}, words: map[string]bool{}}
	for _, p := range pagesOf {
		h.last = max(h.last, p)
		for _, w := range onPage[p] {
			w = entries.CleanSection(w)
			if n := count[w]; runeCount(w) < 2 || runeCount(w) > entries.LongestSection || 5*n > 3*len(pagesOf) || strings.ContainsAny(w, "0123456789年期号號版页頁目錄录") || strings.IndexFunc(w, fold.Han) < 0 || strings.Contains(titles, normal.Key(w)) {
				continue
			}
			if h.onPage[p] == "" {
				h.onPage[p] = w
				h.words[normal.Key(w)] = true
			}
		}
	}
	return h
}

// assign reads sections off the pages. A house's running head names either the
// article that begins on the page or the one that came over from the page
// before; which, is told by where the names change. Of articles whose page does
// not show their section nothing is said.
func (h heads) assign(t *text, articles []*article) []string {
	out := make([]string, len(articles))
	starts := map[int][]int{}
	for n, a := range articles {
		if rows := a.titleRows(); len(rows) > 0 {
			p := t.rows[rows[0]].Page
			starts[p] = append(starts[p], n)
		}
	}
	next, carried := 0, 0
	for p := 2; p <= h.last; p++ {
		if h.onPage[p] == "" || h.onPage[p-1] == "" || h.onPage[p] == h.onPage[p-1] {
			continue
		}
		switch here, before := len(starts[p]) > 0, len(starts[p-1]) > 0; {
		case here && !before:
			next++
		case before && !here:
			carried++
		}
	}
	for p := 1; p <= h.last; p++ {
		as := starts[p]
		for n, a := range as {
			here, after := h.onPage[p], h.onPage[p+1]
			switch {
			case here == after || carried <= next && n == 0:
				out[a] = here
			case n < len(as)-1 && carried <= next:
				out[a] = here
			}
		}
	}
	return out
}

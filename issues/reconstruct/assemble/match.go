package assemble

import (
	"sort"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/entries"
	"kanyin/issues/reconstruct/label"
)

// matchContents says which entry announces which article, and tells the
// entries' titles, names and subtitles apart by the articles' titles.
//
// How: an article's title stands in its entry. Where a title is printed
// otherwise, or a character was misread, the entry is the one that shares most
// of its pairs of letters, at least three in five. Titles that stand twice are
// matched by the pages that their entries name, then in their order.
func matchContents(t *text, articles []*article, toc []*entry) {
	x := entries.IndexOf(said(toc))
	type pair struct {
		a, e  int
		score float64
		pages int // from where the entry says that it begins to where it does
		off   int // how far apart they stand in their orders
	}
	var pairs []pair
	for n, a := range articles {
		for e, score := range x.Alike(a.name + a.subtitle) {
			pairs = append(pairs, pair{a: n, e: e, score: score})
		}
		for e, score := range x.Alike(a.name) {
			pairs = append(pairs, pair{a: n, e: e, score: score})
		}
	}
	folios := folioOffset(t)
	for k := range pairs {
		p := &pairs[k]
		p.pages = 10_000 // an entry without a page comes last
		if page := toc[p.e].Page; page > 0 {
			p.pages = abs(t.rows[articles[p.a].firstRow()].Page + folios - page)
		}
		p.off = abs(p.a*len(toc) - p.e*len(articles))
	}
	sort.SliceStable(pairs, func(i, j int) bool {
		p, q := pairs[i], pairs[j]
		if p.score != q.score {
			return p.score > q.score
		}
		if p.pages != q.pages {
			return p.pages < q.pages
		}
		if p.off != q.off {
			return p.off < q.off
		}
		return p.a*len(toc)+p.e < q.a*len(toc)+q.e
	})
	for _, p := range pairs {
		if a, e := articles[p.a], toc[p.e]; a.entry == nil && len(e.articles) == 0 {
			a.entry = e
			e.articles = append(e.articles, a)
		}
	}
	for _, p := range pairs { // an entry may announce several
		if a, e := articles[p.a], toc[p.e]; a.entry == nil && p.score >= 1 && runeCount(normal.Key(a.name)) > 3 && !e.Is(e.articles[0].name) {
			a.entry = e
			e.articles = append(e.articles, a)
		}
	}
	for _, e := range toc {
		if len(e.articles) > 0 {
			e.Tell(e.articles[0].name, e.articles[0].subtitle)
		}
		if e.Title == "" {
			e.Part()
		}
	}
}

// titleRows gives the rows of the article's title.
func (a *article) titleRows() []int {
	var out []int
	for _, p := range a.of(label.Title) {
		out = append(out, p.rows...)
	}
	return out
}

package assemble

import (
	"fmt"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
	"kanyin/issues/source"
)

// pass is what decisions made here go by.
//
//say:words
const pass = "assemble"

// Issue makes an issue of the rows of f and of what each of them is. It is
// total: the ledger balances whatever the labels say, and a row without a label
// is text. The same input gives the same issue.
func Issue(f *source.File, rs []rows.Row, ls []label.Label) *issue.Issue {
	t := newText(rs, ls)
	numberRows(t)
	announcedTitles(t)
	joinMarks(t)
	g := gather(t)
	toc := readContents(t, g)
	cutFurniture(t, g)
	mendTitles(t, g, toc)
	matchContents(t, g.articles, toc)
	g.articles = uniteTwins(t, g)
	cutEndMarks(t, g.articles)
	sign(t, g, toc)
	meta := metaOf(t, g.articles)
	assignSections(t, g, toc, saidTitle(t, meta.Title))

	iss := &issue.Issue{Source: issue.Source{File: f.Name, SHA256: f.SHA256, Encoding: f.Encoding, Lines: f.Lines}}
	iss.Meta = meta
	for n, a := range g.articles {
		a.id = fmt.Sprintf("a%02d", n+1)
		iss.Articles = append(iss.Articles, articleOf(t, a))
	}
	for _, p := range g.front {
		iss.Front = append(iss.Front, t.block(p))
	}
	for _, p := range g.dropped {
		iss.Dropped = append(iss.Dropped, t.block(p))
	}
	for _, e := range toc {
		iss.Toc = append(iss.Toc, t.entry(e))
	}
	iss.SettleLevels()
	iss.Decisions = g.decisions
	iss.Findings = append(iss.Findings, g.findings...)
	issue.SortFindings(iss.Findings)
	return iss
}

// articleOf gives the article as editions print it.
func articleOf(t *text, a *article) issue.Article {
	out := issue.Article{ID: a.id, Section: a.section, Title: a.name, Subtitle: a.subtitle, Kicker: a.kicker, Authors: a.authors}
	if a.entry != nil {
		out.Page = a.entry.Page
	}
	levels(t, a)
	for _, p := range a.pieces {
		out.Blocks = append(out.Blocks, t.block(p))
	}
	return out
}

package layout

import (
	"slices"
	"strings"

	"kanyin/issues/issue"
)

// authorNotes are the words that notes on a paper and its authors begin with
// (GB/T 7713.2; CY/T 171): journals set these at the foot of the first page.
var authorNotes = strings.Fields("作者简介 作者簡介 第一作者 通讯作者 通訊作者 通信作者 收稿日期 修回日期 基金项目 基金項目 基金资助 项目来源 項目來源")

// authorNote reports whether a block is such a note.
func authorNote(b *issue.Block) bool {
	if b.Kind != issue.Affiliation && b.Kind != issue.Note && b.Kind != issue.SourceNote {
		return false
	}
	text := strings.TrimLeft(b.Text, "*＊[［【（( \u3000")
	return slices.ContainsFunc(authorNotes, func(w string) bool { return strings.HasPrefix(text, w) })
}

// withoutAuthorNotes parts a journal's notes on an article and its authors from
// the blocks of its opening and the others.
func (f *frame) withoutAuthorNotes(a *issue.Article, opening, rest []int) (notes, o, r []int) {
	if f.Opening.Abstract != across {
		return nil, opening, rest
	}
	for _, list := range []struct{ from, to *[]int }{{&opening, &o}, {&rest, &r}} {
		for _, i := range *list.from {
			if authorNote(&a.Blocks[i]) {
				notes = append(notes, i)
			} else {
				*list.to = append(*list.to, i)
			}
		}
	}
	return notes, o, r
}

// close ends the galley: notes on the article go to the foot of the column that it
// begins in, under a rule and over the notes to its text; then comes the end sign.
func (g *galley) close() {
	var all []*setting
	for _, i := range g.authors {
		s := g.setBlock(&g.article.Blocks[i], i, "Note", look{face: g.Faces.Body, size: g.small, ink: Ink{Tint: tintSecond}}, g.measure)
		all = append(all, s)
	}
	first := slices.IndexFunc(g.slugs, func(s slug) bool { return !s.space })
	if len(all) > 0 && first >= 0 {
		foot := append(all, g.slugs[first].foot...)
		if n := g.footnote(foot...); g.slugs[first].rows+n.rows <= g.panelRows() {
			g.slugs[first].note, g.slugs[first].foot = n, foot
			all = nil
		}
	}
	g.endSign()
	for _, s := range all { // longer than a column should give away: under the text
		g.under(s)
	}
}

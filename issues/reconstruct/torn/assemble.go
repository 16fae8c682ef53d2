package torn

import (
	"fmt"
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/articles"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
	"kanyin/issues/say"
)

// assemble makes the issue of the draft.
//
// How: blocks take the text of their rows, joined as normal.Join says; fields
// repeat what the blocks say; rows that no pass placed go where they stand.
// Where it fails: nowhere; the ledger is held by construction.
func assemble(d *draft.Draft) {
	iss := &issue.Issue{
		Source:   issue.Source{File: d.File.Name, SHA256: d.File.SHA256, Encoding: d.File.Encoding, Lines: d.File.Lines},
		Meta:     d.Meta,
		Findings: d.Findings, House: d.Habits,
	}
	placed := make([]bool, len(d.Rows))
	ids := map[int]string{}
	for n, a := range d.Articles {
		ids[a.Start] = fmt.Sprintf("a%02d", n+1)
		iss.Articles = append(iss.Articles, article(d, a, ids[a.Start], placed))
	}
	for i := range d.Rows {
		switch r := &d.Rows[i]; {
		case placed[i]:
		case r.Zone == draft.Front:
			iss.Front = append(iss.Front, block(d, []int{i}, placed))
		case r.Zone == draft.Dropped:
			iss.Dropped = append(iss.Dropped, block(d, []int{i}, placed))
		}
	}
	sweep(d, iss, placed)
	for _, e := range d.Toc.Entries {
		iss.Toc = append(iss.Toc, entry(d, e, ids))
	}
	draft.ByPage(iss.Toc, func(e issue.Entry) int { return e.Page })
	iss.Decisions = d.Decisions
	issue.SortFindings(iss.Findings)
	d.Issue = iss
}

func article(d *draft.Draft, a draft.Article, id string, placed []bool) issue.Article {
	s := d.Starts[a.Start]
	e := d.EntryOf(s)
	art := issue.Article{ID: id, Authors: s.Authors, Section: e.Section, Subsection: e.Subsection, Page: e.Page}
	for _, b := range a.Blocks {
		art.Blocks = append(art.Blocks, block(d, b, placed))
	}
	for i := range art.Blocks {
		switch b := &art.Blocks[i]; b.Kind {
		case issue.Title:
			art.Title = strings.TrimSpace(art.Title + " " + b.Text)
		case issue.Subtitle:
			art.Subtitle = strings.TrimSpace(art.Subtitle + " " + b.Text)
		case issue.Kicker:
			art.Kicker = strings.TrimSpace(art.Kicker + " " + b.Text)
		}
	}
	if len(s.Rows) == 1 && len(s.Bylines) == 0 {
		signTitle(d, &art, s)
	}
	if art.Title == "" && s.Rows == nil {
		art.Title = articles.FileTitle(d)
	}
	return art
}

// signTitle parts an article's title from the authors who stand on its line,
// behind a stroke. The block keeps both.
func signTitle(d *draft.Draft, art *issue.Article, s draft.Start) {
	title, signed, ok := wording.SignedLine(d.Rows[s.Rows[0]].Fold)
	if !ok {
		return
	}
	names := wording.AuthorsOf(signed)
	if len(art.Authors) > 0 && !draft.AlikeNames(strings.Join(art.Authors, ""), strings.Join(names, "")) || len(art.Authors) == 0 && !wording.AllKnown(signed) {
		return
	}
	art.Title, art.Authors = normal.Text(title), names
}

// block makes a block of rows.
func block(d *draft.Draft, rows []int, placed []bool) issue.Block {
	first := &d.Rows[rows[0]]
	b := issue.Block{Kind: first.Kind, Level: first.Level, Form: first.Form, Lead: first.Lead, Why: first.Why}
	var text strings.Builder
	for n, i := range rows {
		r := &d.Rows[i]
		placed[i] = true
		b.Lines = append(b.Lines, r.Lines...)
		t := printed(d, rows, n)
		if n > 0 {
			text.WriteString(joint(d, first.Kind, &d.Rows[rows[n-1]], t))
		}
		text.WriteString(t)
		if n > 0 && !r.Why.IsZero() && r.Why.String() != "running text" {
			b.Why = r.Why
		}
	}
	b.Text = text.String()
	if b.Kind == "" {
		b.Kind = issue.Paragraph
	}
	if !strings.HasPrefix(b.Text, b.Lead) {
		b.Lead = ""
	}
	return b
}

// printed gives row n of a block's rows as it is printed: without a mark of
// where the text goes on, where the text was joined.
func printed(d *draft.Draft, rows []int, n int) string {
	r := &d.Rows[rows[n]]
	if r.From != 0 && n == 0 || r.Onto != 0 && n == len(rows)-1 {
		return r.Full // the other half was not found: the mark tells the reader
	}
	return r.Text
}

// joint is what stands between two rows that are one block: a space between a
// title's lines, which print as lines, and what normal says otherwise.
func joint(d *draft.Draft, k issue.Kind, before *draft.Row, next string) string {
	switch k {
	case issue.Title, issue.Heading, issue.Subtitle, issue.Kicker:
		if !d.English && before.Runes == 1 {
			return ""
		}
		return " "
	}
	return normal.Join(before.Text, next)
}

// sweep places what no pass placed: in the article that the row stands in, or
// in the first; where there is none, in the front.
func sweep(d *draft.Draft, iss *issue.Issue, placed []bool) {
	loose := slices.Clip(d.Loose)
	for i := range d.Rows {
		loose = append(loose, []int{i})
	}
	for _, b := range loose {
		if !placed[b[0]] {
			sweepBlock(iss, block(d, b, placed))
		}
	}
}

func sweepBlock(iss *issue.Issue, b issue.Block) {
	if b.Why.IsZero() {
		b.Why = say.Of("stands before the first title, and no article was seen to go on with it")
	}
	if len(iss.Articles) == 0 {
		b.Kind = issue.Cover
		iss.Front = append(iss.Front, b)
		return
	}
	a := &iss.Articles[0]
	at := 0
	for at < len(a.Blocks) && draft.Opens(a.Blocks[at].Kind) {
		at++
	}
	for at < len(a.Blocks) && a.Blocks[at].Lines[0] < b.Lines[0] {
		at++
	}
	a.Blocks = slices.Insert(a.Blocks, at, b)
}

func entry(d *draft.Draft, e draft.Entry, ids map[int]string) issue.Entry {
	out := issue.Entry{Page: e.Page, Section: e.Section, Subsection: e.Subsection, Title: e.Title, Authors: e.Authors}
	for _, i := range e.Rows {
		out.Lines = append(out.Lines, d.Rows[i].Lines...)
	}
	for _, s := range e.Starts {
		if id := ids[s]; id != "" {
			out.Articles = append(out.Articles, id)
		}
	}
	return out
}

package reconstruct

import (
	"fmt"
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
)

// assemble makes the issue of the draft.
//
// How: blocks take the text of their rows, joined as normal.Join says; fields
// repeat what the blocks say; rows that no pass placed go where they stand.
// Where it fails: nowhere; the ledger is held by construction.
func assemble(d *draft) {
	iss := &issue.Issue{
		Source:   issue.Source{File: d.file.Name, SHA256: d.file.SHA256, Encoding: d.file.Encoding, Lines: d.file.Lines},
		Meta:     d.meta,
		Findings: d.findings, House: d.habits,
	}
	placed := make([]bool, len(d.rows))
	ids := map[int]string{}
	for n, a := range d.articles {
		ids[a.start] = fmt.Sprintf("a%02d", n+1)
		iss.Articles = append(iss.Articles, d.article(a, ids[a.start], placed))
	}
	for i := range d.rows {
		switch r := &d.rows[i]; {
		case placed[i]:
		case r.zone == front:
			iss.Front = append(iss.Front, d.block([]int{i}, placed))
		case r.zone == dropped:
			iss.Dropped = append(iss.Dropped, d.block([]int{i}, placed))
		}
	}
	d.sweep(iss, placed)
	for _, e := range d.toc.entries {
		iss.Toc = append(iss.Toc, d.entry(e, ids))
	}
	sortEntries(iss.Toc)
	iss.Decisions = d.decisions
	issue.SortFindings(iss.Findings)
	d.issue = iss
}

func (d *draft) article(a article, id string, placed []bool) issue.Article {
	s := d.starts[a.start]
	art := issue.Article{ID: id, Authors: s.authors}
	for _, b := range a.blocks {
		art.Blocks = append(art.Blocks, d.block(b, placed))
	}
	if s.entry >= 0 {
		e := d.toc.entries[s.entry]
		art.Section, art.Subsection, art.Page = e.section, e.subsection, e.page
	}
	for i := range art.Blocks {
		switch b := &art.Blocks[i]; b.Kind {
		case issue.Title:
			art.Title = joined(art.Title, b.Text)
		case issue.Subtitle:
			art.Subtitle = joined(art.Subtitle, b.Text)
		case issue.Kicker:
			art.Kicker = joined(art.Kicker, b.Text)
		}
	}
	if len(s.rows) == 1 && len(s.bylines) == 0 {
		d.signTitle(&art, s)
	}
	if art.Title == "" && s.rows == nil {
		art.Title = d.fileTitle()
	}
	return art
}

// signTitle parts an article's title from the authors who stand on its line,
// behind a stroke. The block keeps both.
func (d *draft) signTitle(art *issue.Article, s start) {
	title, signed, ok := signedLine(d.rows[s.rows[0]].fold)
	if !ok {
		return
	}
	names := authorsOf(signed)
	if len(art.Authors) > 0 && !alikeNames(strings.Join(art.Authors, ""), strings.Join(names, "")) || len(art.Authors) == 0 && !allKnown(signed) {
		return
	}
	art.Title, art.Authors = normal.Text(title), names
}

func joined(a, b string) string {
	if a == "" {
		return b
	}
	return a + " " + b
}

// block makes a block of rows.
func (d *draft) block(rows []int, placed []bool) issue.Block {
	first := &d.rows[rows[0]]
	b := issue.Block{Kind: first.kind, Level: first.level, Form: first.form, Lead: first.lead, Why: first.why}
	var text strings.Builder
	for n, i := range rows {
		r := &d.rows[i]
		placed[i] = true
		b.Lines = append(b.Lines, r.lines...)
		t := d.printed(rows, n)
		if n > 0 {
			text.WriteString(d.joint(first.kind, &d.rows[rows[n-1]], t))
		}
		text.WriteString(t)
		if n > 0 && r.why != "" && r.why != "running text" {
			b.Why = r.why
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
func (d *draft) printed(rows []int, n int) string {
	r := &d.rows[rows[n]]
	if r.from != 0 && n == 0 || r.onto != 0 && n == len(rows)-1 {
		return r.full // the other half was not found: the mark tells the reader
	}
	return r.text
}

// joint is what stands between two rows that are one block: a space between a
// title's lines, which print as lines, and what normal says otherwise.
func (d *draft) joint(k issue.Kind, before *row, next string) string {
	switch k {
	case issue.Title, issue.Heading, issue.Subtitle, issue.Kicker:
		if !d.english && before.runes == 1 {
			return ""
		}
		return " "
	}
	return normal.Join(before.text, next)
}

// sweep places what no pass placed: in the article that the row stands in, or
// in the first; where there is none, in the front.
func (d *draft) sweep(iss *issue.Issue, placed []bool) {
	for _, b := range d.loose {
		if !placed[b[0]] {
			d.sweepBlock(iss, d.block(b, placed))
		}
	}
	for i := range d.rows {
		if !placed[i] {
			d.sweepBlock(iss, d.block([]int{i}, placed))
		}
	}
}

func (d *draft) sweepBlock(iss *issue.Issue, b issue.Block) {
	b.Why = firstOf(b.Why, "stands before the first title, and no article was seen to go on with it")
	if len(iss.Articles) == 0 {
		b.Kind = issue.Cover
		iss.Front = append(iss.Front, b)
		return
	}
	a := &iss.Articles[0]
	at := 0
	for at < len(a.Blocks) && opens(a.Blocks[at].Kind) {
		at++
	}
	for at < len(a.Blocks) && a.Blocks[at].Lines[0] < b.Lines[0] {
		at++
	}
	a.Blocks = append(a.Blocks[:at:at], append([]issue.Block{b}, a.Blocks[at:]...)...)
}

func opens(k issue.Kind) bool {
	switch k {
	case issue.Title, issue.Kicker, issue.Subtitle, issue.Byline, issue.Role, issue.Dateline:
		return true
	}
	return false
}

func (d *draft) entry(e entry, ids map[int]string) issue.Entry {
	out := issue.Entry{Page: e.page, Section: e.section, Subsection: e.subsection, Title: e.title, Authors: e.authors}
	for _, i := range e.rows {
		out.Lines = append(out.Lines, d.rows[i].lines...)
	}
	for _, s := range e.starts {
		if id := ids[s]; id != "" {
			out.Articles = append(out.Articles, id)
		}
	}
	return out
}

// sortEntries orders the contents by page; a row without one stays behind the
// row before it.
func sortEntries(toc []issue.Entry) {
	type placed struct {
		e    issue.Entry
		page int
	}
	list := make([]placed, len(toc))
	last := 0
	for i, e := range toc {
		if e.Page > 0 {
			last = e.Page
		}
		list[i] = placed{e, last}
	}
	slices.SortStableFunc(list, func(a, b placed) int { return a.page - b.page })
	for i := range list {
		toc[i] = list[i].e
	}
}

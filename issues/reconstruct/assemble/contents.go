package assemble

import (
	"regexp"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/entries"
	"kanyin/issues/reconstruct/fold"
	"kanyin/issues/reconstruct/label"
)

// An entry is what an announcement of the contents says, its rows, and what it announces.
type entry struct {
	*entries.Entry
	piece    *piece
	articles []*article // that it announces
}

// readContents gives the entries in their order, each with the section that
// stands over it or before its title. Their titles and names are told apart
// where their articles are known; see matchContents.
func readContents(t *text, g *gathered) []*entry {
	var out []*entry
	section := ""
	alone := 0
	for _, p := range g.front {
		if p.kind == label.Contents && sectionAlone.MatchString(strings.TrimSpace(fold.Plain(t.raw(p.rows)))) {
			alone++ // one may be a title
		}
	}
	for _, p := range g.front {
		switch p.kind {
		case label.ContentsSection:
			section = entries.CleanSection(t.joined(p.rows))
		case label.Contents:
			raw := t.raw(p.rows)
			if alone > 1 && sectionAlone.MatchString(strings.TrimSpace(fold.Plain(raw))) {
				section = entries.CleanSection(raw)
				continue
			}
			if n := len(out); n > 0 && !hasLetters(raw) { // a page that lost its title
				if out[n-1].Page == 0 {
					out[n-1].Page = entries.PageIn(raw)
				}
				continue
			}
			e := &entry{Entry: entries.Read(raw), piece: p}
			e.Section = section
			out = append(out, e)
		}
	}
	var known []string
	for _, p := range g.dropped {
		if p.kind == label.Section {
			known = append(known, entries.CleanSection(t.joined(p.rows)))
		}
	}
	said := said(out)
	entries.ReadPages(said)
	entries.CutSections(said, known)
	return out
}

// said gives what the entries say.
func said(all []*entry) []*entries.Entry {
	out := make([]*entries.Entry, len(all))
	for n, e := range all {
		out[n] = e.Entry
	}
	return out
}

// sectionAlone is a section's name in brackets on a row of its own among the entries.
var sectionAlone = regexp.MustCompile(`^\[[^\[\]\d]{2,8}\]$`)

// entry gives the entry as the issue has it.
func (t *text) entry(e *entry) issue.Entry {
	out := issue.Entry{Page: e.Page, Section: e.Section, Title: e.Title, Authors: e.Authors, Lines: t.lines(e.piece.rows)}
	for _, a := range e.articles {
		out.Articles = append(out.Articles, a.id)
	}
	return out
}

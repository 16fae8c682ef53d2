package assemble

import (
	"strings"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/entries"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/names"
)

// announcedTitles makes a title of a heading that the contents announce and
// that no title is: 四结奋斗是必由之路 under the entry 团结奋斗是必由之路. A
// heading that is wrong in a character or two is meant, since seven in ten of its
// pairs of letters stand in the entry, and a short one is left alone.
func announcedTitles(t *text) {
	const (
		short = 8  // letters: 前言 and 结语 stand in many entries
		sure  = .7 // of its pairs: one character that is wrong takes two of eight; less is another text on the same matter
	)
	var toc []*entries.Entry
	for i := range t.rows {
		if t.labels[i].Kind == label.Contents {
			toc = append(toc, entries.Read(t.rows[i].Text))
		}
	}
	if len(toc) == 0 {
		return
	}
	x := entries.IndexOf(toc)
	taken := map[int]bool{}
	for i := range t.rows {
		if t.labels[i].Kind == label.Title {
			for e := range x.Alike(t.row(i)) {
				taken[e] = true
			}
		}
	}
	for i := range t.rows {
		if t.labels[i].Kind != label.Heading || !t.labels[i].Begins || runeCount(normal.Key(t.row(i))) < short {
			continue
		}
		for e, score := range x.Alike(t.row(i)) {
			if score >= sure && !taken[e] {
				t.labels[i].Kind = label.Title
				break
			}
		}
	}
}

// sectionsInRun tells columns' names among the rows of contents by their words
// where no type tells them: a short row between two entries that stands alone on
// other pages too, as a running head or over titles.
func (t *text) sectionsInRun(from, to int) {
	const longest = 6 // runes: 特别报道, 深度观察 have four
	elsewhere := map[string]bool{}
	for i := range t.rows {
		if s := t.row(i); (i < from || i >= to) && t.rows[i].Page != t.rows[from].Page && runeCount(s) <= longest {
			elsewhere[strings.ReplaceAll(s, " ", "")] = true
		}
	}
	for i := from + 1; i < to; i++ {
		s := strings.ReplaceAll(t.row(i), " ", "")
		if t.labels[i].Kind == label.Contents && !t.labels[i].Begins && elsewhere[s] && !names.Known(s) {
			t.labels[i].Kind, t.labels[i].Begins = label.ContentsSection, true
		}
	}
}

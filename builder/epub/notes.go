package epub

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"kanyin/issues/issue"
)

// A note is a block that a mark in the text refers to.
type note struct {
	block, size int       // the note's block, and how many runes its mark has
	from        reference // where the text refers to it
}

// marks are what notes begin with and their references repeat: ①, [1], 〔1〕, 【1】, *, [※].
const marks = `[①-⑳❶-❿]|[\[［〔【(（](?:\d{1,3}|※)[\]］〕】)）]|\*+|＊+|[†‡※]`

var (
	noteMark  = regexp.MustCompile(marks)
	firstMark = regexp.MustCompile(`^(?:` + marks + `)`)
)

// mostStars is the longest mark of stars; a longer row of them is an ornament.
const mostStars = 3

// A reference is where a mark stands in the text, in runes, and how often.
type reference struct{ block, at, size, times int }

// findNotes pairs the notes of an article with their references. A mark that
// stands before its note more or less than once refers to nothing for certain,
// and is left as plain text.
func findNotes(blocks []issue.Block) []note {
	var notes []note
	if !slices.ContainsFunc(blocks, func(b issue.Block) bool { return b.Kind == issue.Note }) {
		return nil
	}
	seen := map[string]reference{}
	for i, b := range blocks {
		if mayRefer(b.Kind) {
			refer(seen, i, b.Text)
		}
		if b.Kind != issue.Note {
			continue
		}
		mark := firstMark.FindString(b.Text)
		if r := seen[keyOf(mark)]; r.times == 1 {
			notes = append(notes, note{block: i, size: utf8.RuneCountInString(mark), from: r})
		}
	}
	return notes
}

// refer counts the marks in a block's text. One at the beginning numbers the paragraph.
func refer(seen map[string]reference, block int, text string) {
	at, counted := 0, 0
	for _, m := range noteMark.FindAllStringIndex(text, -1) {
		at += utf8.RuneCountInString(text[counted:m[0]])
		counted = m[0]
		mark := text[m[0]:m[1]]
		if at == 0 || utf8.RuneCountInString(mark) > mostStars && strings.Trim(mark, "*＊") == "" {
			continue
		}
		r := seen[keyOf(mark)]
		if r.times == 0 {
			r.block, r.at, r.size = block, at, utf8.RuneCountInString(mark)
		}
		r.times++
		seen[keyOf(mark)] = r
	}
}

// unmarked is an article's title without the mark of its note at its end: where
// a list names the article, no note stands under it.
func unmarked(a *issue.Article) string {
	for _, n := range findNotes(a.Blocks) {
		ref, b := n.from, a.Blocks[n.from.block]
		if text := []rune(b.Text); b.Kind == issue.Title && ref.at+ref.size == len(text) {
			return strings.TrimSpace(strings.TrimSuffix(a.Title, string(text[ref.at:])))
		}
	}
	return a.Title
}

// keyOf is what a mark and its note have in common. ※ stands in brackets in the
// text and without them before the note, or the other way round.
func keyOf(mark string) string {
	if strings.Contains(mark, "※") {
		return "※"
	}
	return mark
}

func mayRefer(k issue.Kind) bool {
	switch k {
	case issue.Paragraph, issue.Heading, issue.Title, issue.Subtitle, issue.Byline, issue.Caption, issue.Data:
		return true
	}
	return false
}

package epub

import (
	"regexp"

	"kanyin/issues/issue"
)

// A note is a block that a mark in the text refers to.
type note struct {
	block, size int // the note's block, and how many runes its mark has
	from        int // the block that refers to it
	at          int // where in that block, in runes
}

// noteMark is what a note begins with and its reference repeats: ①, [1], 〔1〕, 【1】, *.
var noteMark = regexp.MustCompile(`^(?:[①-⑳❶-❿]|[\[［〔【(（]\d{1,3}[\]］〕】)）]|\*{1,3}|＊{1,3}|[†‡])`)

// findNotes pairs the notes of an article with their references. A mark that
// stands before its note more or less than once refers to nothing for certain,
// and is left as plain text.
func findNotes(blocks []issue.Block) []note {
	var notes []note
	for i, b := range blocks {
		if b.Kind != issue.Note {
			continue
		}
		mark := []rune(noteMark.FindString(b.Text))
		if len(mark) == 0 {
			continue
		}
		n := note{block: i, size: len(mark)}
		found := 0
		for j, other := range blocks[:i] {
			if !mayRefer(other.Kind) {
				continue
			}
			text := []rune(other.Text)
			for at := 1; at+len(mark) <= len(text); at++ { // a mark at the beginning numbers the paragraph
				if string(text[at:at+len(mark)]) == string(mark) && !isMore(text, at, mark) {
					n.from, n.at = j, at
					found++
				}
			}
		}
		if found == 1 {
			notes = append(notes, n)
		}
	}
	return notes
}

func mayRefer(k issue.Kind) bool {
	switch k {
	case issue.Paragraph, issue.Heading, issue.Title, issue.Subtitle, issue.Byline, issue.Caption, issue.Data:
		return true
	}
	return false
}

// isMore says that the mark at text[at:] is part of a longer run of its last
// character: * within **.
func isMore(text []rune, at int, mark []rune) bool {
	last := mark[len(mark)-1]
	if last != '*' && last != '＊' {
		return false
	}
	end := at + len(mark)
	return text[at-1] == last || end < len(text) && text[end] == last
}

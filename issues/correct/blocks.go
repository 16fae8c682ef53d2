package correct

import (
	"strings"
	"unicode"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
)

// cut parts the block in front of its line n, so that the line begins a block of
// its own; it gives where that stands. A block that begins with the line stays.
func (s *settler) cut(at spot, line int) spot {
	b := s.block(at)
	k := 0
	for k < len(b.Lines) && b.Lines[k] != line {
		k++
	}
	if k == 0 || k == len(b.Lines) {
		return at
	}
	rest := *b
	rest.Lines = append([]int(nil), b.Lines[k:]...)
	rest.Lead = ""
	b.Text, rest.Text = s.part(b, k)
	b.Lines = append([]int(nil), b.Lines[:k]...)
	if !strings.HasPrefix(b.Text, b.Lead) {
		b.Lead = ""
	}
	s.insert(spot{at.article, at.block + 1}, rest)
	return spot{at.article, at.block + 1}
}

// part cuts the block's text in front of its line k: behind as many characters,
// blanks aside, as the lines before it print.
func (s *settler) part(b *issue.Block, k int) (string, string) {
	want := 0
	for _, n := range b.Lines[:k] {
		want += solid(normal.Text(s.lines[n-1]))
	}
	at, seen := len(b.Text), 0
	for i, r := range b.Text {
		if seen == want {
			at = i
			break
		}
		if !unicode.IsSpace(r) {
			seen++
		}
	}
	return strings.TrimSpace(b.Text[:at]), strings.TrimSpace(b.Text[at:])
}

// solid counts the characters that are no blanks.
func solid(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// alone makes the line the whole of a block: the block itself where it begins
// with the line, else the line parted from both its sides.
func (s *settler) alone(at spot, line int) spot {
	if s.block(at).Lines[0] == line {
		return at
	}
	at = s.cut(at, line)
	if b := s.block(at); len(b.Lines) > 1 {
		s.cut(at, b.Lines[1])
	}
	return at
}

// join puts block b behind block a, as one text.
func join(a, b issue.Block) issue.Block {
	joint := normal.Join(a.Text, b.Text)
	if a.Kind == issue.Title || a.Kind == issue.Subtitle || a.Kind == issue.Heading {
		joint = " "
	}
	a.Text += joint + b.Text
	a.Lines = append(append([]int(nil), a.Lines...), b.Lines...)
	return a
}

// opening reports whether the kind stands in an article's opening.
func opening(k issue.Kind) bool {
	switch k {
	case issue.Title, issue.Kicker, issue.Subtitle, issue.Byline, issue.Role, issue.Dateline:
		return true
	}
	return false
}

// closing reports whether the kind stands at an article's end.
func closing(k issue.Kind) bool {
	return k == issue.Editor || k == issue.Affiliation || k == issue.SourceNote || k == issue.Note
}

// aside reports whether the kind stands beside the text and parts no paragraph.
func aside(k issue.Kind) bool {
	return k == issue.Caption || k == issue.Credit || k == issue.Prompt
}

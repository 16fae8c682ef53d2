package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
)

// A passage is a block with its runes, ready to be searched.
type passage struct {
	article *issue.Article // nil in the front
	block   *issue.Block
	runes   []rune
}

// passages gives the articles' blocks in reading order.
func passages(iss *issue.Issue) []passage {
	var ps []passage
	for i := range iss.Articles {
		a := &iss.Articles[i]
		for j := range a.Blocks {
			b := &a.Blocks[j]
			ps = append(ps, passage{a, b, []rune(b.Text)})
		}
	}
	return ps
}

// lineAt gives the source line of the rune at i. A block of several lines is
// measured by its letters and digits, which normalising does not change.
func (p passage) lineAt(iss *issue.Issue, i int) int {
	lines := p.block.Lines
	if len(lines) == 0 {
		return 0
	}
	if len(lines) == 1 {
		return lines[0]
	}
	left := utf8.RuneCountInString(normal.Key(string(p.runes[:i])))
	for _, n := range lines {
		have := utf8.RuneCountInString(normal.Key(iss.Source.Line(n)))
		if left < have {
			return n
		}
		left -= have
	}
	return lines[len(lines)-1]
}

// around gives the runes from i to j with what stands beside them: enough to
// find the place by searching for it.
func (p passage) around(i, j int) string {
	const beside = 6
	return string(p.runes[max(0, i-beside):min(len(p.runes), j+beside)])
}

// isProse holds of the blocks that consist of sentences.
func isProse(k issue.Kind) bool {
	switch k {
	case issue.Paragraph, issue.Caption, issue.Note, issue.Subtitle, issue.Heading, issue.Title:
		return true
	}
	return false
}

func isHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF || r > 0x9FFF && unicode.Is(unicode.Han, r) }

// byID gives the articles by their ids.
func byID(iss *issue.Issue) map[string]*issue.Article {
	m := make(map[string]*issue.Article, len(iss.Articles))
	for i := range iss.Articles {
		m[iss.Articles[i].ID] = &iss.Articles[i]
	}
	return m
}

// linesOf gives the lines of an article's blocks of one kind.
func linesOf(a *issue.Article, k issue.Kind) []int {
	var out []int
	for _, b := range a.Blocks {
		if b.Kind == k {
			out = append(out, b.Lines...)
		}
	}
	return out
}

// titleLines gives the lines of the title, or the first line there is.
func titleLines(a *issue.Article) []int {
	if lines := linesOf(a, issue.Title); len(lines) > 0 {
		return lines
	}
	for _, b := range a.Blocks {
		if len(b.Lines) > 0 {
			return b.Lines[:1]
		}
	}
	return nil
}

// join gives the lists one after another.
func join(lists ...[]int) []int {
	var out []int
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

// distance gives how many characters have to be changed, put in or taken out
// to make a into b (Levenshtein 1966).
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := diagonal
			if x != y {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}

// first gives the beginning of a text, for a message.
func first(s string, runes int) string {
	rs := []rune(strings.TrimSpace(s))
	if len(rs) <= runes {
		return string(rs)
	}
	return string(rs[:runes]) + "…"
}

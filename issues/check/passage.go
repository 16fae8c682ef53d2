package check

import (
	"sort"
	"strings"
	"unicode"

	"kanyin/issues/issue"
)

// A proof is an issue ready to be read by the rules.
type proof struct {
	*issue.Issue
	passages []passage // the articles' blocks in reading order
}

// A passage is a block with its runes, ready to be searched.
type passage struct {
	article *issue.Article
	block   *issue.Block
	runes   []rune
	edges   []int // the rune that each line but the first begins with
}

func newProof(iss *issue.Issue) *proof {
	pr := &proof{Issue: iss}
	for i := range iss.Articles {
		a := &iss.Articles[i]
		for j := range a.Blocks {
			b := &a.Blocks[j]
			p := passage{article: a, block: b, runes: []rune(b.Text)}
			if len(b.Lines) > 1 {
				p.edges = edges(iss.Source, b.Lines, p.runes)
			}
			pr.passages = append(pr.passages, p)
		}
	}
	return pr
}

// edges finds where the lines of a block meet in its text, by counting letters
// and digits, whose number normalising does not change.
func edges(src issue.Source, lines []int, text []rune) []int {
	var out []int
	at := 0
	for _, n := range lines[:len(lines)-1] {
		left := 0
		for _, r := range src.Line(n) {
			if isLetter(r) {
				left++
			}
		}
		for ; at < len(text) && left > 0; at++ {
			if isLetter(text[at]) {
				left--
			}
		}
		out = append(out, at)
	}
	return out
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// lineAt gives the source line of the rune at i.
func (p passage) lineAt(i int) int {
	if len(p.block.Lines) == 0 {
		return 0
	}
	k := sort.Search(len(p.edges), func(k int) bool { return p.edges[k] > i })
	return p.block.Lines[k]
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
	case issue.Paragraph, issue.Caption, issue.Note, issue.Subtitle, issue.Heading, issue.Title, issue.Standfirst, issue.Abstract, issue.Box:
		return true
	}
	return false
}

func isHan(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r > 0x9FFF && unicode.Is(unicode.Han, r)
}

// byID gives the articles by their ids.
func (pr *proof) byID() map[string]*issue.Article {
	m := make(map[string]*issue.Article, len(pr.Articles))
	for i := range pr.Articles {
		m[pr.Articles[i].ID] = &pr.Articles[i]
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

// first gives the beginning of a text, for a message.
func first(s string, runes int) string {
	rs := []rune(strings.TrimSpace(s))
	if len(rs) <= runes {
		return string(rs)
	}
	return string(rs[:runes]) + "…"
}

package layout

import (
	"strings"
	"unicode/utf8"

	"kanyin/issues/issue"
)

// note sets a note. Where the text has its mark, it stands at the foot of the
// column that the mark is in; else where the issue has it.
func (g *galley) note(b *issue.Block, i int) {
	k := look{face: g.Faces.Body, size: g.small, inset: g.size, ink: Ink{Tint: tintSecond}}
	s := g.setBlock(b, i, "Note", k, g.measure)
	n := g.footnote(s)
	if at := g.marked(b); at >= 0 && g.slugs[at].note == nil && g.slugs[at].rows+n.rows <= g.panelRows() {
		g.slugs[at].note = n
		return
	}
	g.blank(1)
	if n.rows <= g.panelRows() {
		n.keep = false
		g.slugs = append(g.slugs, *n)
		return
	}
	g.rowed(s)
}

// The rule over a note: how far under the text it stands, how far over the note
// and how long it is, in thousandths of the body's size.
const (
	noteRule = 300
	noteDrop = 900
	noteWide = 5000 // a quarter of a column: it parts, and is no table's rule
)

// footnote is a note under its short rule.
func (g *galley) footnote(s *setting) *slug {
	n := &slug{fills: []Fill{{Y: g.em(noteRule), Width: g.em(noteWide), Height: ruleWeight, Ink: Ink{Tint: tintFaint}}}}
	y := g.em(noteDrop)
	for k := range s.lines {
		n.lines = append(n.lines, placed{s, k, 0, y + ascent(g.small)})
		y += g.smallLeading
	}
	n.rows = g.rowsFor(y)
	down := Length(n.rows)*g.leading - (g.leading - g.size) - y + (g.smallLeading - g.small)
	if down < 0 {
		n.rows++
		down += g.leading
	}
	for k := range n.lines {
		n.lines[k].y += down
	}
	n.fills[0].Y += down
	return n
}

// A mark is where a text has the mark of a note.
type mark struct{ block, rune int }

// marked is the index of the slug that a note's mark stands in: the first for a
// mark in the title, -1 where there is none.
func (g *galley) marked(b *issue.Block) int {
	if g.marks == nil {
		g.marks = findMarks(g.article)
	}
	own := noteMark(b.Text)
	m, ok := g.marks[own]
	if !ok {
		m, ok = g.marks["["+own+"]"]
	}
	if !ok || len(g.slugs) == 0 {
		return -1
	}
	first, set := g.starts[m.block]
	if !set {
		return 0 // in the opening
	}
	for k := first; k < len(g.slugs); k++ {
		for _, p := range g.slugs[k].lines {
			if l := p.lines[p.n]; p.block == m.block && l.From <= m.rune && m.rune < l.To {
				return k
			}
		}
	}
	return -1
}

// findMarks gives the first place of every note's mark in an article's text.
func findMarks(a *issue.Article) map[string]mark {
	marks := map[string]mark{}
	for i := range a.Blocks {
		b := &a.Blocks[i]
		if b.Kind == issue.Note {
			continue
		}
		n := 0
		for at := range b.Text {
			if m := noteMark(b.Text[at:]); m != "" {
				if _, ok := marks[m]; !ok {
					marks[m] = mark{i, n}
				}
			}
			n++
		}
	}
	return marks
}

// Note marks are small and raised, in thousandths of the size of their text.
const (
	markSize  = 620
	markRaise = 360
)

// raised makes the marks of the article's notes small and raises them.
func (c *composer) raised(t copyText, b *issue.Block, size Length) copyText {
	if len(c.noted) == 0 || b.Kind == issue.Note {
		return t
	}
	var out copyText
	for k, s := range t.spans {
		from := 0
		for at := range s.Text {
			m := noteMark(s.Text[at:])
			if at < from || m == "" || !c.noted[m] {
				continue
			}
			plain, mark := s, s
			plain.Text, mark.Text = s.Text[from:at], m
			mark.Size, mark.Raise, mark.NoWrap = size*markSize/1000, size*markRaise/1000, true
			out.add(plain, t.targets[k])
			out.add(mark, t.targets[k])
			from = at + len(m)
		}
		s.Text = s.Text[from:]
		out.add(s, t.targets[k])
	}
	return out
}

// notedMarks are the marks that an article's notes begin with.
func notedMarks(a *issue.Article) map[string]bool {
	var marks map[string]bool
	for i := range a.Blocks {
		if m := noteMark(a.Blocks[i].Text); m != "" && a.Blocks[i].Kind == issue.Note {
			if marks == nil {
				marks = map[string]bool{}
			}
			marks[m] = true
			marks["["+m+"]"] = true
		}
	}
	return marks
}

// unmarked is an article's title without the mark of its note at its end: where
// the title announces the article, no note stands under it.
func unmarked(a *issue.Article) string {
	marks := notedMarks(a)
	for at := range a.Title {
		if m := noteMark(a.Title[at:]); at > 0 && marks[m] && at+len(m) == len(a.Title) {
			return strings.TrimSpace(a.Title[:at])
		}
	}
	return a.Title
}

// noteSigns are the signs that a note's mark is made of.
const noteSigns = "※*＊†‡①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

// markBytes is how long the inside of a bracketed mark is at most: three ideographs.
const markBytes = 9

// noteMark is the mark that a note begins with: ※, ①, [1].
func noteMark(text string) string {
	r, w := utf8.DecodeRuneInString(text)
	if strings.ContainsRune(noteSigns, r) {
		return text[:w]
	}
	closing := map[rune]string{'[': "]", '［': "］", '〔': "〕"}[r]
	if closing == "" {
		return ""
	}
	for at := range text[w:] {
		if strings.HasPrefix(text[w+at:], closing) {
			return text[:w+at+len(closing)]
		}
		if at > markBytes {
			return ""
		}
	}
	return ""
}

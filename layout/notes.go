package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kanyin/issues/issue"
	"kanyin/issues/notes"
)

// note sets a note with the paragraphs that go on with it. Where the text has
// its mark, it stands at the foot of the column that the mark is in, under those
// of the same line; else where the issue has it.
func (g *galley) note(b *issue.Block, i int) {
	k := look{face: g.Faces.Body, size: g.small, inset: g.size, ink: Ink{Tint: tintSecond}}
	s := g.setBlock(b, i, "Note", k, g.measure)
	more := g.noted.more(i)
	all := []*setting{s}
	for _, m := range more {
		part := g.setBlock(&g.article.Blocks[m], m, "P", k, g.measure)
		part.up = s.node
		all = append(all, part)
	}
	if at := g.marked(i); at >= 0 {
		foot := append(g.slugs[at].foot[:len(g.slugs[at].foot):len(g.slugs[at].foot)], all...)
		if n := g.footnote(foot...); g.slugs[at].rows+n.rows <= g.panelRows() {
			g.slugs[at].note, g.slugs[at].foot = n, foot
			return
		}
	}
	n := g.footnote(all...)
	g.blank(1)
	if n.rows <= g.panelRows() {
		n.keep = false
		g.slugs = append(g.slugs, *n)
		return
	}
	for _, s := range all {
		g.rowed(s)
	}
}

// The rule over a note: how far under the text it stands, how far over the note
// and how long it is, in thousandths of the body's size.
const (
	noteRule = 300
	noteDrop = 900
	noteWide = 5000 // a quarter of a column: it parts, and is no table's rule
)

// footnote is notes under their short rule.
func (g *galley) footnote(all ...*setting) *slug {
	n := &slug{fills: []Fill{{Y: g.em(noteRule), Width: g.em(noteWide), Height: ruleWeight, Ink: Ink{Tint: tintFaint}}}}
	y := g.em(noteDrop)
	for _, s := range all {
		for k := range s.lines {
			n.lines = append(n.lines, placed{s, k, 0, y + ascent(g.small)})
			y += g.smallLeading
		}
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

// A noted article is one with its notes and the marks that lead to them.
type noted struct {
	blocks []issue.Block
	notes.Links
}

func notedIn(a *issue.Article) noted { return noted{a.Blocks, notes.Of(a.Blocks)} }

// more gives the blocks that go on with the note of block i, none where the
// block holds several notes.
func (n noted) more(i int) []int {
	for _, note := range n.Notes {
		if note.Block == i && len(note.More) > 0 {
			return note.More
		}
	}
	return nil
}

// goesOn reports whether block i goes on with a note.
func (n noted) goesOn(i int) bool {
	return slices.ContainsFunc(n.Notes, func(note notes.Note) bool {
		return n.blocks[note.Block].Kind == issue.Note && slices.Contains(note.More, i)
	})
}

// marked is the index of the slug that has the first mark of the note in block i:
// the first for a mark in the title, -1 where there is none.
func (g *galley) marked(i int) int {
	n := slices.IndexFunc(g.noted.Notes, func(n notes.Note) bool { return n.Block == i })
	if n < 0 || len(g.slugs) == 0 {
		return -1
	}
	m := g.noted.Refs[g.noted.Notes[n].Back]
	first, set := g.starts[m.Block]
	if !set {
		return 0 // in the opening
	}
	for k := first; k < len(g.slugs); k++ {
		for _, p := range g.slugs[k].lines {
			if l := p.lines[p.n]; p.block == m.Block && l.From <= m.From && m.From < l.To {
				return k
			}
		}
	}
	return -1
}

// Note marks are small and raised, in thousandths of the size of their text.
const (
	markSize  = 620
	markRaise = 360
)

// raised makes the marks of notes small and raises them, with the brackets that
// several share, in the text of a block or of a part of it that begins at a rune.
func (c *composer) raised(t copyText, block, from int, size Length) copyText {
	refs := c.marksOf(block, from)
	if len(refs) == 0 {
		return t
	}
	var out copyText
	at := 0 // runes
	for k, s := range t.spans {
		runes := []rune(s.Text)
		done := 0
		for _, r := range refs {
			first, past := max(r.From-at, done), min(r.To-at, len(runes))
			if first >= past {
				continue
			}
			plain, mark := s, s
			plain.Text, mark.Text = string(runes[done:first]), string(runes[first:past])
			mark.Size, mark.Raise, mark.NoWrap = size*markSize/1000, size*markRaise/1000, true
			out.add(plain, t.targets[k])
			out.add(mark, t.targets[k])
			done = past
		}
		s.Text = string(runes[done:])
		out.add(s, t.targets[k])
		at += len(runes)
	}
	return out
}

// marksOf are the marks of a block, counted from a rune of it.
func (c *composer) marksOf(block, from int) []notes.Span {
	if block < 0 || block >= len(c.noted.blocks) {
		return nil
	}
	var out []notes.Span
	var text []rune
	for _, r := range c.noted.Refs {
		if r.Block != block || r.From < from {
			continue
		}
		if text == nil {
			text = []rune(c.noted.blocks[block].Text)
		}
		whole := r.Within(text)
		out = append(out, notes.Span{From: whole.From - from, To: whole.To - from})
	}
	return out
}

// within is the rune of block i at which a part of its text begins, 0 where it
// is the whole.
func (n noted) within(part string, i int) int {
	if i < 0 || i >= len(n.blocks) || n.blocks[i].Text == part {
		return 0
	}
	return utf8.RuneCountInString(n.blocks[i].Text[:max(strings.Index(n.blocks[i].Text, part), 0)])
}

// unmarked is an article's title without the mark of its note at its end: where
// the title announces the article, no note stands under it.
func unmarked(a *issue.Article) string {
	n := notedIn(a)
	for i, b := range a.Blocks {
		if b.Kind != issue.Title || b.Text != a.Title {
			continue
		}
		runes := []rune(b.Text)
		for _, r := range n.Refs {
			if r.Block == i && r.From > 0 && strings.Trim(string(runes[r.To:]), "]］)）〕】") == "" {
				return strings.TrimRight(string(runes[:r.From]), " [［(（〔【")
			}
		}
	}
	return a.Title
}

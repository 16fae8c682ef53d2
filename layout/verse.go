package layout

import (
	"strings"
	"unicode/utf8"

	"kanyin/issues/issue"
	"kanyin/layout/paragraph"
)

// verse keeps its lines; the lines of consecutive blocks share a left edge, so
// that the longest stands in the middle.
func (g *galley) verse(which []int) int {
	var stanzas [][]*setting
	n, widest := 0, Length(0)
	for ; n < len(which); n++ {
		b := &g.article.Blocks[which[n]]
		if b.Kind != issue.Poem && (b.Kind != issue.Paragraph || b.Form != issue.Verse) {
			break
		}
		if b.Stanza || len(stanzas) == 0 {
			stanzas = append(stanzas, nil)
		}
		at := 0 // runes
		for k, text := range strings.Split(b.Text, stanzaBreak) {
			part := *b
			part.Text = text
			s := g.lineByLine(&part, which[n], look{face: g.Faces.Quote, size: g.size, align: paragraph.Left, turn: g.em(setIn)})
			for l := range s.lines {
				s.lines[l].From += at
				s.lines[l].To += at
			}
			at += utf8.RuneCountInString(text + stanzaBreak)
			widest = max(widest, s.width())
			if k > 0 {
				stanzas = append(stanzas, nil)
			}
			last := len(stanzas) - 1
			stanzas[last] = append(stanzas[last], s)
		}
	}
	for _, stanza := range stanzas {
		g.blank(1)
		for _, s := range stanza {
			if s.inset = (g.measure - widest) / 2; s.fromRight {
				s.inset = -s.inset
			}
			g.rowed(s)
		}
	}
	if n < len(which) && g.article.Blocks[which[n]].Kind == issue.Paragraph {
		g.blank(1) // prose that follows is not another stanza
	}
	return n
}

// stanzaBreak parts the stanzas of a poem that is one block.
const stanzaBreak = "\n\n"

// lineByLine sets each line of a text by itself, as one setting.
func (g *galley) lineByLine(b *issue.Block, i int, k look) *setting {
	lines := strings.SplitAfter(b.Text, "\n")
	parts := make([]*setting, len(lines))
	for n, text := range lines {
		part := *b
		part.Text, part.Lead = strings.TrimSuffix(text, "\n"), ""
		parts[n] = g.setBlock(&part, i, "P", k, g.measure)
		if k.turn > 0 && len(parts[n].lines) > 1 {
			parts[n] = g.turned(&part, i, k)
		}
	}
	return join(parts, lines)
}

// turned sets a line that the column is too narrow for: what goes on under it
// is set in.
func (g *galley) turned(b *issue.Block, i int, k look) *setting {
	k.outset += k.turn
	s := g.setBlock(b, i, "P", k, g.measure)
	for n := range s.lines {
		if n == 0 {
			continue
		}
		s.tie(n - 1)
		for r := range s.lines[n].Runs {
			s.lines[n].Runs[r].X += k.turn
		}
		shiftGlosses(&s.lines[n], k.turn)
		s.lines[n].Width += k.turn
	}
	return s
}

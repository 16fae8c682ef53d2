package layout

import (
	"strings"
	"unicode/utf8"

	"kanyin/issues/issue"
	"kanyin/layout/paragraph"
)

// The lengths of what is set apart from the text, in thousandths of the body's size.
const (
	pullSize = 1350 // of a sentence that is pulled out: between text and title
	pullBar  = 3000 // the length of the bar over it
	pullDrop = 900  // from the bar to the first line
	boxIn    = 900  // from a box's edge to its text
)

// pullLeading is that of a pulled sentence's lines, in thousandths of their size.
const pullLeading = 1500

// pullQuote sets a sentence that is pulled out of the text: large, under a bar,
// whole rows in all. A column takes it whole.
func (g *galley) pullQuote(s *setting) {
	step := s.size * pullLeading / 1000
	height := g.em(pullDrop) + Length(len(s.lines))*step
	rows := g.rowsFor(height)
	if len(s.lines) == 0 || rows > g.panelRows() {
		g.rowed(s)
		return
	}
	g.blank(1)
	g.starts[s.block] = len(g.slugs)
	p := slug{rows: rows, fills: []Fill{{Width: g.em(pullBar), Height: accentHigh / 2, Ink: Ink{Accent: true}}}}
	y := g.em(pullDrop)
	for n := range s.lines {
		p.lines = append(p.lines, placed{s, n, 0, y + ascent(s.size)})
		y += step
	}
	g.push(p)
	g.blank(1)
}

func (g *galley) pullLook() look {
	return look{face: g.Faces.Title, size: g.em(pullSize), align: paragraph.Left, poised: true, ink: Ink{Tint: tintSecond}}
}

// box sets a text beside the text on a tinted ground, its title over it. A
// column's end may cut it; the ground goes on.
func (g *galley) box(b *issue.Block, i int) {
	k := look{face: g.Faces.Lead, size: g.em(lesserSize), inset: g.em(boxIn), outset: g.em(boxIn), align: paragraph.Justify}
	div := &node{tag: "Div"}
	part := *b
	at := 0
	g.blank(1)
	first := len(g.slugs)
	if title, rest, ok := strings.Cut(b.Text, "\n"); ok {
		head := k
		head.face, head.align, head.ink = g.Faces.Heading, paragraph.Left, Ink{Accent: true}
		part.Text, part.Lead = title, ""
		s := g.setBlock(&part, i, "P", head, g.measure)
		s.up = div
		g.rowed(s)
		g.stick()
		part.Text, at = rest, utf8.RuneCountInString(title)+1
	}
	for _, text := range strings.Split(part.Text, "\n") {
		line := part
		line.Text = text
		s := g.setBlock(&line, i, "P", k, g.measure)
		s.up = div
		s.shifted(at)
		at += utf8.RuneCountInString(text) + 1
		g.rowed(s)
	}
	g.starts[i] = first
	g.hold(first)
	g.grounded(first)
	g.blank(1)
}

// grounded draws the ground of a box under its rows, and the rule over it.
func (g *galley) grounded(first int) {
	for first < len(g.slugs) && g.slugs[first].space {
		first++
	}
	air := (g.leading - g.size) / 2
	for k := first; k < len(g.slugs); k++ {
		s := &g.slugs[k]
		ground := Fill{Y: -air, Width: g.measure, Height: Length(s.rows) * g.leading, Ink: Ink{Tint: panelTint}}
		if k == first {
			ground.Y -= air
			ground.Height += air
			s.fills = append(s.fills, Fill{Y: ground.Y, Width: g.measure, Height: 2 * ruleWeight, Ink: Ink{Accent: true}})
		}
		if k == len(g.slugs)-1 {
			ground.Height += air
		}
		s.fills = append([]Fill{ground}, s.fills...)
	}
}

// abstract sets an abstract in its column: small, between hairlines, its label
// in the face of labels.
func (g *galley) abstract(which []int) int {
	g.blank(1)
	first, n := len(g.slugs), 0
	for ; n < len(which) && g.article.Blocks[which[n]].Kind == issue.Abstract; n++ {
		b := g.article.Blocks[which[n]]
		b.Lead = or(b.Lead, abstractLabel(b.Text))
		g.rowed(g.setBlock(&b, which[n], "P", look{face: g.Faces.Body, lead: g.Faces.Heading, size: g.em(lesserSize), inset: g.size, outset: g.size}, g.measure))
	}
	for first < len(g.slugs) && g.slugs[first].space {
		first++
	}
	if last := len(g.slugs) - 1; last >= first {
		rule := Fill{Width: g.measure, Height: ruleWeight, Ink: Ink{Tint: tintFine}}
		over, under := rule, rule
		over.Y, under.Y = -g.em(bookRule), g.size+g.em(bookFoot)
		g.slugs[first].fills = append(g.slugs[first].fills, over)
		g.slugs[last].fills = append(g.slugs[last].fills, under)
	}
	g.blank(1)
	return n
}

// abstractLabel is what an abstract or its keywords begin with: 摘要：, 【关键词】.
func abstractLabel(text string) string {
	for _, pair := range []string{"【】", "［］", "[]"} {
		open, shut := pair[:len(pair)/2], pair[len(pair)/2:]
		if end := strings.Index(text, shut); strings.HasPrefix(text, open) && end > 0 && end <= labelLimit {
			return text[:end+len(shut)]
		}
	}
	return label(text)
}

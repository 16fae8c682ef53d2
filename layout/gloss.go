package layout

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/layout/paragraph"
)

// Where readings and dots stand, in thousandths of the size of their characters.
const (
	readingRise = 930 // from the characters' baseline up to the reading's: over their ems by what its descenders need
	dotSize     = 130 // across: seen, and lighter than any stroke's end
	sesameSize  = 190 // a sesame's, which is as much ink: it fills half of its square
	dotDrop     = 240 // from the baseline down to a dot's middle: under the em by a tenth of it
	dotRise     = 1000
)

// glossed parts the spans of a text where a gloss of its block begins or ends.
// The text begins at a rune of the block.
func glossed(t copyText, glosses []issue.Gloss, from int) copyText {
	if len(glosses) == 0 {
		return t
	}
	var each []issue.Gloss
	for _, g := range glosses {
		each = append(each, g.Each()...)
	}
	var out copyText
	at := from // the rune of the block that the span begins with
	for k, s := range t.spans {
		runes := []rune(s.Text)
		done := 0
		for _, g := range each {
			first, past := max(g.From-at, done), min(g.To-at, len(runes))
			if first >= past || s.Raise > 0 {
				continue
			}
			plain, own := s, s
			plain.Text, own.Text = string(runes[done:first]), string(runes[first:past])
			own.Dots = g.Reading == ""
			if g.From-at >= 0 || k == 0 { // what a link or a lead cuts has its reading over the first part
				own.Reading, own.NoWrap = g.Reading, g.Reading != "" && past-first <= readingWhole
			}
			out.add(plain, t.targets[k])
			out.add(own, t.targets[k])
			done = past
		}
		s.Text = string(runes[done:])
		out.add(s, t.targets[k])
		at += len(runes)
	}
	return out
}

// readingWhole is how many characters under one reading are kept on one line: more
// would leave a hole at the end of a narrow column's.
const readingWhole = 6

// drawGlosses puts readings and dots beside a line of a setting. Readings stand
// over the line, at the right of a vertical one. Dots stand under it; in Japanese
// over it, and at the right of a vertical line, where Japan has sesame dots
// (JIS X 4051, 圏点).
func (c *composer) drawGlosses(page int, p placed, line *paragraph.Line, x, y Length, element int) {
	pg := c.page(page)
	for _, g := range line.Glosses {
		size := p.size
		if span := p.spans[g.Span]; span.Size > 0 {
			size = span.Size
		}
		for _, r := range g.Text {
			rt := 0
			if element > 0 {
				rt = c.elementOf(c.rubyOf(p.setting, g.Span).reading)
			}
			pg.Texts = append(pg.Texts, Text{
				X: x + r.X, Y: y - size*readingRise/1000, Way: r.Way, Face: r.Face, Size: r.Size, Ink: p.ink,
				Runes: r.Runes, Advances: r.Advances, Element: rt,
			})
			c.inspect(page, p.setting, r)
		}
		middle, d, shape := y+size*dotDrop/1000, size*dotSize/1000, Round
		japanese := strings.HasPrefix(c.language, "ja")
		if c.vertical || japanese {
			middle = y - size*dotRise/1000
		}
		if c.vertical && japanese {
			d, shape = size*sesameSize/1000, Sesame
		}
		for _, at := range g.Dots {
			pg.Fills = append(pg.Fills, Fill{X: x + at - d/2, Y: middle - d/2, Width: d, Height: d, Ink: p.ink, Shape: shape})
		}
	}
}

// A ruby is the elements of characters with their reading (ISO 32000-1, 14.8.4.4.2).
type ruby struct{ base, reading *node }

// rubyOf is the elements of a span with a reading, within its setting's or its link's.
func (c *composer) rubyOf(s *setting, span int) ruby {
	if r, ok := s.rubies[span]; ok {
		return r
	}
	up := s.node
	if s.target(span) != (target{}) {
		c.linkOf(s, span)
		up = s.links[span]
	}
	whole := &node{tag: "Ruby", up: up}
	r := ruby{&node{tag: "RB", up: whole}, &node{tag: "RT", up: whole}}
	if s.rubies == nil {
		s.rubies = map[int]ruby{}
	}
	s.rubies[span] = r
	return r
}

// shiftGlosses moves what stands beside a line along it.
func shiftGlosses(line *paragraph.Line, by Length) {
	for _, g := range line.Glosses {
		for i := range g.Text {
			g.Text[i].X += by
		}
		for i := range g.Dots {
			g.Dots[i] += by
		}
	}
}

package layout

import (
	"slices"
	"unicode/utf8"

	"kanyin/issues/issue"
	"kanyin/issues/script"
	"kanyin/layout/paragraph"
)

// A copyText is text before it is set: the spans and what each of them leads to.
type copyText struct {
	spans   []paragraph.Span
	targets []target // as many as spans
}

// A target is where a span leads: nowhere, to an address or to an anchor.
type target struct {
	url    string
	anchor string
}

func (c *copyText) add(s paragraph.Span, t target) {
	if s.Text == "" {
		return
	}
	c.spans = append(c.spans, s)
	c.targets = append(c.targets, t)
}

// A look is the face, size and place of a text.
type look struct {
	face   string
	lead   string // the face of a run-in heading; "" for the same
	size   Length
	indent Length // of the first line
	inset  Length // of all lines, from the left
	outset Length // of all lines, from the right
	beside int    // how many of the first lines stand beside a picture
	less   Length // how much shorter those are
	turn   Length // of what goes on under a line that is kept, from its left
	align  paragraph.Align
	ink    Ink
	poised bool // lines of nearly one length
	airy   bool // its marks keep their em within a line: in bold type half of one is ink

	from int // the rune of its block that the text begins with, for a cell

	direction script.Direction // of the whole text, where it is not the book's
}

// A node is an element of the structure to be: it is made when the first thing
// that belongs to it is drawn, so that elements come in reading order. A nil
// node and one without a tag stand for an artifact.
type node struct {
	tag     string
	up      *node // nil for the article or part that is drawn
	alt     string
	lang    string // where it is not the document's
	actual  string // what a word says whose glyphs stand in another order
	scope   string // of a table's heading: Row or Column
	element int
}

// A setting is a text that has been set. Its lines are shared out over columns
// and pages, but it stays one element of the structure.
type setting struct {
	*node
	block     int   // index in the article's Blocks, or -1
	source    []int // the lines that it was read from
	spans     []paragraph.Span
	targets   []target // as many as spans
	ink       Ink
	size      Length
	inset     Length
	lines     []paragraph.Line
	links     map[int]*node // of the spans that lead somewhere
	rubies    map[int]ruby  // of the spans with a reading
	fromRight bool          // its lines begin at the right
	reading   bool          // it is an article's text: a break may name it
	tied      map[int]bool  // lines that go on, turned, under themselves: no column ends after them
}

// linesOf are the lines of a setting, without a place yet.
func linesOf(s *setting) []placed {
	list := make([]placed, len(s.lines))
	for n := range list {
		list[n] = placed{setting: s, n: n}
	}
	return list
}

// join makes one setting of the settings of a text's parts.
func join(parts []*setting, texts []string) *setting {
	whole := parts[0]
	at := utf8.RuneCountInString(texts[0])
	for n, s := range parts[1:] {
		for k := range s.lines {
			s.lines[k].From += at
			s.lines[k].To += at
			for r := range s.lines[k].Runs {
				s.lines[k].Runs[r].Span += len(whole.targets)
			}
			for r := range s.lines[k].Glosses {
				s.lines[k].Glosses[r].Span += len(whole.targets)
			}
		}
		at += utf8.RuneCountInString(texts[n+1])
		for k := range s.tied {
			whole.tie(len(whole.lines) + k)
		}
		whole.lines = append(whole.lines, s.lines...)
		whole.spans = append(whole.spans, s.spans...)
		whole.targets = append(whole.targets, s.targets...)
	}
	return whole
}

// tie keeps a line with the next.
func (s *setting) tie(line int) {
	if s.tied == nil {
		s.tied = map[int]bool{}
	}
	s.tied[line] = true
}

// width is that of the widest line.
func (s *setting) width() Length {
	var w Length
	for _, l := range s.lines {
		w = max(w, l.Width)
	}
	return w
}

// set sets a text to a measure.
func (c *composer) set(t copyText, k look, measure Length) *setting {
	level := c.frame.kinsoku
	if k.poised {
		level = paragraph.GB // a title's second half may begin with its dash
	}
	st := paragraph.Style{
		Face: k.face, Size: k.size, Measure: measure - k.inset - k.outset, Indent: k.indent, Beside: k.beside, Less: k.less,
		Align: k.align, Kinsoku: level, Marks: c.frame.marks, Hang: c.frame.Hang,
		Balance: k.poised, Language: c.language, FromRight: c.direction.FromRight, Vertical: c.vertical,
	}
	if k.airy && st.Marks == paragraph.Kaiming {
		st.Marks = paragraph.Headed
	}
	n := &node{tag: "P"}
	if k.direction != (script.Direction{}) {
		st.FromRight, n.lang = k.direction.FromRight, k.direction.Language
	}
	c.inLanguages(&t, or(n.lang, c.direction.Language))
	return &setting{node: n, block: -1, fromRight: st.FromRight, spans: t.spans, targets: t.targets, ink: k.ink, size: k.size, inset: k.inset, lines: c.setter.Set(t.spans, st)}
}

// inLanguages parts the spans of a text where another script begins or ends than
// that of the language around.
func (c *composer) inLanguages(t *copyText, around string) {
	if !slices.ContainsFunc(t.spans, func(s paragraph.Span) bool { return script.Has(s.Text) }) {
		return
	}
	var out copyText
	for k, s := range t.spans {
		runes := []rune(s.Text)
		to := target{}
		if k < len(t.targets) {
			to = t.targets[k]
		}
		done := 0
		for _, r := range script.Runs(runes) {
			if r.Language == around && !r.FromRight {
				continue
			}
			plain, own := s, s
			plain.Text, own.Text, own.Lang = string(runes[done:r.From]), string(runes[r.From:r.To]), r.Language
			out.add(plain, to)
			out.add(own, to)
			done = r.To
		}
		s.Text = string(runes[done:])
		out.add(s, to)
	}
	*t = out
}

// setPlain sets a string that is no block of an article.
func (c *composer) setPlain(text string, k look, measure Length) *setting {
	return c.set(c.linked(text, ""), k, measure)
}

// setBlock sets a block of an article; one of the front has the index -1.
func (c *composer) setBlock(b *issue.Block, index int, tag string, k look, measure Length) *setting {
	if d := script.Of(b.Text, c.direction); d != c.direction {
		k.direction = d
	}
	s := c.set(c.blockText(b, index, k), k, measure)
	s.block, s.source, s.tag, s.reading = index, b.Lines, tag, index >= 0
	return s
}

// blockText is a block's text with its run-in heading in the lead's face.
func (c *composer) blockText(b *issue.Block, index int, k look) copyText {
	n := len(b.Lead)
	if k.lead == "" || n == 0 || n > len(b.Text) || b.Text[:n] != b.Lead {
		from := max(k.from, c.noted.within(b.Text, index))
		return glossed(c.raised(c.linked(b.Text, ""), index, from, k.size), b.Glosses, from)
	}
	t := c.linked(b.Text[:n], k.lead)
	rest := c.linked(b.Text[n:], "")
	from := c.noted.within(b.Text, index)
	return glossed(c.raised(copyText{append(t.spans, rest.spans...), append(t.targets, rest.targets...)}, index, from, k.size), b.Glosses, from)
}

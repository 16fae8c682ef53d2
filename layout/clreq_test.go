package layout_test

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"kanyin/issues/issue"
	"kanyin/layout"
	"kanyin/layout/cjk"
)

// A setLine is a line of running text as it stands on a page.
type setLine struct {
	page  int // index in Pages
	para  int // the element of its paragraph
	y     layout.Length
	size  layout.Length
	body  bool // of the body's size
	runes []rune
	drawn []layout.Length // where each glyph is drawn
	at    []layout.Length // where each glyph's origin is
	end   layout.Length
}

func (l *setLine) text() string { return string(l.runes) }

// setLines gives the lines of a document in the order in which they are drawn,
// which is the order of reading. What is an artifact is left out.
func setLines(doc *layout.Document, body layout.Length) []setLine {
	var lines []setLine
	for n := range doc.Pages {
		for _, t := range doc.Pages[n].Texts {
			if t.Element == 0 {
				continue
			}
			para := paragraphOf(doc, t.Element)
			l := len(lines) - 1
			if l < 0 || lines[l].page != n || lines[l].para != para || abs(lines[l].y-t.Y) > lines[l].size/2 || t.X < lines[l].end-t.Size {
				lines = append(lines, setLine{page: n, para: para, y: t.Y, size: t.Size, body: t.Size == body})
				l++
			}
			lines[l].add(t)
		}
	}
	return lines
}

func (l *setLine) add(t layout.Text) {
	x := t.X
	for i, r := range t.Runes {
		drawn := x
		if t.Shift != nil {
			drawn += t.Shift[i]
		}
		l.runes, l.at, l.drawn = append(l.runes, r), append(l.at, x), append(l.drawn, drawn)
		x += t.Advances[i]
	}
	l.end = x
}

// paragraphOf is the element that a link or a part of a paragraph stands in.
func paragraphOf(doc *layout.Document, el int) int {
	for tag := doc.Elements[el].Tag; tag == "Link" || tag == "Span"; tag = doc.Elements[el].Tag {
		if up := doc.Elements[doc.Elements[el].Parent].Tag; up == "Document" || up == "Sect" || up == "TOCI" {
			break
		}
		el = doc.Elements[el].Parent
	}
	return el
}

// A sheet is what checks need: the lines, the design's measures, and the lines
// that are verse, which end where the poet wants.
type sheet struct {
	doc    *layout.Document
	design layout.Design
	size   layout.Length
	lines  []setLine
	loose  map[string]bool // lines that the document itself reports
	verse  map[string]bool
	ragged bool // the language is not set justified
	place  cjk.Place

	justified int // lines
	faults    []string
}

func newSheet(iss *issue.Issue, doc *layout.Document, d layout.Design) *sheet {
	doc = laid(doc, d)
	size := gridOf(d).size
	s := &sheet{doc: doc, design: d, size: size, lines: setLines(doc, size), loose: map[string]bool{}, verse: map[string]bool{}}
	s.place = cjk.PlaceOf(iss.Meta.Language)
	s.ragged = iss.Meta.Language != "" && !strings.HasPrefix(iss.Meta.Language, "zh") && s.place != cjk.Japan
	for _, f := range doc.Findings {
		if f.Code == "loose-line" {
			s.loose[f.Values[0]] = true
		}
	}
	for _, a := range iss.Articles {
		for _, b := range a.Blocks {
			if b.Form == issue.Verse {
				for _, l := range strings.Split(b.Text, "\n") {
					s.verse[l] = true
				}
			}
		}
	}
	return s
}

// measure looks for what clreq and a printing house would fault on any page.
func measure(iss *issue.Issue, doc *layout.Document, d layout.Design) *sheet {
	s := newSheet(iss, doc, d)
	doc = s.doc
	for i := range s.lines {
		l := &s.lines[i]
		s.checkGrid(l)
		if tag := doc.Elements[l.para].Tag; tag != "P" && tag != "LBody" || !l.body {
			continue
		}
		s.checkEdges(i)
		s.checkGaps(l)
		if s.continued(i) && !s.verse[l.text()] && !s.loose[l.text()] && !s.ragged {
			s.checkRight(l)
		}
	}
	s.checkParagraphs()
	s.checkHeadings()
	s.checkLive()
	return s
}

// continued reports whether the next line is of the same paragraph.
func (s *sheet) continued(i int) bool {
	return i+1 < len(s.lines) && s.lines[i+1].para == s.lines[i].para
}

func (s *sheet) fault(l *setLine, what string) {
	s.faults = append(s.faults, fmt.Sprintf("page %s: %s: %s", s.doc.Pages[l.page].Label, what, l.text()))
}

// checkGrid: body lines stand on the rows of the grid.
func (s *sheet) checkGrid(l *setLine) {
	if tag := s.doc.Elements[l.para].Tag; !l.body || tag != "P" && tag != "LBody" || s.inFront(l) {
		return
	}
	if g := gridOf(s.design); (l.y-g.top-g.size*88/100)%g.leading != 0 {
		s.fault(l, "off the grid")
	}
}

// inFront reports whether a line belongs to no article: the covers' and the
// heading of the contents stand where they look well.
func (s *sheet) inFront(l *setLine) bool {
	el := l.para
	for s.doc.Elements[el].Parent != 0 {
		el = s.doc.Elements[el].Parent
	}
	return s.doc.Elements[el].Article == ""
}

// checkEdges: no line begins or ends with what must not; the first line of a
// paragraph begins as it does.
func (s *sheet) checkEdges(i int) {
	l := &s.lines[i]
	first, _ := utf8.DecodeRuneInString(l.text())
	last, _ := utf8.DecodeLastRuneInString(l.text())
	begins := i == 0 || s.lines[i-1].para != l.para
	if !begins && cjk.Strict.NoStart(cjk.ClassOf(first)) && !s.loose[s.lines[i-1].text()] {
		s.fault(l, "a forbidden line start")
	}
	if s.continued(i) && cjk.Strict.NoEnd(cjk.ClassOf(last)) && cjk.ClassOf(last) != cjk.Solidus && !s.loose[l.text()] {
		s.fault(l, "a forbidden line end")
	}
}

// checkGaps: marks that meet are squeezed, and no two ideographs stand further
// apart than a reader forgives.
func (s *sheet) checkGaps(l *setLine) {
	for k := 1; k < len(l.runes); k++ {
		a, b := s.place.ClassOf(l.runes[k-1]), s.place.ClassOf(l.runes[k])
		step := l.drawn[k] - l.drawn[k-1]
		switch {
		case closing(a) && (closing(b) || b == cjk.Opening), a == cjk.Opening && b == cjk.Opening:
			if step > l.size*8/10 {
				s.fault(l, "a pair of marks not squeezed")
			}
		case a == cjk.Ideograph && b == cjk.Ideograph && step*100 > l.size*112 && !s.loose[l.text()]:
			s.fault(l, "a loose line")
		}
	}
}

func closing(c cjk.Class) bool { return c == cjk.Closing || c == cjk.Comma || c == cjk.Stop }

// checkRight: a line that goes on ends at its column's right edge: a mark with
// its ink, its blank half cut off. A stop that stands in the middle of its em has
// no blank half: it may keep the quarter behind it or give it up, as its line needs.
// Japan's marks may keep their em (JLREQ, 3.1.9).
func (s *sheet) checkRight(l *setLine) {
	s.justified++
	last := len(l.runes) - 1
	end := l.end
	if _, blank := s.place.Blank(s.place.ClassOf(l.runes[last])); blank == 2 && s.place != cjk.Japan && end > l.at[last]+l.size/2+l.size/100 {
		s.fault(l, "a full mark at a line's end")
	}
	for _, edge := range s.edges(l) {
		for outset := layout.Length(0); outset <= 2; outset++ {
			if abs(edge-outset*s.size-end) <= 2 {
				return
			}
		}
	}
	s.fault(l, "a ragged line")
}

// edges are the right edges of the columns that a line may stand in.
func (s *sheet) edges(l *setLine) []layout.Length {
	g := gridOf(s.design)
	left := g.left(l.page + 1)
	list := []layout.Length{left + g.wide}
	for _, c := range []layout.Columns{s.design.Columns, s.design.Short} {
		for n := range c.Count {
			list = append(list, left+layout.Length((float64(n)*(c.Measure+c.Gutter)+c.Measure)*float64(s.size)+0.5))
		}
	}
	return list
}

// checkParagraphs: no column takes or leaves a single line of a paragraph, and
// no last line is a single character.
func (s *sheet) checkParagraphs() {
	for from := 0; from < len(s.lines); {
		to := from + 1
		for to < len(s.lines) && s.lines[to].para == s.lines[from].para {
			to++
		}
		if first := &s.lines[from]; first.body && s.doc.Elements[first.para].Tag == "P" && !s.verse[first.text()] {
			s.checkParagraph(s.lines[from:to])
		}
		from = to
	}
}

func (s *sheet) checkParagraph(lines []setLine) {
	run := 1
	for i := 1; i < len(lines); i++ {
		if a, b := &lines[i-1], &lines[i]; b.page != a.page || b.y < a.y {
			if run == 1 {
				s.fault(a, "an orphan")
			}
			run = 0
		}
		run++
	}
	last := &lines[len(lines)-1]
	if len(lines) > 1 && run == 1 {
		s.fault(last, "a widow")
	}
	letters := 0
	for _, r := range last.runes {
		if c := cjk.ClassOf(r); !cjk.Punctuation(c) && c != cjk.Space {
			letters++
		}
	}
	if len(lines) > 1 && letters < 2 {
		s.fault(last, "a last line of one character")
	}
}

// checkHeadings: a heading stands over two lines of what follows, in its column.
func (s *sheet) checkHeadings() {
	for i := range s.lines {
		l := &s.lines[i]
		if tag := s.doc.Elements[l.para].Tag; tag != "H2" && tag != "H3" || s.continued(i) {
			continue
		}
		for n := 1; n <= 2 && i+n < len(s.lines); n++ {
			next := &s.lines[i+n]
			if s.doc.Elements[next.para].Parent != s.doc.Elements[l.para].Parent {
				break
			}
			if next.page != l.page || next.y <= l.y {
				s.fault(l, "a heading at a column's foot")
				break
			}
		}
	}
}

// live is what printers ask to be kept free along the trim.
const live = layout.Length(14173) // 5 mm

// checkLive: nothing that a reader needs stands within 5 mm of the trim.
func (s *sheet) checkLive() {
	for i := range s.doc.Pages {
		p := &s.doc.Pages[i]
		for _, t := range p.Texts {
			end := t.X
			for _, a := range t.Advances {
				end += a
			}
			if t.X < live || end > p.Width-live || t.Y-t.Size*88/100 < live || t.Y+t.Size*12/100 > p.Height-live {
				s.faults = append(s.faults, fmt.Sprintf("page %s: within 5 mm of the trim: at %d, %d: %s", p.Label, t.X, t.Y, string(t.Runes)))
			}
		}
	}
}

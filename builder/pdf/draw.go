package pdf

import (
	"fmt"
	"strconv"

	"kanyin/builder/pdf/finish"
	"kanyin/layout"
)

// A pen writes the operators of a page. It remembers what is set, so that
// nothing is set twice.
type pen struct {
	buf    []byte
	glyphs *Glyphs
	colour palette
	doc    *layout.Document // nil where the page is drawn without tags
	frame  frame
	marks  []int // the element of every run of marked content, by its MCID

	ink    string
	font   int // index of the face; -1 for none yet
	size   layout.Length
	space  spot // between characters, in 10⁻⁴ points
	inText bool // between BT and ET
	turned bool // the text's matrix is turned by a quarter
	x, y   layout.Length
	codes  []uint16 // of the glyphs of the run in hand
	places []spot   // and where they stand
	extra  []spot
}

// A frame says where the trimmed page lies in the coordinates of its file.
type frame struct {
	left, top layout.Length // of the trimmed page; y grows upwards
}

// drawn is a page's operators and the elements of its marked content.
type drawn struct {
	ops   []byte
	marks []int
}

// drawAll draws every page of a document in its frame.
func drawAll(doc *layout.Document, g *Glyphs, colour palette, tagged bool, frames []frame) []drawn {
	pages := make([]drawn, len(doc.Pages))
	tags := doc
	if !tagged {
		tags = nil
	}
	for i := range doc.Pages {
		pages[i] = draw(&doc.Pages[i], g, colour, tags, frames[i])
	}
	return pages
}

func operators(pages []drawn) [][]byte {
	ops := make([][]byte, len(pages))
	for i := range pages {
		ops[i] = pages[i].ops
	}
	return ops
}

// draw draws a page: grounds and rules first, pictures and text over them. With a document,
// everything is marked as part of an element or as an artifact.
func draw(page *layout.Page, g *Glyphs, colour palette, doc *layout.Document, f frame) drawn {
	p := &pen{glyphs: g, colour: colour, doc: doc, frame: f, font: -1}
	p.fills(page.Fills)
	p.images(page)
	p.texts(page)
	return drawn{p.buf, p.marks}
}

func (p *pen) fills(fills []layout.Fill) {
	open := noMark
	for _, f := range fills {
		p.turnTo(&open, mark{f.Element, ruled})
		p.setInk(p.colour.fill(f.Ink))
		switch f.Shape {
		case layout.Round:
			p.ellipse(f)
			continue
		case layout.Sesame:
			p.sesame(f)
			continue
		}
		p.buf = append(appendLength(p.buf, p.frame.left+f.X), ' ')
		p.buf = append(appendLength(p.buf, p.frame.top-f.Y-f.Height), ' ')
		p.buf = append(appendLength(p.buf, f.Width), ' ')
		p.buf = append(appendLength(p.buf, f.Height), " re f\n"...)
	}
	p.turnTo(&open, noMark)
}

// ellipse draws an ellipse of four Bézier curves, whose control points stand at
// .5523 of the half axes: 0.03 % from the true curve.
func (p *pen) ellipse(f layout.Fill) {
	x, y := p.frame.left+f.X+f.Width/2, p.frame.top-f.Y-f.Height/2
	rx, ry := f.Width/2, f.Height/2
	cx, cy := rx*5523/10000, ry*5523/10000
	p.point(x+rx, y, "m")
	p.curve(x+rx, y+cy, x+cx, y+ry, x, y+ry)
	p.curve(x-cx, y+ry, x-rx, y+cy, x-rx, y)
	p.curve(x-rx, y-cy, x-cx, y-ry, x, y-ry)
	p.curve(x+cx, y-ry, x+rx, y-cy, x+rx, y)
	p.buf = append(p.buf, "f\n"...)
}

// sesame draws a drop that lies from the upper left, where its point is, to the
// lower right. Its curves are given in tenths of the rectangle.
func (p *pen) sesame(f layout.Fill) {
	x := func(tenths layout.Length) layout.Length { return p.frame.left + f.X + f.Width*tenths/10 }
	y := func(tenths layout.Length) layout.Length { return p.frame.top - f.Y - f.Height*tenths/10 }
	p.point(x(0), y(0), "m")
	p.curve(x(5), y(0), x(10), y(4), x(10), y(8))
	p.curve(x(10), y(11), x(6), y(11), x(5), y(8))
	p.curve(x(4), y(5), x(2), y(2), x(0), y(0))
	p.buf = append(p.buf, "f\n"...)
}

func (p *pen) point(x, y layout.Length, op string) {
	p.buf = append(appendLength(p.buf, x), ' ')
	p.buf = append(appendLength(p.buf, y), ' ')
	p.buf = append(append(p.buf, op...), '\n')
}

func (p *pen) curve(x1, y1, x2, y2, x3, y3 layout.Length) {
	p.point(x1, y1, "")
	p.point(x2, y2, "")
	p.point(x3, y3, "c")
}

func (p *pen) texts(page *layout.Page) {
	open := noMark
	for _, t := range page.Texts {
		if len(t.Runes) == 0 {
			continue
		}
		p.turnTo(&open, mark{t.Element, kindOf(t, page)})
		p.setInk(p.colour.text(t.Ink))
		p.begin()
		p.text(t)
	}
	p.turnTo(&open, noMark)
	p.end()
}

// text writes one run, and what it says where that is not what it shows.
func (p *pen) text(t layout.Text) {
	i := p.glyphs.index[keyOf(&t)]
	p.setFont(i, t.Size)
	spoken := p.doc != nil && t.Actual != ""
	if spoken {
		p.buf = fmt.Appendf(p.buf, "/Span<</ActualText%s>>BDC\n", finish.Text(t.Actual))
	}
	p.show(t, &p.glyphs.faces[i])
	if spoken {
		p.buf = append(p.buf, "EMC\n"...)
	}
}

// A mark is what content belongs to: an element, or a kind of artifact.
type mark struct {
	element int
	kind    artifact
}

type artifact int

const (
	header artifact = iota
	footer
	ruled
)

// noMark is before the first content and after the last.
var noMark = mark{element: -1}

// kindOf tells a running head from a folio at the foot by the half of the page it stands in.
func kindOf(t layout.Text, page *layout.Page) artifact {
	if t.Element == 0 && t.Y > page.Height/2 {
		return footer
	}
	return header
}

// turnTo closes the marked content that is open and opens the next, unless they are the same.
func (p *pen) turnTo(open *mark, next mark) {
	if next.element > 0 {
		next.kind = header // of an element, it does not matter
	}
	if p.doc == nil || *open == next {
		return
	}
	if *open != noMark {
		p.end()
		p.buf = append(p.buf, "EMC\n"...)
	}
	*open = next
	switch {
	case next == noMark:
	case next.element > 0:
		p.buf = append(p.buf, finish.Name(p.doc.Elements[next.element].Tag)...)
		p.buf = strconv.AppendInt(append(p.buf, "<</MCID "...), int64(len(p.marks)), 10)
		p.buf = append(p.buf, ">>BDC\n"...)
		p.marks = append(p.marks, next.element)
	default: // ISO 32000-1, 14.8.2.2
		p.buf = append(p.buf, []string{
			header: "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n",
			footer: "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n",
			ruled:  "/Artifact<</Type/Layout>>BDC\n",
		}[next.kind]...)
	}
}

func (p *pen) begin() {
	if !p.inText {
		p.buf = append(p.buf, "BT\n"...)
		p.inText, p.turned, p.x, p.y = true, false, 0, 0
	}
}

func (p *pen) end() {
	if p.inText {
		p.buf = append(p.buf, "ET\n"...)
		p.inText = false
	}
}

func (p *pen) setInk(op string) {
	if op != p.ink {
		p.buf = append(p.buf, op...)
		p.ink = op
	}
}

func (p *pen) setFont(i int, size layout.Length) {
	if p.font == i && p.size == size {
		return
	}
	p.font, p.size = i, size
	p.buf = strconv.AppendInt(append(p.buf, "/F"...), int64(i+1), 10)
	p.buf = append(appendLength(append(p.buf, ' '), size), " Tf\n"...)
}

func (p *pen) setSpacing(space spot) {
	if p.space != space {
		p.space = space
		p.buf = append(appendDecimal(p.buf, int(space), 4), " Tc\n"...)
	}
}

// moveTo moves the start of the line to a point of the trimmed page (Td).
func (p *pen) moveTo(x, y layout.Length) {
	x, y = p.frame.left+x, p.frame.top-y
	if p.turned {
		p.turned = false
		p.buf = append(p.buf, "1 0 0 1 "...)
		p.buf = append(appendLength(p.buf, x), ' ')
		p.buf = append(appendLength(p.buf, y), " Tm\n"...)
		p.x, p.y = x, y
		return
	}
	p.buf = append(appendLength(p.buf, x-p.x), ' ')
	p.buf = append(appendLength(p.buf, y-p.y), " Td\n"...)
	p.x, p.y = x, y
}

// turnAt moves the start of a line that runs downwards, its glyphs turned by a
// quarter clockwise, to a point of the trimmed page (Tm).
func (p *pen) turnAt(x, y layout.Length) {
	p.turned = true
	p.buf = append(p.buf, "0 -1 1 0 "...)
	p.buf = append(appendLength(p.buf, p.frame.left+x), ' ')
	p.buf = append(appendLength(p.buf, p.frame.top-y), " Tm\n"...)
}

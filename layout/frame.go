package layout

import "kanyin/layout/paragraph"

// A frame is a design in lengths: the page, its type area and the grid.
//
// The grid is made of rows. A row is one leading high; its upper part is the em
// box of a line of the body, whose baseline is the row's.
type frame struct {
	Design
	width, height, bleed Length
	inner, top           Length // of the type area: from the spine, from the upper trim
	wide                 Length // the type area
	size, leading        Length // of the body
	rows                 int
	small, smallLeading  Length // six lines of small type take five rows
	marks                paragraph.Marks
	kinsoku              paragraph.Kinsoku
	vertical             bool // the page lies on its side: see turn
}

func newFrame(d Design) *frame {
	d = d.filled()
	f := &frame{Design: d,
		width: mm(d.Paper.Width), height: mm(d.Paper.Height), bleed: mm(d.Paper.Bleed),
		inner: mm(d.Paper.Inner), top: mm(d.Paper.Top),
		size: pt(d.Body.Size), leading: pt(d.Body.Leading), rows: d.Body.Lines,
		wide:  pt(d.Columns.width() * d.Body.Size),
		small: pt(d.Sizes.Small),
		marks: markStyles[d.Marks], kinsoku: levels[d.Kinsoku],
	}
	f.smallLeading = f.leading * 5 / 6
	if d.Vertical() {
		f.lay()
	}
	return f
}

// The tints of the ink: each a step that the eye tells from the next in print.
const (
	tintSecond = 85 // text beside the text: subtitles, notes, data
	tintLabel  = 75 // what names and signs: kickers, offices, running heads
	tintFaint  = 60 // what few need: prompts, the folio that a binder reads, the rule of an opening
	tintDots   = 55 // leaders
	tintFine   = 40 // rules inside a page, ornaments
	tintLines  = 30 // the lines of a notes page: a pencil is darker
)

// recto reports whether a page stands at the right of a spread. Pages are
// counted from 1, the cover.
func recto(page int) bool { return page%2 == 1 }

// left is where the type area of a page begins.
func (f *frame) left(page int) Length {
	if f.vertical || recto(page) {
		return f.inner
	}
	return f.width - f.inner - f.wide
}

// row is the upper edge of a row on the page.
func (f *frame) row(n int) Length { return f.top + Length(n)*f.leading }

// rowsFor is how many rows hold a height.
func (f *frame) rowsFor(height Length) int {
	return int((height + f.leading - 1) / f.leading)
}

// ascent is how far the baseline of an ideograph stands under the top of its em
// box: 0.88 em, as the OpenType tables of Chinese faces have it.
func ascent(size Length) Length { return size * 88 / 100 }

// A grating is one way of dividing the type area into columns.
type grating struct {
	count   int
	measure Length
	step    Length // from one column's left edge to the next's
}

func (f *frame) grating(c Columns) grating {
	return grating{c.Count, pt(c.Measure * f.Body.Size), pt((c.Measure + c.Gutter) * f.Body.Size)}
}

package pdf

import (
	"cmp"

	"kanyin/layout"
)

// Lengths of print, in points/1000.
const (
	bleed      layout.Length = 8_504  // 3 mm, where the page does not say
	markLength layout.Length = 14_173 // 5 mm: a crop mark's
	markWeight layout.Length = 250    // a crop mark's line, the thinnest that a plate holds
)

// boxes are the boxes of a printed sheet (ISO 32000-1, 14.11.2): the trimmed
// page within its bleed, within the paper.
type boxes struct {
	width, height layout.Length // of the trimmed page
	bleed         layout.Length
	slug          layout.Length // around the bleed, for the crop marks
}

// boxes gives the boxes of a sheet that is trimmed to the height of page and to width.
func (p Print) boxes(page *layout.Page, width layout.Length) boxes {
	b := boxes{width: width, height: page.Height, bleed: bleedOf(page)}
	if p.CropMarks {
		b.slug = markLength
	}
	return b
}

// bleedOf is a page's bleed: what it says, or what printers ask for.
func bleedOf(page *layout.Page) layout.Length { return cmp.Or(page.Bleed, bleed) }

// edge is how far the trimmed page lies within the paper.
func (b boxes) edge() layout.Length { return b.slug + b.bleed }

func (b boxes) frame() frame { return frame{left: b.edge(), top: b.edge() + b.height} }

// entries are the boxes as a page's dictionary has them.
func (b boxes) entries() string {
	inset := func(by layout.Length) string {
		return "[" + numbers(by, by, 2*b.edge()+b.width-by, 2*b.edge()+b.height-by) + "]"
	}
	return "/MediaBox" + inset(0) + "/BleedBox" + inset(b.slug) + "/TrimBox" + inset(b.edge())
}

// cropMarks draws two lines at every corner, in line with the trim and outside the bleed.
func (b boxes) cropMarks() []byte {
	ops := []byte(black{}.fill(layout.Ink{}))
	bar := func(x, y, w, h layout.Length) {
		ops = append(append(ops, numbers(x, y, w, h)...), " re f\n"...)
	}
	right, upper := b.edge()+b.width, b.edge()+b.height
	for _, x := range []layout.Length{b.edge(), right} {
		bar(x-markWeight/2, 0, markWeight, markLength)
		bar(x-markWeight/2, upper+b.bleed, markWeight, markLength)
	}
	for _, y := range []layout.Length{b.edge(), upper} {
		bar(0, y-markWeight/2, markLength, markWeight)
		bar(right+b.bleed, y-markWeight/2, markLength, markWeight)
	}
	return ops
}

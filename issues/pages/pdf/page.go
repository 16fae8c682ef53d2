package pdf

import (
	"cmp"
	"slices"

	"github.com/klippa-app/go-pdfium/requests"

	"kanyin/issues/pages"
	"kanyin/issues/say"
)

// A sheet is a page while it is read.
type sheet struct {
	*file
	page requests.Page
	place
	tags tags
	out  pages.Page

	notes   []pages.Note
	lost    int // characters that are drawn and cannot be named
	visible int // characters
	hidden  int // likewise
}

// page reads the page of that number, from 1.
func (f *file) page(number int) (pages.Page, []pages.Note, error) {
	s := &sheet{file: f, page: requests.Page{ByIndex: &requests.PageByIndex{Document: f.doc, Index: number - 1}}}
	s.out.Number = number
	if label, err := f.in.FPDF_GetPageLabel(&requests.FPDF_GetPageLabel{Document: f.doc, Page: number - 1}); err == nil {
		s.out.Label = label.Label
	}
	var err error
	if s.place, err = s.measure(); err != nil {
		return pages.Page{}, nil, err
	}
	s.out.Width, s.out.Height = s.size()
	s.tags = s.readTags()
	text, err := f.in.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: s.page})
	if err != nil {
		return pages.Page{}, nil, say.Errorf("it is damaged")
	}
	defer f.in.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage})
	if err := s.readText(text.TextPage); err != nil {
		return pages.Page{}, nil, err
	}
	if err := s.readObjects(text.TextPage); err != nil {
		return pages.Page{}, nil, err
	}
	s.settle()
	return s.out, s.notes, nil
}

// measure finds the part of the page that a reader gets to see. A page for the
// print shop has marks around its trim; what stands there is no text of it.
func (s *sheet) measure() (place, error) {
	pl, err := s.paper()
	if err != nil {
		return place{}, err
	}
	if t, err := s.in.FPDFPage_GetTrimBox(&requests.FPDFPage_GetTrimBox{Page: s.page}); err == nil {
		trim := place{left: min(t.Left, t.Right), right: max(t.Left, t.Right), top: max(t.Bottom, t.Top), bottom: min(t.Bottom, t.Top), turn: pl.turn}
		if trim.within(pl) {
			pl = trim
		}
	}
	if pl.right <= pl.left || pl.top <= pl.bottom {
		return place{}, say.Errorf("it has no size")
	}
	return pl, nil
}

// paper gives all of the page that can be drawn.
func (s *sheet) paper() (place, error) {
	box, err := s.in.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: s.page})
	if err != nil {
		return place{}, say.Errorf("it is damaged")
	}
	pl := place{left: box.Rect.Left, right: box.Rect.Right, top: box.Rect.Top, bottom: box.Rect.Bottom}
	if r, err := s.in.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: s.page}); err == nil {
		pl.turn = 90 * int(r.PageRotation)
	}
	return pl, nil
}

// settle decides what only the whole page tells.
func (s *sheet) settle() {
	if !s.out.Tagged {
		for i := range s.out.Runs {
			s.out.Runs[i].Tag, s.out.Runs[i].Element = "", 0
		}
		for i := range s.out.Pictures {
			s.out.Pictures[i].Element = 0
		}
	}
	if s.lost > 0 {
		s.report("text-missing", "%s on page %d cannot be read: the PDF does not bring their face, or does not say which they are", say.Count(s.lost, "1 character", "%d characters"), s.out.Number)
	}
}

// report notes what could not be taken.
func (s *sheet) report(code, format string, args ...any) {
	s.notes = append(s.notes, pages.Note{Code: code, Page: s.out.Number, Text: say.Of(format, args...)})
}

// A place turns the points of user space, which begin somewhere at the lower
// left, to those of the upright sheet.
type place struct {
	left, right, top, bottom float32
	turn                     int // clockwise: 0, 90, 180, 270
}

// within tells whether the place is a smaller part of another that still is a page.
func (p place) within(o place) bool {
	const slack, least = 0.5, 0.5 // points; of the other's sides: a trim of less is a mistake of its maker
	return p.left > o.left-slack && p.right < o.right+slack && p.bottom > o.bottom-slack && p.top < o.top+slack &&
		p.right-p.left > least*(o.right-o.left) && p.top-p.bottom > least*(o.top-o.bottom)
}

func (p place) size() (width, height float32) {
	if p.turn%180 == 90 {
		return p.top - p.bottom, p.right - p.left
	}
	return p.right - p.left, p.top - p.bottom
}

func (p place) point(x, y float32) (float32, float32) {
	switch p.turn {
	case 90:
		return y - p.bottom, x - p.left
	case 180:
		return p.right - x, y - p.bottom
	case 270:
		return p.top - y, p.right - x
	}
	return x - p.left, p.top - y
}

// A box lies on the upright sheet, y downwards.
type box struct{ x0, y0, x1, y1 float32 }

func (p place) box(left, bottom, right, top float32) box {
	ax, ay := p.point(left, bottom)
	bx, by := p.point(right, top)
	return box{min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)}
}

func (b box) width() float32  { return b.x1 - b.x0 }
func (b box) height() float32 { return b.y1 - b.y0 }
func (b box) middle() float32 { return (b.x0 + b.x1) / 2 }

func (b box) with(o box) box {
	return box{min(b.x0, o.x0), min(b.y0, o.y0), max(b.x1, o.x1), max(b.y1, o.y1)}
}

// cut gives the part of the box on a sheet of that size.
func (b box) cut(width, height float32) box {
	return box{max(b.x0, 0), max(b.y0, 0), min(b.x1, width), min(b.y1, height)}
}

// outside tells whether nothing of the box stands on a sheet of that size.
func (b box) outside(width, height float32) bool {
	return b.x1 <= 0 || b.y1 <= 0 || b.x0 >= width || b.y0 >= height
}

// round keeps a hundredth of a point: finer is noise of the arithmetic.
func round(v float32) float32 {
	if v < 0 {
		return -round(-v)
	}
	return float32(int(v*100+0.5)) / 100
}

func abs(v float32) float32 { return max(v, -v) }

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	out := make([]K, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

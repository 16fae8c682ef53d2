package pdf

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"

	"kanyin/issues/pages"
	"kanyin/issues/say"
)

const (
	mostObjects = 300_000 // of one page; a map drawn in curves has 50,000
	mostForms   = 12      // forms in forms
)

// A matrix takes the points of a form to those of the page.
type matrix structs.FPDF_FS_MATRIX

var unit = matrix{A: 1, D: 1}

// of gives the matrix that applies m first and then the receiver.
func (n matrix) of(m matrix) matrix {
	return matrix{
		A: m.A*n.A + m.B*n.C, B: m.A*n.B + m.B*n.D,
		C: m.C*n.A + m.D*n.C, D: m.C*n.B + m.D*n.D,
		E: m.E*n.A + m.F*n.C + n.E, F: m.E*n.B + m.F*n.D + n.F,
	}
}

func (n matrix) point(x, y float32) (float32, float32) {
	return x*n.A + y*n.C + n.E, x*n.B + y*n.D + n.F
}

// readObjects reads what is no text: rules and pictures, those inside of forms as well.
func (s *sheet) readObjects(text references.FPDF_TEXTPAGE) error {
	n, err := s.in.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: s.page})
	if err != nil {
		return say.Errorf("it is damaged")
	}
	w := objectWalk{sheet: s, text: text}
	for i := range n.Count {
		if o, err := s.in.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: s.page, Index: i}); err == nil {
			if err := w.walk(o.PageObject, unit, 0); err != nil {
				return err
			}
		}
	}
	w.missText()
	s.out.Scan = w.ground && s.hidden > s.visible
	return nil
}

type objectWalk struct {
	*sheet
	seen  int
	text  references.FPDF_TEXTPAGE
	texts []textObject

	ground bool // a picture covers the page
}

func (w *objectWalk) walk(o references.FPDF_PAGEOBJECT, m matrix, depth int) error {
	w.handles++
	if w.seen++; w.seen > mostObjects {
		return say.Errorf("more is drawn on it than on any page")
	}
	kind, err := w.in.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o})
	if err != nil {
		return nil
	}
	switch kind.Type {
	case enums.FPDF_PAGEOBJ_TEXT:
		w.texts = append(w.texts, textObject{o, m})
	case enums.FPDF_PAGEOBJ_PATH:
		w.path(o, m)
	case enums.FPDF_PAGEOBJ_IMAGE:
		w.image(o, m)
	case enums.FPDF_PAGEOBJ_FORM:
		return w.form(o, m, depth)
	}
	return nil
}

func (w *objectWalk) form(o references.FPDF_PAGEOBJECT, m matrix, depth int) error {
	own, err := w.in.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: o})
	if err != nil || depth >= mostForms {
		return nil
	}
	n, err := w.in.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: o})
	if err != nil {
		return nil
	}
	m = m.of(matrix(own.Matrix))
	for i := range n.Count {
		if c, err := w.in.FPDFFormObj_GetObject(&requests.FPDFFormObj_GetObject{PageObject: o, Index: uint64(i)}); err == nil {
			if err := w.walk(c.PageObject, m, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// bounds gives where an object stands on the upright sheet.
func (w *objectWalk) bounds(o references.FPDF_PAGEOBJECT, m matrix) (box, bool) {
	b, err := w.in.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: o})
	if err != nil {
		return box{}, false
	}
	corner := func(x, y float32) box {
		px, py := w.point(m.point(x, y))
		return box{px, py, px, py}
	}
	out := corner(b.Left, b.Bottom).with(corner(b.Right, b.Top)).with(corner(b.Left, b.Top)).with(corner(b.Right, b.Bottom))
	return out, !out.outside(w.out.Width, w.out.Height)
}

// path keeps a path that is a straight line or a rectangle.
func (w *objectWalk) path(o references.FPDF_PAGEOBJECT, m matrix) {
	const (
		most = 6 // segments: a rectangle has four or five, one more closes it
		thin = 3 // points: a bar that is thicker is a ground
	)
	n, err := w.in.FPDFPath_CountSegments(&requests.FPDFPath_CountSegments{PageObject: o})
	if err != nil || n.Count > most {
		return
	}
	b, ok := w.bounds(o, m)
	mode, err := w.in.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: o})
	if !ok || err != nil {
		return
	}
	filled := mode.FillMode != enums.FPDF_FILLMODE_NONE
	r := pages.Rule{X0: round(b.x0), Y0: round(b.y0), X1: round(b.x1), Y1: round(b.y1)}
	switch {
	case filled:
		c, err := w.in.FPDFPageObj_GetFillColor(&requests.FPDFPageObj_GetFillColor{PageObject: o})
		if err != nil || c.FillColor.A == 0 {
			return
		}
		r.Kind, r.Colour = pages.Ground, rgb(c.FillColor)
	case mode.Stroke:
		c, err := w.in.FPDFPageObj_GetStrokeColor(&requests.FPDFPageObj_GetStrokeColor{PageObject: o})
		if err != nil || c.StrokeColor.A == 0 {
			return
		}
		r.Kind, r.Colour = pages.Frame, rgb(c.StrokeColor)
	default:
		return
	}
	if min(b.width(), b.height()) <= thin {
		r.Kind = pages.Line
	}
	if r.Colour == 0xFFFFFF { // on paper it is not seen
		return
	}
	w.out.Rules = append(w.out.Rules, r)
}

func rgb(c structs.FPDF_COLOR) uint32 {
	return uint32(c.R&0xff)<<16 | uint32(c.G&0xff)<<8 | uint32(c.B&0xff)
}

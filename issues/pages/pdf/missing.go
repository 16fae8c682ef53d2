package pdf

import (
	"math"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"kanyin/issues/pages"
)

// PDFium drops text objects that have no width. Those are spaces, and in faces that
// the PDF does not bring what no face of ours has: vertical text, whose width is that
// of its ink, and whatever is drawn character by character.

// A textObject is text as it is drawn; PDFium need not have read it.
type textObject struct {
	ref references.FPDF_PAGEOBJECT
	m   matrix
}

// A cell is the square that a character takes, by its middle.
type cell struct{ x, y, em float32 }

// missText counts the characters that were dropped since no face shows them.
func (w *objectWalk) missText() {
	var ones []cell
	for _, t := range w.texts {
		b, ok := w.bounds(t.ref, t.m)
		if !ok || min(b.width(), b.height()) > .01 || w.brought(t) {
			continue
		}
		em := w.em(t)
		if em <= 0 {
			continue
		}
		if got, err := w.in.FPDFTextObj_GetText(&requests.FPDFTextObj_GetText{PageObject: t.ref, TextPage: w.text}); err != nil || got.Text != "" {
			continue
		}
		switch {
		case max(b.width(), b.height()) < em/2:
			ones = append(ones, cell{b.x0 + em/2, b.y0 - .38*em, em}) // its origin is the em box's lower left, .12 em over its bottom
		case b.height() > b.width() && !w.hasText(b):
			w.lost += 1 + int(b.height()/em+0.5) // from the first to the last origin, an em each
		}
	}
	w.lost += missing(ones, w.out.Runs)
}

// brought tells whether the PDF holds the face of the text: what it drops then are spaces.
func (w *objectWalk) brought(t textObject) bool {
	f, err := w.in.FPDFTextObj_GetFont(&requests.FPDFTextObj_GetFont{PageObject: t.ref})
	if err != nil {
		return false
	}
	e, err := w.in.FPDFFont_GetIsEmbedded(&requests.FPDFFont_GetIsEmbedded{Font: f.Font})
	return err == nil && e.IsEmbedded
}

// em gives the size of the text as it is seen.
func (w *objectWalk) em(t textObject) float32 {
	size, err := w.in.FPDFTextObj_GetFontSize(&requests.FPDFTextObj_GetFontSize{PageObject: t.ref})
	if err != nil {
		return 0
	}
	own, err := w.in.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: t.ref})
	if err != nil {
		return size.FontSize
	}
	m := t.m.of(matrix(own.Matrix))
	return size.FontSize * float32(math.Hypot(float64(m.C), float64(m.D)))
}

// hasText tells whether text stands where the box does: what was drawn there
// before, to look bold, is not missed.
func (w *objectWalk) hasText(b box) bool {
	x, y := b.middle(), (b.y0+b.y1)/2
	for _, r := range w.out.Runs {
		if r.X0 <= x && x <= r.X1 && r.Y0 <= y && y <= r.Y1 {
			return true
		}
	}
	return false
}

// mostCells is how many such cells of a page are looked at, each beside all others: a
// page of a newspaper has fewer characters.
const mostCells = 10_000

// missing counts the cells that are no spaces, of which each was drawn alone. A
// space has no ink either, so place must tell: three and more an em apart, or a cell
// or two with a character right before and right behind.
func missing(ones []cell, runs []pages.Run) int {
	ones = ones[:min(len(ones), mostCells)]
	shown := make([]bool, len(ones)) // a character stands there all the same
	for i, c := range ones {
		shown[i] = covered(c.x, c.y, runs)
	}
	lost := map[int]bool{}
	for _, step := range [2][2]float32{{1, 0}, {0, 1}} { // along a line, down a column
		for _, chain := range chains(ones, shown, step) {
			first, last := ones[chain[0]], ones[chain[len(chain)-1]]
			if len(chain) >= 3 || covered(first.x-step[0]*first.em, first.y-step[1]*first.em, runs) && covered(last.x+step[0]*last.em, last.y+step[1]*last.em, runs) {
				for _, k := range chain {
					lost[k] = true
				}
			}
		}
	}
	return len(lost)
}

// chains gives the cells that are not shown, each chain a step apart from cell to cell.
func chains(ones []cell, shown []bool, step [2]float32) [][]int {
	next, follows := make([]int, len(ones)), make([]bool, len(ones))
	for i, at := range ones {
		next[i] = -1
		for k, c := range ones {
			if !shown[k] && abs(c.x-at.x-step[0]*c.em) < .2*c.em && abs(c.y-at.y-step[1]*c.em) < .2*c.em {
				next[i], follows[k] = k, true
				break
			}
		}
	}
	var out [][]int
	for i := range ones {
		if follows[i] || shown[i] {
			continue
		}
		chain := []int{i}
		for k := next[i]; k >= 0 && len(chain) <= len(ones); k = next[k] {
			chain = append(chain, k)
		}
		out = append(out, chain)
	}
	return out
}

// covered tells whether a character stands at the place.
func covered(x, y float32, runs []pages.Run) bool {
	for _, r := range runs {
		if x < r.X0 || x > r.X1 || y < r.Y0 || y > r.Y1 {
			continue
		}
		at := x
		if r.Vertical {
			at = y
		}
		for i := 1; i < len(r.Edges); i += 2 {
			if r.Edges[i-1] <= at && at <= r.Edges[i] {
				return true
			}
		}
	}
	return false
}

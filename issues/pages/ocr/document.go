package ocr

import (
	"math"
	"slices"
	"unicode"

	"kanyin/issues/pages"
)

// A Format is what a program writes.
type Format string

// The formats.
const (
	HOCR  Format = "hOCR"
	ALTO  Format = "ALTO"
	ABBYY Format = "ABBYY"
	BBox  Format = "bbox"  // pdftotext -bbox-layout
	SText Format = "stext" // mutool draw -F stext
)

var parsers = map[Format]func(string) ([]sheet, error){HOCR: hocr, ALTO: alto, ABBYY: abbyy, BBox: bbox, SText: stext}

// Read reads a file that was decoded. The error tells the line where it is
// damaged, or that it has no page.
func Read(f Format, text string) (*pages.Document, error) {
	sheets, err := parsers[f](text)
	if err != nil {
		return nil, err
	}
	if len(sheets) == 0 {
		return nil, errNoPage
	}
	d := &pages.Document{}
	for i := range sheets {
		d.Pages = append(d.Pages, sheets[i].page(i+1))
	}
	return d, nil
}

// page gives the sheet in points, its lines cut again and its words joined.
func (s *sheet) page(number int) pages.Page {
	scale := s.scale
	if scale == 0 {
		scale = guessScale(s)
	}
	p := pages.Page{Number: number, Width: float32(s.width * scale), Height: float32(s.height * scale), Scan: s.scan, Image: s.image}
	for _, l := range cutLines(s.lines) {
		p.Runs = append(p.Runs, l.runs(scale)...)
	}
	if p.Scan {
		settle(p.Runs)
	}
	for _, b := range choosePictures(s.pictures, s.width, s.height, scale) {
		p.Pictures = append(p.Pictures, pages.Picture{X0: float32(b.x0 * scale), Y0: float32(b.y0 * scale), X1: float32(b.x1 * scale), Y1: float32(b.y1 * scale)})
	}
	return p
}

// guessScale takes the resolution in which the page comes closest to the height
// of a magazine's, 285 mm: ALTO in pixels does not say it.
func guessScale(s *sheet) float64 {
	best, dpi := math.Inf(1), 300.0
	for _, d := range []float64{72, 100, 150, 200, 300, 400, 600} {
		if off := math.Abs(s.height/d - 285/25.4); off < best {
			best, dpi = off, d
		}
	}
	return 72 / dpi
}

// runs gives the line as runs of one face each.
func (l line) runs(scale float64) []pages.Run {
	setSpaces(l.words)
	size, out := l.size(scale), []pages.Run(nil)
	for from := 0; from < len(l.words); {
		to := from + 1
		for to < len(l.words) && l.words[to].face == l.words[from].face && l.words[to].bold == l.words[from].bold && l.words[to].size == l.words[from].size {
			to++
		}
		r := run(l.words[from:to], scale)
		if r.Size == 0 {
			r.Size = float32(size)
		}
		// A run ends with the space that parts it from the next.
		if to < len(l.words) && l.words[to].spaced {
			r.Text += " "
			r.Edges = append(r.Edges, r.X1, r.X1)
		}
		r.Baseline = r.Y1 - descent*r.Size
		r.Element = l.paragraph
		out = append(out, r)
		from = to
	}
	return out
}

// descent is how far the ink of ideographs stands under the baseline, in ems.
const descent = 0.12

// run joins words to a run.
func run(ws []word, scale float64) pages.Run {
	r := pages.Run{Face: ws[0].face, Bold: ws[0].bold, Vertical: ws[0].vertical, Size: float32(ws[0].size)}
	var b box
	confidence, n := 0, 0
	for i, w := range ws {
		b = b.with(w.box)
		if i > 0 && w.spaced {
			r.Text += " "
			r.Edges = append(r.Edges, float32(ws[i-1].x1*scale), float32(w.x0*scale))
		}
		runes := []rune(w.text)
		for k := range runes {
			step := (w.x1 - w.x0) / float64(len(runes))
			r.Edges = append(r.Edges, float32((w.x0+step*float64(k))*scale), float32((w.x0+step*float64(k+1))*scale))
		}
		r.Text += w.text
		if w.confidence > 0 {
			confidence, n = confidence+int(w.confidence)*len(runes), n+len(runes)
		}
	}
	if n > 0 {
		r.Confidence = uint8(max(1, confidence/n))
	}
	if r.Vertical {
		r.Edges = nil
	}
	r.X0, r.Y0, r.X1, r.Y1 = float32(b.x0*scale), float32(b.y0*scale), float32(b.x1*scale), float32(b.y1*scale)
	return r
}

// size gives the type's size in points: what the file says, or what the height
// of the ideographs' ink tells. Boxes err upwards, so that the room which a
// character has on its line is a second witness.
func (l line) size(scale float64) float64 {
	const few = 5 // characters: fewer tell nothing of their room
	var heights, all []float64
	room := 0.0
	for _, w := range l.words {
		if w.size > 0 {
			return w.size
		}
		all = append(all, w.height())
		for _, r := range w.text {
			room += advance(r)
		}
		if unicode.Is(unicode.Han, first(w.text)) {
			heights = append(heights, w.height())
		}
	}
	if len(heights) == 0 {
		heights = all
	}
	if len(heights) == 0 {
		return 0
	}
	slices.Sort(heights)
	size := heights[len(heights)*2/5] / ink
	if width := l.words[len(l.words)-1].x1 - l.words[0].x0; room >= few && !l.words[0].vertical {
		size = min(size, 1.06*width/room) // ink ends before the last em does
	}
	return math.Round(size*scale*10) / 10
}

// settle makes one size of those that are one: measured by ink, lines of the
// body scatter by a tenth around the size that most of the page has.
func settle(runs []pages.Run) {
	weight := map[float32]int{}
	var body float32
	for _, r := range runs {
		if weight[r.Size] += len(r.Text); weight[r.Size] > weight[body] || weight[r.Size] == weight[body] && r.Size < body {
			body = r.Size
		}
	}
	for i := range runs {
		if r := &runs[i]; r.Size > 0.9*body && r.Size < 1.1*body {
			r.Baseline += descent * (r.Size - body)
			r.Size = body
		}
	}
}

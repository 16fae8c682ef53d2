package ocr

import (
	"encoding/xml"
	"io"
	"math"
	"strconv"
	"strings"

	"kanyin/issues/say"
)

// A sheet is a page while it is read, in units of the file.
type sheet struct {
	width, height float64
	scale         float64 // points a unit; 0 where the file does not say
	scan          bool
	image         string // the file that it was recognised from; "" where the file does not say
	lines         []line
	pictures      []box
}

// A line is what the program took for one.
type line struct {
	words     []word
	paragraph int // counted through the document
	box       box // as the file says, where it does
}

// clip cuts a word's height down to that of its line: recognisers give single
// characters that they are not sure of boxes half as high again.
func (l *line) clip(y0, y1 float64) (float64, float64) {
	top, bottom := max(y0, l.box.y0), min(y1, l.box.y1)
	if bottom-top < 0.5*(y1-y0) { // the line has no box, or a wrong one
		return y0, y1
	}
	return top, bottom
}

// A word is what stands between two spaces, or one character where the program
// tells their places.
type word struct {
	box
	text       string
	spaced     bool // a space stands before it in the file
	confidence uint8
	size       float64 // of the type in points; 0 where the file does not say
	face       string
	bold       bool
	vertical   bool
}

// A box goes from the top left to the bottom right.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) height() float64 { return b.y1 - b.y0 }

// with gives the box around both.
func (b box) with(o box) box {
	if b == (box{}) {
		return o
	}
	return box{min(b.x0, o.x0), min(b.y0, o.y0), max(b.x1, o.x1), max(b.y1, o.y1)}
}

// finite tells a box that a page can have: no number of it is beyond all paper.
func (b box) finite() bool {
	const most = 1e6
	for _, v := range []float64{b.x0, b.y0, b.x1, b.y1} {
		if math.IsNaN(v) || math.Abs(v) > most {
			return false
		}
	}
	return true
}

// A builder collects sheets while a file is read from its beginning to its end.
type builder struct {
	sheets    []sheet
	paragraph int
}

func (b *builder) page(s sheet) { b.sheets = append(b.sheets, s); b.paragraph++ }
func (b *builder) newLine(at box) {
	if s := b.last(); s != nil {
		s.lines = append(s.lines, line{paragraph: b.paragraph, box: at})
	}
}

// last gives the page that is being read, nil before the first.
func (b *builder) last() *sheet {
	if len(b.sheets) == 0 {
		return nil
	}
	return &b.sheets[len(b.sheets)-1]
}

// lastLine gives the line that is being read.
func (b *builder) lastLine() *line {
	s := b.last()
	if s == nil || len(s.lines) == 0 {
		return nil
	}
	return &s.lines[len(s.lines)-1]
}

// add adds a word to the line that is being read.
func (b *builder) add(w word) {
	w.text = strings.Join(strings.Fields(strings.ToValidUTF8(w.text, "\uFFFD")), " ")
	if w.text == "" || !w.finite() {
		return
	}
	if b.lastLine() == nil {
		b.newLine(w.box)
	}
	if l := b.lastLine(); l != nil {
		w.y0, w.y1 = l.clip(w.y0, w.y1)
		l.words = append(l.words, w)
	}
}

func (b *builder) picture(at box) {
	if s := b.last(); s != nil && at.finite() && at.x1 > at.x0 && at.y1 > at.y0 {
		s.pictures = append(s.pictures, at)
	}
}

// errNoPage is told of a file that has none.
var errNoPage = say.Errorf("it holds no page")

// maxDepth is how deep elements may stand inside each other. The formats need a
// dozen; a file that goes on nesting is made to do harm.
const maxDepth = 200

// each calls open and close for every element and text for what stands between.
// Names come without prefix. Documents that are not well-formed are read as far
// as that can be done; entities of a DTD of their own are not expanded.
func each(text string, open func(name string, a attrs), chars func(string), close func(name string)) error {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // it is decoded already
	depth := 0
	for {
		t, err := d.RawToken()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			line, _ := d.InputPos()
			return say.Errorf("line %d: it is damaged (%w)", line, err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				line, _ := d.InputPos()
				return say.Errorf("line %d: elements stand more than %d deep inside each other", line, maxDepth)
			}
			open(t.Name.Local, t.Attr)
		case xml.EndElement:
			depth--
			close(t.Name.Local)
		case xml.CharData:
			chars(string(t))
		}
	}
}

// attrs are an element's attributes.
type attrs []xml.Attr

func (a attrs) get(name string) string {
	for _, x := range a {
		if x.Name.Local == name {
			return x.Value
		}
	}
	return ""
}

// num gives a number, 0 where there is none.
func (a attrs) num(name string) float64 { return number(a.get(name)) }

func number(s string) float64 {
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return 0
	}
	return v
}

// percent makes a confidence of a share between 0 and 1, or of a hundredth.
func percent(v float64) uint8 {
	return uint8(math.Round(min(max(v, 1), 100)))
}

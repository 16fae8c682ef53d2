package pdfread

import (
	"math"

	"kanyin/issues/say"
)

// A Shown is what a page draws.
type Shown struct {
	Glyphs []Glyph
	Shapes []Shape
	Forms  int     // forms that were drawn
	Faults []Fault // at bytes of the page's content
}

// A Glyph is a character on a page. Places are in points of the page's
// coordinates, whose origin is at the lower left.
type Glyph struct {
	Text   string // what ToUnicode says of it, "" where it says nothing
	Code   int
	Font   *Font
	X, Y   float64 // of its origin
	Size   float64
	Width  float64 // its own advance, without spacing
	Ink    *Ink    // shared by the glyphs of an operator
	Run    int     // the number of the operator that shows it, on its page
	Mark   *Mark
	Spoken bool // ActualText stands for it
	Apart  bool // an ideographic space stands before it; told where lines are gathered

	// Down says that its line runs down the page: in vertical writing, or turned
	// by a quarter clockwise. Width is its height then, and its origin the middle
	// of its upper edge where it is Upright, else on its baseline.
	Down, Upright bool
}

// Laid gives a glyph of a line that runs down as it would stand on the page laid
// on its side, where the line runs across: X grows down the page, Y to the right,
// and the baseline is that of turned letters.
func (g Glyph) Laid() Glyph {
	const middle = 0.38 // of an em: how far over its baseline an ideograph has its middle
	axis := g.X
	if g.Upright {
		axis -= middle * g.Size
	}
	g.X, g.Y = -g.Y, axis
	return g
}

// A Shape is a filled or stroked rectangle, or the bounds of a path.
type Shape struct {
	Box
	Stroke float64 // the line's width, 0 where it is filled
	Ink    Ink
	Mark   Mark

	Picture bool // an image, where it stands
}

// An Ink is what paints.
type Ink struct {
	Space      string     // DeviceGray, DeviceRGB, DeviceCMYK, or the name of another
	Values     [4]float64 // the components
	Overprint  bool
	Alpha      bool // something is set that is not opaque
	Components int
}

// A Mark is what content is marked as (14.6): part of an element, an artifact, or nothing.
type Mark struct {
	MCID     int    // -1 where there is none
	Artifact bool   //
	Kind     string // of an artifact: Header, Footer, Layout
	Tag      string
}

// Bounds of what a file may draw, all pages together: an issue has a hundred
// thousand glyphs, each with a few operators at the most.
const (
	maxShown     = 2_000_000
	maxOperators = 10_000_000
)

// A state is the graphics state, as far as it is judged (8.4).
type state struct {
	m                          matrix
	fill, stroke               Ink
	line                       float64
	font                       *Font
	size, tc, tw, tz, tl, rise float64
	overFill, overStroke       bool
	alpha                      bool
}

type matrix [6]float64

// times gives m applied before n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) at(x, y float64) (float64, float64) {
	return x*m[0] + y*m[2] + m[4], x*m[1] + y*m[3] + m[5]
}

var identity = matrix{1, 0, 0, 1, 0, 0}

// A Reader shows the pages of a file; it reads every font once.
type Reader struct {
	file      *File
	fonts     map[Ref]*Font
	shown     int // glyphs and shapes so far
	operators int
}

// NewReader gives a reader of a file's pages.
func NewReader(f *File) *Reader { return &Reader{file: f, fonts: map[Ref]*Font{}} }

// Show carries out a page's content.
func (r *Reader) Show(p Page) *Shown {
	d := &drawer{Reader: r, out: &Shown{}}
	d.s = state{m: identity, tz: 1, line: 1, fill: blackInk, stroke: blackInk}
	contents := r.file.Array(p.Dict["Contents"])
	if contents == nil {
		contents = Array{p.Dict["Contents"]}
	}
	var all []byte
	for _, c := range contents {
		s := r.file.Stream(c)
		if s == nil {
			d.fault(-1, "the page has no content")
			continue
		}
		data, err := r.file.Data(s)
		if err != nil {
			d.fault(-1, "its content: %v", err)
		}
		all = append(append(all, data...), '\n')
	}
	d.run(all, p.Resources, 0)
	if len(d.marks) > 0 {
		d.fault(len(all), "marked content is not closed")
	}
	return d.out
}

var blackInk = Ink{Space: "DeviceGray", Components: 1}

// A drawer carries out the operators of a page.
type drawer struct {
	*Reader
	out       *Shown
	s         state
	saved     []state
	resources Dict
	marks     []openMark
	stack     []Object
	text      matrix // Tm
	lineStart matrix // Tlm
	path      []Box  // the bounds of its parts
	runs      int
	pos       int
}

type openMark struct {
	mark   Mark
	own    bool // it has an MCID or is an artifact
	spoken bool
}

func (d *drawer) fault(at int, format string, args ...any) {
	if len(d.out.Faults) < 50 {
		d.out.Faults = append(d.out.Faults, Fault{at, say.Of(format, args...)})
	}
}

// run carries out content with the resources that its names are of.
func (d *drawer) run(content []byte, resources Dict, depth int) {
	outer := d.resources
	d.resources = resources
	defer func() { d.resources = outer }()
	l := &lexer{data: content}
	for {
		l.skip()
		d.pos = l.pos
		if l.pos >= len(content) {
			return
		}
		o, err := l.next(0)
		if err != nil {
			d.fault(d.pos, "the content cannot be read on: %v", err)
			return
		}
		word, ok := o.(operator)
		if !ok {
			if d.stack = append(d.stack, o); len(d.stack) > 1000 {
				d.fault(d.pos, "a thousand operands without an operator")
				return
			}
			continue
		}
		d.operators++
		if d.shown > maxShown || d.operators > maxOperators {
			d.fault(d.pos, "the file draws more than is read")
			return
		}
		d.do(string(word), depth)
		d.stack = d.stack[:0]
	}
}

// n gives the operand i as a number.
func (d *drawer) n(i int) float64 {
	v, _ := at(d.stack, i).(float64)
	return v
}

func (d *drawer) name(i int) Name {
	v, _ := at(d.stack, i).(Name)
	return v
}

// operands is how many operands an operator takes, where it takes a fixed number.
var operands = map[string]int{
	"cm": 6, "w": 1, "re": 4, "m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "g": 1, "G": 1, "rg": 3, "RG": 3, "k": 4, "K": 4,
	"Tf": 2, "Td": 2, "TD": 2, "Tm": 6, "Tc": 1, "Tw": 1, "Tz": 1, "TL": 1, "Ts": 1, "Tr": 1, "Tj": 1, "TJ": 1, "'": 1, "\"": 3,
	"gs": 1, "Do": 1, "cs": 1, "CS": 1, "BMC": 1, "BDC": 2,
}

// do carries out one operator (annex A).
func (d *drawer) do(op string, depth int) {
	if want, fixed := operands[op]; fixed && len(d.stack) != want {
		d.fault(d.pos, "the operator %s has the wrong number of operands", op)
		return
	}
	switch op {
	case "q":
		if len(d.saved) < 1000 {
			d.saved = append(d.saved, d.s)
		}
	case "Q":
		if len(d.saved) == 0 {
			d.fault(d.pos, "Q without q")
			return
		}
		d.s, d.saved = d.saved[len(d.saved)-1], d.saved[:len(d.saved)-1]
	case "cm":
		d.s.m = d.matrix().times(d.s.m)
	case "w":
		d.s.line = d.n(0)
	case "gs":
		d.graphics(d.file.Dict(d.file.Dict(d.resources["ExtGState"])[d.name(0)]))
	case "Do":
		d.form(d.name(0), depth)
	case "sh":
		d.place("Shading")
	case "BMC", "BDC", "EMC":
		d.marking(op)
	default:
		if !d.colour(op) && !d.drawPath(op) && !d.textOp(op) && !idle[op] {
			d.fault(d.pos, "there is no operator %s", op)
		}
	}
}

// idle are the operators that change nothing that is judged.
var idle = map[string]bool{"J": true, "j": true, "M": true, "d": true, "ri": true, "i": true, "W": true, "W*": true, "MP": true, "DP": true, "BX": true, "EX": true, "d0": true, "d1": true}

func (d *drawer) matrix() matrix {
	var m matrix
	for i := range m {
		m[i] = d.n(i)
	}
	return m
}

// graphics takes over a graphics state dictionary (8.4.5, 11.6.4.4).
func (d *drawer) graphics(gs Dict) {
	f := d.file
	if v, ok := f.Resolve(gs["OP"]).(bool); ok {
		d.s.overStroke, d.s.overFill = v, v
	}
	if v, ok := f.Resolve(gs["op"]).(bool); ok {
		d.s.overFill = v
	}
	for _, key := range []Name{"CA", "ca"} {
		if v, ok := f.Resolve(gs[key]).(float64); ok {
			d.s.alpha = v < 1
		}
	}
	if m := f.Resolve(gs["SMask"]); m != nil {
		d.s.alpha = m != Name("None")
	}
	if mode := f.Name(gs["BM"]); mode != "" && mode != "Normal" && mode != "Compatible" {
		d.s.alpha = true
	}
	if v, ok := f.Resolve(gs["LW"]).(float64); ok {
		d.s.line = v
	}
}

// form draws a form (8.10).
func (d *drawer) form(name Name, depth int) {
	s := d.file.Stream(d.file.Dict(d.resources["XObject"])[name])
	switch {
	case s == nil:
		d.fault(d.pos, "the form %s is not there", string(name))
		return
	case d.file.Name(s.Dict["Subtype"]) != "Form":
		d.place(d.imageSpace(s.Dict))
		return
	case depth > 8:
		d.fault(d.pos, "forms are nested too deep")
		return
	}
	d.out.Forms++
	data, err := d.file.Data(s)
	if err != nil {
		d.fault(d.pos, "the form %s: %v", string(name), err)
	}
	before, saved, stack := d.s, d.saved, d.stack
	d.saved, d.stack = nil, nil
	if m := d.file.Array(s.Dict["Matrix"]); len(m) == 6 {
		var own matrix
		for i := range own {
			own[i] = d.file.Number(m[i])
		}
		d.s.m = own.times(d.s.m)
	}
	resources := d.file.Dict(s.Dict["Resources"])
	if resources == nil {
		resources = d.resources
	}
	d.run(data, resources, depth+1)
	d.s, d.saved, d.stack = before, saved, stack
}

// marking opens and closes marked content (14.6).
func (d *drawer) marking(op string) {
	if op == "EMC" {
		if len(d.marks) == 0 {
			d.fault(d.pos, "EMC without a beginning")
			return
		}
		d.marks = d.marks[:len(d.marks)-1]
		return
	}
	if len(d.marks) > 100 {
		d.fault(d.pos, "marked content is nested too deep")
		return
	}
	o := openMark{mark: Mark{MCID: -1, Tag: string(d.name(0))}}
	properties := d.file.Dict(at(d.stack, 1))
	if p := d.name(1); p != "" {
		properties = d.file.Dict(d.file.Dict(d.resources["Properties"])[p])
	}
	if n, ok := properties["MCID"].(float64); ok {
		o.mark.MCID, o.own = int(n), true
	}
	if o.mark.Tag == "Artifact" {
		o.mark.Artifact, o.own = true, true
		if o.mark.Kind = d.file.Name(properties["Subtype"]); o.mark.Kind == "" {
			o.mark.Kind = d.file.Name(properties["Type"])
		}
	}
	_, o.spoken = properties["ActualText"]
	d.marks = append(d.marks, o)
}

// mark is the innermost mark that counts.
func (d *drawer) mark() Mark {
	for i := len(d.marks) - 1; i >= 0; i-- {
		if d.marks[i].own {
			return d.marks[i].mark
		}
	}
	return Mark{MCID: -1}
}

func (d *drawer) spoken() bool {
	for _, m := range d.marks {
		if m.spoken {
			return true
		}
	}
	return false
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

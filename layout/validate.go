package layout

import (
	"errors"
	"math"
	"slices"
	"strings"

	"kanyin/issues/say"
)

// live is how far from the trim, in millimetres, all that must survive the knife
// stands: printers ask for 5.
const live = 5

// The parts of a column that a title sinks by where the design does not say how
// far, and that it may sink by: deeper, and little of the text is left on the page
// that it begins.
const (
	sinkShare = 8
	sinkMost  = 5
)

// leastBeside is how few characters a line may have beside a picture: in fewer,
// hardly any line can be set to its measure.
const leastBeside = 8

// A Fault is what in a design cannot be printed.
type Fault struct {
	Keys []string // that it is about, the most telling first
	Says say.Text // what is wrong and what would be right
}

func (f *Fault) Error() string { return f.Says.String() }

// Text gives the message.
func (f *Fault) Text() say.Text { return f.Says }

// Faults takes the error of [Design.Validate] apart.
func Faults(err error) []*Fault {
	var list []*Fault
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range many.Unwrap() {
			list = append(list, Faults(e)...)
		}
		return list
	}
	var f *Fault
	if errors.As(err, &f) {
		list = append(list, f)
	}
	return list
}

// Validate says what in a design cannot be printed, or nil. Its errors are
// [Fault]s.
func (d Design) Validate() error {
	var v validation
	v.names(d)
	d = d.filled()
	v.page(d)
	v.looks(d)
	return errors.Join(v.faults...)
}

type validation struct{ faults []error }

// fault notes one where something is wrong. The keys are parted by spaces.
func (v *validation) fault(wrong bool, keys, format string, args ...any) {
	if wrong {
		v.faults = append(v.faults, &Fault{strings.Fields(keys), say.Of(format, args...)})
	}
}

// names looks at what is chosen by name.
func (v *validation) names(d Design) {
	var trims []string
	known := d.Paper.Trim == ""
	for _, t := range Trims() {
		trims = append(trims, t.Name)
		known = known || t.Name == d.Paper.Trim
	}
	v.fault(!known, "paper.trim", "paper.trim is %q; it is one of %s, or give paper.width and paper.height", d.Paper.Trim, strings.Join(trims, ", "))
	d = d.filled()
	for _, c := range d.chosen() {
		v.fault(!slices.Contains(c.Names, c.value), c.Key, "%s is %q; it is one of %s", c.Key, c.value, strings.Join(c.Names, ", "))
	}
	v.fault(d.Writing == vertical && d.Front == nameplate, "front writing", "front is %s and writing %s; vertical pages begin with a cover", d.Front, d.Writing)
	v.fault(d.Opening.Sink < 0 || d.Opening.Sink > d.Body.Lines/sinkMost, "opening.sink", "opening.sink is %d; of %d rows a title may sink by 0 to %d", d.Opening.Sink, d.Body.Lines, d.Body.Lines/sinkMost)
	v.fault(d.Pictures.Beside < leastBeside, "pictures.beside", "pictures.beside is %g; a line beside a picture has %d characters or more", d.Pictures.Beside, leastBeside)
	v.fault(d.Stories.Beside < 1 || d.Stories.Beside > 4, "stories.beside", "stories.beside is %d; it is 1 to 4", d.Stories.Beside)
}

// A Choice is a key that takes one of some names.
type Choice struct {
	Key   string
	Names []string // the house's first
	value string
}

// Choices lists the keys that take one of some names.
func Choices() []Choice { return House().chosen() }

func (d Design) chosen() []Choice {
	return []Choice{
		{"writing", []string{"horizontal", vertical}, d.Writing},
		{"front", []string{"cover", nameplate}, d.Front},
		{"kinsoku", []string{"strict", "gb", "basic"}, d.Kinsoku},
		{"marks", []string{"kaiming", "full", "half", "line-end"}, d.Marks},
		{"opening.align", []string{"left", center}, d.Opening.Align},
		{"opening.rule", []string{"accent", hairline, noRule}, d.Opening.Rule},
		{"opening.abstract", []string{"column", across}, d.Opening.Abstract},
		{"opening.vary", []string{byLength, "none"}, d.Opening.Vary},
		{"stories.end", []string{square, "none"}, d.Stories.End},
		{"pictures.widest", []string{acrossSpread, "page"}, d.Pictures.Widest},
		{"stories.quotes", []string{fromText, "own"}, d.Stories.Quotes},
	}
}

// page looks at what must fit on the paper.
func (v *validation) page(d Design) {
	v.paper(d)
	v.fault(d.Columns.Count < 1 || d.Columns.Count > 6, "columns.count", "columns.count is %d; a page has 1 to 6", d.Columns.Count)
	v.fault(d.Columns.Measure < 4, "columns.measure columns", "columns.measure is %g characters; a line has 4 or more", d.Columns.Measure)
	v.fault(d.Short.Count < 1 || d.Short.Count > 8, "short.count", "short.count is %d; a page has 1 to 8", d.Short.Count)
	v.fault(math.Abs(d.Short.width()-d.Columns.width()) > 0.01, "short.measure short.gutter short.count short columns", "short is %g characters wide in all and columns are %g; they must agree", d.Short.width(), d.Columns.width())
	v.fault(d.Body.Size <= 0 || d.Body.Leading < d.Body.Size, "body.leading body.size", "body.leading is %g for a size of %g; lines would touch", d.Body.Leading, d.Body.Size)
	v.fault(d.Body.Lines < 10, "body.lines", "body.lines is %d; a column has 10 or more", d.Body.Lines)
	v.fault(d.Paper.Inner < live, "paper.inner", "paper.inner is %g mm; nothing may stand within %d mm of the trim", d.Paper.Inner, live)
	v.fault(d.Paper.Top < live, "paper.top", "paper.top is %g mm; nothing may stand within %d mm of the trim", d.Paper.Top, live)
	v.fault(d.Paper.Head < live+3, "paper.head", "paper.head is %g mm; the running head stands %d or more from the trim", d.Paper.Head, live+3)
	v.fault(d.Paper.Foot < live, "paper.foot", "paper.foot is %g mm; the page number stands %d or more from the trim", d.Paper.Foot, live)
	v.fault(d.Paper.Bleed < 0, "paper.bleed", "paper.bleed is %g mm; it is 0 or more", d.Paper.Bleed)
	v.fault(d.Multiple < 1, "multiple", "multiple is %d; it is 1 or more", d.Multiple)
}

// paper looks at whether columns and lines fit between the margins.
func (v *validation) paper(d Design) {
	width := d.Columns.width() * d.Body.Size / pointsPerMM
	height := (float64(d.Body.Lines-1)*d.Body.Leading + d.Body.Size) / pointsPerMM
	if d.Vertical() {
		v.verticalPaper(d, height, width)
		return
	}
	outer := d.Paper.Width - d.Paper.Inner - width
	v.fault(outer < live, "columns.measure columns.gutter columns.count columns paper.width paper.trim paper.inner body.size",
		"the columns leave %.1f mm outside, and nothing may stand within %d mm of the trim: narrow them by %.1f characters, or give wider paper", outer, live, (live-outer)*pointsPerMM/max(d.Body.Size, 1))
	most := int((d.Paper.Height-d.Paper.Top-live)*pointsPerMM-d.Body.Size)/max(int(d.Body.Leading), 1) + 1
	v.fault(d.Paper.Top+height+live > d.Paper.Height, "body.lines body.leading paper.top paper.height paper.trim",
		"%d lines of %g points do not fit on %g mm under a margin of %g; %d do", d.Body.Lines, d.Body.Leading, d.Paper.Height, d.Paper.Top, max(most, 0))
}

// verticalPaper does so for vertical text, whose lines stand beside each other
// and whose columns stand over each other. The fore-edge holds the running head.
func (v *validation) verticalPaper(d Design, width, height float64) {
	outer := d.Paper.Width - d.Paper.Inner - width
	least := 2*live + d.Sizes.Head/pointsPerMM
	v.fault(outer < least, "body.lines body.leading paper.width paper.trim paper.inner",
		"%d lines of %g points leave %.1f mm outside, and the running head stands there, %d mm from the trim: it takes %.1f", d.Body.Lines, d.Body.Leading, outer, live, least)
	v.fault(d.Paper.Top+height+live > d.Paper.Height, "columns.measure columns.gutter columns.count columns paper.top paper.height paper.trim body.size",
		"columns of %g characters in all take %.1f mm and do not fit on %g mm under a margin of %g", d.Columns.width(), height, d.Paper.Height, d.Paper.Top)
}

// looks looks at colours and sizes.
func (v *validation) looks(d Design) {
	v.fault(len(d.Accent) != 3, "accent", "accent has %d numbers; a colour has three", len(d.Accent))
	for _, n := range d.Accent {
		v.fault(n < 0 || n > 255, "accent", "accent has %d; its numbers go from 0 to 255", n)
	}
	for i, n := range d.Sizes.Titles {
		v.fault(i > 0 && n > d.Sizes.Titles[i-1], "sizes.titles", "sizes.titles has %g after %g; they fall", n, d.Sizes.Titles[max(i-1, 0)])
	}
	v.fault(d.Sizes.Code > d.Body.Leading, "sizes.code body.leading", "sizes.code is %g for a leading of %g; lines would touch", d.Sizes.Code, d.Body.Leading)
	for key, sizes := range d.Sizes.all() {
		for _, n := range sizes {
			v.fault(n < 4 || n > 200, key, "%s is %g points; sizes go from 4 to 200", key, n)
		}
	}
}

// all gives the sizes by their keys, in their order.
func (s Sizes) all() func(yield func(string, []float64) bool) {
	return func(yield func(string, []float64) bool) {
		_ = yield("sizes.titles", s.Titles) && yield("sizes.subtitle", []float64{s.Subtitle}) &&
			yield("sizes.kicker", []float64{s.Kicker}) && yield("sizes.byline", []float64{s.Byline}) &&
			yield("sizes.heading", []float64{s.Heading}) && yield("sizes.subheading", []float64{s.Subheading}) &&
			yield("sizes.small", []float64{s.Small}) && yield("sizes.head", []float64{s.Head}) && yield("sizes.folio", []float64{s.Folio}) &&
			yield("sizes.code", []float64{s.Code})
	}
}

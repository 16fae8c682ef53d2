package ocr

import (
	"cmp"
	"slices"
	"strings"

	"kanyin/issues/pages"
	"kanyin/issues/source"
)

// Lines puts a recognised document's lines into f, a fact beside each, in the
// order that the recogniser found.
func Lines(d *pages.Document, f *source.File) {
	for i := range d.Pages {
		p := &d.Pages[i]
		f.Sheets = append(f.Sheets, source.Sheet{Width: p.Width, Height: p.Height})
		f.Pages = append(f.Pages, len(f.Lines)+1)
		ls := linesOf(p)
		setColumns(ls, p.Width)
		setParagraphs(ls)
		for _, l := range ls {
			text := l.text
			if l.fact.Start > 0 && l.inset {
				text = "\u3000\u3000" + text // the indent that the page shows
			}
			f.Lines = append(f.Lines, text)
			f.Facts = append(f.Facts, l.fact)
			if c := l.fact.Confidence; c > 0 && c < doubtful {
				f.Troubles = append(f.Troubles, source.Trouble{Code: "ocr-doubtful", Line: len(f.Lines), Message: "the recogniser was not sure of this line", Values: []string{text}})
			}
		}
		pages := f.Pages
		if pages[len(pages)-1] > len(f.Lines) { // a page without text
			f.Pages = pages[:len(pages)-1]
		}
	}
}

// doubtful is the confidence under which a line deserves a look: of tesseract's
// lines under it more than half have a wrong character.
const doubtful = 60

// A pageLine is a line that is being measured.
type pageLine struct {
	text  string
	fact  source.Fact
	inset bool
}

// linesOf gathers runs that follow each other on one height.
func linesOf(p *pages.Page) []*pageLine {
	var out []*pageLine
	paragraph := 0
	for _, r := range p.Runs {
		fact := source.Fact{Page: p.Number, X0: r.X0, Y0: r.Y0, X1: r.X1, Y1: r.Y1, Size: r.Size, Face: r.Face, Bold: r.Bold, Confidence: r.Confidence}
		if n := len(out); n > 0 && r.Element == paragraph && goesOn(&out[n-1].fact, &r) {
			l := out[n-1]
			if l.fact.Lead == 0 && (l.fact.Face != r.Face || l.fact.Bold != r.Bold) {
				l.fact.Lead = len([]rune(l.text))
				l.fact.Face, l.fact.Bold, l.fact.Size = r.Face, r.Bold, r.Size
			}
			l.text += r.Text
			l.fact.X1, l.fact.Y0, l.fact.Y1 = max(l.fact.X1, r.X1), min(l.fact.Y0, r.Y0), max(l.fact.Y1, r.Y1)
			if r.Confidence > 0 && l.fact.Confidence > 0 {
				l.fact.Confidence = min(l.fact.Confidence, r.Confidence)
			}
			continue
		}
		out = append(out, &pageLine{text: r.Text, fact: fact})
		paragraph = r.Element
	}
	for _, l := range out {
		l.text = strings.TrimSpace(l.text)
	}
	return out
}

// goesOn tells whether a run stands on the same line as what came before it,
// and right behind it.
func goesOn(f *source.Fact, r *pages.Run) bool {
	shared := min(f.Y1, r.Y1) - max(f.Y0, r.Y0)
	return shared > 0.5*min(f.Y1-f.Y0, r.Y1-r.Y0) && r.X0 >= f.X1-1 && r.X0-f.X1 < 2*max(f.Size, r.Size)
}

// setColumns finds the gutter of a page and says on which side of it its lines
// stand. Scans are a little turned, so that a gutter is a place that few lines
// cross, not one that none does.
func setColumns(ls []*pageLine, width float32) {
	gutters := guttersOf(ls, width)
	for _, l := range ls {
		f := &l.fact
		f.Columns, f.Column = len(gutters)+1, 1
		for _, g := range gutters {
			if f.X0 < g-f.Size && f.X1 > g+f.Size {
				f.Column = 0 // it spans
				break
			}
			if (f.X0+f.X1)/2 > g {
				f.Column++
			}
		}
		if len(gutters) == 0 {
			f.Column = 0
		}
	}
}

// guttersOf gives the places at which at least three lines stand on either
// side and at most a tenth of the lines beside them crosses.
func guttersOf(ls []*pageLine, width float32) []float32 {
	const step = 2 // points: finer than any gutter
	cells := int(width/step) + 1
	if len(ls) < 8 || cells < 20 || cells > 10_000 {
		return nil
	}
	cover := make([]int, cells)
	for _, l := range ls {
		for c := max(0, int(l.fact.X0/step)); c <= min(cells-1, int(l.fact.X1/step)); c++ {
			cover[c]++
		}
	}
	var gutters []float32
	for c := cells / 6; c < cells*5/6; c++ {
		if cover[c] > len(ls)/10 {
			continue
		}
		from := c
		for c < cells && cover[c] <= len(ls)/10 {
			c++
		}
		at := float32(from+c) / 2 * step
		left, right := 0, 0
		for _, l := range ls {
			switch {
			case l.fact.X1 < at && at-l.fact.X1 < width/6:
				left++
			case l.fact.X0 > at && l.fact.X0-at < width/6:
				right++
			}
		}
		if c < cells && left >= 3 && right >= 3 && min(left, right) > len(ls)/(4*(len(gutters)+1)) {
			gutters = append(gutters, at)
		}
	}
	return gutters
}

// setParagraphs says which lines begin and end paragraphs. A page that is a
// little turned moves its left edge from line to line, so that a line is held
// against its neighbours in the same column and not against a margin.
func setParagraphs(ls []*pageLine) {
	body := bodySize(ls)
	for i, l := range ls {
		near := neighbours(ls, i, body)
		if len(near) < 2 || !alike(l.fact.Size, body) {
			continue
		}
		left, right := near[0].X0, near[0].X1
		for _, f := range near {
			left, right = min(left, f.X0), max(right, f.X1)
		}
		f, em := &l.fact, body
		switch in := f.X0 - left; {
		case in > 1.2*em && in < 3.2*em:
			f.Start, l.inset = 1, true
		case in < 0.8*em:
			f.Start = -1
		}
		switch {
		case f.X1 < right-1.6*em:
			f.End = 1
		case f.X1 > right-0.8*em:
			f.End = -1
		}
	}
	for i := 1; i < len(ls); i++ {
		a, b := &ls[i-1].fact, &ls[i].fact
		switch {
		case !alike(a.Size, b.Size) || a.Column != b.Column && (a.Column == 0 || b.Column == 0):
			if b.Start < 0 {
				b.Start = 0
			}
		case b.Start > 0 && a.End < 0:
			a.End = 0 // a full last line
		case a.End > 0 && b.Start < 0 && alike(a.Size, body):
			b.Start = 1 // set without an indent
		}
	}
}

// neighbours gives the facts of the lines of the body's size around line i that
// stand in its column, itself among them.
func neighbours(ls []*pageLine, i int, body float32) []source.Fact {
	const reach = 5
	var out []source.Fact
	at := ls[i].fact
	for k := max(0, i-reach); k < min(len(ls), i+reach+1); k++ {
		f := ls[k].fact
		if f.Column == at.Column && alike(f.Size, body) && f.X0 < at.X1 && f.X1 > at.X0 {
			out = append(out, f)
		}
	}
	return out
}

// bodySize gives the size that most characters have.
func bodySize(ls []*pageLine) float32 {
	type weighed struct {
		size  float32
		count int
	}
	var sizes []weighed
	all := 0
	for _, l := range ls {
		n := len([]rune(l.text))
		sizes = append(sizes, weighed{l.fact.Size, n})
		all += n
	}
	slices.SortFunc(sizes, func(a, b weighed) int { return cmp.Compare(a.size, b.size) })
	for _, s := range sizes { // the middle character's
		if all -= 2 * s.count; all <= 0 {
			return s.size
		}
	}
	return 0
}

// alike tells sizes that are one: measured by ink they scatter by a sixth.
func alike(a, b float32) bool { return a > b*0.83 && a < b*1.17 }

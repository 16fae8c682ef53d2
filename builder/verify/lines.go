package verify

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"kanyin/builder/verify/pdfread"
	"kanyin/layout/cjk"
)

// A line is glyphs of a page that stand on one baseline of one column, from
// left to right.
type line []pdfread.Glyph

// gutter is the white, in ems, over which two glyphs of a baseline are taken
// for those of different columns. Justified lines do not open so far.
const gutter = 1.6

// linesOf gathers glyphs into lines, from the top of the page to its foot; those
// that run down the page after them, from the right to the left and laid on their side.
func linesOf(glyphs []pdfread.Glyph, place cjk.Place) []line {
	var across, down []pdfread.Glyph
	for _, g := range glyphs {
		if g.Down {
			down = append(down, g.Laid())
		} else {
			across = append(across, g)
		}
	}
	return append(rowsOf(across, place), rowsOf(down, place)...)
}

func rowsOf(glyphs []pdfread.Glyph, place cjk.Place) []line {
	runs := runsOf(glyphs)
	row := func(g pdfread.Glyph) int { return int(math.Round(g.Y * 4)) } // a quarter of a point
	slices.SortStableFunc(runs, func(a, b line) int {
		return cmp.Or(cmp.Compare(row(b[0]), row(a[0])), cmp.Compare(a[0].X, b[0].X))
	})
	sorted := slices.Concat(runs...)
	var out []line
	for from, i := 0, 1; len(sorted) > 0 && i <= len(sorted); i++ {
		if i < len(sorted) && row(sorted[i]) == row(sorted[from]) {
			a, b := sorted[i-1], sorted[i]
			if white(a, b, place) < gutter*max(a.Size, b.Size) {
				continue
			}
		}
		out = append(out, line(sorted[from:i]))
		from = i
	}
	return out
}

// white is the distance between the inks of two glyphs, as far as their classes
// tell: at a column's edges marks are trimmed and reach into the gutter.
func white(a, b pdfread.Glyph, place cjk.Place) float64 {
	_, right := place.Blank(classOf(a))
	left, _ := place.Blank(classOf(b))
	return b.X - a.X - a.Width + (float64(right)*a.Size+float64(left)*b.Size)/4
}

// runsOf gives the glyphs of each operator. They keep their order: marks that
// are squeezed may stand at one place.
func runsOf(glyphs []pdfread.Glyph) []line {
	var out []line
	last, apart := -1, false
	for _, g := range glyphs {
		if strings.TrimSpace(g.Text) == "" {
			apart = apart || g.Text == "\u3000"
			continue
		}
		g.Apart, apart = apart, false
		if n := len(out); n > 0 && g.Run == last && math.Abs(g.Y-out[n-1][0].Y) < 0.1 {
			out[n-1] = append(out[n-1], g)
			continue
		}
		out, last = append(out, line{g}), g.Run
	}
	return out
}

func (l line) text() string {
	var b strings.Builder
	for _, g := range l {
		b.WriteString(g.Text)
	}
	return b.String()
}

// box is what the line takes up. An ideograph reaches 0.88 em above its
// baseline and 0.12 em below it.
func (l line) box() pdfread.Box {
	b := pdfread.Box{l[0].X, l[0].Y, l[0].X, l[0].Y}
	for _, g := range l {
		b = pdfread.Box{min(b[0], g.X), min(b[1], g.Y-0.12*g.Size), max(b[2], g.X+g.Width), max(b[3], g.Y+0.88*g.Size)}
	}
	return b
}

// onPaper is what the line takes up on its page.
func (l line) onPaper() pdfread.Box {
	b := l.box()
	if l[0].Down {
		return pdfread.Box{b[1], -b[2], b[3], -b[0]}
	}
	return b
}

// number says whether a text is figures alone.
func number(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return s != ""
}

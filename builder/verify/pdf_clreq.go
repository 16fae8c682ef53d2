package verify

import (
	"math"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/builder/verify/pdfread"
	"kanyin/issues/issue"
	"kanyin/issues/say"
	"kanyin/layout/cjk"
)

func classOf(g pdfread.Glyph) cjk.Class {
	r, _ := utf8.DecodeRuneInString(g.Text)
	c := cjk.ClassOf(r)
	if g.Upright && (c == cjk.Letter || c == cjk.Digit) {
		return cjk.Ideograph // one or two of them in an em of vertical text
	}
	return c
}

// placeOf tells where the stops of an edition stand, by the language that it
// names itself.
func (e *pdfEdition) placeOf() cjk.Place {
	if language := e.file.Text(e.catalog["Lang"]); language != "" {
		return cjk.PlaceOf(language)
	}
	if m := xmpLanguage.FindStringSubmatch(e.xmp); m != nil {
		return cjk.PlaceOf(m[1])
	}
	return cjk.Mainland
}

var xmpLanguage = regexp.MustCompile(`(?s)<dc:language>.*?<rdf:li>([^<]+)</rdf:li>`)

// body gives the size that most ideographs have: the text's.
func (e *pdfEdition) body() float64 {
	count := map[int]int{}
	best := 0
	for _, s := range e.shown {
		for _, g := range s.Glyphs {
			if classOf(g) == cjk.Ideograph {
				size := int(math.Round(g.Size * 100))
				count[size]++
				if count[size] > count[best] {
					best = size
				}
			}
		}
	}
	return float64(best) / 100
}

// bodyLines calls f for the lines that are set in the text's size throughout.
func (e *pdfEdition) bodyLines(f func(page int, l line)) {
	body := e.body()
	for i, lines := range e.lines {
		for _, l := range lines {
			whole := len(l) > 1
			for _, g := range l {
				whole = whole && math.Abs(g.Size-body) < 0.01
			}
			if whole {
				f(i, l)
			}
		}
	}
}

// place is where a line's glyph stands.
func (l line) place(page, glyph int) say.Text {
	if l[glyph].Down {
		return at(page, l[glyph].Y, -l[glyph].X)
	}
	return at(page, l[glyph].X, l[glyph].Y)
}

// lineStarts judges the lines of the text (clreq, 行首行尾禁则) at the basic
// level, which every style keeps. A text may begin with any character: with the
// dot of a list, or in the middle of a sentence that was torn.
func lineStarts(e *pdfEdition) []fault {
	var out []fault
	begins := e.oddBeginnings()
	e.bodyLines(func(page int, l line) {
		if cjk.Basic.NoStart(classOf(l[0])) && !begins(l) && !l.fromRight() {
			out = append(out, faultf(l.place(page, 0), "a line begins with %s: %.30s", l[0].Text, l.text()))
		}
	})
	return out
}

// oddBeginnings tells the lines that begin a text of the issue, where that text
// begins with what begins no line. Where there is no issue to ask, a dot is
// taken for a list's.
func (e *pdfEdition) oddBeginnings() func(line) bool {
	const known = 6 // characters by which a text's beginning is known
	if e.issue == nil {
		return func(l line) bool { return classOf(l[0]) == cjk.MiddleDot }
	}
	begins := map[string]bool{}
	start := func(text string) string {
		r := []rune(strings.Join(strings.Fields(text), ""))
		return string(r[:min(len(r), known)])
	}
	e.issue.EachBlock(func(_ string, b *issue.Block) {
		for _, text := range strings.Split(b.Text, "\n") {
			if r, _ := utf8.DecodeRuneInString(strings.TrimSpace(text)); cjk.Basic.NoStart(cjk.ClassOf(r)) {
				begins[start(text)] = true
			}
		}
	})
	return func(l line) bool { return begins[start(l.text())] }
}

func lineEnds(e *pdfEdition) []fault {
	var out []fault
	e.bodyLines(func(page int, l line) {
		if last := len(l) - 1; cjk.Basic.NoEnd(classOf(l[last])) && !l.fromRight() {
			out = append(out, faultf(l.place(page, last), "a line ends with %s", l[last].Text))
		}
	})
	return out
}

// fromRight reports whether the line holds letters that run from the right: its
// beginning is not at its left then.
func (l line) fromRight() bool {
	return strings.IndexFunc(l.text(), func(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Hebrew) }) >= 0
}

// slack is how far a justified line may open the distance of two marks, in
// ems, before they count as not squeezed.
const slack = 0.26

// closer is how far, in em, marks may stand closer than their blanks allow: what
// is lost by rounding, and by a font's own sidebearings.
const closer = 0.05

// squeezes judges marks that meet (clreq, 连续标点符号的调整): of two ems one and
// a half, or one, remain. A line that is too full may close them until their
// inks touch, but no further.
func squeezes(e *pdfEdition) []fault {
	var out []fault
	e.bodyLines(func(page int, l line) {
		for i := 1; i < len(l); i++ {
			a, b := l[i-1], l[i]
			from, whole := e.box(a)
			to, alike := e.box(b)
			keep, ok := e.place.Between(classOf(a), classOf(b))
			if between := b.Run > a.Run+1; !ok || !whole || !alike || between { // a raised mark of a note
				continue
			}
			_, right := e.place.Blank(classOf(a))
			left, _ := e.place.Blank(classOf(b))
			want, least := 1-float64(right+left-keep)/4, 1-float64(right+left)/4
			got := (to - from) / a.Size
			if got > want+slack || got < least-closer {
				out = append(out, faultf(l.place(page, i-1), "%s%s stand %.2f em apart, want %.2f", a.Text, b.Text, got, want))
			}
		}
	})
	return out
}

// box gives where the em of a mark begins. An edition may draw a mark as a glyph
// half an em wide; then the blank that it lacks is taken to stand where it
// would: before an opening mark, on both sides of a centred one, behind another.
// Marks of other widths are Latin, and are not judged.
func (e *pdfEdition) box(g pdfread.Glyph) (from float64, ok bool) {
	switch width := g.Width / g.Size; {
	case width >= 0.9:
		return g.X, true
	case width < 0.45 || width > 0.55:
		return 0, false
	}
	left, _ := e.place.Blank(classOf(g))
	return g.X - float64(left)*g.Size/4, true
}

// The gap between Han and Latin (clreq, 中西间距) is a quarter of an em, which a
// justified line may close to an eighth and open to half of one, or a little more.
const (
	leastGap = 0.1
	mostGap  = 0.75
)

// gaps judges it, but where the text has a space of its own: 第6期　2025-06-28.
func gaps(e *pdfEdition) []fault {
	var out []fault
	e.bodyLines(func(page int, l line) {
		for i := 1; i < len(l); i++ {
			a, b := l[i-1], l[i]
			if b.Apart || !cjk.Spaced(classOf(a), classOf(b)) {
				continue
			}
			if gap := (b.X - a.X - a.Width) / a.Size; gap < leastGap || gap > mostGap {
				out = append(out, faultf(l.place(page, i-1), "%s and %s stand %.2f em apart", a.Text, b.Text, gap))
			}
		}
	})
	return out
}

// offGrid is how far from the grid a baseline may be, as a share of the leading.
const offGrid = 0.03

// grid judges the baselines of running text: on every page they are whole
// leadings apart, and the grid is the same on all pages.
func grid(e *pdfEdition) []fault {
	leading := e.leading()
	if leading == 0 {
		return nil
	}
	var out []fault
	offsets := e.offsets(leading)
	for page, lines := range e.runningLines(leading) {
		for _, l := range lines {
			steps := (l[0].Y - offsets[side(page, l)]) / leading
			if off := math.Abs(steps - math.Round(steps)); off > offGrid {
				out = append(out, faultf(l.place(page, 0), "the line is %.2f pt off the grid of %.2f pt: %s", off*leading, leading, begin(l.text())))
			}
		}
	}
	return out
}

// runningLines gives, by page, the text's lines that have another about a
// leading above or below them. A line that stands alone may be a running head.
func (e *pdfEdition) runningLines(leading float64) [][]line {
	all := make([][]line, len(e.pages))
	e.bodyLines(func(page int, l line) { all[page] = append(all[page], l) })
	out := make([][]line, len(e.pages))
	for page, lines := range all {
		for i, l := range lines {
			if neighbour(lines, i, leading) {
				out[page] = append(out[page], l)
			}
		}
	}
	return out
}

// near is how many lines before and after one are looked at: the columns of a
// page beside each other, thrice over.
const near = 30

func neighbour(lines []line, i int, leading float64) bool {
	a := lines[i].box()
	for _, other := range lines[max(0, i-near):min(len(lines), i+near)] {
		b := other.box()
		if d := math.Abs(a[1] - b[1]); d > 0.7*leading && d < 1.3*leading && a[0] < b[2] && b[0] < a[2] {
			return true
		}
	}
	return false
}

// widestLeading, in ems of the text, is wider than any text is set; what stands
// farther apart has something between, so that few lines say nothing of a grid.
const widestLeading = 2.5

// leading is the distance that most lines of a column have, 0 where none has a
// neighbour.
func (e *pdfEdition) leading() float64 {
	count := map[int]int{}
	best := 0
	body := e.body()
	lastPage, last := -1, map[int]float64{}
	e.bodyLines(func(page int, l line) {
		if page != lastPage {
			lastPage, last = page, map[int]float64{}
		}
		column := int(math.Round(l[0].X / body))
		if y, ok := last[column]; ok && y > l[0].Y && y-l[0].Y < widestLeading*body {
			step := int(math.Round((y - l[0].Y) * 100))
			count[step]++
			if count[step] > count[best] {
				best = step
			}
		}
		last[column] = l[0].Y
	})
	return float64(best) / 100
}

// side tells grids apart: there is one, but in vertical text, whose lines are
// counted from the margin at the spine, the pages of either side have their own.
func side(page int, l line) int {
	if l[0].Down {
		return page % 2
	}
	return 0
}

// offsets is where the grid that most lines keep begins, by side.
func (e *pdfEdition) offsets(leading float64) [2]float64 {
	var count [2]map[int]int
	var best [2]int
	e.bodyLines(func(page int, l line) {
		s := side(page, l)
		if count[s] == nil {
			count[s] = map[int]int{}
		}
		o := int(math.Round(math.Mod(l[0].Y, leading) * 20))
		count[s][o]++
		if count[s][o] > count[s][best[s]] {
			best[s] = o
		}
	})
	return [2]float64{float64(best[0]) / 20, float64(best[1]) / 20}
}

package flow

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/pages"
	"kanyin/issues/source"
)

// A run is a page's run in the frame that its text runs in.
type run struct {
	*pages.Run
	box
	base, size float64
	words      string  // its text with the spaces that the page shows
	tracking   float64 // the white between all its ideographs, in ems
	mono, scan bool    // Latin in a face of one width; what a recogniser read
	glue       string  // what stands between it and the run before it in its line
}

// A line is text on one baseline, its runs from left to right in the frame.
type line struct {
	runs       []run
	box        // as high as the em, so that lines set solid do not overlap
	base, size float64
	face       string
	bold       bool
	letters    int  // runes that are no space
	speaker    int  // the longest run: its tag is the line's
	turned     turn // against the page
	table      bool // a row of cells
	contents   bool // a row of contents, up to its number
	furniture  bool
	boxed      bool
	column     int
	columns    int
	measure    span // the column that it stands in
	edge       span // of that column's text, without what hangs out
	ideographs bool
	mono       bool // Latin in a face of one width, as code is set
	start, end int8
	inset      float64     // how far a dropped initial moves it in
	role       source.Role // what a structure tree says, where it is trusted
}

// A span is a stretch of the width.
type span struct{ from, to float64 }

// The em box of ideographs reaches 0.88 em over the baseline and 0.12 em under
// it (OpenType's ideographic em-box). Loose boxes of faces differ too much to
// be compared: some are an em and a half high.
const ascent, descent = .88, .12

// newRun puts a page's run into the frame and mends what is broken in it.
func newRun(r *pages.Run, f frame, mono, scan bool) run {
	b := f.in(boxOf(r.X0, r.Y0, r.X1, r.Y1))
	size := number(r.Size)
	if size < .1 {
		size = b.height()
	}
	size = max(.1, min(size, 2000))
	base := f.base(number(r.Baseline))
	if base < b.y0-size || base > b.y1+size { // it is not known, or broken
		base = b.y1 - .2*b.height()
	}
	if f.turn == down && r.Vertical {
		base += (ascent - descent) / 2 * size // the axis is the middle of the em
	} else if f.turn == down && r.Angle == 90 {
		base = b.midY() + (ascent-descent)/2*size
	}
	b.y0, b.y1 = base-ascent*size, base+descent*size
	text, tracking := words(r, size, scan)
	return run{Run: r, box: b, base: base, size: size, mono: mono, words: text, tracking: tracking, scan: scan}
}

// newLine makes a line of runs from left to right.
func newLine(rs []run) *line {
	l := &line{runs: rs}
	l.measureRuns()
	return l
}

// measureRuns takes the line's box from its runs, and its face and size from
// its ideographs, where it has any: Latin often stands in a face of its own.
func (l *line) measureRuns() {
	type dress struct {
		face string
		size int // tenths of a point
		bold bool
	}
	weight := map[dress]int{}
	best, most, longest := 0, 0, -1
	l.letters, l.ideographs = 0, false
	mono, wide := 0, 0
	for i, r := range l.runs {
		if i == 0 {
			l.box = r.box
		} else {
			l.box = l.box.with(r.box)
		}
		ideographs, letters := count(r.Text)
		if letters > longest {
			l.speaker, longest = i, letters
		}
		l.letters += letters
		if r.mono {
			mono += letters
		}
		wide += ideographs
		l.ideographs = l.ideographs || ideographs > 0
		d := dress{r.Face, int(r.size*10 + .5), r.Bold}
		weight[d] += 10*ideographs + letters // ten times: one ideograph says more than a Latin word
		if weight[d] > most {
			best, most = i, weight[d]
		}
	}
	l.mono = mono > 0 && 2*wide <= l.letters
	r := l.runs[best]
	l.base, l.size, l.face, l.bold = r.base, r.size, r.Face, r.Bold
}

// count gives how many ideographs a text has, and how many runes that show.
func count(s string) (ideographs, letters int) {
	for _, r := range s {
		if unicode.IsSpace(r) {
			continue
		}
		letters++
		if isIdeograph(r) {
			ideographs++
		}
	}
	return ideographs, letters
}

func isIdeograph(r rune) bool {
	if r >= 0x4e00 && r < 0xa000 { // nearly all of them
		return true
	}
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// isWide tells characters that are an em wide and take no space beside them.
func isWide(r rune) bool {
	return r >= 0x2e80 && r < 0xa000 || r >= 0xf900 && r < 0xfb00 || r >= 0xfe30 && r < 0xfe50 || r >= 0xff00 && r < 0xffef || r >= 0x20000 ||
		strings.ContainsRune("“”‘’…—·", r)
}

// text gives the line as it is printed.
func (l *line) text() string {
	var b strings.Builder
	for i, r := range l.runs {
		if i > 0 {
			b.WriteString(r.glue)
		}
		b.WriteString(r.words)
	}
	return oneLine(b.String())
}

// oneLine keeps a line's text on one line, without spaces at its edges.
func oneLine(s string) string {
	if strings.ContainsAny(s, "\r\n\f\v\u0085\u2028\u2029") {
		s = strings.Map(func(r rune) rune {
			if strings.ContainsRune("\r\n\f\v\u0085\u2028\u2029", r) {
				return ' '
			}
			return r
		}, s)
	}
	return strings.TrimSpace(s)
}

// glue gives what stands between two runs of a line: a space where two words
// meet or where white parts two things.
func glue(a, b run) string {
	last, _ := utf8.DecodeLastRuneInString(a.Text)
	first, _ := utf8.DecodeRuneInString(b.Text)
	if unicode.IsSpace(last) || unicode.IsSpace(first) {
		return ""
	}
	gap := (b.x0 - a.x1) / min(a.size, b.size)
	switch wide := isWide(last) || isWide(first); {
	case script(last, first) == 1 && !a.scan: // a word space where two faces meet: their own tracking is none
		if gap > wordSpace+max(a.tracking, b.tracking) {
			return " "
		}
	case wide && gap > .6: // more than the quarter of an em between scripts, or half of one that a squeezed mark leaves
		return " "
	case !wide && gap > wordSpace:
		return " "
	}
	return ""
}

// join puts b behind a in one line, with the given text between; where it is
// empty, what the white between them asks for.
func join(a, b *line, between string) *line {
	runs := make([]run, 0, len(a.runs)+len(b.runs))
	runs = append(append(runs, a.runs...), b.runs...)
	i := len(a.runs)
	if between == "" {
		between = glue(runs[i-1], runs[i])
	}
	runs[i].glue = between
	l := newLine(runs)
	l.turned, l.table, l.boxed = a.turned, a.table || b.table, a.boxed
	return l
}

// lastEdge gives where the last character of a run begins.
func (r run) lastEdge() float64 {
	if n := len(r.Edges); n > 2 && !r.Vertical && r.Angle == 0 {
		return float64(r.Edges[n-2])
	}
	return r.x0
}

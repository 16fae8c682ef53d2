package houses

import (
	"strings"

	"kanyin/issues/reconstruct/label"
)

// A look is how a piece is set.
type look struct {
	face         string
	bold         bool
	size         float64 // points
	align        align
	inset        float64 // ems off the left edge
	indent       float64 // of the first line, in ems
	above, below float64 // points
	span         bool    // over all columns, at the top of a page
	page         bool    // begins a page
	whole        bool    // stands in one column, with something below it
	room         float64 // points wanted below it besides: what must not be parted from it
	boxed        bool
}

// A line is a printed line.
type line struct {
	text           string
	kind           label.Kind
	article, block int
	look           look
	first, last    bool // of its piece
	indented       bool // its first line, set in by ems
	gap            float64
	page           int
	column         int // from 1; 0 where the line spans the columns or is furniture
	x0, y0, x1, y1 float64
}

// A letter is a character with what it is.
type letter struct {
	r rune
	k label.Kind
}

// letters spells a piece's runs.
func spell(runs []run) []letter {
	var out []letter
	for _, r := range runs {
		for _, c := range r.text {
			out = append(out, letter{c, r.kind})
		}
	}
	return out
}

// breakLines parts a piece into lines of a measure in points, with kinsoku: no
// line begins with a mark that closes or ends with one that opens, and no word
// or number is cut.
func breakLines(p piece, measure float64) []*line {
	all := spell(p.runs)
	em := p.look.size
	room := measure - (p.look.inset+p.look.indent)*em
	var out []*line
	for len(all) > 0 {
		at := fit(all, room, em)
		l := &line{article: p.article, block: p.block, look: p.look, first: len(out) == 0, indented: len(out) == 0 && p.look.indent > 0}
		l.text, l.kind = said(all[:at])
		out = append(out, l)
		all = all[at:]
		l.last = len(all) == 0
		room = measure - p.look.inset*em
	}
	return out
}

// fit is how many letters stand on a line.
func fit(all []letter, room, em float64) int {
	used, n := 0.0, 0
	for n < len(all) && used+advance(all[n].r)*em <= room+.01 {
		used += advance(all[n].r) * em
		n++
	}
	if n == len(all) {
		return n
	}
	if n < len(all) && mayNotBegin(all[n].r) && n+1 < len(all) && !mayNotBegin(all[n+1].r) {
		return n + 1 // squeezed in, as marks are
	}
	for at := n; at > n/2 && at > 1; at-- {
		if !mayNotBegin(all[at].r) && !mayNotEnd(all[at-1].r) && !(ascii(all[at].r) && ascii(all[at-1].r)) {
			return at
		}
	}
	return max(n, 1)
}

// said gives the text and the kind of most of its letters; but a line with a
// title in it is the title's, however long the names behind it are.
func said(all []letter) (string, label.Kind) {
	var b strings.Builder
	count := map[label.Kind]int{}
	best := all[0].k
	for _, c := range all {
		b.WriteRune(c.r)
		count[c.k]++
		if count[c.k] > count[best] {
			best = c.k
		}
	}
	if count[label.Title] > 0 {
		best = label.Title
	}
	return strings.TrimSpace(b.String()), best
}

// advance is a character's width in ems.
func advance(r rune) float64 {
	if r < 0x2000 && r != '·' {
		return .5
	}
	return 1
}

func width(text string, em float64) float64 {
	w := 0.0
	for _, r := range text {
		w += advance(r) * em
	}
	return w
}

func mayNotBegin(r rune) bool {
	return strings.ContainsRune("，。：；！？、）》”’」』】〕,.:;!?)…", r)
}

func mayNotEnd(r rune) bool { return strings.ContainsRune("（《“‘「『【〔(", r) }

func ascii(r rune) bool { return r > ' ' && r < 0x7f && !strings.ContainsRune(",;:()/", r) }

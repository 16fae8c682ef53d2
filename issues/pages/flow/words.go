package flow

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/pages"
)

// A word space is a quarter of an em, a fifth in narrow setting and hardly less;
// kerning moves letters by a tenth at the most.
const wordSpace = .16

// words gives the text of a run with the spaces that its page shows, where they
// are merely white: what stands further apart than the nearest of its kind in the
// run gets one, so that tracked and justified text has none. Words of Latin and
// ideographs are told apart, since scripts keep a quarter of an em from each
// other. On a scan the spaces that recognisers put between ideographs go.
// Tracking is the white between all ideographs of the run, in ems.
func words(r *pages.Run, size float64, scan bool) (text string, tracking float64) {
	n := utf8.RuneCountInString(r.Text)
	if len(r.Edges) != 2*n || n < 2 {
		return r.Text, 0
	}
	if scan {
		return closed(r, size), 0
	}
	turned := r.Angle == 180 || r.Angle == 270 // the edges run backwards
	// Before rune i. An ideograph is as wide as its em, whatever its box: faces drawn
	// by procedures give the ink of 口 and 目, and in vertical text that of 一.
	gap := func(i int, last, c rune) float64 {
		d := float64(r.Edges[2*i] - r.Edges[2*i-1])
		if turned {
			d = -d
		}
		for k, c := range [2]rune{last, c} {
			if w := math.Abs(float64(r.Edges[2*(i-1+k)+1] - r.Edges[2*(i-1+k)])); isIdeograph(c) && w < size {
				d -= (size - w) / 2
			}
		}
		return d / size
	}
	least, wide := [2]float64{math.Inf(1), math.Inf(1)}, false
	last, i := ' ', 0
	for _, c := range r.Text {
		if k := script(last, c); i > 0 && k >= 0 {
			g := gap(i, last, c)
			least[k], wide = min(least[k], g), wide || g > wordSpace
		}
		last = c
		i++
	}
	for k := range least {
		least[k] = max(0, least[k])
	}
	if !math.IsInf(least[1], 1) {
		tracking = least[1]
	}
	if !wide {
		return r.Text, tracking
	}
	var b strings.Builder
	last, i = ' ', 0
	for _, c := range r.Text {
		if k := script(last, c); i > 0 && k >= 0 && gap(i, last, c) > least[k]+wordSpace {
			b.WriteByte(' ')
		}
		b.WriteRune(c)
		last = c
		i++
	}
	return b.String(), tracking
}

// script tells what two characters are between which white may stand for a
// space: 0 words of Latin, 1 ideographs and the strokes and dots that part names
// and fields, -1 anything else. Other marks bring white of their own.
func script(a, b rune) int {
	switch {
	case isWord(a) && isWord(b):
		return 0
	case isIdeograph(a) && (isIdeograph(b) || parts(b)), parts(a) && isIdeograph(b):
		return 1
	}
	return -1
}

func parts(r rune) bool { return r == '·' || r == '|' || r == '/' || r == '｜' }

// isWord tells what words of Latin are made of, marks among them.
func isWord(r rune) bool { return !isWide(r) && !unicode.IsSpace(r) }

// closed takes out the spaces between characters that take none beside them,
// where no white of half an em and more is between those.
func closed(r *pages.Run, size float64) string {
	rs := []rune(r.Text)
	var b strings.Builder
	for i, c := range rs {
		if c == ' ' && i > 0 && i+1 < len(rs) && isWide(rs[i-1]) && isWide(rs[i+1]) &&
			math.Abs(float64(r.Edges[2*i+2]-r.Edges[2*i-1])) < .6*size {
			continue
		}
		b.WriteRune(c)
	}
	return b.String()
}

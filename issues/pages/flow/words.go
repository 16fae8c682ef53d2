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

// words gives the text of a run with the spaces that its page shows: words of
// Latin that are merely moved apart get one, and on a scan the spaces that
// recognisers put between ideographs go.
func words(r *pages.Run, size float64, scan bool) string {
	n := utf8.RuneCountInString(r.Text)
	if len(r.Edges) != 2*n || n < 3 {
		return r.Text
	}
	if scan {
		return closed(r, size)
	}
	gap := func(i int) float64 { // before rune i
		d := float64(r.Edges[2*i] - r.Edges[2*i-1])
		if r.Angle == 180 || r.Angle == 270 { // the edges run backwards
			d = -d
		}
		return d / size
	}
	least, wide, i := math.Inf(1), false, 0 // the least white between two letters: more than none where the text is tracked
	last := ' '
	for _, c := range r.Text {
		if i > 0 && isWord(last) && isWord(c) {
			g := gap(i)
			least, wide = min(least, g), wide || g > wordSpace
		}
		last = c
		i++
	}
	if !wide {
		return r.Text
	}
	least = max(0, least)
	var b strings.Builder
	last, i = ' ', 0
	for _, c := range r.Text {
		if i > 0 && isWord(last) && isWord(c) && gap(i) > least+wordSpace {
			b.WriteByte(' ')
		}
		b.WriteRune(c)
		last = c
		i++
	}
	return b.String()
}

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

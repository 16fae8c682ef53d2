package pdf

import (
	"cmp"
	"maps"
	"slices"

	"kanyin/builder/pdf/finish"
	"kanyin/layout"
)

// A glyph is a character in one of its forms.
type glyph struct {
	rune rune
	form form
}

// A form says which part of its em a mark takes up. Layout squeezes full-width
// marks into half an em; a glyph that is half an em wide by itself tells a
// reader that selects or extracts text where the next one begins, and does not
// seem to lie under it.
type form uint8

const (
	full       form = iota
	leftHalf        // of a closing mark
	middleHalf      // of a middle dot
	rightHalf       // of an opening mark
)

// half is the width of a mark in half an em, in thousandths of an em.
const half = finish.Em / 2

// formOf gives the form of the i-th character of a run, which is as wide as given
// by itself, in thousandths of an em.
func formOf(t layout.Text, i, width int) form {
	const squeezed = 60 // per cent of an em: what is wider gave up a little, to fill a line
	if width != finish.Em || t.Advances[i]*100 > t.Size*squeezed {
		return full
	}
	quarters := (-4*shift(t, i) + t.Size/2) / t.Size
	return leftHalf + form(min(max(quarters, 0), 2))
}

// inset is how far from the left of its em the form begins, in thousandths of the em.
func (f form) inset() int {
	if f == full {
		return 0
	}
	return int(f-leftHalf) * finish.Em / 4
}

// inOrder sorts glyphs by their characters.
func inOrder(set map[glyph]bool) []glyph {
	return slices.SortedFunc(maps.Keys(set), func(a, b glyph) int {
		return cmp.Or(cmp.Compare(a.rune, b.rune), cmp.Compare(a.form, b.form))
	})
}

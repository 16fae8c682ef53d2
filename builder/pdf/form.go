package pdf

import (
	"cmp"
	"encoding/binary"
	"maps"
	"slices"

	"kanyin/builder/pdf/finish"
	"kanyin/builder/pdf/glyf"
	"kanyin/layout"
	"kanyin/layout/shape"
)

// A glyph is a character in one of its forms, or a sign of a shaped word.
type glyph struct {
	rune   rune
	form   form
	beside rune   // the second of two that stand in one em, or 0
	parts  string // of a sign: see packed
	text   string // what the sign stands for
}

// means is what the glyph stands for.
func (g glyph) means() string {
	if g.parts != "" {
		return g.text
	}
	if g.beside != 0 {
		return string([]rune{g.rune, g.beside})
	}
	return string(g.rune)
}

func signOf(t layout.Text, sign shape.Sign) glyph {
	return glyph{parts: packed(sign), text: string(t.Runes[sign.From:sign.To])}
}

// packed writes a sign's advance and parts as a key.
func packed(sign shape.Sign) string {
	b := binary.AppendVarint(nil, int64(sign.Advance))
	for _, p := range sign.Parts {
		for _, n := range []int{int(p.ID), p.X, p.Y} {
			b = binary.AppendVarint(b, int64(n))
		}
	}
	return string(b)
}

// unpacked reads what packed has written, as a glyph to be cut.
func unpacked(key string) glyf.Glyph {
	b := []byte(key)
	next := func() int {
		n, w := binary.Varint(b)
		b = b[w:]
		return int(n)
	}
	g := glyf.Glyph{Width: uint16(next())}
	for len(b) > 0 {
		g.Parts = append(g.Parts, glyf.Part{ID: uint16(next()), X: next(), Y: next()})
	}
	return g
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
		return cmp.Or(cmp.Compare(a.rune, b.rune), cmp.Compare(a.form, b.form), cmp.Compare(a.beside, b.beside), cmp.Compare(a.parts, b.parts), cmp.Compare(a.text, b.text))
	})
}

// pairOf is the glyph of two characters that stand in one em.
func pairOf(t layout.Text) glyph {
	g := glyph{rune: t.Runes[0]}
	if len(t.Runes) > 1 {
		g.beside = t.Runes[1]
	}
	return g
}

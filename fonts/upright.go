package fonts

import (
	"encoding/binary"
	"slices"

	"github.com/tdewolff/font"
)

// addUpright gives a subset what reading systems set vertical text with: the
// heights of its glyphs (vhea, vmtx), and the forms that its marks take there,
// as substitutions of the features vert and vrt2 (GSUB). base is the face that
// was asked for, place the glyph of each character in the subset.
func (l *Library) addUpright(part *font.SFNT, base string, place map[rune]uint16) error {
	forms := map[uint16]uint16{} // of a glyph of the subset
	shown := map[string][]rune{}
	for r := range place {
		if from, _, ok := l.own(base+UprightSuffix, r); ok {
			shown[from] = append(shown[from], r)
		}
	}
	for i := range l.forms {
		f := &l.forms[i]
		runes := shown[f.Name]
		if f.of != base+UprightSuffix || len(runes) == 0 || f.unitsEm != int(part.Head.UnitsPerEm) {
			continue
		}
		slices.Sort(runes)
		cut, at, err := f.cut(runes)
		if err != nil {
			return err
		}
		before, characters := part.NumGlyphs(), part.Tables["cmap"]
		delete(part.Tables, "cmap") // a form stands under its mark's code point, which is the mark's here
		if err := part.Merge(cut, font.MergeOptions{}); err != nil {
			return err
		}
		part.Tables["cmap"] = characters
		for _, r := range runes {
			forms[place[r]] = before + at[r] - 1 // without the second glyph 0
		}
	}
	part.Tables["vhea"] = verticalHeader(part.Head.UnitsPerEm)
	part.Tables["vmtx"] = verticalMetrics(part)
	if len(forms) > 0 {
		part.Tables["GSUB"] = substitutions(forms)
	}
	part.Length = 12 // of the file, which WOFF2 tells: its header, its directory and its tables
	for _, table := range part.Tables {
		part.Length += uint32(16 + (len(table)+3)/4*4)
	}
	return nil
}

// verticalHeader writes vhea 1.1: lines are an em wide, half of it on either
// side of their axis, and one height serves all glyphs.
func verticalHeader(em uint16) []byte {
	b := []byte{0, 1, 0x10, 0}
	for _, v := range []uint16{em / 2, -(em / 2), 0, em, 0, 0, em, 0, 1, 0, 0, 0, 0, 0, 0, 1} {
		b = binary.BigEndian.AppendUint16(b, v)
	}
	return b
}

// emTop is how far the em box of an ideograph reaches over the baseline, in
// thousandths of the em.
const emTop = 880

// verticalMetrics writes vmtx: every glyph is an em high, from the top of its
// em box on.
func verticalMetrics(part *font.SFNT) []byte {
	em := int(part.Head.UnitsPerEm)
	b := binary.BigEndian.AppendUint16(nil, uint16(em))
	for gid := range part.NumGlyphs() {
		bearing := 0
		if outline := part.Glyf.Get(gid); len(outline) >= 10 {
			bearing = em*emTop/1000 - int(int16(binary.BigEndian.Uint16(outline[8:])))
		}
		b = binary.BigEndian.AppendUint16(b, uint16(bearing))
	}
	return b
}

// substitutions writes a GSUB table of one lookup, a glyph for a glyph, which
// vert and vrt2 ask for in any script (OpenType 1.9, GSUB 1.0, type 1 format 2).
func substitutions(forms map[uint16]uint16) []byte {
	const (
		scripts  = 10
		features = scripts + 8 + 4 + 10 // a script list of one script with its default system
		lookups  = features + 14 + 2*6  // two features of one lookup
	)
	b := words(1, 0, scripts, features, lookups)
	b = append(append(b, words(1)...), tagged("DFLT", 8)...)
	b = append(b, words(4, 0, 0, 0xFFFF, 2, 0, 1)...)
	b = append(append(b, words(2)...), tagged("vert", 14)...)
	b = append(b, tagged("vrt2", 20)...)
	b = append(b, words(0, 1, 0, 0, 1, 0)...)
	b = append(b, words(1, 4, 1, 0, 1, 8)...)
	from := make([]uint16, 0, len(forms))
	for gid := range forms {
		from = append(from, gid)
	}
	slices.Sort(from)
	n := uint16(len(from))
	b = append(b, words(2, 6+2*n, n)...)
	for _, gid := range from {
		b = append(b, words(forms[gid])...)
	}
	return append(append(b, words(1, n)...), words(from...)...)
}

func words(list ...uint16) []byte {
	var b []byte
	for _, w := range list {
		b = binary.BigEndian.AppendUint16(b, w)
	}
	return b
}

// tagged writes a row of a list of tags.
func tagged(tag string, offset uint16) []byte { return append([]byte(tag), words(offset)...) }

// Package glyf cuts a TrueType font down to the glyphs that a PDF file shows.
//
// [Parse] reads a [Font]; [Font.Cut] gives a font file of chosen glyphs in a
// chosen order, with the tables that ISO 32000-1, 9.9, table 126 asks of an
// embedded font and no others; [Font.Bare] gives one without any glyph, for a
// library that wants to read a font's measures. A [Glyph] may be put into a box
// of another width: a full-width mark into half an em.
//
// Outlines are copied as they are: the package knows no hinting, no layout
// table and no character map. Table names and fields are those of the OpenType
// specification.
package glyf

import (
	"encoding/binary"

	"kanyin/issues/say"
)

// A Font is a font file taken apart into its tables.
type Font struct {
	tables map[string][]byte
	glyphs int  // how many there are
	short  bool // whether loca counts in words
	wide   int  // how many entries of hmtx have an advance of their own
	em     int  // in units of the font
}

// required are the tables without which nothing can be cut, and how long each must be at least.
var required = []struct {
	tag string
	min int
}{{"head", 54}, {"hhea", 36}, {"maxp", 6}, {"hmtx", 4}, {"loca", 4}, {"glyf", 0}}

// trueType is the version of a font with TrueType outlines.
const trueType = 0x00010000

// Parse reads the table directory of a TrueType font. The font keeps ttf.
func Parse(ttf []byte) (*Font, error) {
	if len(ttf) < 12 || be.Uint32(ttf) != trueType {
		return nil, say.Errorf("no TrueType font")
	}
	f := &Font{tables: map[string][]byte{}}
	n := int(be.Uint16(ttf[4:]))
	if len(ttf) < 12+16*n {
		return nil, say.Errorf("the table directory is cut off")
	}
	for i := range n {
		e := ttf[12+16*i:]
		tag, from, size := string(e[:4]), int(be.Uint32(e[8:])), int(be.Uint32(e[12:]))
		if from+size > len(ttf) {
			return nil, say.Errorf("table %s is cut off", tag)
		}
		f.tables[tag] = ttf[from : from+size]
	}
	return f, f.readCounts()
}

func (f *Font) readCounts() error {
	for _, r := range required {
		if t, ok := f.tables[r.tag]; !ok || len(t) < r.min {
			return say.Errorf("table %s is missing or cut off", r.tag)
		}
	}
	f.em = int(be.Uint16(f.tables["head"][18:]))
	f.glyphs = int(be.Uint16(f.tables["maxp"][4:]))
	f.short = be.Uint16(f.tables["head"][50:]) == 0
	f.wide = int(be.Uint16(f.tables["hhea"][34:]))
	entry := 4
	if f.short {
		entry = 2
	}
	if len(f.tables["loca"]) < entry*(f.glyphs+1) {
		return say.Errorf("table loca is shorter than the font has glyphs")
	}
	if f.wide < 1 || f.wide > f.glyphs || len(f.tables["hmtx"]) < 4*f.wide+2*(f.glyphs-f.wide) {
		return say.Errorf("table hmtx is shorter than the font has glyphs")
	}
	return nil
}

// outline gives the description of a glyph, which is empty for a space.
func (f *Font) outline(gid uint16) ([]byte, error) {
	if int(gid) >= f.glyphs {
		return nil, say.Errorf("glyph %d of %d", gid, f.glyphs)
	}
	from, to := f.offset(int(gid)), f.offset(int(gid)+1)
	if from > to || to > len(f.tables["glyf"]) {
		return nil, say.Errorf("glyph %d lies outside the table", gid)
	}
	return f.tables["glyf"][from:to], nil
}

func (f *Font) offset(gid int) int {
	loca := f.tables["loca"]
	if f.short {
		return 2 * int(be.Uint16(loca[2*gid:]))
	}
	return int(be.Uint32(loca[4*gid:]))
}

// metric gives the advance and the left side bearing of a glyph, as hmtx has them.
func (f *Font) metric(gid uint16) (advance, bearing uint16) {
	hmtx, g := f.tables["hmtx"], int(gid)
	if g < f.wide {
		return be.Uint16(hmtx[4*g:]), be.Uint16(hmtx[4*g+2:])
	}
	return be.Uint16(hmtx[4*(f.wide-1):]), be.Uint16(hmtx[4*f.wide+2*(g-f.wide):])
}

// units turns thousandths of an em into the font's own units.
func (f *Font) units(thousandths int) int { return thousandths * f.em / 1000 }

var be = binary.BigEndian

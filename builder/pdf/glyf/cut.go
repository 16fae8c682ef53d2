package glyf

import (
	"bytes"
	"maps"
	"math/bits"
	"slices"

	"kanyin/issues/say"
)

// A Glyph is one to be cut out: as it is, or in a box of another width, or one
// put together of others. Lengths are in thousandths of an em.
type Glyph struct {
	ID    uint16
	Width uint16 // of the box; 0 leaves the glyph as it is
	Shift int    // how far the outline moves to the right in a box of its own
	Parts []Part // instead of ID: the box has the Width, even 0
}

// A Part is a glyph in another, how far it is moved to the right and upwards.
type Part struct {
	ID   uint16
	X, Y int

	Scale int // how wide it is of its width, in thousandths; 0 for all
}

// Cut gives a font whose glyph 0 is the font's own and whose glyph i+1 is
// glyphs[i]. A glyph may be asked for twice. Parts of composite glyphs follow
// behind; of hints it keeps what the font has.
func (f *Font) Cut(glyphs []Glyph) ([]byte, error) {
	c := cut{font: f, place: map[uint16]int{}}
	c.take(Glyph{})
	for _, g := range glyphs {
		c.take(g)
	}
	if err := c.copyOutlines(); err != nil {
		return nil, err
	}
	tables := c.tables()
	for _, tag := range []string{"cvt ", "fpgm", "prep"} {
		if t, ok := f.tables[tag]; ok {
			tables[tag] = t
		}
	}
	return assemble(tables), nil
}

// Bare gives the font without any glyph but the one for a missing character,
// with its measures and a character map that maps nothing. It has a name whether
// or not the font has: some tools take no font without one.
func (f *Font) Bare() ([]byte, error) {
	c := cut{font: f, place: map[uint16]int{}}
	c.take(Glyph{})
	if err := c.copyOutlines(); err != nil {
		return nil, err
	}
	tables := c.tables()
	for _, tag := range []string{"OS/2", "post"} {
		tables[tag] = f.tables[tag]
	}
	tables["cmap"], tables["name"] = emptyMap, oneName
	return assemble(tables), nil
}

// emptyMap is a character map (platform 3, encoding 1, format 4) of the one
// segment that the format demands.
var emptyMap = []byte{
	0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12,
	0, 4, 0, 24, 0, 0, 0, 2, 0, 2, 0, 0, 0, 0,
	0xFF, 0xFF, 0, 0, 0xFF, 0xFF, 0, 1, 0, 0,
}

// oneName is a table of names (format 0) with a PostScript name alone (platform
// 3, encoding 1, English): Bare.
var oneName = []byte{
	0, 0, 0, 1, 0, 18,
	0, 3, 0, 1, 4, 9, 0, 6, 0, 8, 0, 0,
	0, 'B', 0, 'a', 0, 'r', 0, 'e',
}

// A cut is a font in the making.
type cut struct {
	font   *Font
	glyphs []Glyph        // of the old font, by their number in the new
	place  map[uint16]int // the first number in the new font of an old glyph as it is
	glyf   []byte
	loca   []byte
	most   int // the parts of the glyph that was put together of most
}

func (c *cut) take(g Glyph) {
	if _, ok := c.place[g.ID]; !ok && g.Width == 0 && g.Parts == nil {
		c.place[g.ID] = len(c.glyphs)
	}
	c.glyphs = append(c.glyphs, g)
}

// part gives the new number of a glyph that is a part of another.
func (c *cut) part(gid uint16) uint16 {
	if _, ok := c.place[gid]; !ok {
		c.take(Glyph{ID: gid})
	}
	return uint16(c.place[gid])
}

// copyOutlines copies the outlines of all glyphs taken, and takes the parts of
// composite ones as it meets them.
func (c *cut) copyOutlines() error {
	for i := 0; i < len(c.glyphs); i++ {
		c.loca = be.AppendUint32(c.loca, uint32(len(c.glyf)))
		g := c.glyphs[i]
		outline, err := c.font.outline(g.ID)
		if g.Parts != nil {
			outline, err = c.joined(g.Parts)
		}
		switch {
		case g.Parts != nil && err == nil:
			c.glyf = append(c.glyf, outline...)
		case err != nil:
			return err
		case g.Width != 0 && len(outline) >= headSize:
			c.glyf = c.appendBoxed(c.glyf, outline, g)
		default:
			at := len(c.glyf)
			c.glyf = append(c.glyf, outline...)
			if err := c.renumberParts(c.glyf[at:]); err != nil {
				return err
			}
		}
		for len(c.glyf)%2 != 0 {
			c.glyf = append(c.glyf, 0)
		}
	}
	c.loca = be.AppendUint32(c.loca, uint32(len(c.glyf)))
	return nil
}

// headSize is the length of a glyph's head: its count of contours and its extent.
const headSize = 10

// The flags of a part of a composite glyph (OpenType, glyf, component flags).
const (
	argsAreWords = 0x0001
	argsAreXY    = 0x0002
	haveScale    = 0x0008
	moreParts    = 0x0020
	haveXYScale  = 0x0040
	haveMatrix   = 0x0080
)

// appendBoxed appends a composite glyph of one part: the glyph as it is, moved.
// That takes 18 bytes, where a copy takes as many as the outline.
func (c *cut) appendBoxed(b, outline []byte, g Glyph) []byte {
	by := c.font.units(g.Shift)
	at := len(b)
	b = append(be.AppendUint16(b, 0xFFFF), outline[2:headSize]...)
	for _, x := range []int{at + 2, at + 6} { // its least and greatest x
		be.PutUint16(b[x:], be.Uint16(b[x:])+uint16(by))
	}
	for _, v := range []uint16{argsAreWords | argsAreXY, c.part(g.ID), uint16(by), 0} {
		b = be.AppendUint16(b, v)
	}
	return b
}

// joined gives a composite glyph of the parts that have an outline, or nothing
// where none has.
func (c *cut) joined(parts []Part) ([]byte, error) {
	var body []byte
	var box [4]int // the least x and y, the greatest x and y
	n, last := 0, 0
	for _, p := range parts {
		outline, err := c.font.outline(p.ID)
		if err != nil {
			return nil, err
		}
		if len(outline) < headSize {
			continue
		}
		x, y := c.font.units(p.X), c.font.units(p.Y)
		for i, by := range []int{x, y, x, y} {
			edge := int(int16(be.Uint16(outline[2+2*i:])))
			if p.Scale != 0 && i%2 == 0 {
				edge = edge * p.Scale / 1000
			}
			edge += by
			if body == nil || i < 2 && edge < box[i] || i >= 2 && edge > box[i] {
				box[i] = edge
			}
		}
		n, last = n+1, len(body)
		flags, scale := uint16(argsAreWords|argsAreXY|moreParts), []uint16(nil)
		if p.Scale != 0 {
			const one = 1 << 14 // of the fixed-point numbers F2DOT14
			flags, scale = flags|haveXYScale, []uint16{uint16(p.Scale * one / 1000), one}
		}
		for _, v := range append([]uint16{flags, c.part(p.ID), uint16(x), uint16(y)}, scale...) {
			body = be.AppendUint16(body, v)
		}
	}
	if body == nil {
		return nil, nil
	}
	be.PutUint16(body[last:], be.Uint16(body[last:])&^moreParts)
	out := be.AppendUint16(nil, 0xFFFF)
	for _, v := range box {
		out = be.AppendUint16(out, uint16(v))
	}
	c.most = max(c.most, n)
	return append(out, body...), nil
}

var errComposite = say.Errorf("a composite glyph is cut off")

// renumberParts puts the new numbers of its parts into a composite glyph.
func (c *cut) renumberParts(outline []byte) error {
	if len(outline) < headSize || int16(be.Uint16(outline)) >= 0 {
		return nil
	}
	for rest := outline[headSize:]; ; {
		if len(rest) < 4 {
			return errComposite
		}
		flags := be.Uint16(rest)
		be.PutUint16(rest[2:], c.part(be.Uint16(rest[2:])))
		size := partSize(flags)
		if len(rest) < size {
			return errComposite
		}
		if flags&moreParts == 0 {
			return nil
		}
		rest = rest[size:]
	}
}

func partSize(flags uint16) int {
	size := 6
	if flags&argsAreWords != 0 {
		size += 2
	}
	switch {
	case flags&haveScale != 0:
		size += 2
	case flags&haveXYScale != 0:
		size += 4
	case flags&haveMatrix != 0:
		size += 8
	}
	return size
}

// tables gives the tables that depend on the choice of glyphs.
func (c *cut) tables() map[string][]byte {
	n := uint16(len(c.glyphs))
	head, hhea, maxp := bytes.Clone(c.font.tables["head"]), bytes.Clone(c.font.tables["hhea"]), bytes.Clone(c.font.tables["maxp"])
	be.PutUint32(head[8:], 0)  // the checksum, set when all is assembled
	be.PutUint16(head[50:], 1) // loca counts in bytes
	be.PutUint16(hhea[34:], n)
	be.PutUint16(maxp[4:], n)
	deepen(maxp, max(c.most, 1))
	var hmtx []byte
	for _, g := range c.glyphs {
		advance, bearing := c.font.metric(g.ID)
		if g.Parts != nil {
			advance, bearing = uint16(c.font.units(int(g.Width))), c.bearing(g.Parts)
		} else if g.Width != 0 {
			advance, bearing = uint16(c.font.units(int(g.Width))), bearing+uint16(c.font.units(g.Shift))
		}
		hmtx = be.AppendUint16(be.AppendUint16(hmtx, advance), bearing)
	}
	return map[string][]byte{"glyf": c.glyf, "head": head, "hhea": hhea, "hmtx": hmtx, "loca": c.loca, "maxp": maxp}
}

// bearing is the left side bearing of a glyph put together of parts.
func (c *cut) bearing(parts []Part) uint16 {
	least, found := 0, false
	for _, p := range parts {
		outline, err := c.font.outline(p.ID)
		if err != nil || len(outline) < headSize {
			continue
		}
		if x := int(int16(be.Uint16(outline[2:]))) + c.font.units(p.X); !found || x < least {
			least, found = x, true
		}
	}
	return uint16(least)
}

// deepen tells the font's limits of composite glyphs one deeper than it had,
// each of at most so many parts, with no more points than the largest glyph.
func deepen(maxp []byte, parts int) {
	if len(maxp) < 32 {
		return // version 0.5, which has no limits
	}
	const points, contours, compositePoints, compositeContours, elements, depth = 6, 8, 10, 12, 28, 30
	atLeast := func(at int, v uint16) { be.PutUint16(maxp[at:], max(be.Uint16(maxp[at:]), v)) }
	times := func(at int) uint16 { return uint16(min(parts*int(be.Uint16(maxp[at:])), 0xFFFF)) }
	atLeast(compositePoints, max(times(points), times(compositePoints)))
	atLeast(compositeContours, max(times(contours), times(compositeContours)))
	atLeast(elements, uint16(parts))
	be.PutUint16(maxp[depth:], be.Uint16(maxp[depth:])+1)
}

// checkSumMagic is what a font's sums add up to (OpenType, head, checkSumAdjustment).
const checkSumMagic = 0xB1B0AFBA

// assemble writes the tables as a font file, in the order of their tags.
func assemble(tables map[string][]byte) []byte {
	tags := slices.Sorted(maps.Keys(tables))
	n := len(tags)
	log := bits.Len(uint(n)) - 1
	out := be.AppendUint32(nil, trueType)
	for _, v := range []int{n, 16 << log, log, 16*n - 16<<log} {
		out = be.AppendUint16(out, uint16(v))
	}
	at := 12 + 16*n
	for _, tag := range tags {
		out = append(out, tag...)
		out = be.AppendUint32(out, checkSum(tables[tag]))
		out = be.AppendUint32(out, uint32(at))
		out = be.AppendUint32(out, uint32(len(tables[tag])))
		at += (len(tables[tag]) + 3) &^ 3
	}
	var head int
	for _, tag := range tags {
		if tag == "head" {
			head = len(out)
		}
		out = append(out, tables[tag]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	be.PutUint32(out[head+8:], checkSumMagic-checkSum(out))
	return out
}

// checkSum adds a table up as numbers of 32 bits.
func checkSum(table []byte) (sum uint32) {
	for len(table) >= 4 {
		sum += be.Uint32(table)
		table = table[4:]
	}
	var rest [4]byte
	copy(rest[:], table)
	return sum + be.Uint32(rest[:])
}

package glyf

import (
	"bytes"
	"errors"
	"maps"
	"math/bits"
	"slices"
)

// Cut gives a font whose glyph 0 is the font's own and whose glyph i+1 is
// gids[i]. A glyph may be asked for twice. Parts of composite glyphs follow
// behind; of hints it keeps what the font has.
func (f *Font) Cut(gids []uint16) ([]byte, error) {
	c := cut{font: f, place: map[int]int{}}
	c.take(0)
	for _, g := range gids {
		c.take(int(g))
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
// with its name and measures and a character map that maps nothing.
func (f *Font) Bare() ([]byte, error) {
	c := cut{font: f, place: map[int]int{}}
	c.take(0)
	if err := c.copyOutlines(); err != nil {
		return nil, err
	}
	tables := c.tables()
	for _, tag := range []string{"OS/2", "name", "post"} {
		tables[tag] = f.tables[tag]
	}
	tables["cmap"] = emptyMap
	return assemble(tables), nil
}

// emptyMap is a character map (platform 3, encoding 1, format 4) of the one
// segment that the format demands.
var emptyMap = []byte{
	0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12,
	0, 4, 0, 24, 0, 0, 0, 2, 0, 2, 0, 0, 0, 0,
	0xFF, 0xFF, 0, 0, 0xFF, 0xFF, 0, 1, 0, 0,
}

// A cut is a font in the making.
type cut struct {
	font  *Font
	gids  []int       // of the old font, by their number in the new
	place map[int]int // the first number in the new font of an old glyph
	glyf  []byte
	loca  []byte
}

func (c *cut) take(gid int) {
	if _, ok := c.place[gid]; !ok {
		c.place[gid] = len(c.gids)
	}
	c.gids = append(c.gids, gid)
}

// copyOutlines copies the outlines of all glyphs taken, and takes the parts of
// composite ones as it meets them.
func (c *cut) copyOutlines() error {
	for i := 0; i < len(c.gids); i++ {
		c.loca = be.AppendUint32(c.loca, uint32(len(c.glyf)))
		outline, err := c.font.outline(c.gids[i])
		if err != nil {
			return err
		}
		at := len(c.glyf)
		c.glyf = append(c.glyf, outline...)
		if err := c.renumberParts(c.glyf[at:]); err != nil {
			return err
		}
		for len(c.glyf)%2 != 0 {
			c.glyf = append(c.glyf, 0)
		}
	}
	c.loca = be.AppendUint32(c.loca, uint32(len(c.glyf)))
	return nil
}

// The flags of a part of a composite glyph (OpenType, glyf, component flags).
const (
	argsAreWords = 0x0001
	haveScale    = 0x0008
	moreParts    = 0x0020
	haveXYScale  = 0x0040
	haveMatrix   = 0x0080
)

var errComposite = errors.New("a composite glyph is cut off")

// renumberParts puts the new numbers of its parts into a composite glyph.
func (c *cut) renumberParts(outline []byte) error {
	if len(outline) < 10 || int16(be.Uint16(outline)) >= 0 {
		return nil
	}
	for rest := outline[10:]; ; {
		if len(rest) < 4 {
			return errComposite
		}
		flags, gid := be.Uint16(rest), int(be.Uint16(rest[2:]))
		if _, ok := c.place[gid]; !ok {
			c.take(gid)
		}
		be.PutUint16(rest[2:], uint16(c.place[gid]))
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
	n := uint16(len(c.gids))
	head, hhea, maxp := bytes.Clone(c.font.tables["head"]), bytes.Clone(c.font.tables["hhea"]), bytes.Clone(c.font.tables["maxp"])
	be.PutUint32(head[8:], 0)  // the checksum, set when all is assembled
	be.PutUint16(head[50:], 1) // loca counts in bytes
	be.PutUint16(hhea[34:], n)
	be.PutUint16(maxp[4:], n)
	var hmtx []byte
	for _, g := range c.gids {
		m := c.font.metric(g)
		hmtx = append(hmtx, m[:]...)
	}
	return map[string][]byte{"glyf": c.glyf, "head": head, "hhea": hhea, "hmtx": hmtx, "loca": c.loca, "maxp": maxp}
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

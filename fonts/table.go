package fonts

import (
	"encoding/binary"
	"unicode/utf16"

	"kanyin/issues/say"
)

// A table is what is read of a font file (OpenType 1.9): the character map,
// spread out so that looking up costs one index, and the advances where they lie.
type table struct {
	data     []byte
	bmp      *[1 << 16]uint16 // glyph by code point; 0 where there is none
	beyond   map[rune]uint16  // the same over U+FFFF
	hmtx     []byte
	advances int // how many entries of hmtx have an advance; later glyphs have the last one's
	unitsEm  int
	name     []byte
}

var errShort = say.Errorf("the file ends too soon")

func readTable(data []byte) (t table, err error) {
	defer func() {
		if recover() != nil { // an offset that leads out of the file
			err = errShort
		}
	}()
	parts, err := directory(data)
	if err != nil {
		return t, err
	}
	if parts["glyf"] == nil {
		return t, say.Errorf("it has no TrueType outlines (glyf)")
	}
	for _, tag := range []string{"cmap", "head", "hhea", "hmtx", "loca", "maxp"} {
		if parts[tag] == nil {
			return t, say.Errorf("it has no table %s", tag)
		}
	}
	t = table{data: data, hmtx: parts["hmtx"], name: parts["name"], bmp: new([1 << 16]uint16), beyond: map[rune]uint16{}}
	t.unitsEm = int(u16(parts["head"], 18))
	t.advances = int(u16(parts["hhea"], 34))
	if t.unitsEm == 0 || t.advances == 0 || len(t.hmtx) < 4*t.advances {
		return t, errShort
	}
	return t, t.readMap(parts["cmap"], u16(parts["maxp"], 4))
}

// directory slices a font file into its tables.
func directory(data []byte) (map[string][]byte, error) {
	if len(data) < 12 {
		return nil, errShort
	}
	switch kind := string(data[:4]); kind {
	case "\x00\x01\x00\x00", "true":
	case "OTTO":
		return nil, say.Errorf("its outlines are CFF; only TrueType outlines (glyf) can be set")
	default:
		return nil, say.Errorf("it is no TrueType font: it begins with %q", kind)
	}
	parts := map[string][]byte{}
	for i := 0; i < int(u16(data, 4)); i++ {
		row := data[12+16*i:]
		from, size := uint64(u32(row, 8)), uint64(u32(row, 12))
		if from+size > uint64(len(data)) {
			return nil, errShort
		}
		parts[string(row[:4])] = data[from : from+size]
	}
	return parts, nil
}

// readMap reads the Unicode subtable with the widest repertoire: format 12
// before format 4.
func (t *table) readMap(cmap []byte, glyphs uint16) error {
	var four, twelve []byte
	for i := 0; i < int(u16(cmap, 2)); i++ {
		platform, encoding := u16(cmap, 4+8*i), u16(cmap, 6+8*i)
		if platform != 0 && (platform != 3 || encoding != 1 && encoding != 10) {
			continue
		}
		sub := cmap[u32(cmap, 8+8*i):]
		switch u16(sub, 0) {
		case 4:
			four = sub
		case 12:
			twelve = sub
		}
	}
	put := func(r uint32, gid uint32) {
		switch {
		case gid == 0 || gid >= uint32(glyphs) || r > 0x10FFFF:
		case r < 1<<16:
			t.bmp[r] = uint16(gid)
		default:
			t.beyond[rune(r)] = uint16(gid)
		}
	}
	switch {
	case twelve != nil:
		readFormat12(twelve, put)
	case four != nil:
		readFormat4(four, put)
	default:
		return say.Errorf("it has no Unicode character map (cmap of format 4 or 12)")
	}
	return nil
}

// The groups of a map ascend; what a broken one says twice is read once, so
// that reading takes no longer than there are code points.
func readFormat12(sub []byte, put func(r, gid uint32)) {
	next := uint32(0)
	for i := 0; i < int(u32(sub, 12)); i++ {
		first, last, gid := u32(sub, 16+12*i), min(u32(sub, 20+12*i), 0x10FFFF), u32(sub, 24+12*i)
		for next = max(next, first); next <= last; next++ {
			put(next, gid+next-first)
		}
	}
}

func readFormat4(sub []byte, put func(r, gid uint32)) {
	n := int(u16(sub, 6)) // twice the number of segments
	ends, starts, deltas, offsets := 14, 16+n, 16+2*n, 16+3*n
	r := 0
	for s := 0; s < n; s += 2 {
		offset := int(u16(sub, offsets+s))
		for r = max(r, int(u16(sub, starts+s))); r <= int(u16(sub, ends+s)) && r != 0xFFFF; r++ {
			gid := uint16(r)
			if offset != 0 {
				gid = u16(sub, offsets+s+offset+2*(r-int(u16(sub, starts+s))))
			}
			if gid != 0 || offset == 0 {
				put(uint32(r), uint32(gid+u16(sub, deltas+s)))
			}
		}
	}
}

func (t *table) glyph(r rune) uint16 {
	if r >= 0 && r < 1<<16 {
		return t.bmp[r]
	}
	return t.beyond[r]
}

// advance is in thousandths of an em.
func (t *table) advance(gid uint16) int {
	i := min(int(gid), t.advances-1)
	return int(u16(t.hmtx, 4*i)) * 1000 / t.unitsEm
}

// names gives the family and style, as far as the font tells them in Unicode.
func (t *table) names() (family, style string) {
	defer func() { _ = recover() }() // a broken name table names nothing
	storage := t.name[u16(t.name, 4):]
	for i := 0; i < int(u16(t.name, 2)); i++ {
		row := t.name[6+12*i:]
		if u16(row, 0) != 3 {
			continue
		}
		text := decodeUTF16(storage[u16(row, 10):][:u16(row, 8)])
		switch u16(row, 6) {
		case 1:
			family = text
		case 2:
			style = text
		}
	}
	return family, style
}

func decodeUTF16(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = u16(b, 2*i)
	}
	return string(utf16.Decode(units))
}

func u16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
func u32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }

package finish

import (
	"bytes"
	"encoding/binary"
	"math"
	"unicode/utf16"

	"kanyin/issues/say"
)

// SRGB makes an ICC profile (ICC.1:2001-04, version 2.4) of the colour space of
// IEC 61966-2-1: a matrix and one curve for all three channels.
func SRGB() []byte {
	curve := srgbCurve()
	return profile("mntr", "RGB ", []iccTag{
		{"desc", iccDescription("sRGB IEC61966-2.1")},
		{"cprt", append([]byte("text\x00\x00\x00\x00"), "No copyright, use freely\x00"...)},
		{"wtpt", iccXYZ(0.9642, 1, 0.8249)}, // D50, the profile connection space's white
		{"rXYZ", iccXYZ(0.43607, 0.22249, 0.01392)},
		{"gXYZ", iccXYZ(0.38515, 0.71687, 0.09708)},
		{"bXYZ", iccXYZ(0.14307, 0.06061, 0.71410)}, // the primaries, adapted to D50 after Bradford
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	})
}

// srgbCurve samples the transfer function of IEC 61966-2-1, 5.2.
func srgbCurve() []byte {
	const samples = 1024
	b := append([]byte("curv\x00\x00\x00\x00"), 0, 0, samples>>8, samples&0xFF)
	for i := range samples {
		v := float64(i) / (samples - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		b = binary.BigEndian.AppendUint16(b, uint16(math.Round(v*0xFFFF)))
	}
	return b
}

type iccTag struct {
	signature string
	data      []byte
}

// profile assembles a profile; tags of the same data share them.
func profile(class, space string, tags []iccTag) []byte {
	head := make([]byte, 128)
	be := binary.BigEndian
	be.PutUint32(head[8:], 0x02400000)
	copy(head[12:], class+space+"XYZ ")
	for i, v := range []uint16{1999, 10, 18} { // when IEC 61966-2-1 appeared
		be.PutUint16(head[24+2*i:], v)
	}
	copy(head[36:], "acsp")
	copy(head[68:], iccXYZ(0.9642, 1, 0.8249)[8:])
	table := be.AppendUint32(nil, uint32(len(tags)))
	start := len(head) + 4 + 12*len(tags)
	var body []byte
	at := 0
	for i, t := range tags {
		if i == 0 || !bytes.Equal(tags[i-1].data, t.data) {
			for len(body)%4 != 0 {
				body = append(body, 0)
			}
			at = start + len(body)
			body = append(body, t.data...)
		}
		table = append(table, t.signature...)
		table = be.AppendUint32(table, uint32(at))
		table = be.AppendUint32(table, uint32(len(t.data)))
	}
	out := append(append(head, table...), body...)
	be.PutUint32(out, uint32(len(out)))
	return out
}

func iccXYZ(x, y, z float64) []byte {
	b := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range []float64{x, y, z} {
		b = binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(v*65536))))
	}
	return b
}

// iccDescription writes a description without its Unicode and Macintosh forms.
func iccDescription(s string) []byte {
	b := binary.BigEndian.AppendUint32([]byte("desc\x00\x00\x00\x00"), uint32(len(s)+1))
	return append(append(b, s...), make([]byte, 1+4+4+2+1+67)...)
}

// A Profile is what an ICC profile says of itself.
type Profile struct {
	Class       string // prtr: of an output device
	Space       string // CMYK, GRAY, RGB
	Description string // the name that its maker gave it, or ""
}

// ReadProfile reads an ICC profile's header and description.
func ReadProfile(icc []byte) (Profile, error) {
	if len(icc) < 128 || string(icc[36:40]) != "acsp" {
		return Profile{}, say.Errorf("no ICC profile: %d bytes without its signature", len(icc))
	}
	if size := binary.BigEndian.Uint32(icc); uint64(size) != uint64(len(icc)) {
		return Profile{}, say.Errorf("an ICC profile of %d bytes, but %d are there", size, len(icc))
	}
	return Profile{string(icc[12:16]), string(bytes.TrimSpace(icc[16:20])), description(tag(icc, "desc"))}, nil
}

// tag gives the data of a profile's tag, or nothing.
func tag(icc []byte, signature string) []byte {
	const row = 12
	table := icc[128:]
	if len(table) < 4 {
		return nil
	}
	n := binary.BigEndian.Uint32(table)
	for table = table[4:]; n > 0 && len(table) >= row; n, table = n-1, table[row:] {
		if string(table[:4]) == signature {
			return part(icc, binary.BigEndian.Uint32(table[4:]), binary.BigEndian.Uint32(table[8:]))
		}
	}
	return nil
}

// part gives so many bytes from one on, or nothing where they are not all there.
// The numbers are a stranger's: their sum is more than an int of 32 bits holds.
func part(data []byte, from, size uint32) []byte {
	if uint64(from)+uint64(size) > uint64(len(data)) {
		return nil
	}
	return data[from : from+size]
}

// description reads a text in the form of version 2, ASCII, or of version 4,
// where the first of its languages counts.
func description(data []byte) string {
	const head = 28 // of the later form, with one language
	be := binary.BigEndian
	switch {
	case len(data) >= 12 && string(data[:4]) == "desc":
		text, _, _ := bytes.Cut(data[12:], []byte{0})
		return string(text)
	case len(data) >= head && string(data[:4]) == "mluc":
		var units []uint16
		for text := part(data, be.Uint32(data[24:]), be.Uint32(data[20:])); len(text) >= 2; text = text[2:] {
			units = append(units, be.Uint16(text))
		}
		return string(utf16.Decode(units))
	}
	return ""
}

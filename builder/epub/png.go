package epub

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"

	"github.com/klauspost/compress/zlib"
)

// packing is the level of compression: 6 makes a cover of some 40 kB in two
// milliseconds; 9 takes twenty times as long to save a kilobyte and a half.
const packing = 6

// encodePNG writes a picture of at most four colours as a PNG of two bits a
// pixel (PNG, third edition, 11.2). The standard encoder gives the same
// picture, but asks for every pixel's colour by itself, which takes longer than
// drawing the cover.
func encodePNG(p *image.Paletted) ([]byte, error) {
	width, height := p.Rect.Dx(), p.Rect.Dy()
	var head, palette []byte
	head = binary.BigEndian.AppendUint32(head, uint32(width))
	head = binary.BigEndian.AppendUint32(head, uint32(height))
	head = append(head, 2, 3, 0, 0, 0) // two bits, palette, no interlace
	for _, c := range p.Palette {
		r, g, b, _ := c.RGBA()
		palette = append(palette, byte(r>>8), byte(g>>8), byte(b>>8))
	}
	var pixels bytes.Buffer
	z, err := zlib.NewWriterLevel(&pixels, packing)
	if err != nil {
		return nil, err
	}
	row := make([]byte, 1+(width+3)/4) // the first byte says that the row is not filtered
	for y := range height {
		pack(row[1:], p.Pix[y*p.Stride:y*p.Stride+width])
		if _, err := z.Write(row); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	out := []byte("\x89PNG\r\n\x1a\n")
	out = appendChunk(out, "IHDR", head)
	out = appendChunk(out, "PLTE", palette)
	out = appendChunk(out, "IDAT", pixels.Bytes())
	return appendChunk(out, "IEND", nil), nil
}

// pack puts four pixels into a byte, the first one highest.
func pack(row, pixels []byte) {
	for ; len(pixels) >= 4; row, pixels = row[1:], pixels[4:] {
		row[0] = pixels[0]<<6 | pixels[1]<<4 | pixels[2]<<2 | pixels[3]
	}
	if len(pixels) > 0 {
		row[0] = 0
	}
	for i, colour := range pixels {
		row[0] |= colour << (6 - 2*i)
	}
}

func appendChunk(out []byte, kind string, data []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
	from := len(out)
	out = append(append(out, kind...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[from:]))
}

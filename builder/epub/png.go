package epub

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
)

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
	z := zlib.NewWriter(&pixels)
	row := make([]byte, 1+(width+3)/4) // the first byte says that the row is not filtered
	for y := range height {
		clear(row)
		for x, colour := range p.Pix[y*p.Stride : y*p.Stride+width] {
			row[1+x/4] |= colour << (6 - x%4*2)
		}
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

func appendChunk(out []byte, kind string, data []byte) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
	from := len(out)
	out = append(append(out, kind...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[from:]))
}

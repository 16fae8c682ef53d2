package verify

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"kanyin/issues/say"
)

// maxPixels is the largest picture that is decoded: a wall of paper at 600 dpi.
const maxPixels = 200 << 20

// images decodes every picture whole: a reader that meets a broken one shows
// nothing, or stops.
func images(b *book) []fault {
	decoders := map[string]struct {
		config func(io.Reader) (image.Config, error)
		decode func(io.Reader) (image.Image, error)
	}{"image/png": {png.DecodeConfig, png.Decode}, "image/jpeg": {jpeg.DecodeConfig, jpeg.Decode}, "image/gif": {gif.DecodeConfig, gif.Decode}}
	var out []fault
	for _, i := range b.items {
		d, known := decoders[i.mediaType]
		if !known || b.files[i.href] == nil {
			continue
		}
		if err := decodes(b.files[i.href], d.config, d.decode); err != nil {
			out = append(out, faultf(i.href, "%v", err))
		}
	}
	return out
}

func decodes(data []byte, config func(io.Reader) (image.Config, error), decode func(io.Reader) (image.Image, error)) error {
	c, err := config(bytes.NewReader(data))
	switch {
	case err != nil:
		return say.Errorf("it is no picture of its type: %v", err)
	case c.Width*c.Height > maxPixels:
		return say.Errorf("it has %d × %d pixels", c.Width, c.Height)
	case c.ColorModel == color.CMYKModel:
		return say.Errorf("its colours are CMYK, which few readers show")
	}
	if _, err := decode(bytes.NewReader(data)); err != nil {
		return say.Errorf("it is damaged: %v", err)
	}
	return nil
}

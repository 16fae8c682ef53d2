package verify

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"path"
	"slices"
	"strings"

	"golang.org/x/image/webp"

	"kanyin/issues/say"
)

// maxPixels is the largest picture that is decoded: a wall of paper at 600 dpi.
const maxPixels = 200 << 20

// A pictureType is a media type that every reader shows (EPUB 3.3, 3.2).
type pictureType struct {
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
	ends   []string // of its files' names
}

var pictureTypes = map[string]pictureType{
	"image/png":  {png.DecodeConfig, png.Decode, []string{".png"}},
	"image/jpeg": {jpeg.DecodeConfig, jpeg.Decode, []string{".jpg", ".jpeg", ".jpe", ".jfif"}},
	"image/gif":  {gif.DecodeConfig, gif.Decode, []string{".gif"}},
	"image/webp": {webp.DecodeConfig, webp.Decode, []string{".webp"}},
}

// images decodes every picture whole: a reader that meets a broken one shows
// nothing, or stops. Drawings in SVG are documents and judged as such.
func images(b *book) []fault {
	var out []fault
	for _, i := range b.items {
		t, known := pictureTypes[i.mediaType]
		switch data := b.files[i.href]; {
		case data == nil || !strings.HasPrefix(i.mediaType, "image/") || i.mediaType == "image/svg+xml":
		case !known:
			out = append(out, faultf(i.href, "few readers show pictures of the type %s", i.mediaType))
		default:
			if !slices.Contains(t.ends, strings.ToLower(path.Ext(i.href))) {
				out = append(out, faultf(i.href, "the name does not end as those of %s do", i.mediaType))
			}
			if err := decodes(data, t.config, t.decode); err != nil {
				out = append(out, faultf(i.href, "%v", err))
			}
		}
	}
	return out
}

// What a cover must have to serve on a shelf and not to keep the book from opening.
const (
	leastCover = 64      // pixels of its longer side; below stand icons and the dots that programs leave for a picture
	mostCover  = 5 << 20 // bytes; shops refuse or shrink heavier ones
)

// cover judges the picture by which the book is found.
func cover(b *book) []fault {
	i, has := b.withProperty("cover-image")
	data := b.files[i.href]
	if !has || data == nil {
		return nil
	}
	if len(data) > mostCover {
		return []fault{faultf(i.href, "the cover has %.1f MB; over %d MB readers are slow to open the book", float64(len(data))/(1<<20), mostCover>>20)}
	}
	if t, known := pictureTypes[i.mediaType]; known {
		c, err := t.config(bytes.NewReader(data))
		if err == nil && max(c.Width, c.Height) < leastCover {
			return []fault{faultf(i.href, "the cover has %d × %d pixels, too few to show anything", c.Width, c.Height)}
		}
	}
	return nil
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

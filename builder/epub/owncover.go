package epub

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	_ "image/gif" // covers may be GIF, TIFF and WebP
	"image/jpeg"
	pngs "image/png"
	"net/http"
	"strings"

	_ "golang.org/x/image/tiff"
	_ "golang.org/x/image/webp"

	"kanyin/builder/imaging"
	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// A CoverImage is a picture that can be an e-book's cover.
type CoverImage struct {
	Data      []byte // none where it is too small to show anything
	MediaType string
	Remarks   []issue.Finding // what will look poor
}

// What a cover should be, by the advice of the shops that sell e-books: smaller
// ones are blurred on a shelf, heavier ones keep the book from opening.
const (
	leastSide  = 600       // pixels of its longer side
	tinySide   = 64        // pixels of its longer side; below stand icons and the dots that programs leave for a picture
	heavy      = 5 << 20   // bytes
	lighter    = 2560      // pixels of a heavy one's longer side, once it is made smaller: as high as a drawn one
	mostPixels = 100 << 20 // more are a fault, or a trap
)

// ReadCover decodes a cover whole, so that no broken one gets into a book. PNG
// and JPEG are taken as they are, but for JPEGs in CMYK, which few readers show
// and which become RGB, and heavy ones, which become a JPEG of a tablet's size.
// GIF, TIFF and WebP become PNG.
func ReadCover(data []byte) (CoverImage, error) {
	c := CoverImage{Data: data, MediaType: http.DetectContentType(data)}
	if len(data) == 0 {
		return c, say.Errorf("the cover is empty; save the picture again, or leave the setting out and have a cover drawn")
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case errors.Is(err, image.ErrFormat) && !strings.HasPrefix(c.MediaType, "image/"):
		return c, say.Errorf("the cover is no picture that can be used (%s); save it as PNG or JPEG", c.MediaType)
	case err != nil:
		return c, say.Errorf("the cover is damaged: %w; save the picture again", err)
	case config.Width > mostPixels/max(config.Height, 1):
		return c, say.Errorf("the cover has %d × %d pixels; make it no larger than 4000 × 6000", config.Width, config.Height)
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return c, say.Errorf("the cover is damaged: %w; save the picture again", err)
	}
	switch {
	case max(config.Width, config.Height) < tinySide:
		c.Data = nil
		c.remark(say.Of("the cover has %d × %d pixels, too few to show anything, and is left out; make it about 1600 × 2560", config.Width, config.Height))
		return c, nil
	case len(data) > heavy:
		c.remark(say.Of("the cover has %.1f MB; over %d MB readers are slow to open the book, so the e-book has it smaller", float64(len(data))/(1<<20), heavy>>20))
		err = c.becomeJPEG(lighter)
	case config.ColorModel == color.CMYKModel:
		c.remark(say.Of("the cover is in CMYK, which few readers show; the e-book has it in RGB"))
		err = c.becomeJPEG(max(config.Width, config.Height))
	case format != "png" && format != "jpeg":
		var png bytes.Buffer
		err = pngs.Encode(&png, picture)
		c.Data, c.MediaType = png.Bytes(), "image/png"
	}
	if err != nil {
		return c, err
	}
	switch w, h := config.Width, config.Height; {
	case max(w, h) < leastSide:
		c.remark(say.Of("the cover has %d × %d pixels; under %d it is blurred on a shelf", w, h, leastSide))
	case w > h:
		c.remark(say.Of("the cover is wider than high, %d × %d pixels; shelves show it small", w, h))
	}
	return c, nil
}

// becomeJPEG sets the cover in sRGB on white, at most so many pixels long.
func (c *CoverImage) becomeJPEG(longest int) error {
	picture, err := imaging.RGB(issue.Picture{Name: "cover", Bytes: c.Data}, longest)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, picture, &jpeg.Options{Quality: 90}); err != nil {
		return err
	}
	c.Data, c.MediaType = out.Bytes(), "image/jpeg"
	return nil
}

func (c *CoverImage) remark(message say.Text) {
	c.Remarks = append(c.Remarks, issue.Finding{Code: "cover-poor", Severity: issue.Warning, Message: message, Confidence: 1})
}

package library

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
)

// A thumbnail of a picture of two colours has them where they were, whatever
// the picture's size and kind.
func TestThumbnailsKeepColoursInTheirPlaces(t *testing.T) {
	red, white := color.RGBA{200, 20, 20, 255}, color.RGBA{255, 255, 255, 255}
	for _, size := range []image.Point{{800, 1280}, {330, 440}, {100, 40}, {1, 300}} {
		for kind, img := range map[string]interface {
			image.Image
			Set(x, y int, c color.Color)
		}{"paletted": image.NewPaletted(image.Rectangle{Max: size}, color.Palette{white, red}), "RGBA": image.NewRGBA(image.Rectangle{Max: size})} {
			for y := range size.Y {
				for x := range size.X {
					img.Set(x, y, white)
					if y < size.Y/2 {
						img.Set(x, y, red)
					}
				}
			}
			var b bytes.Buffer
			if err := png.Encode(&b, img); err != nil {
				t.Fatal(err)
			}
			small, err := thumbnail(b.Bytes())
			if err != nil {
				t.Fatal(err)
			}
			got, _, err := image.Decode(bytes.NewReader(small))
			if err != nil {
				t.Fatal(err)
			}
			max := got.Bounds().Max
			r, _, _, _ := got.At(max.X/2, max.Y/8).RGBA()
			_, g, _, _ := got.At(max.X/2, max.Y-1-max.Y/8).RGBA()
			if max.X != thumbWidth || r>>8 < 190 || r>>8 > 210 || g>>8 < 250 {
				t.Errorf("%v %s: %v wide, red %d above, green %d below", size, kind, max, r>>8, g>>8)
			}
		}
	}
	if _, err := thumbnail([]byte("no picture")); err == nil {
		t.Error("what is no picture has a thumbnail")
	}
}

package epub

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
)

func TestPNGIsThePicture(t *testing.T) {
	for _, width := range []int{1, 2, 7, 16} {
		p := image.NewPaletted(image.Rect(0, 0, width, 3), color.Palette{color.RGBA{1, 2, 3, 255}, color.RGBA{250, 240, 230, 255}, color.RGBA{9, 99, 199, 255}})
		for i := range p.Pix {
			p.Pix[i] = uint8(i % 3)
		}
		data, err := encodePNG(p)
		if err != nil {
			t.Fatal(err)
		}
		got, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		for y := range 3 {
			for x := range width {
				if got.At(x, y) != p.At(x, y) {
					t.Errorf("%d wide: pixel %d,%d is %v, want %v", width, x, y, got.At(x, y), p.At(x, y))
				}
			}
		}
	}
}

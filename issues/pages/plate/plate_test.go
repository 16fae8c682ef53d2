package plate

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math/rand/v2"
	"testing"

	"kanyin/issues/pages"
)

// A page of 400 by 600 points as a scanner gives it: greyish, grainy, a dot a point.
func paper() *image.Gray {
	chance := rand.New(rand.NewPCG(1, 2))
	img := image.NewGray(image.Rect(0, 0, 400, 600))
	for i := range img.Pix {
		img.Pix[i] = uint8(226 + chance.IntN(12))
	}
	return img
}

func ink(img *image.Gray, x0, y0, x1, y1 int, grey uint8) {
	draw.Draw(img, image.Rect(x0, y0, x1, y1), image.NewUniform(color.Gray{Y: grey}), image.Point{}, draw.Src)
}

// written sets lines of text into the page and says where they stand.
func written(img *image.Gray, p *pages.Page, x0, y0, x1, y1 int) {
	for y := y0; y+10 <= y1; y += 16 {
		for x := x0; x+8 <= x1; x += 10 {
			ink(img, x, y, x+6, y+10, 60)
		}
		p.Runs = append(p.Runs, pages.Run{X0: float32(x0), Y0: float32(y), X1: float32(x1), Y1: float32(y + 10)})
	}
}

func TestPicturesAreFound(t *testing.T) {
	for _, c := range []struct {
		name string
		draw func(img *image.Gray, p *pages.Page)
		want string
	}{
		{"nothing but text", func(img *image.Gray, p *pages.Page) { written(img, p, 40, 60, 360, 560) }, ""},
		{"a photograph", func(img *image.Gray, p *pages.Page) {
			ink(img, 80, 120, 280, 280, 120)
			written(img, p, 40, 300, 360, 560)
		}, "80,120–280,280"},
		{"two, side by side", func(img *image.Gray, p *pages.Page) {
			ink(img, 40, 120, 180, 240, 90)
			ink(img, 220, 120, 360, 240, 150)
			written(img, p, 40, 260, 360, 560)
		}, "40,120–180,240 220,120–360,240"},
		{"with a highlight in it", func(img *image.Gray, p *pages.Page) {
			ink(img, 80, 120, 280, 280, 100)
			ink(img, 120, 160, 160, 200, 232)
		}, "80,120–280,280"},
		{"an ornament", func(img *image.Gray, p *pages.Page) { ink(img, 80, 120, 110, 280, 40) }, ""},
		{"a frame of lines", func(img *image.Gray, p *pages.Page) {
			ink(img, 80, 120, 280, 280, 60)
			ink(img, 82, 122, 278, 278, 230)
		}, ""},
		{"text on a ground", func(img *image.Gray, p *pages.Page) {
			ink(img, 60, 120, 340, 280, 170)
			written(img, p, 70, 130, 330, 270)
		}, ""},
		{"the shadow of the lid", func(img *image.Gray, p *pages.Page) { ink(img, 0, 0, 30, 600, 50); written(img, p, 60, 60, 360, 560) }, ""},
		{"a whole page", func(img *image.Gray, p *pages.Page) { ink(img, 0, 0, 400, 600, 80) }, ""},
	} {
		img, p := paper(), &pages.Page{Width: 400, Height: 600}
		c.draw(img, p)
		got := ""
		for _, b := range Find(img, p) {
			if got != "" {
				got += " "
			}
			got += fmt.Sprintf("%g,%g–%g,%g", b.X0, b.Y0, b.X1, b.Y1)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if c.want != "" && !Room(p) {
			t.Errorf("%s: there is no room for it", c.name)
		}
	}
	full := &pages.Page{Width: 400, Height: 600}
	written(paper(), full, 30, 40, 370, 570)
	if Room(full) {
		t.Error("a page full of text has room")
	}
}

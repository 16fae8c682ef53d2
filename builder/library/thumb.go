package library

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	_ "image/png" // covers are PNG or JPEG
)

const (
	// thumbWidth shows a cover on a shelf at twice the pixels of a plain screen
	// and at those of a phone's; its titles can still be read.
	thumbWidth = 320
	// thumbQuality is where JPEG's blocks cease to be seen round large letters.
	thumbQuality = 82
)

// thumbnail gives a small JPEG of a cover: each pixel is the mean of those that
// it stands for. The kernels of golang.org/x/image/draw do the same in a third
// of a second for a drawn cover, which has four million pixels of four colours;
// this takes a twentieth of that.
func thumbnail(cover []byte) ([]byte, error) {
	img, _, err := image.Decode(bytes.NewReader(cover))
	if err != nil {
		return nil, fmt.Errorf("cover: %w", err)
	}
	size := img.Bounds().Size()
	if size.X == 0 || size.Y == 0 {
		return nil, errors.New("cover: the picture is empty")
	}
	at := colours(img)
	small := image.NewRGBA(image.Rect(0, 0, thumbWidth, max(1, thumbWidth*size.Y/size.X)))
	for y := range small.Rect.Dy() {
		y0, y1 := share(y, small.Rect.Dy(), size.Y)
		for x := range small.Rect.Dx() {
			x0, x1 := share(x, small.Rect.Dx(), size.X)
			var r, g, b, n int
			for v := y0; v < y1; v++ {
				for u := x0; u < x1; u++ {
					c := at(u, v)
					r, g, b, n = r+int(c.R), g+int(c.G), b+int(c.B), n+1
				}
			}
			small.SetRGBA(x, y, color.RGBA{uint8(r / n), uint8(g / n), uint8(b / n), 255})
		}
	}
	var out bytes.Buffer
	err = jpeg.Encode(&out, small, &jpeg.Options{Quality: thumbQuality})
	return out.Bytes(), err
}

// share gives the pixels from..to, of all, that the i-th of n stands for: at
// least one.
func share(i, n, all int) (from, to int) {
	from = i * all / n
	return from, max(from+1, (i+1)*all/n)
}

// colours gives a picture's pixels from its upper left corner.
func colours(img image.Image) func(x, y int) color.RGBA {
	if p, ok := img.(*image.Paletted); ok {
		var table [256]color.RGBA
		for i, c := range p.Palette {
			table[i] = color.RGBAModel.Convert(c).(color.RGBA)
		}
		return func(x, y int) color.RGBA { return table[p.Pix[y*p.Stride+x]] }
	}
	min := img.Bounds().Min
	return func(x, y int) color.RGBA { return color.RGBAModel.Convert(img.At(min.X+x, min.Y+y)).(color.RGBA) }
}

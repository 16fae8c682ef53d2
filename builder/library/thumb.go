package library

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	_ "image/png" // covers are PNG or JPEG

	"kanyin/issues/say"
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
		return nil, say.Errorf("cover: %w", err)
	}
	size := img.Bounds().Size()
	if size.X == 0 || size.Y == 0 {
		return nil, say.Errorf("cover: the picture is empty")
	}
	small := shrink(img, thumbWidth, min(max(1, thumbWidth*size.Y/size.X), 4*thumbWidth)) // no shelf is so high
	var out bytes.Buffer
	err = jpeg.Encode(&out, small, &jpeg.Options{Quality: thumbQuality})
	return out.Bytes(), err
}

// shrink gives a picture of a smaller size, each pixel the mean of those that
// it stands for.
func shrink(img image.Image, width, height int) *image.RGBA {
	size := img.Bounds().Size()
	row := rows(img)
	small := image.NewRGBA(image.Rect(0, 0, width, height))
	sums := make([][4]int, width)
	for y := range height {
		clear(sums)
		y0, y1 := share(y, height, size.Y)
		for v := y0; v < y1; v++ {
			pixels := row(v)
			for x := range width {
				x0, x1 := share(x, width, size.X)
				s := &sums[x]
				for _, c := range pixels[x0:x1] {
					s[0], s[1], s[2], s[3] = s[0]+int(c.R), s[1]+int(c.G), s[2]+int(c.B), s[3]+1
				}
			}
		}
		for x, s := range sums {
			small.SetRGBA(x, y, color.RGBA{uint8(s[0] / s[3]), uint8(s[1] / s[3]), uint8(s[2] / s[3]), 255})
		}
	}
	return small
}

// share gives the pixels from..to, of all, that the i-th of n stands for: at
// least one.
func share(i, n, all int) (from, to int) {
	from = min(i*all/n, all-1)
	return from, max(from+1, (i+1)*all/n)
}

// rows gives a picture's rows from its upper edge; each call fills the same row.
func rows(img image.Image) func(y int) []color.RGBA {
	row := make([]color.RGBA, img.Bounds().Dx())
	if p, ok := img.(*image.Paletted); ok {
		var table [256]color.RGBA
		for i, c := range p.Palette {
			table[i] = color.RGBAModel.Convert(c).(color.RGBA)
		}
		return func(y int) []color.RGBA {
			for x, index := range p.Pix[y*p.Stride : y*p.Stride+len(row)] {
				row[x] = table[index]
			}
			return row
		}
	}
	at := img.Bounds().Min
	return func(y int) []color.RGBA {
		for x := range row {
			row[x] = color.RGBAModel.Convert(img.At(at.X+x, at.Y+y)).(color.RGBA)
		}
		return row
	}
}

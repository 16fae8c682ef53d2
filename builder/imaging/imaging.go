// Package imaging makes of an issue's pictures what editions need: small enough
// for phones, in sRGB, or in one ink.
package imaging

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// quality is where JPEG's faults are not seen at a phone's size, and another
// step would add a third to the file.
const quality = 85

// Fit gives a picture whose longer side has at most so many pixels, as a file
// that every reader shows: a JPEG or a PNG, in sRGB or in greys. One that is so
// already stays as it came, byte for byte. The error is a picture that cannot
// be decoded.
func Fit(p issue.Picture, longest int) (data []byte, mime string, err error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(p.Bytes))
	if err != nil {
		return nil, "", say.Errorf("picture %s: %w", p.Name, err)
	}
	if max(config.Width, config.Height) <= longest && config.ColorModel != color.CMYKModel {
		return p.Bytes, "image/" + format, nil
	}
	img, err := decode(p)
	if err != nil {
		return nil, "", err
	}
	img = scale(img, longest)
	var out bytes.Buffer
	if format == "png" && few(img) {
		err = png.Encode(&out, img)
		return out.Bytes(), "image/png", err
	}
	err = jpeg.Encode(&out, onPaper(img), &jpeg.Options{Quality: quality})
	return out.Bytes(), "image/jpeg", err
}

// Gray gives the picture in one ink, at most so many pixels long: the luma of
// each of its points, 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601, as image/color
// has it). The three weights are one together, so that a picture in greys keeps
// its values as they are.
func Gray(p issue.Picture, longest int) (*image.Gray, error) {
	img, err := decode(p)
	if err != nil {
		return nil, err
	}
	img = onPaper(scale(img, longest))
	out := image.NewGray(image.Rect(0, 0, img.Bounds().Dx(), img.Bounds().Dy()))
	draw.Draw(out, out.Bounds(), img, img.Bounds().Min, draw.Src)
	return out, nil
}

// RGB gives the picture as sRGB on white paper, at most so many pixels long.
func RGB(p issue.Picture, longest int) (*image.RGBA, error) {
	img, err := decode(p)
	if err != nil {
		return nil, err
	}
	return onPaper(scale(img, longest)), nil
}

func decode(p issue.Picture) (image.Image, error) {
	img, _, err := image.Decode(bytes.NewReader(p.Bytes))
	if err != nil {
		return nil, say.Errorf("picture %s: %w", p.Name, err)
	}
	return img, nil
}

// scale makes a picture smaller, never larger.
func scale(img image.Image, longest int) image.Image {
	w, h := img.Bounds().Dx(), img.Bounds().Dy()
	if max(w, h) <= longest {
		return img
	}
	if w > h {
		w, h = longest, max(1, (h*longest+w/2)/w)
	} else {
		w, h = max(1, (w*longest+h/2)/h), longest
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.CatmullRom.Scale(out, out.Bounds(), img, img.Bounds(), draw.Src, nil)
	return out
}

// onPaper puts what shows through on white.
func onPaper(img image.Image) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, img.Bounds().Dx(), img.Bounds().Dy()))
	draw.Draw(out, out.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(out, out.Bounds(), img, img.Bounds().Min, draw.Over)
	return out
}

// few tells a drawing from a photograph: it has so few colours that JPEG would
// blur its edges and gain nothing.
func few(img image.Image) bool {
	const most = 512
	seen := map[color.RGBA]bool{}
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if seen[color.RGBAModel.Convert(img.At(x, y)).(color.RGBA)] = true; len(seen) > most {
				return false
			}
		}
	}
	return true
}

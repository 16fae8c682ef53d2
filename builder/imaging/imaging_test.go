package imaging_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"kanyin/builder/imaging"
	"kanyin/issues/issue"
)

// photograph has a colour of its own at every point; drawing has two.
func photograph(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = uint8(uint32(i) * 2654435761 >> 24)
		if i%4 == 3 {
			img.Pix[i] = 255
		}
	}
	return img
}

func drawing(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w / 2 {
			img.SetNRGBA(x, y, color.NRGBA{R: 200, A: 255})
		}
	}
	return img
}

func asJPEG(img image.Image) issue.Picture {
	var b bytes.Buffer
	jpeg.Encode(&b, img, nil)
	return issue.Picture{Name: "made.jpg", Bytes: b.Bytes()}
}

func asPNG(img image.Image) issue.Picture {
	var b bytes.Buffer
	png.Encode(&b, img)
	return issue.Picture{Name: "made.png", Bytes: b.Bytes()}
}

func TestFit(t *testing.T) {
	for name, c := range map[string]struct {
		picture       issue.Picture
		mime          string
		width, height int
		same          bool
	}{
		"small enough":        {asJPEG(photograph(60, 40)), "image/jpeg", 60, 40, true},
		"a large photograph":  {asJPEG(photograph(400, 300)), "image/jpeg", 100, 75, false},
		"a tall drawing":      {asPNG(drawing(30, 200)), "image/png", 15, 100, false},
		"a photograph in PNG": {asPNG(photograph(400, 200)), "image/jpeg", 100, 50, false},
	} {
		data, mime, err := imaging.Fit(c.picture, 100)
		if err != nil {
			t.Fatal(err)
		}
		config, _, err := image.DecodeConfig(bytes.NewReader(data))
		if err != nil || mime != c.mime || config.Width != c.width || config.Height != c.height || bytes.Equal(data, c.picture.Bytes) != c.same {
			t.Errorf("%s: %s, %d × %d, %v", name, mime, config.Width, config.Height, err)
		}
	}
	if _, _, err := imaging.Fit(issue.Picture{Name: "bad.jpg", Bytes: []byte("\xff\xd8")}, 100); err == nil {
		t.Error("a picture that is none was taken")
	}
}

// One ink takes each point's luminance; what shows through is paper.
func TestGray(t *testing.T) {
	g, err := imaging.Gray(asPNG(drawing(4, 2)), 100)
	if err != nil {
		t.Fatal(err)
	}
	want := color.GrayModel.Convert(color.NRGBA{R: 200, A: 255}).(color.Gray)
	if g.GrayAt(0, 0) != want || g.GrayAt(3, 1) != (color.Gray{Y: 255}) {
		t.Errorf("%v and %v, want %v and white", g.GrayAt(0, 0), g.GrayAt(3, 1), want)
	}
}

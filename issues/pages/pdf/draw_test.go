package pdf_test

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"kanyin/issues/pages/pdf"
)

// A page is drawn as it is read: upright, its trim alone, and the ink of a line
// stands inside the line's box.
func TestAPageIsDrawnWhereItIsRead(t *testing.T) {
	for what, m := range map[string]made{
		"plain":   {content: show(t, 60, 700, 20, "横写的字")},
		"turned":  {page: "/Rotate 90", content: "BT /F1 20 Tf 0 1 -1 0 142 60 Tm " + code(t, ucs2, "横写的字") + " Tj ET"},
		"trimmed": {page: "/MediaBox[0 0 635 882]/TrimBox[20 20 615 862]", content: show(t, 100, 800, 20, "版心之内")},
	} {
		data := m.pdf()
		p := read(t, m.pdf()).Pages[0]
		d, err := pdf.NewDrawer(data, pdf.Options{Cache: cache})
		if err != nil {
			t.Fatal(err)
		}
		picture, err := d.Page(1, 72)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.Page(2, 72); err == nil {
			t.Error("a page that is not there was drawn")
		}
		d.Close()
		img, err := png.Decode(bytes.NewReader(picture))
		if err != nil {
			t.Fatal(err)
		}
		b := img.Bounds()
		if dx, dy := b.Dx()-int(p.Width), b.Dy()-int(p.Height); dx < -1 || dx > 1 || dy < -1 || dy > 1 {
			t.Errorf("%s: drawn %v, read %v × %v", what, b, p.Width, p.Height)
		}
		r := p.Runs[0]
		box := image.Rect(int(r.X0)-1, int(r.Y0)-1, int(r.X1)+2, int(r.Y1)+2).Add(b.Min)
		in, out := 0, 0
		for y := b.Min.Y; y < b.Max.Y; y++ {
			for x := b.Min.X; x < b.Max.X; x++ {
				if red, _, _, _ := img.At(x, y).RGBA(); red < 0x8000 {
					if image.Pt(x, y).In(box) {
						in++
					} else {
						out++
					}
				}
			}
		}
		if in < 50 || out > 0 {
			t.Errorf("%s: %d dark points inside the line's box %v, %d outside", what, in, box, out)
		}
	}
}

package imaging_test

import (
	"bytes"
	"image"
	"testing"

	"kanyin/builder/imaging"
	"kanyin/issues/issue"
)

// FuzzFit: whatever a picture's bytes are, it is an error or a picture that no
// edition stumbles over, the same one twice, in colour as in one ink.
func FuzzFit(f *testing.F) {
	f.Add(asPNG(drawing(40, 30)).Bytes)
	f.Add(asPNG(photograph(20, 30)).Bytes)
	f.Add(asJPEG(photograph(50, 20)).Bytes)
	f.Fuzz(func(t *testing.T, data []byte) {
		const longest, most = 32, 1 << 20
		if c, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && c.Width > most/max(c.Height, 1) {
			t.Skip("SKIP: figures refuse what is larger than any print")
		}
		p := issue.Picture{Name: "made", Bytes: data}
		gray, err := imaging.Gray(p, longest)
		if err != nil {
			return
		}
		if b := gray.Bounds(); max(b.Dx(), b.Dy()) > longest || b.Empty() {
			t.Errorf("in grey it is %v", b)
		}
		one, mime, err := imaging.Fit(p, longest)
		if err != nil {
			t.Fatalf("grey, but not for a phone: %v", err)
		}
		two, _, _ := imaging.Fit(p, longest)
		if c, format, err := image.DecodeConfig(bytes.NewReader(one)); err != nil || "image/"+format != mime || max(c.Width, c.Height) > longest || !bytes.Equal(one, two) {
			t.Errorf("for a phone it is %s, %v, %v", mime, c, err)
		}
	})
}

package epub

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"kanyin/issues/issue"
)

// illustrated is an issue with pictures: two that share a caption, one that has
// none, one in its front.
func illustrated() *issue.Issue {
	img := image.NewRGBA(image.Rect(0, 0, 2000, 1000))
	for i := range img.Pix {
		img.Pix[i] = 0xC0
	}
	ink := image.NewCMYK(image.Rect(0, 0, 8, 8))
	ink.Set(0, 0, color.CMYK{M: 255})
	var large, drawing, small bytes.Buffer
	jpeg.Encode(&large, img, nil)
	png.Encode(&drawing, image.NewGray(image.Rect(0, 0, 16, 12)))
	jpeg.Encode(&small, ink, nil)
	return &issue.Issue{
		Meta:  issue.Meta{Title: "河口", Year: 2025, Number: 3},
		Front: []issue.Block{{Kind: issue.Figure, Picture: "cover.jpg"}},
		Articles: []issue.Article{{ID: "a01", Title: "桥", Blocks: []issue.Block{
			{Kind: issue.Title, Lines: []int{1}, Text: "桥"},
			{Kind: issue.Paragraph, Lines: []int{2}, Text: "船到了。"},
			{Kind: issue.Figure, Picture: "p001-1.jpg"},
			{Kind: issue.Figure, Picture: "p001-2.png"},
			{Kind: issue.Caption, Lines: []int{3}, Text: "“新桥”合龙"},
			{Kind: issue.Credit, Lines: []int{4}, Text: "□林小河/摄"},
			{Kind: issue.Caption, Lines: []int{5}, Text: "没有图的图说"},
			{Kind: issue.Figure, Picture: "p002-1.jpg"},
			{Kind: issue.Paragraph, Lines: []int{6}, Text: "人也到了。"},
		}}},
		Pictures: []issue.Picture{
			{Name: "cover.jpg", Bytes: small.Bytes()}, {Name: "p001-1.jpg", Bytes: large.Bytes()},
			{Name: "p001-2.png", Bytes: drawing.Bytes(), Alt: "桥的草图"}, {Name: "p002-1.jpg", Bytes: small.Bytes()},
		},
	}
}

func TestPicturesStandInFigures(t *testing.T) {
	o := read(t, build(t, Builder{Fonts: library(t)}, illustrated()))
	const want = `<p>船到了。</p>
<figure class="plate">
<img src="../images/p001-1.jpg" alt="“新桥”合龙"/>
<img src="../images/p001-2.png" alt="桥的草图"/>
<figcaption>
<p class="caption">“新桥”合龙</p>
<p class="credit">□林小河/摄</p>
</figcaption></figure>
<figure class="plate"><figcaption>
<p class="caption">没有图的图说</p>
</figcaption></figure>
<figure class="plate">
<img src="../images/p002-1.jpg" alt="图片"/>
</figure>
<p>人也到了。</p>`
	if got := string(o.files["EPUB/xhtml/a01.xhtml"]); !strings.Contains(got, want) {
		t.Errorf("got\n%s", got)
	}
	if got := string(o.files["EPUB/xhtml/colophon.xhtml"]); !strings.Contains(got, `<img src="../images/cover-2.jpg"`) && !strings.Contains(got, `<img src="../images/cover.jpg"`) {
		t.Errorf("the picture of the front is not there:\n%s", got)
	}
	for name, side := range map[string]int{"p001-1.jpg": 1600, "p001-2.png": 16, "p002-1.jpg": 8} {
		config, _, err := image.DecodeConfig(bytes.NewReader(o.files["EPUB/images/"+name]))
		if err != nil || config.Width != side || config.ColorModel == color.CMYKModel {
			t.Errorf("%s: %d pixels wide, %v", name, config.Width, err)
		}
	}
}

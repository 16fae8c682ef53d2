package figures_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/png"
	"strings"
	"testing"

	"kanyin/issues/figures"
	"kanyin/issues/issue"
	"kanyin/issues/source"
)

// page is an issue of one page: a line each is its kind, its box and its text.
func page(lines ...string) (*issue.Issue, *source.File) {
	f := &source.File{Name: "made.pdf"}
	iss := &issue.Issue{Articles: []issue.Article{{ID: "a01"}}}
	for i, l := range lines {
		kind, rest, _ := strings.Cut(l, " ")
		var fact source.Fact
		fact.Page = 1
		box, text, _ := strings.Cut(rest, " ")
		fmt.Sscanf(box, "%f,%f,%f,%f", &fact.X0, &fact.Y0, &fact.X1, &fact.Y1)
		f.Lines, f.Facts = append(f.Lines, text), append(f.Facts, fact)
		b := issue.Block{Kind: issue.Kind(kind), Lines: []int{i + 1}, Text: text}
		if b.Kind == issue.Cover {
			iss.Front = append(iss.Front, b)
			continue
		}
		iss.Articles[0].Blocks = append(iss.Articles[0].Blocks, b)
	}
	iss.Source.Lines = f.Lines
	return iss, f
}

func picture(name, box string, after int) source.Picture {
	p := source.Picture{Name: name, Page: 1, After: after, Bytes: dot()}
	fmt.Sscanf(box, "%f,%f,%f,%f", &p.X0, &p.Y0, &p.X1, &p.Y1)
	return p
}

// dot is a picture of one pixel.
func dot() []byte {
	var b bytes.Buffer
	png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1)))
	return b.Bytes()
}

// said gives the issue as one line: a picture in brackets, other blocks by their text.
func said(iss *issue.Issue) string {
	var out []string
	iss.EachBlock(func(place string, b *issue.Block) {
		if s := b.Text; b.Kind == issue.Figure {
			out = append(out, "["+strings.TrimSuffix(b.Picture, ".png")+"]")
		} else {
			out = append(out, s)
		}
	})
	return strings.Join(out, " ")
}

func TestPicturesStandBeforeTheirCaptions(t *testing.T) {
	text := []string{
		"title 60,60,300,80 河口的桥", "byline 60,90,120,100 林小河",
		"paragraph 60,120,260,140 桥头甲。", "caption 60,310,260,320 新桥合龙。", "paragraph 60,340,260,700 乙。",
		"caption 300,110,500,120 旧桥。", "paragraph 300,400,500,700 丙。",
	}
	for name, c := range map[string]struct {
		pictures []source.Picture
		want     string
		findings int
	}{
		"under": {[]source.Picture{picture("A", "60,150,260,300", 3)}, "河口的桥 林小河 桥头甲。 [A] 新桥合龙。 乙。 旧桥。 丙。", 0},
		"over":  {[]source.Picture{picture("A", "300,125,500,300", 5)}, "河口的桥 林小河 桥头甲。 新桥合龙。 乙。 [A] 旧桥。 丙。", 0},
		"the nearer takes it": {[]source.Picture{picture("A", "60,150,260,305", 3), picture("B", "60,322,260,338", 4)},
			"河口的桥 林小河 桥头甲。 [A] [B] 新桥合龙。 乙。 旧桥。 丙。", 0},
		"two share one": {[]source.Picture{picture("A", "60,150,150,300", 3), picture("B", "160,150,260,300", 3)}, "河口的桥 林小河 桥头甲。 [A] [B] 新桥合龙。 乙。 旧桥。 丙。", 0},
		"without":       {[]source.Picture{picture("A", "300,200,500,380", 6)}, "河口的桥 林小河 桥头甲。 新桥合龙。 乙。 旧桥。 [A] 丙。", 1},
		"after a title": {[]source.Picture{picture("A", "520,60,590,90", 1)}, "河口的桥 林小河 [A] 桥头甲。 新桥合龙。 乙。 旧桥。 丙。", 1},
	} {
		iss, f := page(text...)
		f.Pictures = c.pictures
		if err := figures.Place(iss, f); err != nil {
			t.Fatal(err)
		}
		if got := said(iss); got != c.want || len(iss.Findings) != c.findings {
			t.Errorf("%s:\n%s\nwant\n%s, findings %v", name, got, c.want, iss.Findings)
		}
		if err := iss.Ledger(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A picture of a page without articles, such as the cover, stays in the front.
func TestPicturesOfTheFront(t *testing.T) {
	iss, f := page("cover 60,700,300,720 河口")
	f.Pictures = []source.Picture{picture("A", "0,0,595,842", 0)}
	if err := figures.Place(iss, f); err != nil || said(iss) != "河口 [A]" || iss.Ledger() != nil {
		t.Errorf("%s, %v, %v", said(iss), err, iss.Ledger())
	}
}

// An editor's word goes before all nearness.
func TestPicturesThatAnEditorPlaced(t *testing.T) {
	iss, f := page("title 0,0,0,0 河口的桥", "caption 0,0,0,0 ▲ 新桥 合龙。", "caption 0,0,0,0 旧桥。", "paragraph 0,0,0,0 船到了。")
	f.Facts = nil
	iss.Articles[0].Blocks[2].Picture = "old.jpg"
	f.Pictures = []source.Picture{{Name: "a", File: "new.jpg", Caption: "新桥合龙", Bytes: dot()}, {Name: "b", File: "old.jpg", Bytes: dot()}, {Name: "c", File: "ship.png", Caption: "船到", Bytes: dot()}}
	if err := figures.Place(iss, f); err != nil {
		t.Fatal(err)
	}
	if got, want := said(iss), "河口的桥 [a] ▲ 新桥 合龙。 [b] 旧桥。 [c] 船到了。"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	iss, f = page("title 0,0,0,0 河口的桥")
	f.Pictures = []source.Picture{{Name: "a", File: "new.jpg", Caption: "没有这句", Bytes: dot()}}
	if err := figures.Place(iss, f); err == nil || !strings.Contains(err.Error(), `new.jpg`) || !strings.Contains(err.Error(), "没有这句") {
		t.Errorf("error %v", err)
	}
}

// A manuscript has no pages: its pictures go to the captions that come next.
func TestPicturesOfManuscripts(t *testing.T) {
	iss, f := page("title 0,0,0,0 河口的桥", "paragraph 0,0,0,0 船到了。", "caption 0,0,0,0 新桥合龙。", "paragraph 0,0,0,0 人也到了。")
	f.Facts = nil
	f.Pictures = []source.Picture{{Name: "01-桥.png", After: 2, Bytes: dot()}, {Name: "船 头.png", After: 4, Bytes: dot()}, {Name: "坏.jpg", After: 4, Bytes: []byte("\xff\xd8")}}
	if err := figures.Place(iss, f); err != nil {
		t.Fatal(err)
	}
	if got, want := said(iss), "河口的桥 船到了。 [01-] 新桥合龙。 人也到了。 [picture]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if codes := fmt.Sprint(iss.Findings[0].Code, " ", iss.Findings[1].Code, " ", len(iss.Findings)); codes != "picture-unread picture-without-caption 2" {
		t.Errorf("findings %v", iss.Findings)
	}
}

// What stands at a picture and begins as captions do is its caption, whatever it
// was read as; a paragraph that speaks of a figure is not.
func TestCaptionsThatWereReadAsText(t *testing.T) {
	iss, f := page("title 60,60,300,80 河口的桥", "heading 60,310,260,320 图1：新桥合龙", "paragraph 300,310,500,320 图纸上的桥，比现在的宽两丈。")
	f.Pictures = []source.Picture{picture("A", "60,150,260,300", 1), picture("B", "300,150,500,300", 2)}
	if err := figures.Place(iss, f); err != nil {
		t.Fatal(err)
	}
	if got, want := said(iss), "河口的桥 [A] 图1：新桥合龙 [B] 图纸上的桥，比现在的宽两丈。"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if k := iss.Articles[0].Blocks[2].Kind; k != issue.Caption {
		t.Errorf("图1 is a %s", k)
	}
	if k := iss.Articles[0].Blocks[4].Kind; k != issue.Paragraph {
		t.Errorf("图纸 is a %s", k)
	}
}

// A few bytes may claim a picture that no memory holds; it is left out before
// it is unpacked, and told.
func TestAPictureThatClaimsToBeHuge(t *testing.T) {
	var b bytes.Buffer
	png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1)))
	head := b.Bytes()
	copy(head[16:24], "\x00\x10\x00\x00\x00\x10\x00\x00") // a million by a million
	binary.BigEndian.PutUint32(head[29:], crc32.ChecksumIEEE(head[12:29]))
	iss, f := page("paragraph 10,10,90,20 水涨了。")
	f.Pictures = []source.Picture{{Name: "huge.png", Page: 1, After: 1, Bytes: head}}
	if err := figures.Place(iss, f); err != nil {
		t.Fatal(err)
	}
	if len(iss.Pictures) != 0 || len(iss.Findings) != 1 || iss.Findings[0].Code != "picture-unread" {
		t.Errorf("%d pictures, findings %+v", len(iss.Pictures), iss.Findings)
	}
}

package pdf_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"sync"
	"testing"

	"kanyin/fonts"
	"kanyin/issues/issue"
	"kanyin/layout"
)

var library = sync.OnceValues(fonts.Open)

func openFonts(t testing.TB) *fonts.Library {
	t.Helper()
	lib, err := library()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// 大16开 and a plain column, in points/1000.
const (
	pageWidth  = 595_276
	pageHeight = 807_874
	left       = 60_000
	top        = 70_000
	perLine    = 40 // ideographs
	perPage    = 36 // lines
	leading    = 18_000
	size       = 10_500
)

// A compositor sets paragraphs ideograph by ideograph, without any rule: what a
// document needs in order to be drawn, and no more.
type compositor struct {
	lib   *fonts.Library
	doc   *layout.Document
	lines int // on the page in hand
}

func newCompositor(t testing.TB) *compositor {
	c := &compositor{lib: openFonts(t), doc: &layout.Document{
		Title: "河口 2025年第3期", Language: "zh-Hans", Accent: [3]uint8{170, 30, 40},
		Elements: []layout.Element{{Tag: "Document"}},
	}}
	c.turn("封面")
	return c
}

func (c *compositor) page() *layout.Page { return &c.doc.Pages[len(c.doc.Pages)-1] }

func (c *compositor) turn(label string) {
	c.doc.Pages = append(c.doc.Pages, layout.Page{Label: label, Width: pageWidth, Height: pageHeight, Bleed: 8504})
	c.lines = 0
	p := c.page()
	p.Fills = append(p.Fills, layout.Fill{X: left, Y: 50_000, Width: 420_000, Height: 500, Ink: layout.Ink{Accent: true}})
	c.set(p, left, 45_000, "hei", 8_000, layout.Ink{Tint: 60}, 0, []rune("河口·"+label))
}

// element adds an element under a parent.
func (c *compositor) element(parent int, e layout.Element) int {
	e.Parent = parent
	c.doc.Elements = append(c.doc.Elements, e)
	return len(c.doc.Elements) - 1
}

// set puts a line on the page, its glyphs a twelfth of a point apart.
func (c *compositor) set(p *layout.Page, x, y layout.Length, face string, size layout.Length, ink layout.Ink, element int, runes []rune) {
	start := 0
	var faceOf string
	var advances []layout.Length
	flush := func(to int) {
		if to > start {
			p.Texts = append(p.Texts, layout.Text{X: x, Y: y, Face: faceOf, Size: size, Ink: ink, Runes: runes[start:to], Advances: advances, Element: element})
			for _, a := range advances {
				x += a
			}
		}
		start, advances = to, nil
	}
	for i, r := range runes {
		from, advance, ok := c.lib.Glyph(face, r)
		if !ok {
			panic("no face has " + string(r))
		}
		if from != faceOf {
			flush(i)
			faceOf = from
		}
		advances = append(advances, layout.Length(advance)*size/1000+83)
	}
	flush(len(runes))
}

// paragraph sets text as an element of the tag.
func (c *compositor) paragraph(parent int, tag, face, text string) int {
	e := c.element(parent, layout.Element{Tag: tag})
	c.fill(e, face, text)
	return e
}

func (c *compositor) fill(e int, face, text string) {
	for runes := []rune(text); len(runes) > 0; {
		if c.lines == perPage {
			c.turn(string(rune('0' + len(c.doc.Pages)%10)))
		}
		n := min(perLine, len(runes))
		c.set(c.page(), left, c.baseline(), face, size, layout.Ink{}, e, runes[:n])
		runes = runes[n:]
		c.lines++
	}
}

func (c *compositor) baseline() layout.Length { return top + layout.Length(c.lines)*leading }

// twoArticles composes two small articles with all that a document can have.
func twoArticles(t testing.TB) (*layout.Document, *issue.Issue) {
	c := newCompositor(t)
	toc := c.element(0, layout.Element{Tag: "TOC"})
	for _, a := range articles {
		item := c.element(toc, layout.Element{Tag: "TOCI"})
		link := c.element(item, layout.Element{Tag: "Link"})
		c.page().Links = append(c.page().Links, layout.Link{X: left, Y: c.baseline() - size, Width: 200_000, Height: size, Element: link, Anchor: a.id})
		c.fill(link, "song", a.title)
	}
	for i, a := range articles {
		c.turn(string(rune('1' + i)))
		sect := c.element(0, layout.Element{Tag: "Sect", Article: a.id, Title: a.title})
		c.page().Anchors = append(c.page().Anchors, layout.Anchor{Name: a.id, X: left, Y: c.baseline()})
		c.doc.Outline = append(c.doc.Outline,
			layout.OutlineItem{Title: "栏目 (一)", Level: 1, Anchor: a.id},
			layout.OutlineItem{Title: a.title, Level: 2, Anchor: a.id})
		c.paragraph(sect, "H1", "hei-bold", a.title)
		for _, text := range a.text {
			c.paragraph(sect, "P", "song", text)
		}
	}
	sect := len(c.doc.Elements) - 1
	sect = c.doc.Elements[sect].Parent
	c.hyphenated(sect)
	c.figure(sect)
	pictures := c.pictures(sect)
	return c.doc, &issue.Issue{
		Pictures: pictures,
		Source:   issue.Source{File: "river.txt"},
		Meta:     issue.Meta{Title: "河口", Year: 2025, Number: 3, ISSN: "1234-5679", Publisher: "河口文化馆", Language: "zh-Hans"},
		Articles: []issue.Article{{ID: "a01", Authors: []string{"李木"}}, {ID: "a02", Authors: []string{"江 & 河", "李木"}}},
	}
}

// hyphenated sets a word that a line break divided, the mark with nothing to say of its own.
func (c *compositor) hyphenated(parent int) {
	e := c.element(parent, layout.Element{Tag: "P", Lang: "en"})
	p := c.page()
	c.set(p, left, c.baseline(), "song", size, layout.Ink{}, e, []rune("ferry"))
	last := p.Texts[len(p.Texts)-1]
	last.X += 40_000
	last.Runes, last.Advances, last.Actual = []rune{'-'}, []layout.Length{4_000}, "\u00AD"
	p.Texts = append(p.Texts, last)
	c.lines++
	c.set(p, left, c.baseline(), "song", size, layout.Ink{}, e, []rune("man"))
	c.lines++
}

// figure draws a mark of bars with a description, a note and an address.
func (c *compositor) figure(parent int) {
	fig := c.element(parent, layout.Element{Tag: "Figure", Alt: "条码 1234-5679"})
	for i := range layout.Length(6) {
		c.page().Fills = append(c.page().Fills, layout.Fill{X: left + i*6_000, Y: c.baseline(), Width: 3_000, Height: 30_000, Element: fig})
	}
	c.lines += 3
	note := c.element(parent, layout.Element{Tag: "Note"})
	c.fill(note, "kai", "注：见")
	link := c.element(note, layout.Element{Tag: "Link"})
	c.page().Links = append(c.page().Links, layout.Link{X: left, Y: c.baseline() - size, Width: 200_000, Height: size, Element: link, URL: "https://example.org/河(1)"})
	c.fill(link, "song", "https://example.org/河(1)")
}

// pictures places a photograph in colour, one in the inks of a press and a
// drawing that shows the paper through, each as a figure.
func (c *compositor) pictures(parent int) []issue.Picture {
	colour := image.NewRGBA(image.Rect(0, 0, 64, 48))
	inks := image.NewCMYK(colour.Rect)
	drawing := image.NewNRGBA(colour.Rect)
	for y := range 48 {
		for x := range 64 {
			colour.SetRGBA(x, y, color.RGBA{uint8(4 * x), uint8(5 * y), 90, 255})
			inks.SetCMYK(x, y, color.CMYK{M: uint8(4 * x), K: uint8(2 * y)})
			drawing.SetNRGBA(x, y, color.NRGBA{R: 200, A: uint8(4 * x)})
		}
	}
	var list []issue.Picture
	for i, img := range []image.Image{colour, inks, drawing} {
		var b bytes.Buffer
		name := fmt.Sprintf("p%03d-1.jpg", i+1)
		if i == 2 {
			name = "p003-1.png"
			png.Encode(&b, img)
		} else {
			jpeg.Encode(&b, img, nil)
		}
		list = append(list, issue.Picture{Name: name, Bytes: b.Bytes(), Width: 64, Height: 48})
		fig := c.element(parent, layout.Element{Tag: "Figure", Alt: "渡口的照片"})
		c.page().Images = append(c.page().Images, layout.Image{X: left + layout.Length(i)*70_000, Y: c.baseline(), Width: 64_000, Height: 48_000, Name: name, Element: fig})
	}
	c.lines += 4
	return list
}

var articles = []struct {
	id, title string
	text      []string
}{
	{"a01", "春风又绿", []string{
		"渡口的老人说，今年的水早了十天。" + "“船到了。”谁也没有动——集市上的人还在等——" + "他们数着篮子里的鸡蛋：一百二十三、四百五十六……",
		"学校的钟敲了八下，A4 纸上写着 (3+5)×2=16，背面画着一条鱼。",
	}},
	{"a02", "集市上的鱼", []string{
		"生僻的姓氏也要印得出来：㧑、𬭊，各一个。" + "鱼贩把秤放下，雨就来了；雨停的时候，街上只剩下水声。",
	}},
}

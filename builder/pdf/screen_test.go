package pdf_test

import (
	"bytes"
	"errors"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"kanyin/builder"
	"kanyin/builder/pdf"
	"kanyin/issues/issue"
	"kanyin/layout"
)

func build(t testing.TB, b builder.Builder, iss *issue.Issue) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := b.Build(&buf, iss); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func screen(t testing.TB) ([]byte, *layout.Document, *issue.Issue) {
	doc, iss := twoArticles(t)
	return build(t, pdf.Screen{Doc: doc, Fonts: openFonts(t)}, iss), doc, iss
}

// placed says of every page that each glyph stands where layout put it.
func placed(t *testing.T, r *readback, doc *layout.Document, edge float64) {
	t.Helper()
	pages := r.pages()
	if len(pages) != len(doc.Pages) {
		t.Fatalf("%d pages, want %d", len(pages), len(doc.Pages))
	}
	for i, page := range doc.Pages {
		got := r.shows(pages[i])
		for _, text := range page.Texts {
			x := text.X
			for k, rune := range text.Runes {
				if len(got) == 0 {
					t.Fatalf("page %s ends before %q", page.Label, string(text.Runes[k:]))
				}
				at := x
				if text.Shift != nil {
					at += text.Shift[k]
				}
				wantX, wantY := float64(at)/1000+edge, edge+float64(page.Height-text.Y)/1000
				g := got[0]
				const off = 0.0055 // what the pen lets pass, and rounding
				if g.text != string(rune) || math.Abs(g.x-wantX) > off || math.Abs(g.y-wantY) > 1e-6 || g.size != float64(text.Size)/1000 {
					t.Fatalf("page %s: %q of %.2f at %.3f, %.3f; want %q of %.2f at %.3f, %.3f",
						page.Label, g.text, g.size, g.x, g.y, string(rune), float64(text.Size)/1000, wantX, wantY)
				}
				x += text.Advances[k]
				got = got[1:]
			}
		}
		if len(got) != 0 {
			t.Errorf("page %s has %d glyphs more than layout placed", page.Label, len(got))
		}
	}
}

func TestEveryGlyphStandsWhereLayoutPutIt(t *testing.T) {
	data, doc, _ := screen(t)
	placed(t, readFile(t, data), doc, 0)
}

// Trimmed marks are drawn left of their origin, squeezed ones overlap, and the
// spaces of a line differ by rounding.
func TestPlacesThatFollowNoRuleAreKept(t *testing.T) {
	c := newCompositor(t)
	e := c.element(0, layout.Element{Tag: "P"})
	c.fill(e, "song", "“他说：（船）到了。”（鱼）(\\)()——WAVE, To.")
	for i := range c.page().Texts {
		text := &c.page().Texts[i]
		text.Shift = make([]layout.Length, len(text.Runes))
		for k := range text.Runes {
			text.Advances[k] += layout.Length(k%3)*7 - layout.Length(k%5)*1_913
			text.Shift[k] = layout.Length(k%4) * -2_625
		}
	}
	data := build(t, pdf.Screen{Doc: c.doc, Fonts: c.lib}, &issue.Issue{})
	placed(t, readFile(t, data), c.doc, 0)
}

// Marks that layout sets in half an em are as wide to a reader, so that nothing
// overlaps; those of which it took only a little keep their em.
func TestSqueezedMarksDoNotOverlap(t *testing.T) {
	c := newCompositor(t)
	e := c.element(0, layout.Element{Tag: "P"})
	text := layout.Text{X: left, Y: c.baseline(), Face: "song", Size: size, Element: e, Runes: []rune("他说：“船·船（到）了。”走，")}
	for _, r := range text.Runes {
		advance, shift := layout.Length(size), layout.Length(0)
		switch {
		case strings.ContainsRune("：）。”", r):
			advance = size / 2
		case strings.ContainsRune("“（", r):
			advance, shift = size/2, -size/2
		case r == '·':
			advance, shift = size/2, -size/4
		case r == '，':
			advance = size * 7 / 8
		}
		text.Advances, text.Shift = append(text.Advances, advance), append(text.Shift, shift)
	}
	page := c.page()
	page.Texts = append(page.Texts, text)
	r := readFile(t, build(t, pdf.Screen{Doc: c.doc, Fonts: c.lib}, &issue.Issue{}))
	placed(t, r, c.doc, 0)
	glyphs := r.shows(r.pages()[0])
	glyphs = glyphs[len(glyphs)-len(text.Runes):]
	for i, g := range glyphs {
		want := float64(text.Advances[i]) / 1000
		if g.text == "，" {
			want = float64(size) / 1000
		}
		if math.Abs(g.width-want) > 0.001 {
			t.Errorf("%s is %.3f wide, want %.3f", g.text, g.width, want)
		}
		if i > 0 && math.Abs(g.start-glyphs[i-1].start-float64(text.Advances[i-1])/1000) > 0.006 {
			t.Errorf("%s begins at %.3f, %s before it at %.3f", g.text, g.start, glyphs[i-1].text, glyphs[i-1].start)
		}
	}
}

func TestTheTreeReadsTheTextInItsOrder(t *testing.T) {
	data, doc, _ := screen(t)
	r := readFile(t, data)
	for _, p := range r.pages() {
		for _, g := range r.shows(p) {
			if !g.marked {
				t.Errorf("%q is neither of an element nor an artifact", g.text)
			}
		}
	}
	got := r.tree()
	var want strings.Builder
	for i := range doc.Elements { // it has no element whose text surrounds a child's
		for _, p := range doc.Pages {
			for _, text := range p.Texts {
				if text.Element == i && i > 0 && text.Actual == "" {
					want.WriteString(string(text.Runes))
				}
			}
		}
	}
	if got != want.String() {
		t.Errorf("the tree reads\n%s\nwant\n%s", got, want.String())
	}
}

// walk writes the text of an element and all below it.
func (r *readback) walk(element int, content []map[int]string, to *strings.Builder) {
	dict := r.objects[element].dict
	home := -1
	if strings.Contains(dict, "/Pg ") {
		home = r.pageIndex(r.number(dict, "/Pg "))
	}
	_, kids, _ := strings.Cut(dict, "/K[")
	for _, m := range regexp.MustCompile(`<</Type/MCR/Pg (\d+) 0 R/MCID (\d+)>>|<</Type/OBJR[^>]*>>|(\d+) 0 R|(\d+)`).FindAllStringSubmatch(kids, -1) {
		number := func(i int) int { n, _ := strconv.Atoi(m[i]); return n }
		switch {
		case m[1] != "":
			to.WriteString(content[r.pageIndex(number(1))][number(2)])
		case m[3] != "":
			r.walk(number(3), content, to)
		case m[4] != "":
			to.WriteString(content[home][number(4)])
		}
	}
}

func (r *readback) pageIndex(object int) int {
	for i, p := range r.pages() {
		if p == object {
			return i
		}
	}
	r.t.Fatalf("object %d is no page", object)
	return -1
}

// An element's text before and after a child stays around it.
func TestAChildStandsAmongItsParentsText(t *testing.T) {
	c := newCompositor(t)
	p := c.element(0, layout.Element{Tag: "P"})
	span := c.element(p, layout.Element{Tag: "Span"})
	c.fill(p, "song", "渡口")
	c.fill(span, "hei", "有船")
	c.fill(p, "song", "往来")
	r := readFile(t, build(t, pdf.Screen{Doc: c.doc, Fonts: c.lib}, &issue.Issue{}))
	if got, want := r.tree(), "渡口有船往来"; got != want {
		t.Errorf("the tree reads %q, want %q", got, want)
	}
}

func TestCatalogTellsReadersWhatTheyNeed(t *testing.T) {
	data, _, iss := screen(t)
	r := readFile(t, data)
	for _, want := range []string{"/Lang(zh-Hans)", "/DisplayDocTitle true", "/PageMode/UseOutlines", "/Marked true", "/GTS_PDFA1",
		"/PageLabels<</Nums[0<</P<FEFF5C019762>>>1<</S/D/St 1>>]>>"} { // 封面, 1, 2
		if !strings.Contains(r.catalog(), want) {
			t.Errorf("the catalog has no %s:\n%s", want, r.catalog())
		}
	}
	xmp := string(r.objects[r.number(r.catalog(), "/Metadata ")].stream)
	for _, want := range []string{"河口 2025年第3期", "<rdf:li>李木</rdf:li><rdf:li>江 &amp; 河</rdf:li></rdf:Seq>", "<prism:issn>1234-5679</prism:issn>",
		"<xmp:CreateDate>2025-03-01T00:00:00Z</xmp:CreateDate>", "<pdfaid:part>2</pdfaid:part>", "<pdfuaid:part>1</pdfuaid:part>",
		"<dc:identifier>urn:uuid:" + iss.UUID() + "</dc:identifier>"} {
		if !strings.Contains(xmp, want) {
			t.Errorf("the metadata have no %s", want)
		}
	}
}

func TestAnArticleIsANamedPlace(t *testing.T) {
	data, doc, _ := screen(t)
	r := readFile(t, data)
	names := r.objects[r.number(r.catalog(), "/Dests ")].dict
	for i, p := range doc.Pages {
		for _, a := range p.Anchors {
			want := "(" + a.Name + ")[" + strconv.Itoa(r.pages()[i]) + " 0 R/XYZ 60 "
			if !strings.Contains(names, want) {
				t.Errorf("no %s in %s", want, names)
			}
		}
	}
}

// full fails at the first write, as a full disk does.
type full struct{}

var errFull = errors.New("no space left on device")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestAFullDiskIsAnError(t *testing.T) {
	doc, iss := twoArticles(t)
	lib := openFonts(t)
	print := pdf.Print{Doc: doc, Fonts: lib}
	for _, b := range []builder.Builder{pdf.Screen{Doc: doc, Fonts: lib}, print, pdf.Booklet{Print: print}} {
		if err := b.Build(full{}, iss); !errors.Is(err, errFull) {
			t.Errorf("%s: error %v, want %v", b.Name(), err, errFull)
		}
	}
}

// Layout leaves characters that no face has without a face, an em wide each.
func TestAMissingCharacterIsMarkedAndStillReads(t *testing.T) {
	c := newCompositor(t)
	e := c.element(0, layout.Element{Tag: "P"})
	c.fill(e, "song", "渡口")
	page := c.page()
	page.Texts = append(page.Texts, layout.Text{X: left, Y: c.baseline(), Size: size, Element: e,
		Runes: []rune("𠮷㐂"), Advances: []layout.Length{size, size}})
	data := build(t, pdf.Screen{Doc: c.doc, Fonts: c.lib}, &issue.Issue{})
	r := readFile(t, data)
	placed(t, r, c.doc, 0)
	if got, want := r.tree(), "渡口𠮷㐂"; got != want {
		t.Errorf("the tree reads %q, want %q", got, want)
	}
}

func TestWhatCannotBeDrawnIsAnError(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*layout.Document)
		says  string
	}{
		"a character that its face lacks": {func(d *layout.Document) { d.Pages[0].Texts[0].Runes[0] = 0x1F600 }, "page 封面: the face hei has no 😀 (U+1F600)"},
		"advances that do not fit":        {func(d *layout.Document) { d.Pages[1].Texts[0].Advances = nil }, "page 1: "},
		"type of no size":                 {func(d *layout.Document) { d.Pages[1].Texts[0].Size = 0 }, "has a size of 0"},
		"an element that is not there":    {func(d *layout.Document) { d.Pages[1].Texts[0].Element = 99 }, "page 1: "},
		"a link of no Link":               {func(d *layout.Document) { d.Pages[0].Links[0].Element = 1 }, "page 封面: a link to a01"},
	} {
		doc, iss := twoArticles(t)
		c.spoil(doc)
		err := (pdf.Screen{Doc: doc, Fonts: openFonts(t)}).Build(new(bytes.Buffer), iss)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: error %v, want %q", name, err, c.says)
		}
	}
}

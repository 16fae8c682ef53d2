package pdf_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"image/color"
	"image/png"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"kanyin/issues/internal/plainpdf"
	"kanyin/issues/pages"
	"kanyin/issues/pages/pdf"
)

var cache string

// The module is compiled once for all tests, into a folder of their own.
func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "kanyin-pdf-test")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	cache = dir
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

func read(t *testing.T, data []byte) *pages.Document {
	t.Helper()
	doc, err := pdf.Read(data, pdf.Options{Cache: cache})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func texts(doc *pages.Document) string {
	var out []string
	for _, p := range doc.Pages {
		for _, r := range p.Runs {
			out = append(out, r.Text)
		}
	}
	return strings.Join(out, "|")
}

func TestRunsHaveTheirPlacesAndFaces(t *testing.T) {
	doc := read(t, made{content: "1 0 0 rg " + show(t, 60, 742, 12, "江边的人") + "0 g " + show(t, 60, 700, 9, "正文一行")}.pdf())
	runs := doc.Pages[0].Runs
	if len(runs) != 2 {
		t.Fatalf("runs %q", texts(doc))
	}
	r := runs[0]
	if r.Text != "江边的人" || r.X0 != 60 || r.X1 != 108 || r.Baseline != 100 || r.Size != 12 || r.Face != song || r.Colour != 0xFF0000 || r.Vertical || r.Angle != 0 {
		t.Errorf("%+v", r)
	}
	if want := []float32{60, 72, 72, 84, 84, 96, 96, 108}; fmt.Sprint(r.Edges) != fmt.Sprint(want) {
		t.Errorf("edges %v, want %v", r.Edges, want)
	}
	if runs[1].Size != 9 || runs[1].Colour != 0 {
		t.Errorf("%+v", runs[1])
	}
}

// What is pushed apart by more than an em is two runs, and squeezed marks stay
// in theirs; a new text object alone does not cut.
func TestRunsAreCutAtGutters(t *testing.T) {
	for _, c := range []struct{ content, want string }{
		{"BT /F1 10 Tf 1 0 0 1 60 700 Tm [" + code(t, ucs2, "左栏") + " -2000 " + code(t, ucs2, "右栏") + "] TJ ET", "左栏|右栏"},
		{"BT /F1 10 Tf 1 0 0 1 60 700 Tm [" + code(t, ucs2, "（") + " 400 " + code(t, ucs2, "内）") + "] TJ ET", "（内）"},
		{"BT /F1 10 Tf 1 0 0 1 60 700 Tm " + code(t, ucs2, "两") + " Tj " + code(t, ucs2, "次") + " Tj ET", "两次"},
		{show(t, 60, 700, 10, "上行") + show(t, 60, 685, 10, "下行"), "上行|下行"},
		{show(t, 60, 700, 10, "字") + show(t, 60, 685, 10, "词"), "字|词"},
	} {
		if got := texts(read(t, made{content: c.content}.pdf())); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// Vertical text in faces that a PDF only names is read on every machine alike.
func TestVerticalTextWithoutItsFace(t *testing.T) {
	const gb, tw = "江上数峰青，桥头（新渡）一二三。", "台灣雜誌，直排（測試）一二三。"
	for _, c := range []struct {
		font, shown, want string
		vertical          bool
	}{
		{fmt.Sprintf(chinese, "UniGB-UCS2-H", song, "GB1"), code(t, ucs2, gb), gb, false},
		{fmt.Sprintf(chinese, "UniGB-UCS2-V", song, "GB1"), code(t, ucs2, gb), gb, true},
		{fmt.Sprintf(chinese, "GBK-EUC-H", song, "GB1"), code(t, gbk, gb), gb, false},
		{fmt.Sprintf(chinese, "GBK-EUC-V", song, "GB1"), code(t, gbk, gb), gb, true},
		{fmt.Sprintf(chinese, "ETen-B5-V", "MSung-Light", "CNS1"), code(t, big5, tw), tw, true},
	} {
		doc := read(t, made{font: c.font, content: "BT /F1 14 Tf 1 0 0 1 300 700 Tm " + c.shown + " Tj ET"}.pdf())
		if got := texts(doc); got != c.want || doc.Pages[0].Runs[0].Vertical != c.vertical || len(doc.Notes) > 0 {
			t.Errorf("%q, want %q; vertical %v; %v", got, c.want, doc.Pages[0].Runs[0].Vertical, doc.Notes)
		}
	}
}

func TestTurnedPagesStandUpright(t *testing.T) {
	for _, c := range []struct {
		turn   int
		matrix string
	}{{0, "1 0 0 1 60 700"}, {90, "0 1 -1 0 142 60"}, {180, "-1 0 0 -1 535 142"}, {270, "0 -1 1 0 453 782"}} {
		doc := read(t, made{
			page:    fmt.Sprintf("/Rotate %d", c.turn),
			content: "BT /F1 10 Tf " + c.matrix + " Tm " + code(t, ucs2, "横写的字") + " Tj ET",
		}.pdf())
		p, r := doc.Pages[0], doc.Pages[0].Runs[0]
		if r.Text != "横写的字" || r.Angle != 0 || r.X0 != 60 || r.X1 != 100 || r.Baseline != 142 {
			t.Errorf("turned %d: %+v on %v × %v", c.turn, r, p.Width, p.Height)
		}
	}
}

// Marks of the print shop stand around the trim and are no text of the page.
func TestOnlyTheTrimIsRead(t *testing.T) {
	doc := read(t, made{
		page:    "/MediaBox[0 0 635 882]/TrimBox[20 20 615 862]",
		content: show(t, 100, 800, 10, "版心之内") + show(t, 100, 4, 8, "裁切之外"),
	}.pdf())
	if r := doc.Pages[0].Runs[0]; texts(doc) != "版心之内" || r.X0 != 80 || r.Baseline != 62 || doc.Pages[0].Width != 595 {
		t.Errorf("%+v", doc.Pages[0])
	}
}

func TestFormsAreReadInPlace(t *testing.T) {
	form := plainpdf.Stream("/Type/XObject/Subtype/Form/BBox[0 0 400 400]/Matrix[1 0 0 1 10 0]/Resources<</Font<</F1 5 0 R>>>>",
		show(t, 20, 100, 10, "框里的话")+"0.5 g 0 90 200 0.5 re f 0.9 g 0 200 100 50 re f")
	doc := read(t, made{content: "q 1 0 0 1 50 500 cm /X1 Do Q", more: []string{form}}.pdf())
	p := doc.Pages[0]
	if texts(doc) != "框里的话" || p.Runs[0].X0 != 80 || p.Runs[0].Baseline != 242 {
		t.Errorf("%+v", p.Runs)
	}
	want := []pages.Rule{{X0: 60, Y0: 251.5, X1: 260, Y1: 252, Kind: pages.Line, Colour: 0x808080}, {X0: 60, Y0: 92, X1: 160, Y1: 142, Kind: pages.Ground, Colour: 0xE6E6E6}}
	if fmt.Sprint(p.Rules) != fmt.Sprint(want) {
		t.Errorf("rules %+v, want %+v", p.Rules, want)
	}
}

// Old Chinese programs write the names of faces in GBK.
func TestFaceNames(t *testing.T) {
	widths := strings.Repeat("500 ", 256)
	for raw, want := range map[string]string{"#b7#c2#cb#ce_GB2312": "仿宋_GB2312", "ABCDEF+FZXBSK--GBK1-0": "FZXBSK--GBK1-0"} {
		font := "<</Type/Font/Subtype/TrueType/BaseFont/" + raw + "/FirstChar 0/LastChar 255/Widths[" + widths + "]/Encoding/WinAnsiEncoding>>"
		doc := read(t, made{font: font, content: "BT /F1 10 Tf 60 700 Td (A letter) Tj ET"}.pdf())
		if r := doc.Pages[0].Runs[0]; r.Face != want || r.Text != "A letter" {
			t.Errorf("%q: face %q, text %q", raw, r.Face, r.Text)
		}
	}
}

// A face drawn by procedures has no name and is read by what it says it means.
func TestType3(t *testing.T) {
	font := `<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 1/LastChar 2/Widths[1 1]/Encoding<</Type/Encoding/Differences[1/a/b]>>/CharProcs<</a 6 0 R/b 6 0 R>>/ToUnicode 7 0 R>>`
	cmap := "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <01> <6C5F> <02> <D873DF4A> endbfchar endcmap end end"
	doc := read(t, made{font: font, content: "BT /F1 12 Tf 60 700 Td <0102> Tj ET", more: []string{plainpdf.Stream("", "1 0 d0 0 0 1 1 re f"), plainpdf.Stream("", cmap)}}.pdf())
	if r := doc.Pages[0].Runs[0]; r.Text != "江\U0002CF4A" || len(r.Edges) != 4 || r.Size != 12 || r.X0 != 60 || r.X1 != 84 {
		t.Errorf("%+v", r)
	}
}

// Vertical text of a browser: every character is drawn alone, and its box is its ink.
func TestVerticalTextByItsInk(t *testing.T) {
	procs := []struct{ name, code, ink string }{{"a", "6C5F", "0 -0.12 1 0.88"}, {"b", "53E3", "0.12 0 0.88 0.72"}, {"c", "FF0C", "0.72 0.62 0.87 0.9"}, {"d", "4E00", "0 0.36 1 0.46"}}
	font := "<</Type/Font/Subtype/Type3/FontBBox[0 -0.12 1 0.88]/FontMatrix[1 0 0 1 0 0]/FirstChar 1/LastChar 4/Widths[1 1 1 1]/Encoding<</Type/Encoding/Differences[1/a/b/c/d]>>/CharProcs<<"
	cmap := "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 4 beginbfchar "
	var more []string
	for i, p := range procs {
		font += fmt.Sprintf("/%s %d 0 R", p.name, 6+i)
		cmap += fmt.Sprintf("<%02d> <%s> ", i+1, p.code)
		var x0, y0, x1, y1 float64
		fmt.Sscan(p.ink, &x0, &y0, &x1, &y1)
		more = append(more, plainpdf.Stream("", fmt.Sprintf("1 0 %s d1 %v %v %v %v re f", p.ink, x0, y0, x1-x0, y1-y0)))
	}
	more = append(more, plainpdf.Stream("", cmap+"endbfchar endcmap end end"))
	font += ">>/ToUnicode 10 0 R>>"
	content := ""
	for i, c := range []string{"01", "02", "03", "04", "01", "03", "02"} {
		content += fmt.Sprintf("BT /F1 10 Tf 1 0 0 1 60 %d Tm <%s> Tj ET\n", 700-10*i, c)
	}
	doc := read(t, made{font: font, content: content, more: more}.pdf())
	if texts(doc) != "江口，一江，口" || !doc.Pages[0].Runs[0].Vertical {
		t.Errorf("%q: %+v", texts(doc), doc.Pages[0].Runs)
	}
}

// A recogniser lays its text invisibly under the picture of the page.
func TestScans(t *testing.T) {
	hidden := "q 595 0 0 842 0 0 cm /X1 Do Q 3 Tr " + show(t, 60, 700, 10, "识别出来的字")
	doc := read(t, made{content: hidden, more: []string{gray()}}.pdf())
	if p := doc.Pages[0]; texts(doc) != "识别出来的字" || !p.Scan || len(p.Pictures) != 0 {
		t.Errorf("scan %v, runs %q, pictures %v", p.Scan, texts(doc), p.Pictures)
	}
	doc = read(t, made{content: show(t, 60, 700, 10, "看得见的正文很长很长") + "3 Tr " + show(t, 60, 600, 10, "藏着的字")}.pdf())
	if texts(doc) != "看得见的正文很长很长" || len(doc.Notes) != 1 || doc.Notes[0].Code != "text-hidden" || !strings.Contains(doc.Notes[0].Text.String(), "4 characters") {
		t.Errorf("runs %q, notes %+v", texts(doc), doc.Notes)
	}
}

// A character that a PDF draws and does not name is counted, not guessed.
func TestUnnamedCharacters(t *testing.T) {
	font := `<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 1/LastChar 2/Widths[1 1]/Encoding<</Type/Encoding/Differences[1/a/b]>>/CharProcs<</a 6 0 R/b 6 0 R>>/ToUnicode 7 0 R>>`
	cmap := "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <01> <6C5F> <02> <0000> endbfchar endcmap end end"
	doc := read(t, made{font: font, content: "BT /F1 12 Tf 60 700 Td <0102> Tj ET", more: []string{plainpdf.Stream("", "1 0 d0 0 0 1 1 re f"), plainpdf.Stream("", cmap)}}.pdf())
	if texts(doc) != "江\uFFFD" || len(doc.Notes) != 1 || doc.Notes[0].Code != "text-missing" || !strings.HasPrefix(doc.Notes[0].Text.String(), "1 character on page 1 ") {
		t.Errorf("%q, %+v", texts(doc), doc.Notes)
	}
}

// Photographs are taken, and slices as the picture they make; what lies under the text and ornaments are not.
func TestPictures(t *testing.T) {
	place := func(x, y, w, h int, name string) string {
		return fmt.Sprintf("q %d 0 0 %d %d %d cm /%s Do Q ", w, h, x, y, name)
	}
	text := show(t, 60, 700, 10, "一页文字")
	jpeg := plainpdf.Stream("/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/DCTDecode", "\xff\xd8 as it came \xff\xd9")
	for name, c := range map[string]struct{ content, want string }{
		"a photograph":   {place(60, 300, 200, 100, "X1"), "image/png 60 442 260 542"},
		"a JPEG":         {place(60, 300, 200, 100, "X2"), "image/jpeg 60 442 260 542"},
		"a background":   {place(-20, -20, 700, 900, "X1"), ""},
		"an ornament":    {place(60, 300, 30, 100, "X1"), ""},
		"two that touch": {place(60, 300, 200, 100, "X1") + place(60, 200, 200, 100, "X2"), "image/png 60 442 260 542; image/jpeg 60 542 260 642"},
		"slices":         {place(60, 300, 200, 50, "X1") + place(60, 250, 200, 50, "X1") + place(60, 200, 200, 50, "X1"), " 60 492 260 642"}, // one picture, to be drawn
	} {
		var got []string
		for _, p := range read(t, made{content: c.content + text, more: []string{gray(), jpeg}}.pdf()).Pages[0].Pictures {
			got = append(got, fmt.Sprint(p.MIME, " ", p.X0, " ", p.Y0, " ", p.X1, " ", p.Y1))
			if p.MIME == "image/jpeg" && string(p.Bytes) != "\xff\xd8 as it came \xff\xd9" {
				t.Errorf("%s: %q", name, p.Bytes)
			}
			if p.MIME == "image/png" {
				if img, err := png.Decode(bytes.NewReader(p.Bytes)); err != nil || img.Bounds().Dx() != 2 || color.GrayModel.Convert(img.At(1, 0)) != (color.Gray{Y: 0x80}) {
					t.Errorf("%s: %v", name, err)
				}
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestRefusals(t *testing.T) {
	whole := made{content: show(t, 60, 700, 10, "一页文字")}.pdf()
	many := []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[" + strings.Repeat("3 0 R ", 10_000) + "]/Count 10000>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"}
	for name, c := range map[string]struct {
		data []byte
		is   error
		says string
	}{
		"a scan":       {made{content: "q 595 0 0 842 0 0 cm /X1 Do Q", more: []string{gray()}}.pdf(), pdf.ErrNoText, "1 scan"},
		"a blank page": {made{}.pdf(), pdf.ErrNoText, "1 page"},
		"rubbish":      {[]byte("%PDF-1.7\n\x01\x02 nothing"), pdf.ErrDamaged, "fetch it again"},
		"cut off":      {whole[:120], pdf.ErrDamaged, "fetch it again"},
		"a long book":  {plainpdf.File(many...), nil, "10000 pages"},
	} {
		_, err := pdf.Read(c.data, pdf.Options{Cache: cache})
		if err == nil || c.is != nil && !errors.Is(err, c.is) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The files are one page of the words 一页文字, locked by
// qpdf --static-aes-iv --static-id --encrypt PASSWORD owner 256 --.
func TestLockedFiles(t *testing.T) {
	for name, locked := range map[string]bool{"locked.pdf": true, "owned.pdf": false} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := pdf.Read(data, pdf.Options{Cache: cache})
		if locked != errors.Is(err, pdf.ErrLocked) || !locked && (err != nil || texts(doc) != "一页文字") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// With a cache, without one and interpreted, the same bytes come out.
func TestSamePages(t *testing.T) {
	data := made{content: show(t, 60, 700, 10, "一页文字") + "0.5 g 60 690 200 0.5 re f"}.pdf()
	var first []byte
	for _, o := range []pdf.Options{{Cache: cache}, {Cache: "/dev/null/none"}, {Interpreted: true}} {
		doc, err := pdf.Read(data, o)
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(doc)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = b
		}
		if string(b) != string(first) {
			t.Errorf("%+v: %s\nfirst: %s", o, b, first)
		}
	}
}

// Whatever is broken in a file, it is read or refused with a sentence.
func TestBrokenFiles(t *testing.T) {
	data := made{
		content: "q 100 0 0 100 300 300 cm /X1 Do Q " + show(t, 60, 700, 10, "一页文字，会坏在任何地方。") + "0.5 g 60 690 200 0.5 re f /X2 Do",
		more:    []string{gray(), plainpdf.Stream("/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</X2 7 0 R>>>>", "/X2 Do")},
	}.pdf()
	chance := rand.New(rand.NewPCG(1, 2))
	for i := range 40 {
		broken := append([]byte(nil), data...)
		if i%4 == 0 {
			broken = broken[:chance.IntN(len(broken))]
		}
		for range 1 + i/2 {
			if len(broken) > 8 {
				broken[8+chance.IntN(len(broken)-8)] = byte(chance.IntN(256))
			}
		}
		doc, err := pdf.Read(broken, pdf.Options{Cache: cache})
		switch {
		case err == nil && len(doc.Pages) == 0:
			t.Errorf("file %d: neither pages nor an error", i)
		case err != nil && (strings.Contains(err.Error(), "\n") || strings.Contains(err.Error(), "panic")):
			t.Errorf("file %d: %v", i, err)
		}
	}
}

func TestParseRanges(t *testing.T) {
	for s, want := range map[string]string{"3-66": "[{3 66}]", "1, 5-8，12–": "[{1 1} {5 8} {12 0}]", "": "[]", "0": "", "8-5": "", "a-b": "", "3-4-5": ""} {
		got, err := pdf.ParseRanges(s)
		if want == "" {
			if err == nil || !strings.Contains(err.Error(), "no range of pages") {
				t.Errorf("%q: %v, %v", s, got, err)
			}
			continue
		}
		if err != nil || fmt.Sprint(got) != want {
			t.Errorf("%q: %v, %v; want %s", s, got, err, want)
		}
	}
}

func TestPagesThatAreAskedFor(t *testing.T) {
	long := []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[" + strings.Repeat("3 0 R ", 10_000) + "]/Count 10000>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>", plainpdf.Stream("", show(t, 60, 700, 10, "又一页")), fmt.Sprintf(chinese, "UniGB-UCS2-H", song, "GB1")}
	doc, err := pdf.Read(plainpdf.File(long...), pdf.Options{Cache: cache, Pages: pdf.Ranges{{First: 5000, Last: 5002}}, Skip: []int{5001}})
	if err != nil || len(doc.Pages) != 2 || doc.Pages[1].Number != 5002 || texts(doc) != "又一页|又一页" {
		t.Errorf("%+v, %v", doc, err)
	}
	if _, err := pdf.Read(plainpdf.File(long...), pdf.Options{Cache: cache, Pages: pdf.Ranges{{First: 20_000}}}); err == nil || !strings.Contains(err.Error(), "1 to 10000") {
		t.Errorf("error %v", err)
	}
}

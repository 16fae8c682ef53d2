package pdfread_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"math"
	"strings"
	"testing"

	"kanyin/builder/verify/pdfread"
)

// file writes objects with a table.
func file(objects ...string) []byte {
	b := []byte("%PDF-1.7\n")
	var rows strings.Builder
	for i, o := range objects {
		fmt.Fprintf(&rows, "%010d 00000 n \n", len(b))
		b = fmt.Appendf(b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	return fmt.Appendf(b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, rows.String(), len(objects)+1, len(b))
}

func stream(entries, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", entries, len(data), data)
}

// page is a file of one page that shows content with a font of half-em glyphs.
func page(content string) []byte {
	return file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 500 700]>>",
		"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X 7 0 R>>/ExtGState<</O<</op true/ca .5>>>>>>>>",
		stream("", content),
		"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+River/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 8 0 R>>",
		"<</Type/Font/Subtype/CIDFontType2/DW 500/W[1[600 700]5 7 250]>>",
		stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Matrix[2 0 0 2 0 0]", "1 0 0 rg 1 2 3 4 re f"),
		stream("", "1 beginbfchar <0001> <6CB3> endbfchar 1 beginbfrange <0002> <0004> <0041> endbfrange"))
}

func shown(t *testing.T, content string) *pdfread.Shown {
	t.Helper()
	f, err := pdfread.Open(page(content))
	if err != nil {
		t.Fatal(err)
	}
	pages := f.Pages()
	if len(pages) != 1 || len(f.Faults) > 0 {
		t.Fatalf("%d pages, faults %v", len(pages), f.Faults)
	}
	return pdfread.NewReader(f).Show(pages[0])
}

func TestGlyphsStandWhereTheOperatorsPutThem(t *testing.T) {
	type place struct {
		text string
		x, y float64
	}
	for content, want := range map[string][]place{
		"BT /F1 10 Tf 100 200 Td <00010002>Tj ET":                        {{"河", 100, 200}, {"A", 106, 200}},
		"BT /F1 10 Tf 2 Tc 100 200 Td [<0001>-500<0002>]TJ ET":           {{"河", 100, 200}, {"A", 113, 200}},
		"BT /F1 10 Tf 12 TL 1 0 0 1 5 50 Tm <0003>Tj T* <0004>' ET":      {{"B", 5, 50}, {"C", 5, 26}},
		"q 2 0 0 2 10 10 cm BT /F1 10 Tf 1 1 Td <00010005>Tj ET Q":       {{"河", 12, 12}, {"", 24, 12}},
		"BT /F1 10 Tf 50 Tz 3 Ts 0 100 TD <00020002>Tj ET":               {{"A", 0, 103}, {"A", 3.5, 103}},
		"BT /F1 10 Tf 1 0 0 1 7 7 Tm (\\000\\001) Tj 0 -5 Td (\\0\\2)Tj": {{"河", 7, 7}, {"A", 7, 2}},
	} {
		got := shown(t, content)
		if len(got.Faults) > 0 || len(got.Glyphs) != len(want) {
			t.Errorf("%s: %d glyphs, faults %v", content, len(got.Glyphs), got.Faults)
			continue
		}
		for i, w := range want {
			g := got.Glyphs[i]
			if g.Text != w.text || math.Abs(g.X-w.x) > 1e-9 || math.Abs(g.Y-w.y) > 1e-9 {
				t.Errorf("%s: %q at %v %v, want %v", content, g.Text, g.X, g.Y, w)
			}
		}
	}
}

func TestShapesInksAndMarks(t *testing.T) {
	got := shown(t, "/Artifact<</Type/Pagination/Subtype/Footer>>BDC 0 0 0 .5 k 10 20 30 40 re 1 1 2 2 re f EMC /O gs 3 w 0 0 m 10 0 l S /P<</MCID 7>>BDC /X Do EMC")
	if len(got.Shapes) != 4 || len(got.Faults) > 0 {
		t.Fatalf("%+v", got)
	}
	if s := got.Shapes[0]; s.Box != (pdfread.Box{10, 20, 40, 60}) || s.Ink.Space != "DeviceCMYK" || s.Ink.Values[3] != 0.5 || !s.Mark.Artifact || s.Mark.Kind != "Footer" {
		t.Errorf("the tinted ground is %+v", s)
	}
	if s := got.Shapes[2]; s.Stroke != 3 || !s.Ink.Alpha || s.Mark.Artifact || s.Mark.MCID != -1 {
		t.Errorf("the rule is %+v", s)
	}
	if s := got.Shapes[3]; s.Box != (pdfread.Box{2, 4, 8, 12}) || s.Ink.Space != "DeviceRGB" || s.Mark.MCID != 7 || got.Forms != 1 {
		t.Errorf("the form's ground is %+v", s)
	}
}

func TestContentThatIsOddIsTold(t *testing.T) {
	for content, want := range map[string]string{
		"Q":                            "Q without q",
		"EMC":                          "EMC without",
		"/P BMC":                       "not closed",
		"1 2 re":                       "operands",
		"BT <0001>Tj ET":               "without a font",
		"/Y Do":                        "not there",
		"nonsense":                     "no operator",
		"(half":                        "cannot be read on",
		"BT /F1 9 Tf <000100>Tj ET":    "half a character",
		strings.Repeat("[", 200) + "]": "too deep",
	} {
		got := shown(t, content)
		if len(got.Faults) == 0 || !strings.Contains(got.Faults[0].Text.String(), want) {
			t.Errorf("%.20s: %v, want %q", content, got.Faults, want)
		}
	}
}

func TestObjectStreamsAreRead(t *testing.T) {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	z.Write([]byte("2 0 4 4 <<>>\n(in a stream)"))
	z.Close()
	b := []byte("%PDF-1.7\n")
	at := len(b)
	b = fmt.Appendf(b, "1 0 obj\n<</Type/ObjStm/N 2/First 8/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n", packed.Len(), packed.Bytes())
	start := len(b)
	rows := string([]byte{0, 0, 0, 0, 1, 0, byte(at), 0, 2, 0, 1, 0, 1, 0, byte(start), 0, 2, 0, 1, 1})
	b = fmt.Appendf(b, "3 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", stream("/Type/XRef/Size 5/W[1 2 1]/Root 2 0 R", rows), start)
	f, err := pdfread.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	if got := f.Text(pdfread.Ref(4)); got != "in a stream" || len(f.Faults) > 0 {
		t.Errorf("object 4 is %q, faults %v", got, f.Faults)
	}
}

func TestAFileWithoutACrossReferenceIsSearched(t *testing.T) {
	good := page("BT /F1 10 Tf <0001>Tj ET")
	for _, cut := range []int{bytes.LastIndex(good, []byte("startxref")), bytes.LastIndex(good, []byte("xref\n0"))} {
		f, err := pdfread.Open(good[:cut])
		if err != nil {
			t.Fatal(err)
		}
		if len(f.Pages()) != 1 || len(f.Faults) == 0 {
			t.Errorf("cut at %d: %d pages, faults %v", cut, len(f.Pages()), f.Faults)
		}
	}
}

func TestCirclesEnd(t *testing.T) {
	f, err := pdfread.Open(file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 3 0 R]/Count 1>>", "4 0 R", "3 0 R"))
	if err != nil {
		t.Fatal(err)
	}
	if f.Pages(); len(f.Faults) == 0 {
		t.Error("a tree that holds itself has no fault")
	}
}

// FuzzOpen: any bytes are read to their end.
func FuzzOpen(f *testing.F) {
	f.Add(page("BT /F1 10 Tf 100 200 Td [<0001>-500<0002>]TJ ET /X Do"))
	f.Add(page("q 2 0 0 2 10 10 cm /P<</MCID 0/ActualText(x)>>BDC 1 2 3 4 re B* EMC Q"))
	f.Add([]byte("%PDF-1.5\nstartxref\n9\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := pdfread.Open(data)
		if err != nil {
			return
		}
		r := pdfread.NewReader(file)
		for i, p := range file.Pages() {
			if i == 20 {
				break
			}
			for _, g := range r.Show(p).Glyphs {
				if math.IsNaN(g.X) || math.IsInf(g.Y, 0) || g.Font == nil {
					t.Fatalf("a glyph stands at %v %v", g.X, g.Y)
				}
			}
		}
		file.Whole()
	})
}

// In vertical writing displacements count downwards, from W2 where a glyph has
// its own there; letters turned by a quarter go down as well.
func TestGlyphsOfVerticalWriting(t *testing.T) {
	data := file(
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 300]>>",
		"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 7 0 R>>>>>>",
		stream("", "BT /F1 10 Tf 100 250 Td[<0001> 100 <0002> <0001>]TJ /F2 10 Tf 0 -1 1 0 96 200 Tm <0001> Tj ET"),
		"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+River/Encoding/Identity-V/DescendantFonts[6 0 R]>>",
		"<</Type/Font/Subtype/CIDFontType2/DW2[880 -1000]/W2[2[-500 500 380]]>>",
		"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+River/Encoding/Identity-H/DescendantFonts[8 0 R]>>",
		"<</Type/Font/Subtype/CIDFontType2/W[1[600]]>>",
	)
	f, err := pdfread.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	type place struct {
		x, y, high float64
		upright    bool
	}
	want := []place{{100, 250, 10, true}, {100, 239, 5, true}, {100, 234, 10, true}, {96, 200, 6, false}}
	glyphs := pdfread.NewReader(f).Show(f.Pages()[0]).Glyphs
	if len(glyphs) != len(want) {
		t.Fatalf("%d glyphs, want %d", len(glyphs), len(want))
	}
	for i, g := range glyphs {
		if got := (place{g.X, g.Y, g.Width, g.Upright}); got != want[i] || !g.Down {
			t.Errorf("glyph %d stands at %v, down %v; want %v", i, got, g.Down, want[i])
		}
	}
	if laid := glyphs[0].Laid(); laid.X != -250 || laid.Y != 100-0.38*10 {
		t.Errorf("laid on its side, it stands at %v %v", laid.X, laid.Y)
	}
}

package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"kanyin/issues/internal/plainpdf"
)

// A recogniser's layer names its characters in one range, of which PDFium reads the
// first 256: the rest are named by their codes. Glyphs' numbers are not taken for
// characters, whether they are hidden or seen.
func TestALayerIsNamedByItsCodes(t *testing.T) {
	font := `<</Type/Font/Subtype/Type0/BaseFont/Blank/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Blank/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/Blank/Flags 5/FontBBox[0 0 1000 1000]/Ascent 1000/Descent 0/CapHeight 1000/ItalicAngle 0/StemV 80>>>>]>>`
	cmap := "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"
	const text, numbers = "渡口的石阶，A4 “老船”", "嘦鰧㗎䀹㵪嚭䒻㒸" // what a font's glyphs of those numbers show is not known
	for name, c := range map[string]struct{ text, mode, want string }{
		"a layer":                    {text, "3 Tr", text},
		"rare characters in a layer": {numbers, "3 Tr", strings.Repeat("\uFFFD", 8)},
		"visible":                    {text, "", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA4 \uFFFD\uFFFD\uFFFD\uFFFD"},
	} {
		codes := ""
		for _, r := range c.text {
			codes += fmt.Sprintf("%04X", r)
		}
		doc := read(t, made{font: font, content: "BT /F1 12 Tf " + c.mode + " 60 700 Td <" + codes + "> Tj ET", more: []string{plainpdf.Stream("", cmap)}}.pdf())
		if texts(doc) != c.want || (len(doc.Notes) == 0) != !strings.Contains(c.want, "\uFFFD") {
			t.Errorf("%s: %q, want %q, %+v", name, texts(doc), c.want, doc.Notes)
		}
	}
}

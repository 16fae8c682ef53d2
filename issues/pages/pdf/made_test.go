package pdf_test

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"kanyin/issues/internal/plainpdf"
)

// A made is a PDF of one page in a face that it names and does not bring.
type made struct {
	content string // of the page, with /F1 as its face
	page    string // more of the page's dictionary
	font    string // the whole font object; a Chinese one where empty
	more    []string
}

const (
	chinese = `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/%s/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(%s)/Supplement 2>>/FontDescriptor<</Type/FontDescriptor/FontName/%[2]s/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>`
	song    = "STSong-Light"
)

// pdf writes the page: objects 1 to 5 are the catalogue, the pages, the page,
// its content and its font; what is more follows.
func (m made) pdf() []byte {
	font := m.font
	if font == "" {
		font = fmt.Sprintf(chinese, "UniGB-UCS2-H", song, "GB1")
	}
	page := m.page
	if !bytes.Contains([]byte(page), []byte("/MediaBox")) {
		page += "/MediaBox[0 0 595 842]"
	}
	objs := append([]string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X1 6 0 R/X2 7 0 R>>>>" + page + ">>",
		plainpdf.Stream("", m.content), font,
	}, m.more...)
	return plainpdf.File(objs...)
}

// code gives a text as a hexadecimal string of a content stream.
func code(t testing.TB, e encoding.Encoding, s string) string {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return "<" + hex.EncodeToString(b) + ">"
}

var (
	ucs2 = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	gbk  = simplifiedchinese.GBK
	big5 = traditionalchinese.Big5
)

// show is a content stream that sets a text at a point.
func show(t testing.TB, x, y, size int, s string) string {
	return fmt.Sprintf("BT /F1 %d Tf 1 0 0 1 %d %d Tm %s Tj ET\n", size, x, y, code(t, ucs2, s))
}

// gray is an image of 2 by 2 pixels.
func gray() string {
	return plainpdf.Stream("/Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray", "\x00\x80\xc0\xff")
}

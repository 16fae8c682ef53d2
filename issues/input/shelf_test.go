package input_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"kanyin/issues/input"
	"kanyin/issues/internal/plainpdf"
)

// A recogniser's file of three pages; the third has the picture.
const volume = `<document xmlns="http://www.abbyy.com/FineReader_xml/FineReader10-schema-v1.xml">` + text + text + `<page width="600" height="800" resolution="100">
<block blockType="Picture" l="100" t="200" r="400" b="350"></block>` + words + `</page></document>`

const (
	text  = `<page width="600" height="800" resolution="100">` + words + `</page>`
	words = `<block blockType="Text" l="100" t="360" r="300" b="375"><text><par><line l="100" t="360" r="300" b="375"><formatting>渡口的石阶。</formatting></line></par></text></block>`
)

// The scans of a volume lie in a file each, numbered one way or another, or all in one.
func TestPicturesAreCutFromAVolume(t *testing.T) {
	third := scanned().(*image.RGBA)
	blank := image.NewRGBA(third.Bounds())
	draw.Draw(blank, blank.Bounds(), image.White, image.Point{}, draw.Src)
	var asPNG bytes.Buffer
	png.Encode(&asPNG, third)
	for name, data := range map[string][]byte{
		"volume-3.png":    asPNG.Bytes(),
		"volume_0003.png": asPNG.Bytes(),
		"volume.tif":      volumeOf(binary.LittleEndian, blank, blank, third),
		"volume.tiff":     volumeOf(binary.BigEndian, blank, blank, third),
		"volume.pdf":      printed("", blank, blank, third),
	} {
		dir := write(t, map[string]string{"volume.xml": volume, name: string(data)})
		_, f, err := input.Options{}.File(dir + "/volume.xml")
		if err != nil {
			t.Fatal(err)
		}
		if len(f.Pictures) != 1 || len(f.Troubles) != 0 {
			t.Errorf("%s: %d pictures, troubles %v", name, len(f.Pictures), f.Troubles)
			continue
		}
		img, _, err := image.Decode(bytes.NewReader(f.Pictures[0].Bytes))
		if err != nil {
			t.Fatal(err)
		}
		b := img.Bounds()
		if 2*b.Dy() != b.Dx() || f.Pictures[0].Page != 3 {
			t.Errorf("%s: %v, on page %d", name, b, f.Pictures[0].Page)
		}
		for _, at := range []image.Point{b.Min.Add(image.Pt(20, 20)), b.Max.Sub(image.Pt(20, 20))} {
			if r, g, _, _ := img.At(at.X, at.Y).RGBA(); r>>8 < 180 || g>>8 > 60 {
				t.Errorf("%s: %v at %v", name, img.At(at.X, at.Y), at)
			}
		}
	}
}

// A file of fewer scans than there are pages says so, and the text is read.
func TestAVolumeThatIsShort(t *testing.T) {
	blank := image.NewRGBA(image.Rect(0, 0, 600, 800))
	for name, data := range map[string][]byte{
		"volume.tif": volumeOf(binary.LittleEndian, blank, blank),
		"volume.pdf": printed("", blank, blank),
	} {
		dir := write(t, map[string]string{"volume.xml": volume, name: string(data)})
		_, f, err := input.Options{}.File(dir + "/volume.xml")
		if err != nil {
			t.Fatal(err)
		}
		if len(f.Pictures) != 0 || len(f.Troubles) != 1 || f.Troubles[0].Code != "picture-unread" || !strings.Contains(f.Troubles[0].Message.String(), name) {
			t.Errorf("%s: %d pictures, troubles %v", name, len(f.Pictures), f.Troubles)
		}
	}
}

// volumeOf is a TIFF of several pages, RGB in one strip each.
func volumeOf(order binary.ByteOrder, pages ...*image.RGBA) []byte {
	var b bytes.Buffer
	u16 := func(v int) { binary.Write(&b, order, uint16(v)) }
	u32 := func(v int) { binary.Write(&b, order, uint32(v)) }
	b.WriteString(map[bool]string{true: "II", false: "MM"}[order == binary.LittleEndian])
	u16(42)
	u32(8)
	for i, p := range pages {
		w, h := p.Rect.Dx(), p.Rect.Dy()
		const entries = 8
		after := b.Len() + 2 + 12*entries + 4 // of the bits' table; the pixels follow
		u16(entries)
		entry := func(tag, kind, count, value int) {
			u16(tag)
			u16(kind)
			u32(count)
			if kind == 3 && count == 1 {
				u16(value)
				u16(0)
			} else {
				u32(value)
			}
		}
		entry(256, 4, 1, w)
		entry(257, 4, 1, h)
		entry(258, 3, 3, after) // bits of each sample
		entry(259, 3, 1, 1)     // not packed
		entry(262, 3, 1, 2)     // RGB
		entry(273, 4, 1, after+6)
		entry(277, 3, 1, 3)
		entry(279, 4, 1, 3*w*h)
		if i == len(pages)-1 {
			u32(0)
		} else {
			u32(after + 6 + 3*w*h)
		}
		for range 3 {
			u16(8)
		}
		for y := range h {
			for x := range w {
				c := p.RGBAAt(x, y)
				b.Write([]byte{c.R, c.G, c.B})
			}
		}
	}
	return b.Bytes()
}

// printed is a PDF of scans, a page of 432 by 576 points each, with more drawn over every one.
func printed(more string, pages ...*image.RGBA) []byte {
	kids := ""
	for i := range pages {
		kids += fmt.Sprintf("%d 0 R ", 3+3*i)
	}
	objs := []string{"<</Type/Catalog/Pages 2 0 R>>", fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]/MediaBox[0 0 432 576]>>", len(pages), kids)}
	for i, p := range pages {
		var scan bytes.Buffer
		jpeg.Encode(&scan, p, nil)
		objs = append(objs,
			fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %d 0 R/Resources<</XObject<</Scan %d 0 R>>/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>", 4+3*i, 5+3*i),
			plainpdf.Stream("", "q 432 0 0 576 0 0 cm /Scan Do Q "+more),
			plainpdf.Stream(fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode", p.Rect.Dx(), p.Rect.Dy()), scan.String()))
	}
	return plainpdf.File(objs...)
}

// A recogniser's PDF has a scan and words under it: the photograph is cut from the page.
// A picture in slices is cut from it as one.
func TestPicturesAreCutFromAPDF(t *testing.T) {
	words := "BT /F 9 Tf 3 Tr "
	for y := 300; y > 40; y -= 12 {
		words += fmt.Sprintf("1 0 0 1 72 %d Tm (what was read on the page) Tj ", y)
	}
	blank := image.NewRGBA(image.Rect(0, 0, 600, 800))
	draw.Draw(blank, blank.Bounds(), image.White, image.Point{}, draw.Src)
	slice := func(y int) string { return fmt.Sprintf("q 200 0 0 20 72 %d cm /Scan Do Q ", y) }
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"a scan with a photograph": {printed(words+"ET", scanned().(*image.RGBA)), "72,144–288,252"},
		"a scan without one":       {printed(words+"ET", blank), ""},
		"slices":                   {bytes.Replace(printed(slice(400)+slice(380)+slice(360)+"BT /F 9 Tf 72 300 Td (text that is printed) Tj ET", blank), []byte("432 0 0 576 0 0 cm /Scan"), []byte("432 0 0 576 0 0 cm /None"), 1), "72,156–272,216"},
	} {
		f, err := input.Options{}.Read("scan.pdf", bytes.NewReader(c.data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got := ""
		for _, p := range f.Pictures {
			got += fmt.Sprintf("%g,%g–%g,%g", p.X0, p.Y0, p.X1, p.Y1)
			if _, _, err := image.Decode(bytes.NewReader(p.Bytes)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		if got != c.want || len(f.Troubles) > 0 {
			t.Errorf("%s: %q, want %q, troubles %v", name, got, c.want, f.Troubles)
		}
	}
}

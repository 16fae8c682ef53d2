package input_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"golang.org/x/image/tiff"

	"kanyin/issues/input"
)

// A page of 600 by 800 pixels as three recognisers see it: a line, a picture at
// 100,200 of 300 by 150, a rule, an ornament and the page's own edge.
var seen = map[string]string{
	"p1.hocr": `<html><div class='ocr_page' title='image "C:\scans\p1.png"; bbox 0 0 600 800; scan_res 100 100'>
<div class='ocr_photo' title='bbox 0 0 600 800'></div><div class='ocr_photo' title='bbox 100 200 400 350'></div>
<div class='ocr_image' title='bbox 110 210 390 340'></div><div class='ocr_linedrawing' title='bbox 20 20 40 40'></div>
<span class='ocr_line' title='bbox 100 360 300 375'>渡口的石阶。</span></div></html>`,
	"p1.xml": `<alto><Description><MeasurementUnit>pixel</MeasurementUnit><sourceImageInformation><fileName>/mnt/in/p1.png</fileName></sourceImageInformation></Description>
<Layout><Page WIDTH="600" HEIGHT="800"><PrintSpace>
<ComposedBlock TYPE="Illustration" HPOS="100" VPOS="200" WIDTH="300" HEIGHT="150"><Illustration HPOS="110" VPOS="210" WIDTH="280" HEIGHT="130"/></ComposedBlock>
<GraphicalElement HPOS="50" VPOS="500" WIDTH="500" HEIGHT="3"/>
<TextBlock><TextLine HPOS="100" VPOS="360" WIDTH="200" HEIGHT="15"><String HPOS="100" VPOS="360" WIDTH="200" HEIGHT="15" CONTENT="渡口的石阶。"/></TextLine></TextBlock>
</PrintSpace></Page></Layout></alto>`,
	"p1.abbyy.xml": `<document xmlns="http://www.abbyy.com/FineReader_xml/FineReader10-schema-v1.xml"><page width="600" height="800" resolution="100">
<block blockType="Picture" l="100" t="200" r="400" b="350"></block>
<block blockType="Text" l="100" t="360" r="300" b="375"><text><par><line l="100" t="360" r="300" b="375"><formatting>渡口的石阶。</formatting></line></par></text></block></page></document>`,
}

// scanned is that page: white, and red where the picture is.
func scanned() image.Image {
	img := image.NewRGBA(image.Rect(0, 0, 600, 800))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(img, image.Rect(100, 200, 400, 350), image.NewUniform(color.RGBA{200, 0, 0, 255}), image.Point{}, draw.Src)
	return img
}

func TestPicturesAreCutFromScans(t *testing.T) {
	var asPNG, asJPEG, asTIFF bytes.Buffer
	png.Encode(&asPNG, scanned())
	jpeg.Encode(&asJPEG, scanned(), nil)
	tiff.Encode(&asTIFF, scanned(), nil)
	for name, page := range seen {
		for ending, data := range map[string]*bytes.Buffer{".png": &asPNG, ".jpg": &asJPEG, ".tif": &asTIFF} {
			stem, _, _ := strings.Cut(name, ".")
			if name == "p1.abbyy.xml" {
				stem = "p1.abbyy" // it notes no name: the scan goes by that of the file
			}
			dir := write(t, map[string]string{name: page, stem + ending: data.String()})
			_, f, err := input.Options{}.Folder(dir)
			if err != nil {
				t.Fatal(err)
			}
			if len(f.Pictures) != 1 || len(f.Troubles) != 0 {
				t.Fatalf("%s with %s: %d pictures, troubles %v", name, ending, len(f.Pictures), f.Troubles)
			}
			p := f.Pictures[0]
			img, format, err := image.Decode(bytes.NewReader(p.Bytes))
			if err != nil || p.Page != 1 || p.After != 0 || fmt.Sprint(img.Bounds().Size()) != "(300,150)" || p.MIME != "image/"+format {
				t.Fatalf("%s with %s: %v, page %d, after %d, %s, %v", name, ending, img.Bounds(), p.Page, p.After, p.MIME, err)
			}
			if lossy := format == "jpeg"; lossy != (ending == ".jpg") {
				t.Errorf("%s with %s was packed as %s", name, ending, format)
			}
			for _, at := range []image.Point{img.Bounds().Min, img.Bounds().Max.Sub(image.Pt(1, 1))} {
				if r, g, _, _ := img.At(at.X, at.Y).RGBA(); r>>8 < 180 || g>>8 > 30 {
					t.Errorf("%s with %s: %v at %v", name, ending, img.At(at.X, at.Y), at)
				}
			}
			if !bytes.Contains(f.Bytes, data.Bytes()[:100]) {
				t.Errorf("%s with %s: the scan is not kept for the archive", name, ending)
			}
		}
	}
}

// A picture whose scan is not there, or cannot be read, is told once a page.
func TestPicturesWithoutTheirScan(t *testing.T) {
	for want, scan := range map[string]string{"p1.png does not lie beside p1.hocr": "", "no JPEG, PNG or TIFF": "渡口"} {
		files := map[string]string{"p1.hocr": seen["p1.hocr"]}
		if scan != "" {
			files["p1.png"] = scan
		}
		_, f, err := input.Options{}.Folder(write(t, files))
		if err != nil {
			t.Fatal(err)
		}
		if len(f.Pictures) != 0 || len(f.Troubles) != 1 || f.Troubles[0].Code != "picture-unread" || !strings.Contains(f.Troubles[0].Message.String(), want) {
			t.Errorf("%d pictures, troubles %v, want %s", len(f.Pictures), f.Troubles, want)
		}
	}
}

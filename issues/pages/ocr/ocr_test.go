package ocr_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"kanyin/issues/pages/ocr"
)

var update = flag.Bool("update", false, "write the golden files anew")

func load(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// dump shows a page's runs: where they stand, their size, paragraph, confidence.
func dump(t testing.TB, f ocr.Format, text string) string {
	t.Helper()
	d, err := ocr.Read(f, text)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	last, paragraph := -1, 0
	for _, r := range d.Pages[0].Runs {
		if r.Element != last { // they are numbered with gaps, each format by its own elements
			last, paragraph = r.Element, paragraph+1
		}
		fmt.Fprintf(&b, "%3.0f %3.0f  %4.1f  %2d  %d%%  %s\n", r.X0, r.Y0, r.Size, paragraph, r.Confidence, r.Text)
	}
	return b.String()
}

// One page as three recognisers write it is one page.
func TestRecognisersAgree(t *testing.T) {
	golden := filepath.Join("testdata", "page.golden")
	got := dump(t, ocr.HOCR, load(t, "page.hocr"))
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if want := load(t, "page.golden"); got != want {
		t.Errorf("hOCR: got\n%s\nwant\n%s", got, want)
	}
	if alto := dump(t, ocr.ALTO, load(t, "page.alto.xml")); alto != got {
		t.Errorf("ALTO: got\n%s\nwant\n%s", alto, got)
	}
	if abbyy := dump(t, ocr.ABBYY, load(t, "page.abbyy.xml")); abbyy != got {
		t.Errorf("ABBYY: got\n%s\nwant\n%s", abbyy, got)
	}
}

func TestDigitalPages(t *testing.T) {
	for f, name := range map[ocr.Format]string{ocr.BBox: "page.bbox.html", ocr.SText: "page.stext.xml"} {
		d, err := ocr.Read(f, load(t, name))
		if err != nil {
			t.Fatal(err)
		}
		p := d.Pages[0]
		if p.Scan || p.Width != 595 || len(p.Runs) != 10 {
			t.Errorf("%s: scan %v, width %v, %d runs", f, p.Scan, p.Width, len(p.Runs))
			continue
		}
		title, text := p.Runs[0], p.Runs[2]
		if title.Text != "渡口纪事" || text.Text != "水从上游来，河水照样流过镇子的" || title.Size < 1.8*text.Size {
			t.Errorf("%s: title %q of %v, text %q of %v", f, title.Text, title.Size, text.Text, text.Size)
		}
		if n := utf8.RuneCountInString(text.Text); len(text.Edges) != 2*n {
			t.Errorf("%s: %d edges for %d characters", f, len(text.Edges), n)
		}
		if f == ocr.SText && (title.Face != "KanyinHei-Bold" || !title.Bold || text.Bold) {
			t.Errorf("faces: %+v", title)
		}
	}
}

func TestDamaged(t *testing.T) {
	deep := strings.Repeat("<div>", 300)
	for _, c := range []struct {
		format     ocr.Format
		text, want string
	}{
		{ocr.HOCR, "<html><body></body></html>", "it holds no page"},
		{ocr.ALTO, "<alto><Layout>\n<Page <<", "line 2: it is damaged"},
		// Half a page must not be taken for the whole.
		{ocr.ALTO, load(t, "page.alto.xml")[:3000], "it is damaged"},
		{ocr.HOCR, "<html><div class='ocr_page' title='bbox 0 0 100 100'>" + deep, "more than 200 deep"},
	} {
		if _, err := ocr.Read(c.format, c.text); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %s", c.text[:20], err, c.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for i, name := range []string{"page.hocr", "page.alto.xml", "page.abbyy.xml", "page.bbox.html", "page.stext.xml"} {
		f.Add(uint8(i), load(f, name)[:2500])
	}
	formats := []ocr.Format{ocr.HOCR, ocr.ALTO, ocr.ABBYY, ocr.BBox, ocr.SText}
	f.Fuzz(func(t *testing.T, kind uint8, text string) {
		d, err := ocr.Read(formats[int(kind)%len(formats)], text)
		if err != nil {
			return
		}
		for _, p := range d.Pages {
			for _, r := range p.Runs {
				if !utf8.ValidString(r.Text) || strings.ContainsAny(r.Text, "\n\r\f") || strings.TrimSpace(r.Text) == "" {
					t.Errorf("run %q", r.Text)
				}
				if n := utf8.RuneCountInString(r.Text); r.Edges != nil && len(r.Edges) != 2*n {
					t.Errorf("%q has %d edges", r.Text, len(r.Edges))
				}
			}
		}
	})
}

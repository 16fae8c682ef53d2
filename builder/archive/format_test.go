package archive

import (
	"testing"

	"kanyin/builder"
)

func TestFormatsHaveTheirKeysInPRONOM(t *testing.T) {
	for _, c := range []struct{ path, data, version, key string }{
		{"data/editions/a.epub", "", "3.3", "fmt/483"},
		{"data/editions/a.screen.pdf", "… <pdfaid:part>2</pdfaid:part> …", "PDF/A-2a", "fmt/476"},
		{"data/editions/a.print.pdf", "/GTS_PDFXVersion (PDF/X-1a:2003)", "PDF/X-1a:2003", "fmt/146"},
		{"data/editions/a.print.pdf", "/GTS_PDFXVersion (PDF/X-4)", "PDF/X-4", "fmt/488"},
		{"data/source/a.pdf", "%PDF-1.7", "", ""},
		{"data/issue.json", "", "", "fmt/817"},
		{"data/source/a.txt", "", "", "x-fmt/111"},
		{"data/source/cover.png", "", "", ""},
	} {
		f := formatOf(builder.File{Path: c.path, Data: []byte(c.data)})
		key := ""
		if f.Registry != nil {
			key = f.Registry.Key
		}
		if f.Version != c.version || key != c.key {
			t.Errorf("%s: version %q, key %q, want %q, %q", c.path, f.Version, key, c.version, c.key)
		}
	}
}

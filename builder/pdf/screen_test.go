package pdf_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"kanyin/builder/pdf"
)

func TestX(t *testing.T) {
	doc, iss := sample(t)
	var b bytes.Buffer
	if err := (pdf.Screen{Doc: doc, Fonts: openFonts(t)}).Build(&b, iss); err != nil {
		t.Fatal(err)
	}
	os.WriteFile(filepath.Join("/tmp/pdf", "x.pdf"), b.Bytes(), 0o644)
}

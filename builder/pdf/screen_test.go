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
	b.Reset()
	if err := (pdf.Print{Doc: doc, Fonts: openFonts(t)}).Build(&b, iss); err != nil {
		t.Fatal(err)
	}
	os.WriteFile(filepath.Join("/tmp/pdf", "p.pdf"), b.Bytes(), 0o644)
	b.Reset()
	icc, _ := os.ReadFile("/usr/share/color/icc/ghostscript/default_cmyk.icc")
	if err := (pdf.Print{Doc: doc, Fonts: openFonts(t), Profile: icc, CropMarks: true}).Build(&b, iss); err != nil {
		t.Fatal(err)
	}
	os.WriteFile(filepath.Join("/tmp/pdf", "p4.pdf"), b.Bytes(), 0o644)
	b.Reset()
	if err := (pdf.Booklet{Print: pdf.Print{Doc: doc, Fonts: openFonts(t), CropMarks: true}}).Build(&b, iss); err != nil {
		t.Fatal(err)
	}
	os.WriteFile(filepath.Join("/tmp/pdf", "b.pdf"), b.Bytes(), 0o644)
	tk, _ := (pdf.Print{Doc: doc, Fonts: openFonts(t), CropMarks: true}).Ticket(iss)
	os.Stdout.Write(tk.Text())
}

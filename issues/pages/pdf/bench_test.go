package pdf_test

import (
	"os"
	"testing"

	"kanyin/issues/pages/pdf"
)

// BenchmarkRead reads the PDF that KANYIN_PDF names, with a warm cache.
func BenchmarkRead(b *testing.B) {
	path := os.Getenv("KANYIN_PDF")
	if path == "" {
		b.Skip("KANYIN_PDF names no PDF")
	}
	data, err := os.ReadFile(path)
	if err != nil {
		b.Fatal(err)
	}
	cache := b.TempDir()
	if _, err := pdf.Read(data, pdf.Options{Cache: cache}); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := pdf.Read(data, pdf.Options{Cache: cache}); err != nil {
			b.Fatal(err)
		}
	}
}

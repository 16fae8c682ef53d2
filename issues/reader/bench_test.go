package reader_test

import (
	"os"
	"path/filepath"
	"testing"

	"kanyin/issues/reader"
	"kanyin/issues/source"
)

// BenchmarkIssue reads the dumps of pages that KANYIN_CORPUS holds.
func BenchmarkIssue(b *testing.B) {
	corpus := os.Getenv("KANYIN_CORPUS")
	if corpus == "" {
		b.Skip("set KANYIN_CORPUS to a folder with eval/pages")
	}
	for _, name := range []string{"kan-1/raw.txt", "bao-1/pdftotext.txt"} {
		path := filepath.Join(corpus, "eval", "pages", filepath.FromSlash(name))
		r, err := os.Open(path)
		if err != nil {
			b.Skip(err)
		}
		f, err := source.Read(path, r)
		r.Close()
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				reader.Issue(f, nil)
			}
		})
	}
}

package pdf_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kanyin/builder/pdf"
	"kanyin/issues/issue"
	"kanyin/layout"
)

// corpus composes the lines of the first real issue, a paragraph each, times over.
func corpus(b *testing.B, times int) (*layout.Document, *issue.Issue) {
	folder := os.Getenv("KANYIN_CORPUS")
	if folder == "" {
		b.Skip("SKIP: KANYIN_CORPUS is not set")
	}
	files, err := filepath.Glob(filepath.Join(folder, "issues", "*.txt"))
	if err != nil || len(files) == 0 {
		b.Skip("SKIP: no issue in KANYIN_CORPUS")
	}
	text, err := os.ReadFile(files[0])
	if err != nil {
		b.Fatal(err)
	}
	c := newCompositor(b)
	sect := c.element(0, layout.Element{Tag: "Sect"})
	for range times {
		for i, line := range strings.Split(string(text), "\n") {
			line = strings.Join(strings.Fields(line), " ")
			face := "song"
			if i%8 == 0 {
				face = "hei"
			}
			line = strings.Map(func(r rune) rune {
				if _, _, ok := c.lib.Glyph(face, r); !ok {
					return -1
				}
				return r
			}, line)
			c.paragraph(sect, "P", face, line)
		}
	}
	return c.doc, &issue.Issue{Meta: issue.Meta{Title: "河口", Year: 2025, Number: 3}}
}

func BenchmarkGather(b *testing.B) {
	doc, _ := corpus(b, 1)
	for b.Loop() {
		if _, err := pdf.Gather(doc, openFonts(b)); err != nil {
			b.Fatal(err)
		}
	}
}

func benchmarkScreen(b *testing.B, times int) {
	doc, iss := corpus(b, times)
	g, err := pdf.Gather(doc, openFonts(b))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		var n counter
		if err := (pdf.Screen{Doc: doc, Glyphs: g}).Build(&n, iss); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(n), "bytes")
	}
}

func BenchmarkScreen(b *testing.B)         { benchmarkScreen(b, 1) }
func BenchmarkScreenTenTimes(b *testing.B) { benchmarkScreen(b, 10) }

func BenchmarkPrint(b *testing.B) {
	doc, iss := corpus(b, 1)
	g, err := pdf.Gather(doc, openFonts(b))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := (pdf.Print{Doc: doc, Glyphs: g}).Build(io.Discard, iss); err != nil {
			b.Fatal(err)
		}
	}
}

// counter counts what is written.
type counter int

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}

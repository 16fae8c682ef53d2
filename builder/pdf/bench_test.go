package pdf_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"kanyin/builder"
	"kanyin/builder/pdf"
	"kanyin/issues"
	"kanyin/issues/issue"
	"kanyin/layout"
)

// composed gives the first issue of the corpus, composed, its articles times over.
func composed(b *testing.B, times int) (*layout.Document, *issue.Issue) {
	b.Helper()
	files, _ := filepath.Glob(filepath.Join(os.Getenv("KANYIN_CORPUS"), "issues", "*.txt"))
	if len(files) == 0 {
		b.Skip("SKIP: no issue in KANYIN_CORPUS")
	}
	text, err := os.Open(files[0])
	if err != nil {
		b.Fatal(err)
	}
	defer text.Close()
	iss, err := issues.Read(filepath.Base(files[0]), text)
	if err != nil {
		b.Fatal(err)
	}
	once := iss.Articles
	for i := 1; i < times; i++ {
		for _, a := range once {
			a.ID = fmt.Sprintf("%s-%d", a.ID, i)
			iss.Articles = append(iss.Articles, a)
		}
	}
	return layout.Compose(iss, layout.Design{}, openFonts(b)), iss
}

func BenchmarkGather(b *testing.B) {
	doc, _ := composed(b, 1)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := pdf.Gather(doc, openFonts(b)); err != nil {
			b.Fatal(err)
		}
	}
}

// Editions whose fonts are cut: what a further edition of an issue costs.
func benchmark(b *testing.B, times int, edition func(*layout.Document, *pdf.Glyphs) builder.Builder) {
	doc, iss := composed(b, times)
	g, err := pdf.Gather(doc, openFonts(b))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		var n counter
		if err := edition(doc, g).Build(&n, iss); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(n), "bytes")
	}
}

func screenEdition(doc *layout.Document, g *pdf.Glyphs) builder.Builder {
	return pdf.Screen{Doc: doc, Glyphs: g}
}

func printEdition(doc *layout.Document, g *pdf.Glyphs) builder.Builder {
	return pdf.Print{Doc: doc, Glyphs: g}
}

func BenchmarkScreen(b *testing.B)         { benchmark(b, 1, screenEdition) }
func BenchmarkScreenTenTimes(b *testing.B) { benchmark(b, 10, screenEdition) }
func BenchmarkPrint(b *testing.B)          { benchmark(b, 1, printEdition) }
func BenchmarkPrintTenTimes(b *testing.B)  { benchmark(b, 10, printEdition) }

// counter counts what is written.
type counter int

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}

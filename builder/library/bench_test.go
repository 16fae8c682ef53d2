package library_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kanyin/builder/library"
	"kanyin/issues/sample"
)

// BenchmarkLibrary makes a library of twenty issues of the sample's size, all
// editions and pages, and then finds that nothing changed.
func BenchmarkLibrary(b *testing.B) {
	dir := b.TempDir()
	const issues = 20
	for i := range issues {
		year, number := 2020+i/12, i%12+1
		text := strings.NewReplacer("2025·6", fmt.Sprintf("%d·%d", year, number), "2025年第6期", fmt.Sprintf("%d年第%d期", year, number)).Replace(string(sample.Text()))
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%02d.txt", i)), []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	p, err := thePress()
	if err != nil {
		b.Fatal(err)
	}
	run := func(b *testing.B, out string) {
		if _, err := library.Run(context.Background(), p, library.Options{In: dir, Out: out}); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			run(b, filepath.Join(b.TempDir(), "out"))
		}
		b.ReportMetric(float64(b.N*issues)/b.Elapsed().Seconds(), "issues/s")
	})
	b.Run("unchanged", func(b *testing.B) {
		out := filepath.Join(b.TempDir(), "out")
		run(b, out)
		b.ResetTimer()
		for b.Loop() {
			run(b, out)
		}
		b.ReportMetric(float64(b.N*issues)/b.Elapsed().Seconds(), "issues/s")
	})
}

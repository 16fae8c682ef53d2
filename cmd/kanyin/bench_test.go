package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kanyin/issues/sample"
)

// BenchmarkBuild builds all editions of the sample, of the same text ten times
// over, and of the issues in KANYIN_CORPUS, as "kanyin build" does but for
// starting the program.
func BenchmarkBuild(b *testing.B) {
	dir := b.TempDir()
	write := func(name string, times int) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(strings.Repeat(string(sample.Text()), times)), 0o644); err != nil {
			b.Fatal(err)
		}
		return path
	}
	texts := []string{write("sample.txt", 1), write("ten-samples.txt", 10)}
	if corpus := os.Getenv("KANYIN_CORPUS"); corpus != "" {
		found, err := filepath.Glob(filepath.Join(corpus, "issues", "*.txt"))
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, found...)
	}
	for _, text := range texts {
		b.Run(filepath.Base(text), func(b *testing.B) {
			out := b.TempDir()
			for b.Loop() {
				if code := run([]string{"kanyin", "build", "-o", out, text}, nil, io.Discard, io.Discard); code != exitDone {
					b.Fatalf("exit code %d", code)
				}
			}
		})
	}
}

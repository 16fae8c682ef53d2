package torn_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kanyin/issues/reconstruct/torn"
	"kanyin/issues/source"
)

// corpus gives the issues of the folder that KANYIN_CORPUS names, or skips.
func corpus(t testing.TB) map[string]string {
	t.Helper()
	dir := os.Getenv("KANYIN_CORPUS")
	if dir == "" {
		t.Skip("SKIP: KANYIN_CORPUS names no folder of annotated issues")
	}
	out := map[string]string{}
	for _, pattern := range []string{"issues/*.txt", "eval/*/issue.txt"} {
		paths, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range paths {
			data, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			name := strings.TrimSuffix(filepath.Base(p), ".txt")
			if name == "issue" {
				name = filepath.Base(filepath.Dir(p))
			}
			out[name] = string(data)
		}
	}
	if len(out) == 0 {
		t.Fatalf("%s holds no issue", dir)
	}
	return out
}

// read makes a file of text.
func read(t testing.TB, text string) *source.File {
	t.Helper()
	f, err := source.Read("issue.txt", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// BenchmarkIssue reads the issues of the corpus one after another.
func BenchmarkIssue(b *testing.B) {
	for name, text := range corpus(b) {
		f := read(b, text)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				torn.Issue(f)
			}
		})
	}
}

// BenchmarkTenIssues reads ten issues in one file: the cost of a text should
// grow as the text does.
func BenchmarkTenIssues(b *testing.B) {
	for name, text := range corpus(b) {
		f := read(b, strings.Repeat(text+"\n", 10))
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				torn.Issue(f)
			}
		})
	}
}

package check_test

import (
	"os"
	"path/filepath"
	"testing"

	"kanyin/issues/check"
	"kanyin/issues/reconstruct/torn"
	"kanyin/issues/source"
)

func BenchmarkIssue(b *testing.B) {
	dir := os.Getenv("KANYIN_CORPUS")
	if dir == "" {
		b.Skip("SKIP: KANYIN_CORPUS names no folder of real issues")
	}
	files, err := filepath.Glob(filepath.Join(dir, "issues", "*.txt"))
	if err != nil || len(files) == 0 {
		b.Fatalf("%s/issues holds no issue (%v)", dir, err)
	}
	r, err := os.Open(files[0])
	if err != nil {
		b.Fatal(err)
	}
	defer r.Close()
	f, err := source.Read("issue.txt", r)
	if err != nil {
		b.Fatal(err)
	}
	iss := torn.Issue(f)
	for b.Loop() {
		check.Issue(iss)
	}
}

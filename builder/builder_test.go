package builder_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"kanyin/builder"
	"kanyin/issues/issue"
)

// failing writes a little and then fails, as a full disk does.
type failing struct{}

var errFull = errors.New("no space left on device")

func (failing) Name() string { return "failing" }
func (failing) Build(w io.Writer, _ *issue.Issue) error {
	io.WriteString(w, "half of it")
	return errFull
}

func TestAFailedBuildLeavesTheOldFileAndNothingElse(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "issue.epub")
	if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := builder.WriteFile(path, failing{}, nil); !errors.Is(err, errFull) {
		t.Fatalf("error %v, want %v", err, errFull)
	}
	if got, _ := os.ReadFile(path); string(got) != "old" {
		t.Errorf("the old file became %q", got)
	}
	if names, _ := os.ReadDir(dir); len(names) != 1 {
		t.Errorf("%d files are left, want the old one alone", len(names))
	}
}

func TestAFolderIsReplacedWhole(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "issue.archive")
	write := func(files ...builder.File) error { return builder.WriteFolder(dir, files) }
	if err := write(builder.File{Path: "a.txt", Data: []byte("1")}, builder.File{Path: "data/b.txt"}); err != nil {
		t.Fatal(err)
	}
	if err := write(builder.File{Path: "a.txt", Data: []byte("2")}); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(filepath.Join(dir, "a.txt")); string(got) != "2" {
		t.Errorf("a.txt is %q, want the new one", got)
	}
	if _, err := os.Stat(filepath.Join(dir, "data")); err == nil {
		t.Error("a file of the older folder is left")
	}
	if err := write(builder.File{Path: "../escape.txt"}); err == nil {
		t.Error("a path that leads out of the folder was written")
	}
	if got, _ := os.ReadFile(filepath.Join(dir, "a.txt")); string(got) != "2" {
		t.Error("a failed write took the folder that stood")
	}
	if names, _ := os.ReadDir(filepath.Dir(dir)); len(names) != 1 {
		t.Errorf("%d entries are left beside the folder, want it alone", len(names))
	}
}

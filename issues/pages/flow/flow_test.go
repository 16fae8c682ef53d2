package flow_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"kanyin/issues/pages"
	"kanyin/issues/pages/flow"
	"kanyin/issues/source"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestPages puts the pages of testdata in order and holds the lines and their
// facts against the golden files. A run of the fixtures that says no more than
// where it begins is set solid: ideographs an em wide, all others half of one.
func TestPages(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.json")
	if len(files) == 0 {
		t.Fatal("no fixtures")
	}
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".json"), func(t *testing.T) {
			d := readPages(t, path)
			checkWhole(t, d.Pages)
			got := tell(flow.File("a.pdf", nil, d.Pages))
			golden := strings.TrimSuffix(path, ".json") + ".txt"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// readPages reads a fixture and gives its runs the boxes that they do not say.
func readPages(t *testing.T, path string) *pages.Document {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d := &pages.Document{}
	if err := json.Unmarshal(b, d); err != nil {
		t.Fatal(err)
	}
	for i := range d.Pages {
		for k := range d.Pages[i].Runs {
			solid(&d.Pages[i].Runs[k])
		}
	}
	return d
}

func solid(r *pages.Run) {
	long := float32(0)
	for _, c := range r.Text {
		if utf8.RuneLen(c) > 2 {
			long += r.Size
		} else {
			long += r.Size / 2
		}
	}
	switch {
	case r.Angle != 0: // says all of it
	case r.Vertical: // X0 is its axis, Baseline its head, as they are read
		r.Y0, r.Y1, r.Baseline = r.Baseline, r.Baseline+long, r.X0
		r.X0, r.X1 = r.X0-r.Size/2, r.X0+r.Size/2
	default:
		if r.X1 == 0 {
			r.X1 = r.X0 + long
		}
		if r.Y0 == 0 {
			r.Y0, r.Y1 = r.Baseline-.88*r.Size, r.Baseline+.12*r.Size
		}
	}
}

// tell writes a line of the file as a line of a golden file: page, column of
// columns, size and face, marks for its facts, the text.
//
//	p1 2/2  9 song  [-  the line begins a paragraph and does not end it
func tell(f *source.File) string {
	var b strings.Builder
	for i, l := range f.Lines {
		x := f.Facts[i]
		start := map[int8]string{1: "[", -1: "-", 0: "?"}[x.Start]
		end := map[int8]string{1: "]", -1: "-", 0: "?"}[x.End]
		more := ""
		if x.Bold {
			more += " bold"
		}
		if x.Boxed {
			more += " boxed"
		}
		if x.Lead > 0 {
			more += fmt.Sprintf(" lead=%d", x.Lead)
		}
		if x.Role != "" {
			more += " " + string(x.Role)
		}
		fmt.Fprintf(&b, "p%d %d/%d %4.1f %-5s %s%s  %s%s\n", x.Page, x.Column, x.Columns, x.Size, x.Face, start, end, strings.ReplaceAll(l, "\t", " ⇥ "), strings.Replace(more, " ", "  # ", 1))
	}
	return b.String()
}

// A file's pages begin where its lines say, and each has its sheet.
func TestFile(t *testing.T) {
	d := readPages(t, "testdata/furniture.json")
	f := flow.File("folder/a.pdf", []byte("data"), d.Pages)
	if f.Name != "a.pdf" || string(f.Bytes) != "data" || len(f.SHA256) != 64 {
		t.Errorf("the file is %q, %q, %q", f.Name, f.Bytes, f.SHA256)
	}
	if len(f.Pages) != 2 || len(f.Sheets) != 3 || f.Sheets[0].Width != 400 {
		t.Fatalf("pages %v, sheets %v", f.Pages, f.Sheets)
	}
	for i, n := range f.Pages {
		if f.Facts[n-1].Page != i+2 || f.Facts[n-2].Page != i+1 {
			t.Errorf("page %d begins with line %d, whose fact says page %d", i+2, n, f.Facts[n-1].Page)
		}
	}
}

// The order in which runs are drawn says nothing.
func TestDrawnInAnyOrder(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.json")
	for _, path := range files {
		d := readPages(t, path)
		want := tell(flow.File("a.pdf", nil, d.Pages))
		for i := range d.Pages {
			rs := d.Pages[i].Runs
			for k := range rs { // a fixed shuffle
				j := (k*7919 + 13) % len(rs)
				rs[k], rs[j] = rs[j], rs[k]
			}
		}
		if got := tell(flow.File("a.pdf", nil, d.Pages)); got != want {
			t.Errorf("%s, drawn in another order:\n%s\nas it was:\n%s", path, got, want)
		}
	}
}

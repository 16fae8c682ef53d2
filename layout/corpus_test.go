package layout_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"kanyin/fonts"
	"kanyin/issues"
	"kanyin/issues/issue"
	"kanyin/issues/sample"
	"kanyin/layout"
	"kanyin/layout/designs"
)

// faces are the fonts that editions are set in.
var faces = sync.OnceValues(fonts.Open)

// A read is an issue with the name that tests call it by.
type read struct {
	name string
	iss  *issue.Issue
}

// corpus gives the sample and the issues in KANYIN_CORPUS, if that is set.
func corpus(t testing.TB) []read {
	t.Helper()
	list := []read{{"sample", parse(t, "sample.txt", sample.Text())}}
	dir := os.Getenv("KANYIN_CORPUS")
	if dir == "" {
		return list
	}
	real, _ := filepath.Glob(filepath.Join(dir, "issues", "*.txt"))
	made, _ := filepath.Glob(filepath.Join(dir, "eval", "*", "issue.txt"))
	for _, file := range append(real, made...) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		if name == "issue" {
			name = filepath.Base(filepath.Dir(file))
		}
		list = append(list, read{name, parse(t, name, data)})
	}
	return list
}

func parse(t testing.TB, name string, data []byte) *issue.Issue {
	t.Helper()
	iss, err := issues.Read(name, bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return iss
}

func compose(t testing.TB, iss *issue.Issue, d layout.Design) *layout.Document {
	t.Helper()
	lib, err := faces()
	if err != nil {
		t.Fatal(err)
	}
	return layout.Compose(iss, d, lib)
}

// TestCorpus composes whole issues in all designs and measures the pages as a
// printing house would: lines, marks, grid, columns.
func TestCorpus(t *testing.T) {
	for _, r := range corpus(t) {
		for _, d := range []layout.Design{layout.House(), named(t, "book"), named(t, "newspaper"), named(t, "journal")} {
			t.Run(r.name+"/"+d.Name, func(t *testing.T) {
				doc := compose(t, r.iss, d)
				s := measure(r.iss, doc, d)
				for _, f := range s.faults {
					t.Error(f)
				}
				for line := range s.loose {
					t.Logf("not set well: %s", line)
				}
				if len(s.loose)*400 > s.justified {
					t.Errorf("%d of %d lines not set well", len(s.loose), s.justified)
				}
				logFills(t, doc, s.justified)
			})
		}
	}
}

// logFills tells how full the pages are, and which are less than half full.
func logFills(t *testing.T, doc *layout.Document, justified int) {
	t.Helper()
	sum, low := 0.0, []string{}
	for _, p := range doc.Pages {
		sum += p.Fill
		if p.Fill < 0.5 {
			low = append(low, p.Label)
		}
	}
	t.Logf("%d pages, %d justified lines, fill %.2f, under half: %v", len(doc.Pages), justified, sum/float64(len(doc.Pages)), low)
	if testing.Verbose() {
		var b strings.Builder
		for _, p := range doc.Pages {
			b.WriteString(" " + p.Label + ":" + decimal(p.Fill))
		}
		t.Log(b.String())
	}
}

// named gives a built-in design.
func named(t testing.TB, name string) layout.Design {
	t.Helper()
	d, ok := designs.Named(name)
	if !ok {
		t.Fatal("no design ", name)
	}
	return d
}

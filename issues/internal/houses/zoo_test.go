package houses

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var show = flag.Bool("show", false, "print the houses with their labels")

func TestZooIsLabelled(t *testing.T) {
	all, err := Zoo(1)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range all {
		if *show {
			t.Logf("==== %s\n%s", h.Name, h)
		}
		for i, line := range h.File.Lines {
			if l := h.Labels[i]; (strings.TrimSpace(line) != "") != l.Known {
				t.Errorf("%s:%d: known is %t: %q", h.Name, i+1, l.Known, line)
			}
		}
	}
}

// The annotated issues of KANYIN_CORPUS have labels too.
func TestAnnotatedIsLabelled(t *testing.T) {
	corpus := os.Getenv("KANYIN_CORPUS")
	if corpus == "" {
		t.Skip("SKIP: KANYIN_CORPUS names no folder of annotated issues")
	}
	all, err := Annotated(corpus)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatalf("no annotated issue in %s", corpus)
	}
	for _, h := range all {
		if *show {
			t.Logf("==== %s\n%s", h.Name, h)
		}
		if rows, labels := h.Rows(); len(rows) == 0 || len(rows) != len(labels) {
			t.Errorf("%s: %d rows, %d labels", h.Name, len(rows), len(labels))
		}
	}
}

package rows

import (
	"testing"

	"kanyin/issues/source"
)

// A browser's pages give up radicals and a slash of division; rows hold what they
// look like, and count and place the lines as their source has them.
func TestRowsHoldCharactersAndNotWhatLooksLikeThem(t *testing.T) {
	f := &source.File{Lines: []string{"⽬录", "", "　　⽂∕某某", "⻔前⼀⻢"}, Pages: []int{3}}
	want := []Row{
		{Text: "目录", Line: 1, Page: 1},
		{Text: "文／某某", Line: 3, Page: 2, Inset: 2, Cells: 4},
		{Text: "门前一马", Line: 4, Page: 2},
	}
	got := Of(f)
	if len(got) != len(want) {
		t.Fatalf("%d rows, want %d", len(got), len(want))
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("row %d is %+v, want %+v", i, got[i], want[i])
		}
	}
}

// Code that tabs set in keeps its steps.
func TestATabSetsInByCells(t *testing.T) {
	for line, want := range map[string]int{"a": 0, "\ta": 4, "\t\ta": 8, "  \ta": 4, "  a": 2, "　a": 2} {
		if got := Of(&source.File{Lines: []string{line}})[0].Cells; got != want {
			t.Errorf("%q is set in by %d cells, want %d", line, got, want)
		}
	}
}

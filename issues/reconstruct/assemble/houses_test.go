package assemble_test

import (
	"testing"

	"kanyin/issues/internal/houses"
	"kanyin/issues/reconstruct/assemble"
)

// When every line's kind is known, the articles are found as they were written.
func TestHousesWhoseKindsAreKnown(t *testing.T) {
	var all houses.Figures
	for seed := range uint64(60) {
		h, err := houses.Make(seed, houses.Set)
		if err != nil {
			t.Fatal(err)
		}
		rs, ls := h.Rows()
		iss := assemble.Issue(h.File, rs, ls)
		if err := iss.Ledger(); err != nil {
			t.Errorf("%s: %v", h.Name, err)
		}
		all.Add(h.Measure(iss))
	}
	for _, f := range []struct {
		what  string
		got   houses.Count
		least float64 // what was measured, less a slip or two
	}{
		{"titles", all.Titles, 1},
		{"authors", all.Authors, .997},
		{"sections", all.Sections, .955}, // an article's own kicker passes for its column
		{"whole blocks", all.Whole, .99},
		{"lines in their own article", all.Own, 1},
	} {
		t.Logf("%s: %.3f of %d", f.what, f.got.Share(), f.got.All)
		if f.got.Share() < f.least {
			t.Errorf("%s: %.3f of %d, at least %.3f were found before", f.what, f.got.Share(), f.got.All, f.least)
		}
	}
}

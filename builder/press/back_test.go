package press_test

import (
	"os"
	"path/filepath"
	"testing"

	"kanyin/builder/press"
	"kanyin/issues/issue"
	"kanyin/issues/normal"
)

// What was printed is read back: the screen edition's structure tree gives all
// titles, headings and nearly all paragraphs; the print edition has none, and its
// pages give all titles and most of the rest.
func TestEditionsAreReadBack(t *testing.T) {
	p, j := newPress(t), readSample(t)
	dir := t.TempDir()
	if _, err := p.Publish(press.Wishes{Dir: dir, Editions: []string{"screen", "print"}}, j, nil); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		edition                      string
		titles, headings, paragraphs float64 // the least share that comes back
	}{
		{".screen.pdf", 1, 1, .92}, // a poem comes back as one block, and was a line a block
		{".print.pdf", 1, .85, .87},
	} {
		path := filepath.Join(dir, j.Name+c.edition)
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		back, err := press.Read(press.Reader(filepath.Base(path), file))
		file.Close()
		if err != nil {
			t.Fatal(err)
		}
		share := func(what string, of func(*issue.Issue) []string, least float64) {
			have := map[string]int{}
			for _, s := range of(back.Issue) {
				have[s]++
			}
			found, all := 0, of(j.Issue)
			var missing []string
			for _, s := range all {
				if have[s] > 0 {
					have[s]--
					found++
				} else {
					missing = append(missing, s)
				}
			}
			if float64(found) < least*float64(len(all)) {
				t.Errorf("%s: %d of %d %s come back; not %q", c.edition, found, len(all), what, missing)
			}
			t.Logf("%s: %d of %d %s", c.edition, found, len(all), what)
		}
		share("titles", titlesOf, c.titles)
		share("headings", blocksOf("heading"), c.headings)
		share("paragraphs", blocksOf("paragraph"), c.paragraphs)
	}
}

func titlesOf(iss *issue.Issue) []string {
	var out []string
	for _, a := range iss.Articles {
		out = append(out, normal.Key(a.Title))
	}
	return out
}

func blocksOf(kind string) func(*issue.Issue) []string {
	return func(iss *issue.Issue) []string {
		var out []string
		for _, a := range iss.Articles {
			for _, b := range a.Blocks {
				if string(b.Kind) == kind {
					out = append(out, normal.Key(a.Title)+": "+normal.Key(b.Text))
				}
			}
		}
		return out
	}
}

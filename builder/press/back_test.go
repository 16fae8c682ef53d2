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
	readBack(t, readSample(t), []backShare{
		{".screen.pdf", 1, 1, .92}, // a poem comes back as one block, and was a line a block
		{".print.pdf", 1, .85, .87},
	})
}

// The same for the real issues of KANYIN_CORPUS.
func TestEditionsOfRealIssuesAreReadBack(t *testing.T) {
	corpus := os.Getenv("KANYIN_CORPUS")
	if corpus == "" {
		t.Skip("KANYIN_CORPUS is not set")
	}
	texts, _ := filepath.Glob(filepath.Join(corpus, "issues", "*.txt"))
	for _, path := range texts {
		readBack(t, readFile(t, path), []backShare{{".screen.pdf", 1, .99, .98}, {".print.pdf", 1, .99, .98}})
	}
}

// readFile reads what a file holds as an issue.
func readFile(t *testing.T, path string) press.Job {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	j, err := press.Read(press.Reader(filepath.Base(path), file))
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// A backShare is the least share of an edition that comes back.
type backShare struct {
	edition                      string
	titles, headings, paragraphs float64
}

func readBack(t *testing.T, j press.Job, least []backShare) {
	t.Helper()
	p, dir := newPress(t), t.TempDir()
	if _, err := p.Publish(press.Wishes{Dir: dir, Editions: []string{"screen", "print"}}, j, nil); err != nil {
		t.Fatal(err)
	}
	for _, c := range least {
		back := readFile(t, filepath.Join(dir, j.Name+c.edition))
		share := func(what string, of func(*issue.Issue) []string, least float64) {
			found, all := common(of(j.Issue), of(back.Issue))
			if float64(found) < least*float64(all) {
				t.Errorf("%s: %d of %d %s come back", c.edition, found, all, what)
			}
			t.Logf("%s: %d of %d %s", c.edition, found, all, what)
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

package torn_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/torn"
	"kanyin/issues/source"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden reads testdata/*.txtar: what the case shows, a dump, and the
// views of the issue made of it. Every case has the view "issue"; those that
// are about the contents, the masthead, the house style or what was moved have
// a view of that too.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases (%v)", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			iss := fromText(t, string(ar.Files[0].Data))
			for i := range ar.Files[1:] {
				f := &ar.Files[1+i]
				got := view(t, iss, f.Name)
				if want := string(f.Data); got != want && !*update {
					t.Errorf("%s: got\n%swant\n%s", f.Name, got, want)
				}
				f.Data = []byte(got)
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// fromText reads a case's dump; ␌ stands for a form feed.
func fromText(t *testing.T, text string) *issue.Issue {
	t.Helper()
	f, err := source.Read("issue.txt", strings.NewReader(strings.ReplaceAll(text, "␌", "\f")))
	if err != nil {
		t.Fatal(err)
	}
	iss := torn.Issue(f)
	if err := iss.Ledger(); err != nil {
		t.Fatal(err)
	}
	return iss
}

func view(t *testing.T, iss *issue.Issue, name string) string {
	t.Helper()
	var b strings.Builder
	switch name {
	case "issue":
		if err := iss.Dump(&b); err != nil {
			t.Fatal(err)
		}
	case "contents":
		for _, e := range iss.Toc {
			fmt.Fprintf(&b, "%3d  %s / %s @ %s", e.Page, e.Title, strings.Join(e.Authors, "、"), e.Section)
			if e.Subsection != "" {
				b.WriteString(" > " + e.Subsection)
			}
			fmt.Fprintf(&b, "  %v %s\n", e.Lines, strings.Join(e.Articles, " "))
		}
	case "masthead":
		m := iss.Meta
		fmt.Fprintf(&b, "title %s\nyear %d number %d total %d\nissn %s cn %s\npublisher %s\nprice %s\nlanguage %s\n",
			m.Title, m.Year, m.Number, m.Total, m.ISSN, m.CN, m.Publisher, m.Price, m.Language)
		for _, s := range m.Staff {
			fmt.Fprintf(&b, "%s: %s %v\n", s.Duty, strings.Join(s.Names, "、"), s.Lines)
		}
	case "house":
		for _, h := range iss.House {
			fmt.Fprintf(&b, "%-14s %s, %d times\n", h.Name, h.Value, h.Count)
		}
	case "findings":
		for _, f := range iss.Findings {
			fmt.Fprintf(&b, "%s %v\n", f.Code, f.Lines) // the words are seam's own matter
		}
	default:
		t.Fatalf("no such view: %s", name)
	}
	return b.String()
}

package correct_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"kanyin/issues"
	"kanyin/issues/correct"
	"kanyin/issues/issue"
	"kanyin/issues/sample"
	"kanyin/issues/source"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden reads testdata/*.txtar: what the case shows, the sentences that the
// editor says of the sample issue, and what they change: rows of the dump and of
// the contents that are gone (-) and new (+), and the findings likewise.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases (%v)", err)
	}
	before := rowsOf(read(t, string(sample.Text()), nil))
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			list := say(t, string(sample.Text()), strings.Split(strings.TrimSpace(string(ar.Files[0].Data)), "\n"))
			got := changes(before, rowsOf(read(t, string(sample.Text()), list)))
			if want := string(ar.Files[1].Data); got != want && !*update {
				t.Errorf("got\n%swant\n%s", got, want)
			}
			ar.Files[1].Data = []byte(got)
			if *update {
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// read reads a text as the corrections say; issues holds the ledger to be whole.
func read(t *testing.T, text string, list []correct.Correction) *issue.Issue {
	t.Helper()
	f, err := source.Read("issue.txt", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	iss, err := issues.Corrected("issue.txt", f, list)
	if err != nil {
		t.Fatal(err)
	}
	return iss
}

// say reads sentences about a text.
func say(t *testing.T, text string, sentences []string) []correct.Correction {
	t.Helper()
	f, err := source.Read("issue.txt", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	book := &correct.Book{}
	for _, s := range sentences {
		fit, _ := correct.Fit(book.Corrections(), f)
		c, err := fit.Sentence(s)
		if err != nil {
			t.Fatal(err)
		}
		if err := book.Add(c); err != nil {
			t.Fatal(err)
		}
	}
	again, err := correct.Parse(correct.Name, book.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return again.Corrections()
}

func rowsOf(iss *issue.Issue) []string {
	var b strings.Builder
	iss.Dump(&b)
	rows := strings.Split(strings.TrimRight(b.String(), "\n"), "\n")
	names := map[string]string{}
	for _, a := range iss.Articles {
		names[a.ID] = cutTo(a.Title, 12)
	}
	for i, r := range rows {
		if id, rest, ok := strings.Cut(r, " "); ok && names[id] != "" {
			r = "article " + rest // ids move with the order
		}
		rows[i] = cutTo(r, 60)
	}
	for _, e := range iss.Toc {
		row := fmt.Sprintf("contents %d %s →", e.Page, e.Title)
		for _, id := range e.Articles {
			row += " " + names[id]
		}
		rows = append(rows, row)
	}
	for _, f := range iss.Findings {
		rows = append(rows, "finding "+f.Format("issue.txt").String())
	}
	return rows
}

func cutTo(s string, n int) string {
	r := []rune(s)
	if len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}

// changes compares two lists of rows by their longest common subsequence.
func changes(a, b []string) string {
	long := make([][]int, len(a)+1)
	for i := range long {
		long[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				long[i][j] = long[i+1][j+1] + 1
			} else {
				long[i][j] = max(long[i+1][j], long[i][j+1])
			}
		}
	}
	var out strings.Builder
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && long[i+1][j] >= long[i][j+1]:
			out.WriteString("-" + a[i] + "\n")
			i++
		default:
			out.WriteString("+" + b[j] + "\n")
			j++
		}
	}
	return out.String()
}

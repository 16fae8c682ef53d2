package correct_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"kanyin/issues/correct"
	"kanyin/issues/issue"
)

// TestMistakes reads testdata/mistakes/*.txtar. Each provokes one kind of mistake
// in the made-up issue beside it, by what it replaces there, and mends it by one
// correction. The effect is all that the correction changes; the outline of the
// issue that comes of it is that of the issue as it should be: read from a text
// that provokes no mistake, where the case gives one.
func TestMistakes(t *testing.T) {
	data, err := os.ReadFile("testdata/mistakes/issue.txt")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/mistakes/*.txtar")
	if err != nil || len(files) < 12 {
		t.Fatalf("%d cases (%v)", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			section := func(name string) *txtar.File {
				i := slices.IndexFunc(ar.Files, func(f txtar.File) bool { return f.Name == name })
				if i < 0 {
					return nil
				}
				return &ar.Files[i]
			}
			text := replaced(t, string(data), string(section("provoke").Data))
			list := say(t, text, []string{strings.TrimSpace(string(section("says").Data))})
			if len(list) != 1 {
				t.Fatalf("%d corrections, and one is enough", len(list))
			}
			before, after := read(t, text, nil), read(t, text, list) // both fail where a line is lost
			effects := correct.Effects(before, after)
			if len(effects) == 0 {
				t.Error("it changes nothing: no mistake was provoked")
			}
			var got string
			for _, e := range effects {
				got += e.String() + "\n"
			}
			want := section("effect")
			if string(want.Data) != got && !*update {
				t.Errorf("got\n%swant\n%s", got, want.Data)
			}
			for _, f := range after.Findings {
				if strings.HasPrefix(f.Code, "correction-") {
					t.Error(f.Format("issue.txt"))
				}
			}
			if truth := section("truth"); truth != nil {
				right := outline(read(t, replaced(t, string(data), string(truth.Data)), nil))
				if wrong := outline(before); wrong == right {
					t.Error("the issue is read right without the correction")
				}
				if mended := outline(after); mended != right {
					t.Errorf("mended it is\n%sand should be\n%s", mended, right)
				}
			}
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// replaced replaces in the text what stands before => by what stands behind it, a
// row for each; a | is a line's end.
func replaced(t *testing.T, text, rows string) string {
	t.Helper()
	line := strings.NewReplacer("|", "\n")
	for _, row := range strings.Split(strings.TrimSpace(rows), "\n") {
		if row == "" {
			continue
		}
		old, new, ok := strings.Cut(row, " => ")
		if !ok || !strings.Contains(text, line.Replace(old)) {
			t.Fatalf("%q replaces nothing", row)
		}
		text = strings.Replace(text, line.Replace(old), line.Replace(new), 1)
	}
	return text
}

// outline gives what an issue's editions print: articles with their names, and the
// kinds and texts of their blocks.
func outline(iss *issue.Issue) string {
	var b strings.Builder
	for _, a := range iss.Articles {
		fmt.Fprintf(&b, "%s / %s / %s @ %s %d\n", a.Title, a.Subtitle, strings.Join(a.Authors, "、"), a.Section, a.Page)
		for _, k := range a.Blocks {
			fmt.Fprintf(&b, "  %s %s %d %s\n", k.Kind, k.Form, k.Level, k.Text)
		}
	}
	return b.String()
}

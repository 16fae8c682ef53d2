package assemble_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/assemble"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
	"kanyin/issues/source"
)

var update = flag.Bool("update", false, "write the golden files anew")

// read makes a file and its labels of lines such as "title 河口的灯"; "~title 与桥"
// goes on with the title before it, and "=" begins a page.
func read(t *testing.T, text string) (*source.File, []label.Label) {
	t.Helper()
	f := &source.File{Name: "town.txt"}
	var ls []label.Label
	for _, l := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		if l == "=" {
			f.Pages = append(f.Pages, len(f.Lines)+1)
			continue
		}
		if l == "" {
			f.Lines = append(f.Lines, "")
			continue
		}
		name, rest, _ := strings.Cut(l, " ")
		k, ok := label.KindOf(strings.TrimPrefix(name, "~"))
		if !ok {
			t.Fatalf("no kind: %s", l)
		}
		f.Lines = append(f.Lines, rest)
		ls = append(ls, label.Label{Kind: k, Begins: !strings.HasPrefix(name, "~")})
	}
	return f, ls
}

// dump writes the issue as the golden files have it, its contents first.
func dump(iss *issue.Issue) string {
	var b strings.Builder
	for _, e := range iss.Toc {
		fmt.Fprintf(&b, "entry %d %s | %s | %s → %s\n", e.Page, e.Section, e.Title, strings.Join(e.Authors, "、"), strings.Join(e.Articles, " "))
	}
	_ = iss.Dump(&b)
	for _, f := range iss.Findings {
		fmt.Fprintf(&b, "%s\n", f.Format("town.txt"))
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no golden files")
	}
	for _, name := range files {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, ls := read(t, string(a.Files[0].Data))
		iss := assemble.Issue(f, rows.Of(f), ls)
		if err := iss.Ledger(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		got := dump(iss)
		if *update {
			a.Files = append(a.Files[:1], txtar.File{Name: "issue", Data: []byte(got)})
			if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if want := string(a.Files[1].Data); got != want {
			t.Errorf("%s:\ngot\n%s\nwant\n%s", name, got, want)
		}
	}
}

// FuzzLabels holds that any labels over any rows give an issue whose ledger
// balances, the same one every time, with no heading that skips a level.
func FuzzLabels(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range files {
		if a, err := txtar.ParseFile(name); err == nil {
			f.Add(string(a.Files[0].Data), []byte("\x01\x09\x22\x85\x0e\x90"))
		}
	}
	f.Add("河口的灯 周岸 12\n\n（下转第8页）\n上接第2页）早了十天。■\n\f-3-\n目 录\n□ 任 佳 龚 刚", []byte{4, 8, 14, 18, 24, 0x92, 0xff})
	f.Fuzz(func(t *testing.T, text string, kinds []byte) {
		file, err := source.Read("town.txt", strings.NewReader(text))
		if err != nil {
			return
		}
		rs := rows.Of(file)
		ls := make([]label.Label, len(rs))
		for i := range ls {
			var b byte
			if len(kinds) > 0 {
				b = kinds[i%len(kinds)] + byte(i/len(kinds))
			}
			ls[i] = label.Label{Kind: label.Kind(b & 0x7f % byte(label.Kinds)), Begins: b&0x80 == 0}
		}
		if len(kinds) > 0 && kinds[0] == 0xff {
			ls = ls[:len(ls)/2]
		}
		iss := assemble.Issue(file, rs, ls)
		if err := iss.Ledger(); err != nil {
			t.Fatal(err)
		}
		if again := assemble.Issue(file, rs, ls); !reflect.DeepEqual(iss, again) {
			t.Error("another issue the second time")
		}
		for _, a := range iss.Articles {
			level := 0
			for _, b := range a.Blocks {
				if b.Kind == "" {
					t.Errorf("a block without a kind: %v", b)
				}
				if b.Kind == issue.Heading {
					if b.Level < 1 || b.Level > level+1 {
						t.Errorf("%s: a heading of level %d under one of %d", a.ID, b.Level, level)
					}
					level = b.Level
				}
			}
		}
	})
}

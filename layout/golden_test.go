package layout_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"
	"github.com/rogpeppe/go-internal/txtar"

	"kanyin/layout"
	"kanyin/layout/internal/fakefont"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden composes the issue of every file and compares its views: sketch
// shows what stands where on the grid, pages is the whole dump, structure the
// elements, findings what is reported. A file has the views that its rule is seen in.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { golden(t, file) })
	}
}

func golden(t *testing.T, file string) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := string(txtar.Format(a))
	design := small()
	var doc *layout.Document
	for i := range a.Files {
		f := &a.Files[i]
		switch f.Name {
		case "design":
			if err := toml.Unmarshal(f.Data, &design); err != nil {
				t.Fatal(err)
			}
			if err := design.Validate(); err != nil {
				t.Fatal(err)
			}
		case "issue":
			doc = layout.Compose(readIssue(t, string(f.Data)), design, fakefont.Metrics{})
		default:
			f.Data = []byte(view(t, f.Name, doc, design))
		}
	}
	got := string(txtar.Format(a))
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func view(t *testing.T, name string, doc *layout.Document, d layout.Design) string {
	t.Helper()
	name, only, _ := strings.Cut(name, " ")
	switch name {
	case "sketch":
		return onlyPages(sketch(laid(doc, d), gridOf(d)), only)
	case "pages":
		var b strings.Builder
		if err := doc.Dump(&b); err != nil {
			t.Fatal(err)
		}
		return onlyPages(b.String(), only)
	case "structure":
		return structure(doc)
	case "outline":
		return outline(doc)
	case "findings":
		return findings(doc)
	}
	t.Fatalf("no view %s", name)
	return ""
}

// onlyPages keeps the pages with these labels, "" all.
func onlyPages(text, labels string) string {
	if labels == "" {
		return text
	}
	var b strings.Builder
	keep := false
	for _, line := range strings.SplitAfter(text, "\n") {
		if rest, ok := strings.CutPrefix(line, "page "); ok {
			label, _, _ := strings.Cut(rest, " ")
			keep = strings.Contains(" "+labels+" ", " "+label+" ")
		} else if !strings.HasPrefix(line, " ") {
			keep = false
		}
		if keep {
			b.WriteString(line)
		}
	}
	return b.String()
}

func structure(doc *layout.Document) string {
	var b strings.Builder
	depth := make([]int, len(doc.Elements))
	for i, e := range doc.Elements {
		if i > 0 {
			depth[i] = depth[e.Parent] + 1
		}
		b.WriteString(strings.Repeat("  ", depth[i]) + e.Tag)
		for _, s := range []string{e.Article, e.Alt, textOf(doc, i)} {
			if s != "" {
				b.WriteString(" " + s)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// textOf is what an element says by itself, on all pages.
func textOf(doc *layout.Document, element int) string {
	var b strings.Builder
	for _, p := range doc.Pages {
		for _, t := range p.Texts {
			if t.Element == element && element != 0 {
				b.WriteString(string(t.Runes))
			}
		}
	}
	return b.String()
}

func findings(doc *layout.Document) string {
	var b strings.Builder
	for _, f := range doc.Findings {
		fmt.Fprintf(&b, "%s p. %s %v %s\n", f.Code, f.Page, f.Lines, f.Message)
	}
	return b.String()
}

func outline(doc *layout.Document) string {
	var b strings.Builder
	for _, o := range doc.Outline {
		b.WriteString(strings.Repeat("  ", o.Level-1) + o.Title + " → " + o.Anchor + "\n")
	}
	for _, k := range doc.Breaks {
		b.WriteString("break " + k.Label + " " + k.Article + "\n")
	}
	return b.String()
}

package designs_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"kanyin/fonts"
	"kanyin/issues/issue"
	"kanyin/layout"
	"kanyin/layout/designs"
	"kanyin/layout/internal/picture"
)

var update = flag.Bool("update", false, "rewrite docs/design.md and its pictures")

const (
	page     = "../../docs/design.md"
	pictures = "../../docs/design"
	keysHead = "## Keys\n"
)

// TestEveryKeyIsDocumented holds docs/design.md and its pictures against the
// keys: what they say and what they do. With -update it writes them.
func TestEveryKeyIsDocumented(t *testing.T) {
	lib, err := fonts.Open()
	if err != nil {
		t.Fatal(err)
	}
	draw := outlines(t, lib)
	want := map[string][]byte{}
	var keys strings.Builder
	keys.WriteString(keysHead)
	table := "-"
	for _, k := range designs.Keys() {
		e, ok := examples[k.Name]
		if !ok {
			t.Errorf("%s has no picture", k.Name)
			continue
		}
		if head, _, deeper := strings.Cut(k.Name, "."); deeper && head != table {
			table = head
			fmt.Fprintf(&keys, "\n### [%s]\n", table)
		}
		fmt.Fprintf(&keys, "\n#### `%s`\n\n%s\n\n![%s](design/%s.svg)\n", k.Name, describe(k), k.Name, k.Name)
		want[k.Name+".svg"] = picture.SVG(e.panels(t, k.Name, lib), draw)
	}
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	head, _, ok := strings.Cut(string(text), keysHead)
	if !ok {
		t.Fatalf("%s has no heading %q", page, keysHead)
	}
	if *update {
		write(t, page, []byte(head+keys.String()))
		for name, svg := range want {
			write(t, filepath.Join(pictures, name), svg)
		}
		return
	}
	if head+keys.String() != string(text) {
		t.Errorf("%s is not what the keys say; run this test with -update", page)
	}
	found, _ := filepath.Glob(filepath.Join(pictures, "*.svg"))
	if len(found) != len(want) {
		t.Errorf("%d pictures, %d keys", len(found), len(want))
	}
	for name, svg := range want {
		if have, _ := os.ReadFile(filepath.Join(pictures, name)); !bytes.Equal(have, svg) {
			t.Errorf("%s is not what the key does; run this test with -update", name)
		}
	}
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// describe is a key's entry: what it does, what it takes, what it is without.
func describe(k designs.Key) string {
	says := k.Says.String()
	says = strings.ToUpper(says[:1]) + says[1:] + ". Takes " + k.Takes.String()
	if !k.Unit.IsZero() {
		says += ", in " + k.Unit.String()
	}
	if v := designs.Value(layout.House(), k.Name); v != "" {
		says += "; `" + v + "` in the house design"
	}
	return says + "."
}

// outlines reads the paths of characters from the faces.
func outlines(t *testing.T, lib *fonts.Library) picture.Outlines {
	read := map[string]*sfnt.Font{}
	return func(face string, r rune) (string, int) {
		from, advance, ok := lib.Glyph(face, r)
		if !ok {
			return "", 0
		}
		if read[from] == nil {
			f, err := sfnt.Parse(lib.Data(from))
			if err != nil {
				t.Fatal(err)
			}
			read[from] = f
		}
		var b sfnt.Buffer
		gid, err := read[from].GlyphIndex(&b, r)
		if err != nil {
			t.Fatal(err)
		}
		segments, err := read[from].LoadGlyph(&b, gid, fixed.I(1000), nil)
		if err != nil {
			t.Fatal(err)
		}
		return pathOf(segments), advance
	}
}

func pathOf(segments sfnt.Segments) string {
	var b strings.Builder
	for i, s := range segments {
		op, n := "M", 1
		switch s.Op {
		case sfnt.SegmentOpLineTo:
			op = "L"
		case sfnt.SegmentOpQuadTo:
			op, n = "Q", 2
		case sfnt.SegmentOpCubeTo:
			op, n = "C", 3
		default:
			if i > 0 {
				b.WriteString("z")
			}
		}
		b.WriteString(op)
		for k, p := range s.Args[:n] {
			if k > 0 {
				b.WriteByte(' ')
			}
			fmt.Fprintf(&b, "%d %d", p.X.Round(), p.Y.Round())
		}
	}
	if b.Len() > 0 {
		b.WriteByte('z')
	}
	return b.String()
}

// An example shows what a key does: what is composed under some of its values,
// and which part of which page is looked at.
type example struct {
	values []string          // as TOML has them
	with   string            // further keys that all panels have
	named  map[string]string // the built-in design that shows a value, where one key alone makes no page
	issue  func() *issue.Issue
	look   func(doc *layout.Document) ([]int, picture.View)
}

func (e example) panels(t *testing.T, key string, lib *fonts.Library) []picture.Panel {
	t.Helper()
	var list []picture.Panel
	for _, v := range e.values {
		d, known := designs.Named(e.named[v])
		if !known {
			var err error
			if d, err = designs.Read(key+".toml", []byte(e.toml(key, v))); err != nil {
				t.Fatal(err)
			}
		}
		doc := layout.Compose(e.issue(), d, lib)
		pages, view := e.look(doc)
		list = append(list, picture.Panel{Label: v, Doc: doc, Pages: pages, View: view})
	}
	return list
}

// toml is a design of the example's keys and one value of the key in question.
func (e example) toml(key, value string) string {
	lines := map[string]string{}
	var order []string
	for _, line := range append(strings.Split(e.with, "\n"), key+" = "+value) {
		k, v, ok := strings.Cut(line, " = ")
		if !ok {
			continue
		}
		if _, again := lines[k]; !again {
			order = append(order, k)
		}
		lines[k] = v
	}
	var b strings.Builder
	for _, k := range order {
		fmt.Fprintf(&b, "%s = %s\n", k, lines[k])
	}
	return b.String()
}

package epub

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"testing"

	"kanyin/issues/issue"
)

// An element of a document that was read back.
type element struct {
	name     string
	attr     map[string]string
	children []any // *element or string
}

// opened is an e-book read back with nothing but zip and XML.
type opened struct {
	files map[string][]byte
	order []string
}

func read(t testing.TB, data []byte) opened {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	o := opened{files: map[string][]byte{}}
	for _, f := range r.File {
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if o.files[f.Name], err = io.ReadAll(rc); err != nil {
			t.Fatal(err)
		}
		o.order = append(o.order, f.Name)
	}
	return o
}

func (o opened) parse(t testing.TB, name string) *element {
	t.Helper()
	data, ok := o.files[name]
	if !ok {
		t.Fatalf("the book has no %s", name)
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	root := &element{}
	stack := []*element{root}
	for {
		token, err := d.Token()
		if err == io.EOF {
			return root
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		top := stack[len(stack)-1]
		switch v := token.(type) {
		case xml.StartElement:
			e := &element{name: v.Name.Local, attr: map[string]string{}}
			for _, a := range v.Attr {
				key := a.Name.Local
				if a.Name.Space == "http://www.idpf.org/2007/ops" {
					key = "epub:" + key
				}
				e.attr[key] = a.Value
			}
			top.children = append(top.children, e)
			stack = append(stack, e)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			top.children = append(top.children, string(v))
		}
	}
}

// each visits the element and all below it, in the order of the document.
func (e *element) each(visit func(*element)) {
	visit(e)
	for _, c := range e.children {
		if c, ok := c.(*element); ok {
			c.each(visit)
		}
	}
}

func (e *element) find(match func(*element) bool) []*element {
	var out []*element
	e.each(func(x *element) {
		if match(x) {
			out = append(out, x)
		}
	})
	return out
}

// text is what the element says; <br/> is a line end.
func (e *element) text() string {
	if e.name == "br" {
		return "\n"
	}
	var b strings.Builder
	for _, c := range e.children {
		switch c := c.(type) {
		case string:
			b.WriteString(c)
		case *element:
			b.WriteString(c.text())
		}
	}
	return b.String()
}

// blocks are the texts of a document's block elements, a title's lines apart.
func (e *element) blocks() []string {
	var out []string
	line := func(x *element) bool { return x.attr["class"] == "line" }
	paragraph := func(x *element) bool { return x.name == "p" }
	leaves := e.find(func(x *element) bool {
		return slices.Contains([]string{"p", "li", "pre", "tr", "caption", "h2", "h3", "h4", "h5", "h6"}, x.name) || x.name == "aside" && x.find(paragraph) == nil || line(x) || x.name == "h1" && x.find(line) == nil
	})
	var under []string // a caption that stands under the rows and before them in the document
	for _, x := range leaves {
		if x.name != "tr" {
			out, under = append(out, under...), nil
		}
		switch x.attr["class"] {
		case "column":
		case "under":
			under = []string{x.text()}
		default:
			out = append(out, x.cells())
		}
	}
	return append(out, under...)
}

// cells is the text of a table's row, its cells a space apart, or of any element.
func (e *element) cells() string {
	if e.name != "tr" {
		return e.text()
	}
	var cells []string
	for _, c := range e.children {
		cells = append(cells, c.(*element).text())
	}
	return strings.Join(cells, " ")
}

// printable is a text as the e-book can hold it.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if legal(r) {
			return r
		}
		return '\uFFFD'
	}, s)
}

// readBack holds a book against its issue: every block of every article once,
// in order, letter for letter; the front on the colophon page.
func readBack(t *testing.T, o opened, iss *issue.Issue) {
	t.Helper()
	for _, a := range iss.Articles {
		var want []string
		for _, b := range a.Blocks {
			want = append(want, printable(b.Text))
		}
		got := o.parse(t, "EPUB/xhtml/"+a.ID+".xhtml").blocks()
		if a.Title != "" && !slices.ContainsFunc(a.Blocks, func(b issue.Block) bool { return b.Kind == issue.Title }) {
			got = slices.DeleteFunc(got, func(s string) bool { return s == a.Title }) // the heading comes from the contents
		}
		if len(got) > len(want) { // items, stanzas, rows and notes of one block stand apart
			got, want = []string{unspaced(got)}, []string{unspaced(want)}
		}
		for i := range max(len(got), len(want)) {
			if i >= len(got) || i >= len(want) || got[i] != want[i] {
				t.Errorf("%s: block %d: got %q, want %q", a.ID, i, at(got, i), at(want, i))
				break
			}
		}
	}
	colophon := o.parse(t, "EPUB/xhtml/colophon.xhtml").blocks()
	for _, b := range iss.Front {
		if b.Kind != issue.Toc && !isBarCode(b.Text) && !slices.Contains(colophon, printable(b.Text)) {
			t.Errorf("the colophon lacks %q", b.Text)
		}
	}
}

func unspaced(texts []string) string {
	return strings.Join(strings.Fields(strings.Join(texts, " ")), "")
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return "(nothing)"
}

func TestTextComesBack(t *testing.T) {
	for _, b := range []Builder{{}, {Fonts: library(t), Pages: townPages()}} {
		iss := town()
		readBack(t, read(t, build(t, b, iss)), iss)
	}
}

func TestNavigationIsTheTree(t *testing.T) {
	o := read(t, build(t, Builder{Pages: townPages()}, town()))
	const want = `特稿 → a01.xhtml
  春风又绿河两岸 / 李明、欧阳河 → a01.xhtml
    一、渡船 → a01.xhtml#a01-h1
      （一）木料 → a01.xhtml#a01-h2
    二、集市 → a01.xhtml#a01-h3
  问答 → a02.xhtml
    问水 / 李明 → a02.xhtml
学校 → a03.xhtml
  操场边的<script>alert(1)</script> → a03.xhtml
没有标题的一篇，从半句话开始。 → a04.xhtml
版权页 → colophon.xhtml
`
	var got strings.Builder
	toc := o.nav(t, "toc")
	outline(&got, toc, 0)
	if got.String() != want {
		t.Errorf("nav:\n%swant:\n%s", got.String(), want)
	}
	got.Reset()
	ncx := o.parse(t, "EPUB/toc.ncx")
	points(&got, ncx.find(func(e *element) bool { return e.name == "navMap" })[0], 0)
	if got.String() != want {
		t.Errorf("NCX:\n%swant:\n%s", got.String(), want)
	}
}

func (o opened) nav(t testing.TB, typ string) *element {
	t.Helper()
	found := o.parse(t, "EPUB/nav.xhtml").find(func(e *element) bool { return e.name == "nav" && e.attr["epub:type"] == typ })
	if len(found) != 1 {
		t.Fatalf("%d navs of type %s", len(found), typ)
	}
	return found[0]
}

func outline(b *strings.Builder, e *element, level int) {
	for _, c := range e.children {
		c, ok := c.(*element)
		switch {
		case !ok:
		case c.name == "ol":
			outline(b, c, level+1)
		case c.name == "a":
			fmt.Fprintf(b, "%s%s → %s\n", strings.Repeat("  ", level-1), c.text(), path.Base(c.attr["href"]))
		default:
			outline(b, c, level)
		}
	}
}

func points(b *strings.Builder, e *element, level int) {
	for _, c := range e.children {
		c, ok := c.(*element)
		if !ok || c.name != "navPoint" {
			continue
		}
		label := c.find(func(x *element) bool { return x.name == "text" })[0].text()
		content := c.find(func(x *element) bool { return x.name == "content" })[0].attr["src"]
		fmt.Fprintf(b, "%s%s → %s\n", strings.Repeat("  ", level), label, path.Base(content))
		points(b, c, level+1)
	}
}

// The page list must be the pages, and each must begin where it was said to.
func TestPagesBeginWhereTheyBegin(t *testing.T) {
	iss := town()
	o := read(t, build(t, Builder{Pages: townPages()}, iss))
	links := o.nav(t, "page-list").find(func(e *element) bool { return e.name == "a" })
	if len(links) != len(townPages()) {
		t.Fatalf("%d pages listed, want %d", len(links), len(townPages()))
	}
	for i, p := range townPages() {
		if links[i].text() != p.Label {
			t.Errorf("page %d is called %q, want %q", i, links[i].text(), p.Label)
		}
		file, id, _ := strings.Cut(links[i].attr["href"], "#")
		before, found := textBefore(o.parse(t, "EPUB/"+file).find(func(e *element) bool { return e.name == "section" })[0], id)
		if !found {
			t.Fatalf("page %s: no %s in %s", p.Label, id, file)
		}
		want := wanted(iss, p)
		if !strings.HasSuffix(before, want) || want == "" && strings.TrimSpace(before) != "" {
			t.Errorf("page %s begins after …%q, want …%q", p.Label, before, want)
		}
	}
}

// wanted is what stands before a break in its own block.
func wanted(iss *issue.Issue, p PageBreak) string {
	for _, a := range iss.Articles {
		if a.ID == p.Article {
			return printable(string([]rune(a.Blocks[p.Block].Text)[:p.Rune]))
		}
	}
	return "no such article"
}

// textBefore is the text of the block that holds the id, up to it.
func textBefore(e *element, id string) (string, bool) {
	var b strings.Builder
	var walk func(*element) bool
	walk = func(e *element) bool {
		if e.attr["id"] == id {
			return true
		}
		if e.name == "br" {
			b.WriteString("\n")
		}
		if slices.Contains([]string{"p", "li", "h1", "h2", "h3", "aside"}, e.name) {
			b.Reset()
		}
		for _, c := range e.children {
			switch c := c.(type) {
			case string:
				b.WriteString(c)
			case *element:
				if walk(c) {
					return true
				}
			}
		}
		return false
	}
	found := walk(e)
	return b.String(), found
}

func TestEveryLinkResolvesAndEveryIDIsUnique(t *testing.T) {
	o := read(t, build(t, Builder{Fonts: library(t), Pages: townPages()}, town()))
	ids := map[string]bool{}
	var links []string
	for _, name := range o.order {
		if ext := path.Ext(name); ext != ".xhtml" && ext != ".ncx" && ext != ".opf" {
			continue
		}
		o.parse(t, name).each(func(e *element) {
			if id := e.attr["id"]; id != "" {
				if ids[name+"#"+id] {
					t.Errorf("%s: the id %s stands twice", name, id)
				}
				ids[name+"#"+id] = true
			}
			for _, key := range []string{"href", "src"} {
				if l := e.attr[key]; strings.HasPrefix(l, "#") {
					links = append(links, name+l)
				} else if l != "" {
					links = append(links, path.Join(path.Dir(name), l))
				}
			}
		})
	}
	if len(links) < 40 {
		t.Errorf("only %d links were found", len(links))
	}
	for _, l := range links {
		file, id, _ := strings.Cut(l, "#")
		if o.files[file] == nil || id != "" && !ids[l] {
			t.Errorf("%s leads nowhere", l)
		}
	}
}

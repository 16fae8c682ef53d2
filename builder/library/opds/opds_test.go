package opds_test

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kanyin/builder/internal/tools"
	"kanyin/builder/library/catalog"
	"kanyin/builder/library/opds"
)

func shelves() *catalog.Catalog {
	var list []*catalog.Record
	for i, title := range []string{"河口", "渡 口"} {
		for n := 1; n <= 3; n++ {
			name := fmt.Sprintf("%s-2020-%02d", title, n)
			list = append(list, &catalog.Record{
				ID: fmt.Sprintf("urn:uuid:%d-%d", i, n), Place: fmt.Sprintf("%s/2020/%02d", title, n), Title: title, Year: 2020, Number: n, Total: 100 + n,
				Name: fmt.Sprintf("%s 2020年第%d期", title, n), Issued: fmt.Sprintf("2020-%02d-01", n), Language: "zh-Hans", Cover: "cover.png", Thumb: "thumb.jpeg",
				Articles: []catalog.Article{{Title: "水位 & <桥>"}},
				Editions: []catalog.Edition{{Name: "epub", File: name + ".epub", Type: "application/epub+zip", Size: 12}, {Name: "print", File: name + ".print.pdf", Type: "application/pdf", Size: 9}},
			})
		}
	}
	list = append(list, &catalog.Record{ID: "urn:uuid:x", Place: "账本/2020/01", Title: "账本", Year: 2020, Number: 1, Issued: "2020-01-01"}) // nothing to read
	return catalog.New(list)
}

var options = opds.Options{Name: "县图书馆", Language: "zh-Hans", ID: "https://example.org/lib/opds"}

// write writes a catalogue, and beside it the files that it leads to.
func write(t *testing.T, c *catalog.Catalog) string {
	t.Helper()
	dir := t.TempDir()
	put := func(name string, data []byte) error {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		return os.WriteFile(file, data, 0o644)
	}
	if err := opds.Write(c, options, put); err != nil {
		t.Fatal(err)
	}
	for _, r := range c.Issues() {
		for _, name := range []string{r.Cover, r.Thumb, "index.html"} {
			if name != "" {
				put(r.Place+"/"+name, []byte("\x89PNG\r\n\x1a\n"))
			}
		}
		for _, e := range r.Editions {
			put(r.Place+"/"+e.File, []byte("book of "+r.Name))
		}
	}
	return dir
}

type link struct {
	Rel  string `xml:"rel,attr" json:"rel"`
	Href string `xml:"href,attr" json:"href"`
	Type string `xml:"type,attr" json:"type"`
}

// Every link of every feed of either form leads to a file, every file but the
// index pages and the print editions is led to, and no feed names an issue that
// has nothing to fetch.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	dir := write(t, shelves())
	for _, root := range []string{"opds/index.xml", "opds/index.json"} {
		reached := map[string]bool{}
		var visit func(name string)
		visit = func(name string) {
			if reached[name] {
				return
			}
			reached[name] = true
			data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
			if err != nil {
				t.Errorf("%s: %v", name, err)
				return
			}
			for _, l := range linksOf(t, name, data) {
				u, err := url.Parse(l.Href)
				if err != nil || u.IsAbs() {
					t.Errorf("%s: the link %q is not relative: %v", name, l.Href, err)
					continue
				}
				if strings.Contains(l.Type, "opds") != strings.HasPrefix(path.Join(path.Dir(name), u.Path), "opds/") {
					t.Errorf("%s: %s is said to be %s", name, l.Href, l.Type)
				}
				visit(path.Join(path.Dir(name), u.Path))
			}
		}
		visit(root)
		for _, want := range []string{"opds/newest" + path.Ext(root), "渡 口/2020/03/渡 口-2020-03.epub", "河口/2020/01/thumb.jpeg", "河口/2020/02/cover.png"} {
			if !reached[want] {
				t.Errorf("nothing leads from %s to %s", root, want)
			}
		}
		for name := range reached {
			if strings.HasSuffix(name, ".print.pdf") || strings.HasPrefix(name, "账本") {
				t.Errorf("%s leads to %s", root, name)
			}
		}
	}
}

func linksOf(t *testing.T, name string, data []byte) []link {
	t.Helper()
	switch path.Ext(name) {
	case ".xml":
		var f struct {
			ID      string `xml:"id"`
			Updated string `xml:"updated"`
			Links   []link `xml:"link"`
			Entries []struct {
				ID    string `xml:"id"`
				Links []link `xml:"link"`
			} `xml:"entry"`
		}
		if err := xml.Unmarshal(data, &f); err != nil || f.ID == "" || f.Updated == "" {
			t.Fatalf("%s: %v", name, err)
		}
		all := f.Links
		for _, e := range f.Entries {
			if e.ID == "" || len(e.Links) == 0 {
				t.Errorf("%s: an entry without id or link", name)
			}
			all = append(all, e.Links...)
		}
		return all
	case ".json":
		var f struct {
			Links, Navigation []link
			Publications      []struct{ Links, Images []link }
		}
		if err := json.Unmarshal(data, &f); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all := slices.Concat(f.Links, f.Navigation)
		for _, p := range f.Publications {
			all = slices.Concat(all, p.Links, p.Images)
		}
		return all
	}
	return nil
}

// A client that others wrote finds its way from the root to an e-book.
func TestReadiumReadsTheCatalogue(t *testing.T) {
	node := tools.Program(t, "node")
	tools.File(t, "node_modules/r2-opds-js/package.json")
	server := httptest.NewServer(http.FileServer(http.Dir(write(t, shelves()))))
	defer server.Close()
	for _, root := range []string{"/opds/index.xml", "/opds/index.json"} {
		out, err := exec.Command(node, filepath.Join("testdata", "client.cjs"), tools.Dir(t), server.URL+root).CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", root, err, out)
		}
		var got struct {
			Met                []string
			Title, Cover, Book string
		}
		if err := json.Unmarshal(out, &got); err != nil {
			t.Fatalf("%s: %v\n%s", root, err, out)
		}
		if want := []string{"县图书馆", "河口", "河口 2020"}; !slices.Equal(got.Met, want) {
			t.Errorf("%s: the way was %v, want %v", root, got.Met, want)
		}
		if got.Title != "河口 2020年第3期" || got.Book != "book of 河口 2020年第3期" || got.Cover != "image/png" {
			t.Errorf("%s: fetched %+v", root, got)
		}
	}
}

func TestAServersCatalogueSearches(t *testing.T) {
	o := options
	o.Search = true
	atom, manifest, err := opds.Root(shelves(), o)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(atom), `rel="search" href="../opds/opensearch.xml"`) || !strings.Contains(string(manifest), `"../opds/search.json{?query}"`) {
		t.Errorf("the root names no search:\n%s\n%s", atom, manifest)
	}
	atom, manifest, err = opds.Found("水位", nil, o)
	if err != nil || !strings.Contains(string(atom), "<title>水位</title>") || !strings.Contains(string(manifest), `"href": "../opds/index.json"`) || strings.Contains(string(manifest), "publications") {
		t.Errorf("nothing found is told as\n%s\n%s (%v)", atom, manifest, err)
	}
}

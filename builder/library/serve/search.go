package serve

import (
	"encoding/xml"
	"fmt"
	"net/http"
	"strings"

	"golang.org/x/text/unicode/norm"

	"kanyin/builder/library/catalog"
	"kanyin/builder/library/opds"
)

// answered are the paths that no file answers, or not as well: the catalogue
// of a server can be searched.
var answered = map[string]bool{
	"/opds/index.xml": true, "/opds/index.json": true, "/opds/opensearch.xml": true, "/opds/search.xml": true, "/opds/search.json": true,
}

// mostFound is how many issues a search gives: more, no app shows.
const mostFound = 100

// A catalogue answers the searches of reading apps. It reads the records anew
// for each, so that a library may be brought up to date while it is served.
type catalogue struct {
	*library
	dir string
}

func (c catalogue) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", typeOf(strings.TrimPrefix(r.URL.Path, "/")))
	h.Set("Cache-Control", "no-cache")
	if r.URL.Path == "/opds/opensearch.xml" {
		h.Set("Content-Type", "application/opensearchdescription+xml; charset=utf-8")
		w.Write([]byte(openSearch))
		return
	}
	records, err := catalog.Load(c.dir)
	if err != nil {
		http.Error(w, "the catalogue cannot be read", http.StatusInternalServerError)
		return
	}
	all := catalog.New(records)
	o, err := c.options()
	if err != nil {
		http.Error(w, "the catalogue cannot be read", http.StatusInternalServerError)
		return
	}
	var atom, manifest []byte
	if strings.HasPrefix(r.URL.Path, "/opds/index.") {
		atom, manifest, err = opds.Root(all, o)
	} else {
		query := r.URL.Query().Get("q")
		if query == "" {
			query = r.URL.Query().Get("query")
		}
		atom, manifest, err = opds.Found(query, find(all, query), o)
	}
	if err != nil {
		http.Error(w, "the catalogue cannot be made", http.StatusInternalServerError)
		return
	}
	if strings.HasSuffix(r.URL.Path, ".xml") {
		w.Write(atom)
	} else {
		w.Write(manifest)
	}
}

// options takes the catalogue's name from the static root feeds.
func (c catalogue) options() (opds.Options, error) {
	var feed struct {
		Language string `xml:"lang,attr"`
		ID       string `xml:"id"`
		Title    string `xml:"title"`
	}
	data, err := c.root.ReadFile("opds/index.xml")
	if err == nil {
		err = xml.Unmarshal(data, &feed)
	}
	return opds.Options{Name: feed.Title, Language: feed.Language, ID: strings.TrimSuffix(feed.ID, ":opds/index"), Search: true}, err
}

// find gives the newest issues whose name, columns, titles or authors hold all
// words of a query.
func find(c *catalog.Catalog, query string) []*catalog.Record {
	words := strings.Fields(fold(query))
	if len(words) == 0 {
		return nil
	}
	var found []*catalog.Record
	for _, r := range c.Issues() {
		text := &strings.Builder{}
		fmt.Fprintln(text, r.Name, r.ISSN)
		for _, a := range r.Articles {
			fmt.Fprintln(text, a.Section, a.Title, a.Subtitle, strings.Join(a.Authors, " "))
		}
		if all(fold(text.String()), words) && len(found) < mostFound {
			found = append(found, r)
		}
	}
	return found
}

func fold(s string) string { return strings.ToLower(norm.NFKC.String(s)) }

func all(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// openSearch tells reading apps and browsers how to ask.
const openSearch = xml.Header + `<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
 <ShortName>kanyin</ShortName>
 <Description>title, number, column, article, author</Description>
 <InputEncoding>UTF-8</InputEncoding>
 <Url type="application/atom+xml;profile=opds-catalog;kind=acquisition" template="search.xml?q={searchTerms}"/>
 <Url type="application/opds+json" template="search.json?query={searchTerms}"/>
 <Url type="text/html" template="../search.html?q={searchTerms}"/>
</OpenSearchDescription>
`

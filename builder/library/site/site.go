// Package site makes a library's pages for readers: shelves with covers, a
// page for every issue, every article to be read online, search, a feed and a
// map for search engines. All are static files that need no server and name no
// other place; opened from a disk they work the same.
//
// Pages are made by html/template from the files under templates, any of which
// a library may replace by its own of the same name; so may the style sheet be.
package site

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"kanyin/builder"
	"kanyin/builder/library/catalog"
	"kanyin/builder/library/search"
	"kanyin/issues/issue"
	"kanyin/issues/say"
)

//go:embed templates static
var files embed.FS

// A Config is what pages need to know of the library.
type Config struct {
	Name        string
	Description string
	Address     string // with a slash at its end, or "" where it is not known
	Language    string // of the pages' own words
	Pages       fs.FS  // files that replace those of templates and static by name; nil: none
}

// Named gives the library's name, or what a library is called.
func (c Config) Named() string {
	if c.Name != "" {
		return c.Name
	}
	return wordsFor(c.Language).Library
}

// A Site makes the pages of a library. It may be used by several goroutines.
type Site struct {
	config Config
	words  words
	pages  map[string]*template.Template
	style  []byte
	script []byte
}

// pageNames are the templates that are a page each; they share layout.html.
var pageNames = []string{"library.html", "title.html", "issue.html", "article.html", "search.html"}

// New reads the templates.
func New(c Config) (*Site, error) {
	s := &Site{config: c, words: wordsFor(c.Language), pages: map[string]*template.Template{}}
	s.config.Name = c.Named()
	layout, err := s.file("templates/layout.html")
	if err != nil {
		return nil, err
	}
	for _, name := range pageNames {
		data, err := s.file("templates/" + name)
		if err != nil {
			return nil, err
		}
		t, err := template.New("layout.html").Funcs(functions).Parse(string(layout))
		if err == nil {
			_, err = t.New(name).Parse(string(data))
		}
		if err != nil {
			return nil, say.Errorf("pages: %w", err)
		}
		s.pages[name] = t
	}
	if s.style, err = s.file("static/style.css"); err != nil {
		return nil, err
	}
	s.script, err = s.file("static/search.js")
	return s, err
}

// file gives the library's own file of a name, or the built-in one.
func (s *Site) file(name string) ([]byte, error) {
	if s.config.Pages != nil {
		data, err := fs.ReadFile(s.config.Pages, path.Base(name))
		if !errors.Is(err, fs.ErrNotExist) {
			return data, err
		}
	}
	return files.ReadFile(name)
}

// A page is what every template is given; Root leads from the page to the
// library's root, so that no address is written into a link.
type page struct {
	Site      Config
	Words     words
	Root      string
	Title     string // of the page, for the window
	Language  string // of what the page tells
	Canonical string // its permanent address, where the library's is known
	Schema    any    // schema.org, as JSON-LD
	Search    bool   // the page searches
	Data      any
}

var functions = template.FuncMap{"place": escapePath, "size": size, "shelf": newShelf}

// A shelf is a row of covers, each with the issue's name, or with its number
// alone where the page has the title over it.
type shelf struct {
	Page   page
	Issues []*catalog.Record
	Named  bool
}

func newShelf(p page, issues []*catalog.Record, named bool) shelf { return shelf{p, issues, named} }

// escapePath writes a path for use in a link.
func escapePath(p string) string {
	parts := strings.Split(p, "/")
	for i := range parts {
		parts[i] = url.PathEscape(parts[i])
	}
	return strings.Join(parts, "/")
}

// size tells a file's size as people read it: 131 KB, 1.2 MB.
func size(n int64) string {
	if n < 1_000_000 {
		return fmt.Sprintf("%d KB", max(1, (n+500)/1000))
	}
	return fmt.Sprintf("%d.%d MB", n/1_000_000, n%1_000_000/100_000)
}

// render makes a page that stands at a path in the library.
func (s *Site) render(name, at string, p page) ([]byte, error) {
	p.Site, p.Words = s.config, s.words
	p.Root = strings.Repeat("../", strings.Count(at, "/"))
	if s.config.Address != "" {
		p.Canonical = s.config.Address + escapePath(at)
	}
	if p.Language == "" {
		p.Language = s.words.Tag
	}
	var b bytes.Buffer
	if err := s.pages[name].ExecuteTemplate(&b, "layout.html", p); err != nil {
		return nil, say.Errorf("%s: %w", at, err)
	}
	return b.Bytes(), nil
}

// An articlePage is what article.html is given.
type articlePage struct {
	Record   *catalog.Record
	Article  catalog.Article
	Opening  opening
	Groups   []group
	Previous *catalog.Article
	Next     *catalog.Article
	Cite     string
}

// Issue gives the files of an issue that tell of it alone: its articles'
// pages and their texts for search. Those that name other issues are Library's.
func (s *Site) Issue(rec *catalog.Record, iss *issue.Issue) ([]builder.File, error) {
	var list []builder.File
	for i, a := range iss.Articles {
		row := rec.Articles[i]
		d := articlePage{Record: rec, Article: row, Cite: s.citeArticle(rec, row)}
		d.Opening, d.Groups = view(iss, &a)
		if i > 0 {
			d.Previous = &rec.Articles[i-1]
		}
		if i+1 < len(rec.Articles) {
			d.Next = &rec.Articles[i+1]
		}
		name := a.ID + ".html"
		at := rec.Place + "/" + name
		data, err := s.render("article.html", at, page{
			Title: s.titleOf(row) + " · " + rec.Name, Language: rec.Language, Data: d, Schema: s.articleSchema(rec, row, at),
		})
		if err != nil {
			return nil, err
		}
		list = append(list, builder.File{Path: name, Data: data})
	}
	for _, p := range iss.Pictures {
		list = append(list, builder.File{Path: picturesDir + p.Name, Data: p.Bytes})
	}
	data, err := search.Text(rec.Place, iss)
	return append(list, builder.File{Path: search.TextName, Data: data}), err
}

func (s *Site) titleOf(a catalog.Article) string {
	switch {
	case a.Title != "":
		return a.Title
	case a.Opening != "":
		return a.Opening
	}
	return s.words.Untitled
}

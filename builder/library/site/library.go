package site

import (
	"fmt"
	"slices"

	"kanyin/builder/library/catalog"
	"kanyin/builder/library/search"
)

// newestShown is how many of the newest issues the first page and the feed
// tell: two rows of a wide shelf.
const newestShown = 12

// An issuePage is what issue.html is given.
type issuePage struct {
	Record        *catalog.Record
	Sections      []section
	Readers       []download // for those who read
	Keepers       []download // for archives and print shops
	Former, Later *catalog.Record
	Cite          string
	Characters    int
}

// A section is a run of an issue's articles in one column.
type section struct {
	Name     string
	Articles []catalog.Article
}

// A download is an edition with its name for readers.
type download struct {
	catalog.Edition
	Label string
}

// Library writes all pages that tell of several issues, by put, under their
// paths in the library; read gives what Issue made before.
func (s *Site) Library(c *catalog.Catalog, read func(string) ([]byte, error), put func(string, []byte) error) error {
	if err := s.shelves(c, put); err != nil {
		return err
	}
	if err := search.Write(c, read, put); err != nil {
		return err
	}
	if err := put("static/style.css", s.style); err != nil {
		return err
	}
	if err := put("static/search.js", s.script); err != nil {
		return err
	}
	return s.feeds(c, put)
}

func (s *Site) shelves(c *catalog.Catalog, put func(string, []byte) error) error {
	newest := c.Issues()
	write := func(template, at string, p page) error {
		data, err := s.render(template, at, p)
		if err != nil {
			return err
		}
		return put(at, data)
	}
	first := struct {
		Titles []*catalog.Title
		Newest []*catalog.Record
	}{c.Titles, newest[:min(newestShown, len(newest))]}
	if err := write("library.html", "index.html", page{Title: s.config.Name, Data: first}); err != nil {
		return err
	}
	if err := write("search.html", "search.html", page{Title: s.words.Search + " · " + s.config.Name, Search: true, Data: c.Titles}); err != nil {
		return err
	}
	for _, t := range c.Titles {
		p := page{Title: t.Name + " · " + s.config.Name, Language: t.Newest().Language, Data: t}
		p.Schema = struct {
			Context string `json:"@context"`
			periodical
		}{schemaOrg, periodical{"Periodical", t.Name, t.ISSN}}
		if err := write("title.html", t.Folder+"/index.html", p); err != nil {
			return err
		}
		issues := t.Issues()
		for i, r := range issues {
			d := s.issuePage(r)
			if i > 0 {
				d.Later = issues[i-1]
			}
			if i+1 < len(issues) {
				d.Former = issues[i+1]
			}
			if err := write("issue.html", r.Place+"/index.html", page{Title: r.Name + " · " + s.config.Name, Language: r.Language, Data: d, Schema: s.wholeSchema(r)}); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *Site) issuePage(r *catalog.Record) issuePage {
	d := issuePage{Record: r, Cite: s.citeIssue(r)}
	for _, a := range r.Articles {
		if n := len(d.Sections); n == 0 || d.Sections[n-1].Name != a.Section {
			d.Sections = append(d.Sections, section{Name: a.Section})
		}
		last := &d.Sections[len(d.Sections)-1]
		a.Title = s.titleOf(a)
		last.Articles = append(last.Articles, a)
		d.Characters += a.Characters
	}
	labels := map[string]string{"epub": s.words.EBook, "screen": s.words.Screen, "print": s.words.PrintShop, "archive": s.words.Archive}
	for _, e := range r.Editions {
		if e.Type == "" {
			e.File += "/bagit.txt" // a folder has no page of its own
		}
		row := download{e, labels[e.Name]}
		if slices.Contains([]string{"epub", "screen"}, e.Name) {
			d.Readers = append(d.Readers, row)
		} else {
			d.Keepers = append(d.Keepers, row)
		}
	}
	return d
}

// Alt says what a cover's picture is, for those who do not see it.
func (w words) Alt(r *catalog.Record) string { return fmt.Sprintf("%s %s", w.Cover, r.Name) }

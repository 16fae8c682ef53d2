package site

import (
	"fmt"
	"strconv"
	"strings"

	"kanyin/builder/library/catalog"
)

func itoa(n int) string { return strconv.Itoa(n) }

// The types of schema.org that pages carry as JSON-LD.
type (
	periodical struct {
		Type string `json:"@type"`
		Name string `json:"name"`
		ISSN string `json:"issn,omitempty"`
	}
	publicationIssue struct {
		Context   string           `json:"@context,omitempty"`
		Type      string           `json:"@type"`
		ID        string           `json:"@id"`
		Name      string           `json:"name"`
		Number    string           `json:"issueNumber,omitempty"`
		Published string           `json:"datePublished,omitempty"`
		Language  string           `json:"inLanguage,omitempty"`
		URL       string           `json:"url,omitempty"`
		IsPartOf  periodical       `json:"isPartOf"`
		Publisher *thing           `json:"publisher,omitempty"`
		HasPart   []scholarArticle `json:"hasPart,omitempty"`
	}
	scholarArticle struct {
		Context  string            `json:"@context,omitempty"`
		Type     string            `json:"@type"`
		Headline string            `json:"headline"`
		Authors  []thing           `json:"author,omitempty"`
		Section  string            `json:"articleSection,omitempty"`
		Page     string            `json:"pageStart,omitempty"`
		Language string            `json:"inLanguage,omitempty"`
		URL      string            `json:"url,omitempty"`
		IsPartOf *publicationIssue `json:"isPartOf,omitempty"`
	}
	thing struct {
		Type string `json:"@type"`
		Name string `json:"name"`
	}
)

const schemaOrg = "https://schema.org"

// address gives a path's, where the library's is known.
func (s *Site) address(at string) string {
	if s.config.Address == "" {
		return ""
	}
	return s.config.Address + escapePath(at)
}

func (s *Site) issueSchema(r *catalog.Record) publicationIssue {
	p := publicationIssue{
		Type: "PublicationIssue", ID: r.ID, Name: r.Name, Language: r.Language, URL: s.address(r.Place + "/index.html"),
		IsPartOf: periodical{"Periodical", r.Title, r.ISSN},
	}
	if r.Number > 0 {
		p.Number = itoa(r.Number)
	}
	if r.Year > 0 {
		p.Published = r.Issued
	}
	if r.Publisher != "" {
		p.Publisher = &thing{"Organization", r.Publisher}
	}
	return p
}

func (s *Site) articleRow(r *catalog.Record, a catalog.Article) scholarArticle {
	row := scholarArticle{Type: "Article", Headline: s.titleOf(a), Section: a.Section, Language: r.Language, URL: s.address(r.Place + "/" + a.ID + ".html")}
	for _, name := range a.Authors {
		row.Authors = append(row.Authors, thing{"Person", name})
	}
	if a.Page > 0 {
		row.Page = itoa(a.Page)
	}
	return row
}

func (s *Site) articleSchema(r *catalog.Record, a catalog.Article, _ string) scholarArticle {
	row, p := s.articleRow(r, a), s.issueSchema(r)
	row.Context, row.IsPartOf = schemaOrg, &p
	return row
}

// wholeSchema is an issue with its articles.
func (s *Site) wholeSchema(r *catalog.Record) publicationIssue {
	p := s.issueSchema(r)
	p.Context = schemaOrg
	for _, a := range r.Articles {
		p.HasPart = append(p.HasPart, s.articleRow(r, a))
	}
	return p
}

// citeArticle gives a reference after GB/T 7714: authors, title, the periodical,
// year and number, page; and the address, where it is known.
func (s *Site) citeArticle(r *catalog.Record, a catalog.Article) string {
	var b strings.Builder
	if len(a.Authors) > 0 {
		b.WriteString(strings.Join(a.Authors, ", ") + ". ")
	}
	fmt.Fprintf(&b, "%s[J]. %s", s.titleOf(a), numbered(r))
	if a.Page > 0 {
		fmt.Fprintf(&b, ": %d", a.Page)
	}
	b.WriteString(".")
	if at := s.address(r.Place + "/" + a.ID + ".html"); at != "" {
		b.WriteString(" " + at)
	}
	return b.String()
}

// citeIssue is the same for a whole issue.
func (s *Site) citeIssue(r *catalog.Record) string {
	cite := numbered(r) + "."
	if r.ISSN != "" {
		cite += " ISSN " + r.ISSN + "."
	}
	if at := s.address(r.Place + "/index.html"); at != "" {
		cite += " " + at
	}
	return cite
}

func numbered(r *catalog.Record) string {
	cite := r.Title
	if r.Year > 0 {
		cite += ", " + itoa(r.Year)
	}
	if r.Number > 0 {
		cite += fmt.Sprintf("(%d)", r.Number)
	}
	return cite
}

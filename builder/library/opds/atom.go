package opds

import (
	"bytes"
	"encoding/xml"
	"fmt"

	"kanyin/builder/library/catalog"
)

// The media types of OPDS 1.2's feeds.
const (
	navigationType  = "application/atom+xml;profile=opds-catalog;kind=navigation"
	acquisitionType = "application/atom+xml;profile=opds-catalog;kind=acquisition"
)

type atomFeed struct {
	XMLName  xml.Name    `xml:"feed"`
	Atom     string      `xml:"xmlns,attr"`
	DC       string      `xml:"xmlns:dc,attr"`
	OPDS     string      `xml:"xmlns:opds,attr"`
	Threads  string      `xml:"xmlns:thr,attr"`
	Language string      `xml:"xml:lang,attr,omitempty"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Updated  string      `xml:"updated"`
	Author   string      `xml:"author>name"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel    string `xml:"rel,attr"`
	Href   string `xml:"href,attr"`
	Type   string `xml:"type,attr"`
	Title  string `xml:"title,attr,omitempty"`
	Length int64  `xml:"length,attr,omitempty"`
	Count  int    `xml:"thr:count,attr,omitempty"`
}

type atomEntry struct {
	ID         string     `xml:"id"`
	Title      string     `xml:"title"`
	Updated    string     `xml:"updated"`
	Language   string     `xml:"dc:language,omitempty"`
	Publisher  string     `xml:"dc:publisher,omitempty"`
	Issued     string     `xml:"dc:issued,omitempty"`
	Identifier string     `xml:"dc:identifier,omitempty"`
	Author     *atomName  `xml:"author"`
	Content    *atomText  `xml:"content"`
	Summary    *atomText  `xml:"summary"`
	Links      []atomLink `xml:"link"`
}

type atomName struct {
	Name string `xml:"name"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

func (f feed) kind() string {
	if f.Folders != nil {
		return navigationType
	}
	return acquisitionType
}

// atom gives the feed as OPDS 1.2.
func (f feed) atom(o Options) ([]byte, error) {
	doc := atomFeed{
		Atom: "http://www.w3.org/2005/Atom", DC: "http://purl.org/dc/terms/", OPDS: "http://opds-spec.org/2010/catalog", Threads: "http://purl.org/syndication/thread/1.0",
		Language: o.Language, ID: o.id(f.Path), Title: f.Title, Updated: f.updated(), Author: o.Name,
	}
	link := func(rel, path, mediaType string) {
		doc.Links = append(doc.Links, atomLink{Rel: rel, Href: f.to(path), Type: mediaType})
	}
	link("self", f.Path+".xml", f.kind())
	link("start", "opds/index.xml", navigationType)
	if f.Up != "" {
		link("up", f.Up+".xml", navigationType)
	}
	link("alternate", f.Path+".json", manifestType)
	if o.Search {
		link("search", "opds/opensearch.xml", "application/opensearchdescription+xml")
	}
	for _, d := range f.Folders {
		e := atomEntry{ID: o.id(d.Path), Title: d.Title, Updated: d.Newest.Issued + "T00:00:00Z"}
		_, count := words(o.Language)
		e.Content = &atomText{"text", fmt.Sprintf(count, d.Count)}
		if d.Summary != "" {
			e.Content.Text += " · " + d.Summary
		}
		kind := navigationType
		if d.leadsToIssues() {
			kind = acquisitionType
		}
		e.Links = []atomLink{{Rel: d.Kind, Href: f.to(d.Path + ".xml"), Type: kind, Count: d.Count}}
		doc.Entries = append(doc.Entries, e)
	}
	for _, r := range f.Issues {
		doc.Entries = append(doc.Entries, f.entry(r))
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", " ")
	if err := e.Encode(doc); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

// leadsToIssues tells a year or the newest from a title.
func (d folder) leadsToIssues() bool {
	const index = "/index"
	return len(d.Path) < len(index) || d.Path[len(d.Path)-len(index):] != index
}

// entry is an issue's, with its cover and what can be fetched.
func (f feed) entry(r *catalog.Record) atomEntry {
	e := atomEntry{ID: r.ID, Title: r.Name, Updated: r.Issued + "T00:00:00Z", Language: r.Language, Publisher: r.Publisher, Identifier: r.ID, Author: &atomName{r.Title}}
	if r.Year > 0 {
		e.Issued = r.Issued
	}
	if s := summary(r); s != "" {
		e.Summary = &atomText{"text", s}
	}
	add := func(l atomLink, file string) {
		l.Href = f.to(r.Place + "/" + file)
		e.Links = append(e.Links, l)
	}
	add(atomLink{Rel: "http://opds-spec.org/image", Type: pictureType(r.Cover)}, r.Cover)
	add(atomLink{Rel: "http://opds-spec.org/image/thumbnail", Type: pictureType(r.Thumb)}, r.Thumb)
	for _, a := range acquired(r) {
		add(atomLink{Rel: "http://opds-spec.org/acquisition/open-access", Type: a.Type, Length: a.Size}, a.File)
	}
	add(atomLink{Rel: "alternate", Type: "text/html"}, "index.html")
	return e
}

package opds

import (
	"bytes"
	"encoding/json"

	"kanyin/builder/library/catalog"
)

// manifestType is the media type of OPDS 2.0's feeds.
const manifestType = "application/opds+json"

type manifestFeed struct {
	Metadata     manifestMeta      `json:"metadata"`
	Links        []manifestLink    `json:"links"`
	Navigation   []manifestLink    `json:"navigation,omitempty"`
	Publications []manifestEdition `json:"publications,omitempty"`
}

type manifestMeta struct {
	Title    string `json:"title"`
	Modified string `json:"modified"`
	Items    int    `json:"numberOfItems,omitempty"`
}

type manifestLink struct {
	Title      string         `json:"title,omitempty"`
	Rel        string         `json:"rel,omitempty"`
	Href       string         `json:"href"`
	Type       string         `json:"type"`
	Templated  bool           `json:"templated,omitempty"`
	Size       int64          `json:"size,omitempty"`
	Properties map[string]int `json:"properties,omitempty"`
}

type manifestEdition struct {
	Metadata publication    `json:"metadata"`
	Links    []manifestLink `json:"links"`
	Images   []manifestLink `json:"images"`
}

type publication struct {
	Type        string     `json:"@type"`
	Identifier  string     `json:"identifier"`
	Title       string     `json:"title"`
	Modified    string     `json:"modified"`
	Published   string     `json:"published,omitempty"`
	Language    string     `json:"language,omitempty"`
	Publisher   string     `json:"publisher,omitempty"`
	Description string     `json:"description,omitempty"`
	BelongsTo   *belonging `json:"belongsTo,omitempty"`
}

type belonging struct {
	Series struct {
		Name     string `json:"name"`
		Position int    `json:"position,omitempty"`
	} `json:"series"`
}

// manifest gives the feed as OPDS 2.0.
func (f feed) manifest(o Options) ([]byte, error) {
	doc := manifestFeed{Metadata: manifestMeta{f.Title, f.updated(), len(f.Issues)}}
	doc.Links = []manifestLink{
		{Rel: "self", Href: f.to(f.Path + ".json"), Type: manifestType},
		{Rel: "start", Href: f.to("opds/index.json"), Type: manifestType},
	}
	if f.Up != "" {
		doc.Links = append(doc.Links, manifestLink{Rel: "up", Href: f.to(f.Up + ".json"), Type: manifestType})
	}
	if o.Search {
		doc.Links = append(doc.Links, manifestLink{Rel: "search", Href: f.to("opds/search.json") + "{?query}", Type: manifestType, Templated: true})
	}
	for _, d := range f.Folders {
		l := manifestLink{Title: d.Title, Href: f.to(d.Path + ".json"), Type: manifestType, Properties: map[string]int{"numberOfItems": d.Count}}
		if d.Kind == subsection {
			l.Rel = subsection
		} else {
			l.Rel = d.Kind
		}
		doc.Navigation = append(doc.Navigation, l)
	}
	if f.Folders == nil && len(f.Issues) == 0 { // a feed has to lead somewhere: this one, back
		doc.Navigation = []manifestLink{{Title: o.Name, Rel: "start", Href: f.to("opds/index.json"), Type: manifestType}}
	}
	for _, r := range f.Issues {
		doc.Publications = append(doc.Publications, f.publication(r))
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(doc)
	return b.Bytes(), err
}

func (f feed) publication(r *catalog.Record) manifestEdition {
	m := publication{
		Type: "http://schema.org/PublicationIssue", Identifier: r.ID, Title: r.Name, Modified: r.Issued + "T00:00:00Z",
		Language: r.Language, Publisher: r.Publisher, Description: summary(r),
	}
	if r.Year > 0 {
		m.Published = r.Issued
	}
	if r.Title != "" {
		m.BelongsTo = &belonging{}
		m.BelongsTo.Series.Name, m.BelongsTo.Series.Position = r.Title, r.Total
	}
	e := manifestEdition{Metadata: m}
	for _, a := range acquired(r) {
		e.Links = append(e.Links, manifestLink{Rel: "http://opds-spec.org/acquisition/open-access", Href: f.to(r.Place + "/" + a.File), Type: a.Type, Size: a.Size})
	}
	e.Links = append(e.Links, manifestLink{Rel: "alternate", Href: f.to(r.Place + "/index.html"), Type: "text/html"})
	e.Images = []manifestLink{
		{Href: f.to(r.Place + "/" + r.Cover), Type: pictureType(r.Cover)},
		{Href: f.to(r.Place + "/" + r.Thumb), Type: pictureType(r.Thumb)},
	}
	return e
}

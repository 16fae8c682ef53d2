package archive

import (
	"encoding/xml"

	"kanyin/issues/issue"
)

// A Series is a periodical with the issues that a library holds of it, the
// oldest first.
type Series struct {
	Meta   issue.Meta // what all issues share: title, ISSN, CN, publisher, language
	Issues []Member
}

// A Member is an issue of a series.
type Member struct {
	Meta issue.Meta
	ID   string // a URI
}

type modsCollection struct {
	XMLName xml.Name    `xml:"mods:modsCollection"`
	Mods    string      `xml:"xmlns:mods,attr"`
	Xsi     string      `xml:"xmlns:xsi,attr"`
	Schema  string      `xml:"xsi:schemaLocation,attr"`
	Records []modsEntry `xml:"mods:mods"`
}

// A modsEntry is a record in a collection.
type modsEntry struct{ modsDoc }

// MODS gives the series' record and one for each issue, as a collection.
func (s Series) MODS() []byte {
	const space = "http://www.loc.gov/mods/v3"
	doc := modsCollection{Mods: space, Xsi: "http://www.w3.org/2001/XMLSchema-instance", Schema: space + " http://www.loc.gov/standards/mods/v3/mods-3-8.xsd"}
	whole := issueRecord(s.Meta)
	whole.Origin.Issued.Date = s.span()
	doc.Records = append(doc.Records, modsEntry{whole})
	for _, m := range s.Issues {
		record := issueRecord(m.Meta)
		record.Identifiers = append(record.Identifiers, modsIdentifier{"uri", legal(m.ID)})
		record.Host = &modsHost{Type: "host", Titles: titles(s.Meta.Title, ""), Identifiers: identifiers(s.Meta)}
		doc.Records = append(doc.Records, modsEntry{record})
	}
	return document(doc)
}

// span is from the first issue's date to the last's, as EDTF and W3CDTF's
// users write it.
func (s Series) span() string {
	if len(s.Issues) == 0 {
		return ""
	}
	first, last := issued(s.Issues[0].Meta), issued(s.Issues[len(s.Issues)-1].Meta)
	if first == last {
		return first
	}
	return first + "/" + last
}

type dublinCore struct {
	XMLName     xml.Name `xml:"metadata"`
	DC          string   `xml:"xmlns:dc,attr"`
	Terms       string   `xml:"xmlns:dcterms,attr"`
	Title       string   `xml:"dc:title"`
	Type        []string `xml:"dc:type"`
	Identifiers []string `xml:"dc:identifier"`
	Publisher   string   `xml:"dc:publisher,omitempty"`
	Language    string   `xml:"dc:language,omitempty"`
	Temporal    string   `xml:"dcterms:issued,omitempty"`
	Parts       []string `xml:"dcterms:hasPart"`
}

// DublinCore gives the series' description with the identifiers of its issues.
func (s Series) DublinCore() []byte {
	doc := dublinCore{
		DC: "http://purl.org/dc/elements/1.1/", Terms: "http://purl.org/dc/terms/", Title: legal(s.Meta.Title), Type: []string{"Text", "Periodical"},
		Publisher: legal(s.Meta.Publisher), Language: legal(s.Meta.Language), Temporal: s.span(),
	}
	if s.Meta.ISSN != "" {
		doc.Identifiers = append(doc.Identifiers, "urn:issn:"+legal(s.Meta.ISSN))
	}
	if s.Meta.CN != "" {
		doc.Identifiers = append(doc.Identifiers, "CN "+legal(s.Meta.CN))
	}
	for _, m := range s.Issues {
		doc.Parts = append(doc.Parts, legal(m.ID))
	}
	return document(doc)
}

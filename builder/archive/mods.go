package archive

import (
	"strconv"
	"strings"

	"kanyin/issues/issue"
)

// A MODS record (version 3.8) of the issue or of an article in it.
type modsDoc struct {
	Version     string           `xml:"version,attr"`
	Titles      []modsTitle      `xml:"mods:titleInfo"`
	Names       []modsName       `xml:"mods:name"`
	Resource    string           `xml:"mods:typeOfResource"`
	Genre       string           `xml:"mods:genre"`
	Origin      *modsOrigin      `xml:"mods:originInfo"`
	Language    *modsLanguage    `xml:"mods:language"`
	Identifiers []modsIdentifier `xml:"mods:identifier"`
	Host        *modsHost        `xml:"mods:relatedItem"`
	Part        *modsPart        `xml:"mods:part"`
}

type modsTitle struct {
	Title    string `xml:"mods:title"`
	SubTitle string `xml:"mods:subTitle,omitempty"`
}

type modsName struct {
	Type string `xml:"type,attr"`
	Name string `xml:"mods:namePart"`
	Role struct {
		Type      string `xml:"type,attr"`
		Authority string `xml:"authority,attr"`
		Code      string `xml:",chardata"`
	} `xml:"mods:role>mods:roleTerm"`
}

type modsOrigin struct {
	Publisher string `xml:"mods:publisher,omitempty"`
	Issued    struct {
		Encoding string `xml:"encoding,attr"`
		Date     string `xml:",chardata"`
	} `xml:"mods:dateIssued"`
	Issuance string `xml:"mods:issuance"`
}

type modsLanguage struct {
	Term struct {
		Type      string `xml:"type,attr"`
		Authority string `xml:"authority,attr"`
		Code      string `xml:",chardata"`
	} `xml:"mods:languageTerm"`
}

type modsIdentifier struct {
	Type  string `xml:"type,attr"`
	Value string `xml:",chardata"`
}

type modsHost struct {
	Type        string           `xml:"type,attr"`
	Titles      []modsTitle      `xml:"mods:titleInfo"`
	Identifiers []modsIdentifier `xml:"mods:identifier"`
	Part        *modsPart        `xml:"mods:part"`
}

type modsPart struct {
	Details []modsDetail `xml:"mods:detail"`
	Pages   *modsExtent  `xml:"mods:extent"`
}

type modsDetail struct {
	Type   string `xml:"type,attr"`
	Number string `xml:"mods:number,omitempty"`
	Title  string `xml:"mods:title,omitempty"`
}

type modsExtent struct {
	Unit  string `xml:"unit,attr"`
	Start int    `xml:"mods:start"`
}

func issueRecord(m issue.Meta) modsDoc {
	doc := modsDoc{
		Version: "3.8", Titles: titles(m.Title, ""), Resource: "text", Genre: "periodical",
		Language: language(m), Identifiers: identifiers(m), Part: numbering(m),
	}
	doc.Origin = &modsOrigin{Publisher: legal(m.Publisher), Issuance: "serial"}
	doc.Origin.Issued.Encoding = "w3cdtf"
	doc.Origin.Issued.Date = issued(m)
	return doc
}

// issued is the issue's date, as exactly as it is known.
func issued(m issue.Meta) string {
	day := m.Issued()
	if day.Day() == 1 && m.Number >= 1 && m.Number <= 12 {
		return day.Format("2006-01")
	}
	return day.Format("2006-01-02")
}

func articleRecord(m issue.Meta, a issue.Article) modsDoc {
	host := &modsHost{Type: "host", Titles: titles(m.Title, ""), Identifiers: identifiers(m), Part: numbering(m)}
	if a.Section != "" {
		host.part().Details = append(host.part().Details, modsDetail{Type: "section", Title: legal(a.Section)})
	}
	if a.Page > 0 {
		host.part().Pages = &modsExtent{"page", a.Page}
	}
	doc := modsDoc{
		Version: "3.8", Titles: titles(a.Title, a.Subtitle), Resource: "text", Genre: "article",
		Language: language(m), Host: host,
	}
	for _, name := range a.Authors {
		n := modsName{Type: "personal", Name: legal(name)}
		n.Role.Type, n.Role.Authority, n.Role.Code = "code", "marcrelator", "aut"
		doc.Names = append(doc.Names, n)
	}
	return doc
}

func (h *modsHost) part() *modsPart {
	if h.Part == nil {
		h.Part = &modsPart{}
	}
	return h.Part
}

func titles(title, sub string) []modsTitle {
	return []modsTitle{{legal(title), legal(sub)}}
}

func identifiers(m issue.Meta) []modsIdentifier {
	var ids []modsIdentifier
	if m.ISSN != "" {
		ids = append(ids, modsIdentifier{"issn", legal(m.ISSN)})
	}
	if m.CN != "" {
		ids = append(ids, modsIdentifier{"cn", legal(m.CN)})
	}
	return ids
}

// numbering places the issue in its run: year, number, total number.
func numbering(m issue.Meta) *modsPart {
	var details []modsDetail
	add := func(kind string, n int) {
		if n != 0 {
			details = append(details, modsDetail{Type: kind, Number: strconv.Itoa(n)})
		}
	}
	add("year", m.Year)
	add("issue", m.Number)
	add("total", m.Total)
	if details == nil {
		return nil
	}
	return &modsPart{Details: details}
}

func language(m issue.Meta) *modsLanguage {
	if m.Language == "" {
		return nil
	}
	var l modsLanguage
	l.Term.Type, l.Term.Authority, l.Term.Code = "code", "rfc5646", legal(m.Language)
	return &l
}

// legal drops what XML 1.0 does not allow in a document; the text files of the
// bag keep it.
func legal(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000:
			return r
		}
		return -1
	}, s)
}

package finish

import (
	"encoding/xml"
	"fmt"
	"strings"
	"time"
)

// Metadata is what a file says of itself, in its metadata stream (XMP, ISO
// 16684-1) and in the information dictionary (14.3.3). An empty field is left out.
type Metadata struct {
	Title     string
	Authors   []string
	Language  string
	Publisher string
	Date      time.Time // the issue's
	Program   string    // what made it: the creator and the producer

	// Of the issue, in the terms of PRISM (Basic 3.0).
	Publication string // the periodical's name
	ISSN        string
	Number      string // within the year
	Volume      string // the year

	Identifier string // of the document, a UUID as a URN; PDF/X-4 asks for it
}

// A Claim is a standard that a file says it keeps.
type Claim int

// The claims.
const (
	PDFA2a Claim = iota // ISO 19005-2 level A, together with PDF/UA-1, ISO 14289-1
	PDFX1a              // PDF/X-1a:2003, ISO 15930-4
	PDFX4               // PDF/X-4, ISO 15930-7
)

// namespaces of the properties, by their usual prefixes.
var namespaces = map[string]string{
	"dc":      "http://purl.org/dc/elements/1.1/",
	"xmp":     "http://ns.adobe.com/xap/1.0/",
	"xmpMM":   "http://ns.adobe.com/xap/1.0/mm/",
	"pdf":     "http://ns.adobe.com/pdf/1.3/",
	"prism":   "http://prismstandard.org/namespaces/basic/3.0/",
	"pdfaid":  "http://www.aiim.org/pdfa/ns/id/",
	"pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
	"pdfx":    "http://ns.adobe.com/pdfx/1.3/",
	"pdfxid":  "http://www.npes.org/pdfx/ns/id/",
}

// XMP writes the metadata stream's content.
func XMP(m Metadata, claim Claim) []byte {
	x := new(packet)
	x.describe("dc",
		x.list("dc:title", "Alt", ` xml:lang="x-default"`, m.Title),
		x.list("dc:creator", "Seq", "", m.Authors...),
		x.list("dc:language", "Bag", "", m.Language),
		x.list("dc:publisher", "Bag", "", m.Publisher),
		x.list("dc:date", "Seq", "", day(m.Date)),
		x.simple("dc:format", "application/pdf"),
		x.simple("dc:identifier", m.Identifier))
	stamp := m.Date.UTC().Format(time.RFC3339)
	x.describe("xmp", x.simple("xmp:CreatorTool", m.Program), x.simple("xmp:CreateDate", stamp), x.simple("xmp:ModifyDate", stamp), x.simple("xmp:MetadataDate", stamp))
	switch claim {
	case PDFA2a:
		x.describe("pdf", x.simple("pdf:Producer", m.Program))
		x.describe("pdfaid", x.simple("pdfaid:part", "2"), x.simple("pdfaid:conformance", "A"))
		x.describe("pdfuaid", x.simple("pdfuaid:part", "1"))
		x.prism(m)
		x.extensions()
	case PDFX1a:
		x.describe("pdf", x.simple("pdf:Producer", m.Program), x.simple("pdf:Trapped", "False"))
		x.describe("pdfx", x.simple("pdfx:GTS_PDFXVersion", "PDF/X-1a:2003"))
		x.prism(m)
	case PDFX4:
		x.describe("pdf", x.simple("pdf:Producer", m.Program), x.simple("pdf:Trapped", "False"))
		x.describe("pdfxid", x.simple("pdfxid:GTS_PDFXVersion", "PDF/X-4"))
		x.describe("xmpMM", x.simple("xmpMM:DocumentID", m.Identifier), x.simple("xmpMM:VersionID", "1"), x.simple("xmpMM:RenditionClass", "default"))
		x.prism(m)
	}
	return x.bytes()
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.DateOnly)
}

// A packet is the descriptions of a metadata stream.
type packet struct{ strings.Builder }

// describe opens a description for the properties of one namespace.
func (x *packet) describe(prefix string, properties ...string) {
	if body := strings.Join(properties, ""); body != "" {
		fmt.Fprintf(x, "<rdf:Description rdf:about=\"\" xmlns:%s=\"%s\">%s</rdf:Description>\n", prefix, namespaces[prefix], body)
	}
}

func (*packet) simple(name, value string) string {
	if value == "" {
		return ""
	}
	return "<" + name + ">" + escape(value) + "</" + name + ">"
}

// list writes a property of several values, in a container of RDF.
func (*packet) list(name, container, attribute string, values ...string) string {
	var items strings.Builder
	for _, v := range values {
		if v != "" {
			items.WriteString("<rdf:li" + attribute + ">" + escape(v) + "</rdf:li>")
		}
	}
	if items.Len() == 0 {
		return ""
	}
	return fmt.Sprintf("<%s><rdf:%s>%s</rdf:%s></%s>", name, container, items.String(), container, name)
}

func escape(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}

// prism describes the issue as one of a periodical.
func (x *packet) prism(m Metadata) {
	x.describe("prism",
		x.simple("prism:aggregationType", "magazine"),
		x.simple("prism:publicationName", m.Publication),
		x.simple("prism:issn", m.ISSN),
		x.simple("prism:volume", m.Volume),
		x.simple("prism:number", m.Number),
		x.simple("prism:publicationDate", day(m.Date)))
}

// A schema describes properties that PDF/A does not know by itself (ISO
// 19005-2, 6.6.2.3.3, table 4).
type schema struct {
	name, prefix string
	properties   [][3]string // name, type, meaning
}

var schemas = []schema{
	{"PDF/UA identification schema", "pdfuaid", [][3]string{{"part", "Integer", "part of ISO 14289 that the file conforms to"}}},
	{"PRISM Basic Metadata", "prism", [][3]string{
		{"aggregationType", "Text", "kind of publication"},
		{"publicationName", "Text", "title of the periodical"},
		{"issn", "Text", "ISSN of the periodical"},
		{"volume", "Text", "volume or year of the issue"},
		{"number", "Text", "number of the issue"},
		{"publicationDate", "Text", "day of issue"},
	}},
}

// extensions describes the schemas in use that PDF/A does not predefine.
func (x *packet) extensions() {
	x.WriteString(`<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
		` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">` +
		"<pdfaExtension:schemas><rdf:Bag>\n")
	for _, s := range schemas {
		x.WriteString(`<rdf:li rdf:parseType="Resource">` +
			x.simple("pdfaSchema:schema", s.name) +
			x.simple("pdfaSchema:namespaceURI", namespaces[s.prefix]) +
			x.simple("pdfaSchema:prefix", s.prefix) +
			"<pdfaSchema:property><rdf:Seq>\n")
		for _, p := range s.properties {
			x.WriteString(`<rdf:li rdf:parseType="Resource">` +
				x.simple("pdfaProperty:name", p[0]) +
				x.simple("pdfaProperty:valueType", p[1]) +
				x.simple("pdfaProperty:category", "external") +
				x.simple("pdfaProperty:description", p[2]) + "</rdf:li>\n")
		}
		x.WriteString("</rdf:Seq></pdfaSchema:property></rdf:li>\n")
	}
	x.WriteString("</rdf:Bag></pdfaExtension:schemas></rdf:Description>\n")
}

// bytes closes the packet. Its id is the one that ISO 16684-1, 7.3.2 gives to all.
func (x *packet) bytes() []byte {
	return []byte("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		x.String() + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
}

// Info gives the entries of the information dictionary for the same metadata.
func Info(m Metadata) string {
	b := "/Title" + Text(m.Title)
	if len(m.Authors) > 0 {
		b += "/Author" + Text(strings.Join(m.Authors, "; "))
	}
	if m.Program != "" {
		b += "/Creator" + Text(m.Program) + "/Producer" + Text(m.Program)
	}
	stamp := Literal(m.Date.UTC().Format("D:20060102150405Z")) // 7.9.4
	return b + "/CreationDate" + stamp + "/ModDate" + stamp
}

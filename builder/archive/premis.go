package archive

import (
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"

	"kanyin/builder"
	"kanyin/issues/issue"
)

// The PREMIS document (version 3.0): every file of the payload, what was done
// to make them, and by which program.
type premisDoc struct {
	XMLName xml.Name       `xml:"premis:premis"`
	Premis  string         `xml:"xmlns:premis,attr"`
	Xsi     string         `xml:"xmlns:xsi,attr"`
	Version string         `xml:"version,attr"`
	Objects []premisObject `xml:"premis:object"`
	Events  []premisEvent  `xml:"premis:event"`
	Agents  []premisAgent  `xml:"premis:agent"`
}

type premisObject struct {
	Type        string       `xml:"xsi:type,attr"`
	IDType      string       `xml:"premis:objectIdentifier>premis:objectIdentifierType"`
	ID          string       `xml:"premis:objectIdentifier>premis:objectIdentifierValue"`
	Algorithm   string       `xml:"premis:objectCharacteristics>premis:fixity>premis:messageDigestAlgorithm"`
	Digest      string       `xml:"premis:objectCharacteristics>premis:fixity>premis:messageDigest"`
	Size        int          `xml:"premis:objectCharacteristics>premis:size"`
	Format      premisFormat `xml:"premis:objectCharacteristics>premis:format"`
	OriginalRef string       `xml:"premis:originalName"`
}

type premisEvent struct {
	IDType    string       `xml:"premis:eventIdentifier>premis:eventIdentifierType"`
	ID        string       `xml:"premis:eventIdentifier>premis:eventIdentifierValue"`
	Type      string       `xml:"premis:eventType"`
	Date      string       `xml:"premis:eventDateTime"`
	Detail    string       `xml:"premis:eventDetailInformation>premis:eventDetail"`
	Outcome   string       `xml:"premis:eventOutcomeInformation>premis:eventOutcome"`
	AgentType string       `xml:"premis:linkingAgentIdentifier>premis:linkingAgentIdentifierType"`
	Agent     string       `xml:"premis:linkingAgentIdentifier>premis:linkingAgentIdentifierValue"`
	Links     []premisLink `xml:"premis:linkingObjectIdentifier"`
}

type premisLink struct {
	Type  string `xml:"premis:linkingObjectIdentifierType"`
	Value string `xml:"premis:linkingObjectIdentifierValue"`
	Role  string `xml:"premis:linkingObjectRole"`
}

type premisAgent struct {
	IDType  string `xml:"premis:agentIdentifier>premis:agentIdentifierType"`
	ID      string `xml:"premis:agentIdentifier>premis:agentIdentifierValue"`
	Name    string `xml:"premis:agentName"`
	Type    string `xml:"premis:agentType"`
	Version string `xml:"premis:agentVersion,omitempty"`
}

// premis records the steps from the source to the editions.
func premis(iss *issue.Issue, b Builder, files []builder.File) []byte {
	doc := premisDoc{
		Premis: "http://www.loc.gov/premis/v3", Xsi: "http://www.w3.org/2001/XMLSchema-instance", Version: "3.0",
		Agents: []premisAgent{{"local", "kanyin", "kanyin", "software", b.Version}},
	}
	for _, f := range files {
		sum := sha512.Sum512(f.Data)
		doc.Objects = append(doc.Objects, premisObject{
			Type: "premis:file", IDType: "path", ID: f.Path,
			Algorithm: "SHA-512", Digest: hex.EncodeToString(sum[:]), Size: len(f.Data),
			Format: formatOf(f), OriginalRef: strings.TrimPrefix(f.Path, "data/"),
		})
	}
	source := "data/source/" + sourceName(iss)
	event := func(kind, detail, outcome, made string) {
		doc.Events = append(doc.Events, premisEvent{
			IDType: "local", ID: fmt.Sprintf("event-%d", len(doc.Events)+1), Type: kind,
			Date: iss.Meta.Issued().Format("2006-01-02T15:04:05Z"), Detail: detail, Outcome: outcome,
			AgentType: "local", Agent: "kanyin",
			Links: []premisLink{{"path", source, "source"}, {"path", made, "outcome"}},
		})
	}
	event("ingestion", "decoded as "+iss.Source.Encoding+", "+fmt.Sprint(len(iss.Source.Lines))+" lines", "sha256 "+iss.Source.SHA256, source)
	event("normalization", "read into articles and blocks; dates here are the issue's", fmt.Sprintf("%d articles", len(iss.Articles)), "data/issue.json")
	for _, p := range iss.Pictures {
		event("creation", pictureDetail(p), "sha256 "+p.SHA256, "data/pictures/"+p.Name)
	}
	doc.corrections(iss, b, event)
	event("validation", "ledger: every source line that is not blank stands in exactly one block", "balanced", "data/ledger.csv")
	event("validation", "findings", fmt.Sprintf("%d findings", len(b.findings(iss))), "data/findings.json")
	for _, e := range b.Editions {
		event("creation", e.Edition+" edition", "written whole", "data/editions/"+e.File)
	}
	return document(doc)
}

// pictureDetail tells where a picture comes from. It is the original: editions
// have smaller ones.
func pictureDetail(p issue.Picture) string {
	s := fmt.Sprintf("picture as it came, %d × %d pixels", p.Width, p.Height)
	if p.Page > 0 {
		s += fmt.Sprintf(", taken from page %d", p.Page)
	}
	return s
}

// corrections records what an editor put right: the file with its checksum, and
// an event for each correction that was made. Who made it is its agent, where
// the correction names them.
func (doc *premisDoc) corrections(iss *issue.Issue, b Builder, event func(kind, detail, outcome, made string)) {
	if len(b.Corrections) == 0 {
		return
	}
	sum := sha256.Sum256(b.Corrections)
	event("ingestion", "corrections of the reading; the source stays as it came", "sha256 "+hex.EncodeToString(sum[:]), correctionsPath)
	for _, c := range iss.Corrections {
		detail := "correction: " + c.Says
		if c.Note != "" {
			detail += " (" + c.Note + ")"
		}
		event("modification", detail, "holds in the issue", "data/issue.json")
		if c.Editor != "" {
			doc.Events[len(doc.Events)-1].Agent = doc.person(c.Editor)
		}
	}
}

// person gives the identifier of a person's agent, which is made where there is none.
func (doc *premisDoc) person(name string) string {
	id := "editor " + name
	if !slices.ContainsFunc(doc.Agents, func(a premisAgent) bool { return a.ID == id }) {
		doc.Agents = append(doc.Agents, premisAgent{"local", id, name, "person", ""})
	}
	return id
}

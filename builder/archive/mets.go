package archive

import (
	"crypto/sha512"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"path"
	"strings"

	"kanyin/builder"
	"kanyin/issues/issue"
)

// The METS document (version 1.12): a MODS record for the issue and for every
// article, the files with their checksums, and the issue's structure, whose
// divisions point at both.
type metsDoc struct {
	XMLName xml.Name    `xml:"mets:mets"`
	Mets    string      `xml:"xmlns:mets,attr"`
	Mods    string      `xml:"xmlns:mods,attr"`
	Xlink   string      `xml:"xmlns:xlink,attr"`
	ID      string      `xml:"OBJID,attr,omitempty"`
	Label   string      `xml:"LABEL,attr,omitempty"`
	Type    string      `xml:"TYPE,attr"`
	Header  metsHeader  `xml:"mets:metsHdr"`
	Records []metsDmd   `xml:"mets:dmdSec"`
	History metsAmd     `xml:"mets:amdSec"`
	Groups  []metsGroup `xml:"mets:fileSec>mets:fileGrp"`
	Struct  metsStruct  `xml:"mets:structMap"`
}

type metsHeader struct {
	Created string    `xml:"CREATEDATE,attr"`
	Agent   metsAgent `xml:"mets:agent"`
}

type metsAgent struct {
	Role      string `xml:"ROLE,attr"`
	Type      string `xml:"TYPE,attr"`
	OtherType string `xml:"OTHERTYPE,attr"`
	Name      string `xml:"mets:name"`
}

type metsDmd struct {
	ID   string `xml:"ID,attr"`
	Wrap struct {
		Type string  `xml:"MDTYPE,attr"`
		Mods modsDoc `xml:"mets:xmlData>mods:mods"`
	} `xml:"mets:mdWrap"`
}

type metsAmd struct {
	Digiprov struct {
		ID  string  `xml:"ID,attr"`
		Ref metsRef `xml:"mets:mdRef"`
	} `xml:"mets:digiprovMD"`
}

// metsRef leads to a file of the bag, by its path beside the METS file.
type metsRef struct {
	LocType      string `xml:"LOCTYPE,attr"`
	OtherLocType string `xml:"OTHERLOCTYPE,attr"`
	MDType       string `xml:"MDTYPE,attr,omitempty"`
	XlinkType    string `xml:"xlink:type,attr"`
	Href         string `xml:"xlink:href,attr"`
}

type metsGroup struct {
	Use   string     `xml:"USE,attr"`
	Files []metsFile `xml:"mets:file"`
}

type metsFile struct {
	ID           string  `xml:"ID,attr"`
	MimeType     string  `xml:"MIMETYPE,attr"`
	Size         int     `xml:"SIZE,attr"`
	Checksum     string  `xml:"CHECKSUM,attr"`
	ChecksumType string  `xml:"CHECKSUMTYPE,attr"`
	Location     metsRef `xml:"mets:FLocat"`
}

type metsStruct struct {
	Type string  `xml:"TYPE,attr"`
	Div  metsDiv `xml:"mets:div"`
}

type metsDiv struct {
	Type  string    `xml:"TYPE,attr"`
	Label string    `xml:"LABEL,attr,omitempty"`
	Dmd   string    `xml:"DMDID,attr,omitempty"`
	Files []metsPtr `xml:"mets:fptr"`
	Divs  []metsDiv `xml:"mets:div"`
}

type metsPtr struct {
	File string `xml:"FILEID,attr"`
}

// mets describes the files of the payload, whose paths begin with data/.
func mets(iss *issue.Issue, version string, files []builder.File) []byte {
	m := iss.Meta
	doc := metsDoc{
		Mets: "http://www.loc.gov/METS/", Mods: "http://www.loc.gov/mods/v3", Xlink: "http://www.w3.org/1999/xlink",
		ID: identifier(m), Label: m.Name(), Type: "periodical issue",
		Header: metsHeader{
			Created: m.Issued().Format("2006-01-02T15:04:05Z"),
			Agent:   metsAgent{"CREATOR", "OTHER", "SOFTWARE", "kanyin " + version},
		},
		Struct: metsStruct{Type: "LOGICAL"},
	}
	doc.History.Digiprov.ID = "history"
	doc.History.Digiprov.Ref = reference("premis.xml")
	doc.History.Digiprov.Ref.MDType = "PREMIS"
	doc.record("issue", issueRecord(m))
	for _, a := range iss.Articles {
		doc.record(a.ID, articleRecord(m, a))
	}
	doc.Groups = groups(files)
	doc.Struct.Div = structure(iss, files)
	return document(doc)
}

func (d *metsDoc) record(id string, mods modsDoc) {
	var dmd metsDmd
	dmd.ID = "mods-" + id
	dmd.Wrap.Type = "MODS"
	dmd.Wrap.Mods = mods
	d.Records = append(d.Records, dmd)
}

func reference(href string) metsRef {
	return metsRef{LocType: "OTHER", OtherLocType: "SYSTEM", XlinkType: "simple", Href: escapePath(href)}
}

// escapePath makes a path a relative URI reference (RFC 3986) that keeps its
// letters readable.
func escapePath(p string) string {
	return strings.NewReplacer("%", "%25", " ", "%20", "#", "%23", "?", "%3F", "\n", "%0A", "\r", "%0D", `"`, "%22", "<", "%3C", ">", "%3E", ":", "%3A").Replace(p)
}

// groups puts the files into groups by the folder they stand in.
func groups(files []builder.File) []metsGroup {
	var out []metsGroup
	for i, f := range files {
		name := strings.TrimPrefix(f.Path, "data/")
		use, _, nested := strings.Cut(name, "/")
		if !nested {
			use = "metadata"
		}
		sum := sha512.Sum512(f.Data)
		file := metsFile{
			ID: fileID(i), MimeType: mediaType(name), Size: len(f.Data),
			Checksum: hex.EncodeToString(sum[:]), ChecksumType: "SHA-512", Location: reference(name),
		}
		at := len(out)
		for j := range out {
			if out[j].Use == use {
				at = j
			}
		}
		if at == len(out) {
			out = append(out, metsGroup{Use: use})
		}
		out[at].Files = append(out[at].Files, file)
	}
	return out
}

func fileID(i int) string { return fmt.Sprintf("file-%03d", i+1) }

func mediaType(name string) string {
	switch path.Ext(name) {
	case ".epub":
		return "application/epub+zip"
	case ".pdf":
		return "application/pdf"
	case ".json":
		return "application/json"
	case ".xml":
		return "application/xml"
	case ".csv":
		return "text/csv"
	case ".toml":
		return "application/toml"
	case ".png":
		return "image/png"
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".ttf", ".otf":
		return "font/sfnt"
	case ".icc":
		return "application/vnd.iccprofile"
	case ".zip":
		return "application/zip"
	}
	return "text/plain"
}

// structure gives the issue's division and one for every article, each with
// its record and its files.
func structure(iss *issue.Issue, files []builder.File) metsDiv {
	pointer := func(path string) []metsPtr {
		for i, f := range files {
			if f.Path == path {
				return []metsPtr{{fileID(i)}}
			}
		}
		return nil
	}
	div := metsDiv{Type: "issue", Label: iss.Meta.Name(), Dmd: "mods-issue"}
	for i, f := range files {
		if strings.HasPrefix(f.Path, "data/editions/") || strings.HasPrefix(f.Path, "data/source/") {
			div.Files = append(div.Files, metsPtr{fileID(i)})
		}
	}
	for _, a := range iss.Articles {
		div.Divs = append(div.Divs, metsDiv{
			Type: "article", Label: a.Title, Dmd: "mods-" + a.ID, Files: pointer("data/text/" + a.ID + ".txt"),
		})
	}
	return div
}

// document writes an XML document; the types above can always be marshalled.
func document(v any) []byte {
	body, err := xml.MarshalIndent(v, "", " ")
	if err != nil {
		panic(err)
	}
	return append([]byte(xml.Header), append(body, '\n')...)
}

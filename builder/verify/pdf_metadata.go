package verify

import (
	"encoding/xml"
	"io"
	"slices"
	"strconv"
	"strings"
)

// intent judges the output intent (ISO 32000-1, 14.11.5; ISO 19005-2, 6.2.3;
// ISO 15930-4 and -7, 6.2).
func intent(e *pdfEdition) []fault {
	d := e.intent()
	if d == nil {
		return []fault{faultf("", "there is no output intent")}
	}
	want, space, components := "GTS_PDFA1", "RGB ", 3.0
	if e.kind != kindScreen {
		want, space, components = "GTS_PDFX", "CMYK", 4.0
	}
	var out []fault
	if s := e.file.Name(d["S"]); s != want {
		out = append(out, faultf("", "the output intent is %s, a %s edition's is %s", s, e.kind, want))
	}
	if e.file.Text(d["OutputConditionIdentifier"]) == "" {
		out = append(out, faultf("", "the output intent names no condition"))
	}
	profile := e.file.Stream(d["DestOutputProfile"])
	if profile == nil {
		if e.kind == kindScreen {
			out = append(out, faultf("", "the output intent has no profile"))
		}
		return out
	}
	icc, err := e.file.Data(profile)
	switch {
	case err != nil || len(icc) < 128 || string(icc[36:40]) != "acsp":
		out = append(out, faultf("", "the output intent's profile is no ICC profile"))
	case string(icc[16:20]) != space || e.file.Number(profile.Dict["N"]) != components:
		out = append(out, faultf("", "the output intent's profile is of %q with %v components, want %q with %v", icc[16:20], e.file.Number(profile.Dict["N"]), space, components))
	}
	return out
}

// The properties that are looked at, as namespace and name.
const (
	xmpTitle  = "http://purl.org/dc/elements/1.1/ title"
	xmpDate   = "http://ns.adobe.com/xap/1.0/ CreateDate"
	xmpPart   = "http://www.aiim.org/pdfa/ns/id/ part"
	xmpLevel  = "http://www.aiim.org/pdfa/ns/id/ conformance"
	xmpUA     = "http://www.aiim.org/pdfua/ns/id/ part"
	xmpX1     = "http://ns.adobe.com/pdfx/1.3/ GTS_PDFXVersion"
	xmpX4     = "http://www.npes.org/pdfx/ns/id/ GTS_PDFXVersion"
	xmpTrap   = "http://ns.adobe.com/pdf/1.3/ Trapped"
	xmpISSN   = "http://prismstandard.org/namespaces/basic/3.0/ issn"
	xmpNumber = "http://prismstandard.org/namespaces/basic/3.0/ number"
)

const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

// properties reads a metadata stream (XMP, ISO 16684-1): the texts of every
// property of a description.
func properties(xmp string) (map[string][]string, error) {
	out := map[string][]string{}
	d := xml.NewDecoder(strings.NewReader(xmp))
	var path []xml.Name
	property := ""
	for {
		t, err := d.Token()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return out, err
		}
		switch v := t.(type) {
		case xml.StartElement:
			if n := len(path); n > 0 && path[n-1] == (xml.Name{Space: rdf, Local: "Description"}) && property == "" {
				property = v.Name.Space + " " + v.Name.Local
			}
			path = append(path, v.Name)
		case xml.EndElement:
			if path = path[:len(path)-1]; property == v.Name.Space+" "+v.Name.Local {
				property = ""
			}
		case xml.CharData:
			if s := strings.TrimSpace(string(v)); s != "" && property != "" {
				out[property] = append(out[property], s)
			}
		}
	}
}

// A metadataCheck gathers what is wrong with the metadata.
type metadataCheck struct {
	e     *pdfEdition
	props map[string][]string
	out   []fault
}

func metadata(e *pdfEdition) []fault {
	props, err := properties(e.xmp)
	if err != nil {
		return []fault{faultf("", "the metadata stream cannot be read: %v", err)}
	}
	if e.xmp == "" {
		return []fault{faultf("", "there is no metadata stream (XMP)")}
	}
	c := &metadataCheck{e: e, props: props}
	info := e.file.Dict(e.file.Trailer["Info"])
	c.same("title", e.file.Text(info["Title"]), c.get(xmpTitle))
	c.same("date", digits(e.file.Text(info["CreationDate"])), digits(c.get(xmpDate)))
	if e.kind == kindScreen {
		c.screen()
	} else {
		c.press(e.file.Text(info["GTS_PDFXVersion"]), e.file.Name(info["Trapped"]))
	}
	c.issue()
	return c.out
}

func (c *metadataCheck) get(key string) string { return strings.Join(c.props[key], "; ") }

func (c *metadataCheck) fault(format string, args ...any) {
	c.out = append(c.out, faultf("", format, args...))
}

func (c *metadataCheck) same(what, info, xmp string) {
	switch {
	case xmp == "":
		c.fault("XMP has no %s", what)
	case info != xmp:
		c.fault("the %s is %q in the information dictionary, %q in XMP", what, info, xmp)
	}
}

// digits are the figures of a date; a time zone of zero has none.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// screen judges the claims of PDF/A-2a and PDF/UA-1.
func (c *metadataCheck) screen() {
	e := c.e
	if c.get(xmpPart) != "2" || c.get(xmpLevel) != "A" {
		c.fault("XMP claims PDF/A-%s%s, the edition is PDF/A-2A", c.get(xmpPart), c.get(xmpLevel))
	}
	if c.get(xmpUA) != "1" {
		c.fault("XMP does not claim PDF/UA-1")
	}
	if e.file.Text(e.catalog["Lang"]) == "" {
		c.fault("the document says no language")
	}
	if shown, _ := e.file.Resolve(e.file.Dict(e.catalog["ViewerPreferences"])["DisplayDocTitle"]).(bool); !shown {
		c.fault("the viewer is not told to show the title")
	}
	if e.file.Name(e.catalog["PageMode"]) != "UseOutlines" {
		c.fault("the viewer is not told to show the outline")
	}
	if e.file.Version != "1.7" {
		c.fault("the header says PDF %s, want 1.7", e.file.Version)
	}
}

// press judges the claims of PDF/X.
func (c *metadataCheck) press(infoVersion, trapped string) {
	want := map[string]string{"PDF/X-1a:2003": "1.4", "PDF/X-4": "1.6"}
	claim := c.get(xmpX1)
	if claim == "" {
		claim = c.get(xmpX4)
	} else if infoVersion != claim {
		c.fault("the information dictionary claims %q, XMP %q", infoVersion, claim)
	}
	switch version := want[claim]; {
	case version == "":
		c.fault("XMP claims no PDF/X: %q", claim)
	case version != c.e.file.Version:
		c.fault("the header says PDF %s, %s wants %s", c.e.file.Version, claim, version)
	}
	if trapped != "False" && trapped != "True" || c.get(xmpTrap) != trapped {
		c.fault("Trapped is %q in the information dictionary, %q in XMP", trapped, c.get(xmpTrap))
	}
	if c.e.file.Trailer["Encrypt"] != nil {
		c.fault("the file is encrypted")
	}
}

// issue holds the metadata against the issue.
func (c *metadataCheck) issue() {
	if c.e.issue == nil {
		return
	}
	m := c.e.issue.Meta
	if m.Name() != "" && c.get(xmpTitle) != m.Name() {
		c.fault("the title is %q, the issue's %q", c.get(xmpTitle), m.Name())
	}
	if c.get(xmpISSN) != m.ISSN {
		c.fault("the ISSN is %q, the issue's %q", c.get(xmpISSN), m.ISSN)
	}
	if m.Number > 0 && c.get(xmpNumber) != strconv.Itoa(m.Number) {
		c.fault("the number is %q, the issue's %d", c.get(xmpNumber), m.Number)
	}
	if c.e.kind == kindScreen {
		creators := c.props["http://purl.org/dc/elements/1.1/ creator"]
		for _, a := range c.e.issue.Articles {
			for _, name := range a.Authors {
				if s := strings.TrimSpace(name); s != "" && !slices.Contains(creators, s) {
					c.fault("XMP does not name the author %q", name)
				}
			}
		}
	}
}

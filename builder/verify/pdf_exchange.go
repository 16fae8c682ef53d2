package verify

import (
	"maps"
	"slices"

	"kanyin/builder/verify/pdfread"
	"kanyin/issues/say"
)

// What a file for exchange must not hold, whatever it draws (ISO 15930-4:2003 and
// 15930-7:2010): what another machine prints differently, what acts, and what
// points out of the file. docs/preflight.md lists the demands.
var (
	badFilters = map[string]bool{"LZWDecode": true, "Crypt": true}
	// A page of PDF 1.4 is not read by all presses with these.
	newFilters = map[string]bool{"JBIG2Decode": true, "JPXDecode": true}
	badKeys    = map[pdfread.Name]say.Text{
		"TR": say.Of("a transfer curve"), "TR2": say.Of("a transfer curve"), "HTP": say.Of("a halftone's phase"),
		"OPI": say.Of("a picture left outside the file (OPI)"), "Alternates": say.Of("another picture in place of one"),
		"JS": say.Of("JavaScript"), "OpenAction": say.Of("an action"), "AA": say.Of("an action"),
		"AcroForm": say.Of("a form"), "EmbeddedFiles": say.Of("a file within the file"),
	}
	badKinds = map[string]say.Text{
		"PS": say.Of("PostScript"), "Filespec": say.Of("a file outside the file"),
	}
	// What PDF/X-4 has and PDF/X-1a has not.
	newKeys = map[pdfread.Name]say.Text{
		"OCProperties": say.Of("layers"), "OC": say.Of("layers"),
	}
)

// exchange looks through every object of the file.
func exchange(e *pdfEdition) []fault {
	old := e.file.Version < "1.6" // PDF/X-1a:2003
	var out []fault
	for _, r := range e.file.Refs() {
		walk(e.file.Resolve(r), func(d pdfread.Dict) {
			for _, text := range e.unfit(d, old) {
				out = append(out, fault{say.Of("byte %d", e.file.Place(r)), text})
			}
		})
	}
	return out
}

// walk visits the dictionaries of an object, and follows no reference.
func walk(o pdfread.Object, visit func(pdfread.Dict)) {
	switch o := o.(type) {
	case pdfread.Dict:
		visit(o)
		for _, k := range slices.Sorted(maps.Keys(o)) {
			walk(o[k], visit)
		}
	case pdfread.Array:
		for _, x := range o {
			walk(x, visit)
		}
	case *pdfread.Stream:
		walk(o.Dict, visit)
	}
}

// unfit names what in a dictionary is not fit for exchange.
func (e *pdfEdition) unfit(d pdfread.Dict, old bool) []say.Text {
	var out []say.Text
	for _, k := range slices.Sorted(maps.Keys(d)) {
		if text, ok := badKeys[k]; ok {
			out = append(out, text)
		}
		if text, ok := newKeys[k]; ok && old {
			out = append(out, text)
		}
	}
	if text, ok := badKinds[e.file.Name(d["Subtype"])]; ok {
		out = append(out, text)
	}
	if text, ok := badKinds[e.file.Name(d["Type"])]; ok {
		out = append(out, text)
	}
	for _, f := range append(slices.Clone(e.file.Array(d["Filter"])), d["Filter"]) {
		if name := e.file.Name(f); badFilters[name] || old && newFilters[name] {
			out = append(out, say.Of("the compression %s", name))
		}
	}
	if old && e.file.Name(d["S"]) == "Transparency" {
		out = append(out, say.Of("a group that is transparent"))
	}
	if m := d["SMask"]; old && m != nil && e.file.Name(m) != "None" {
		out = append(out, say.Of("a soft mask"))
	}
	if m := e.file.Name(d["BM"]); old && m != "" && m != "Normal" && m != "Compatible" {
		out = append(out, say.Of("the blend mode %s", m))
	}
	return out
}

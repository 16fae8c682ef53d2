package pdf

import (
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// Limits of a structure tree, so that one that holds itself ends.
const (
	mostDepth    = 64
	mostElements = 20_000 // of one page; a page full of table cells has 2,000
)

// A tag is what the structure tree says of a piece of marked content.
type tag struct {
	name    string // by its standard name
	element int
	alt     string
}

// tags are those of one page by the numbers of its marked content; nil where
// the document has no tree.
type tags map[int]tag

// inline are the structure types that stand inside of a paragraph (ISO 32000-1,
// 14.8.4.4): what they hold belongs to the block around them.
var inline = map[string]bool{
	"Span": true, "Link": true, "Em": true, "Strong": true, "Reference": true, "BibEntry": true, "Code": true, "Quote": true,
	"Annot": true, "Ruby": true, "RB": true, "Warichu": true, "WT": true, "WP": true, "Sub": true, "Lbl": true, "NonStruct": true, "Private": true,
}

// readTags walks the page's structure tree.
func (s *sheet) readTags() tags {
	tree, err := s.in.FPDF_StructTree_GetForPage(&requests.FPDF_StructTree_GetForPage{Page: s.page})
	if err != nil {
		return nil
	}
	defer s.in.FPDF_StructTree_Close(&requests.FPDF_StructTree_Close{StructTree: tree.StructTree})
	n, err := s.in.FPDF_StructTree_CountChildren(&requests.FPDF_StructTree_CountChildren{StructTree: tree.StructTree})
	if err != nil {
		return nil
	}
	w := tagWalk{sheet: s, found: tags{}}
	for i := range n.Count {
		if c, err := s.in.FPDF_StructTree_GetChildAtIndex(&requests.FPDF_StructTree_GetChildAtIndex{StructTree: tree.StructTree, Index: i}); err == nil {
			w.walk(c.StructElement, tag{}, 0)
		}
	}
	return w.found
}

type tagWalk struct {
	*sheet
	found tags
	seen  int
}

// walk notes what an element holds, and what the elements in it hold.
func (w *tagWalk) walk(e references.FPDF_STRUCTELEMENT, above tag, depth int) {
	if w.seen++; w.seen > mostElements || depth > mostDepth {
		return
	}
	w.handles++
	t := above
	if name, err := w.in.FPDF_StructElement_GetType(&requests.FPDF_StructElement_GetType{StructElement: e}); err == nil && (!inline[name.Type] || above.name == "") {
		w.elements++
		t = tag{name: name.Type, element: w.elements}
		if name.Type == "Figure" {
			if alt, err := w.in.FPDF_StructElement_GetAltText(&requests.FPDF_StructElement_GetAltText{StructElement: e}); err == nil {
				t.alt = alt.AltText
			}
		}
	}
	n, err := w.in.FPDF_StructElement_CountChildren(&requests.FPDF_StructElement_CountChildren{StructElement: e})
	if err != nil {
		return
	}
	for i := range n.Count {
		// Only the marked content of this page: an element may go on on the next, whose numbers begin anew.
		if id, err := w.in.FPDF_StructElement_GetChildMarkedContentID(&requests.FPDF_StructElement_GetChildMarkedContentID{StructElement: e, Index: i}); err == nil && id.ChildMarkedContentID >= 0 {
			w.found[id.ChildMarkedContentID] = t
			continue
		}
		if c, err := w.in.FPDF_StructElement_GetChildAtIndex(&requests.FPDF_StructElement_GetChildAtIndex{StructElement: e, Index: i}); err == nil {
			w.walk(c.StructElement, t, depth+1)
		}
	}
}

// tagOf gives the tag of a page's object.
func (s *sheet) tagOf(o references.FPDF_PAGEOBJECT) (name string, element int) {
	if len(s.tags) == 0 {
		return "", 0
	}
	if id, err := s.in.FPDFPageObj_GetMarkedContentID(&requests.FPDFPageObj_GetMarkedContentID{PageObject: o}); err == nil && id.MarkedContentID >= 0 {
		t := s.tags[id.MarkedContentID]
		return t.name, t.element
	}
	n, err := s.in.FPDFPageObj_CountMarks(&requests.FPDFPageObj_CountMarks{PageObject: o})
	if err != nil {
		return "", 0
	}
	for i := range n.Count {
		m, err := s.in.FPDFPageObj_GetMark(&requests.FPDFPageObj_GetMark{PageObject: o, Index: uint64(i)})
		if err != nil {
			continue
		}
		s.handles++
		if name, err := s.in.FPDFPageObjMark_GetName(&requests.FPDFPageObjMark_GetName{PageObjectMark: m.Mark}); err == nil && name.Name == "Artifact" {
			return "Artifact", 0
		}
	}
	return "", 0
}

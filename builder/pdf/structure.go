package pdf

import (
	"fmt"
	"math"
	"slices"

	"kanyin/builder/pdf/finish"
	"kanyin/layout"
)

// A part is a kid of an element and its place in the order of drawing.
type part struct {
	at  int
	kid finish.Kid
}

// never is the place of what is not drawn: behind everything.
const never = math.MaxInt

// structure makes the tree of the document's elements from what was drawn of
// each. An element's own content and its child elements stand in the order of
// drawing; child elements among themselves keep the order that layout gave
// them, which is the reading order across columns. Elements without content are left out, but for
// the cells of a table, which hold its columns.
func structure(doc *layout.Document, pages []drawn, links []annotation) *finish.Element {
	own := contents(doc, pages)
	first := make([]int, len(doc.Elements)) // where an element begins, its children included
	kids := make([][]part, len(doc.Elements))
	nodes := make([]*finish.Element, len(doc.Elements))
	linked := make([][]finish.Kid, len(doc.Elements))
	for _, l := range links {
		linked[l.element] = append(linked[l.element], finish.Kid{Page: l.page, Object: l.ref, Key: l.key})
	}
	for i := len(doc.Elements) - 1; i >= 0; i-- {
		e := doc.Elements[i]
		slices.Reverse(kids[i])
		parts := merge(own[i], kids[i])
		first[i] = never
		for _, p := range parts {
			first[i] = min(first[i], p.at)
		}
		if len(parts) == 0 && len(linked[i]) == 0 && i > 0 && e.Tag != "TD" && e.Tag != "TH" {
			continue
		}
		nodes[i] = element(doc, i)
		for _, p := range parts {
			nodes[i].Kids = append(nodes[i].Kids, p.kid)
		}
		nodes[i].Kids = append(nodes[i].Kids, linked[i]...)
		if i > 0 {
			kids[e.Parent] = append(kids[e.Parent], part{first[i], finish.Kid{Element: nodes[i]}})
		}
	}
	return nodes[0]
}

// contents lists the marked content of every element in the order of drawing.
func contents(doc *layout.Document, pages []drawn) [][]part {
	own := make([][]part, len(doc.Elements))
	at := 0
	for page, d := range pages {
		for mcid, e := range d.marks {
			own[e] = append(own[e], part{at, finish.Kid{Page: page, MCID: mcid}})
			at++
		}
	}
	return own
}

// merge puts an element's own content among its children: before the first
// child that begins later.
func merge(own, children []part) []part {
	var out []part
	for _, c := range children {
		for len(own) > 0 && own[0].at < c.at {
			out = append(out, own[0])
			own = own[1:]
		}
		out = append(out, c)
	}
	return append(out, own...)
}

// element gives a node without its kids.
func element(doc *layout.Document, i int) *finish.Element {
	e := doc.Elements[i]
	n := &finish.Element{Tag: e.Tag}
	if e.Tag == "Note" {
		n.ID = fmt.Sprintf("note-%d", i)
	}
	if e.Scope != "" {
		n.Entries += "/A<</O/Table/Scope/" + e.Scope + ">>"
	}
	if e.Vertical {
		n.Entries += "/A<</O/Layout/WritingMode/TbRl>>" // 14.8.5.4.2: all below inherit it
	}
	for _, entry := range []struct{ key, value string }{{"/T", e.Title}, {"/Lang", e.Lang}, {"/Alt", e.Alt}, {"/ActualText", e.Actual}} {
		if entry.value != "" {
			n.Entries += entry.key + finish.Text(entry.value)
		}
	}
	return n
}

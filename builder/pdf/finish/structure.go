package finish

import (
	"fmt"
	"slices"
	"strings"
)

// An Element is a structure element (14.7.2) with its kids in reading order.
type Element struct {
	Tag     string
	Entries string // further entries of its dictionary: Alt, Lang, T, A
	ID      string // unique in the file; a Note must have one (ISO 14289-1, 7.9)
	Kids    []Kid
}

// A Kid is a part of an element: another element, a run of marked content of a
// page, or an annotation.
type Kid struct {
	Element *Element
	Page    int // counted from 0, of marked content and annotations
	MCID    int // of marked content
	Object  Ref // the annotation, or 0
	Key     int // the annotation's StructParent
}

// PutStructure adds the structure tree. A page's StructParents must be its
// number counted from 0; an annotation's StructParent is any greater number.
func (f *File) PutStructure(root *Element, pages []Ref) Ref {
	t := tree{file: f, pages: pages, parents: make([][]Ref, len(pages)), ids: map[string]Ref{}}
	t.top = f.Reserve()
	document := t.put(t.top, root)
	next := len(pages)
	var nums strings.Builder
	for page, row := range t.parents {
		if len(row) == 0 {
			continue
		}
		fmt.Fprintf(&nums, "%d[", page)
		for _, r := range row {
			fmt.Fprintf(&nums, "%s ", r)
		}
		nums.WriteString("]\n")
	}
	slices.SortFunc(t.annotations, func(a, b parent) int { return a.key - b.key })
	for _, a := range t.annotations {
		fmt.Fprintf(&nums, "%d %s\n", a.key, a.element)
		next = a.key + 1
	}
	parents := f.Add("<</Nums[" + nums.String() + "]>>")
	f.Set(t.top, fmt.Sprintf("<</Type/StructTreeRoot/K %s/ParentTree %s/ParentTreeNextKey %d%s>>", document, parents, next, t.idTree()))
	return t.top
}

// A tree is a structure tree in the making.
type tree struct {
	file        *File
	top         Ref
	pages       []Ref
	parents     [][]Ref // of every page, the element of each marked content
	annotations []parent
	ids         map[string]Ref
}

// A parent is the element that an annotation belongs to.
type parent struct {
	key     int
	element Ref
}

// put adds an element and all below it.
func (t *tree) put(up Ref, e *Element) Ref {
	r := t.file.Reserve()
	home := t.home(e)
	b := fmt.Appendf(nil, "<</Type/StructElem/S%s/P %s%s", Name(e.Tag), up, e.Entries)
	if e.ID != "" {
		b = fmt.Appendf(b, "/ID%s", Literal(e.ID))
		t.ids[e.ID] = r
	}
	if home >= 0 {
		b = fmt.Appendf(b, "/Pg %s", t.pages[home])
	}
	b = append(b, "/K["...)
	for _, k := range e.Kids {
		b = t.kid(b, r, home, k)
	}
	t.file.SetBytes(r, append(b, "]>>"...))
	return r
}

// home is the page of an element's first marked content, or -1.
func (t *tree) home(e *Element) int {
	for _, k := range e.Kids {
		if k.Element == nil {
			return k.Page
		}
	}
	return -1
}

func (t *tree) kid(b []byte, r Ref, home int, k Kid) []byte {
	switch {
	case k.Element != nil:
		return fmt.Appendf(b, "%s ", t.put(r, k.Element))
	case k.Object != 0:
		t.annotations = append(t.annotations, parent{k.Key, r})
		return fmt.Appendf(b, "<</Type/OBJR/Pg %s/Obj %s>>", t.pages[k.Page], k.Object)
	}
	row := t.parents[k.Page]
	for len(row) <= k.MCID {
		row = append(row, r)
	}
	row[k.MCID] = r
	t.parents[k.Page] = row
	if k.Page == home {
		return fmt.Appendf(b, "%d ", k.MCID)
	}
	return fmt.Appendf(b, "<</Type/MCR/Pg %s/MCID %d>>", t.pages[k.Page], k.MCID)
}

// idTree gives the entry that finds elements by their ID, where any has one.
func (t *tree) idTree() string {
	if len(t.ids) == 0 {
		return ""
	}
	return fmt.Sprintf("/IDTree %s", t.file.Add(nameTree(t.ids, func(r Ref) string { return r.String() })))
}

package verify

import (
	"slices"

	"kanyin/builder/verify/pdfread"
	"kanyin/issues/say"
)

// A spot is a run of marked content: a page and its MCID.
type spot struct{ page, mcid int }

// A tagTree is the structure tree (ISO 32000-1, 14.7), walked once.
type tagTree struct {
	e       *pdfEdition
	owner   map[spot]pdfread.Ref
	order   []spot // in reading order
	objects map[pdfread.Ref]pdfread.Ref
	seen    map[pdfread.Ref]bool
	roles   pdfread.Dict
	heading int // the level of the last heading
	ids     map[string]bool
	out     []fault
}

// standardTags are the structure types that editions use (14.8.4).
var standardTags = []string{"Document", "Part", "Sect", "Div", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
	"Table", "TR", "TH", "TD", "THead", "TBody", "Span", "Quote", "BlockQuote", "Note", "Reference", "Link", "Annot", "Figure", "Formula",
	"Caption", "TOC", "TOCI", "Index", "Art", "NonStruct", "Private", "Ruby", "RB", "RT", "RP"}

// Bounds of the trees that a file may hold, so that one in a circle ends.
const (
	maxElements = 1_000_000 // an issue has some thousand
	maxNesting  = 60        // elements in elements; ours go eight deep
	maxKids     = 8         // name and number trees (7.9.6): eight levels hold more than a file can
)

// readTags walks the tree. Its own faults are in out.
func (e *pdfEdition) readTags() *tagTree {
	t := &tagTree{e: e, owner: map[spot]pdfread.Ref{}, objects: map[pdfread.Ref]pdfread.Ref{}, seen: map[pdfread.Ref]bool{}, ids: map[string]bool{}}
	root := e.file.Dict(e.catalog["StructTreeRoot"])
	if root == nil {
		t.tell(say.Text{}, "the file has no tags")
		return t
	}
	t.roles = e.file.Dict(root["RoleMap"])
	top, _ := e.catalog["StructTreeRoot"].(pdfread.Ref)
	t.kids(root["K"], top, "", -1, 0)
	return t
}

func (t *tagTree) tell(place say.Text, format string, args ...any) {
	if len(t.out) < 10*shownFaults {
		t.out = append(t.out, faultf(place, format, args...))
	}
}

// kids walks what K holds: elements, marked content and objects.
func (t *tagTree) kids(k pdfread.Object, parent pdfread.Ref, tag string, page, depth int) {
	if depth > maxNesting || len(t.seen) > maxElements {
		t.tell(say.Text{}, "the tags are nested too deep, or too many")
		return
	}
	f := t.e.file
	switch v := k.(type) {
	case pdfread.Array:
		for _, kid := range v {
			t.kids(kid, parent, tag, page, depth+1)
		}
	case float64:
		t.content(spot{page, int(v)}, parent)
	case pdfread.Ref:
		if a, ok := f.Resolve(v).(pdfread.Array); ok {
			t.kids(a, parent, tag, page, depth+1)
			return
		}
		t.element(v, parent, depth)
	case pdfread.Dict:
		if own, ok := v["Pg"].(pdfread.Ref); ok {
			page = t.page(own)
		}
		switch f.Name(v["Type"]) {
		case "MCR":
			t.content(spot{page, int(f.Number(v["MCID"]))}, parent)
		case "OBJR":
			obj, _ := v["Obj"].(pdfread.Ref)
			t.objects[obj] = parent
		}
	}
}

func (t *tagTree) page(r pdfread.Ref) int {
	if i, ok := t.e.pageOf[r]; ok {
		return i
	}
	t.tell(say.Text{}, "a tag names object %d as its page, which is none", r)
	return -1
}

func (t *tagTree) content(s spot, parent pdfread.Ref) {
	if other, twice := t.owner[s]; twice {
		t.tell(onPage(s.page), "the content %d is of two tags, objects %d and %d", s.mcid, other, parent)
		return
	}
	t.owner[s] = parent
	t.order = append(t.order, s)
}

func (t *tagTree) element(r, parent pdfread.Ref, depth int) {
	f := t.e.file
	d := f.Dict(r)
	if d == nil || t.seen[r] {
		t.tell(say.Text{}, "the tag object %d is missing, or stands twice in the tree", r)
		return
	}
	t.seen[r] = true
	page := -1
	if own, ok := d["Pg"].(pdfread.Ref); ok {
		page = t.page(own)
	}
	place := say.Text{}
	if page >= 0 {
		place = onPage(page)
	}
	if up, _ := d["P"].(pdfread.Ref); up != parent {
		t.tell(place, "the tag object %d says that its parent is %d, it hangs under %d", r, up, parent)
	}
	tag := f.Name(d["S"])
	if role := f.Name(t.roles[pdfread.Name(tag)]); role != "" {
		tag = role
	}
	t.judge(tag, d, place)
	before := len(t.objects)
	t.kids(d["K"], r, tag, page, depth+1)
	if tag == "Link" && len(t.objects) == before {
		t.tell(place, "a Link tag has no link")
	}
}

// judge holds one element against PDF/UA-1 (ISO 14289-1, 7).
func (t *tagTree) judge(tag string, d pdfread.Dict, place say.Text) {
	f := t.e.file
	switch {
	case !slices.Contains(standardTags, tag):
		t.tell(place, "the tag %q is no standard one", tag)
	case tag == "Figure" && f.Text(d["Alt"]) == "" && f.Text(d["ActualText"]) == "":
		t.tell(place, "a Figure has no description")
	case tag == "Note":
		id := f.Text(d["ID"])
		if id == "" || t.ids[id] {
			t.tell(place, "a Note has no ID of its own")
		}
		t.ids[id] = true
	case len(tag) == 2 && tag[0] == 'H' && tag[1] >= '1' && tag[1] <= '6':
		level := int(tag[1] - '0')
		if level > t.heading+1 {
			t.tell(place, "a heading of level %d follows one of level %d", level, t.heading)
		}
		t.heading = level
	}
}

// tags holds the tree against the pages, both ways, and against the parent tree.
func tags(e *pdfEdition) []fault {
	t := e.readTags()
	if len(t.seen) == 0 {
		return append(t.out, faultf("", "the tree has no element"))
	}
	if marked, _ := e.file.Resolve(e.file.Dict(e.catalog["MarkInfo"])["Marked"]).(bool); !marked {
		t.tell(say.Text{}, "the document is not said to be tagged (MarkInfo)")
	}
	there := map[spot]bool{}
	for i, s := range e.shown {
		for _, g := range s.Glyphs {
			t.marked(i, *g.Mark, at(i, g.X, g.Y), there)
		}
		for _, p := range s.Shapes {
			t.marked(i, p.Mark, at(i, p.Box[0], p.Box[1]), there)
		}
	}
	for _, s := range t.order {
		if !there[s] {
			t.tell(onPage(s.page), "a tag reads the content %d, which the page does not have", s.mcid)
		}
	}
	t.parents()
	return t.out
}

// marked sees to it that content is read by a tag or is an artifact.
func (t *tagTree) marked(page int, m pdfread.Mark, place say.Text, there map[spot]bool) {
	s := spot{page, m.MCID}
	switch {
	case m.Artifact:
	case m.MCID < 0:
		t.tell(place, "content is neither tagged nor an artifact")
	case !there[s]:
		there[s] = true
		if _, ok := t.owner[s]; !ok {
			t.tell(place, "no tag reads the content %d", m.MCID)
		}
	}
}

// parents holds the parent tree (14.7.4.4) against the tree itself.
func (t *tagTree) parents() {
	f := t.e.file
	nums := map[int]pdfread.Object{}
	t.numbers(f.Dict(f.Dict(t.e.catalog["StructTreeRoot"])["ParentTree"]), nums, 0)
	for _, s := range t.order {
		owner := t.owner[s]
		if s.page < 0 {
			continue
		}
		key, ok := f.Resolve(t.e.pages[s.page].Dict["StructParents"]).(float64)
		row := f.Array(nums[int(key)])
		if !ok || s.mcid < 0 || s.mcid >= len(row) || row[s.mcid] != owner {
			t.tell(onPage(s.page), "the parent tree does not know the tag of the content %d", s.mcid)
		}
	}
	for i, p := range t.e.pages {
		for _, o := range f.Array(p.Dict["Annots"]) {
			r, _ := o.(pdfread.Ref)
			key, ok := f.Resolve(f.Dict(o)["StructParent"]).(float64)
			if owner := t.objects[r]; owner == 0 || !ok || nums[int(key)] != owner {
				t.tell(onPage(i), "the link object %d is of no tag", r)
			}
		}
	}
}

// numbers reads a number tree (7.9.7).
func (t *tagTree) numbers(d pdfread.Dict, into map[int]pdfread.Object, depth int) {
	nums := t.e.file.Array(d["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		into[int(t.e.file.Number(nums[i]))] = nums[i+1]
	}
	for _, kid := range t.e.file.Array(d["Kids"]) {
		if depth < maxKids {
			t.numbers(t.e.file.Dict(kid), into, depth+1)
		}
	}
}

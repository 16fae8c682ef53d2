package epub

import (
	"bytes"
	_ "embed"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"text/template"

	"kanyin/issues/script"
)

var (
	//go:embed templates/package.opf
	packageTemplate string
	//go:embed templates/nav.xhtml
	navTemplate string
	//go:embed templates/toc.ncx
	ncxTemplate string
)

// navigation writes the package document, the navigation document and the NCX.
func (bk *book) navigation(files map[string][]byte) error {
	for _, t := range []struct {
		file, text string
		data       any
	}{
		{packageFile, packageTemplate, bk.packageDocument()},
		{navFile, navTemplate, bk.navDocument()},
		{ncxFile, ncxTemplate, bk.ncx()},
	} {
		parsed, err := template.New(t.file).Funcs(template.FuncMap{"x": escape, "dir": bk.metadataDirection}).Parse(t.text)
		if err != nil {
			return err
		}
		var b bytes.Buffer
		if err := parsed.Execute(&b, t.data); err != nil {
			return err
		}
		files[t.file] = b.Bytes()
	}
	return nil
}

// An item is a line of the manifest.
type item struct{ ID, Href, Type, Properties string }

// A spineItem is a line of the reading order.
type spineItem struct {
	ID     string
	Linear bool
}

type packageData struct {
	Meta     metadata
	Creators []person
	Others   []person
	Fonts    bool
	CoverID  string
	Items    []item
	Spine    []spineItem
	Guide    []link // for readers of the EPUB 2 age
	RTL      bool   // pages turn from the right
	Letters  int    // ideographs and words of the text
}

func (bk *book) packageDocument() packageData {
	p := packageData{Meta: bk.meta, Fonts: bk.specified, RTL: bk.direction.FromRight || bk.vertical, Letters: bk.letters, Guide: bk.guide()}
	for _, who := range bk.meta.People {
		if who.Creator {
			p.Creators = append(p.Creators, who)
		} else {
			p.Others = append(p.Others, who)
		}
	}
	p.Items = []item{
		{"nav", "nav.xhtml", "application/xhtml+xml", "nav"},
		{"ncx", "toc.ncx", "application/x-dtbncx+xml", ""},
		{"css", "css/" + styleName, "text/css", ""},
	}
	for _, d := range bk.documents {
		id := strings.TrimSuffix(d.name, ".xhtml")
		p.Items = append(p.Items, item{"x-" + id, documentsDir + d.name, "application/xhtml+xml", ""})
		p.Spine = append(p.Spine, spineItem{"x-" + id, d.linear})
	}
	for _, r := range bk.resources {
		id := strings.NewReplacer("/", "-", ".", "-").Replace(r.path)
		p.Items = append(p.Items, item{id, r.path, r.mediaType, r.properties})
		if r.properties == "cover-image" {
			p.CoverID = id
		}
	}
	sort.Slice(p.Items, func(i, j int) bool { return p.Items[i].Href < p.Items[j].Href })
	return p
}

// metadataDirection gives the attributes of a text in the metadata that is of
// another language than the book.
func (bk *book) metadataDirection(text string) string {
	d := script.Of(text, bk.direction)
	s := ""
	if d.Language != bk.direction.Language {
		s = fmt.Sprintf(` xml:lang="%s"`, d.Language)
	}
	if d.FromRight != bk.direction.FromRight {
		s += map[bool]string{true: ` dir="rtl"`, false: ` dir="ltr"`}[d.FromRight]
	}
	return s
}

// guide gives the landmarks that the <guide> of EPUB 2 has, under its names.
func (bk *book) guide() []link {
	names := map[string]string{"cover": "cover", "toc": "toc", "bodymatter": "text", "colophon": "colophon"}
	var out []link
	for _, l := range bk.landmarks {
		if n := names[l.Type]; n != "" {
			out = append(out, link{n, l.Title, l.Href})
		}
	}
	return out
}

// An entry is a node of the table of contents as the templates see it.
type entry struct {
	Title, Authors, Href string
	Direction, Spoken    string // of the title, and the title as XHTML
	Kids                 []entry
	ID, Play             int // serial number and playing order, for the NCX
}

func (bk *book) entries(nodes []*node) []entry {
	out := make([]entry, len(nodes))
	for i, n := range nodes {
		label := n.title
		if n.authors != "" {
			label += " / " + n.authors
		}
		out[i] = entry{Title: n.title, Authors: n.authors, Href: n.href, Kids: bk.entries(n.kids)}
		out[i].Direction, out[i].Spoken = inWhich(script.Of(label, bk.direction), bk.direction), inDirection(label, bk.direction)
	}
	return out
}

// A link is an entry of the landmarks (Type is its epub:type) or of the page list.
type link struct{ Type, Title, Href string }

type navData struct {
	Meta             metadata
	Contents, Guide  string
	PageTitle, Style string
	Toc              []entry
	Landmarks, Pages []link
	RTL              bool
}

func (bk *book) navDocument() navData {
	n := navData{Meta: bk.meta, Contents: bk.words.contents, Guide: bk.words.landmarks, PageTitle: bk.words.pages, Style: styleName, Toc: bk.entries(bk.nav), Landmarks: bk.landmarks, RTL: bk.direction.FromRight}
	for _, p := range bk.pages {
		n.Pages = append(n.Pages, link{Title: p.label, Href: p.href})
	}
	return n
}

// A target is a page of the NCX.
type target struct {
	ID, Play, Value int // Value is 0 for a label that is no number of its own
	Label, Href     string
}

type ncxData struct {
	Meta        metadata
	Depth, Last int // Last is the highest page number
	Toc         []entry
	Pages       []target
}

// ncx lists contents and pages for readers of the EPUB 2 age (NISO Z39.86-2005).
func (bk *book) ncx() ncxData {
	play := bk.playOrder()
	n := ncxData{Meta: bk.meta, Depth: depth(bk.nav), Toc: bk.entries(bk.nav)}
	serial := 0
	var number func([]entry)
	number = func(list []entry) {
		for i := range list {
			serial++
			list[i].ID, list[i].Play = serial, play[list[i].Href]
			number(list[i].Kids)
		}
	}
	number(n.Toc)
	numbered := map[int]bool{0: true}
	for i, p := range bk.pages {
		value, err := strconv.Atoi(p.label)
		if err != nil || numbered[value] { // a number is given to one page only
			value = 0
		}
		numbered[value] = true
		n.Last = max(n.Last, value)
		n.Pages = append(n.Pages, target{i + 1, play[p.href], value, p.label, p.href})
	}
	return n
}

// playOrder numbers all places that the NCX leads to in the order in which they
// are read. Entries that lead to one place share its number, as the format
// demands.
func (bk *book) playOrder() map[string]int {
	wanted := map[string]bool{}
	var collect func([]*node)
	collect = func(nodes []*node) {
		for _, n := range nodes {
			wanted[n.href] = true
			collect(n.kids)
		}
	}
	collect(bk.nav)
	for _, p := range bk.pages {
		wanted[p.href] = true
	}
	order := map[string]int{}
	next := func(href string) {
		if wanted[href] && order[href] == 0 {
			order[href] = len(order) + 1
		}
	}
	for _, d := range bk.documents {
		href := documentsDir + d.name
		next(href)
		for _, id := range strings.Split(d.body, ` id="`)[1:] {
			id, _, _ = strings.Cut(id, `"`)
			next(href + "#" + id)
		}
	}
	return order
}

func depth(nodes []*node) int {
	deepest := 0
	for _, n := range nodes {
		deepest = max(deepest, 1+depth(n.kids))
	}
	return deepest
}

package verify

import (
	"slices"
	"strings"
)

// navOf gives the navs of the navigation document by their type.
func (b *book) navOf() (name string, navs map[string]*node) {
	i, ok := b.withProperty("nav")
	if !ok || b.docs[i.href] == nil {
		return "", nil
	}
	navs = map[string]*node{}
	for _, n := range b.docs[i.href].all("nav") {
		navs[n.attr["epub:type"]] = n
	}
	return i.href, navs
}

// A row is an entry of a list of places.
type row struct {
	label, to string
	line      int
}

func (b *book) rows(name string, nav *node) []row {
	if nav == nil {
		return nil
	}
	var out []row
	for _, a := range nav.below(named("a")) {
		out = append(out, row{strings.TrimSpace(a.text()), b.resolve(name, a.attr["href"]), a.line})
	}
	return out
}

// nav judges the contents, the landmarks and the NCX.
func nav(b *book) []fault {
	name, navs := b.navOf()
	if navs == nil {
		return []fault{faultf(b.opf, "there is no navigation document")}
	}
	var out []fault
	toc := b.rows(name, navs["toc"])
	if len(toc) == 0 {
		out = append(out, faultf(name, "there are no contents"))
	}
	if len(b.rows(name, navs["landmarks"])) == 0 {
		out = append(out, faultf(name, "there are no landmarks"))
	}
	for _, r := range toc {
		if r.label == "" {
			out = append(out, faultf(inFile(name, r.line), "an entry of the contents has no name"))
		}
	}
	out = append(out, b.inOrder(name, toc)...)
	return append(out, b.ncx(toc)...)
}

// inOrder sees to it that the contents follow the reading order.
func (b *book) inOrder(name string, toc []row) []fault {
	at := map[string]int{}
	for i, s := range b.spine() {
		at[s.href] = i
	}
	last := -1
	var out []fault
	for _, r := range toc {
		file, _, _ := strings.Cut(r.to, "#")
		i, ok := at[file]
		switch {
		case !ok:
			out = append(out, faultf(inFile(name, r.line), "%q leads out of the reading order", r.label))
		case i < last:
			out = append(out, faultf(inFile(name, r.line), "%q stands before what it follows", r.label))
		}
		last = max(last, i)
	}
	return out
}

// ncx holds the NCX, where there is one, against the contents.
func (b *book) ncx(toc []row) []fault {
	for _, i := range b.items {
		d := b.docs[i.href]
		if i.mediaType != "application/x-dtbncx+xml" || d == nil {
			continue
		}
		var got []row
		for _, p := range d.all("navPoint") {
			label, content := p.below(named("text")), p.below(named("content"))
			if len(label) > 0 && len(content) > 0 {
				got = append(got, row{strings.TrimSpace(label[0].text()), b.resolve(i.href, content[0].attr["src"]), p.line})
			}
		}
		same := slices.EqualFunc(got, toc, func(x, y row) bool { return x.label == y.label && x.to == y.to })
		if !same {
			return []fault{faultf(i.href, "its %d entries are not the %d of the contents", len(got), len(toc))}
		}
	}
	return nil
}

// A pageBreak is where a page of the printed edition begins.
type pageBreak struct {
	label, file string
	line        int
}

// pageBreaks gives the breaks in the text, by file#id and in order.
func (b *book) pageBreaks() (breaks map[string]pageBreak, order []string) {
	breaks = map[string]pageBreak{}
	for _, s := range b.spine() {
		if b.docs[s.href] == nil {
			continue
		}
		for _, n := range b.docs[s.href].list {
			if n.attr["epub:type"] != "pagebreak" {
				continue
			}
			label := n.attr["aria-label"]
			if label == "" {
				label = n.attr["title"]
			}
			to := s.href + "#" + n.attr["id"]
			breaks[to] = pageBreak{label, s.href, n.line}
			order = append(order, to)
		}
	}
	return breaks, order
}

// pages holds the page list against the page breaks in the text.
func pages(b *book) []fault {
	name, navs := b.navOf()
	breaks, order := b.pageBreaks()
	var out []fault
	listed := map[string]bool{}
	for _, r := range b.rows(name, navs["page-list"]) {
		p, ok := breaks[r.to]
		switch {
		case !ok:
			out = append(out, faultf(inFile(name, r.line), "page %s has no page break at %s", r.label, r.to))
		case p.label != r.label:
			out = append(out, faultf(inFile(name, r.line), "page %s is called %q where it begins", r.label, p.label))
		}
		listed[r.to] = true
	}
	for _, to := range order {
		if p := breaks[to]; !listed[to] {
			out = append(out, faultf(inFile(p.file, p.line), "the page list lacks page %s", p.label))
		}
	}
	return out
}

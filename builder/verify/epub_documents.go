package verify

import (
	"path"
	"strings"
)

const xhtmlType = "application/xhtml+xml"

// wellFormed judges every XML file, and of documents what a reader needs to speak them.
func wellFormed(b *book) []fault {
	var out []fault
	for _, name := range b.order {
		d := b.docs[name]
		switch {
		case d == nil:
		case d.err != nil:
			out = append(out, faultf(inFile(name, d.line), "%v", d.err))
		case path.Ext(name) == ".xhtml":
			out = append(out, spoken(name, d)...)
		}
	}
	return out
}

func spoken(name string, d *document) []fault {
	var out []fault
	html, title := d.all("html"), d.all("title")
	if len(html) != 1 || html[0].attr["lang"] == "" {
		out = append(out, faultf(inFile(name, 1), "the document says no language"))
	}
	if len(title) != 1 || strings.TrimSpace(title[0].text()) == "" {
		out = append(out, faultf(inFile(name, 1), "the document has no title"))
	}
	return out
}

func ids(b *book) []fault {
	var out []fault
	for _, name := range b.order {
		if b.docs[name] == nil {
			continue
		}
		first := map[string]int{}
		for _, n := range b.docs[name].list {
			id := n.attr["id"]
			if id == "" {
				continue
			}
			if line, twice := first[id]; twice {
				out = append(out, faultf(inFile(name, n.line), "the id %s stands in line %d too", id, line))
				continue
			}
			first[id] = n.line
		}
	}
	return out
}

// targets are all places that a link may lead to: file and file#id.
func (b *book) targets() map[string]bool {
	out := map[string]bool{}
	for name := range b.files {
		out[name] = true
	}
	for name, d := range b.docs {
		for _, n := range d.list {
			if id := n.attr["id"]; id != "" {
				out[name+"#"+id] = true
			}
		}
	}
	return out
}

func bookLinks(b *book) []fault {
	var out []fault
	targets := b.targets()
	for _, name := range b.order {
		if b.docs[name] == nil || name == b.opf {
			continue // the manifest has a rule of its own
		}
		for _, n := range b.docs[name].list {
			for _, key := range []string{"href", "src"} {
				link := n.attr[key]
				if link == "" || strings.Contains(link, ":") {
					continue
				}
				if to := b.resolve(name, link); !targets[to] {
					out = append(out, faultf(inFile(name, n.line), "a link leads to %s, which is not there", to))
				}
			}
		}
	}
	return out
}

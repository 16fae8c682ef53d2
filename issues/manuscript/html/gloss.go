package html

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// ruby reads <ruby>: characters, each stretch of them followed by its reading in
// an <rt>; what stands in <rp> is for programs that know no ruby.
func (r *reader) ruby(n *html.Node, s state) {
	from := r.text.Len()
	for c := range n.Descendants() {
		switch {
		case within(c, n, atom.Rt, atom.Rp):
		case c.DataAtom == atom.Rt:
			r.glosses.Read(from, r.text.Len(), textOf(c))
			from = r.text.Len()
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) != "":
			r.write(c.Data, s)
		}
	}
}

// within tells a node that stands in one of some elements below another.
func within(n, top *html.Node, atoms ...atom.Atom) bool {
	for p := n.Parent; p != nil && p != top; p = p.Parent {
		if slices.Contains(atoms, p.DataAtom) {
			return true
		}
	}
	return false
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// selectors are what a page's own style sheet sets emphasis dots under: names of
// elements and classes, as "em", ".dots" and "em.dots".
type selectors map[string]bool

var (
	rule     = regexp.MustCompile(`([^{}]+)\{([^{}]*)\}`)
	emphasis = regexp.MustCompile(`text-emphasis(-style)?:([^;]*)`)
	simple   = regexp.MustCompile(`^[a-z]*(\.[^\s.:>+~#\[]+)?$`)
)

// dottedIn reads the style sheets that stand in a page.
func dottedIn(root *html.Node) selectors {
	found := selectors{}
	for n := range root.Descendants() {
		if n.DataAtom != atom.Style {
			continue
		}
		for _, m := range rule.FindAllStringSubmatch(strings.ToLower(textOf(n)), -1) {
			if !dots(m[2]) {
				continue
			}
			for _, s := range strings.Split(m[1], ",") {
				if s = strings.TrimSpace(s); simple.MatchString(s) {
					found[s] = true
				}
			}
		}
	}
	return found
}

// dots tells declarations that set emphasis marks (CSS Text Decoration 3, 3).
func dots(style string) bool {
	m := emphasis.FindStringSubmatch(strings.ReplaceAll(strings.ToLower(style), " ", ""))
	return m != nil && m[2] != "" && !strings.HasPrefix(m[2], "none")
}

// classes that say by their name that dots stand under their text.
var classes = []string{"dot", "dots", "dotted", "em-dot", "em-dots", "emphasis-dot", "emphasis-dots", "sesame", "着重", "着重号"}

func (s selectors) match(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	if dots(attr(n, "style")) || s[n.Data] {
		return true
	}
	for _, c := range strings.Fields(strings.ToLower(attr(n, "class"))) {
		if slices.Contains(classes, c) || s["."+c] || s[n.Data+"."+c] {
			return true
		}
	}
	return false
}

// A Tag is one tag of HTML that stands in another text.
type Tag struct {
	Name string // in small letters
	Ends bool   // </…>
	Dots bool   // emphasis dots stand under what it holds
}

// TagOf reads a tag.
func TagOf(s string) Tag {
	z := html.NewTokenizer(strings.NewReader(s))
	z.Next()
	t := z.Token()
	n := &html.Node{Type: html.ElementNode, Data: t.Data, DataAtom: t.DataAtom, Attr: t.Attr}
	return Tag{t.Data, t.Type == html.EndTagToken, t.Type == html.StartTagToken && selectors(nil).match(n)}
}

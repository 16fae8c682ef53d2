package verify

import (
	"path"
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// A passage is the text of a block element, and where it stands.
type passage struct {
	text  string
	place string
}

// bookText holds every article against its document: each block once, in order,
// letter for letter, and nothing else but the column's name and a heading that
// only the contents have; and the cover and the masthead against the colophon.
func bookText(b *book) []fault {
	var out []fault
	for i := range b.issue.Articles {
		out = append(out, b.articleText(&b.issue.Articles[i])...)
	}
	_, colophon := b.documentOf("colophon")
	for _, k := range b.issue.Front {
		if k.Kind == issue.Figure {
			continue
		}
		want := printable(k.Text)
		if k.Kind != issue.Toc && !forMachines(want) && !slices.ContainsFunc(colophon, func(p passage) bool { return p.text == want }) {
			out = append(out, faultf("", "the colophon lacks the %s of line %v: %s", say.Word(k.Kind), k.Lines, begin(want)))
		}
	}
	return out
}

// forMachines reports whether a line holds nothing but the figures of a bar code,
// which the e-book has in its metadata alone.
func forMachines(text string) bool {
	const least = 13 // figures of an EAN
	n := 0
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			n++
		case !strings.ContainsRune("<>| ", r):
			return false
		}
	}
	return n >= least
}

// documentOf gives the passages of the document that is called by a name.
func (b *book) documentOf(name string) (file string, all []passage) {
	for _, s := range b.spine() {
		if path.Base(s.href) == name+".xhtml" && b.docs[s.href] != nil {
			return s.href, passages(s.href, b.docs[s.href].root)
		}
	}
	return "", nil
}

func (b *book) articleText(a *issue.Article) []fault {
	file, got := b.documentOf(a.ID)
	if file == "" {
		return []fault{faultf("", "the article %s has no document", a.ID)}
	}
	hasTitle := false
	for _, k := range a.Blocks {
		hasTitle = hasTitle || k.Kind == issue.Title
	}
	if title := printable(a.Title); !hasTitle && title != "" {
		got = slices.DeleteFunc(got, func(p passage) bool { return p.text == title })
	}
	blocks := slices.DeleteFunc(slices.Clone(a.Blocks), func(k issue.Block) bool { return k.Kind == issue.Figure })
	for _, k := range blocks {
		want := printable(k.Text)
		if len(got) == 0 {
			return []fault{faultf(file, "the document ends before the %s of line %v: %s", say.Word(k.Kind), k.Lines, begin(want))}
		}
		p := got[0]
		got = got[1:]
		p, got = wholeBlock(p, got, want, k.Kind)
		if p.text != want {
			return []fault{faultf(p.place, "%s: the %s of line %v is %s", a.ID, say.Word(k.Kind), k.Lines, difference(p.text, want))}
		}
	}
	if len(got) > 0 {
		extra := got[0]
		return []fault{faultf(extra.place, "the article does not have %s", begin(extra.text))}
	}
	return nil
}

// wholeBlock puts the elements of one block together: the notes, items, stanzas,
// paragraphs or rows that one block may be. In a table only words count.
func wholeBlock(p passage, rest []passage, want string, k issue.Kind) (passage, []passage) {
	if k == issue.Title {
		return p, rest // its lines are blocks
	}
	if k == issue.Table {
		whole := strings.Join(strings.Fields(want), " ")
		for len(rest) > 0 && p.text != whole && p.text != want && strings.HasPrefix(whole, spaced(p.text+" "+rest[0].text)) {
			p.text, rest = spaced(p.text+" "+rest[0].text), rest[1:]
		}
		if spaced(p.text) == whole {
			p.text = want
		}
		return p, rest
	}
	for p.text != want && len(rest) > 0 {
		joined := ""
		for _, between := range []string{"", "\n", "\n\n"} {
			if next := p.text + between + rest[0].text; strings.HasPrefix(want, next) {
				joined = next
			}
		}
		if joined == "" {
			break
		}
		p.text, rest = joined, rest[1:]
	}
	return p, rest
}

func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }

// difference tells where two texts part.
func difference(got, want string) say.Text {
	g, w := []rune(got), []rune(want)
	i := 0
	for i < len(g) && i < len(w) && g[i] == w[i] {
		i++
	}
	return say.Of("%s where the issue has %s", begin(string(g[i:])), begin(string(w[i:])))
}

var blockElements = []string{"p", "li", "pre", "aside", "caption", "h2", "h3", "h4", "h5", "h6"}

// passages gives the texts of the block elements, a title's lines apart; a <br/>
// is a line end.
func passages(file string, n *node) []passage {
	var out []passage
	class := n.attr["class"]
	if n.name == "aside" && len(n.below(named("p"))) > 0 {
		for _, p := range n.below(named("p")) {
			out = append(out, passages(file, p)...)
		}
		return out
	}
	if n.name == "tr" {
		var cells []string
		for _, k := range n.kids {
			if k, ok := k.(*node); ok && len(k.kids) > 0 { // an empty cell has no words
				cells = append(cells, k.broken())
			}
		}
		return []passage{{strings.Join(cells, " "), inFile(file, n.line)}}
	}
	if slices.Contains(blockElements, n.name) && class != "column" || class == "line" {
		return []passage{{n.broken(), inFile(file, n.line)}}
	}
	var under []passage // a table's caption that is shown under it; HTML wants it first
	for _, k := range n.kids {
		switch k, ok := k.(*node); {
		case !ok:
		case k.name == "caption" && k.attr["class"] == "under":
			under = passages(file, k)
		default:
			out = append(out, passages(file, k)...)
		}
	}
	out = append(out, under...)
	if n.name == "h1" && len(out) == 0 && n.attr["id"] != "" && strings.HasSuffix(n.attr["id"], "-title") {
		return []passage{{n.broken(), inFile(file, n.line)}}
	}
	return out
}

// broken is an element's text with its line ends.
func (n *node) broken() string {
	switch n.name {
	case "br":
		return "\n"
	case "rt":
		return "" // a reading is no part of the text
	}
	var b strings.Builder
	for _, k := range n.kids {
		switch k := k.(type) {
		case string:
			b.WriteString(k)
		case *node:
			b.WriteString(k.broken())
		}
	}
	return b.String()
}

// printable is a text as XML can hold it: what it cannot is U+FFFD there.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n':
			return r
		case r < 0x20, r >= 0x7F && r < 0xA0, r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF:
			return '\uFFFD'
		}
		return r
	}, s)
}

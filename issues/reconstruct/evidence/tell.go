package evidence

import (
	"strings"

	"kanyin/issues/say"
)

// A Word is a word of evidence that is told to people: the word itself, and
// what it means.
type Word string

// Text gives the message.
func (w Word) Text() say.Text {
	if means := Tells(string(w)); !means.IsZero() {
		return say.Of("%s (%s)", string(w), means)
	}
	return say.Verbatim(string(w))
}

func (w Word) String() string { return w.Text().String() }

// Tells says what a word means; nothing for a word that evidence does not give.
func Tells(word string) say.Text {
	switch name, _, paired := strings.Cut(word, "="); {
	case strings.HasPrefix(word, "&"):
		return say.Of("several of these words at once")
	case paired && toldOf[name]:
		return say.Of("held against the row beside it")
	}
	if name, ok := strings.CutPrefix(word, "mark:"); ok {
		return markTells(name)
	}
	if s, from, to := scaleOf(word); s != nil {
		return say.Of("%s: %s", stems[s.name], between(from, to))
	}
	for end := len(word); end > 0; end-- { // the longest name that it begins with
		if means, ok := stems[word[:end]]; ok {
			return means
		}
	}
	return say.Text{}
}

func markTells(name string) say.Text {
	for _, m := range opening {
		if name == m.name {
			return m.tells
		}
	}
	for _, m := range anywhere {
		if name == m.name {
			return m.tells
		}
	}
	return say.Text{}
}

// toldOf are the names of pairs.
var toldOf = func() map[string]bool {
	names := map[string]bool{}
	for _, p := range pairings {
		names[p.name] = true
	}
	return names
}()

// scaleOf gives the scale whose word it is, and the edges on both sides of it,
// nil for none.
func scaleOf(word string) (s *scale, from, to *float64) {
	if word == "" {
		return nil, nil, nil
	}
	name, n := word[:len(word)-1], int(word[len(word)-1])-'a'
	s = scales[name]
	if s == nil || n < 0 || n > len(s.edges) {
		return nil, nil, nil
	}
	if n > 0 {
		from = &s.edges[n-1]
	}
	if n < len(s.edges) {
		to = &s.edges[n]
	}
	return s, from, to
}

func between(from, to *float64) say.Text {
	switch {
	case from == nil:
		return say.Of("under %g", *to)
	case to == nil:
		return say.Of("%g or more", *from)
	}
	return say.Of("from %g to under %g", *from, *to)
}

// stems are the words, or what they begin with. Those of scales name what is
// measured.
var stems = map[string]say.Text{
	"first:": say.Of("what sort of character it begins with"), "last:": say.Of("what sort of character it ends with"), "edges:": say.Of("its first and its last character"),
	"begin:": say.Of("its first character"), "begins:": say.Of("its first two characters"), "end:": say.Of("its last character"), "word:": say.Of("the characters of a short row"),
	"marks:": say.Of("the marks that it bears, together"), "markis:": say.Of("the mark that it begins with"), "shape:": say.Of("its shape"), "rows:": say.Of("what this issue's rows are"),
	"opens:": say.Of("a bracket or quotation is opened and not closed"), "closes:": say.Of("a bracket or quotation is closed and was not opened"),
	"listed": say.Of("the whole row stands in a row of the front"), "listed:entire": say.Of("and is all of that row"), "listed:numbered": say.Of("and that row has a number"),
	"again": say.Of("ten characters of it or more stand inside another row"), "echoed": say.Of("a later row stands in it whole"), "opens-with-a-row": say.Of("it begins with a later row"),
	"contents-word": say.Of("a word for contents"), "contentspage": say.Of("its page has a head of contents"), "nopages": say.Of("the issue has hardly any pages"),
	"somenames": say.Of("some of its words may be names"), "full": say.Of("as wide as the column"), "edge-recurs": say.Of("at a page's edge, and how many pages have it"), "run": say.Of("rows that stand together between blank lines"),
	"twin:first": say.Of("the first of rows that say the same"), "twin:last": say.Of("the last of rows that say the same"), "twin:between": say.Of("among rows that say the same"),
	"twin:smaller": say.Of("another row that says the same is larger"), "twin:largest": say.Of("the largest of rows that say the same"), "twin:equal": say.Of("as large as another row that says the same"),
	"face:": say.Of("its face against the body's: b the same, o another, + bold"), "bold": say.Of("bold"), "coloured": say.Of("of another colour than the text"), "centred": say.Of("centred in the column"), "spans": say.Of("across columns"),
	"newface": say.Of("another face than the row before it"), "newcolour": say.Of("another colour than the row before it"), "boxed": say.Of("on a ground"), "role:": say.Of("what the document calls it"),
	"start:": say.Of("whether a paragraph begins with it"), "ends:": say.Of("whether a paragraph ends with it"), "gap:": say.Of("what stands over it"), "after:": say.Of("what stands under it"),

	"length": say.Of("characters"), "stops": say.Of("full stops"), "commas": say.Of("commas"), "ascii": say.Of("share of ASCII"), "digits": say.Of("share of figures"), "names": say.Of("words that may be names, and no others"),
	"inset": say.Of("characters of indent"), "spaces": say.Of("share of blanks"), "latinwords": say.Of("Latin words"),
	"marked": say.Of("rows that begin with the same mark"), "shaped": say.Of("rows of the same shape"), "tagged": say.Of("rows with the same words in brackets, or that are the same few characters"),
	"recurs": say.Of("pages that have it, figures aside"), "onpages": say.Of("share of the pages that have it"), "top": say.Of("rows from the page's top"), "bottom": say.Of("rows from the page's foot"), "page": say.Of("page"), "pageleft": say.Of("pages that follow"),
	"blank": say.Of("blank lines before it"), "blankafter": say.Of("blank lines after it"), "worth": say.Of("share of rows near by with a blank line before them"), "sincecontents": say.Of("rows since a head of contents"),
	"numbersnear": say.Of("share of rows near by with a number at one end"), "listedlength": say.Of("characters of a row that the front has"), "echoesnear": say.Of("share of rows near by that name a later row"),
	"shortnear": say.Of("share of narrow rows near by"), "codenear": say.Of("share of rows near by that look like code"), "progress": say.Of("how far into the issue"),
	"filled": say.Of("its width against the rows near by"), "measure": say.Of("characters in a full row near by"), "short": say.Of("ems to a full row"), "wrapped": say.Of("share of full rows near by"), "indents": say.Of("share of rows near by that are two characters short"),
	"packa": say.Of("ems to a full row, with the row before it"), "packb": say.Of("ems to a full row, with the row after it"), "packc": say.Of("ems to a full row, with both beside it"), "packd": say.Of("ems to a full row, with the two before it"),
	"size": say.Of("its size against the body's"), "sz": say.Of("its size against the body's"), "zone": say.Of("how far down the page"), "indent": say.Of("ems of indent"), "wide": say.Of("its width against the column"), "right": say.Of("ems to the column's right edge"),
	"gap": say.Of("lines from the row over it"), "after": say.Of("lines to the row under it"), "shift": say.Of("ems that its left edge moves from the row before it"), "nextshift": say.Of("ems that the next row's left edge moves"), "grows": say.Of("points larger than the row before it"),
	"facerank": say.Of("faces that set more of the issue"), "faceshare": say.Of("share of the issue in its face"), "styleshare": say.Of("share of the issue in its face and size"), "columns": say.Of("columns on the page"), "lead": say.Of("characters at its beginning in another face"), "sizerank": say.Of("sizes that are larger"),
}

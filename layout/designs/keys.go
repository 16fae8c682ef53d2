package designs

import (
	"fmt"
	"reflect"
	"strings"

	"kanyin/layout"
)

// A Key is a key of a design file.
type Key struct {
	Name  string // such as body.leading
	Takes string // what kind of value
	Unit  string // "" where it has none
	Says  string // what it does, in a clause
	Only  []string
}

// Keys lists all keys that a design file may have, in the order that a file has them.
func Keys() []Key {
	list := make([]Key, 0, len(meanings))
	for _, m := range meanings {
		for _, c := range layout.Choices() {
			if c.Key == m.Name {
				m.Only = c.Names
			}
		}
		m.Takes = takes(field(reflect.TypeFor[layout.Design](), m.Name))
		if len(m.Only) > 0 {
			m.Takes = "one of " + strings.Join(m.Only, ", ")
		}
		list = append(list, m)
	}
	return list
}

// find gives the key of a name.
func find(name string) (Key, bool) {
	for _, k := range Keys() {
		if k.Name == name {
			return k, true
		}
	}
	return Key{}, false
}

// field is the type of a key's value.
func field(t reflect.Type, name string) reflect.Type {
	head, rest, deeper := strings.Cut(name, ".")
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Tag.Get("toml") != head {
			continue
		}
		if deeper {
			return field(f.Type, rest)
		}
		return f.Type
	}
	panic(fmt.Sprintf("a design has no key %s", name)) // a test looks them all up
}

func takes(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Float64:
		return "a number"
	case reflect.Int:
		return "a whole number"
	case reflect.Bool:
		return "true or false"
	case reflect.Slice:
		return "a list of numbers"
	}
	return "a text in quotation marks"
}

// meanings say what each key does. The order is that of a file: what stands
// under no table comes first.
var meanings = []Key{
	{Name: "name", Says: "what messages call the design"},
	{Name: "accent", Says: "the one colour, as red, green and blue from 0 to 255; in print it is black"},
	{Name: "front", Says: "how an issue begins: with a cover and contents, or with a nameplate over the first articles"},
	{Name: "multiple", Unit: "pages", Says: "the count of pages is a multiple of it; notes pages fill what lacks"},
	{Name: "kinsoku", Says: "which marks may not begin or end a line"},
	{Name: "marks", Says: "how wide marks are"},
	{Name: "hang", Says: "stops at a line's end hang in the margin"},
	{Name: "hidden_folio", Says: "page numbers stand small beside the spine, for the binder's eye"},

	{Name: "paper.trim", Only: trimNames(), Says: "the trimmed page by its name"},
	{Name: "paper.width", Unit: "mm", Says: "the trimmed page's width, where it has no name"},
	{Name: "paper.height", Unit: "mm", Says: "its height"},
	{Name: "paper.bleed", Unit: "mm", Says: "how far colour goes over the trim for the knife to cut"},
	{Name: "paper.inner", Unit: "mm", Says: "the margin at the spine; the outer one is what columns leave"},
	{Name: "paper.top", Unit: "mm", Says: "from the trim to the first line"},
	{Name: "paper.head", Unit: "mm", Says: "from the trim to the running head's baseline"},
	{Name: "paper.foot", Unit: "mm", Says: "from the page number's baseline to the trim below"},

	{Name: "body.size", Unit: "points", Says: "the text's size"},
	{Name: "body.leading", Unit: "points", Says: "from baseline to baseline; the grid that everything stands on"},
	{Name: "body.lines", Says: "how many lines a column has"},
	{Name: "body.indent", Unit: "characters", Says: "of a paragraph's first line"},

	{Name: "columns.count", Says: "how many columns a page has"},
	{Name: "columns.measure", Unit: "characters", Says: "the width of one"},
	{Name: "columns.gutter", Unit: "characters", Says: "the white between two"},
	{Name: "columns.rule", Says: "a hairline stands between two"},

	{Name: "short.count", Says: "the same for pages of short news, which may have more columns"},
	{Name: "short.measure", Unit: "characters", Says: "the width of one of them"},
	{Name: "short.gutter", Unit: "characters", Says: "the white between two; in all they are as wide as the others"},
	{Name: "short.rule", Says: "a hairline stands between two of them"},

	{Name: "opening.align", Says: "where title and names stand"},
	{Name: "opening.rule", Says: "what an article begins with: a rule with the colour and its column's name, a hairline, nothing"},
	{Name: "opening.abstract", Says: "where abstracts and authors' places stand: in the column, or across the page under the names"},

	{Name: "stories.beside", Says: "how many articles may stand beside each other, as newspapers have them"},
	{Name: "stories.fresh", Says: "every article begins a page"},
	{Name: "stories.end", Says: "the sign at an article's end"},
	{Name: "stories.quotes", Says: "which sentences are pulled out: some of long texts, or the issue's own alone"},

	{Name: "faces.body", Says: "the face of the text"},
	{Name: "faces.title", Says: "of titles"},
	{Name: "faces.heading", Says: "of headings, column names and page numbers"},
	{Name: "faces.lead", Says: "of run-in headings, captions and labels"},
	{Name: "faces.quote", Says: "of quotations, verse, bylines"},

	{Name: "sizes.titles", Unit: "points", Says: "of titles, falling; a longer article has a larger one"},
	{Name: "sizes.subtitle", Unit: "points", Says: "of the line under a title"},
	{Name: "sizes.kicker", Unit: "points", Says: "of the line over it"},
	{Name: "sizes.byline", Unit: "points", Says: "of authors' names"},
	{Name: "sizes.heading", Unit: "points", Says: "of headings"},
	{Name: "sizes.subheading", Unit: "points", Says: "of headings under headings"},
	{Name: "sizes.small", Unit: "points", Says: "of captions, notes and tables"},
	{Name: "sizes.head", Unit: "points", Says: "of running heads"},
	{Name: "sizes.folio", Unit: "points", Says: "of page numbers"},
}

func trimNames() []string {
	var list []string
	for _, t := range layout.Trims() {
		list = append(list, t.Name)
	}
	return list
}

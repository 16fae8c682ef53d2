package designs

import (
	"fmt"
	"reflect"
	"strings"

	"kanyin/issues/say"
	"kanyin/layout"
)

// A Key is a key of a design file.
type Key struct {
	Name  string   // such as body.leading
	Takes say.Text // what kind of value
	Unit  say.Text // "" where it has none
	Says  say.Text // what it does, in a clause
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
			m.Takes = say.Of("one of %s", strings.Join(m.Only, ", "))
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

func takes(t reflect.Type) say.Text {
	switch t.Kind() {
	case reflect.Float64:
		return say.Of("a number")
	case reflect.Int:
		return say.Of("a whole number")
	case reflect.Bool:
		return say.Of("true or false")
	case reflect.Slice:
		return say.Of("a list of numbers")
	}
	return say.Of("a text in quotation marks")
}

// meanings say what each key does. The order is that of a file: what stands
// under no table comes first.
var meanings = []Key{
	{Name: "name", Says: say.Of("what messages call the design")},
	{Name: "accent", Says: say.Of("the one colour, as red, green and blue from 0 to 255; in print it is black")},
	{Name: "writing", Says: say.Of("how lines run; vertical text has its columns over each other and is bound at the right")},
	{Name: "front", Says: say.Of("how an issue begins: with a cover and contents, or with a nameplate over the first articles")},
	{Name: "multiple", Unit: say.Of("pages"), Says: say.Of("the count of pages is a multiple of it; notes pages fill what lacks")},
	{Name: "kinsoku", Says: say.Of("which marks may not begin or end a line")},
	{Name: "marks", Says: say.Of("how wide marks are")},
	{Name: "hang", Says: say.Of("stops at a line's end hang in the margin")},
	{Name: "hidden_folio", Says: say.Of("page numbers stand small beside the spine, for the binder's eye")},

	{Name: "paper.trim", Only: trimNames(), Says: say.Of("the trimmed page by its name")},
	{Name: "paper.width", Unit: say.Of("mm"), Says: say.Of("the trimmed page's width, where it has no name")},
	{Name: "paper.height", Unit: say.Of("mm"), Says: say.Of("its height")},
	{Name: "paper.bleed", Unit: say.Of("mm"), Says: say.Of("how far colour goes over the trim for the knife to cut")},
	{Name: "paper.inner", Unit: say.Of("mm"), Says: say.Of("the margin at the spine; the outer one is what columns leave")},
	{Name: "paper.top", Unit: say.Of("mm"), Says: say.Of("from the trim to the first line")},
	{Name: "paper.head", Unit: say.Of("mm"), Says: say.Of("from the trim to the running head's baseline")},
	{Name: "paper.foot", Unit: say.Of("mm"), Says: say.Of("from the page number's baseline to the trim below")},

	{Name: "body.size", Unit: say.Of("points"), Says: say.Of("the text's size")},
	{Name: "body.leading", Unit: say.Of("points"), Says: say.Of("from baseline to baseline; the grid that everything stands on")},
	{Name: "body.lines", Says: say.Of("how many lines a column has")},
	{Name: "body.indent", Unit: say.Of("characters"), Says: say.Of("of a paragraph's first line")},

	{Name: "columns.count", Says: say.Of("how many columns a page has")},
	{Name: "columns.measure", Unit: say.Of("characters"), Says: say.Of("the width of one")},
	{Name: "columns.gutter", Unit: say.Of("characters"), Says: say.Of("the white between two")},
	{Name: "columns.rule", Says: say.Of("a hairline stands between two")},

	{Name: "short.count", Says: say.Of("the same for pages of short news, which may have more columns")},
	{Name: "short.measure", Unit: say.Of("characters"), Says: say.Of("the width of one of them")},
	{Name: "short.gutter", Unit: say.Of("characters"), Says: say.Of("the white between two; in all they are as wide as the others")},
	{Name: "short.rule", Says: say.Of("a hairline stands between two of them")},

	{Name: "opening.align", Says: say.Of("where title and names stand")},
	{Name: "opening.rule", Says: say.Of("what an article begins with: a rule with the colour and its column's name, a hairline, nothing")},
	{Name: "opening.abstract", Says: say.Of("where abstracts and authors' places stand: in the column, or across the page under the names")},
	{Name: "opening.vary", Says: say.Of("how openings differ: by length, where a long article's title may stand lower and a short one's stands small in its column, or not")},
	{Name: "opening.sink", Unit: say.Of("rows"), Says: say.Of("how much lower the title of a long article stands where it costs no page; 0 for an eighth of the column")},

	{Name: "stories.beside", Says: say.Of("how many articles may stand beside each other, as newspapers have them")},
	{Name: "stories.fresh", Says: say.Of("every article begins a page")},
	{Name: "stories.end", Says: say.Of("the sign at an article's end")},
	{Name: "stories.quotes", Says: say.Of("which sentences are pulled out: some of long texts, or the issue's own alone")},

	{Name: "pictures.beside", Unit: say.Of("characters"), Says: say.Of("the fewest of a line beside a tall picture; where a column leaves fewer, the picture stands alone")},
	{Name: "pictures.widest", Says: say.Of("what a wide picture may go over at a long article's beginning: two facing pages, or one")},

	{Name: "faces.body", Says: say.Of("the face of the text")},
	{Name: "faces.title", Says: say.Of("of titles")},
	{Name: "faces.heading", Says: say.Of("of headings, column names and page numbers")},
	{Name: "faces.lead", Says: say.Of("of run-in headings, captions and labels")},
	{Name: "faces.quote", Says: say.Of("of quotations, verse, bylines")},
	{Name: "faces.code", Says: say.Of("of code; its cells are as wide as the widest letter")},

	{Name: "sizes.titles", Unit: say.Of("points"), Says: say.Of("of titles, falling; a longer article has a larger one")},
	{Name: "sizes.subtitle", Unit: say.Of("points"), Says: say.Of("of the line under a title")},
	{Name: "sizes.kicker", Unit: say.Of("points"), Says: say.Of("of the line over it")},
	{Name: "sizes.byline", Unit: say.Of("points"), Says: say.Of("of authors' names")},
	{Name: "sizes.heading", Unit: say.Of("points"), Says: say.Of("of headings")},
	{Name: "sizes.subheading", Unit: say.Of("points"), Says: say.Of("of headings under headings")},
	{Name: "sizes.small", Unit: say.Of("points"), Says: say.Of("of captions, notes and tables")},
	{Name: "sizes.head", Unit: say.Of("points"), Says: say.Of("of running heads")},
	{Name: "sizes.folio", Unit: say.Of("points"), Says: say.Of("of page numbers")},
	{Name: "sizes.code", Unit: say.Of("points"), Says: say.Of("of code")},
}

func trimNames() []string {
	var list []string
	for _, t := range layout.Trims() {
		list = append(list, t.Name)
	}
	return list
}

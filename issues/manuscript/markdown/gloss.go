package markdown

import (
	"strings"

	"kanyin/issues/manuscript"
	"kanyin/issues/manuscript/html"
)

// marked is what HTML in a paragraph says of its characters.
type marked struct {
	glosses manuscript.Glosses
	base    int       // where the characters of the next reading begin
	reading *[]string // that is being read; nil between readings
	dotted  []dotted  // the elements that are open
}

// A dotted element sets dots under what it holds, or is open inside one that does.
type dotted struct {
	name string
	from int
	dots bool
}

// aside takes text that is a reading, or the brackets for programs without ruby.
func (m *marked) aside(s string) bool {
	if m.reading == nil {
		return false
	}
	*m.reading = append(*m.reading, s)
	return true
}

// tag reads a tag that stands in the text.
func (t *inline) tag(tag html.Tag) {
	at := t.text.Len()
	switch tag.Name {
	case "br":
		t.write("\n", false)
	case "ruby", "rb":
		t.base, t.reading = at, nil
	case "rt", "rp":
		if t.reading != nil && tag.Name == "rt" {
			t.glosses.Read(t.base, at, strings.Join(*t.reading, ""))
			t.base = at
		}
		if t.reading = nil; !tag.Ends {
			t.reading = new([]string)
		}
	default:
		t.element(tag, at)
	}
}

// element opens or closes an element that may have dots.
func (t *inline) element(tag html.Tag, at int) {
	if !tag.Ends {
		if len(t.dotted) < maxDepth {
			t.dotted = append(t.dotted, dotted{tag.Name, at, tag.Dots})
		}
		return
	}
	for i := len(t.dotted) - 1; i >= 0; i-- {
		if d := t.dotted[i]; d.name == tag.Name {
			if d.dots {
				t.glosses.Dot(d.from, at)
			}
			t.dotted = t.dotted[:i]
			return
		}
	}
}

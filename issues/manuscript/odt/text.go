package odt

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"kanyin/issues/manuscript"
	"kanyin/issues/manuscript/count"
	"kanyin/issues/manuscript/tree"
	"kanyin/issues/say"
)

// A text is a paragraph's text while it is read.
type text struct {
	*reader
	base   style
	text   strings.Builder
	runes  int
	bold   int
	lead   int
	weight map[style]int // runes by size and face

	glosses manuscript.Glosses
}

// read reads the text of a paragraph or of a span.
func (t *text) read(n *tree.Node) {
	for _, c := range n.Children {
		switch c.Name {
		case "":
			t.write(squeeze(c.Text, t.text.String()))
		case "s":
			k, err := strconv.Atoi(c.Attr("c"))
			if err != nil {
				k = 1
			}
			t.write(strings.Repeat(" ", min(max(k, 1), 100)))
		case "tab":
			t.write("\t")
		case "line-break":
			t.write("\n")
		case "span":
			base := t.base
			look, _ := t.look(c.Attr("style-name"))
			if look.size > 0 {
				t.base.size = look.size
			}
			if look.face != "" {
				t.base.face = look.face
			}
			if look.bold != 0 {
				t.base.bold = look.bold
			}
			from := t.text.Len()
			t.read(c)
			if look.dots {
				t.glosses.Dot(from, t.text.Len())
			}
			t.base = base
		case "a", "meta", "meta-field", "bookmark-ref", "date", "time", "page-number", "sequence":
			t.read(c)
		case "note":
			t.noted = append(t.noted, c)
			t.write(count.Circled(len(t.noted)))
		case "ruby":
			from := t.text.Len()
			if b := c.Child("ruby-base"); b != nil {
				t.read(b)
			}
			t.glosses.Read(from, t.text.Len(), c.Child("ruby-text").String())
		case "annotation":
			t.doc.Trouble("comment-left", say.Of("a comment stands in the manuscript"), strings.TrimSpace(c.String()))
		case "frame", "g", "custom-shape":
			t.drawing(c)
		}
	}
}

// squeeze makes one space of white, as the standard wants it (ODF 1.2, 6.1.2).
func squeeze(s, before string) string {
	const white = " \t\r\n" // and no other: an ideographic space is text
	out := strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(white, r) }), " ")
	spaced := before == "" || strings.HasSuffix(before, " ")
	switch {
	case s == "":
	case out == "" && !spaced:
		return " "
	case out != "":
		if strings.IndexByte(white, s[0]) >= 0 && !spaced {
			out = " " + out
		}
		if strings.IndexByte(white, s[len(s)-1]) >= 0 {
			out += " "
		}
	}
	return out
}

func (t *text) write(s string) {
	n := utf8.RuneCountInString(s)
	if t.base.bold > 0 {
		if t.lead == t.runes {
			t.lead += n
		}
		t.bold += n
	}
	if t.weight == nil {
		t.weight = map[style]int{}
	}
	t.weight[style{size: t.base.size, face: t.base.face}] += n
	t.runes += n
	t.text.WriteString(s)
}

// main gives the size and the face of most of the text.
func (t *text) main() (size float32, face string) {
	most := 0
	for s, n := range t.weight {
		if n > most || n == most && (s.size > size || s.size == size && s.face > face) {
			size, face, most = s.size, s.face, n
		}
	}
	return size, face
}

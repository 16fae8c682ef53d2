package docx

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"kanyin/issues/manuscript"
	"kanyin/issues/manuscript/count"
	"kanyin/issues/manuscript/tree"
	"kanyin/issues/say"
)

// A text is a paragraph's text while its runs are read.
type text struct {
	*reader
	base   look // of the paragraph
	pieces []piece
	field  int // how deep in the instructions of fields
}

// A piece is text in one look.
type piece struct {
	text    string
	look    look
	reading string // over all of it
}

// inline reads runs and what wraps them.
func (t *text) inline(n *tree.Node) {
	for _, c := range n.Children {
		switch c.Name {
		case "r":
			t.run(c)
		case "ins", "moveTo":
			t.seen.inserted++
			t.inline(c)
		case "del", "moveFrom":
			t.seen.deleted++
		case "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo":
			t.inline(c)
		case "sdt":
			if content := c.Child("sdtContent"); content != nil {
				t.inline(content)
			}
		case "oMath", "oMathPara":
			t.seen.formulas++
			t.write(formula(c), t.base)
		case "AlternateContent":
			if chosen := choice(c); chosen != nil {
				t.inline(chosen)
			}
		case "commentRangeStart":
			if note := t.notes["comment"+c.Attr("id")]; note != nil {
				t.doc.Trouble("comment-left", say.Of("a comment stands in the manuscript"), strings.TrimSpace(note.Attr("author")+"："+note.String()))
			}
		}
	}
}

// formula gives the text of mathematics.
func formula(n *tree.Node) string {
	var b strings.Builder
	for _, c := range n.Children {
		if c.Name == "t" {
			b.WriteString(c.String())
		} else {
			b.WriteString(formula(c))
		}
	}
	return b.String()
}

// run reads a run.
func (t *text) run(n *tree.Node) {
	pr := n.Child("rPr")
	l := runLook(pr)
	if id := pr.Child("rStyle").Attr("val"); id != "" {
		l = l.over(t.styles.looks[id])
	}
	l = l.over(t.base)
	if l.hidden > 0 {
		if strings.TrimSpace(n.String()) != "" {
			t.seen.hidden++
		}
		return
	}
	for _, c := range n.Children {
		t.character(c, l)
	}
}

// ruby reads characters with their reading, which stands over them.
func (t *text) ruby(n *tree.Node, l look) {
	part := func(name string) string {
		inner := text{reader: t.reader, base: t.base, field: t.field}
		if c := n.Child(name); c != nil {
			inner.inline(c)
		}
		var b strings.Builder
		for _, x := range inner.pieces {
			b.WriteString(x.text)
			if name == "rubyBase" {
				l = x.look
			}
		}
		return b.String()
	}
	reading := part("rt")
	if base := part("rubyBase"); base != "" {
		t.pieces = append(t.pieces, piece{base, l, reading})
	}
}

// character reads what stands in a run.
func (t *text) character(c *tree.Node, l look) {
	switch c.Name {
	case "fldChar":
		switch c.Attr("fldCharType") {
		case "begin":
			t.field++
		case "separate", "end":
			t.field = max(0, t.field-1)
		}
		return
	}
	if t.field > 0 {
		return
	}
	switch c.Name {
	case "t":
		t.write(c.String(), l)
	case "tab", "ptab":
		t.write("\t", l)
	case "br":
		if kind := c.Attr("type"); kind == "" || kind == "textWrapping" {
			t.write("\n", l)
		}
	case "cr":
		t.write("\n", l)
	case "noBreakHyphen":
		t.write("-", l)
	case "sym":
		t.write(t.symbol(c), l)
	case "footnoteReference", "endnoteReference":
		kind := strings.TrimSuffix(c.Name, "Reference") + "s"
		if note := t.notes[kind+c.Attr("id")]; note != nil && !isOn(c.Attr("customMarkFollows")) {
			t.noted = append(t.noted, note)
			t.write(count.Circled(len(t.noted)), l)
		}
	case "ruby":
		t.ruby(c, l)
	case "drawing", "pict", "object":
		t.drawing(c)
	case "AlternateContent":
		if chosen := choice(c); chosen != nil {
			for _, k := range chosen.Children {
				t.character(k, l)
			}
		}
	}
}

// symbol gives a character of a face that has its own code: an ornament. The
// common ones of Wingdings have their like in Unicode.
func (t *text) symbol(c *tree.Node) string {
	code, err := strconv.ParseUint(c.Attr("char"), 16, 32)
	if err != nil {
		return ""
	}
	if code < 0xE000 || code > 0xF8FF {
		return string(rune(code))
	}
	if strings.HasPrefix(c.Attr("font"), "Wingdings") {
		if r, ok := wingdings[code&0xFF]; ok {
			return string(r)
		}
	}
	t.doc.Trouble("text-missing", say.Of("a character of the face %s has no code of its own and is left out", c.Attr("font")), "U+"+strings.ToUpper(c.Attr("char")))
	return ""
}

var wingdings = map[uint64]rune{0x6C: '●', 0x6D: '○', 0x6E: '■', 0x6F: '□', 0x71: '❑', 0x73: '⬧', 0x74: '◆', 0x75: '◆', 0x76: '❖', 0x77: '◆', 0x9F: '•', 0xA1: '○', 0xA7: '■', 0xA8: '□', 0xAB: '★', 0xD8: '➢', 0xE0: '→', 0xFC: '✔', 0xFE: '☑'}

// drawing reads pictures and text boxes, however deep they stand in a drawing.
func (t *text) drawing(n *tree.Node) {
	alt := n.Find("docPr").Attr("descr")
	var walk func(n *tree.Node)
	walk = func(n *tree.Node) {
		switch n.Name {
		case "txbxContent":
			t.boxes = append(t.boxes, n)
			return
		case "blip":
			t.picture(n.Attr("embed"), alt)
		case "imagedata":
			t.picture(n.Attr("id"), n.Attr("title"))
		case "AlternateContent":
			if chosen := choice(n); chosen != nil {
				walk(chosen)
			}
			return
		}
		for _, c := range n.Children {
			walk(c)
		}
	}
	walk(n)
}

// picture adds the picture of a relation.
func (t *text) picture(id, alt string) {
	name, ok := t.targets[id]
	if !ok {
		return // a link to a picture that lies elsewhere
	}
	data, err := t.pack.Bytes(name)
	if err != nil && t.err == nil {
		t.err = err
		return
	}
	t.doc.Picture(name, data, alt)
}

// write adds text; pieces of one look are one.
func (t *text) write(s string, l look) {
	if s == "" {
		return
	}
	if n := len(t.pieces); n > 0 && t.pieces[n-1].look == l && t.pieces[n-1].reading == "" {
		t.pieces[n-1].text += s
		return
	}
	t.pieces = append(t.pieces, piece{s, l, ""})
}

// paragraph gives the text with the look of most of it.
func (t *text) paragraph() manuscript.Paragraph {
	var p manuscript.Paragraph
	var all strings.Builder
	var glosses manuscript.Glosses
	weight, most := map[look]int{}, 0
	var main look
	bold := true
	for _, x := range t.pieces {
		all.WriteString(x.text)
		if x.look.dots > 0 {
			glosses.Dot(all.Len()-len(x.text), all.Len())
		}
		glosses.Read(all.Len()-len(x.text), all.Len(), x.reading)
		l := look{size: x.look.size, face: x.look.face, bold: x.look.bold}
		n := utf8.RuneCountInString(strings.TrimSpace(x.text))
		bold = bold && (n == 0 || l.bold > 0)
		if weight[l] += n; weight[l] > most {
			most, main = weight[l], l
		}
	}
	p.Lines = strings.Split(glosses.Mark(all.String()), "\n")
	p.Size, p.Face, p.Bold = main.size, main.face, bold && most > 0
	if main.size == 0 {
		p.Size = 10 // what Word takes where nobody says anything
	}
	p.Lead = t.lead(main)
	return p
}

// lead counts the runes of an opening that is bolder than the rest.
func (t *text) lead(main look) int {
	n := 0
	for _, x := range t.pieces {
		if x.look.bold <= 0 || main.bold > 0 {
			break
		}
		n += utf8.RuneCountInString(x.text)
	}
	return n
}

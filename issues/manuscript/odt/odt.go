// Package odt reads OpenDocument texts (OASIS ODF 1.2, 1.3), as LibreOffice and
// WPS write them.
package odt

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"kanyin/issues/manuscript"
	"kanyin/issues/manuscript/count"
	"kanyin/issues/manuscript/tree"
	"kanyin/issues/say"
	"kanyin/issues/source"
)

// Read reads a file; at most limit bytes are unpacked from it.
func Read(data []byte, limit int64) (*manuscript.Document, error) {
	p, err := tree.Open(data, limit)
	if err != nil {
		return nil, err
	}
	content, err := p.Part("content.xml")
	if err != nil {
		return nil, err
	}
	body := content.Child("body", "text")
	if body == nil {
		return nil, say.Errorf("it is a damaged OpenDocument text: it has no body")
	}
	r := reader{pack: p, doc: &manuscript.Document{}, styles: map[string]*style{}, lists: map[string]*tree.Node{}, counted: map[string]*[10]int{}}
	beside, err := p.Part("styles.xml")
	if err != nil {
		return nil, err
	}
	r.readStyles(beside.Child("styles"))
	r.readStyles(beside.Child("automatic-styles"))
	r.readStyles(content.Child("automatic-styles"))
	r.blocks(body, around{})
	for i := 0; i < len(r.noted); i++ {
		r.note(r.noted[i], i+1)
	}
	if r.deleted > 0 {
		r.doc.WholeTrouble("changes-accepted", say.Of("tracked changes were taken as accepted: %d", r.deleted))
	}
	return r.doc, r.err
}

type reader struct {
	pack    *tree.Package
	doc     *manuscript.Document
	styles  map[string]*style
	lists   map[string]*tree.Node // list styles by name
	counted map[string]*[10]int   // how far each has counted, by its style
	noted   []*tree.Node
	boxes   []*tree.Node // of the paragraph that is being read
	deleted int
	err     error
}

// A style is what a paragraph or a span looks like; the zero value says nothing.
type style struct {
	parent, shown string
	size, percent float32
	face          string
	bold          int8
	dots          bool
	align         source.Align
	list          string
}

func (r *reader) readStyles(n *tree.Node) {
	if n == nil {
		return
	}
	for _, c := range n.Children {
		switch c.Name {
		case "list-style":
			r.lists[c.Attr("name")] = c
		case "style":
			s := &style{parent: c.Attr("parent-style-name"), shown: c.Attr("display-name"), list: c.Attr("list-style-name")}
			if s.shown == "" {
				s.shown = c.Attr("name")
			}
			s.align = map[string]source.Align{"center": source.AlignCentre, "end": source.AlignRight, "right": source.AlignRight, "start": source.AlignLeft,
				"left": source.AlignLeft, "justify": source.AlignLeft}[c.Child("paragraph-properties").Attr("text-align")]
			if t := c.Child("text-properties"); t != nil {
				s.read(t)
			}
			r.styles[c.Attr("name")] = s
		}
	}
}

// read reads the properties of text; those for Asian text come first.
func (s *style) read(t *tree.Node) {
	size := t.Attr("font-size-asian")
	if size == "" {
		size = t.Attr("font-size")
	}
	if v, ok := strings.CutSuffix(size, "%"); ok {
		s.percent = number(v) / 100
	} else {
		s.size = number(strings.TrimSuffix(size, "pt"))
	}
	for _, name := range []string{"font-name-asian", "font-family-asian", "font-name"} {
		if s.face == "" {
			s.face = strings.Trim(t.Attr(name), "'")
		}
	}
	weight := t.Attr("font-weight-asian")
	if weight == "" {
		weight = t.Attr("font-weight")
	}
	switch weight {
	case "":
	case "normal":
		s.bold = -1
	default:
		s.bold = 1
	}
	mark := t.Attr("text-emphasize") // such as "dot below" (ODF 1.2, 20.358)
	s.dots = mark != "" && mark != "none"
}

func number(s string) float32 {
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 32)
	if err != nil || v < 0 || v > 4000 {
		return 0
	}
	return float32(v)
}

// look gives a style with what it inherits, and the names on the way.
func (r *reader) look(name string) (out style, names []string) {
	percent := float32(1)
	for range 32 { // a ring of styles has no end
		s := r.styles[name]
		if s == nil {
			break
		}
		names = append(names, s.shown)
		if out.size == 0 && s.percent > 0 {
			percent *= s.percent
		}
		if out.size == 0 && s.size > 0 {
			out.size = s.size * percent
		}
		if out.face == "" {
			out.face = s.face
		}
		out.dots = out.dots || s.dots
		if out.bold == 0 {
			out.bold = s.bold
		}
		if out.align == 0 {
			out.align = s.align
		}
		if out.list == "" {
			out.list = s.list
		}
		name = s.parent
	}
	return out, names
}

// roles are those of the styles that LibreOffice brings, and of Chinese names.
var roles = map[string]source.Role{
	"Title": source.TitleRole, "标题": source.TitleRole, "文章标题": source.TitleRole, "Subtitle": source.SubtitleRole, "副标题": source.SubtitleRole,
	"作者": source.BylineRole, "Caption": source.CaptionRole, "Illustration": source.CaptionRole, "Figure": source.CaptionRole, "题注": source.CaptionRole,
	"Quotations": source.QuoteRole, "引用": source.QuoteRole, "Footnote": source.NoteRole, "Endnote": source.NoteRole, "Preformatted Text": source.CodeRole, "引题": source.KickerRole,
}

// around is what blocks stand in.
type around struct {
	box   bool
	note  string
	list  string // the list's style
	depth int    // of lists, from 1
	mark  string // that the next paragraph begins with
	item  bool
}

func (r *reader) blocks(n *tree.Node, at around) {
	for _, c := range n.Children {
		switch c.Name {
		case "p", "h":
			r.paragraph(c, at)
			at.mark, at.note = "", ""
		case "list":
			r.list(c, at)
		case "table":
			r.table(c, at)
		case "section", "index-body", "soft-page-break", "numbered-paragraph":
			r.blocks(c, at)
		case "frame", "g", "custom-shape":
			r.drawing(c)
			r.putBoxes()
		case "tracked-changes": // what was deleted
			r.deleted += len(c.Children)
		}
	}
}

func (r *reader) paragraph(n *tree.Node, at around) {
	look, names := r.look(n.Attr("style-name"))
	p := manuscript.Paragraph{Size: look.size, Face: look.face, Align: look.align, Box: at.box}
	t := text{reader: r, base: look}
	t.read(n)
	s := t.text.String()
	if look.dots {
		t.glosses.Dot(0, len(s))
	}
	p.Lines = strings.Split(at.note+at.mark+t.glosses.Mark(s), "\n")
	all := utf8.RuneCountInString(strings.TrimSpace(s))
	if p.Bold = all > 0 && t.bold >= all; !p.Bold {
		p.Lead = t.lead
	}
	if size, face := t.main(); size > 0 || face != "" {
		p.Size, p.Face = size, face
	}
	for _, name := range names {
		if p.Role == source.NoRole {
			p.Role = roles[name]
		}
	}
	if level, err := strconv.Atoi(n.Attr("outline-level")); err == nil && n.Name == "h" && p.Role == source.NoRole {
		p.Level = max(1, min(level, 9))
	}
	switch {
	case at.note != "":
		p.Role = source.NoteRole
	case at.item && strings.HasPrefix(at.mark, "•"):
		p.Role = source.ListRole
	}
	r.doc.Add(p)
	r.putBoxes()
}

// putBoxes reads the text boxes that hung on a paragraph.
func (r *reader) putBoxes() {
	boxes := r.boxes
	r.boxes = nil
	for _, b := range boxes {
		r.blocks(b, around{box: true})
	}
}

// table reads a table row by row, its cells parted by tabs; one of one cell is
// a frame around text.
func (r *reader) table(n *tree.Node, at around) {
	rows := rowsOf(n)
	if len(rows) == 1 && len(rows[0]) == 1 {
		r.blocks(rows[0][0], around{box: true})
		return
	}
	for _, row := range rows {
		var cells []string
		for _, c := range row {
			body := r.doc.Paragraphs
			r.doc.Paragraphs = nil
			r.blocks(c, around{})
			var parts []string
			for i := range r.doc.Paragraphs {
				parts = append(parts, strings.ReplaceAll(strings.Join(r.doc.Paragraphs[i].Lines, " "), "\t", " "))
			}
			r.doc.Paragraphs = body
			cells = append(cells, strings.Join(parts, " "))
		}
		r.doc.Add(manuscript.Paragraph{Lines: []string{strings.Join(cells, "\t")}, Role: source.TableRole, Box: at.box})
	}
}

func rowsOf(n *tree.Node) (rows [][]*tree.Node) {
	for _, c := range n.Children {
		switch c.Name {
		case "table-header-rows", "table-rows", "table-row-group":
			rows = append(rows, rowsOf(c)...)
		case "table-row":
			var cells []*tree.Node
			for _, cell := range c.Children {
				if cell.Name == "table-cell" {
					cells = append(cells, cell)
				}
			}
			rows = append(rows, cells)
		}
	}
	return rows
}

// note reads a note that the text refers to.
func (r *reader) note(n *tree.Node, number int) {
	body := r.doc.Paragraphs
	r.doc.Paragraphs = nil
	if b := n.Child("note-body"); b != nil {
		r.blocks(b, around{note: count.Circled(number)})
	}
	r.doc.Notes = append(r.doc.Notes, r.doc.Paragraphs...)
	r.doc.Paragraphs = body
}

// drawing reads pictures and text boxes.
func (r *reader) drawing(n *tree.Node) {
	alt := ""
	for _, name := range []string{"desc", "title"} {
		if c := n.Child(name); c != nil && alt == "" {
			alt = strings.TrimSpace(c.String())
		}
	}
	for _, c := range n.Children {
		switch c.Name {
		case "text-box":
			r.boxes = append(r.boxes, c)
		case "image":
			name := strings.TrimPrefix(c.Attr("href"), "./")
			data, err := r.pack.Bytes(name)
			switch {
			case err != nil && r.err == nil:
				r.err = err
			case data != nil:
				r.doc.Picture(name, data, alt)
				return // the others are the same in other formats
			}
		case "frame", "g", "custom-shape":
			r.drawing(c)
		}
	}
}

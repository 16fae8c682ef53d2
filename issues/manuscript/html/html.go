// Package html reads HTML and XHTML, as editors and blogs write it: headings,
// paragraphs, lists, tables, figures. Scripts, styles, forms and what is hidden
// are no text.
package html

import (
	"encoding/base64"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"kanyin/issues/manuscript"
	"kanyin/issues/manuscript/count"
	"kanyin/issues/say"
	"kanyin/issues/source"
)

// Read reads a page that was decoded. Near gives a file that lies beside it,
// for pictures; nil where there is none.
func Read(text string, near func(name string) []byte) (*manuscript.Document, error) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, say.Errorf("it is damaged (%w)", err)
	}
	r := reader{doc: &manuscript.Document{}, near: near, dotted: dottedIn(root)}
	r.node(root, state{})
	r.end(state{})
	return r.doc, nil
}

// A reader reads one page.
type reader struct {
	doc   *manuscript.Document
	near  func(string) []byte
	text  strings.Builder // of the paragraph that is open
	look  state           // that it began with
	runes int             // in the text
	lead  int             // runes of the bold opening
	bold  int             // runes that are bold

	dotted  selectors
	glosses manuscript.Glosses // of the open paragraph
}

// A state is what the elements around a text say.
type state struct {
	role    source.Role
	level   int
	mark    *string // of a list's item; empty once it was set
	ordered *int    // counts the items of a numbered list
	bold    bool
	keep    bool // keeps spaces and line ends
	centre  source.Align
	box     bool
}

// blocks are the elements that stand on lines of their own.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Ul: true, atom.Ol: true,
	atom.Li: true, atom.Blockquote: true, atom.Pre: true, atom.Table: true, atom.Tr: true, atom.Figure: true, atom.Figcaption: true, atom.Section: true,
	atom.Article: true, atom.Header: true, atom.Footer: true, atom.Aside: true, atom.Main: true, atom.Nav: true, atom.Address: true, atom.Dl: true,
	atom.Dt: true, atom.Dd: true, atom.Hr: true, atom.Center: true, atom.Body: true, atom.Details: true, atom.Summary: true, atom.Caption: true, atom.Hgroup: true,
}

// silent are the elements that hold no text of the manuscript.
var silent = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Head: true, atom.Template: true, atom.Noscript: true, atom.Nav: true, atom.Form: true, atom.Button: true,
	atom.Select: true, atom.Textarea: true, atom.Iframe: true, atom.Object: true, atom.Svg: true, atom.Audio: true, atom.Video: true, atom.Canvas: true, atom.Rt: true, atom.Rp: true,
}

// node reads a node. The parser holds the depth of elements down.
func (r *reader) node(n *html.Node, s state) {
	switch n.Type {
	case html.TextNode:
		r.write(n.Data, s)
		return
	case html.ElementNode:
		if silent[n.DataAtom] || hidden(n) {
			return
		}
	case html.CommentNode, html.DoctypeNode:
		return
	}
	block := n.Type == html.ElementNode && blocks[n.DataAtom]
	if block {
		r.end(s)
	}
	s = enter(n, s)
	switch n.DataAtom {
	case atom.Br:
		if r.text.Len() > 0 {
			r.text.WriteString("\n")
			r.runes++
		}
	case atom.Img:
		r.picture(n)
	case atom.Ruby:
		r.ruby(n, s)
		return
	case atom.Tr:
		r.row(n, s)
		return
	case atom.Li:
		m := mark(s)
		s.mark = &m
	}
	from := r.text.Len()
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.node(c, s)
	}
	if !block && r.dotted.match(n) {
		r.glosses.Dot(from, r.text.Len())
	}
	if block {
		r.end(s)
	}
}

// enter gives the state inside an element.
func enter(n *html.Node, s state) state {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		s.level = int(n.Data[1] - '0')
	case atom.Blockquote, atom.Q:
		if n.DataAtom == atom.Blockquote {
			s.role = source.QuoteRole
		}
	case atom.Pre:
		s.role, s.keep = source.CodeRole, true
	case atom.Figcaption, atom.Caption:
		s.role = source.CaptionRole
	case atom.Aside:
		s.box = true
	case atom.Footer:
		if n.Parent != nil && n.Parent.DataAtom == atom.Body {
			s.role = source.FurnitureRole
		}
	case atom.Ul, atom.Menu:
		s.role, s.ordered = source.ListRole, nil
	case atom.Ol:
		s.role, s.ordered = source.ListRole, new(int)
	case atom.B, atom.Strong:
		s.bold = true
	case atom.Center:
		s.centre = source.AlignCentre
	}
	if role, ok := classRoles[strings.ToLower(attr(n, "class"))]; ok && blocks[n.DataAtom] {
		s.role = role
	}
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")+";"+attr(n, "align")), " ", "")
	switch {
	case strings.Contains(style, "text-align:center"), strings.HasSuffix(style, ";center"):
		s.centre = source.AlignCentre
	case strings.Contains(style, "text-align:right"), strings.HasSuffix(style, ";right"):
		s.centre = source.AlignRight
	}
	return s
}

// classRoles are class names that say what they hold.
var classRoles = map[string]source.Role{
	"title": source.TitleRole, "subtitle": source.SubtitleRole, "kicker": source.KickerRole, "author": source.BylineRole, "byline": source.BylineRole,
	"abstract": source.AbstractRole, "lead": source.LeadRole, "standfirst": source.LeadRole, "caption": source.CaptionRole, "footnotes": source.NoteRole,
	"footnote": source.NoteRole, "source": source.SourceRole, "editor": source.EditorRole, "verse": source.VerseRole, "section": source.SectionRole,
}

// mark gives what stands before a list's item.
func mark(s state) string {
	if s.ordered == nil {
		return "• "
	}
	*s.ordered++
	return count.Write(*s.ordered, "decimal") + ". "
}

func hidden(n *html.Node) bool {
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	for _, a := range n.Attr {
		if a.Key == "hidden" {
			return true
		}
	}
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// write adds text to the open paragraph.
func (r *reader) write(text string, s state) {
	if !s.keep {
		text = squeeze(text, r.text.String())
	}
	if text == "" {
		return
	}
	if r.text.Len() == 0 {
		r.look = s
		if s.mark != nil { // only the item's first paragraph has it
			r.text.WriteString(*s.mark)
			r.runes = utf8.RuneCountInString(*s.mark)
			*s.mark = ""
		}
	}
	n := utf8.RuneCountInString(text)
	if s.bold {
		if r.lead == r.runes {
			r.lead += n
		}
		r.bold += n
	}
	r.runes += n
	r.text.WriteString(text)
}

// squeeze makes one space of white, and none at the beginning of a paragraph,
// after another, and where a line of the file ends between ideographs.
func squeeze(text, before string) string {
	var b strings.Builder
	last, _ := utf8.DecodeLastRuneInString(before)
	if before == "" {
		last = ' '
	}
	broken := false
	gap := false
	for _, c := range text {
		if strings.ContainsRune(" \t\r\n\f", c) {
			gap, broken = true, broken || c == '\n' || c == '\r'
			continue
		}
		if gap && last != ' ' && last != '\n' && !(broken && (last >= 0x2E80 || c >= 0x2E80)) {
			b.WriteByte(' ')
		}
		gap, broken = false, false
		b.WriteRune(c)
		last = c
	}
	if gap && last != ' ' && last != '\n' && !(broken && last >= 0x2E80) {
		b.WriteByte(' ')
	}
	return b.String()
}

// end ends the open paragraph.
func (r *reader) end(state) {
	text := r.glosses.Mark(r.text.String())
	s := r.look
	p := manuscript.Paragraph{Role: s.role, Level: s.level, Align: s.centre, Box: s.box}
	n := manuscript.Runes(strings.TrimSpace(text))
	if p.Bold = n > 0 && r.bold >= n; !p.Bold {
		p.Lead = r.lead
	}
	if s.level > 0 {
		p.Role, p.Bold = source.NoRole, false
		if r.look.role == source.TitleRole || r.look.role == source.SubtitleRole {
			p.Role = r.look.role
		}
	}
	lines := strings.Split(strings.Trim(text, "\n"), "\n")
	r.text.Reset()
	r.glosses = nil
	r.runes, r.lead, r.bold, r.look = 0, 0, 0, state{}
	if p.Role == source.CodeRole || p.Role == source.VerseRole { // kept line by line
		r.kept(p, lines)
		return
	}
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	p.Lines = lines
	r.doc.Add(p)
}

// kept adds lines that stay lines, a paragraph each. In verse a blank line parts
// stanzas, and so does the end of a paragraph of several lines: one that has a
// single line is a line.
func (r *reader) kept(p manuscript.Paragraph, lines []string) {
	before := len(r.doc.Paragraphs)
	verse := func(i int) bool { return i >= 0 && r.doc.Paragraphs[i].Role == source.VerseRole }
	parted := p.Role == source.VerseRole && len(lines) > 1 && verse(before-1)
	for _, l := range lines {
		p.Lines, p.Stanza = []string{strings.TrimRight(l, " \r")}, parted
		if p.Blank() {
			parted = parted || p.Role == source.VerseRole && len(r.doc.Paragraphs) > before
			continue
		}
		r.doc.Add(p)
		parted = false
	}
}

// row reads a table's row, its cells parted by tabs.
func (r *reader) row(n *html.Node, s state) {
	var cells []string
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		inner := reader{doc: &manuscript.Document{}, near: r.near, dotted: r.dotted}
		inner.node(c, state{})
		inner.end(state{})
		var parts []string
		for i := range inner.doc.Paragraphs {
			parts = append(parts, strings.ReplaceAll(strings.Join(inner.doc.Paragraphs[i].Lines, " "), "\t", " "))
		}
		for _, p := range inner.doc.Pictures {
			p.After = len(r.doc.Paragraphs)
			r.doc.Pictures = append(r.doc.Pictures, p)
		}
		cells = append(cells, strings.Join(parts, " "))
	}
	r.doc.Add(manuscript.Paragraph{Lines: []string{strings.Join(cells, "\t")}, Role: source.TableRole, Box: s.box})
}

// picture adds an image that the page holds or that lies beside it.
func (r *reader) picture(n *html.Node) {
	src := attr(n, "src")
	var data []byte
	name := src
	if head, body, ok := strings.Cut(src, ";base64,"); ok && strings.HasPrefix(head, "data:image/") {
		data, _ = base64.StdEncoding.DecodeString(strings.Join(strings.Fields(body), ""))
		name = "picture." + strings.TrimPrefix(head, "data:image/")
	} else if r.near != nil && src != "" && !strings.Contains(src, "://") {
		data = r.near(src)
	}
	if data == nil {
		if src != "" {
			r.doc.Trouble("picture-unread", say.Of("the picture does not lie beside the manuscript and is left out"), name)
		}
		return
	}
	r.doc.Picture(name, data, attr(n, "alt"))
}

// Package markdown reads CommonMark with tables, footnotes and a head of
// settings between dashes, whose title and author are taken.
package markdown

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"kanyin/issues/manuscript"
	"kanyin/issues/manuscript/count"
	"kanyin/issues/manuscript/html"
	"kanyin/issues/say"
	"kanyin/issues/source"
)

// Read reads a manuscript that was decoded. Near gives a file that lies beside
// it, for pictures; nil where there is none.
func Read(s string, near func(name string) []byte) *manuscript.Document {
	r := reader{doc: &manuscript.Document{}, near: near}
	s = r.settings(strings.TrimPrefix(s, "\ufeff"))
	r.src = []byte(s)
	root := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Footnote, extension.Strikethrough)).Parser().Parse(text.NewReader(r.src))
	r.blocks(root, manuscript.Paragraph{}, 0)
	return r.doc
}

type reader struct {
	doc  *manuscript.Document
	near func(string) []byte
	src  []byte
}

// settings takes the head that many programs put before a text.
func (r *reader) settings(s string) string {
	if !strings.HasPrefix(s, "---\n") && !strings.HasPrefix(s, "---\r\n") {
		return s
	}
	lines := strings.SplitAfter(s, "\n")
	for i, l := range lines[1:] {
		if l = strings.TrimSpace(l); l != "---" && l != "..." {
			continue
		}
		roles := map[string]source.Role{"title": source.TitleRole, "subtitle": source.SubtitleRole, "author": source.BylineRole}
		for _, l := range lines[1 : i+1] {
			key, value, ok := strings.Cut(l, ":")
			value = strings.Trim(strings.TrimSpace(value), `"'[]`)
			if role := roles[strings.ToLower(strings.TrimSpace(key))]; ok && role != source.NoRole && value != "" {
				r.doc.Add(manuscript.Paragraph{Lines: []string{value}, Role: role})
			}
		}
		return strings.Join(lines[i+2:], "")
	}
	return s
}

// maxDepth is how deep quotations and lists are read inside each other.
const maxDepth = 100

// blocks reads what stands one below the other, in the look of what is around.
func (r *reader) blocks(n ast.Node, around manuscript.Paragraph, depth int) {
	if depth > maxDepth {
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		p := around
		switch c := c.(type) {
		case *ast.Heading:
			p.Level = c.Level
			r.paragraph(c, p)
		case *ast.Paragraph, *ast.TextBlock:
			r.paragraph(c, p)
		case *ast.Blockquote:
			if r.verse(c) {
				continue
			}
			p.Role = source.QuoteRole
			r.blocks(c, p, depth+1)
		case *ast.List:
			r.list(c, p, depth)
		case *ast.FencedCodeBlock, *ast.CodeBlock:
			p.Role = source.CodeRole
			for i := range c.Lines().Len() {
				line := c.Lines().At(i)
				p.Lines = []string{strings.TrimRight(string(line.Value(r.src)), "\r\n")}
				r.doc.Add(p)
			}
		case *extast.Table:
			r.table(c, p)
		case *extast.FootnoteList:
			r.notes(c, depth)
		case *ast.HTMLBlock:
			r.html(r.lines(c))
		default:
			r.blocks(c, p, depth+1)
		}
	}
}

// html reads HTML that stands between Markdown.
func (r *reader) html(s string) {
	d, err := html.Read(s, r.near)
	if err != nil {
		r.doc.Trouble("text-missing", say.Of("HTML inside Markdown could not be read and is left out"), s)
		return
	}
	before := len(r.doc.Paragraphs)
	r.doc.Paragraphs = append(r.doc.Paragraphs, d.Paragraphs...)
	for _, p := range d.Pictures {
		p.After += before
		r.doc.Pictures = append(r.doc.Pictures, p)
	}
	for _, t := range d.Troubles {
		t.After += before
		r.doc.Troubles = append(r.doc.Troubles, t)
	}
}

func (r *reader) lines(n ast.Node) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(r.src))
	}
	return b.String()
}

// list reads a list; the item's mark stands before its first paragraph.
func (r *reader) list(n *ast.List, p manuscript.Paragraph, depth int) {
	number := n.Start
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		before := len(r.doc.Paragraphs)
		item := p
		item.Role = source.ListRole
		r.blocks(c, item, depth+1)
		mark := "• "
		if n.IsOrdered() {
			mark = count.Write(number, "decimal") + string(n.Marker) + " "
			number++
		}
		if before < len(r.doc.Paragraphs) {
			first := &r.doc.Paragraphs[before]
			first.Lines[0] = mark + first.Lines[0]
		}
	}
}

func (r *reader) table(n *extast.Table, p manuscript.Paragraph) {
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []string
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			t := inline{r: r}
			t.read(cell, false, 0)
			cells = append(cells, strings.Join(strings.Fields(t.glosses.Mark(t.text.String())), " "))
		}
		p.Lines, p.Role = []string{strings.Join(cells, "\t")}, source.TableRole
		r.doc.Add(p)
	}
}

func (r *reader) notes(n *extast.FootnoteList, depth int) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		note, ok := c.(*extast.Footnote)
		if !ok {
			continue
		}
		body := r.doc.Paragraphs
		r.doc.Paragraphs = nil
		r.blocks(note, manuscript.Paragraph{Role: source.NoteRole}, depth+1)
		if len(r.doc.Paragraphs) > 0 {
			r.doc.Paragraphs[0].Lines[0] = count.Circled(note.Index) + r.doc.Paragraphs[0].Lines[0]
		}
		r.doc.Notes = append(r.doc.Notes, r.doc.Paragraphs...)
		r.doc.Paragraphs = body
	}
}

// paragraph reads one. A picture alone in its paragraph, or before its text,
// stands before it.
func (r *reader) paragraph(n ast.Node, p manuscript.Paragraph) {
	t := inline{r: r}
	t.read(n, false, 0)
	text := t.strong()
	p.Lines = strings.Split(text, "\n")
	all := manuscript.Runes(strings.TrimSpace(text))
	if p.Bold = all > 0 && t.bold >= all && p.Level == 0; !p.Bold {
		p.Lead = t.lead
	}
	if p.Level == 1 && len(r.doc.Paragraphs) > 0 {
		if head := r.doc.Paragraphs[0]; head.Role == source.TitleRole && strings.TrimSpace(head.Text()) == strings.TrimSpace(p.Text()) {
			return // the head of settings said it already
		}
	}
	r.doc.Add(p)
}

// An inline gathers a paragraph's text.
type inline struct {
	r     *reader
	text  strings.Builder
	runes int // in it
	bold  int // runes that are bold
	lead  int // those of them that the paragraph begins with
	marked
}

// leftover is bold text that CommonMark does not take for such: its rules for
// where a mark may close know spaces between words, and Chinese has none.
var leftover = regexp.MustCompile(`\*\*([^*\n]+)\*\*`)

// strong gives the text with the marks of such taken off.
func (t *inline) strong() string {
	s := t.glosses.Mark(t.text.String())
	if !strings.Contains(s, "**") {
		return s
	}
	if m := leftover.FindStringSubmatchIndex(s); m != nil && m[0] == 0 && t.bold == 0 {
		t.lead = manuscript.Runes(s[m[2]:m[3]])
		t.bold = t.lead
	}
	return leftover.ReplaceAllString(s, "$1")
}

func (t *inline) read(n ast.Node, bold bool, depth int) {
	if depth > maxDepth {
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			t.write(string(c.Value(t.r.src)), bold)
			switch {
			case c.HardLineBreak():
				t.write("\n", false)
			case c.SoftLineBreak():
				t.soft(c)
			}
		case *ast.String:
			t.write(string(c.Value), bold)
		case *ast.AutoLink:
			t.write(string(c.URL(t.r.src)), bold)
		case *ast.Emphasis:
			t.read(c, bold || c.Level == 2, depth+1)
		case *ast.Image:
			t.r.picture(c)
		case *extast.FootnoteLink:
			t.write(count.Circled(c.Index), bold)
		case *ast.RawHTML:
			t.tag(html.TagOf(string(c.Segments.Value(t.r.src))))
		default:
			t.read(c, bold, depth+1)
		}
	}
}

// soft sets what a line's end in the file means: nothing between ideographs.
func (t *inline) soft(n ast.Node) {
	if before, _ := utf8.DecodeLastRuneInString(t.text.String()); before >= 0x2E80 || t.runes == 0 {
		return
	}
	if next, ok := n.NextSibling().(*ast.Text); ok {
		if after, _ := utf8.DecodeRune(next.Value(t.r.src)); after >= 0x2E80 && after != utf8.RuneError {
			return
		}
	}
	t.write(" ", false)
}

func (t *inline) write(s string, bold bool) {
	if t.aside(s) {
		return
	}
	n := utf8.RuneCountInString(s)
	if bold {
		if t.lead == t.runes {
			t.lead += n
		}
		t.bold += n
	}
	t.runes += n
	t.text.WriteString(s)
}

// picture adds an image that lies beside the manuscript.
func (r *reader) picture(n *ast.Image) {
	name := string(n.Destination)
	var data []byte
	if r.near != nil && !strings.Contains(name, "://") {
		data = r.near(name)
	}
	if data == nil {
		r.doc.Trouble("picture-unread", say.Of("the picture does not lie beside the manuscript and is left out"), name)
		return
	}
	alt := inline{r: r}
	alt.read(n, false, 0)
	r.doc.Picture(name, data, strings.TrimSpace(alt.text.String()))
}

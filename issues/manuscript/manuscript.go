// Package manuscript is what authors and editors write with: paragraphs that
// know their style, pictures between them, notes. Readers of Word,
// OpenDocument, HTML and Markdown give a [Document]; [Document.File] makes lines
// of it, a paragraph each.
//
// Many manuscripts have no styles, only sizes, faces and centring. [Document.Infer]
// finds the roles that these stand for: a large centred line is a title, a short
// one in the face of headings is a heading.
package manuscript

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // the two kinds that editions take
	_ "image/png"
	"path"
	"strings"
	"unicode/utf8"

	"kanyin/issues/say"
	"kanyin/issues/source"
)

// A Document is one manuscript.
type Document struct {
	Paragraphs []Paragraph
	Pictures   []Picture
	Notes      []Paragraph // foot and end notes, which stand behind the text
	Troubles   []Trouble
}

// A Paragraph is what stands between two returns.
type Paragraph struct {
	Lines []string    // one, or several that soft returns part; with the marks of [Glosses]
	Role  source.Role // as its style says
	Level int         // of a heading by its style, from 1; 0 where it is none
	Size  float32     // of the type, in points; 0 unknown
	Face  string      // of most of it
	Bold  bool        // all of it
	Lead  int         // runes at its beginning in a bolder face than its rest
	Align source.Align
	Box   bool // in a text box

	Stanza bool // of verse, whose lines are paragraphs: a stanza begins here, and another came before
}

// Text gives the paragraph as one string, without its glosses.
func (p *Paragraph) Text() string {
	text, _ := unmarked(strings.Join(p.Lines, ""))
	return text
}

// Blank tells a paragraph without text.
func (p *Paragraph) Blank() bool { return strings.TrimSpace(p.Text()) == "" }

// A Picture is an image between paragraphs.
type Picture struct {
	Name  string
	Bytes []byte
	After int // how many paragraphs stand before it
	Alt   string
}

// A Trouble is something that could not be read; it stands at a paragraph.
type Trouble struct {
	Code    string
	After   int // as Picture's
	Message say.Text
	Values  []string
}

// Add adds a paragraph; an empty one only parts others and is left out.
func (d *Document) Add(p Paragraph) {
	if !p.Blank() {
		d.Paragraphs = append(d.Paragraphs, p)
	}
}

// Trouble notes what could not be read behind the last paragraph.
func (d *Document) Trouble(code string, message say.Text, values ...string) {
	d.Troubles = append(d.Troubles, Trouble{code, len(d.Paragraphs), message, values})
}

// WholeTrouble notes what concerns the whole manuscript.
func (d *Document) WholeTrouble(code string, message say.Text) {
	d.Troubles = append(d.Troubles, Trouble{Code: code, Message: message})
}

// Picture adds an image behind the last paragraph. What is neither JPEG nor PNG
// cannot be printed and is a trouble.
func (d *Document) Picture(name string, data []byte, alt string) {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || format != "jpeg" && format != "png" || config.Width < 1 || config.Height < 1 {
		d.Trouble("picture-unread", say.Of("the picture is neither JPEG nor PNG and is left out"), path.Base(name))
		return
	}
	d.Pictures = append(d.Pictures, Picture{path.Base(name), data, len(d.Paragraphs), alt})
}

// File gives the manuscript as lines with facts. Roles are inferred where styles
// do not say them.
func (d *Document) File(name, encoding string, data []byte) *source.File {
	d.Infer()
	f := source.New(name, encoding, data)
	first := make([]int, 0, len(d.Paragraphs)+1) // the lines before each paragraph
	for i := range d.Paragraphs {
		first = append(first, len(f.Lines))
		d.Paragraphs[i].put(f)
	}
	first = append(first, len(f.Lines))
	for i := range d.Notes {
		d.Notes[i].put(f)
	}
	for i, p := range d.Pictures {
		config, format, _ := image.DecodeConfig(bytes.NewReader(p.Bytes))
		f.Pictures = append(f.Pictures, source.Picture{
			Name: fmt.Sprintf("%02d-%s", i+1, p.Name), MIME: "image/" + format, Bytes: p.Bytes,
			Width: config.Width, Height: config.Height, After: first[p.After], Alt: p.Alt,
		})
	}
	for _, t := range d.Troubles {
		line := first[min(t.After, len(first)-1)]
		f.Troubles = append(f.Troubles, source.Trouble{Code: t.Code, Line: max(line, min(1, len(f.Lines))), Message: t.Message, Values: t.Values})
	}
	return f
}

// put puts the paragraph's lines into the file.
func (p *Paragraph) put(f *source.File) {
	role, started := p.Role, false
	if p.Box && role != source.TableRole {
		role = source.BoxRole
	}
	for _, l := range p.Lines {
		text, glosses := unmarked(l)
		text = source.Clean(text)
		if strings.TrimSpace(text) == "" {
			continue
		}
		fact := source.Fact{Size: p.Size, Face: p.Face, Bold: p.Bold, Align: p.Align, Role: role, Boxed: p.Box, Stanza: p.Stanza, Start: 1, End: 1}
		// A soft return goes on with the paragraph, unless the next line is
		// indented as a new one is.
		if started && !strings.HasPrefix(text, "\u3000\u3000") {
			fact.Start = -1
			f.Facts[len(f.Facts)-1].End = -1
		}
		if !started {
			fact.Lead = min(p.Lead, utf8.RuneCountInString(text))
		}
		started = true
		f.Lines = append(f.Lines, text)
		f.Facts = append(f.Facts, fact)
		for _, g := range glosses {
			g.Line = len(f.Lines)
			f.Glosses = append(f.Glosses, g)
		}
	}
}

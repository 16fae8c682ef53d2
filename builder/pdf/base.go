package pdf

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/signintech/gopdf"

	"kanyin/builder/pdf/finish"
	"kanyin/issues/say"
)

// A base is a file as gopdf writes it, taken apart: its pages have the
// operators that were drawn and its fonts are in place.
type base struct {
	*finish.File
	pages []finish.Page
	fonts string // the entry of the resources
}

// lay has gopdf write pages of the operators and takes the file apart. The
// pages' boxes are left to the caller.
func lay(ops [][]byte, g *Glyphs) (*base, error) {
	data, err := write(ops, g)
	if err != nil {
		return nil, say.Errorf("gopdf: %w", err)
	}
	file, err := finish.Read(data)
	if err != nil {
		return nil, err
	}
	b := &base{File: file}
	if b.pages, err = file.Pages(); err != nil {
		return nil, err
	}
	for _, p := range b.pages {
		content, err := file.Content(p)
		if err != nil {
			return nil, err
		}
		file.SetStream(p.Content, "", content)
	}
	embed := make([]finish.Font, len(g.faces))
	for i := range g.faces {
		embed[i] = g.faces[i].embed
	}
	b.fonts, err = file.PutFonts(embed)
	return b, err
}

// write has gopdf write a file. gopdf prints a paint style into the page as it
// stands: that is how the operators get there, since its own text operators
// know neither tags nor exact places. It writes into memory, for it drops the
// errors of a writer.
func write(ops [][]byte, g *Glyphs) ([]byte, error) {
	doc := new(gopdf.GoPdf)
	doc.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4}) // no matter: the finisher sets every box
	doc.SetNoCompression()                               // the finisher compresses
	for i := range g.faces {
		if err := doc.AddTTFFontData(g.faces[i].embed.Name, g.faces[i].bare); err != nil {
			return nil, say.Errorf("font %s: %w", g.faces[i].name, err)
		}
	}
	for i, page := range ops {
		doc.AddPage()
		style := gopdf.PaintStyle(finish.ContentHead + string(page) + finish.ContentTail)
		if err := doc.RectFromUpperLeftWithOpts(gopdf.DrawableRectOptions{PaintStyle: style}); err != nil {
			return nil, say.Errorf("page %d: %w", i+1, err)
		}
	}
	var buf bytes.Buffer
	if _, err := doc.WriteTo(&buf); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// putPage writes a page's dictionary.
func (b *base) putPage(p finish.Page, entries string) {
	b.Set(p.Ref, fmt.Sprintf("<</Type/Page/Parent %s/Resources %s/Contents %s%s>>", finish.PageTree, finish.Resources, p.Content, entries))
}

// putPageTree writes the tree of the pages, which is flat.
func (b *base) putPageTree() {
	var kids strings.Builder
	for _, p := range b.pages {
		kids.WriteString(p.Ref.String() + " ")
	}
	b.Set(finish.PageTree, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(b.pages), kids.String()))
}

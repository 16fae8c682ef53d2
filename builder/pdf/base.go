package pdf

import (
	"bytes"
	"fmt"

	"github.com/signintech/gopdf"

	"kanyin/builder/pdf/finish"
	"kanyin/layout"
)

// A base is a file as gopdf writes it, taken apart: its pages have the
// operators that were drawn and its fonts are in place.
type base struct {
	*finish.File
	pages []finish.Page
	fonts string // the entry of the resources
}

// lay has gopdf write the pages, of the size that media gives each, and takes the file apart.
func lay(ops [][]byte, media [][2]layout.Length, g *Glyphs) (*base, error) {
	data, err := write(ops, media, g)
	if err != nil {
		return nil, fmt.Errorf("gopdf: %w", err)
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
func write(ops [][]byte, media [][2]layout.Length, g *Glyphs) ([]byte, error) {
	doc := new(gopdf.GoPdf)
	doc.Start(gopdf.Config{})
	doc.SetNoCompression() // the finisher compresses
	for i := range g.faces {
		if err := doc.AddTTFFontData(g.faces[i].embed.Name, g.faces[i].bare); err != nil {
			return nil, fmt.Errorf("font %s: %w", g.faces[i].name, err)
		}
	}
	for i, page := range ops {
		size := gopdf.Rect{W: points(media[i][0]), H: points(media[i][1])}
		doc.AddPageWithOption(gopdf.PageOption{PageSize: &size})
		style := gopdf.PaintStyle(finish.ContentHead + string(page) + finish.ContentTail)
		if err := doc.RectFromUpperLeftWithOpts(gopdf.DrawableRectOptions{PaintStyle: style}); err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	var buf bytes.Buffer
	if _, err := doc.WriteTo(&buf); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

func points(l layout.Length) float64 { return float64(l) / float64(layout.Point) }

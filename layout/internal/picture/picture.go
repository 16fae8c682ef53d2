// Package picture draws pages, or parts of them, as SVG for the documentation:
// what a key of a design does is seen best on two pages beside each other.
package picture

import (
	"bytes"
	"fmt"
	"strings"

	"kanyin/layout"
)

// A Panel is a part of a page, or several pages beside each other, under a label.
type Panel struct {
	Label string
	Doc   *layout.Document
	Pages []int // indexes in the document's
	View  View  // zero for whole pages
}

// A View is a part of a page, in Lengths.
type View struct{ X, Y, Width, Height layout.Length }

// Outlines gives the path of a character in a face, in units of a thousandth of
// an em, y downwards, as SVG writes it, and its advance in the same.
type Outlines func(face string, r rune) (path string, advance int)

// The picture's measures, in its own units: a whole page is so high, and a part
// of one so wide.
const (
	pageHigh  = 300
	partWide  = 340
	gap       = 24
	labelSize = 13
	labelHigh = 24
)

// SVG draws panels from left to right. Whole pages have bars for their lines of
// text, parts have the letters.
func SVG(panels []Panel, outlines Outlines) []byte {
	d := &drawing{outlines: outlines, names: map[string]string{}}
	x, high := 0.0, 0.0
	for _, p := range panels {
		wide, tall := d.panel(p, x)
		x += wide + gap
		high = max(high, tall)
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-4 -4 %.0f %.0f\" width=\"%.0f\">\n", x-gap+8, high+8, x-gap+8)
	fmt.Fprintf(&out, "<rect x=\"-4\" y=\"-4\" width=\"100%%\" height=\"100%%\" fill=\"#e8e6e1\"/>\n<defs>\n%s</defs>\n", d.defs.String())
	out.Write(d.body.Bytes())
	out.WriteString("</svg>\n")
	return out.Bytes()
}

type drawing struct {
	outlines Outlines
	names    map[string]string // of the glyphs that are defined
	defs     bytes.Buffer
	body     bytes.Buffer
	clips    int
}

// panel draws one panel at x and gives its size.
func (d *drawing) panel(p Panel, x float64) (wide, tall float64) {
	d.label(p.Label, x)
	for n, i := range p.Pages {
		page := &p.Doc.Pages[i]
		view, scale := p.View, 0.0
		if view == (View{}) {
			view = View{0, 0, page.Width, page.Height}
			scale = pageHigh / float64(page.Height)
		} else {
			scale = partWide / float64(view.Width)
		}
		if n > 0 {
			wide += 3
		}
		d.page(page, p.Doc.Accent, view, scale, x+wide, p.View != (View{}))
		wide += float64(view.Width) * scale
		tall = max(tall, labelHigh+float64(view.Height)*scale)
	}
	return wide, tall
}

// label writes what a panel shows over it.
func (d *drawing) label(text string, x float64) {
	for _, r := range text {
		d.glyph("hei", r, x, labelHigh-10, labelSize, "#444")
		_, advance := d.outlines("hei", r)
		x += float64(advance) * labelSize / 1000
	}
}

// page draws a page's view at a place of the picture.
func (d *drawing) page(p *layout.Page, accent [3]uint8, v View, scale, x float64, close bool) {
	d.clips++
	w, h := float64(v.Width)*scale, float64(v.Height)*scale
	fmt.Fprintf(&d.defs, "<clipPath id=\"c%d\"><rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%.1f\"/></clipPath>\n", d.clips, x, labelHigh, w, h)
	fmt.Fprintf(&d.body, "<g clip-path=\"url(#c%d)\"><rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%.1f\" fill=\"#fff\"/>\n", d.clips, x, labelHigh, w, h)
	at := func(l, from layout.Length) float64 { return float64(l-from) * scale }
	for _, f := range p.Fills {
		fmt.Fprintf(&d.body, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.2f\" fill=\"%s\"/>\n",
			x+at(f.X, v.X), labelHigh+at(f.Y, v.Y), float64(f.Width)*scale, max(float64(f.Height)*scale, 0.4), colour(f.Ink, accent))
	}
	for _, i := range p.Images {
		fmt.Fprintf(&d.body, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#b9c4c9\"/>\n",
			x+at(i.X, v.X), labelHigh+at(i.Y, v.Y), float64(i.Width)*scale, float64(i.Height)*scale)
	}
	bars := map[string]*strings.Builder{}
	var order []string
	for _, t := range p.Texts {
		if !seen(t, v) {
			continue
		}
		ink, end := colour(t.Ink, accent), t.X
		for k, r := range t.Runes {
			if close {
				left := end
				if t.Shift != nil {
					left += t.Shift[k]
				}
				if left+t.Size < v.X || left > v.X+v.Width {
					end += t.Advances[k]
					continue
				}
				d.glyph(t.Face, r, x+at(left, v.X), labelHigh+at(t.Y, v.Y), float64(t.Size)*scale, ink)
			}
			end += t.Advances[k]
		}
		if close {
			continue
		}
		if bars[ink] == nil {
			bars[ink] = &strings.Builder{}
			order = append(order, ink)
		}
		size := float64(t.Size) * scale
		if t.Way != layout.Across { // it runs downwards
			high := float64(end-t.X) * scale
			fmt.Fprintf(bars[ink], "M%.1f %.1fh%.1fv%.1fh-%.1fz", x+at(t.X, v.X)-size*0.31, labelHigh+at(t.Y, v.Y), size*0.62, high, size*0.62)
			continue
		}
		fmt.Fprintf(bars[ink], "M%.1f %.1fh%.1fv%.1fh-%.1fz", x+at(t.X, v.X), labelHigh+at(t.Y, v.Y)-size*0.7, float64(end-t.X)*scale, size*0.62, float64(end-t.X)*scale)
	}
	for _, ink := range order {
		fmt.Fprintf(&d.body, "<path fill=\"%s\" opacity=\".55\" d=\"%s\"/>\n", ink, bars[ink])
	}
	if v.X < 0 || v.Y < 0 { // the trim is in sight
		fmt.Fprintf(&d.body, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"none\" stroke=\"#000\" stroke-dasharray=\"4 3\"/>\n",
			x+at(0, v.X), labelHigh+at(0, v.Y), float64(p.Width)*scale, float64(p.Height)*scale)
	}
	d.body.WriteString("</g>\n")
}

// seen reports whether a text stands in a view, or reaches into it.
func seen(t layout.Text, v View) bool {
	return t.Y > v.Y && t.Y-t.Size < v.Y+v.Height && t.X < v.X+v.Width
}

// colour is an ink as the screen has it.
func colour(i layout.Ink, accent [3]uint8) string {
	base := [3]float64{}
	switch {
	case i.Paper:
		base = [3]float64{255, 255, 255}
	case i.Accent:
		base = [3]float64{float64(accent[0]), float64(accent[1]), float64(accent[2])}
	}
	tint := float64(i.Tint) / 100
	if i.Tint == 0 {
		tint = 1
	}
	for k := range base {
		base[k] = 255 - (255-base[k])*tint
	}
	return fmt.Sprintf("#%02x%02x%02x", int(base[0]), int(base[1]), int(base[2]))
}

// glyph draws a character, which is defined once.
func (d *drawing) glyph(face string, r rune, x, y, size float64, ink string) {
	key := fmt.Sprintf("%s-%x", face, r)
	name, ok := d.names[key]
	if !ok {
		if path, _ := d.outlines(face, r); path != "" {
			name = fmt.Sprintf("g%d", len(d.names))
			fmt.Fprintf(&d.defs, "<path id=\"%s\" d=\"%s\"/>\n", name, path)
		}
		d.names[key] = name
	}
	if name != "" {
		fmt.Fprintf(&d.body, "<use href=\"#%s\" transform=\"translate(%.1f %.1f) scale(%.5f)\" fill=\"%s\"/>\n", name, x, y, size/1000, ink)
	}
}

package layout

import (
	"fmt"
	"io"
	"strings"
)

// Dump writes a document as text for a person to read and for a diff to
// compare. Lengths are points; an element is given by its tag and index.
//
//	page 4 0.93
//	  text 53.858 84.335 song 10 P:12 渡口的老人说，今年的水早了十天。
//	  fill 53.858 75.535 480 0.5 tint 60
//	  link 53.858 100 60 10 Link:14 → a02
//	  anchor a01 53.858 76.535
func (d *Document) Dump(w io.Writer) error {
	var b strings.Builder
	for i := range d.Pages {
		d.dumpPage(&b, &d.Pages[i])
	}
	for _, o := range d.Outline {
		fmt.Fprintf(&b, "outline %s%s → %s\n", strings.Repeat("  ", o.Level-1), o.Title, o.Anchor)
	}
	for _, k := range d.Breaks {
		fmt.Fprintf(&b, "break %s %s %d:%d\n", k.Label, k.Article, k.Block, k.Rune)
	}
	for _, f := range d.Findings {
		fmt.Fprintf(&b, "finding %s p. %s %v %s\n", f.Code, f.Page, f.Lines, f.Message)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (d *Document) dumpPage(b *strings.Builder, p *Page) {
	fmt.Fprintf(b, "page %s %.2f\n", p.Label, p.Fill)
	for _, t := range p.Texts {
		way := [...]string{Across: "", Upright: " upright", Turned: " turned", Abreast: " abreast"}[t.Way]
		fmt.Fprintf(b, "  text %s %s %s %s%s %s%s %s\n", points(t.X), points(t.Y), t.Face, points(t.Size), way, d.tag(t.Element), t.Ink, string(t.Runes))
	}
	for _, f := range p.Fills {
		fmt.Fprintf(b, "  fill %s %s %s %s%s\n", points(f.X), points(f.Y), points(f.Width), points(f.Height), f.Ink)
	}
	for _, i := range p.Images {
		fmt.Fprintf(b, "  image %s %s %s %s %s %s\n", points(i.X), points(i.Y), points(i.Width), points(i.Height), d.tag(i.Element), i.Name)
	}
	for _, l := range p.Links {
		fmt.Fprintf(b, "  link %s %s %s %s %s → %s%s\n", points(l.X), points(l.Y), points(l.Width), points(l.Height), d.tag(l.Element), l.Anchor, l.URL)
	}
	for _, a := range p.Anchors {
		fmt.Fprintf(b, "  anchor %s %s %s\n", a.Name, points(a.X), points(a.Y))
	}
}

func (d *Document) tag(element int) string {
	if element == 0 {
		return "artifact"
	}
	return fmt.Sprintf("%s:%d", d.Elements[element].Tag, element)
}

// String gives the ink as a dump has it: " accent", " tint 60", "".
func (i Ink) String() string {
	s := ""
	if i.Accent {
		s += " accent"
	}
	if i.Paper {
		s += " paper"
	}
	if i.Tint != 0 {
		s += fmt.Sprintf(" tint %d", i.Tint)
	}
	return s
}

// points writes a length in points, without needless digits.
func points(l Length) string {
	sign := ""
	if l < 0 {
		sign, l = "-", -l
	}
	s := fmt.Sprintf("%s%d.%03d", sign, l/1000, l%1000)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}

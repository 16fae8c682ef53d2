package pdf

import (
	"fmt"
	"strings"

	"kanyin/builder/pdf/finish"
	"kanyin/issues/say"
	"kanyin/layout"
)

// An annotation is a link of the file.
type annotation struct {
	ref     finish.Ref
	page    int
	element int
	key     int // its StructParent, above those of the pages
}

// putLinks adds the links of all pages; it also gives each page's Annots.
func putLinks(doc *layout.Document, f *finish.File, frames []frame) (all []annotation, perPage []string, err error) {
	titles := articleTitles(doc)
	perPage = make([]string, len(doc.Pages))
	for page := range doc.Pages {
		for _, l := range doc.Pages[page].Links {
			if l.Element <= 0 || l.Element >= len(doc.Elements) || doc.Elements[l.Element].Tag != "Link" {
				return nil, nil, say.Errorf("page %s: a link to %s%s is of no Link element", doc.Pages[page].Label, l.Anchor, l.URL)
			}
			key := len(doc.Pages) + len(all)
			ref := f.Add(linkDict(l, frames[page], key, titles))
			all = append(all, annotation{ref, page, l.Element, key})
			perPage[page] += ref.String() + " "
		}
	}
	return all, perPage, nil
}

// linkDict writes a link annotation (ISO 32000-1, 12.5.6.5): printed with the
// page (F 4, as PDF/A asks), without a border, with a description (PDF/UA-1, 7.18.5).
func linkDict(l layout.Link, f frame, key int, titles map[string]string) string {
	target, says := "/Dest"+finish.Literal(l.Anchor), titles[l.Anchor]
	if l.URL != "" {
		target, says = "/A<</S/URI/URI"+finish.Literal(asciiURL(l.URL))+">>", l.URL
	}
	if says == "" {
		says = l.Anchor
	}
	left, bottom := f.left+l.X, f.top-l.Y-l.Height
	rect := numbers(left, bottom, left+l.Width, bottom+l.Height)
	return fmt.Sprintf("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%s]%s/Contents%s/StructParent %d>>", rect, target, finish.Text(says), key)
}

// asciiURL writes the bytes of a URL that are not ASCII, or are spaces, as the
// URI of an action needs them (12.6.4.7; RFC 3986, 2.1).
func asciiURL(url string) string {
	var b strings.Builder
	for i := range len(url) {
		if c := url[i]; c <= ' ' || c > '~' {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// articleTitles gives the title of every article by its id, which is the name of its anchor.
func articleTitles(doc *layout.Document) map[string]string {
	titles := map[string]string{}
	for _, e := range doc.Elements {
		if e.Article != "" && e.Title != "" {
			titles[e.Article] = e.Title
		}
	}
	return titles
}

// numbers writes lengths as points with spaces between.
func numbers(ls ...layout.Length) string {
	var b []byte
	for i, l := range ls {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendLength(b, l)
	}
	return string(b)
}

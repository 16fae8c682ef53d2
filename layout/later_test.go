package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"kanyin/issues/issue"
	"kanyin/layout"
)

// Text passes a picture that its column has no room for, and only there: wherever its
// place is, it stands over its caption, on the page that the text before it ends on or
// on the next, and text still follows it.
func TestTextPassesAPictureThatHasNoRoom(t *testing.T) {
	const places = 40
	passed := 0
	for place := range places {
		iss := readIssue(t, fmt.Sprintf("article\ntitle 一把石头的尺\nparagraph ~%d\npicture 1000x900\ncaption 石尺。\n", 8+10*place)+strings.Repeat("paragraph ~36\n", 6))
		doc := compose(t, iss, small())
		n, picture := firstPicture(doc)
		if !captioned(doc, &doc.Pages[n], picture) {
			t.Errorf("place %d: the picture has no caption under it", place)
		}
		before, after := paragraphsAbout(doc, picture.Element)
		if page := lastPageOf(doc, before[0]); n < page || n > page+1 {
			t.Errorf("place %d: the picture is on page %d, its place on page %d", place, n+1, page+1)
		}
		if len(after) == 0 {
			t.Errorf("place %d: no text follows the picture", place)
		}
		for _, k := range doc.Breaks {
			if len(before) > 1 && iss.Articles[0].Blocks[k.Block].Kind == issue.Caption {
				t.Errorf("place %d: page %s begins with the caption, text after it stands before", place, k.Label)
			}
		}
		if len(before) > 1 {
			passed++
		}
	}
	if passed == 0 || passed > places/2 {
		t.Errorf("in %d of %d places text passes the picture", passed, places)
	}
}

// firstPicture is the first picture of a document, and the index of its page.
func firstPicture(doc *layout.Document) (int, layout.Image) {
	for n, p := range doc.Pages {
		if len(p.Images) > 0 {
			return n, p.Images[0]
		}
	}
	return 0, layout.Image{}
}

// paragraphsAbout lists the paragraphs of a picture's story that are read before it and after it.
func paragraphsAbout(doc *layout.Document, picture int) (before, after []int) {
	for i, e := range doc.Elements {
		switch {
		case e.Tag != "P" || e.Parent != doc.Elements[picture].Parent:
		case i < picture:
			before = append(before, i)
		default:
			after = append(after, i)
		}
	}
	return before, after
}

// lastPageOf is the index of the last page that has something of an element.
func lastPageOf(doc *layout.Document, element int) int {
	last := 0
	for n, p := range doc.Pages {
		for _, x := range p.Texts {
			if x.Element == element {
				last = n
			}
		}
	}
	return last
}

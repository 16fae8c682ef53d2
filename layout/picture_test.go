package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"kanyin/issues/issue"
	"kanyin/layout"
)

// However many pictures follow a heading, each stands over its own caption: they
// need not all be kept with it.
func TestPicturesUnderAHeadingKeepTheirCaptions(t *testing.T) {
	for before := range 60 {
		blocks := []issue.Block{{Kind: issue.Title, Text: "竹椅", Lines: []int{1}}}
		if before > 0 {
			blocks = append(blocks, issue.Block{Kind: issue.Paragraph, Text: filler(7 * before), Lines: []int{2}})
		}
		blocks = append(blocks, issue.Block{Kind: issue.Heading, Text: "三年", Lines: []int{3}, Level: 1})
		iss := &issue.Issue{}
		for n := range 5 {
			name := fmt.Sprintf("p%d.jpg", n)
			iss.Pictures = append(iss.Pictures, issue.Picture{Name: name, Width: 1500, Height: 400 + 20*before})
			blocks = append(blocks, issue.Block{Kind: issue.Figure, Picture: name}, issue.Block{Kind: issue.Caption, Text: strings.Repeat("椅", n+2), Lines: []int{4 + n}})
		}
		blocks = append(blocks, issue.Block{Kind: issue.Paragraph, Text: filler(60), Lines: []int{40}})
		iss.Articles = []issue.Article{{ID: "a01", Title: "竹椅", Blocks: blocks}}
		doc := compose(t, iss, small())
		for n, p := range doc.Pages {
			for _, m := range p.Images {
				if !captioned(doc, &doc.Pages[n], m) {
					t.Errorf("%d before: the picture %s of page %d has no caption under it", before, m.Name, n+1)
				}
			}
		}
	}
}

// captioned reports whether a caption stands under a picture and near it.
func captioned(doc *layout.Document, p *layout.Page, m layout.Image) bool {
	for _, x := range p.Texts {
		if foot := m.Y + m.Height; doc.Elements[x.Element].Tag == "Caption" && x.Y > foot && x.Y < foot+40*layout.Point && x.X >= m.X-layout.Point && x.X < m.X+m.Width {
			return true
		}
	}
	return false
}

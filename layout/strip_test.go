package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"kanyin/issues/issue"
	"kanyin/layout"
)

// pictured is an issue of one story of two pages with a wide picture in the text,
// after so many of its paragraphs.
func pictured(after int) *issue.Issue {
	text := strings.Repeat("河水从上游来，流过镇子的东头，再往下就是大江。", 3)
	blocks := []issue.Block{{Kind: issue.Title, Text: "渡口", Lines: []int{1}}}
	for n := range 10 {
		if n == after {
			blocks = append(blocks, issue.Block{Kind: issue.Figure, Picture: "p.jpg"}, issue.Block{Kind: issue.Caption, Text: "六月的河。", Lines: []int{99}})
		}
		blocks = append(blocks, issue.Block{Kind: issue.Paragraph, Text: text, Lines: []int{n + 2}})
	}
	return &issue.Issue{
		Pictures: []issue.Picture{{Name: "p.jpg", Width: 2400, Height: 600}},
		Articles: []issue.Article{{ID: "a01", Title: "渡口", Blocks: blocks}},
	}
}

// A wide picture goes across the columns: near the beginning under the title, and
// later at the head of a page that has its place or follows it.
func TestAWidePictureGoesAcrossTheColumns(t *testing.T) {
	for _, after := range []int{0, 1, 7} {
		doc := compose(t, pictured(after), small())
		var wide []string
		for n, p := range doc.Pages {
			for _, m := range p.Images {
				text := "before all text"
				for _, x := range p.Texts {
					if doc.Elements[x.Element].Tag == "P" && x.Y < m.Y {
						text = "under text"
					}
				}
				wide = append(wide, fmt.Sprintf("page %d, %d columns, %s", n+1, (m.Width+layout.Point)/(100*layout.Point), text))
			}
		}
		want := map[int]string{0: "page 3, 2 columns, before all text", 1: "page 4, 2 columns, before all text", 7: "page 5, 2 columns, before all text"}[after]
		if len(wide) != 1 || wide[0] != want {
			t.Errorf("after %d paragraphs: %q, want %q", after, wide, want)
		}
		for _, b := range doc.Breaks {
			if k := doc.Breaks[0]; b.Article == "a01" && b.Block < k.Block {
				t.Errorf("page %s begins before page %s", b.Label, k.Label)
			}
			if iss := pictured(after); iss.Articles[0].Blocks[b.Block].Kind == issue.Caption {
				t.Errorf("page %s begins with a caption", b.Label)
			}
		}
	}
}

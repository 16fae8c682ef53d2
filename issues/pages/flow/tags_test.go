package flow_test

import (
	"testing"

	"kanyin/issues/pages"
	"kanyin/issues/pages/flow"
	"kanyin/issues/source"
)

// Structure elements are numbered anew on every page, so a tree cannot say
// whether a page begins with a new paragraph; indents can.
func TestTreesDoNotBreakParagraphsAtPages(t *testing.T) {
	const line, em = "河口的桥修了三年老人们说水比桥长船比水慢", 10
	page := func(number, element int, indents ...int) pages.Page {
		p := pages.Page{Number: number, Width: 300, Height: 400, Tagged: true}
		for i, indent := range indents {
			if indent > 0 {
				element++
			}
			y, x := float32(60+15*i), float32(40+em*indent)
			text := []rune(line)[indent:]
			p.Runs = append(p.Runs, pages.Run{Text: string(text), X0: x, Y0: y - 9, X1: x + float32(em*len(text)), Y1: y + 1, Baseline: y, Size: em, Face: "宋", Tag: "P", Element: element})
		}
		return p
	}
	f := flow.File("a.pdf", nil, []pages.Page{
		page(1, 0, 2, 0, 0, 0, 2, 0, 0, 0),
		page(2, 10, 0, 0, 0, 2, 0, 0, 0, 0), // goes on with the last paragraph of page 1
		page(3, 20, 2, 0, 0, 0, 2, 0, 0, 0),
	})
	for i, want := range map[int]int8{0: 1, 1: -1, 4: 1, 8: -1, 11: 1, 16: 1} {
		if x := f.Facts[i]; x.Start != want || x.Role != source.ParagraphRole {
			t.Errorf("line %d starts a paragraph: %d, want %d; its role is %q", i+1, x.Start, want, x.Role)
		}
	}
}

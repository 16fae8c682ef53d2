package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"kanyin/issues/issue"
)

// What names several notes is raised whole, brackets and all, and begins no line.
func TestAMarkOfSeveralNotesIsRaisedWhole(t *testing.T) {
	for n := range 30 {
		blocks := []issue.Block{{Kind: issue.Title, Text: "渡口", Lines: []int{1}}, {Kind: issue.Paragraph, Text: filler(n) + "水到籴。[2-4]", Lines: []int{2}}}
		for k := range 4 {
			blocks = append(blocks, issue.Block{Kind: issue.Reference, Text: fmt.Sprintf("[%d] 河口志。", k+1), Lines: []int{3 + k}})
		}
		doc := compose(t, &issue.Issue{Articles: []issue.Article{{ID: "a01", Title: "渡口", Blocks: blocks}}}, small())
		_, line, size := placeOf(doc, '籴')
		raised := ""
		for _, p := range doc.Pages {
			for _, x := range p.Texts {
				if doc.Elements[x.Element].Tag != "P" {
					continue
				}
				for _, r := range x.Runes {
					if strings.ContainsRune("[2-4]", r) && x.Size < size && x.Y < line {
						raised += string(r)
					}
				}
			}
		}
		if want := "[2-4]"; raised != want {
			t.Errorf("%d characters before: %q is raised, want %q", n, raised, want)
		}
	}
}

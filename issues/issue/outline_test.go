package issue

import (
	"fmt"
	"testing"
)

func TestHeadingsBeginAtOneAndSkipNoLevel(t *testing.T) {
	for _, c := range []struct{ told, want []int }{
		{[]int{1, 2, 3, 2, 1}, []int{1, 2, 3, 2, 1}},
		{[]int{2, 2, 3}, []int{1, 1, 2}},
		{[]int{2, 2, 1, 2}, []int{1, 1, 1, 2}},
		{[]int{1, 3, 3, 2}, []int{1, 2, 2, 2}},
		{[]int{0, 1}, []int{1, 2}},
		{[]int{3, 2, 1}, []int{1, 1, 1}},
	} {
		iss := &Issue{Articles: []Article{{}}}
		a := &iss.Articles[0]
		for _, l := range c.told {
			a.Blocks = append(a.Blocks, Block{Kind: Heading, Level: l}, Block{Kind: Paragraph})
		}
		iss.SettleLevels()
		var got []int
		for _, b := range a.Blocks {
			if b.Kind == Heading {
				got = append(got, b.Level)
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%v: %v, want %v", c.told, got, c.want)
		}
	}
}

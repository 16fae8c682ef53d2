package flow_test

import (
	"slices"
	"testing"

	"kanyin/issues/pages"
	"kanyin/issues/pages/flow"
)

// sideBySide has a text of eight lines in each of two stacks.
func sideBySide() []pages.Page {
	p := pages.Page{Number: 1, Width: 400, Height: 400}
	for i, n := range []rune("甲乙丙丁戊己庚辛") {
		y := float32(60 + 15*i)
		for _, half := range []struct {
			x    float32
			text string
		}{{40, string(n) + "左边的桥修了三年"}, {200, string(n) + "右边的灯亮了一夜"}} {
			text := []rune(half.text)
			p.Runs = append(p.Runs, pages.Run{Text: half.text, X0: half.x, Y0: y - 9, X1: half.x + float32(10*len(text)), Y1: y + 1, Baseline: y, Size: 10, Face: "宋"})
		}
	}
	return []pages.Page{p}
}

func TestColumnsThatSomebodyHasCounted(t *testing.T) {
	for _, c := range []struct {
		columns int
		second  string // the line that is read behind the first
	}{
		{0, "乙左边的桥修了三年"},
		{2, "乙左边的桥修了三年"},
		{1, "甲右边的灯亮了一夜"}, // a list in two stacks, read row by row
	} {
		f := flow.Options{Columns: c.columns}.File("a.pdf", nil, sideBySide())
		at := slices.Index(f.Lines, c.second)
		if at != 1 {
			t.Errorf("%d columns: %q is line %d of %q", c.columns, c.second, at+1, f.Lines)
		}
	}
}

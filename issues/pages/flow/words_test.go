package flow_test

import (
	"testing"

	"kanyin/issues/pages"
	"kanyin/issues/pages/flow"
)

// Faces that are drawn by procedures, as browsers print them, give the ink of a
// character for its box: the white beside 口 is no space, and that of an em is.
func TestInkForBoxes(t *testing.T) {
	for _, c := range []struct {
		text, want string
		edges      []float32
	}{
		{"河口岸边", "河口岸边", []float32{0, 10, 11.7, 18.3, 20, 30, 30, 40}},
		{"自己上岸", "自己上岸", []float32{2, 8, 10, 20, 20, 30, 30, 40}},
		{"河口周岸", "河口 周岸", []float32{0, 10, 11.7, 18.3, 25, 35, 35, 45}},
	} {
		n := c.edges[len(c.edges)-1]
		p := pages.Page{Number: 1, Width: 200, Height: 200, Runs: []pages.Run{{Text: c.text, X0: c.edges[0], Y0: 91, X1: n, Y1: 101, Baseline: 100, Edges: c.edges, Size: 10, Face: "宋"}}}
		if got := flow.File("a.pdf", nil, []pages.Page{p}).Lines[0]; got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

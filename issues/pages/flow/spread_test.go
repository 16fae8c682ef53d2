package flow_test

import (
	"slices"
	"testing"
	"unicode/utf8"

	"kanyin/issues/pages"
	"kanyin/issues/pages/flow"
)

// A line before a word that would not fit is justified until its ideographs
// stand more than an em apart. It reads as it was written: the white between all
// of them is no space, and what is wider is one. Heads of a table stand as far
// apart, over cells that do too: they stay apart.
func TestALineJustifiedWide(t *testing.T) {
	type piece struct {
		x    float32
		text string
	}
	set := func(y float32, ps ...piece) (rs []pages.Run) {
		for _, p := range ps {
			rs = append(rs, pages.Run{Text: p.text, X0: p.x, Y0: y - 9, X1: p.x + 10*float32(utf8.RuneCountInString(p.text)), Y1: y + 1, Baseline: y, Size: 10, Face: "宋"})
		}
		return rs
	}
	read := func(rows ...[]pages.Run) []string {
		p := pages.Page{Number: 1, Width: 300, Height: 200, Runs: slices.Concat(rows...)}
		return flow.File("a.pdf", nil, []pages.Page{p}).Lines
	}
	wide := set(100, piece{40, "渡"}, piece{62, "口"}, piece{97, "涨"}, piece{119, "水"}, piece{141, "船"}, piece{163, "停"})
	full := set(115, piece{40, "岸边的人等到天黑才回去吃饭"})
	if got, want := read(wide, full), "渡口 涨水船停"; !slices.Contains(got, want) {
		t.Errorf("read as %q, want %q", got, want)
	}
	cells := set(115, piece{40, "一"}, piece{62, "二"}, piece{97, "三"}, piece{119, "四"}, piece{141, "五"}, piece{163, "六"})
	if got := read(wide, cells); slices.Contains(got, "渡口 涨水船停") {
		t.Errorf("cells are read as one line: %q", got)
	}
}

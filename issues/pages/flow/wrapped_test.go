package flow_test

import (
	"slices"
	"testing"
	"unicode/utf8"

	"kanyin/issues/pages"
	"kanyin/issues/pages/flow"
)

// A cell too long for its column goes on under itself, closer than rows follow
// one another: it stays one cell, and its row one row. Rows as close as the lines
// of a cell would be are rows.
func TestACellThatWraps(t *testing.T) {
	page := pages.Page{Number: 1, Width: 300, Height: 300}
	set := func(y float32, cells ...string) {
		for i, s := range cells {
			if s == "" {
				continue
			}
			x := 40 + 70*float32(i)
			page.Runs = append(page.Runs, pages.Run{Text: s, X0: x, Y0: y - 7, X1: x + 8*float32(utf8.RuneCountInString(s)), Y1: y + 1, Baseline: y, Size: 8, Face: "宋"})
		}
	}
	read := func() []string { return flow.File("a.pdf", nil, []pages.Page{page}).Lines }

	set(50, "桥名", "造法", "年份")
	set(64, "河口石拱", "用石头一", "一九")
	set(74, "桥", "块块砌成")
	set(88, "浮桥", "船", "三五")
	set(102, "独木的小", "木", "一二")
	set(112, "桥")
	set(126, "铁桥", "铁", "五七")
	want := []string{"桥名\t造法\t年份", "河口石拱桥\t用石头一块块砌成\t一九", "浮桥\t船\t三五", "独木的小桥\t木\t一二", "铁桥\t铁\t五七"}
	if got := read(); !slices.Equal(got, want) {
		t.Errorf("read as %q, want %q", got, want)
	}

	page.Runs = nil
	set(50, "桥名", "造法", "年份")
	set(60, "石拱桥", "石", "一九")
	set(70, "浮桥", "船")
	set(80, "铁桥", "铁", "五七")
	want = []string{"桥名\t造法\t年份", "石拱桥\t石\t一九", "浮桥\t船", "铁桥\t铁\t五七"}
	if got := read(); !slices.Equal(got, want) {
		t.Errorf("read as %q, want %q", got, want)
	}
}

package order_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/order"
	"kanyin/issues/reconstruct/rows"
)

// Two columns of a page; the second begins another article.
var (
	columnA = []string{
		"paragraph 灯塔的老人说，今年的水早", "paragraph 了十天，渡口的人都在准备过", "paragraph 河的船只。孩子们在河边跑来", "paragraph 跑去，他们的父母在集市上买",
		"paragraph 东西，准备明天一早出发去城", "paragraph 里看望已经工作多年的亲戚朋", "paragraph 友。老人点了一支烟，看着江", "paragraph 面上慢慢升起来的雾气，什么", "paragraph 也没有说。",
	}
	columnB = []string{
		"paragraph 第二天早上，雾已经散了，船", "paragraph 工开始检查每一条船的情况。", "title 镇上的两座桥", "byline 文/林小河",
		"paragraph 镇上有两座桥，一座是石头的", "paragraph 建筑，另外一座是木头的，已", "paragraph 经有一百年的历史，据说是当", "paragraph 年的商人出钱修建起来的，现", "paragraph 在仍然可以通行。",
	}
)

// known makes rows of lines such as "title 两座桥", with a blank line before each
// where parted is true.
func known(lines []string, n int, parted bool) (rs []rows.Row, ls []label.Label) {
	for i, l := range lines {
		name, text, _ := strings.Cut(l, " ")
		k, _ := label.KindOf(name)
		r := rows.Row{Text: text, Line: i + 1, Page: n}
		if parted && i > 0 {
			r.Blank = 1
		}
		rs = append(rs, r)
		ls = append(ls, label.Label{Kind: k, Begins: true})
	}
	return rs, ls
}

func text(rs []rows.Row, perm []int) string {
	var b strings.Builder
	for _, i := range perm {
		fmt.Fprintln(&b, rs[i].Text)
	}
	return b.String()
}

func straight(lines []string) string {
	rs, _ := known(lines, 1, false)
	var b strings.Builder
	for _, r := range rs {
		fmt.Fprintln(&b, r.Text)
	}
	return b.String()
}

func TestColumnsByTurnsOfKnownKinds(t *testing.T) {
	var woven []string
	for i := range columnA {
		woven = append(woven, columnA[i], columnB[i])
	}
	want := straight(append(slices.Clone(columnA), columnB...))
	rs, ls := known(woven, 1, true)
	perm, moved := order.Read(rs, ls, nil)
	if got := text(rs, perm); got != want {
		t.Errorf("got\n%s", got)
	}
	if len(moved) != 1 || len(moved[0].Rows) != len(rs) {
		t.Errorf("moved %+v", moved)
	}
}

func TestColumnsOfKnownKindsInOrderStay(t *testing.T) {
	rs, ls := known(append(slices.Clone(columnA), columnB...), 1, false)
	if perm, moved := order.Read(rs, ls, nil); len(moved) != 0 || !slices.IsSorted(perm) {
		t.Errorf("moved %+v", moved)
	}
}

// What stands in no column, and what stands on other pages, keeps its place.
func TestNothingElseMoves(t *testing.T) {
	var woven []string
	woven = append(woven, "running 河口 2025年第3期")
	for i := range columnA {
		woven = append(woven, columnA[i], columnB[i])
	}
	woven = append(woven, "running 12")
	rs, ls := known(woven, 1, true)
	more, labels := known(columnA, 2, false)
	rs, ls = append(rs, more...), append(ls, labels...)
	perm, moved := order.Read(rs, ls, nil)
	if len(moved) != 1 || perm[0] != 0 || perm[len(woven)-1] != len(woven)-1 {
		t.Errorf("moved %+v, read as %v", moved, perm)
	}
	for n := len(woven); n < len(rs); n++ {
		if perm[n] != n {
			t.Errorf("row %d of page 2 moved to %d", perm[n], n)
		}
	}
}

// FuzzKnown holds that any rows are read once each, on their own pages.
func FuzzKnown(f *testing.F) {
	f.Add("灯塔的老人说，今年\n镇上的人都来看船\n的水早了十天\n孩子们在河边跑", []byte{14, 0x8e, 14, 8}, byte(3))
	f.Fuzz(func(t *testing.T, s string, kinds []byte, size byte) {
		var rs []rows.Row
		var ls []label.Label
		for i, l := range strings.Split(s, "\n") {
			if i > 400 {
				break
			}
			k := byte(14)
			if len(kinds) > 0 {
				k = kinds[i%len(kinds)]
			}
			rs = append(rs, rows.Row{Text: l, Line: i + 1, Page: 1 + i/(1+int(size)), Blank: int(k >> 7)})
			ls = append(ls, label.Label{Kind: label.Kind(k & 0x7f % byte(label.Kinds))})
		}
		perm, _ := order.Read(rs, ls, nil)
		seen := make([]bool, len(rs))
		for n, i := range perm {
			if seen[i] || rs[i].Page != rs[n].Page {
				t.Fatalf("row %d at %d", i, n)
			}
			seen[i] = true
		}
		if len(perm) != len(rs) {
			t.Fatalf("%d rows of %d", len(perm), len(rs))
		}
		again, _ := order.Read(rs, ls, nil)
		if !slices.Equal(perm, again) {
			t.Error("read differently the second time")
		}
	})
}

package unwrap_test

import (
	"slices"
	"strings"
	"testing"

	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/unwrap"
	"kanyin/issues/source"
)

// Lines that a margin broke are one row; a title, a short last line and the next
// paragraph's indent end it.
func TestUnwrap(t *testing.T) {
	paragraphs := []string{
		"天还没有亮透，渡口的灯先亮了。船工把缆绳解开，等第一拨赶集的人，桨声一下一下，像是数着步子，对岸的狗叫了两声。",
		"秤杆子可以低头，人不能低头，卖鱼的老人这样说。集市散得早，太阳一高，街上只剩下扫地的声音，一直响到中午。",
		"银杏每年落下许多白果，地上的可以捡，树上的不许打，校长在晨会上讲过三遍，孩子们都记得，也都打过。",
	}
	var lines, want []string
	for _, boat := range []string{"渔船", "渡轮", "竹筏", "舢板"} { // what stands again and again is a running head
		lines = append(lines, boat+"的早晨", "")
		want = append(want, boat+"的早晨")
		for _, p := range paragraphs {
			p = strings.ReplaceAll(p, "，", "，"+boat)
			want = append(want, p)
			r := []rune("　　" + p)
			for len(r) > 18 {
				lines = append(lines, string(r[:18]))
				r = r[18:]
			}
			lines = append(lines, string(r))
		}
		lines = append(lines, "")
	}
	d := &draft.Draft{File: &source.File{Lines: lines}}
	draft.ReadLines(d)
	unwrap.Unwrap(d)
	var got []string
	for _, r := range d.Rows {
		got = append(got, r.Text)
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if r := d.Rows[1]; len(r.Turns) != len(r.Lines)-1 {
		t.Errorf("%d lines, %d turns", len(r.Lines), len(r.Turns))
	}
}

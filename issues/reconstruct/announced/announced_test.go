package announced_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"kanyin/issues/reconstruct/announced"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
)

// Every line is "kind text"; -- parts pages, and a blank line stands between rows.
func TestTitles(t *testing.T) {
	for _, c := range []struct{ what, lines, want string }{
		{"a title amid a text, on two rows", `
contents 渡口船工守水位的故事 / 5
--
paragraph 年货卖得比去年快

paragraph 渡口船工守
paragraph 水位的故事
paragraph 船工说水位要涨`, "渡口船工守 水位的故事"},
		{"a title before a page number, that passed for a running head", `
contents 渡口船工守水位 / 5
--
paragraph 年货卖得比去年快

running 渡口船工守水位

running 5`, "渡口船工守水位"},
		{"an entry that has its title", `
contents 渡口船工守水位 / 5
--
title 渡口船工守水位

paragraph 渡口船工守水位`, ""},
		{"an entry on two rows", `
contents 17 渡口船工守水位的
contents+ 许多故事
--
paragraph 渡口船工守水位的许多故事
paragraph 船工说水位要涨`, "渡口船工守水位的许多故事"},
		{"a row that has some words of an entry", `
contents 渡口船工守水位的许多年和许多故事 / 某某
--
paragraph 渡口船工守水位
paragraph 船工说水位要涨`, ""},
		{"a row that goes on with a text", `
contents 渡口船工守水位 / 5
--
paragraph 他写的一篇文章叫做
paragraph 渡口船工守水位`, ""},
		{"too short", `
contents 前言 / 5
--
paragraph 前言`, ""},
	} {
		t.Run(c.what, func(t *testing.T) {
			rs, ls := rowsOf(t, c.lines)
			var got []string
			for _, i := range slices.Sorted(maps.Keys(announced.Titles(rs, ls))) {
				got = append(got, rs[i].Text)
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("titles %q, want %q", s, c.want)
			}
		})
	}
}

func rowsOf(t *testing.T, lines string) (rs []rows.Row, ls []label.Label) {
	page, blank := 1, 0
	for _, s := range strings.Split(strings.TrimSpace(lines), "\n") {
		switch name, text, _ := strings.Cut(s, " "); s {
		case "":
			blank++
		case "--":
			page, blank = page+1, 0
		default:
			name, more := strings.CutSuffix(name, "+")
			k, ok := label.KindOf(name)
			if !ok {
				t.Fatalf("no kind %q", name)
			}
			rs, ls = append(rs, rows.Row{Text: text, Page: page, Blank: blank}), append(ls, label.Label{Kind: k, Begins: !more})
			blank = 0
		}
	}
	return rs, ls
}

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
		{"behind a running head and behind the end of a sentence, without a blank line", `
contents 渡口船工守水位 / 5
contents 集市上的年货货摊 / 7
--
running 河口月刊
paragraph 渡口船工守水位
paragraph 船工说水位要涨。
paragraph 集市上的年货货摊
paragraph 年货卖得比去年快`, "渡口船工守水位 集市上的年货货摊"},
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

// A title on two rows, and two titles at one height.
func TestParted(t *testing.T) {
	for _, c := range []struct{ what, lines, want string }{
		{"two titles by the contents", `
contents 渡口船工守水位 / 5
contents 集市上的年货 / 5
--
title 渡口船工
title+ 守水位
title+ 集市上的年货`, "集市上的年货"},
		{"one title by the contents", `
contents 渡口船工守水位 / 5
contents 渡口船工守水位集市上的年货 / 7
--
title 渡口船工守水位
title+ 集市上的年货`, ""},
		{"a title of which the contents have the first row alone", `
contents 渡口船工守水位 / 5
contents 灯塔的老人 / 7
--
title 渡口船工守水位
title+ 集市上的年货`, ""},
	} {
		t.Run(c.what, func(t *testing.T) {
			rs, ls := rowsOf(t, c.lines)
			var got []string
			for _, i := range announced.Parted(rs, ls) {
				got = append(got, rs[i].Text)
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("titles begin with %q, want %q", s, c.want)
			}
		})
	}
}

const bareList = `
contents 人物素描
contents 渡口的船工们
contents 守灯塔的人
contents 市声里巷
contents 年货集市
contents 桥上的茶馆
--
running 人物素描
running 渡口的船工们
paragraph 船工每天看三次水位标尺。

title 守灯塔的人

paragraph 灯塔的老人说，今年的水早。
--
title 市声里巷
title 年货集市
paragraph 集市的灯亮到半夜。

heading 桥上的茶馆

paragraph 茶馆里的人都在说水。`

func TestListed(t *testing.T) {
	for _, c := range []struct{ what, lines, want string }{
		{"contents that are a bare list", bareList, "section 人物素描, title 渡口的船工们, title 守灯塔的人, section 市声里巷, title 年货集市, title 桥上的茶馆"},
		{"rows in another order", strings.ReplaceAll(bareList, "contents 守灯塔的人\ncontents 市声里巷\ncontents 年货集市\n", "contents 年货集市\ncontents 市声里巷\ncontents 守灯塔的人\n"), ""},
		{"a list that has the headings too", strings.ReplaceAll(bareList, "title ", "heading "), ""},
	} {
		t.Run(c.what, func(t *testing.T) {
			rs, ls := rowsOf(t, c.lines)
			sets := announced.Listed(rs, ls)
			var got []string
			for _, i := range slices.Sorted(maps.Keys(sets)) {
				for _, k := range []label.Kind{label.Section, label.Title} {
					if sets[i] == label.SetOf(k) {
						got = append(got, k.String()+" "+rs[i].Text)
					}
				}
			}
			if s := strings.Join(got, ", "); s != c.want {
				t.Errorf("%q, want %q", s, c.want)
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

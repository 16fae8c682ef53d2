package overleaf_test

import (
	"strings"
	"testing"

	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/overleaf"
	"kanyin/issues/reconstruct/rows"
	"kanyin/issues/source"
)

// page makes rows of a page: every line is "column kind text"; an indent is two
// ideographic spaces, which here move the line's box.
func page(n int, lines string) (rs []rows.Row, ls []label.Label) {
	y := map[string]float32{}
	for _, l := range strings.Split(strings.TrimSpace(lines), "\n") {
		f := strings.Fields(l)
		fact := &source.Fact{Page: n, Size: 10, Columns: 2, Column: 1, X0: 50}
		if f[0] == "2" {
			fact.Column, fact.X0 = 2, 250
		}
		text, short := strings.CutSuffix(f[2], "¶") // what ends a paragraph leaves some of its line
		text, indented := strings.CutPrefix(text, "··")
		if fact.X1 = fact.X0 + 150; short {
			fact.X1 -= 50
		}
		if indented {
			fact.X0 += 20
		}
		fact.Y0, y[f[0]] = y[f[0]], y[f[0]]+14
		l := label.Label{Kind: label.Paragraph, Begins: indented}
		if k, ok := label.KindOf(f[1]); ok {
			l = label.Label{Kind: k, Begins: true}
		}
		rs, ls = append(rs, rows.Row{Text: text, Page: n, Line: n*100 + len(rs), Fact: fact}), append(ls, l)
	}
	return rs, ls
}

func read(pages ...string) string {
	var rs []rows.Row
	var ls []label.Label
	for i, p := range pages {
		r, l := page(i+1, p)
		rs, ls = append(rs, r...), append(ls, l...)
	}
	perm, _ := overleaf.Order(rs, ls)
	var out []string
	for _, i := range perm {
		out = append(out, rs[i].Text)
	}
	return strings.Join(out, " ")
}

const foot = `
1 title 河口的桥
1 text ··桥修好的那年冬天，镇上的
2 title 渡船停了
2 text ··最后一班船靠了岸。
`

func TestArticlesGoOnInTheirOwnColumns(t *testing.T) {
	got := read(foot, `
1 text 人都去看它。
1 text ··风很大。
1 text ··孩子们数桥墩，从
2 text ··艄公把缆绳系好。
2 text ··他说不回来了。
2 text ··船留给了镇上。
`)
	want := "河口的桥 桥修好的那年冬天，镇上的 人都去看它。 风很大。 孩子们数桥墩，从 渡船停了 最后一班船靠了岸。 艄公把缆绳系好。 他说不回来了。 船留给了镇上。"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Where the last article alone goes on over the columns nothing moves: its text
// fits from column to column.
func TestOneArticleGoesOnAcross(t *testing.T) {
	first := strings.NewReplacer("镇上的", "没有人。", "靠了岸。", "靠岸时，老艄公").Replace(foot)
	got := read(first, `
1 text 把缆绳系好。
1 text ··他说不回来了。
1 text ··船留给了镇上，人们
2 text 后来把它漆成蓝色。
2 text ··孩子们数它的板。
2 text ··一共九块。
`)
	want := "河口的桥 桥修好的那年冬天，没有人。 渡船停了 最后一班船靠岸时，老艄公 把缆绳系好。 他说不回来了。 船留给了镇上，人们 后来把它漆成蓝色。 孩子们数它的板。 一共九块。"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A heading at a column's foot wants its text, and the last line of a paragraph
// does not go on: where the columns' own text fits, each article keeps its columns.
func TestAColumnThatEndsWithAHeading(t *testing.T) {
	got := read(`
1 title 河口的桥
1 text ··桥修好的那年冬天，镇上的
1 heading 开通
2 title 渡船停了
2 text ··最后一班船靠了岸，老艄公
`, `
1 text ··人都去看它。
1 text 风很大。
1 text ··孩子们数桥墩。
2 text 把缆绳系好。
2 text ··他说不回来了。
2 text ··船留给了镇上。
`)
	want := "河口的桥 桥修好的那年冬天，镇上的 开通 人都去看它。 风很大。 孩子们数桥墩。 渡船停了 最后一班船靠了岸，老艄公 把缆绳系好。 他说不回来了。 船留给了镇上。"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAParagraphThatIsOver(t *testing.T) {
	got := read(`
1 title 河口的桥
1 text ··桥修好的那年冬天，镇上的
2 title 渡船停了
2 text ··最后一班船靠了岸。¶
`, `
1 text 人都去看它。
1 text ··风很大。
1 text ··孩子们数桥墩。
2 heading 艄公
2 text ··他说不回来了。
2 text ··船留给了镇上。
`)
	want := "河口的桥 桥修好的那年冬天，镇上的 人都去看它。 风很大。 孩子们数桥墩。 渡船停了 最后一班船靠了岸。 艄公 他说不回来了。 船留给了镇上。"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// An article that goes on in the next column of its page is over there, and what
// stands in a box at the foot ends none.
func TestAnArticleThatEndsInTheNextColumn(t *testing.T) {
	got := read(`
1 title 河口的桥
1 text ··桥修好的那年冬天，镇上的
2 text 人都去看它。
2 title 渡船停了
2 text ··最后一班船靠了岸，老艄公
2 box 渡船的来历。¶
`, `
1 text 把缆绳系好。
1 text ··他说不回来了。
1 text ··船留给了镇上。
2 text ··人们把它漆成蓝色。
2 text ··孩子们数它的板。
2 text ··一共九块。
`)
	want := "河口的桥 桥修好的那年冬天，镇上的 人都去看它。 渡船停了 最后一班船靠了岸，老艄公 渡船的来历。 把缆绳系好。 他说不回来了。 船留给了镇上。 人们把它漆成蓝色。 孩子们数它的板。 一共九块。"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Of two articles the first ends its page with a paragraph. That it goes on in its
// own column shows in the other's.
func TestOnlyTheLastBreaksOff(t *testing.T) {
	got := read(`
1 title 河口的桥
1 text ··桥修好的那年冬天很冷。¶
2 title 渡船停了
2 text ··最后一班船靠了岸，老艄公
`, `
1 text ··人都去看它。
1 text ··风很大。
1 text ··孩子们数桥墩。¶
2 text 把缆绳系好。
2 text ··他说不回来了。
2 text ··船留给了镇上。
`)
	want := "河口的桥 桥修好的那年冬天很冷。 人都去看它。 风很大。 孩子们数桥墩。 渡船停了 最后一班船靠了岸，老艄公 把缆绳系好。 他说不回来了。 船留给了镇上。"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

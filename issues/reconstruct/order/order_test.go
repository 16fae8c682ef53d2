package order_test

import (
	"slices"
	"strings"
	"testing"

	"kanyin/issues/internal/houses"
	"kanyin/issues/reconstruct/evidence"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/order"
	"kanyin/issues/reconstruct/rows"
)

// Two columns of one page, each line as wide as the column.
var (
	left = []string{
		"河口的桥修了三年，今年春天才通", "车。老人们清早就到桥头去，坐在", "石墩上看船。他们说从前过河要等",
		"渡船，一等就是半天，赶集的人挑", "着担子站在泥里，谁也不抱怨。现", "在两分钟就走过去了，反倒没有人",
		"愿意停下来。卖豆腐的老周把摊子", "摆在桥东，他说桥上的风比街上的", "风大，豆腐凉得快，味道也好些。", "孩子们放学以后在栏杆边上写作业，",
	}
	right = []string{
		"图书馆的读者比去年多了一倍，管", "理员把借书的规矩改了两次。第一", "次是延长时间，第二次是允许中学",
		"生把书带回家。有人担心书会丢，", "到年底一算，只少了四本，其中三", "本后来又还了回来。馆长在会上说，",
		"信任是借出去的，也是收得回来的。", "她打算明年在车站开一个小小的阅", "览室，让等车的人有地方坐，也有", "东西可看，不必一直盯着手机屏幕。",
	}
)

func page(lines []string, blank int) []rows.Row {
	var out []rows.Row
	for i, l := range lines {
		out = append(out, rows.Row{Text: l, Line: i + 1, Page: 1, Blank: blank})
	}
	return out
}

// paragraphs labels the rows as text of paragraphs.
func paragraphs(rs []rows.Row) []label.Label {
	ls := make([]label.Label, len(rs))
	for i := range ls {
		ls[i].Kind = label.Paragraph
	}
	return ls
}

func read(rs []rows.Row) []string {
	perm, _ := order.Read(rs, paragraphs(rs), nil)
	out := make([]string, len(perm))
	for i, r := range perm {
		out[i] = rs[r].Text
	}
	return out
}

func TestColumnsGivenInTurnsAreReadOneAfterTheOther(t *testing.T) {
	var woven []string
	for i := range left {
		woven = append(woven, left[i], right[i])
	}
	want := slices.Concat(left, right)
	if got := read(page(woven, 1)); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestColumnsThatStandInOrderStay(t *testing.T) {
	want := slices.Concat(left, right)
	for blank := range 2 {
		if got := read(page(want, blank)); !slices.Equal(got, want) {
			t.Errorf("with %d blank lines between rows: got\n%s", blank, strings.Join(got, "\n"))
		}
	}
}

// What was set in order stays in order: no page of twelve magazines is touched.
func TestOrderlyMagazinesStay(t *testing.T) {
	for seed := range uint64(12) {
		for _, form := range []houses.Form{houses.Set, houses.Spaced, houses.Inset} {
			h, err := houses.Make(seed, form)
			if err != nil {
				t.Fatal(err)
			}
			rs := rows.Of(h.File)
			if _, moved := order.Read(rs, label.Text().Read(evidence.Of(rs), nil), nil); len(moved) > 0 {
				t.Errorf("seed %d, form %d: %d pages were put into another order", seed, form, len(moved))
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("河口\n\n图书馆\f桥\n“风\n”")
	f.Add(strings.Join(left, "\n\n") + "\f" + strings.Join(right, "\n"))
	f.Fuzz(func(t *testing.T, text string) {
		var rs []rows.Row
		for n, l := range strings.Split(text, "\n") {
			if l = strings.TrimSpace(l); l != "" {
				rs = append(rs, rows.Row{Text: l, Line: n + 1, Page: 1 + n/40, Blank: n % 2})
			}
		}
		perm, moved := order.Read(rs, paragraphs(rs), nil)
		sorted := slices.Sorted(slices.Values(perm))
		for i, r := range sorted {
			if i != r {
				t.Fatalf("%v is no order of %d rows", perm, len(rs))
			}
			if rs[perm[i]].Page != rs[i].Page {
				t.Fatalf("row %d left its page", perm[i])
			}
		}
		for _, p := range moved {
			if p.Margin <= 0 {
				t.Errorf("page moved by a margin of %v", p.Margin)
			}
		}
	})
}

// Where a paragraph ends in both columns at one height, nothing that the rows say tells
// which goes on where; which articles they belong to does.
func TestRowsGoOnInTheirArticle(t *testing.T) {
	first := []string{"渡口的船工说，今年的水位早了十", "天，码头上的人都在看标尺。", "渡口停了两天，等水退下去的人坐", "在石阶上，谁也不着急赶路回家。"}
	second := []string{"集市摆了三天，年货卖得比去年快", "得多，摊主们笑得合不上嘴巴。", "集市散了以后，扫街的人扫出两筐", "糖纸，孩子们还在后面跟着捡拾。"}
	var woven []string
	var articles spoken
	for range 3 {
		for i := range first {
			woven, articles = append(woven, first[i], second[i]), append(articles, 1, 2)
		}
	}
	rs := page(woven, 1)
	perm, _ := order.Read(rs, paragraphs(rs), articles)
	for k := 1; k < len(perm); k++ {
		if articles[perm[k]] < articles[perm[k-1]] {
			t.Fatalf("row %d of another article behind row %d: %v", perm[k], perm[k-1], perm)
		}
	}
}

// spoken is the article of every row, by words that leave little doubt.
type spoken []int

func (s spoken) Head(int) int { return 0 }
func (s spoken) Over(int) int { return 1 }
func (s spoken) On(rows []int, over int) (among []int, worth [][]float64) {
	among = []int{over, 1, 2}
	slices.Sort(among)
	among = slices.Compact(among)
	for _, i := range rows {
		w := make([]float64, len(among))
		w[slices.Index(among, s[i])] = 5
		worth = append(worth, w)
	}
	return among, worth
}

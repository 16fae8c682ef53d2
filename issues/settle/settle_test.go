package settle

import (
	"fmt"
	"strings"
	"testing"

	"kanyin/issues/issue"
)

func TestRowsOfOneTableHaveCells(t *testing.T) {
	rows := func(kind issue.Kind, texts ...string) []issue.Block {
		var out []issue.Block
		for _, s := range texts {
			out = append(out, issue.Block{Kind: kind, Text: s})
		}
		return out
	}
	for _, c := range []struct {
		what   string
		blocks []issue.Block
		want   string
	}{
		{"a head over rows of figures", rows(issue.Data, "月份 水位 船", "一月 1.20 12", "二月 1.25 14"), "H[月份 水位 船] [一月 1.20 12] [二月 1.25 14]"},
		{"no head", rows(issue.Data, "一月 1.20", "二月 1.25"), "[一月 1.20] [二月 1.25]"},
		{"a unit stays with its figures", rows(issue.Data, "6月5日 19～28 ℃", "6月6日 20～29 ℃"), "[6月5日 19～28 ℃] [6月6日 20～29 ℃]"},
		{"rows of unequal length", rows(issue.Data, "一月 1.20", "二月 1.25 14"), ""},
		{"an empty cell at a row's end", rows(issue.Data, "年份 级数 备注", "2019 41 水大", "2020 41", "2021 40 修补"), "H[年份 级数 备注] [2019 41 水大] [2020 41 ] [2021 40 修补]"},
		{"an empty cell at one of two places", rows(issue.Data, "一月 大 3", "二月 小 4", "三月 5"), "[一月 大 3] [二月 小 4]"},
		{"an empty cell that may stand anywhere", rows(issue.Data, "2019 41 3", "2020 41 4", "2021 40"), "[2019 41 3] [2020 41 4]"},
		{"two tables, one of fewer columns", rows(issue.Data, "2019 41 水大", "2020 41 水小", "2021 40", "2022 41"), "[2019 41 水大] [2020 41 水小] [2021 40] [2022 41]"},
		{"one row", rows(issue.Data, "一月 1.20"), ""},
		{"cells behind tabs", rows(issue.Table, "摊位\t东 街\n鱼\t3\n菜\t"), "H[摊位 东 街] [鱼 3] [菜 ]"},
		{"cells behind wide gaps", rows(issue.Table, "摊 位  东街\n鱼  3"), "H[摊 位 东街] [鱼 3]"},
		{"no cells", rows(issue.Table, "摊位 东街\n鱼"), ""},
	} {
		iss := &issue.Issue{Articles: []issue.Article{{Blocks: c.blocks}}}
		Structure(iss)
		var got []string
		for _, b := range iss.Articles[0].Blocks {
			for n, row := range b.Rows {
				s := "[" + strings.Join(row, " ") + "]"
				if b.Head && n == 0 {
					s = "H" + s
				}
				got = append(got, s)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %s, want %s", c.what, strings.Join(got, " "), c.want)
		}
	}
}

func TestStanzasBeginBehindWiderGaps(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"水自西来\n风从东起\n\n一城灯火\n两岸人家", "水自西来/风从东起//一城灯火/两岸人家"},
		{"水自西来\n\n风从东起\n\n\n一城灯火", "水自西来/风从东起//一城灯火"},
		{"水自西来\n\n风从东起\n\n一城灯火", "水自西来/风从东起/一城灯火"},
	} {
		iss := &issue.Issue{Source: issue.Source{Lines: strings.Split(c.source, "\n")}, Articles: make([]issue.Article, 1)}
		a := &iss.Articles[0]
		for i, l := range iss.Source.Lines {
			if l != "" {
				a.Blocks = append(a.Blocks, issue.Block{Kind: issue.Paragraph, Form: issue.Verse, Text: l, Lines: []int{i + 1}})
			}
		}
		Structure(iss)
		got := ""
		for i, b := range a.Blocks {
			got += strings.Repeat("/", map[bool]int{true: 2, false: min(i, 1)}[b.Stanza]) + b.Text
		}
		if got != c.want {
			t.Errorf("%q: %s, want %s", c.source, got, c.want)
		}
	}
}

func TestTitlesAndNamesThatAreSetWideAreClosedUp(t *testing.T) {
	iss := &issue.Issue{
		Source: issue.Source{Lines: []string{"水 位", "麦 青、周小满", "目 录 水位"}},
		Articles: []issue.Article{{Title: "水 位", Authors: []string{"麦 青", "周小满"}, Blocks: []issue.Block{
			{Kind: issue.Title, Text: "水 位", Lines: []int{1}}, {Kind: issue.Byline, Text: "麦 青、周小满", Lines: []int{2}}, {Kind: issue.Heading, Text: "目 录 水位", Lines: []int{3}},
		}}},
		Toc: []issue.Entry{{Title: "水 位", Authors: []string{"麦 青"}}},
	}
	Lines(iss)
	a := iss.Articles[0]
	got := fmt.Sprint(a.Title, a.Authors, a.Blocks[0].Text, a.Blocks[1].Text, a.Blocks[2].Text, iss.Toc[0].Title, iss.Toc[0].Authors)
	if want := fmt.Sprint("水位", []string{"麦青", "周小满"}, "水位", "麦青、周小满", "目 录 水位", "水位", []string{"麦青"}); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestEntriesThatRunOnAreParted(t *testing.T) {
	for _, c := range []struct {
		what  string
		entry issue.Entry
		want  string
	}{
		{"found", issue.Entry{Title: "The Ferry Ann Reed", Page: 4, Articles: []string{"a01"}}, "The Ferry/Ann Reed/a01/4"},
		{"not found", issue.Entry{Title: "The Ferry Ann Reed", Page: 4}, "The Ferry/Ann Reed/a01/4"},
		{"names first", issue.Entry{Title: "Ann Reed: The Ferry", Page: 4}, "The Ferry/Ann Reed/a01/4"},
		{"another title", issue.Entry{Title: "The Ferry Anna Reed", Page: 4}, "The Ferry Anna Reed///0"},
	} {
		iss := &issue.Issue{Articles: []issue.Article{{ID: "a01", Title: "The Ferry", Authors: []string{"Ann Reed"}}}, Toc: []issue.Entry{c.entry}}
		Lines(iss)
		e := iss.Toc[0]
		if got := fmt.Sprintf("%s/%s/%s/%d", e.Title, strings.Join(e.Authors, ""), strings.Join(e.Articles, ""), iss.Articles[0].Page); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

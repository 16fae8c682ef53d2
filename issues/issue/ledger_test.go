package issue

import (
	"strings"
	"testing"

	"kanyin/issues/say"
)

// small gives an issue of six lines, two of them blank, whose ledger balances.
func small() *Issue {
	return &Issue{
		Source: Source{File: "town.txt", Lines: []string{"渡口", "", "船到了，", "晨光", " \u3000", "人也到了。"}},
		Articles: []Article{{ID: "a01", Title: "渡口", Section: "河与镇", Authors: []string{"林小河", "周岸"}, Blocks: []Block{
			{Kind: Title, Lines: []int{1}, Text: "渡口"},
			{Kind: Paragraph, Lines: []int{3, 6}, Text: "船到了，人也到了。", Lead: "船到了，"},
		}}},
		Dropped: []Block{{Kind: RunningHead, Lines: []int{4}, Text: "晨光", Why: say.Verbatim("seen on 3 pages")}},
	}
}

func TestTheLedgerNamesTheLineThatDoesNotBalance(t *testing.T) {
	if err := small().Ledger(); err != nil {
		t.Errorf("the ledger of a whole issue: %v", err)
	}
	for _, c := range []struct {
		what  string
		spoil func(*Issue)
		want  string
	}{
		{"a line left out", func(iss *Issue) { iss.Dropped = nil }, "line 4 stands nowhere: 晨光"},
		{"a line twice", func(iss *Issue) { iss.Front = []Block{{Kind: Cover, Lines: []int{1}}} }, "line 1 stands twice: a01 title, front cover"},
		{"a line beyond the end", func(iss *Issue) { iss.Dropped[0].Lines = []int{4, 7} }, "line 7 stands in dropped running-head, but the source ends at line 6"},
		{"line 0", func(iss *Issue) { iss.Dropped[0].Lines = []int{0, 4} }, "line 0 stands in dropped running-head, but the source ends at line 6"},
		{"a blank line", func(iss *Issue) { iss.Dropped[0].Lines = []int{4, 5} }, "line 5 stands in dropped running-head, but is blank"},
	} {
		iss := small()
		c.spoil(iss)
		if err := iss.Ledger(); err == nil || err.Error() != c.want {
			t.Errorf("%s: got %v, want %s", c.what, err, c.want)
		}
	}
}

func TestDumpShowsEveryBlockWithItsLines(t *testing.T) {
	const want = `a01 渡口 / 林小河、周岸 @ 河与镇
  1     title        渡口
  3,6   paragraph    ⟨船到了，⟩人也到了。
dropped
  4     running-head seen on 3 pages
`
	var got strings.Builder
	if err := small().Dump(&got); err != nil || got.String() != want {
		t.Errorf("%v, got\n%swant\n%s", err, got.String(), want)
	}
}

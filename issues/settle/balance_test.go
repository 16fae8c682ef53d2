package settle

import (
	"fmt"
	"strings"
	"testing"

	"kanyin/issues/issue"
)

func TestALineThatStandsTwiceStaysWhereItStoodFirst(t *testing.T) {
	iss := &issue.Issue{
		Source: issue.Source{Lines: []string{"春风", "", "水到了", "船也到了。", "灯"}},
		Articles: []issue.Article{{ID: "a01", Blocks: []issue.Block{
			{Kind: issue.Title, Lines: []int{1}, Text: "春风"},
			{Kind: issue.Paragraph, Lines: []int{1, 3, 4, 2, 9}, Text: "春风水到了船也到了。"},
			{Kind: issue.Paragraph, Lines: []int{4}, Text: "船也到了。"},
		}}},
	}
	balance(iss)
	var b strings.Builder
	if err := iss.Dump(&b); err != nil {
		t.Fatal(err)
	}
	for _, f := range iss.Findings {
		fmt.Fprintf(&b, "%s %v\n", f.Code, f.Lines)
	}
	want := "a01 \n" +
		"  1     title        春风\n" +
		"  3,4   paragraph    水到了船也到了。\n" +
		"  5     paragraph    灯\n" +
		"line-twice [1]\nline-twice [4]\nline-lost [5]\n"
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}

// Whatever places lines were read into, the ledger balances afterwards.
func FuzzBalance(f *testing.F) {
	f.Add("a\n\nb\nc", []byte{1, 3, 3, 200, 4, 4, 1})
	f.Fuzz(func(t *testing.T, text string, places []byte) {
		iss := &issue.Issue{Source: issue.Source{Lines: strings.Split(text, "\n")}, Articles: make([]issue.Article, 2)}
		zones := []*[]issue.Block{&iss.Articles[0].Blocks, &iss.Articles[1].Blocks, &iss.Front, &iss.Dropped}
		for i, p := range places {
			z := zones[int(p)%len(zones)]
			if i%3 == 0 || len(*z) == 0 {
				*z = append(*z, issue.Block{Kind: issue.Paragraph})
			}
			last := &(*z)[len(*z)-1]
			last.Lines = append(last.Lines, int(p))
		}
		balance(iss)
		if err := iss.Ledger(); err != nil {
			t.Error(err)
		}
	})
}

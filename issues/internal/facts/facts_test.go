package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"kanyin/issues/issue"
)

// Whatever an edition shows is seen: a block's kind, its level, a stanza, an author.
func TestEveryChangeIsSeen(t *testing.T) {
	sample := func() *issue.Issue {
		return &issue.Issue{
			Meta: issue.Meta{Title: "河口", Staff: []issue.Staff{{Duty: "主编", Names: []string{"周岸"}, Lines: []int{1}}}},
			Toc:  []issue.Entry{{Page: 4, Title: "河口的灯", Lines: []int{2}, Articles: []string{"a01"}}},
			Articles: []issue.Article{{ID: "a01", Title: "河口的灯", Authors: []string{"周岸"}, Page: 4, Blocks: []issue.Block{
				{Kind: issue.Title, Lines: []int{3}, Text: "河口的灯"},
				{Kind: issue.Paragraph, Lines: []int{4, 6}, Text: "灯亮了。", Form: issue.Verse},
				{Kind: issue.Credit, Lines: []int{7}, Text: "陈望春/摄"},
			}}},
			Findings: []issue.Finding{{Code: "seam-moved", Lines: []int{6}}},
		}
	}
	for sort, change := range map[string]func(*issue.Issue){
		"kind":      func(i *issue.Issue) { i.Articles[0].Blocks[2].Kind = issue.Caption },
		"form":      func(i *issue.Issue) { i.Articles[0].Blocks[1].Form = issue.Plain },
		"level":     func(i *issue.Issue) { i.Articles[0].Blocks[0].Level = 2 },
		"join":      func(i *issue.Issue) { i.Articles[0].Blocks[1].Lines = []int{4, 5} },
		"title":     func(i *issue.Issue) { i.Articles[0].Kicker = "人物" },
		"author":    func(i *issue.Issue) { i.Articles[0].Authors = nil },
		"section":   func(i *issue.Issue) { i.Articles[0].Section = "人物" },
		"page":      func(i *issue.Issue) { i.Articles[0].Page = 5 },
		"contents":  func(i *issue.Issue) { i.Toc[0].Page = 5 },
		"announces": func(i *issue.Issue) { i.Toc[0].Articles = nil },
		"meta":      func(i *issue.Issue) { i.Meta.ISSN = "0000-0000" },
		"staff":     func(i *issue.Issue) { i.Meta.Staff = nil },
		"stanza":    func(i *issue.Issue) { i.Articles[0].Blocks[1].Stanza = true },
		"table":     func(i *issue.Issue) { i.Articles[0].Blocks[1].Rows = [][]string{{"灯", "亮"}} },
		"lead":      func(i *issue.Issue) { i.Articles[0].Blocks[1].Lead = "灯" },
		"finding":   func(i *issue.Issue) { i.Findings = nil },
	} {
		after := sample()
		change(after)
		f1, differ := agree(factsOf(sample()), factsOf(after))
		if f1[sort] == 1 || len(differ) == 0 {
			t.Errorf("%s: not seen", sort)
		}
	}
	if _, differ := agree(factsOf(sample()), factsOf(sample())); len(differ) > 0 {
		t.Error("the same issue differs:", differ)
	}
}

// What was kept of a case agrees with what is read of it again.
func TestReadAgain(t *testing.T) {
	file := filepath.Join(t.TempDir(), "before")
	cases, err := filepath.Glob("../../reconstruct/torn/testdata/b*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatal("no cases", err)
	}
	var out bytes.Buffer
	if _, err := run(&out, file, "", 0, 5, cases); err != nil {
		t.Fatal(err)
	}
	if same, err := run(&out, "", file, 0, 5, cases); err != nil || !same || !strings.Contains(out.String(), "kind 1.0000") {
		t.Error(err, out.String())
	}
}

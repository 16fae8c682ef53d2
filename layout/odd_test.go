package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"kanyin/issues/issue"
	"kanyin/layout"
	"kanyin/layout/internal/fakefont"
)

// odd are issues that no editor makes. Each must come out whole, in time that
// grows as its text does; what does not hangs the test.
var odd = []struct {
	name string
	make func() *issue.Issue
}{
	{"nothing", func() *issue.Issue { return &issue.Issue{} }},
	{"an article of nothing", func() *issue.Issue { return oneArticle() }},
	{"a paragraph of two megabytes", func() *issue.Issue {
		return oneArticle(issue.Block{Kind: issue.Paragraph, Text: filler(2 << 20 / 3)})
	}},
	{"a word of a hundred thousand letters", func() *issue.Issue {
		return oneArticle(issue.Block{Kind: issue.Paragraph, Text: strings.Repeat("a", 100_000)})
	}},
	{"a hundred thousand opening marks", func() *issue.Issue {
		return oneArticle(issue.Block{Kind: issue.Paragraph, Text: strings.Repeat("（", 100_000)})
	}},
	{"an address of a hundred thousand letters", func() *issue.Issue {
		return oneArticle(issue.Block{Kind: issue.Paragraph, Text: "https://example.org/" + strings.Repeat("a/", 50_000)})
	}},
	{"a hundred thousand @", func() *issue.Issue {
		return oneArticle(issue.Block{Kind: issue.Paragraph, Text: strings.Repeat("a@", 50_000)})
	}},
	{"a title of twenty thousand characters", func() *issue.Issue {
		iss := oneArticle(issue.Block{Kind: issue.Title, Text: filler(20_000)}, issue.Block{Kind: issue.Paragraph, Text: filler(300)})
		iss.Articles[0].Title = iss.Articles[0].Blocks[0].Text
		iss.Meta.Title = iss.Articles[0].Title
		return iss
	}},
	{"a heading of fifty thousand characters", func() *issue.Issue {
		return oneArticle(issue.Block{Kind: issue.Heading, Text: filler(50_000)})
	}},
	{"twenty thousand headings", func() *issue.Issue {
		return manyBlocks(20_000, issue.Block{Kind: issue.Heading, Level: 1, Text: "早市"})
	}},
	{"twenty thousand captions", func() *issue.Issue {
		return manyBlocks(20_000, issue.Block{Kind: issue.Caption, Text: "渡口的木船"})
	}},
	{"twenty thousand bylines", func() *issue.Issue { return manyBlocks(20_000, issue.Block{Kind: issue.Byline, Text: "李明"}) }},
	{"twenty thousand notes", func() *issue.Issue {
		return manyBlocks(20_000, issue.Block{Kind: issue.Paragraph, Text: "桥灯①亮了。"}, issue.Block{Kind: issue.Note, Text: "①灯有十二盏。"})
	}},
	{"a verse of fifty thousand lines", func() *issue.Issue {
		return oneArticle(issue.Block{Kind: issue.Paragraph, Form: issue.Verse, Text: strings.Repeat("桨声是绳子\n", 50_000)})
	}},
	{"a thousand articles", func() *issue.Issue {
		iss := &issue.Issue{Meta: issue.Meta{Title: "河口", Year: 2025, Number: 3}}
		for n := range 1000 {
			id, title := fmt.Sprintf("a%04d", n+1), fmt.Sprintf("渡口第%d日", n+1)
			iss.Articles = append(iss.Articles, issue.Article{ID: id, Title: title, Section: fmt.Sprintf("第%d周", n/7), Blocks: []issue.Block{
				{Kind: issue.Title, Text: title}, {Kind: issue.Byline, Text: "李明"}, {Kind: issue.Paragraph, Text: filler(200 + n%700)}}})
			iss.Toc = append(iss.Toc, issue.Entry{Section: fmt.Sprintf("第%d周", n/7), Title: title, Articles: []string{id}})
		}
		return iss
	}},
	{"fifty thousand lines of a front", func() *issue.Issue {
		iss := oneArticle(issue.Block{Kind: issue.Paragraph, Text: filler(100)})
		for n := range 50_000 {
			iss.Front = append(iss.Front, issue.Block{Kind: []issue.Kind{issue.Masthead, issue.Cover, issue.Toc}[n%3], Text: fmt.Sprintf("守桥人 第%d位", n)})
		}
		return iss
	}},
}

func oneArticle(blocks ...issue.Block) *issue.Issue {
	return &issue.Issue{Articles: []issue.Article{{ID: "a01", Blocks: blocks}}}
}

func manyBlocks(n int, blocks ...issue.Block) *issue.Issue {
	iss := oneArticle()
	for range n {
		iss.Articles[0].Blocks = append(iss.Articles[0].Blocks, blocks...)
	}
	return iss
}

func TestOddIssues(t *testing.T) {
	for _, o := range odd {
		t.Run(o.name, func(t *testing.T) {
			iss := o.make()
			doc := layout.Compose(iss, layout.Design{}, fakefont.Metrics{})
			checkTexts(t, iss, doc)
			checkPages(t, doc, layout.House())
		})
	}
}

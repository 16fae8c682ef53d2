package check

import (
	"fmt"

	"kanyin/issues/issue"
	"kanyin/issues/rise"
	"kanyin/issues/say"
)

func pageOrder() Rule {
	return Rule{
		Code:  "page-order",
		Title: say.Of("an article stands elsewhere than its page number says"),
		Explanation: say.Of(`By the page numbers of the contents the articles should follow one another as
they do in the text. The fewest articles that would have to move are named.
Either the contents have a wrong number, or the dump has a page out of place.

    contents   12 风从水上来   21 镇上的集市   15 学校的钟
    text       风从水上来, 学校的钟 …, with 学校的钟 after 镇上的集市
    finding    page-order: the contents say page 15, but it stands after page 21`),
		check: checkPages,
	}
}

func checkPages(pr *proof) []issue.Finding {
	var paged []*issue.Article
	for i := range pr.Articles {
		if pr.Articles[i].Page > 0 {
			paged = append(paged, &pr.Articles[i])
		}
	}
	pages := make([]int, len(paged))
	for i, a := range paged {
		pages[i] = a.Page
	}
	rows := map[string][]int{}
	for _, e := range pr.Toc {
		for _, id := range e.Articles {
			rows[id] = e.Lines
		}
	}
	inOrder := make([]bool, len(paged))
	for _, i := range rise.Longest(pages) {
		inOrder[i] = true
	}
	var found []issue.Finding
	for i, a := range paged {
		if inOrder[i] {
			continue
		}
		where := say.Of("at the beginning")
		if i > 0 {
			where = say.Of("after page %d", paged[i-1].Page)
		}
		found = append(found, issue.Finding{
			Severity: issue.Warning, Lines: join(titleLines(a), rows[a.ID]), Values: []string{a.Title, fmt.Sprint(a.Page)}, Confidence: fair,
			Message: say.Of("the contents say page %d, but it stands %s", a.Page, where),
		})
	}
	return found
}

package check

import (
	"slices"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

func emptyArticle() Rule {
	return Rule{
		Code:  "empty-article",
		Title: say.Of("an article has a title and no text"),
		Explanation: say.Of(`Nothing but marks follows the title: the text is missing from the dump, it is a
picture, or the title is a heading that was taken for one.

    finding    empty-article: no text follows the title 学校的钟`),
		check: func(pr *proof) []issue.Finding {
			var found []issue.Finding
			for i := range pr.Articles {
				a := &pr.Articles[i]
				if slices.ContainsFunc(a.Blocks, hasText) {
					continue
				}
				found = append(found, issue.Finding{
					Severity: issue.Warning, Lines: titleLines(a), Values: []string{a.Title}, Confidence: likely,
					Message: say.Of("no text follows the title %s", first(a.Title, 40)),
				})
			}
			return found
		},
	}
}

// hasText reports whether a block is something to read: a poem or a table is an
// article's text as well as prose.
func hasText(b issue.Block) bool {
	switch b.Kind {
	case issue.Paragraph, issue.Caption, issue.Data, issue.Poem, issue.List, issue.Table, issue.Code, issue.Box, issue.Abstract:
		return true
	}
	return false
}

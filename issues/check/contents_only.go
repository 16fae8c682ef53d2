package check

import (
	"kanyin/issues/issue"
	"kanyin/issues/say"
)

func contentsOnly() Rule {
	return Rule{
		Code:  "contents-only",
		Title: say.Of("a row of the contents has no article"),
		Explanation: say.Of(`The contents announce an article that was not found: its page may be missing
from the dump, or its title is worded so differently that nothing in the text
resembles it.

    contents   12 风从水上来 林小河
    finding    contents-only: no article of this title was found: 风从水上来`),
		check: func(pr *proof) []issue.Finding {
			var found []issue.Finding
			for _, e := range pr.Toc {
				if len(e.Articles) == 0 {
					found = append(found, issue.Finding{
						Severity: issue.Warning, Lines: e.Lines, Values: []string{e.Title}, Confidence: fair,
						Message: say.Of("no article of this title was found: %s", first(e.Title, 40)),
					})
				}
			}
			return found
		},
	}
}

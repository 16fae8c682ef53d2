package check

import (
	"kanyin/issues/issue"
	"kanyin/issues/say"
)

func doubledParagraph() Rule {
	return Rule{
		Code:  "doubled-paragraph",
		Title: say.Of("a paragraph stands twice in the issue"),
		Explanation: say.Of(`Two paragraphs of thirty characters and more are alike, widths and spaces aside:
a page was scanned twice, or a column was copied twice.

    finding    doubled-paragraph: the paragraph stands at line 40 too: 渡口的老人说，今年的水…`),
		check: func(pr *proof) []issue.Finding {
			const long = 30 // shorter ones, such as a greeting or a refrain, come back by right
			seen := map[string]int{}
			var found []issue.Finding
			for _, p := range pr.passages {
				if p.block.Kind != issue.Paragraph || len(p.runes) < long {
					continue
				}
				line := at(p.block.Lines)
				if was, ok := seen[p.block.Text]; ok {
					found = append(found, issue.Finding{
						Severity: issue.Warning, Lines: []int{line, was}, Confidence: strong,
						Message: say.Of("the paragraph stands at line %d too: %s", was, first(p.block.Text, 16)),
					})
					continue
				}
				seen[p.block.Text] = line
			}
			return found
		},
	}
}

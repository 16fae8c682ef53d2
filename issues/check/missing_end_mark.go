package check

import (
	"kanyin/issues/issue"
	"kanyin/issues/say"
)

func missingEndMark() Rule {
	return Rule{
		Code:  "missing-end-mark",
		Title: say.Of("an article lacks the editor's mark that the others have"),
		Explanation: say.Of(`Where nearly all articles of an issue end with an editor's mark, one without it may
have lost its end, or its end stands elsewhere. Short pieces under one heading
often share a mark, hence the low confidence. Articles that the contents do not
announce are left out.

    finding    missing-end-mark: 31 of 34 articles end with an editor's mark, this one does not: 学校的钟`),
		check: checkEndMarks,
	}
}

func checkEndMarks(pr *proof) []issue.Finding {
	// More than one in ten without a mark are kinds of articles that the house does not mark.
	const few = 10
	// Two marks may be two writers' own; a third makes a house that marks its articles.
	const habit = 3
	var bare []*issue.Article
	marked, all := 0, 0
	for i := range pr.Articles {
		a := &pr.Articles[i]
		if a.Page == 0 && len(pr.Toc) > 0 {
			continue
		}
		all++
		if len(linesOf(a, issue.Editor)) > 0 {
			marked++
		} else {
			bare = append(bare, a)
		}
	}
	if marked < habit || len(bare) > max(1, all/few) {
		return nil
	}
	var found []issue.Finding
	for _, a := range bare {
		found = append(found, issue.Finding{
			Severity: issue.Info, Lines: lastLines(a), Values: []string{a.Title}, Confidence: doubtful,
			Message: say.Of("%d of %d articles end with an editor's mark, this one does not: %s", marked, all, first(a.Title, 30)),
		})
	}
	return found
}

// lastLines gives the last line of an article and then its title's.
func lastLines(a *issue.Article) []int {
	for i := len(a.Blocks) - 1; i >= 0; i-- {
		if lines := a.Blocks[i].Lines; len(lines) > 0 {
			return join(lines[len(lines)-1:], titleLines(a))
		}
	}
	return titleLines(a)
}

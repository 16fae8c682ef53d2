package check

import (
	"kanyin/issues/issue"
	"kanyin/issues/say"
)

func bodyOnly() Rule {
	return Rule{
		Code:  "body-only",
		Title: say.Of("an article has no row in the contents"),
		Explanation: say.Of(`The text has an article that the contents do not announce. Covers, notices and
pictures with a title of their own often have no row, so this is for
information; but it also shows a heading that was taken for an article. An issue
without contents has no such finding.

    finding    body-only: the contents do not have 镇上的集市`),
		check: checkBodyOnly,
	}
}

func checkBodyOnly(pr *proof) []issue.Finding {
	if len(pr.Toc) == 0 {
		return nil
	}
	announced := map[string]bool{}
	for _, e := range pr.Toc {
		for _, id := range e.Articles {
			announced[id] = true
		}
	}
	var found []issue.Finding
	for i := range pr.Articles {
		a := &pr.Articles[i]
		if !announced[a.ID] {
			found = append(found, issue.Finding{
				Severity: issue.Info, Lines: titleLines(a), Values: []string{a.Title}, Confidence: even,
				Message: say.Of("the contents do not have %s", first(a.Title, 40)),
			})
		}
	}
	return found
}

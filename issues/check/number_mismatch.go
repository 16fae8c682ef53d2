package check

import (
	"regexp"
	"strconv"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

func numberMismatch() Rule {
	return Rule{
		Code:  "number-mismatch",
		Title: say.Of("the issue gives its number in two ways"),
		Explanation: say.Of(`Cover, contents, masthead and running heads repeat the year and the number of
the issue. One that says something else was left over from another issue or was
misread.

    cover      2025年第3期
    foot       河口 2025年第2期
    finding    number-mismatch: this says 2025, no. 2, the issue is 2025, no. 3`),
		check: checkNumber,
	}
}

func checkNumber(pr *proof) []issue.Finding {
	m := pr.Meta
	if m.Year == 0 || m.Number == 0 {
		return nil
	}
	dated := regexp.MustCompile(`(\d{4})年第?(\d{1,2})期`)
	total := regexp.MustCompile(`总第(\d{1,5})期`)
	var found []issue.Finding
	for _, b := range pr.outside() {
		if s := dated.FindStringSubmatch(b.Text); s != nil {
			year, number := atoi(s[1]), atoi(s[2])
			if year != m.Year || number != m.Number {
				found = append(found, numberFinding(b, s[0], say.Of("%d, no. %d", year, number), say.Of("%d, no. %d", m.Year, m.Number)))
			}
		}
		if s := total.FindStringSubmatch(b.Text); s != nil && m.Total != 0 && atoi(s[1]) != m.Total {
			found = append(found, numberFinding(b, s[0], say.Of("no. %d of all", atoi(s[1])), say.Of("no. %d of all", m.Total)))
		}
	}
	return found
}

func numberFinding(b issue.Block, value string, says, is say.Text) issue.Finding {
	return issue.Finding{
		Severity: issue.Warning, Lines: b.Lines, Values: []string{value}, Confidence: strong,
		Message: say.Of("this says %s, the issue is %s", says, is),
	}
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s) // digits by the pattern
	return n
}

package check

import (
	"fmt"
	"regexp"
	"strconv"

	"kanyin/issues/issue"
)

func numberMismatch() Rule {
	return Rule{
		Code:  "number-mismatch",
		Title: "the issue gives its number in two ways",
		Explanation: `
Cover, contents, masthead and running heads repeat the year and the number of
the issue. One that says something else was left over from another issue or was
misread.

    cover      2025年第3期
    foot       河口 2025年第2期
    finding    number-mismatch: this says 2025, no. 2, the issue is 2025, no. 3`,
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
				found = append(found, numberFinding(b, s[0], fmt.Sprintf("%d, no. %d", year, number), fmt.Sprintf("%d, no. %d", m.Year, m.Number)))
			}
		}
		if s := total.FindStringSubmatch(b.Text); s != nil && m.Total != 0 && atoi(s[1]) != m.Total {
			found = append(found, numberFinding(b, s[0], "no. "+s[1]+" of all", fmt.Sprintf("no. %d of all", m.Total)))
		}
	}
	return found
}

func numberFinding(b issue.Block, value, says, is string) issue.Finding {
	return issue.Finding{
		Severity: issue.Warning, Lines: b.Lines, Values: []string{value}, Confidence: strong,
		Message: fmt.Sprintf("this says %s, the issue is %s", says, is),
	}
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s) // digits by the pattern
	return n
}

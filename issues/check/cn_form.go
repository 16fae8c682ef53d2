package check

import (
	"regexp"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

func cnForm() Rule {
	return Rule{
		Code:  "cn-form",
		Title: say.Of("the Chinese serial number has an odd form"),
		Explanation: say.Of(`A national serial number (GB/T 9999) is two digits for the place of publication,
a hyphen, four digits, and where it has one a class after a slash: 99-9999/I.

    text       CN 99-999/I
    finding    cn-form: CN 99-999/I is not of the form 99-9999/I`),
		check: func(pr *proof) []issue.Finding {
			cn := pr.Meta.CN
			if cn == "" || regexp.MustCompile(`^\d{2}-\d{4}(/[A-Z]{1,2}\d*)?$`).MatchString(cn) {
				return nil
			}
			return []issue.Finding{{
				Severity: issue.Warning, Lines: pr.linesWith(cn), Values: []string{cn}, Confidence: strong,
				Message: say.Of("CN %s is not of the form 99-9999/I", cn),
			}}
		},
	}
}

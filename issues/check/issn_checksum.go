package check

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

func issnChecksum() Rule {
	return Rule{
		Code:  "issn-checksum",
		Title: say.Of("the ISSN's check digit is wrong"),
		Explanation: say.Of(`The last character of an ISSN follows from the seven before it (ISO 3297): their
sum, weighted from 8 down to 2, and the check digit make a multiple of 11; X is
ten. A wrong one means that a figure was misread.

    text       ISSN 9999-9993
    finding    issn-checksum: ISSN 9999-9993 should end with 4`),
		check: func(pr *proof) []issue.Finding {
			issn := strings.ToUpper(strings.ReplaceAll(pr.Meta.ISSN, "-", ""))
			if len(issn) != 8 {
				return nil
			}
			want := issnDigit(issn)
			if want == 0 || want == issn[7] {
				return nil
			}
			return []issue.Finding{{
				Severity: issue.Warning, Lines: pr.linesWith(pr.Meta.ISSN), Values: []string{pr.Meta.ISSN}, Confidence: proved,
				Message: say.Of("ISSN %s should end with %c", pr.Meta.ISSN, want),
			}}
		},
	}
}

// issnDigit gives the check digit of an ISSN without its hyphen, 0 if it is none.
func issnDigit(issn string) byte {
	sum := 0
	for i := range 7 {
		if issn[i] < '0' || issn[i] > '9' {
			return 0
		}
		sum += (8 - i) * int(issn[i]-'0')
	}
	switch c := (11 - sum%11) % 11; c {
	case 10:
		return 'X'
	default:
		return '0' + byte(c)
	}
}

package check

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/say"
)

func barcodeMismatch() Rule {
	return Rule{
		Code:  "barcode-mismatch",
		Title: say.Of("the bar code's number does not fit"),
		Explanation: say.Of(`The number under a periodical's bar code is 977, the ISSN without its check
digit, two figures of the publisher's, and a check digit of its own (EAN-13).
Both are held against the number.

    text       ISSN 9999-9994   9 779999 999003
    finding    barcode-mismatch: 9 779999 999003 should end with 8`),
		check: checkBarcode,
	}
}

func checkBarcode(pr *proof) []issue.Finding {
	issn := strings.ReplaceAll(pr.Meta.ISSN, "-", "")
	var found []issue.Finding
	for _, b := range pr.outside() {
		code := strings.Map(digitsOnly, b.Text)
		if len(code) != 13 || !strings.HasPrefix(code, "977") || len(normal.Key(b.Text)) != 13 {
			continue
		}
		f := issue.Finding{Severity: issue.Warning, Lines: b.Lines, Values: []string{b.Text, pr.Meta.ISSN}, Confidence: plain}
		switch want := eanDigit(code); {
		case len(issn) == 8 && code[3:10] != issn[:7]:
			f.Message = say.Of("%s is not the number of ISSN %s", b.Text, pr.Meta.ISSN)
		case want != code[12]:
			f.Message = say.Of("%s should end with %c", b.Text, want)
		default:
			continue
		}
		found = append(found, f)
	}
	return found
}

func digitsOnly(r rune) rune {
	if r < '0' || r > '9' {
		return -1
	}
	return r
}

// eanDigit gives the check digit of an EAN-13.
func eanDigit(code string) byte {
	sum := 0
	for i := range 12 {
		weight := 1 + 2*(i%2)
		sum += weight * int(code[i]-'0')
	}
	return '0' + byte((10-sum%10)%10)
}

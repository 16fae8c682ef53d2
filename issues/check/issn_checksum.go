package check

import (
	"fmt"
	"regexp"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
)

func issnChecksum() Rule {
	return Rule{
		Code:  "issn-checksum",
		Title: "the ISSN's check digit is wrong",
		Explanation: `
The last character of an ISSN follows from the seven before it (ISO 3297): their
sum, weighted from 8 down to 2, and the check digit make a multiple of 11; X is
ten. A wrong one means that a figure was misread.

    text       ISSN 2096-7463
    finding    issn-checksum: ISSN 2096-7463 should end with 2`,
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
				Severity: issue.Warning, Lines: pr.linesWith(pr.Meta.ISSN), Values: []string{pr.Meta.ISSN}, Confidence: 0.95,
				Message: fmt.Sprintf("ISSN %s should end with %c", pr.Meta.ISSN, want),
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

// linesWith gives the first source lines that hold s, widths aside.
func (pr *proof) linesWith(s string) []int {
	const few = 4
	key := normal.Key(s)
	var lines []int
	for _, b := range pr.outside() {
		for _, n := range b.Lines {
			if len(lines) < few && strings.Contains(normal.Key(pr.Source.Line(n)), key) {
				lines = append(lines, n)
			}
		}
	}
	return lines
}

// outside gives the blocks of the front and what was dropped: where an issue
// speaks of itself.
func (pr *proof) outside() []issue.Block {
	return append(append([]issue.Block{}, pr.Front...), pr.Dropped...)
}

func barcodeMismatch() Rule {
	return Rule{
		Code:  "barcode-mismatch",
		Title: "the bar code's number does not fit",
		Explanation: `
The number under a periodical's bar code is 977, the ISSN without its check
digit, two figures of the publisher's, and a check digit of its own (EAN-13).
Both are held against the number.

    text       ISSN 2096-7462   9 772096 746262
    finding    barcode-mismatch: 9 772096 746262 should end with 1`,
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
		f := issue.Finding{Severity: issue.Warning, Lines: b.Lines, Values: []string{b.Text, pr.Meta.ISSN}, Confidence: 0.9}
		switch want := eanDigit(code); {
		case len(issn) == 8 && code[3:10] != issn[:7]:
			f.Message = fmt.Sprintf("%s is not the number of ISSN %s", b.Text, pr.Meta.ISSN)
		case want != code[12]:
			f.Message = fmt.Sprintf("%s should end with %c", b.Text, want)
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

func cnForm() Rule {
	return Rule{
		Code:  "cn-form",
		Title: "the Chinese serial number has an odd form",
		Explanation: `
A national serial number (GB/T 9999) is two digits for the place of publication,
a hyphen, four digits, and where it has one a class after a slash: 65-1309/D.

    text       CN 65-139/D
    finding    cn-form: CN 65-139/D is not of the form 65-1309/D`,
		check: func(pr *proof) []issue.Finding {
			cn := pr.Meta.CN
			if cn == "" || regexp.MustCompile(`^\d{2}-\d{4}(/[A-Z]{1,2}\d*)?$`).MatchString(cn) {
				return nil
			}
			return []issue.Finding{{
				Severity: issue.Warning, Lines: pr.linesWith(cn), Values: []string{cn}, Confidence: 0.8,
				Message: fmt.Sprintf("CN %s is not of the form 65-1309/D", cn),
			}}
		},
	}
}

package reconstruct

import (
	"strings"
	"unicode"
)

const (
	issnLength = 9 // bytes: 9999-9994
	cnLeast    = 7 // bytes: 99-9999
)

// readNumbers reads year, number, total, ISSN and CN from the row.
func (d *draft) readNumbers(i int) {
	fold := inFigures(d.rows[i].fold)
	lower := strings.ToLower(fold)
	d.readDate(fold, i < d.toc.from || d.toc.from == d.toc.to && i < coverRows)
	if d.meta.Total == 0 {
		d.meta.Total = totalIn(fold)
	}
	if at := strings.Index(lower, issnWord); at >= 0 && d.meta.ISSN == "" {
		s := strings.TrimLeft(fold[at+len(issnWord):], " :")
		if len(s) >= issnLength && s[4] == '-' && digit(rune(s[0])) {
			d.meta.ISSN = s[:issnLength]
		}
	}
	if at := strings.Index(lower, cnWord); at >= 0 && d.meta.CN == "" {
		s := strings.TrimLeft(fold[at+len(cnWord):], " :")
		if len(s) >= cnLeast && digit(rune(s[0])) && s[2] == '-' {
			end := strings.IndexAny(s, " ,;)")
			if end < 0 {
				end = len(s)
			}
			d.meta.CN = s[:end]
		}
	}
}

// totalIn reads the number counted from the first issue of all: 总第88期, 总88期.
func totalIn(fold string) int {
	for _, w := range []string{totalOf, totalOfTrad} {
		for rest := fold; ; {
			_, after, ok := strings.Cut(rest, w)
			if !ok {
				break
			}
			rest = strings.TrimLeft(after, " ")
			counted, _ := strings.CutPrefix(rest, ordinal)
			n, tail := number(strings.TrimLeft(counted, " "))
			tail = strings.TrimLeft(tail, " ")
			if n > 0 && (strings.HasPrefix(laterNumber(tail), issueOf) || strings.Trim(tail, ")]"+volumes) == "") {
				return n
			}
		}
	}
	return 0
}

// isIssueLine reports whether the line holds nothing but the issue's number.
func (d *draft) isIssueLine(fold string) bool {
	fold = inFigures(fold)
	if runeCount(fold) > longestShort || allDigits(fold) || strings.IndexFunc(fold, unicode.IsDigit) < 0 {
		return false
	}
	rest := strings.ToLower(fold)
	for _, w := range frequencies {
		rest = strings.ReplaceAll(rest, w, "")
	}
	for _, w := range frameWords {
		rest = strings.ReplaceAll(rest, w, "")
	}
	if _, _, dated := yearAndNumber(fold); !dated && len(rest) == len(fold) {
		return false // figures that say neither year nor number
	}
	rest = strings.Map(func(r rune) rune {
		if digit(r) || strings.ContainsRune(leaders+bullets+frameOpeners+frameClosers+"/[]:,", r) {
			return -1
		}
		return r
	}, rest)
	return rest == ""
}

// serial reports whether the row bears the periodical's serial number.
func (d *draft) serial(i int) bool {
	return d.rows[i].runes < longestSign && strings.HasPrefix(strings.ToLower(d.rows[i].fold), issnWord) && strings.ContainsAny(d.rows[i].fold, "0123456789")
}

package reconstruct

import (
	"strings"
	"unicode"
)

const (
	issnLength = 9 // bytes: 9999-9994
	cnLeast    = 7 // bytes: 99-9999
	// mostNumbers is how many numbers a year has: a daily paper has fewer.
	mostNumbers = 400
)

// readNumbers reads year, number, total, ISSN and CN from the row.
func (d *draft) readNumbers(i int) {
	fold := d.rows[i].fold
	lower := strings.ToLower(fold)
	if year, n, ok := yearAndNumber(fold); ok {
		if d.meta.Year == 0 {
			d.meta.Year = year
		}
		if d.meta.Number == 0 {
			d.meta.Number = n
		}
	}
	for _, w := range []string{totalOf, totalOfTrad} {
		if at := strings.Index(fold, w); at >= 0 && d.meta.Total == 0 {
			rest := strings.TrimLeft(strings.TrimPrefix(strings.TrimSpace(fold[at+len(w):]), ordinal), " ")
			if n, tail := number(rest); n > 0 && strings.HasPrefix(strings.TrimSpace(tail), issueOf) {
				d.meta.Total = n
			}
		}
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

// yearAndNumber reads "2026年第2期", "2026·2", "2026.2", "2026年2月".
func yearAndNumber(fold string) (year, n int, ok bool) {
	if low := strings.ToLower(fold); strings.Contains(low, "no.") && !strings.Contains(low, "issn") { // Vol. 4, No. 3, March 2025
		m, rest := number(strings.TrimLeft(fold[strings.Index(low, "no.")+3:], " "))
		for at := range rest {
			if y, _ := number(rest[at:]); isYear(y) && m > 0 {
				return y, m, true
			}
		}
	}
	for at := 0; at+4 <= len(fold); at++ {
		if !digit(rune(fold[at])) || at > 0 && digit(rune(fold[at-1])) {
			continue
		}
		y, rest := number(fold[at:])
		if !isYear(y) {
			continue
		}
		rest = strings.TrimLeft(rest, " ")
		for _, sep := range []string{yearOf, middleDot, ".", "/"} {
			after, cut := strings.CutPrefix(rest, sep)
			if !cut {
				continue
			}
			after = strings.TrimLeft(strings.TrimPrefix(strings.TrimLeft(after, " "), ordinal), " ")
			m, tail := number(after)
			tail = strings.TrimLeft(tail, " ")
			switch {
			case m == 0 || m > mostNumbers:
			case sep == yearOf && (strings.HasPrefix(tail, issueOf) || strings.HasPrefix(tail, monthOf) && !digit(firstRune(tail[len(monthOf):]))):
				return y, m, true
			case sep != yearOf && tail == "" && at == 0:
				return y, m, true
			}
		}
		if low := strings.ToLower(rest); strings.Contains(low, "no.") {
			if m, _ := number(strings.TrimLeft(rest[strings.Index(low, "no.")+3:], " ")); m > 0 {
				return y, m, true
			}
		}
	}
	return 0, 0, false
}

// number reads the figures that s begins with.
func number(s string) (int, string) {
	const most = 6 // figures: a longer number counts nothing that is asked for
	n, at := 0, 0
	for at < len(s) && digit(rune(s[at])) && at < most {
		n = n*10 + int(s[at]-'0')
		at++
	}
	return n, s[at:]
}

// isIssueLine reports whether the line holds nothing but the issue's number.
func (d *draft) isIssueLine(fold string) bool {
	if runeCount(fold) > longestShort || allDigits(fold) || strings.IndexFunc(fold, unicode.IsDigit) < 0 {
		return false
	}
	rest := strings.ToLower(fold)
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

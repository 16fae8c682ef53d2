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
	fold := inFigures(d.rows[i].fold)
	lower := strings.ToLower(fold)
	if year, n, ok := yearAndNumber(fold); ok {
		if d.meta.Year == 0 {
			d.meta.Year = year
		}
		if d.meta.Number == 0 {
			d.meta.Number = n
		}
	}
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
			counted, said := strings.CutPrefix(rest, ordinal)
			n, tail := number(strings.TrimLeft(counted, " "))
			tail = strings.TrimLeft(tail, " ")
			if n > 0 && (strings.HasPrefix(tail, issueOf) || said && strings.Trim(tail, ")]") == "") {
				return n
			}
		}
	}
	return 0
}

// yearAndNumber reads "2026年第2期", "二〇二六年第二期", "2026·2", "2026.2",
// "双月刊 2026/2", "2026年2月", "2026年1月 第2期", "第2期 2026年".
func yearAndNumber(fold string) (year, n int, ok bool) {
	fold = inFigures(fold)
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
		named := namedNumber(fold)
		if m := numberAfter(rest, saysHowOften(fold[:at])); m > 0 && named == 0 {
			return y, m, true
		} else if m > 0 {
			return y, named, true // what stood behind the year was a month, or the same
		}
		if named > 0 && (strings.HasPrefix(rest, yearOf) || rest == "") && runeCount(fold) <= longestFurniture {
			return y, named, true
		}
		if low := strings.ToLower(rest); strings.Contains(low, "no.") {
			if m, _ := number(strings.TrimLeft(rest[strings.Index(low, "no.")+3:], " ")); m > 0 {
				return y, m, true
			}
		}
	}
	return 0, 0, false
}

// numberAfter reads the number, or the month, that stands behind a year, or 0.
// Without the word for a year the two must be all there is.
func numberAfter(rest string, alone bool) int {
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
			return m
		case sep != yearOf && alone && saysHowOften(tail):
			return m
		}
	}
	return 0
}

// namedNumber reads 第3期, which is not the total 总第88期, or gives 0.
func namedNumber(fold string) int {
	for at := 0; ; at += len(ordinal) {
		next := strings.Index(fold[at:], ordinal)
		if next < 0 {
			return 0
		}
		at += next
		before := strings.TrimRight(fold[:at], " ")
		if strings.HasSuffix(before, totalOf) || strings.HasSuffix(before, totalOfTrad) {
			continue
		}
		n, tail := number(strings.TrimLeft(fold[at+len(ordinal):], " "))
		if n > 0 && n <= mostNumbers && strings.HasPrefix(strings.TrimLeft(tail, " "), issueOf) {
			return n
		}
	}
}

// saysHowOften reports whether the text says how often a periodical comes out,
// or nothing.
func saysHowOften(s string) bool {
	for _, w := range strings.Fields(strings.ToLower(strings.Trim(s, leaders+"|()[]"))) {
		if !contains(frequencies, w) {
			return false
		}
	}
	return true
}

// inFigures writes the years, months and numbers of a line in figures, where
// the house has them in ideographs: 二〇二五年第一期.
func inFigures(fold string) string {
	if !strings.Contains(fold, yearOf) && !strings.Contains(fold, issueOf) {
		return fold
	}
	var out strings.Builder
	from := -1 // where the run of numerals began
	for at, r := range fold {
		if strings.ContainsRune(numerals+numeralZero+hundred, r) {
			if from < 0 {
				from = at
			}
			continue
		}
		if from >= 0 {
			out.WriteString(inOrder(fold[from:at], string(r)))
			from = -1
		}
		out.WriteRune(r)
	}
	if from >= 0 {
		out.WriteString(fold[from:])
	}
	return out.String()
}

// inOrder writes ideographs in figures where the word behind them counts by them.
func inOrder(ideographs, word string) string {
	n := 0
	switch word {
	case yearOf:
		for _, r := range ideographs {
			at := strings.IndexRune(numerals, r) // a year is read figure by figure
			n = 10*n + runeCount(numerals[:max(at, 0)])
		}
		if !isYear(n) || runeCount(ideographs) != 4 {
			n = 0
		}
	case issueOf, monthOf:
		n = numeral(ideographs)
	}
	if n == 0 {
		return ideographs
	}
	return itoa(n)
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

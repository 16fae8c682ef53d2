package masthead

import (
	"slices"
	"strconv"
	"strings"

	"kanyin/issues/reconstruct/fold"
)

// mostNumbers is how many numbers a year has: a daily paper has fewer.
const mostNumbers = 400

// A Date is what a line says of when the issue came out; what it does
// not say is 0.
type Date struct{ Year, Number, Month int }

// YearAndNumber reads "2026年第2期", "二〇二六年第二期", "2026·2", "2026.2",
// "双月刊 2026/2", "2026年2月", "2026年1月 第2期", "第2期 2026年", "No. 2, 2026".
func YearAndNumber(line string) (year, n int, ok bool) {
	got := DateOf(line, false)
	if got.Number == 0 {
		got.Number = got.Month
	}
	return got.Year, got.Number, got.Year > 0 && got.Number > 0
}

// DateOf reads a line. Where it is loose, other words may stand before a year
// that nothing but a number follows, and a year may stand alone.
func DateOf(line string, loose bool) Date {
	line = republican(InFigures(line))
	most := longestFurniture
	if line != "" && strings.IndexFunc(line, fold.Han) < 0 {
		most *= 2 // a letter is half as wide
	}
	short := runeCount(line) <= most
	got, word := Date{Number: namedNumber(line)}, false
	if got.Number == 0 && short {
		got.Number = latinNumber(line)
		word = got.Number > 0
	}
	for at := 0; at+4 <= len(line); at++ {
		if !fold.Digit(rune(line[at])) || at > 0 && fold.Digit(rune(line[at-1])) {
			continue
		}
		y, rest := fold.Number(line[at:])
		if !isYear(y) {
			continue
		}
		rest = strings.TrimLeft(rest, " ")
		before := line[:at]
		n, month := numberAfter(rest, SaysHowOften(before) || loose && short && strings.ContainsAny(lastOf(before), separators+leaders))
		named := got.Number > 0 && short && (strings.HasPrefix(rest, yearOf) || strings.Trim(rest, closers) == "" || word)
		if n > 0 || month > 0 || named || loose && short && (strings.HasPrefix(rest, yearOf) || rest == "") {
			got.Year, got.Month = y, month
			if got.Number == 0 {
				got.Number = n
			}
			return got
		}
	}
	return got
}

// lastOf gives the last character of the text as a text.
func lastOf(s string) string {
	if s == "" {
		return ""
	}
	return string(fold.LastRune(s))
}

// numberAfter reads the number, or the month, that stands behind a year.
// Without the word for a year the two must be all there is.
func numberAfter(rest string, alone bool) (n, month int) {
	if m, tail := fold.Number(rest); alone && m > 0 && m < mostNumbers && tail == "" {
		return m, 0
	}
	for _, sep := range []string{yearOf, middleDot, ".", "/"} {
		after, cut := strings.CutPrefix(rest, sep)
		if !cut {
			continue
		}
		after = strings.TrimLeft(strings.TrimPrefix(strings.TrimLeft(after, " "), ordinal), " ")
		m, tail := fold.Number(after)
		tail = laterNumber(tail)
		switch {
		case m == 0 || m > mostNumbers:
		case sep == yearOf && strings.HasPrefix(tail, issueOf):
			return m, 0
		case sep == yearOf && strings.HasPrefix(tail, monthOf) && !fold.Digit(fold.FirstRune(tail[len(monthOf):])):
			return 0, m
		case sep != yearOf && alone && SaysHowOften(beforeTotal(tail)):
			return m, 0
		}
	}
	return 0, 0
}

// laterNumber drops the second of two numbers that are bound as one: 第3-4期.
func laterNumber(tail string) string {
	tail = strings.TrimLeft(tail, " ")
	rest := strings.TrimLeft(tail, "-~/"+dash+enumComma)
	if rest == tail || !fold.Digit(fold.FirstRune(rest)) {
		return tail
	}
	_, rest = fold.Number(rest)
	return strings.TrimLeft(rest, " ")
}

// beforeTotal gives what stands before the total number.
func beforeTotal(s string) string {
	for _, w := range []string{totalOf, totalOfTrad} {
		s, _, _ = strings.Cut(s, w)
	}
	return s
}

// namedNumber reads 第3期, which is not the total 总第88期, or gives 0.
func namedNumber(line string) int {
	for at := 0; ; at += len(ordinal) {
		next := strings.Index(line[at:], ordinal)
		if next < 0 {
			return 0
		}
		at += next
		before := strings.TrimRight(line[:at], " ")
		if strings.HasSuffix(before, totalOf) || strings.HasSuffix(before, totalOfTrad) {
			continue
		}
		n, tail := fold.Number(strings.TrimLeft(line[at+len(ordinal):], " "))
		if n > 0 && n <= mostNumbers && strings.HasPrefix(laterNumber(tail), issueOf) {
			return n
		}
	}
}

// latinNumber reads "No. 3", "Issue 52", "Number 14", or gives 0. What a serial
// number has behind its word is longer.
func latinNumber(line string) int {
	const most = 9999
	low := strings.ToLower(line)
	for _, w := range issueWords {
		at := strings.Index(low, w)
		if at < 0 || at > 0 && fold.Latin(fold.LastRune(low[:at])) {
			continue
		}
		n, tail := fold.Number(strings.TrimLeft(line[at+len(w):], " ."))
		if n > 0 && n <= most && !strings.HasPrefix(tail, "-") && !strings.Contains(low, issnWord) {
			return n
		}
	}
	return 0
}

// SaysHowOften reports whether the text says how often a periodical comes out,
// or nothing.
func SaysHowOften(s string) bool {
	for _, w := range strings.Fields(strings.ToLower(strings.Trim(s, leaders+"|()[]"))) {
		if !slices.Contains(Frequencies, w) {
			return false
		}
	}
	return true
}

// InFigures writes the years, months and numbers of a line in figures, where
// the house has them in ideographs: 二〇二五年第一期.
func InFigures(line string) string {
	if !strings.Contains(line, yearOf) && !strings.Contains(line, issueOf) {
		return line
	}
	var out strings.Builder
	from := -1 // where the run of numerals began
	for at, r := range line {
		if strings.ContainsRune(numerals+numeralZero+hundred, r) {
			if from < 0 {
				from = at
			}
			continue
		}
		if from >= 0 {
			out.WriteString(inOrder(line[from:at], string(r)))
			from = -1
		}
		out.WriteRune(r)
	}
	if from >= 0 {
		out.WriteString(line[from:])
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
		if !isYear(n) && !republicanYear(n) {
			n = 0
		}
	case issueOf, monthOf:
		n = fold.Numeral(ideographs)
	}
	if n == 0 {
		return ideographs
	}
	return strconv.Itoa(n)
}

// republican writes a year that is counted from 1912 as others are.
func republican(line string) string {
	for _, w := range republicWords {
		before, after, ok := strings.Cut(line, w)
		n, rest := fold.Number(strings.TrimLeft(after, " "))
		if ok && republicanYear(n) && strings.HasPrefix(rest, yearOf) {
			return before + strconv.Itoa(n+1911) + rest
		}
	}
	return line
}

// republicanYear reports whether a number may be a year counted from 1912.
func republicanYear(n int) bool { return n > 99 && n < 200 }

package reconstruct

import (
	"strings"
)

// mostNumbers is how many numbers a year has: a daily paper has fewer.
const mostNumbers = 400

// An issueDate is what a line says of when the issue came out; what it does
// not say is 0.
type issueDate struct{ year, number, month int }

// readDate reads year and number from a line of the front. On the cover a
// year may stand alone, and the number on another line; a month is the number
// only where no line says one.
func (d *draft) readDate(fold string, cover bool) {
	got := dateOf(fold, cover)
	if d.meta.Year == 0 {
		d.meta.Year = got.year
	}
	if got.number > 0 && (cover || got.year > 0) && !d.numberSaid {
		d.meta.Number, d.numberSaid = got.number, true
	}
	if d.meta.Number == 0 && got.year > 0 {
		d.meta.Number = got.month
	}
}

// yearAndNumber reads "2026年第2期", "二〇二六年第二期", "2026·2", "2026.2",
// "双月刊 2026/2", "2026年2月", "2026年1月 第2期", "第2期 2026年", "No. 2, 2026".
func yearAndNumber(fold string) (year, n int, ok bool) {
	got := dateOf(fold, false)
	if got.number == 0 {
		got.number = got.month
	}
	return got.year, got.number, got.year > 0 && got.number > 0
}

// dateOf reads a line. Where it is loose, other words may stand before a year
// that nothing but a number follows, and a year may stand alone.
func dateOf(fold string, loose bool) issueDate {
	fold = republican(inFigures(fold))
	short := runeCount(fold) <= longestFurniture
	got, word := issueDate{number: namedNumber(fold)}, false
	if got.number == 0 && short {
		got.number = latinNumber(fold)
		word = got.number > 0
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
		before := fold[:at]
		n, month := numberAfter(rest, saysHowOften(before) || loose && short && strings.ContainsAny(lastOf(before), separators+leaders))
		named := got.number > 0 && short && (strings.HasPrefix(rest, yearOf) || strings.Trim(rest, closers) == "" || word)
		if n > 0 || month > 0 || named || loose && short && (strings.HasPrefix(rest, yearOf) || rest == "") {
			got.year, got.month = y, month
			if got.number == 0 {
				got.number = n
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
	return string(lastRune(s))
}

// numberAfter reads the number, or the month, that stands behind a year.
// Without the word for a year the two must be all there is.
func numberAfter(rest string, alone bool) (n, month int) {
	if m, tail := number(rest); alone && m > 0 && m < mostNumbers && tail == "" {
		return m, 0
	}
	for _, sep := range []string{yearOf, middleDot, ".", "/"} {
		after, cut := strings.CutPrefix(rest, sep)
		if !cut {
			continue
		}
		after = strings.TrimLeft(strings.TrimPrefix(strings.TrimLeft(after, " "), ordinal), " ")
		m, tail := number(after)
		tail = laterNumber(tail)
		switch {
		case m == 0 || m > mostNumbers:
		case sep == yearOf && strings.HasPrefix(tail, issueOf):
			return m, 0
		case sep == yearOf && strings.HasPrefix(tail, monthOf) && !digit(firstRune(tail[len(monthOf):])):
			return 0, m
		case sep != yearOf && alone && saysHowOften(beforeTotal(tail)):
			return m, 0
		}
	}
	return 0, 0
}

// laterNumber drops the second of two numbers that are bound as one: 第3-4期.
func laterNumber(tail string) string {
	tail = strings.TrimLeft(tail, " ")
	rest := strings.TrimLeft(tail, "-~/"+dash+enumComma)
	if rest == tail || !digit(firstRune(rest)) {
		return tail
	}
	_, rest = number(rest)
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
		if n > 0 && n <= mostNumbers && strings.HasPrefix(laterNumber(tail), issueOf) {
			return n
		}
	}
}

// latinNumber reads "No. 3", "Issue 52", "Number 14", or gives 0. What a serial
// number has behind its word is longer.
func latinNumber(fold string) int {
	const most = 9999
	low := strings.ToLower(fold)
	for _, w := range issueWords {
		at := strings.Index(low, w)
		if at < 0 || at > 0 && latin(lastRune(low[:at])) {
			continue
		}
		n, tail := number(strings.TrimLeft(fold[at+len(w):], " ."))
		if n > 0 && n <= most && !strings.HasPrefix(tail, "-") && !strings.Contains(low, issnWord) {
			return n
		}
	}
	return 0
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
		if !isYear(n) && !republicanYear(n) {
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

// republican writes a year that is counted from 1912 as others are.
func republican(fold string) string {
	for _, w := range republicWords {
		before, after, ok := strings.Cut(fold, w)
		n, rest := number(strings.TrimLeft(after, " "))
		if ok && republicanYear(n) && strings.HasPrefix(rest, yearOf) {
			return before + itoa(n+1911) + rest
		}
	}
	return fold
}

// republicanYear reports whether a number may be a year counted from 1912.
func republicanYear(n int) bool { return n > 99 && n < 200 }

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

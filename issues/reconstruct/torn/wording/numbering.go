package wording

import "strings"

// The series of numerals that headings and items are counted in, from the
// highest level in print to the lowest.
const (
	NoSeries = iota
	ChapterSeries
	ideographSeries // 一、
	BracketedIdeographSeries
	FigureSeries // 1.
	bracketedFigureSeries
	circledSeries
	BareSeries // 一, alone on its line
)

const (
	longestNumeral = 15  // bytes: five ideographs
	largest        = 999 // a greater number is a year or a count
	// mostParts is how many parts a text has whose numerals only a blank sets off.
	mostParts = 30
)

// Numbering reads the number that a line begins with, the series it is
// written in, and what follows.
func Numbering(fold string) (n, series int, rest string) {
	if fold == "" {
		return 0, 0, fold
	}
	if n := Numeral(fold); n > 0 {
		return n, BareSeries, ""
	}
	if n, rest, ok := chapter(fold); ok {
		return n, ChapterSeries, rest
	}
	if at := strings.IndexRune(Circled, FirstRune(fold)); at >= 0 {
		return RuneCount(Circled[:at]) + 1, circledSeries, strings.TrimLeft(fold[len(string(FirstRune(fold))):], " ")
	}
	if inner, after, ok := strings.Cut(fold, ")"); ok && strings.HasPrefix(inner, "(") && len(inner) <= longestNumeral {
		inner = strings.TrimSpace(inner[1:])
		if n := Numeral(inner); n > 0 && !Digit(FirstRune(inner)) {
			return n, BracketedIdeographSeries, strings.TrimLeft(after, " ")
		} else if n > 0 {
			return n, bracketedFigureSeries, strings.TrimLeft(after, " ")
		}
	}
	after := strings.TrimLeft(fold, countingMarks)
	n, mark, figures := Numeral(fold[:len(fold)-len(after)]), FirstRune(after), Digit(FirstRune(fold))
	if n == 0 || mark == 0 || len(fold)-len(after) > longestNumeral {
		return 0, 0, fold
	}
	after = after[len(string(mark)):]
	switch {
	case string(mark) == EnumComma || mark == '.' && !Digit(FirstRune(after)) || string(mark) == FullStop && !figures:
		if figures {
			return n, FigureSeries, strings.TrimLeft(after, " ")
		}
		return n, ideographSeries, strings.TrimLeft(after, " ")
	case mark == ' ' && n < mostParts && !figures:
		return n, ideographSeries, after
	}
	return 0, 0, fold
}

// countingMarks are what numerals are written with.
const countingMarks = Numerals + NumeralZero + Hundred + "0123456789"

// chapter reads 第一章 with nothing, a blank or a colon after it; 第九部队 and
// 第三回合 are none, because the word goes on.
func chapter(fold string) (int, string, bool) {
	s, ok := strings.CutPrefix(fold, Ordinal)
	if !ok {
		return 0, fold, false
	}
	after := strings.TrimLeft(s, countingMarks)
	n := Numeral(s[:len(s)-len(after)])
	rest, _, ok := CutPrefix(after, chapterWords)
	if n > 0 && ok && (rest == "" || strings.ContainsAny(rest[:1], " :") || strings.HasPrefix(rest, EnumComma)) {
		return n, strings.TrimLeft(rest, " :"), true
	}
	return 0, fold, false
}

// Numbered reports whether a line begins with a number.
func Numbered(fold string) bool {
	n, _, _ := Numbering(fold)
	return n != 0
}

// Decimals counts the parts of the number in figures that a line begins with,
// and that a blank sets off: two of "2.1 words".
func Decimals(fold string) int {
	head, _, ok := strings.Cut(fold, " ")
	parts := strings.Split(strings.TrimSuffix(head, "."), ".")
	counts := func(p string) bool { n := Numeral(p); return n > 0 && n <= mostParts && Digit(FirstRune(p)) }
	if !ok || !All(parts, counts) {
		return 0
	}
	return len(parts)
}

// IsDate reports whether the text begins and ends as a date does.
func IsDate(s string) bool {
	const longest = 14 // runes: year, month and day with blanks between
	n, rest := Number(s)
	if !IsYear(n) || RuneCount(s) > longest {
		return false
	}
	rest = strings.TrimSpace(rest)
	return strings.HasPrefix(rest, yearOf) && strings.ContainsRune(DayOf+MonthOf, LastRune(s)) || strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, ".")
}

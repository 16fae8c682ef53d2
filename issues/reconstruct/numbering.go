package reconstruct

import "strings"

// The series of numerals that headings and items are counted in, from the
// highest level in print to the lowest.
const (
	noSeries = iota
	chapterSeries
	ideographSeries // 一、
	bracketedIdeographSeries
	figureSeries // 1.
	bracketedFigureSeries
	circledSeries
	bareSeries // 一, alone on its line
)

const (
	longestNumeral = 15  // bytes: five ideographs
	largest        = 999 // a greater number is a year or a count
	// mostParts is how many parts a text has whose numerals only a blank sets off.
	mostParts = 30
)

// numbering reads the number that a line begins with, the series it is
// written in, and what follows.
func numbering(fold string) (n, series int, rest string) {
	if fold == "" {
		return 0, 0, fold
	}
	if n := numeral(fold); n > 0 {
		return n, bareSeries, ""
	}
	if n, rest, ok := chapter(fold); ok {
		return n, chapterSeries, rest
	}
	if at := strings.IndexRune(circled, firstRune(fold)); at >= 0 {
		return runeCount(circled[:at]) + 1, circledSeries, strings.TrimLeft(fold[len(string(firstRune(fold))):], " ")
	}
	if inner, after, ok := strings.Cut(fold, ")"); ok && strings.HasPrefix(inner, "(") && len(inner) <= longestNumeral {
		inner = strings.TrimSpace(inner[1:])
		if n := numeral(inner); n > 0 && !digit(firstRune(inner)) {
			return n, bracketedIdeographSeries, strings.TrimLeft(after, " ")
		} else if n > 0 {
			return n, bracketedFigureSeries, strings.TrimLeft(after, " ")
		}
	}
	for at, r := range fold {
		if at == 0 {
			continue
		}
		if at > longestNumeral {
			break
		}
		n := numeral(fold[:at])
		if n == 0 {
			if !strings.ContainsRune(numerals+numeralZero+hundred, r) && !digit(r) {
				break
			}
			continue
		}
		after := fold[at+len(string(r)):]
		switch {
		case string(r) == enumComma || r == '.' && !digit(firstRune(after)) || string(r) == fullStop && !digit(firstRune(fold)):
			series := ideographSeries
			if digit(firstRune(fold)) {
				series = figureSeries
			}
			return n, series, strings.TrimLeft(after, " ")
		case r == ' ' && n < mostParts && !digit(firstRune(fold)):
			return n, ideographSeries, after
		}
	}
	return 0, 0, fold
}

// chapter reads 第一章 with nothing, a blank or a colon after it; 第九部队 and
// 第三回合 are none, because the word goes on.
func chapter(fold string) (int, string, bool) {
	s, ok := strings.CutPrefix(fold, ordinal)
	if !ok {
		return 0, fold, false
	}
	for at := range s {
		if at > longestNumeral {
			break
		}
		n := numeral(s[:at])
		if n == 0 {
			continue
		}
		rest, _, ok := cutPrefix(s[at:], chapterWords)
		if ok && (rest == "" || strings.ContainsAny(rest[:1], " :") || strings.HasPrefix(rest, enumComma)) {
			return n, strings.TrimLeft(rest, " :"), true
		}
	}
	return 0, fold, false
}

// decimalLevels gives headings that are counted as 2, 2.1, 2.1.3 a level a
// part, and reports whether these are: one has two parts.
func (d *draft) decimalLevels(found []int) bool {
	deepest := 0
	for _, i := range found {
		deepest = max(deepest, decimals(d.rows[i].fold))
	}
	if deepest < 2 {
		return false
	}
	level := 1
	for _, i := range found {
		if r := &d.rows[i]; !r.glued {
			level = min(max(decimals(r.fold), 1), 3)
		}
		d.rows[i].level = level
	}
	return true
}

// decimals counts the parts of the number in figures that a line begins with,
// and that a blank sets off: two of "2.1 words".
func decimals(fold string) int {
	head, _, ok := strings.Cut(fold, " ")
	if !ok {
		return 0
	}
	parts := strings.Split(strings.TrimSuffix(head, "."), ".")
	for _, p := range parts {
		if n := numeral(p); n == 0 || n > mostParts || !digit(firstRune(p)) {
			return 0
		}
	}
	return len(parts)
}

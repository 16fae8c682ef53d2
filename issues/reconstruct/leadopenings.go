package reconstruct

import (
	"strings"
	"unicode"
)

// openingOf gives the row's opening: the first sentence of at most thirty
// runes with text after it, the words in brackets, or those before a first blank.
func openingOf(i int, r *row) leadRow {
	l := leadRow{row: i}
	if turn(r.fold) {
		return l
	}
	end, form := openingEnd(r.fold)
	if end == 0 {
		return l
	}
	head := r.fold[:end]
	l.lead = prefixOf(r.text, head)
	l.fold = strings.Trim(head, fullStop+". []")
	l.build = build{form, strings.Count(head, ",")}
	rest := l.fold
	if form == sentenceLead {
		if after, ok := counted(head); ok {
			l.build, rest = build{form: countedLead}, after
		}
	}
	l.tells = strings.ContainsAny(rest, tellers)
	return l
}

// openingEnd gives where the opening ends in the folded text, 0 for none.
func openingEnd(fold string) (int, leadForm) {
	const most, gap, label = 32, 12, 5
	if inner, rest, ok := strings.Cut(fold, "]"); ok && strings.HasPrefix(fold, "[") {
		if runeCount(inner) <= gap && strings.TrimSpace(rest) != "" && han(lastRune(inner)) {
			return len(inner) + 1, boxedLead
		}
		return 0, 0
	}
	n := 0
	for at, r := range fold {
		n++
		next := at + len(string(r))
		switch {
		case n > most || next >= len(fold):
			return 0, 0
		case string(r) == fullStop, r == '.' && latin(firstRune(fold)) && fold[next] == ' ':
			if n < 2 || open(fold[:next]) {
				return 0, 0
			}
			return next, sentenceLead
		case r == ' ' && n > 2 && n <= gap && han(firstRune(fold)):
			if head := fold[:at]; paused(head) || open(head) || !han(lastRune(head)) || numeral(head) > 0 {
				return 0, 0
			}
			return at, gapLead
		case r == ':' && n <= label: // a label before the words: step one:
		case strings.ContainsRune(leadStops, r):
			return 0, 0
		}
	}
	return 0, 0
}

// counted gives what follows a day of a month or an ordinal that the folded
// text begins with.
func counted(fold string) (rest string, ok bool) {
	if s, ok := strings.CutPrefix(fold, ordinal); ok {
		if rest := strings.TrimLeft(s, numerals+numeralZero+hundred+"0123456789"); rest != s {
			return rest, true
		}
		return fold, false
	}
	const month = 9 // bytes: three ideographs
	at := strings.Index(fold, monthOf)
	if at <= 0 || at > month || strings.Trim(fold[:at], monthNames+numerals+"0123456789") != "" {
		return fold, false
	}
	day := fold[at+len(monthOf):]
	rest = strings.TrimLeft(day, dayNames+numerals+"0123456789")
	if rest == day {
		return fold, false
	}
	return strings.TrimLeft(rest, dayOf), true
}

// prefixOf gives as much of text as head has characters, blanks aside.
func prefixOf(text, head string) string {
	n := runeCount(strings.ReplaceAll(head, " ", ""))
	for at, r := range text {
		if n == 0 {
			return text[:at]
		}
		if !unicode.IsSpace(r) {
			n--
		}
	}
	return text
}

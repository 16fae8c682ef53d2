package reconstruct

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/normal"
)

// openingOf gives a paragraph's opening: the first sentence of at most thirty
// runes with text after it, the words in brackets, or those before a first
// blank; behind a bullet also those before a colon.
func (d *draft) openingOf(rows []int) leadRow {
	l := leadRow{row: rows[0]}
	fold, text := d.beginning(rows)
	if turn(fold) {
		return l
	}
	bare := strings.TrimLeft(fold, subBullets+" ")
	bulleted := bare != fold
	end, form := openingEnd(bare, wideGap(d.rows[rows[0]].raw), bulleted)
	if end == 0 {
		return l
	}
	head := bare[:end]
	l.lead = prefixOf(text, fold[:len(fold)-len(bare)]+head)
	l.fold = strings.Trim(head, fullStop+".: []")
	l.build = build{form, bulleted, strings.Count(head, ",")}
	rest := l.fold
	if form == sentenceLead {
		if after, ok := counted(head); ok {
			l.build, rest = build{form: countedLead, bulleted: bulleted}, after
		}
	}
	l.tells = strings.ContainsAny(rest, tellers)
	return l
}

// beginning gives so much of a paragraph's text that an opening ends in it: a
// column may have cut the opening itself.
func (d *draft) beginning(rows []int) (fold, text string) {
	first := &d.rows[rows[0]]
	fold, text = first.fold, first.text
	for n := 1; n < len(rows) && runeCount(fold) <= longestOpening; n++ {
		next := &d.rows[rows[n]]
		between := normal.Join(text, next.text)
		fold, text = fold+between+next.fold, text+between+next.text
	}
	return fold, text
}

// longestOpening is the most runes of a sentence that is a run-in heading.
const longestOpening = 32

// wideGap reports whether the first blank in the line is wider than one that
// parts words: a house sets it behind a run-in heading in place of a stop.
func wideGap(raw string) bool {
	line := strings.TrimLeft(strings.Trim(raw, blanks), subBullets+blanks)
	at := strings.IndexAny(line, blanks)
	if at < 0 {
		return false
	}
	gap := line[at : len(line)-len(strings.TrimLeft(line[at:], blanks))]
	return runeCount(gap) > 1 || firstRune(gap) > utf8.RuneSelf
}

// openingEnd gives where the opening ends in the folded text, 0 for none.
func openingEnd(fold string, wide, bulleted bool) (int, leadForm) {
	const gap, wideHead, label = 12, 24, 5
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
		case n > longestOpening || next >= len(fold):
			return 0, 0
		case string(r) == fullStop, r == '.' && latin(firstRune(fold)) && fold[next] == ' ':
			if n < 2 || open(fold[:next]) || r == '.' && abbreviated(fold[:at]) {
				return 0, 0
			}
			return next, sentenceLead
		case r == ' ' && n > 2 && han(firstRune(fold)) && (n <= gap || wide && n <= wideHead):
			if !gapHead(fold[:at], wide) || !paused(fold[next:]) && !strings.ContainsAny(fold[next:], sentenceEnds) {
				return 0, 0
			}
			return at, gapLead
		case r == ':' && bulleted && n <= gap && n > 2 && !paused(fold[:at]):
			return next, labelLead
		case r == ':' && n <= label: // a label before the words: step one:
		case strings.ContainsRune(leadStops, r):
			return 0, 0
		}
	}
	return 0, 0
}

// gapHead reports whether the words before a blank could be a run-in heading;
// before a wide one they may be two clauses.
func gapHead(head string, wide bool) bool {
	last := lastRune(strings.TrimRight(head, quotes))
	if open(head) || !han(last) || numeral(head) > 0 {
		return false
	}
	return !paused(head) || wide && strings.Count(head, ",") == 1 && !paused(strings.Replace(head, ",", "", 1))
}

// abbreviated reports whether a point behind the Latin words shortens the last
// of them, or the words are too few for a heading with a stop: "J.", "Rev."
func abbreviated(words string) bool {
	const least = 2 // letters: a word of one is an initial
	fields := strings.Fields(words)
	return len(fields) < 2 || len(fields[len(fields)-1]) < least
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

package inside

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
)

// openingOf gives a paragraph's opening: the first sentence of at most thirty
// runes with text after it, the words in brackets, or those before a first
// blank; behind a bullet also those before a colon.
func openingOf(d *draft.Draft, rows []int) leadRow {
	l := leadRow{row: rows[0]}
	fold, text := beginning(d, rows)
	if wording.Turn(fold) {
		return l
	}
	bare := strings.TrimLeft(fold, wording.SubBullets+" ")
	bulleted := bare != fold
	end, form := openingEnd(bare, wideGap(d.Rows[rows[0]].Raw), bulleted)
	if end == 0 {
		return l
	}
	head := bare[:end]
	l.lead = prefixOf(text, fold[:len(fold)-len(bare)]+head)
	l.fold = strings.Trim(head, wording.FullStop+".: []")
	l.build = build{form, bulleted, strings.Count(head, ",")}
	rest := l.fold
	if form == sentenceLead {
		if after, ok := counted(head); ok {
			l.build, rest = build{form: countedLead, bulleted: bulleted}, after
		}
	}
	l.tells = strings.ContainsAny(rest, wording.Tellers)
	return l
}

// beginning gives so much of a paragraph's text that an opening ends in it: a
// column may have cut the opening itself.
func beginning(d *draft.Draft, rows []int) (fold, text string) {
	first := &d.Rows[rows[0]]
	fold, text = first.Fold, first.Text
	for n := 1; n < len(rows) && wording.RuneCount(fold) <= longestOpening; n++ {
		next := &d.Rows[rows[n]]
		between := normal.Join(text, next.Text)
		fold, text = fold+between+next.Fold, text+between+next.Text
	}
	return fold, text
}

// longestOpening is the most runes of a sentence that is a run-in heading.
const longestOpening = 32

// wideGap reports whether the first blank in the line is wider than one that
// parts words: a house sets it behind a run-in heading in place of a stop.
func wideGap(raw string) bool {
	line := strings.TrimLeft(strings.Trim(raw, wording.Blanks), wording.SubBullets+wording.Blanks)
	at := strings.IndexAny(line, wording.Blanks)
	if at < 0 {
		return false
	}
	gap := line[at : len(line)-len(strings.TrimLeft(line[at:], wording.Blanks))]
	return wording.RuneCount(gap) > 1 || wording.FirstRune(gap) > utf8.RuneSelf
}

// openingEnd gives where the opening ends in the folded text, 0 for none.
func openingEnd(fold string, wide, bulleted bool) (int, leadForm) {
	const gap, wideHead, label = 12, 24, 5
	if inner, rest, ok := strings.Cut(fold, "]"); ok && strings.HasPrefix(fold, "[") {
		if wording.RuneCount(inner) <= gap && strings.TrimSpace(rest) != "" && wording.Han(wording.LastRune(inner)) {
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
		case string(r) == wording.FullStop, r == '.' && wording.Latin(wording.FirstRune(fold)) && fold[next] == ' ':
			if n < 2 || wording.Open(fold[:next]) || r == '.' && abbreviated(fold[:at]) {
				return 0, 0
			}
			return next, sentenceLead
		case r == ' ' && n > 2 && wording.Han(wording.FirstRune(fold)) && (n <= gap || wide && n <= wideHead):
			if !gapHead(fold[:at], wide) || !wording.Paused(fold[next:]) && !strings.ContainsAny(fold[next:], wording.SentenceEnds) {
				return 0, 0
			}
			return at, gapLead
		case r == ':' && bulleted && n <= gap && n > 2 && !wording.Paused(fold[:at]):
			return next, labelLead
		case r == ':' && n <= label: // a label before the words: step one:
		case strings.ContainsRune(wording.LeadStops, r):
			return 0, 0
		}
	}
	return 0, 0
}

// gapHead reports whether the words before a blank could be a run-in heading;
// before a wide one they may be two clauses.
func gapHead(head string, wide bool) bool {
	last := wording.LastRune(strings.TrimRight(head, wording.Quotes))
	if wording.Open(head) || !wording.Han(last) || wording.Numeral(head) > 0 {
		return false
	}
	return !wording.Paused(head) || wide && strings.Count(head, ",") == 1 && !wording.Paused(strings.Replace(head, ",", "", 1))
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
	if s, ok := strings.CutPrefix(fold, wording.Ordinal); ok {
		if rest := strings.TrimLeft(s, wording.Numerals+wording.NumeralZero+wording.Hundred+"0123456789"); rest != s {
			return rest, true
		}
		return fold, false
	}
	const month = 9 // bytes: three ideographs
	at := strings.Index(fold, wording.MonthOf)
	if at <= 0 || at > month || strings.Trim(fold[:at], wording.MonthNames+wording.Numerals+"0123456789") != "" {
		return fold, false
	}
	day := fold[at+len(wording.MonthOf):]
	rest = strings.TrimLeft(day, wording.DayNames+wording.Numerals+"0123456789")
	if rest == day {
		return fold, false
	}
	return strings.TrimLeft(rest, wording.DayOf), true
}

// prefixOf gives as much of text as head has characters, blanks aside.
func prefixOf(text, head string) string {
	n := wording.RuneCount(strings.ReplaceAll(head, " ", ""))
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

package reconstruct

import (
	"strings"

	"kanyin/issues/issue"
)

// item reports whether the row is numbered as a row of a list.
func item(r *row) bool {
	return r.number > 0 && r.series != bareSeries && r.series != chapterSeries && r.from == 0
}

// takenUp reports whether a text begins with the last words of a heading, as
// texts often do; the words over the two then mean nothing.
func takenUp(heading, text string) bool {
	const most = 8 // runes: more of them would be the heading again
	h := []rune(heading)
	for n := 2; n <= min(len(h), most); n++ {
		if strings.HasPrefix(text, string(h[len(h)-n:])) {
			return true
		}
	}
	return false
}

// halves reports whether a blank parts the line into two of nearly one length,
// or a comma into two of one length that share a character at one place.
func halves(fold string) bool {
	a, b, ok := strings.Cut(fold, " ")
	if !ok {
		a, b, ok = strings.Cut(fold, ",")
		return ok && parallel(a, b)
	}
	if strings.Contains(b, " ") {
		return false
	}
	x, y := runeCount(a), runeCount(b)
	return x >= 3 && y >= 3 && x-y <= 3 && y-x <= 3
}

// parallel reports whether two texts are of one length and share a character
// at one place.
func parallel(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) || len(x) < 3 {
		return false
	}
	for i := range x {
		if x[i] == y[i] {
			return true
		}
	}
	return false
}

// unevenClauses reports whether commas part the text into clauses that differ
// in length, as those of a verse line do not.
func unevenClauses(fold string) bool {
	clauses := strings.Split(strings.TrimRight(fold, sentenceEnds+closers), ",")
	for _, c := range clauses[1:] {
		if runeCount(c) != runeCount(clauses[0]) {
			return true
		}
	}
	return false
}

// turn reports whether the row is a speaker's turn in an interview.
func turn(fold string) bool {
	_, w, q := cutPrefix(fold, questionHeads)
	_, _, a := cutPrefix(fold, answerHeads)
	return q && w != bookOpener || a
}

// bookRow reports whether the row gives one fact of a book: 书号:…
func bookRow(fold string) bool {
	rest, _, ok := cutPrefix(fold, bookKeys)
	return ok && strings.HasPrefix(rest, ":")
}

// contact reports whether the row waits for a number that stands on the next.
func contact(fold string) bool {
	bare, ok := strings.CutSuffix(fold, ":")
	if !ok {
		return false
	}
	_, _, ok = cutSuffix(bare, contactWords)
	return ok
}

// under gives the row that a heading in row i would stand over: the next one
// that is no picture's words nor a note at the column's foot, or -1.
func (d *draft) under(i int) int {
	for j := d.next(i); j >= 0; j = d.next(j) {
		switch d.rows[j].kind {
		case issue.Caption, issue.Credit, issue.Prompt, issue.Note:
		default:
			return j
		}
	}
	return -1
}

// atFoot reports whether a page ends under the row.
func (d *draft) atFoot(i int) bool {
	return i+1 < len(d.rows) && (d.rows[i+1].zone == dropped || d.rows[i+1].edge)
}

// beginsText reports whether the row shows that a text begins with it: an
// indent, a greeting, a number, an opened quotation.
func (d *draft) beginsText(i int) bool {
	r := &d.rows[i]
	n, _, _ := numbering(r.fold)
	return n > 0 || d.greets(r.fold) || strings.ContainsRune(openers, firstRune(r.fold)) || d.paragraphs.indented && beginsParagraph(indentOf(r.raw))
}

// itemBeside reports whether the row that has the number before or behind this
// one in its series is a whole sentence: the two are items of a list.
func (d *draft) itemBeside(i, n, series int) bool {
	const reach = 6 // rows: an item of a list has seldom more than one under it
	for j := max(0, i-reach); j < min(len(d.rows), i+reach+1); j++ {
		r := &d.rows[j]
		if j == i || r.zone != body || r.kind != "" && r.kind != issue.Paragraph {
			continue
		}
		m, s, _ := numbering(r.fold)
		if s == series && (m == n+1 && j > i || m == n-1 && j < i) && ended(r.fold) && !strings.HasSuffix(r.fold, "?") {
			return true
		}
	}
	return false
}

// brokenNumber reports whether a number in ideographs goes on from one row to
// the next.
func brokenNumber(fold, next string) bool {
	return strings.ContainsRune(numerals+hundred, lastRune(fold)) && strings.ContainsRune(numerals+hundred, firstRune(next)) && !strings.HasPrefix(next[len(string(firstRune(next))):], enumComma)
}

// loneEnd reports whether the text begins with one character and a pause or a
// stop, as the rest of a broken word does.
func loneEnd(fold string) bool {
	first := firstRune(fold)
	return han(first) && !strings.ContainsRune(tellers+numerals, first) && strings.ContainsRune(pauses+sentenceEnds, firstRune(fold[len(string(first)):]))
}

// fact reports whether the row is one of several, one under the other, that
// give a fact each behind a label: when, where, how much.
func (d *draft) fact(i int) bool {
	p, n := d.prev(i), d.next(i)
	return d.greets(d.rows[i].fold) && (p >= 0 && d.greets(d.rows[p].fold) && d.short(p) || n >= 0 && d.greets(d.rows[n].fold) && d.short(n))
}

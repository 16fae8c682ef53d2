package inside

import (
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/marks"
	"kanyin/issues/reconstruct/torn/unwrap"
	"kanyin/issues/reconstruct/torn/wording"
)

// item reports whether the row is numbered as a row of a list.
func item(r *draft.Row) bool {
	return r.Number > 0 && !r.Refers && r.Series != wording.BareSeries && r.Series != wording.ChapterSeries && r.From == 0
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
	x, y := wording.RuneCount(a), wording.RuneCount(b)
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
	clauses := strings.Split(strings.TrimRight(fold, wording.SentenceEnds+wording.Closers), ",")
	return slices.ContainsFunc(clauses, func(c string) bool { return wording.RuneCount(c) != wording.RuneCount(clauses[0]) })
}

// under gives the row that a heading in row i would stand over: the next one
// that is no picture's words nor a note at the column's foot, or -1.
func under(d *draft.Draft, i int) int {
	for j := d.Next(i); j >= 0; j = d.Next(j) {
		switch d.Rows[j].Kind {
		case issue.Caption, issue.Credit, issue.Prompt, issue.Note:
		default:
			return j
		}
	}
	return -1
}

// atFoot reports whether a page ends under the row.
func atFoot(d *draft.Draft, i int) bool {
	return i+1 < len(d.Rows) && (d.Rows[i+1].Zone == draft.Dropped || d.Rows[i+1].Edge)
}

// beginsText reports whether the row shows that a text begins with it: an
// indent, a greeting, a number, an opened quotation.
func beginsText(d *draft.Draft, i int) bool {
	r := &d.Rows[i]
	return wording.Numbered(r.Fold) || marks.Greets(d, r.Fold) || strings.ContainsRune(wording.Openers, wording.FirstRune(r.Fold)) || d.Indented && unwrap.BeginsParagraph(wording.IndentOf(r.Raw))
}

// itemBeside reports whether the row that has the number before or behind this
// one in its series is a whole sentence: the two are items of a list.
func itemBeside(d *draft.Draft, i, n, series int) bool {
	const reach = 6 // rows: an item of a list has seldom more than one under it
	for j := max(0, i-reach); j < min(len(d.Rows), i+reach+1); j++ {
		r := &d.Rows[j]
		if j == i || r.Zone != draft.Body || r.Kind != "" && r.Kind != issue.Paragraph {
			continue
		}
		m, s, _ := wording.Numbering(r.Fold)
		if s == series && (m == n+1 && j > i || m == n-1 && j < i) && wording.Ended(r.Fold) && !strings.HasSuffix(r.Fold, "?") {
			return true
		}
	}
	return false
}

// brokenNumber reports whether a number in ideographs goes on from one row to
// the next.
func brokenNumber(fold, next string) bool {
	return strings.ContainsRune(wording.Numerals+wording.Hundred, wording.LastRune(fold)) && strings.ContainsRune(wording.Numerals+wording.Hundred, wording.FirstRune(next)) && !strings.HasPrefix(next[len(string(wording.FirstRune(next))):], wording.EnumComma)
}

// fact reports whether the row is one of several, one under the other, that
// give a fact each behind a label: when, where, how much.
func fact(d *draft.Draft, i int) bool {
	p, n := d.Prev(i), d.Next(i)
	return marks.Greets(d, d.Rows[i].Fold) && (p >= 0 && marks.Greets(d, d.Rows[p].Fold) && d.Short(p) || n >= 0 && marks.Greets(d, d.Rows[n].Fold) && d.Short(n))
}

package marks

import (
	"slices"
	"strings"
	"unicode"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/furniture"
	"kanyin/issues/reconstruct/torn/wording"
	"kanyin/issues/say"
)

// LearnBylines learns the words and signs that this issue sets before its
// authors, whatever they are.
//
// How: of the short lines that begin alike, with a word of a few characters or
// a sign, nearly all go on with names, stand under a short line and over a
// text. From then on such a line says that it is a byline: it is folded to the
// form that the lexicon knows. Where it fails: a mark that stands once or twice;
// a word for pictures that the lexicon lacks, over text.
func LearnBylines(d *draft.Draft) {
	head := wording.BylineHeads[0]
	if d.English {
		head = wording.BylineHeads[len(wording.BylineHeads)-1]
	}
	for _, u := range habitual(markUses(d), func(i int) bool { return underTitle(d, i) }) {
		u.each(d, "byline-mark", func(i int) {
			_, rest := bylineMark(d, i)
			d.Rows[i].Fold = head + rest
			d.Rows[i].Runes = wording.RuneCount(head + rest)
		})
	}
}

// A markUse is a word or sign that short rows begin with.
type markUse struct {
	mark  string
	all   int   // rows that begin with it
	named []int // those of them that go on with nothing but names
}

// each learns the mark: it labels the rows and notes the habit.
func (u markUse) each(d *draft.Draft, habit string, label func(row int)) {
	var lines []int
	for _, i := range u.named {
		label(i)
		lines = append(lines, d.Rows[i].Lines[0])
	}
	d.Habit(habit, say.Verbatim(u.mark), lines)
}

// markUses gives what short rows begin with, in the order in which they come.
func markUses(d *draft.Draft) []markUse {
	var uses []markUse
	at := map[string]int{}
	for i := range d.Rows {
		mark, rest := bylineMark(d, i)
		if mark == "" {
			continue
		}
		n, seen := at[mark]
		if !seen {
			n = len(uses)
			at[mark] = n
			uses = append(uses, markUse{mark: mark})
		}
		uses[n].all++
		if namesOnly(d, rest) {
			uses[n].named = append(uses[n].named, i)
		}
	}
	return uses
}

// habitual gives the uses that are a habit: those of whose rows nearly all go on
// with names in a place that fits. Only these rows are left to them.
func habitual(uses []markUse, fits func(row int) bool) []markUse {
	const habit = 3 // lines, before a mark is one
	var out []markUse
	for _, u := range uses {
		u.named = slices.DeleteFunc(slices.Clone(u.named), func(i int) bool { return !fits(i) })
		if len(u.named) >= habit && 5*len(u.named) >= 4*u.all {
			out = append(out, u)
		}
	}
	return out
}

// bylineMark parts a short row of the body into the word or sign that it begins
// with and what follows; "" where it has none, or one that is known.
func bylineMark(d *draft.Draft, i int) (mark, rest string) {
	const longest = 5 // runes of a word before names
	r := &d.Rows[i]
	if r.Zone != draft.Body || r.Kind != "" || r.Runes > wording.LongestSign || wording.Ended(r.Fold) || wording.HasBylineHead(r.Fold) || furniture.MastheadRow(d, i) {
		return "", ""
	}
	n := 0
	for at, c := range r.Fold {
		letter := unicode.IsLetter(c)
		if n++; letter && n > d.Wide(longest) {
			break
		}
		if letter || at == 0 && wording.Digit(c) {
			continue
		}
		if wording.Digit(c) || strings.ContainsRune(wording.QuotePairs, c) {
			break
		}
		end := at + len(string(c))
		return r.Fold[:end], strings.TrimLeft(r.Fold[end:], wording.BylineSeparators+".")
	}
	return "", ""
}

// namesOnly reports whether the text is names, most of which begin with
// surnames or stand elsewhere in the issue.
func namesOnly(d *draft.Draft, s string) bool {
	if d.English {
		return s != "" && wording.LatinNames(s)
	}
	if !wording.AllNames(s) {
		return false
	}
	sure, names := 0, wording.SplitNames(s)
	for _, n := range names {
		if d.Author(n) {
			sure++
		}
	}
	return 2*sure >= len(names)
}

// underTitle reports whether the row stands under a short line and over another
// or over text, as a byline does.
func underTitle(d *draft.Draft, i int) bool {
	p, n := d.Prev(i), d.Next(i)
	if p < 0 || n < 0 {
		return false
	}
	over, under := &d.Rows[p], &d.Rows[n]
	return over.Kind == "" && over.Runes <= draft.LongestTitle && !(wording.Ended(over.Fold) && over.Runes > wording.LeastSentence) && under.Kind != issue.Editor && under.Kind != issue.Title
}

package reconstruct

import (
	"slices"
	"strings"
	"unicode"

	"kanyin/issues/issue"
)

// learnBylines learns the words and signs that this issue sets before its
// authors, whatever they are.
//
// How: of the short lines that begin alike, with a word of a few characters or
// a sign, nearly all go on with names, stand under a short line and over a
// text. From then on such a line says that it is a byline: it is folded to the
// form that the lexicon knows. Where it fails: a mark that stands once or twice;
// a word for pictures that the lexicon lacks, over text.
func learnBylines(d *draft) {
	for _, u := range habitual(d.markUses(), d.underTitle) {
		var lines []int
		for _, i := range u.named {
			_, rest := d.bylineMark(i)
			r := &d.rows[i]
			r.fold = strings.ReplaceAll(bylineHeads[0], ".", " ") + rest
			if d.english {
				r.fold = bylineHeads[len(bylineHeads)-1] + rest
			}
			r.runes = runeCount(r.fold)
			lines = append(lines, r.lines[0])
		}
		d.habit("byline-mark", u.mark, lines)
	}
}

// A markUse is a word or sign that short rows begin with.
type markUse struct {
	mark  string
	all   int   // rows that begin with it
	named []int // those of them that go on with nothing but names
}

// markUses gives what short rows begin with, in the order in which they come.
func (d *draft) markUses() []markUse {
	var uses []markUse
	at := map[string]int{}
	for i := range d.rows {
		mark, rest := d.bylineMark(i)
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
		if d.namesOnly(rest) {
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
func (d *draft) bylineMark(i int) (mark, rest string) {
	const longest = 5 // runes of a word before names
	r := &d.rows[i]
	if r.zone != body || r.kind != "" || r.runes > longestSign || ended(r.fold) || hasBylineHead(r.fold) || d.mastheadRow(i) {
		return "", ""
	}
	n := 0
	for at, c := range r.fold {
		letter := unicode.IsLetter(c)
		if n++; letter && n > d.wide(longest) {
			break
		}
		if letter || at == 0 && digit(c) {
			continue
		}
		if digit(c) || strings.ContainsRune(quotePairs, c) {
			break
		}
		end := at + len(string(c))
		return r.fold[:end], strings.TrimLeft(r.fold[end:], bylineSeparators+".")
	}
	return "", ""
}

// namesOnly reports whether the text is names, most of which begin with
// surnames or stand elsewhere in the issue.
func (d *draft) namesOnly(s string) bool {
	if d.english {
		return s != "" && latinNames(s)
	}
	if !allNames(s) {
		return false
	}
	sure, names := 0, splitNames(s)
	for _, n := range names {
		if known(n) || d.names[key(n)] {
			sure++
		}
	}
	return 2*sure >= len(names)
}

// underTitle reports whether the row stands under a short line and over another
// or over text, as a byline does.
func (d *draft) underTitle(i int) bool {
	p, n := d.prev(i), d.next(i)
	if p < 0 || n < 0 {
		return false
	}
	over, under := &d.rows[p], &d.rows[n]
	return over.kind == "" && over.runes <= longestTitle && !(ended(over.fold) && over.runes > leastSentence) && under.kind != issue.Editor && under.kind != issue.Title
}

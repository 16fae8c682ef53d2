package reconstruct

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/words"
)

// insideWord reports whether the row is one short sentence that stands between
// the halves of a word: a caption without a credit. It may as well be the end of
// the text over it, so that one of three things has to speak for the row under
// it and nothing for the row itself: a word over the row that chance does not
// make; a head of one character with a mark behind it, as no paragraph has; or,
// where paragraphs are indented, that the row under it is not, so that it goes
// on with something.
func (d *draft) insideWord(i int, indented bool) bool {
	const (
		leastWord  = 5.0 // of package words' gain over the row: chance makes lesser words
		sureWord   = 6.5 // with how the two rows begin: tails of paragraphs are as short
		commonWord = 2.0 // over the row, where the indents speak already
	)
	r := &d.rows[i]
	p, n := d.prev(i), d.next(i)
	if p < 0 || n < 0 || !d.sentenceAlone(i) || d.rows[p].kind != "" || d.rows[n].kind != "" || !d.dangles(p) || r.blank == 0 && !d.dense || turn(d.rows[n].fold) {
		return false
	}
	if _, here := words.Across(d.rows[p].text, r.text); here > 0 {
		return false
	}
	_, over := words.Across(d.rows[p].text, d.rows[n].text)
	rest := words.Fragment(d.rows[n].text)
	switch {
	case d.rows[n].prose() && lastCharacter(d.rows[n].fold):
		return true
	case indented && indentOf(r.raw) == 0 && indentOf(d.rows[n].raw) == 0 && d.rows[n].prose():
		return over > commonWord
	}
	return !paused(r.fold) && over > leastWord && rest > 0 && over+rest-words.Fragment(r.text) > sureWord
}

// lastCharacter reports whether the text begins with one ideograph and a mark
// behind it: the rest of a word.
func lastCharacter(fold string) bool {
	first := firstRune(fold)
	return han(first) && strings.ContainsRune(pauses+sentenceEnds, firstRune(fold[len(string(first)):])) && numeral(string(first)) == 0
}

// allIndented reports whether nearly all of the issue's paragraphs begin with an
// indent: long rows behind finished ones.
func (d *draft) allIndented() bool {
	in, all := 0, 0
	for i := 1; i < len(d.rows); i++ {
		r := &d.rows[i]
		if r.zone != body || r.kind != "" && r.kind != issue.Paragraph || r.runes <= sureText || !ended(d.rows[i-1].fold) {
			continue
		}
		if all++; indentOf(r.raw) > 0 {
			in++
		}
	}
	return all > 0 && 10*in >= 8*all // the rest is behind captions and cuts
}

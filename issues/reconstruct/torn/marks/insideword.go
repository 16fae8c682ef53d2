package marks

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/furniture"
	"kanyin/issues/reconstruct/torn/wording"
	"kanyin/issues/reconstruct/words"
)

// insideWord reports whether the row is one short sentence that stands between
// the halves of a word: a caption without a credit. It may as well be the end of
// the text over it, so that one of three things has to speak for the row under
// it and nothing for the row itself: a word over the row that chance does not
// make; a head of one character with a mark behind it, as no paragraph has; or,
// where paragraphs are indented, that the row under it is not, so that it goes
// on with something.
func insideWord(d *draft.Draft, i int, indented bool) bool {
	const (
		leastWord  = 5.0 // of package words' gain over the row: chance makes lesser words
		sureWord   = 6.5 // with how the two rows begin: tails of paragraphs are as short
		commonWord = 2.0 // over the row, where the indents speak already
	)
	r := &d.Rows[i]
	p, n := d.Prev(i), d.Next(i)
	if p < 0 || n < 0 || !sentenceAlone(d, i) || d.Rows[p].Kind != "" || d.Rows[n].Kind != "" || !furniture.Dangles(d, p) || r.Blank == 0 && !d.Dense || wording.Turn(d.Rows[n].Fold) {
		return false
	}
	if _, here := words.Across(d.Rows[p].Text, r.Text); here > 0 {
		return false
	}
	_, over := words.Across(d.Rows[p].Text, d.Rows[n].Text)
	rest := words.Fragment(d.Rows[n].Text)
	switch {
	case d.Rows[n].Prose() && LastCharacter(d.Rows[n].Fold):
		return true
	case indented && wording.IndentOf(r.Raw) == 0 && wording.IndentOf(d.Rows[n].Raw) == 0 && d.Rows[n].Prose():
		return over > commonWord
	}
	return !wording.Paused(r.Fold) && over > leastWord && rest > 0 && over+rest-words.Fragment(r.Text) > sureWord
}

// LastCharacter reports whether the text begins with one ideograph and a mark
// behind it: the rest of a word.
func LastCharacter(fold string) bool {
	first := wording.FirstRune(fold)
	return wording.Han(first) && strings.ContainsRune(wording.Pauses+wording.SentenceEnds, wording.FirstRune(fold[len(string(first)):])) && !strings.ContainsRune(wording.Tellers+wording.Numerals, first)
}

// allIndented reports whether nearly all of the issue's paragraphs begin with an
// indent: long rows behind finished ones.
func allIndented(d *draft.Draft) bool {
	in, all := 0, 0
	for i := 1; i < len(d.Rows); i++ {
		r := &d.Rows[i]
		if r.Zone != draft.Body || r.Kind != "" && r.Kind != issue.Paragraph || r.Runes <= wording.SureText || !wording.Ended(d.Rows[i-1].Fold) {
			continue
		}
		if all++; wording.IndentOf(r.Raw) > 0 {
			in++
		}
	}
	return all > 0 && 10*in >= 8*all // the rest is behind captions and cuts
}

// Package prose tells how well one piece of Chinese text goes on another.
//
//	…孩子们在河边跑来 + 跑去，他们的父母…   10: far likelier than by chance
//	…孩子们在河边跑来 + 也没有说。…         -1.8
//
// It knows how often characters stand behind one and behind two others in a
// large body of Chinese text, and no grammar: a back-off model (Katz 1987) with
// the weights of Witten and Bell (1991). Where package words asks whether a cut
// breaks a word, prose has an opinion on any two characters, on 的 behind 了 and
// on 。 behind 在.
//
// Its tables lie in the binary as they are searched; gen counts them
// (data/NOTICE.md says in what). Traditional characters are taken for simplified ones.
package prose

import (
	_ "embed"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/reconstruct/prose/table"
	"kanyin/issues/reconstruct/words"
)

var (
	//go:embed data/ones.tab
	ones string
	//go:embed data/pairs.tab
	pairs string
	//go:embed data/triples.tab
	triples string

	model = table.Model{Ones: ones, Pairs: pairs, Triples: triples}
)

// GoesOn gives how much likelier head stands behind tail than anywhere, as a
// natural logarithm: the last two characters of the one and the first two of the
// other are looked at, blanks are not. It is 0 where one of them is empty.
func GoesOn(tail, head string) float64 {
	a, b := lastTwo(tail)
	c, d := firstTwo(head)
	if b == 0 || c == 0 {
		return 0
	}
	gain := model.After(a, b, c) - model.Alone(c)
	if d != 0 {
		gain += model.After(b, c, d) - model.After(0, c, d)
	}
	return gain
}

// lastTwo gives the last two characters of a text, 0 for one that is not there.
func lastTwo(s string) (a, b rune) {
	for len(s) > 0 && a == 0 {
		c, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
		switch {
		case unicode.IsSpace(c):
		case b == 0:
			b = words.Simplified(c)
		default:
			a = words.Simplified(c)
		}
	}
	return a, b
}

// firstTwo gives the first two.
func firstTwo(s string) (a, b rune) {
	for _, c := range s {
		switch {
		case unicode.IsSpace(c):
		case a == 0:
			a = words.Simplified(c)
		default:
			return a, words.Simplified(c)
		}
	}
	return a, 0
}

package wording

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/reconstruct/fold"
)

// PairsOf calls f with every two neighbouring ideographs of the text.
func PairsOf(s string, f func([2]rune)) {
	prev := rune(0)
	for _, r := range s {
		if !Han(r) {
			prev = 0
			continue
		}
		if prev != 0 {
			f([2]rune{prev, r})
		}
		prev = r
	}
}

// FoldOf makes alike what houses write differently; see package fold.
func FoldOf(s string) string { return fold.Of(s) }

// RuneCount is how many characters the text has.
func RuneCount(s string) int { return utf8.RuneCountInString(s) }

// What characters are, and which word a text begins or ends with, package fold
// says; most parameters here are a text's fold, so it is asked by these names.

func Han(r rune) bool         { return fold.Han(r) }
func Latin(r rune) bool       { return fold.Latin(r) }
func Digit(r rune) bool       { return fold.Digit(r) }
func FirstRune(s string) rune { return fold.FirstRune(s) }
func LastRune(s string) rune  { return fold.LastRune(s) }
func Numeral(s string) int    { return fold.Numeral(s) }
func Ended(s string) bool     { return fold.Ended(s) }

func Number(s string) (n int, rest string) { return fold.Number(s) }

func CutPrefix(s string, words []string) (rest, word string, ok bool) {
	return fold.CutPrefix(s, words)
}
func CutSuffix(s string, words []string) (rest, word string, ok bool) {
	return fold.CutSuffix(s, words)
}

// Clings reports whether the folded text begins with what no line of its own begins with.
func Clings(fold string) bool {
	r := FirstRune(fold)
	return r != 0 && (strings.ContainsRune(clingers, r) || r < 0x250 && unicode.IsLower(r))
}

// Paused reports whether a sentence goes on inside the text.
func Paused(fold string) bool { return strings.ContainsAny(fold, Pauses) }

// Comma reports whether the text holds a mark that parts clauses, which a list
// of words in a heading does without.
func Comma(fold string) bool { return strings.ContainsAny(fold, ",;") }

// Inner reports whether a sentence ends inside the text, before its last mark.
func Inner(fold string) bool {
	at := strings.IndexAny(fold, SentenceEnds)
	if at < 0 || strings.HasPrefix(fold[at:], Ellipsis) {
		return false
	}
	return strings.TrimLeft(fold[at:], SentenceEnds+Closers+" ") != ""
}

// Open reports whether a bracket or quotation mark is left open or closes nothing.
func Open(fold string) bool {
	depth := 0
	side := 0
	for _, r := range fold {
		at := strings.IndexRune(QuotePairs, r)
		if at < 0 {
			continue
		}
		side = RuneCount(QuotePairs[:at]) % 2
		if side == 0 {
			depth++
		} else if depth--; depth < 0 {
			return true
		}
	}
	return depth != 0
}

// Contains reports whether the text is one of the phrases.
func Contains(words []string, s string) bool {
	for _, w := range words {
		if w == s {
			return true
		}
	}
	return false
}

// All reports whether the test holds of all texts.
func All(texts []string, test func(string) bool) bool {
	return !slices.ContainsFunc(texts, func(s string) bool { return !test(s) })
}

// Bracketed gives the inside of a text that one pair of brackets encloses.
func Bracketed(fold string) (string, bool) {
	n := len(fold)
	if n < 3 {
		return fold, false
	}
	if fold[0] == '(' && fold[n-1] == ')' || fold[0] == '[' && fold[n-1] == ']' {
		return strings.TrimSpace(fold[1 : n-1]), true
	}
	return fold, false
}

// IndentOf counts the half ems of blanks that the line begins with.
func IndentOf(raw string) int {
	n := 0
	for _, r := range raw {
		switch r {
		case ' ', '\u00a0', '\u2002':
			n++
		case '\u3000', '\u2003':
			n += 2
		case '\t':
			n += 4
		default:
			return n
		}
	}
	return n
}

package reconstruct

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/reconstruct/fold"
)

// foldOf makes alike what houses write differently; see package fold.
func foldOf(s string) string { return fold.Of(s) }

func runeCount(s string) int { return utf8.RuneCountInString(s) }

func han(r rune) bool {
	if r >= 0x4E00 && r <= 0x9FFF {
		return true // nearly all there are
	}
	return r > 0x2E00 && unicode.Is(unicode.Han, r)
}

func latin(r rune) bool { return r < 0x250 && unicode.IsLetter(r) }

func digit(r rune) bool { return r >= '0' && r <= '9' }

func lastRune(s string) rune {
	r, n := utf8.DecodeLastRuneInString(s)
	if n == 0 {
		return 0
	}
	return r
}

func firstRune(s string) rune {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return 0
	}
	return r
}

// ended reports whether the folded text ends as a sentence does. A closing
// bracket alone ends nothing; a closing quotation mark after a full stop does.
//
// A bracketed remark after a full stop, such as an editor's mark, is passed over.
func ended(fold string) bool {
	if n := len(fold); n > 0 && (fold[n-1] == ')' || fold[n-1] == ']') {
		if at := strings.LastIndexAny(fold, "(["); at > 0 {
			before := strings.TrimRight(fold[:at], " ")
			if r := lastRune(before); strings.ContainsRune(sentenceEnds, r) {
				return true
			}
		}
	}
	bare := strings.TrimRight(fold, closers+" ")
	r := lastRune(bare)
	if strings.ContainsRune(sentenceEnds, r) && r != 0 {
		return true
	}
	return r == '.' && latin(lastRune(strings.TrimRight(bare, ".")))
}

// clings reports whether the folded text begins with what no line of its own begins with.
func clings(fold string) bool {
	r := firstRune(fold)
	return r != 0 && (strings.ContainsRune(clingers, r) || r < 0x250 && unicode.IsLower(r))
}

// paused reports whether a sentence goes on inside the text.
func paused(fold string) bool { return strings.ContainsAny(fold, pauses) }

// comma reports whether the text holds a mark that parts clauses, which a list
// of words in a heading does without.
func comma(fold string) bool { return strings.ContainsAny(fold, ",;") }

// inner reports whether a sentence ends inside the text, before its last mark.
func inner(fold string) bool {
	at := strings.IndexAny(fold, sentenceEnds)
	if at < 0 || strings.HasPrefix(fold[at:], ellipsis) {
		return false
	}
	return strings.TrimLeft(fold[at:], sentenceEnds+closers+" ") != ""
}

// open reports whether a bracket or quotation mark is left open or closes nothing.
func open(fold string) bool {
	depth := 0
	side := 0
	for _, r := range fold {
		at := strings.IndexRune(quotePairs, r)
		if at < 0 {
			continue
		}
		side = runeCount(quotePairs[:at]) % 2
		if side == 0 {
			depth++
		} else if depth--; depth < 0 {
			return true
		}
	}
	return depth != 0
}

// sameWord compares words of one length without regard to case, which only
// Latin letters have.
func sameWord(s, w string) bool {
	if w[0] >= utf8.RuneSelf {
		return s == w
	}
	return strings.EqualFold(s, w)
}

// cutPrefix cuts the first of the words that s begins with, without regard to case.
func cutPrefix(s string, words []string) (rest, word string, ok bool) {
	for _, w := range words {
		if len(w) > len(word) && len(s) >= len(w) && sameWord(s[:len(w)], w) {
			word = w
		}
	}
	if word == "" {
		return s, "", false
	}
	return s[len(word):], word, true
}

// cutSuffix cuts the longest of the words that s ends with.
func cutSuffix(s string, words []string) (rest, word string, ok bool) {
	for _, w := range words {
		if len(w) > len(word) && len(s) >= len(w) && sameWord(s[len(s)-len(w):], w) {
			word = w
		}
	}
	if word == "" {
		return s, "", false
	}
	return s[:len(s)-len(word)], word, true
}

func contains(words []string, s string) bool {
	for _, w := range words {
		if w == s {
			return true
		}
	}
	return false
}

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// bracketed gives the inside of a text that one pair of brackets encloses.
func bracketed(fold string) (string, bool) {
	n := len(fold)
	if n < 3 {
		return fold, false
	}
	if fold[0] == '(' && fold[n-1] == ')' || fold[0] == '[' && fold[n-1] == ']' {
		return strings.TrimSpace(fold[1 : n-1]), true
	}
	return fold, false
}

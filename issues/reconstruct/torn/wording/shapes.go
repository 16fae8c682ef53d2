package wording

import (
	"strings"
	"unicode"
)

// MaskOf makes rows alike that differ in figures alone.
func MaskOf(fold string) string {
	counted := false // an ordinal's numeral may be written in ideographs
	return strings.Map(func(r rune) rune {
		counted = string(r) == Ordinal || counted && strings.ContainsRune(Numerals+Hundred, r)
		switch {
		case Digit(r), r == ' ', counted && string(r) != Ordinal:
			return -1
		}
		return r
	}, strings.ToLower(fold))
}

// Framed reports whether the text stands in one pair of brackets.
func Framed(fold string) bool {
	return strings.ContainsRune(FrameOpeners, FirstRune(fold)) && strings.ContainsRune(FrameClosers, LastRune(fold)) && fold[0] != '('
}

// AllDigits reports whether the text is figures alone, no more than a page number has.
func AllDigits(fold string) bool {
	return fold != "" && len(fold) <= PageDigits && strings.Trim(fold, "0123456789") == ""
}

// DecoratedNumber recognises -12-, ·12·, 第12页, | 12, and figures between any
// two signs that are alike.
func DecoratedNumber(fold string) bool {
	bare := strings.Trim(fold, Strokes)
	if first := FirstRune(fold); first == LastRune(fold) && sign(first) {
		bare = strings.Trim(fold, Strokes+string(first))
	}
	if bare == fold && !strings.HasPrefix(fold, Ordinal) {
		return false
	}
	if page, rest, ok := strings.Cut(bare, " "+allOf); ok && strings.HasPrefix(bare, Ordinal) && AllDigits(strings.TrimRight(rest, PageOf)) {
		bare = page // of so many
	}
	bare = strings.TrimRight(strings.TrimPrefix(bare, Ordinal), PageOf)
	return AllDigits(strings.TrimSpace(bare)) && !strings.HasPrefix(fold, "(") && !strings.HasSuffix(fold, ".")
}

// sign reports whether the character is neither letter nor figure nor bracket,
// nor one that a blank or an unreadable byte became.
func sign(c rune) bool {
	return unicode.IsGraphic(c) && !unicode.IsSpace(c) && !unicode.IsLetter(c) && !unicode.IsNumber(c) && !strings.ContainsRune(QuotePairs+"\uFFFD", c)
}

// TakenUp reports whether a text begins with the last words of a heading, as
// texts often do; the words over the two then mean nothing.
func TakenUp(heading, text string) bool {
	const most = 8 // runes: more of them would be the heading again
	h := []rune(heading)
	for n := 2; n <= min(len(h), most); n++ {
		if strings.HasPrefix(text, string(h[len(h)-n:])) {
			return true
		}
	}
	return false
}

// Turn reports whether the row is a speaker's turn in an interview.
func Turn(fold string) bool {
	_, w, q := CutPrefix(fold, QuestionHeads)
	_, _, a := CutPrefix(fold, AnswerHeads)
	return q && w != BookOpener || a
}

// BookRow reports whether the row gives one fact of a book: 书号:…
func BookRow(fold string) bool {
	rest, _, ok := CutPrefix(fold, bookKeys)
	return ok && strings.HasPrefix(rest, ":")
}

// Priced reports whether the row gives a book's price to its end: 定价:8元.
func Priced(fold string) bool {
	_, _, money := CutSuffix(fold, moneyWords)
	return money && BookRow(fold)
}

// Contact reports whether the row waits for a number that stands on the next.
func Contact(fold string) bool {
	bare, ok := strings.CutSuffix(fold, ":")
	if !ok {
		return false
	}
	_, _, ok = CutSuffix(bare, contactWords)
	return ok
}

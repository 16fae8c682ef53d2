package normal

import (
	"slices"
	"strings"
)

// Text gives s as it is printed.
//
//   - Full-width letters and digits become half-width; so do full-width marks
//     inside a number (1,000 3.5), a time (9:30), a telephone number, an e-mail
//     or web address.
//   - , ; : ? ! ( ) become full-width where they belong to Chinese: beside an
//     ideograph, or in a sentence that has one. Inside a Latin sentence, and
//     between digits, they stay. A full stop becomes 。 only between an
//     ideograph and the end of the text or of a quotation. A full-width mark
//     is never made half-width in a sentence.
//   - Blanks of every kind become one space. In prose those beside Chinese go.
//     A text without a full stop and shorter than a sentence is taken for a
//     title, a name or a row, and keeps them: there they part what belongs apart.
//   - Quotation marks, [ ], dashes (--, ——) and ellipses (..., 。。。, ……) stay.
//
// The characters that [Forms] knows become those they stand for. Lines of a text with line feeds are taken one by one.
func Text(s string) string {
	if strings.IndexByte(s, '\n') >= 0 {
		lines := strings.Split(s, "\n")
		for i, l := range lines {
			lines[i] = Text(l)
		}
		return strings.Join(lines, "\n")
	}
	s = Forms(s)
	if isSettled(s) {
		return s
	}
	t := newText(s)
	t.protect()
	if t.hasHan && t.hasMarks() {
		t.stretches()
		t.pair()
		t.widen()
	}
	t.closeUp()
	return string(t.runes)
}

// isSettled tells that s holds nothing that Text changes.
func isSettled(s string) bool {
	for _, r := range s {
		if r < 0x80 && !isASCIIAlnum(r) || !isHan(r) && !isMark(r) && !isASCIIAlnum(r) && !isShared(r) {
			return false
		}
	}
	return !strings.ContainsAny(s, "，：（") // may stand inside a number
}

// A text is one under way: runes, with blanks reduced to single spaces and
// letters and digits half-width.
type text struct {
	runes  []rune
	inside []bool // part of a number or address: narrow, and left alone
	link   []bool // part of an address, which spaces set apart; nil where there is none
	hasHan bool

	left, right []stretch // beside each index
}

// hasMarks tells whether there is a mark that may have to become full-width.
func (t *text) hasMarks() bool {
	return slices.ContainsFunc(t.runes, func(r rune) bool { return isSentenceMark(r) || r == '.' || r == '(' || r == ')' })
}

func newText(s string) *text {
	t := &text{runes: make([]rune, 0, len(s))}
	for _, r := range s {
		r = oneWidth(r)
		switch {
		case isInvisible(r), r == nonJoiner && len(t.runes) > 0 && isHan(t.runes[len(t.runes)-1]):
			continue
		case isSpace(r):
			if n := len(t.runes); n == 0 || t.runes[n-1] == ' ' || isTight(t.runes[n-1]) {
				continue
			}
			r = ' '
		case isTight(r) && len(t.runes) > 0 && t.runes[len(t.runes)-1] == ' ':
			t.runes = t.runes[:len(t.runes)-1]
		}
		t.hasHan = t.hasHan || isHan(r)
		t.runes = append(t.runes, r)
	}
	if n := len(t.runes); n > 0 && t.runes[n-1] == ' ' {
		t.runes = t.runes[:n-1]
	}
	t.inside = make([]bool, len(t.runes))
	return t
}

// nonJoiner parts the letters of joined scripts; ideographs have nothing to part.
const nonJoiner = '\u200C'

// oneWidth gives letters and digits half width, and half-width Japanese marks full.
func oneWidth(r rune) rune {
	switch n := narrow(r); {
	case isASCIIAlnum(n):
		return n
	case r >= 0xFF61 && r <= 0xFF65:
		return []rune("。「」、・")[r-0xFF61]
	}
	return r
}

// isTight holds of the marks that never stand beside a space.
func isTight(r rune) bool { return r == '，' || r == '、' || r == '；' || r == '：' }

// before gives the last index before i that holds no space, or -1.
func (t *text) before(i int) int {
	i--
	if i >= 0 && t.runes[i] == ' ' {
		i--
	}
	return i
}

// after gives the first index after i that holds no space, or len(t.runes).
func (t *text) after(i int) int {
	i++
	if i < len(t.runes) && t.runes[i] == ' ' {
		i++
	}
	return i
}

// at gives the rune at i in half width, or 0 outside the text.
func (t *text) at(i int) rune {
	if i < 0 || i >= len(t.runes) {
		return 0
	}
	return narrow(t.runes[i])
}

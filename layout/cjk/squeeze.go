package cjk

// Blank gives the blank that a full-width mark of class c carries to the left
// and to the right of its ink, in quarters of an em (clreq, 标点符号的调整空间).
// What carries none is not adjusted.
func Blank(c Class) (left, right int) {
	switch c {
	case Opening:
		return 2, 0
	case Closing, Comma, Stop, Exclaim:
		return 0, 2
	case MiddleDot:
		return 1, 1
	}
	return 0, 0
}

// Between gives the blank, in quarters of an em, that stays between two marks
// that meet, whatever the style of the text (clreq, 连续标点符号的调整): two
// marks that face away from each other keep half an em, as in ，“ and ）（, so
// that two ems become one and a half; two that look the same way keep none, as
// in 。” and ）， and “《. It says false where at most one of the two is a mark.
func Between(a, b Class) (quarters int, ok bool) {
	if !Mark(a) || !Mark(b) {
		return 0, false
	}
	switch {
	case a == MiddleDot && b == MiddleDot:
		return 1, true
	case a == MiddleDot:
		return facing(b == Opening), true
	case b == MiddleDot:
		return facing(a != Opening), true
	case a != Opening && b == Opening:
		return 2, true
	}
	return 0, true
}

// facing is the blank between an interpunct and a mark that turns its blank
// half to it, or its ink.
func facing(blank bool) int {
	if blank {
		return 1
	}
	return 0
}

// Mark says whether c is a mark that carries blank.
func Mark(c Class) bool {
	left, right := Blank(c)
	return left+right > 0
}

// Punctuation says whether c is a mark that divides or encloses text, Chinese
// or Latin, whatever its width.
func Punctuation(c Class) bool {
	switch c {
	case Dash, Ellipsis, LatinOpening, LatinClosing, LatinStop:
		return true
	}
	return Mark(c)
}

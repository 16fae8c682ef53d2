package cjk

// Blank is [Place.Blank] of the mainland.
func Blank(c Class) (left, right int) { return Mainland.Blank(c) }

// Blank gives the blank that a full-width mark of class c carries to the left
// and to the right of its ink, in quarters of an em (clreq, 标点符号的调整空间).
// What carries none is not adjusted.
func (p Place) Blank(c Class) (left, right int) {
	switch c {
	case Opening:
		return 2, 0
	case Closing:
		return 0, 2
	case Comma, Stop, Exclaim:
		return p.stop(c)
	case MiddleDot:
		return 1, 1
	}
	return 0, 0
}

// stop is the blank of a stop. Japan's ！ and ？ are set in a whole em (JLREQ,
// cl-04).
func (p Place) stop(c Class) (left, right int) {
	switch {
	case p == Centred:
		return 1, 1
	case p == Japan && c == Exclaim:
		return 0, 0
	}
	return 0, 2
}

// Between gives the blank, in quarters of an em, that stays between two marks
// that meet, whatever the style of the text (clreq, 连续标点符号的调整): two
// marks that face away from each other keep half an em, as in ，“ and ）（, so
// that two ems become one and a half; two that look the same way keep none, as
// in 。” and ）， and “《. A centred stop keeps a quarter towards the blank half of
// its neighbour, so that of 」， and ，「 too one and a half remain, and none towards
// another stop. It says false where at most one of the two is a mark.
func (p Place) Between(a, b Class) (quarters int, ok bool) {
	if !p.mark(a) || !p.mark(b) {
		return 0, false
	}
	switch {
	case a == MiddleDot && b == MiddleDot:
		return 1, true
	case a == MiddleDot || p.centred(a):
		return facing(b == Opening || b == MiddleDot || a == MiddleDot && p.centred(b)), true
	case b == MiddleDot || p.centred(b):
		return facing(a != Opening), true
	case a != Opening && b == Opening:
		return 2, true
	}
	return 0, true
}

// Between is [Place.Between] of the mainland.
func Between(a, b Class) (quarters int, ok bool) { return Mainland.Between(a, b) }

// centred says whether a class is stops in the middle of their em.
func (p Place) centred(c Class) bool {
	return p == Centred && (c == Comma || c == Stop || c == Exclaim)
}

// mark says whether c is a mark that carries blank there.
func (p Place) mark(c Class) bool {
	left, right := p.Blank(c)
	return left+right > 0
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

package shape

import "unicode"

// Needed reports whether a character is of a script whose letters change with
// their neighbours, or that is written from the right. A figure is not: figures
// stand alone and run from the left in every script.
func Needed(r rune) bool {
	switch {
	case r < 0x0590: // nearly all there are
		return false
	case r <= 0x109F, r >= 0x1700 && r <= 0x1CFF, r >= 0xA840 && r <= 0xA95F, r >= 0xA980 && r <= 0xAAFF,
		r >= 0xFB1D && r <= 0xFDFF, r >= 0xFE70 && r < 0xFEFF, r >= 0x10800 && r <= 0x11FFF, r >= 0x1E800 && r <= 0x1EFFF:
		return !unicode.IsDigit(r)
	}
	return false
}

// FromRight reports whether a character is a letter of a script that is written
// from the right.
func FromRight(r rune) bool {
	return r >= 0x0590 && r <= 0x08FF && !unicode.IsDigit(r) || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r < 0xFEFF ||
		r >= 0x10800 && r <= 0x10FFF || r >= 0x1E800 && r <= 0x1EFFF
}

// syllableEnd is the tsheg, which stands between the syllables of Tibetan and
// is followed by no space: a line ends behind it.
const syllableEnd = '་'

// EndsSyllable reports whether a line may end behind the word's last character.
func EndsSyllable(r rune) bool { return r == syllableEnd }

// GoesOn reports whether a character that no script owns belongs to the word
// before it: an accent, or one of the two joiners.
func GoesOn(r rune) bool {
	return r == 0x200C || r == 0x200D || unicode.In(r, unicode.Mn, unicode.Me)
}

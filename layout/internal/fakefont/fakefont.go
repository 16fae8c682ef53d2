// Package fakefont is a set of faces with fixed advances, so that a test of
// layout needs no font file and its numbers can be worked out by hand: an
// ideograph and a full-width mark are one em, a letter, a figure and all other
// ASCII half an em.
//
// It has every face by any name. It lacks the private use area, so that a
// test can ask for a character that no face has.
package fakefont

// Metrics gives fixed advances; it fits layout.Metrics and paragraph.Metrics.
type Metrics struct{}

// Glyph gives the face itself and the advance in thousandths of an em.
func (Metrics) Glyph(face string, r rune) (from string, advance int, ok bool) {
	switch {
	case r >= 0xE000 && r <= 0xF8FF, r < ' ':
		return "", 0, false
	case r >= 0x0300 && r <= 0x036F: // a combining mark stands over its letter
		return face, 0, true
	case r < 0x0530 && r != '·' && r != '×' && r != '°': // Latin, Greek, Cyrillic
		return face, 500, true
	}
	return face, 1000, true
}

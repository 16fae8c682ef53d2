package pdf

import "kanyin/layout"

// A palette turns inks into the operators that choose a colour.
type palette interface {
	fill(layout.Ink) string // of grounds and rules
	text(layout.Ink) string
}

// rgb is the palette of the screen: the document's accent, black and their
// tints over white paper, in the sRGB of the file's output intent.
type rgb struct{ accent [3]uint8 }

func (p rgb) fill(ink layout.Ink) string {
	var base [3]uint8
	if ink.Accent {
		base = p.accent
	}
	share := tint(ink)
	var b []byte
	for _, c := range base {
		const white = 255
		v := white*100 - (white-int(c))*share // in hundredths of a step of 255
		b = append(appendDecimal(b, (v*10+127)/255, 3), ' ')
	}
	return string(append(b, "rg\n"...))
}

func (p rgb) text(ink layout.Ink) string { return p.fill(ink) }

// tint is how much of the ink is printed, in per cent.
func tint(ink layout.Ink) int {
	switch {
	case ink.Paper:
		return 0
	case ink.Tint == 0:
		return 100
	}
	return ink.Tint
}

// The names of the graphics states of a print edition.
const (
	overprint = "/Over"
	knockout  = "/Knock"
)

// black is the palette of print: one ink, K. Solid black overprints, so that a
// plate out of register leaves no white edge about a letter; what is lighter
// knocks out, or reversed type would vanish (ISO 32000-1, 11.7.4.3: in
// overprint mode 1 a component of 0 paints nothing).
type black struct{}

func (black) fill(ink layout.Ink) string {
	share := tint(ink)
	state := knockout
	if share == 100 {
		state = overprint
	}
	b := append([]byte(state), " gs 0 0 0 "...)
	return string(append(appendDecimal(b, share, 2), " k\n"...))
}

// text is solid wherever the screen has a tint: a press makes tints of dots, and
// small type is not to be read in dots.
func (p black) text(ink layout.Ink) string {
	ink.Tint = 0
	return p.fill(ink)
}

// states is the entry of a print edition's resources that defines the two.
const states = "/ExtGState<<" +
	overprint + "<</Type/ExtGState/OP true/op true/OPM 1>>" +
	knockout + "<</Type/ExtGState/OP false/op false/OPM 0>>>>"

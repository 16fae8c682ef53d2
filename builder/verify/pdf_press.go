package verify

import (
	"math"

	"kanyin/builder/verify/pdfread"
	"kanyin/issues/say"
)

// What a printer asks for at the least, in points.
const (
	millimetre = 72 / 25.4
	leastBleed = 3 * millimetre
	liveMargin = 5 * millimetre // knives wander
	thinnest   = 0.25           // thinner lines break up on the plate
	rounding   = 0.02           // what is lost in writing lengths as decimals
)

// boxes judges the pages' boxes (ISO 32000-1, 14.11.2).
func boxes(e *pdfEdition) []fault {
	var out []fault
	for i, p := range e.pages {
		media, ok := e.file.Box(p, "MediaBox")
		if !ok || media.Width() <= 0 || media.Height() <= 0 {
			out = append(out, faultf(onPage(i), "the page has no MediaBox"))
			continue
		}
		first, _ := e.file.Box(e.pages[0], "MediaBox")
		if math.Abs(media.Width()-first.Width()) > rounding || math.Abs(media.Height()-first.Height()) > rounding {
			out = append(out, faultf(onPage(i), "the page is %.1f × %.1f pt, the first %.1f × %.1f", media.Width(), media.Height(), first.Width(), first.Height()))
		}
		if crop, ok := e.file.Box(p, "CropBox"); ok && !crop.In(media) {
			out = append(out, faultf(onPage(i), "the CropBox reaches over the MediaBox"))
		}
		if e.kind != kindScreen {
			out = append(out, e.pressBoxes(i, p, media)...)
		}
	}
	return out
}

func (e *pdfEdition) pressBoxes(i int, p pdfread.Page, media pdfread.Box) []fault {
	bleed, bled := e.file.Box(p, "BleedBox")
	trim, trimmed := e.file.Box(p, "TrimBox")
	switch {
	case !trimmed:
		return []fault{faultf(onPage(i), "the page has no TrimBox")}
	case !bled:
		return []fault{faultf(onPage(i), "the page has no BleedBox")}
	case !trim.In(bleed):
		return []fault{faultf(onPage(i), "the TrimBox reaches over the BleedBox")}
	case !bleed.In(media):
		return []fault{faultf(onPage(i), "the BleedBox reaches over the MediaBox")}
	}
	least := min(trim[0]-bleed[0], trim[1]-bleed[1], bleed[2]-trim[2], bleed[3]-trim[3])
	if least < leastBleed-rounding {
		return []fault{faultf(onPage(i), "the bleed is %.2f mm, less than 3", least/millimetre)}
	}
	return nil
}

// inks judges what paints. It tells the first place of every page.
func inks(e *pdfEdition) []fault {
	var out []fault
	for i, s := range e.shown {
		for _, g := range s.Glyphs {
			if text := e.wrongTextInk(*g.Ink); !text.IsZero() {
				out = append(out, faultf(at(i, g.X, g.Y), "text: %s", text))
				break
			}
		}
		for _, p := range s.Shapes {
			if text := e.wrongInk(p.Ink); !text.IsZero() && !e.colouredPicture(p) {
				out = append(out, faultf(at(i, p.Box[0], p.Box[1]), "a shape: %s", text))
				break
			}
		}
	}
	return out
}

// colouredPicture tells a picture that carries its colours' profile, which PDF/X-4
// lets stand beside a press's: what its machine makes of it is inks.
func (e *pdfEdition) colouredPicture(s pdfread.Shape) bool {
	return s.Picture && s.Ink.Space == "ICCBased" && !s.Ink.Alpha && e.kind != kindScreen && e.file.Version >= "1.6"
}

// wrongTextInk also refuses tints in print: a press makes them of dots, in which
// small type is not to be read.
func (e *pdfEdition) wrongTextInk(ink pdfread.Ink) say.Text {
	if text := e.wrongInk(ink); !text.IsZero() || e.kind == kindScreen {
		return text
	}
	share := ink.Values[3]
	if ink.Space == "DeviceGray" {
		share = 1 - ink.Values[0]
	}
	if share > 0 && share < 1 {
		return say.Of("%.0f %% of black", share*100)
	}
	return say.Text{}
}

func (e *pdfEdition) wrongInk(ink pdfread.Ink) say.Text {
	if ink.Alpha && e.kind != kindScreen {
		return say.Of("it is transparent")
	}
	v := ink.Values
	switch ink.Space {
	case "DeviceRGB":
		if e.kind != kindScreen {
			return say.Of("RGB in a print edition")
		}
	case "DeviceGray":
		return e.blackInk(ink, 1-v[0])
	case "DeviceCMYK":
		if e.kind == kindScreen {
			return say.Of("CMYK over an RGB output intent")
		}
		if v[0] != 0 || v[1] != 0 || v[2] != 0 {
			return say.Of("cyan, magenta or yellow beside black")
		}
		return e.blackInk(ink, v[3])
	default:
		return say.Of("the colour space %s", ink.Space)
	}
	return say.Text{}
}

// blackInk: solid black overprints, so that a plate out of register leaves no
// white edge; what is lighter knocks out.
func (e *pdfEdition) blackInk(ink pdfread.Ink, share float64) say.Text {
	switch {
	case e.kind == kindScreen:
	case share >= 1 && !ink.Overprint:
		return say.Of("solid black that does not overprint")
	case share < 1 && ink.Overprint:
		return say.Of("a tint that overprints")
	}
	return say.Text{}
}

func thinLines(e *pdfEdition) []fault {
	var out []fault
	for i, s := range e.shown {
		for _, p := range s.Shapes {
			weight := p.Stroke
			if weight == 0 {
				weight = min(p.Width(), p.Height())
			}
			if weight < thinnest-0.001 {
				out = append(out, faultf(at(i, p.Box[0], p.Box[1]), "a line of %.3f pt", weight))
			}
		}
	}
	return out
}

// liveArea wants glyphs 5 mm from the trim, and shapes likewise unless they run
// over it to the bleed's edge. Crop marks lie outside the bleed. A hidden folio
// stands at the spine, where nothing is cut.
func liveArea(e *pdfEdition) []fault {
	var out []fault
	for i, p := range e.pages {
		trim, ok := e.file.Box(p, "TrimBox")
		bleed, ok2 := e.file.Box(p, "BleedBox")
		if !ok || !ok2 {
			continue // pdf-boxes tells
		}
		live := pdfread.Box{trim[0] + liveMargin, trim[1] + liveMargin, trim[2] - liveMargin, trim[3] - liveMargin}
		for _, l := range e.lines[i] {
			if b := l.onPaper(); !b.In(live) && !hiddenFolio(l, b, live, i) {
				out = append(out, faultf(at(i, b[0], b[1]), "%q stands %.1f mm from the trim", l.text(), within(b, trim)/millimetre))
			}
		}
		for _, s := range e.shown[i].Shapes {
			if !s.In(live) && !bleeds(s.Box, live, bleed) {
				out = append(out, faultf(at(i, s.Box[0], s.Box[1]), "a shape ends %.1f mm from the trim", within(s.Box, trim)/millimetre))
			}
		}
	}
	return out
}

// within is how far a box lies in another, negative where it sticks out.
func within(b, o pdfread.Box) float64 {
	return min(b[0]-o[0], b[1]-o[1], o[2]-b[2], o[3]-b[3])
}

// bleeds says whether a shape reaches the bleed's edge on every side where it
// leaves the live area, or lies outside the bleed altogether.
func bleeds(b, live, bleed pdfread.Box) bool {
	if b[2] <= bleed[0]+rounding || b[0] >= bleed[2]-rounding || b[3] <= bleed[1]+rounding || b[1] >= bleed[3]-rounding {
		return true
	}
	return (b[0] >= live[0]-rounding || b[0] <= bleed[0]+rounding) && (b[1] >= live[1]-rounding || b[1] <= bleed[1]+rounding) &&
		(b[2] <= live[2]+rounding || b[2] >= bleed[2]-rounding) && (b[3] <= live[3]+rounding || b[3] >= bleed[3]-rounding)
}

func hiddenFolio(l line, b, live pdfread.Box, page int) bool {
	if !number(l.text()) {
		return false
	}
	wide := live
	if page%2 == 0 { // a right-hand page: the spine is on its left
		wide[0] -= liveMargin
	} else {
		wide[2] += liveMargin
	}
	return b.In(wide)
}

// newspaper is the width in points from which on pages are a newspaper's, whose sheets
// lie in each other unbound: a tabloid's 279 mm, where magazines have 230 at most. A
// leaf by itself, of two pages, may lie between them.
const newspaper = 250 * millimetre

func pageCount(e *pdfEdition) []fault {
	n := len(e.pages)
	if n == 0 {
		return []fault{faultf("", "there is no page")}
	}
	full := 4 // pages of a sheet
	if trim, ok := e.file.Box(e.pages[0], "TrimBox"); ok && trim.Width() > newspaper {
		full = 2
	}
	switch {
	case e.kind == kindPrint && n%full != 0:
		return []fault{faultf(onPage(n-1), "%d pages: the last sheet is not full", n)}
	case e.kind == kindBooklet && n%2 != 0:
		return []fault{faultf(onPage(n-1), "%d sides: the last sheet has no back", n)}
	}
	return nil
}

package pdf

import (
	"math"
	"unicode"
	"unicode/utf16"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"kanyin/issues/pages"
	"kanyin/issues/say"
)

// A look is what all characters of a text object have in common.
type look struct {
	face         string
	bold, italic bool
	size         float32
	colour       uint32
	angle        int // clockwise on the upright sheet
	hidden       bool
	tag          string
	element      int
}

// A glyph is one character at its place.
type glyph struct {
	char rune
	code rune // of an unnamed character: its code in its face
	box  box
}

// A line is a run in the making.
type line struct {
	look
	glyphs   []glyph
	baseline float32
	vertical bool
}

// readText reads the page's text into lines.
func (s *sheet) readText(text references.FPDF_TEXTPAGE) error {
	n, err := s.in.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text})
	if err != nil {
		return err
	}
	if n.Count > mostPageText {
		return say.Errorf("it holds %d characters, more than any page does", n.Count)
	}
	var (
		runs []line
		next line // what a character that stands alone would begin
		last = -1 // the inked character before
	)
	for i, after := 0, 0; i < n.Count; i = after {
		after = i + 1
		g, ok, err := s.glyph(text, i)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		if g.char == unnamed && i+1 < n.Count {
			if r, ok := s.pair(text, i); ok { // a rare character comes in two halves, both in its place
				g.char, after = r, i+2
			}
		}
		fresh := last < 0 || s.parted(text, last, i)
		if fresh {
			next = s.look(text, i)
		}
		if !unicode.IsSpace(g.char) {
			last = i
		}
		if k := len(runs) - 1; k >= 0 && runs[k].takes(next, g, fresh) {
			runs[k].glyphs = append(runs[k].glyphs, g)
			continue
		}
		if !fresh {
			next = s.look(text, i) // a space that begins an object has no ink to tell by
		}
		next.glyphs = []glyph{g}
		runs = append(runs, next)
	}
	byNumber(runs)
	s.keep(runs)
	return nil
}

// invented tells characters that PDFium may have made up: spaces, line ends and
// what it gives for hyphens. Asking about all others costs a tenth of the reading.
func invented(r rune) bool {
	return r <= ' ' || r == '-' || r == 0xAD || r >= 0xFFF0 && r <= 0xFFFF
}

// glyph gives a character that the page itself draws. PDFium makes up spaces
// and line ends between what stands apart, and gives hyphens at line ends a
// number of their own.
func (s *sheet) glyph(text references.FPDF_TEXTPAGE, i int) (glyph, bool, error) {
	u, err := s.in.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text, Index: i})
	if err != nil {
		return glyph{}, false, err
	}
	r, code := rune(u.Unicode), rune(0)
	if invented(r) {
		if made, err := s.in.FPDFText_IsGenerated(&requests.FPDFText_IsGenerated{TextPage: text, Index: i}); err != nil || made.IsGenerated {
			return glyph{}, false, err
		}
		if h, err := s.in.FPDFText_IsHyphen(&requests.FPDFText_IsHyphen{TextPage: text, Index: i}); err == nil && h.IsHyphen {
			r = '-'
		}
	}
	if e, err := s.in.FPDFText_HasUnicodeMapError(&requests.FPDFText_HasUnicodeMapError{TextPage: text, Index: i}); err == nil && e.HasUnicodeMapError {
		code, r = r, unnamed
	}
	b, err := s.in.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: text, Index: i})
	if err != nil {
		return glyph{}, false, nil // no place: nothing that a page shows
	}
	return glyph{printed(r), code, s.box(b.Rect.Left, b.Rect.Bottom, b.Rect.Right, b.Rect.Top)}, true, nil
}

// pair gives the character whose halves stand at i and behind it, as UTF-16 has
// what lies beyond its first 65536 numbers.
func (s *sheet) pair(text references.FPDF_TEXTPAGE, i int) (rune, bool) {
	high, err := s.in.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text, Index: i})
	if err != nil {
		return 0, false
	}
	low, err := s.in.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text, Index: i + 1})
	if err != nil {
		return 0, false
	}
	r := utf16.DecodeRune(rune(high.Unicode), rune(low.Unicode))
	return r, r != unnamed
}

// parted tells whether two characters belong to different text objects: PDFium
// puts no two objects into one rectangle. Asking for rectangles costs a tenth
// of asking for the look of each character.
func (s *sheet) parted(text references.FPDF_TEXTPAGE, i, j int) bool {
	r, err := s.in.FPDFText_CountRects(&requests.FPDFText_CountRects{TextPage: text, StartIndex: i, Count: j - i + 1})
	return err != nil || r.Count != 1
}

// look asks for all that the characters of an object share.
func (s *sheet) look(text references.FPDF_TEXTPAGE, i int) line {
	var l line
	if f, err := s.in.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: text, Index: i}); err == nil {
		l.face = faceName(f.FontName)
		l.bold, l.italic = weightOf(l.face, f.Flags)
	}
	if z, err := s.in.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: text, Index: i}); err == nil {
		l.size = float32(z.FontSize)
	}
	if m, err := s.in.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: text, Index: i}); err == nil {
		l.size *= float32(math.Hypot(float64(m.Matrix.C), float64(m.Matrix.D)))
		l.angle = clockwise(m.Matrix.A, m.Matrix.B, s.turn)
	}
	l.size = round(l.size)
	if c, err := s.in.FPDFText_GetFillColor(&requests.FPDFText_GetFillColor{TextPage: text, Index: i}); err == nil {
		l.colour = uint32(c.R&0xff)<<16 | uint32(c.G&0xff)<<8 | uint32(c.B&0xff)
	}
	if o, err := s.in.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: text, Index: i}); err == nil {
		x, y := s.point(float32(o.X), float32(o.Y))
		l.baseline = y
		if l.angle%180 == 90 {
			l.baseline = x
		}
	}
	o, err := s.in.FPDFText_GetTextObject(&requests.FPDFText_GetTextObject{TextPage: text, Index: i})
	if err != nil {
		return l
	}
	s.handles++
	if m, err := s.in.FPDFTextObj_GetTextRenderMode(&requests.FPDFTextObj_GetTextRenderMode{PageObject: o.TextObject}); err == nil {
		switch m.TextRenderMode {
		case enums.FPDF_TEXTRENDERMODE_INVISIBLE, enums.FPDF_TEXTRENDERMODE_CLIP:
			l.hidden = true
		case enums.FPDF_TEXTRENDERMODE_FILL_STROKE, enums.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP:
			l.bold = true
		}
	}
	l.tag, l.element = s.tagOf(o.TextObject)
	return l
}

// clockwise gives the angle of a baseline that runs along (a, b) in user space.
func clockwise(a, b float32, turn int) int {
	deg := int(math.Round(turnOf(float64(b), float64(a)))) // counterclockwise
	return ((turn-deg)%360 + 360) % 360
}

func turnOf(b, a float64) float64 { return math.Atan2(b, a) * 180 / math.Pi }

// takes tells whether the glyph goes on the line; next is what it would begin
// otherwise, and fresh tells that it is of another text object than the one before.
func (l *line) takes(next line, g glyph, fresh bool) bool {
	const (
		still   = 0.05 // of an em: what two objects on one baseline differ by
		reach   = 1    // em of white that may stand in a run: a gutter is wider, two characters justified apart are nearer
		overlap = 0.5  // em that a mark may be drawn back: squeezed brackets are, a new line is more
	)
	if fresh && next.look != l.look {
		return false
	}
	em := max(l.size, 1)
	before := l.glyphs[len(l.glyphs)-1]
	if len(l.glyphs) == 1 && !l.vertical && l.below(before, g, fresh) {
		l.vertical = true
		l.baseline = before.box.middle()
		return true
	}
	drift, a, b := next.baseline-l.baseline, before.box, g.box
	if l.vertical {
		drift, a, b = g.box.middle()-l.baseline, before.cell(em), g.cell(em)
		if abs(drift)+g.box.width()/2 < 0.6*em { // marks stand at the right of their em, and a box may be that of the ink
			drift = 0
		}
	}
	if fresh && abs(drift) > max(still*em, 0.2) {
		return false
	}
	gap, ok := l.gap(a, b)
	return ok && gap <= reach*em && gap >= -overlap*em || !ok && !fresh
}

// gap gives the white between two boxes in the line's direction; ok is false
// where that is askew.
func (l *line) gap(before, after box) (white float32, ok bool) {
	switch {
	case l.vertical || l.angle == 90:
		return after.y0 - before.y1, true
	case l.angle == 0:
		return after.x0 - before.x1, true
	case l.angle == 180:
		return before.x0 - after.x1, true
	case l.angle == 270:
		return before.y0 - after.y1, true
	}
	return 0, false
}

// below tells whether the glyph stands right under a first one, as in vertical
// text. From another object only characters that touch are taken together: the
// numbers of a list stand below each other too, but apart.
func (l *line) below(before, g glyph, fresh bool) bool {
	if l.angle != 0 || unicode.IsSpace(before.char) || unicode.IsSpace(g.char) {
		return false
	}
	em, near := max(l.size, 1), float32(1)
	if fresh {
		near = 0.12
	}
	a, b := before.cell(em), g.cell(em)
	gap := b.y0 - a.y1
	return gap <= near*em && gap >= -0.3*em && abs(b.middle()-a.middle()) <= 0.1*em && b.y0 > a.y0+0.5*em
}

// keep makes the page's runs of the lines that a reader sees, or that a
// recogniser laid under a picture.
func (s *sheet) keep(lines []line) {
	tagged, all := 0, 0
	for _, l := range lines {
		n := len(l.glyphs)
		if all += n; l.tag != "" {
			tagged += n
		}
		for _, g := range l.glyphs {
			if g.char == unnamed {
				s.lost++
			}
		}
		if l.hidden {
			s.hidden += n
		} else {
			s.visible += n
		}
	}
	// A tree that leaves out more than a twentieth was not made for this text.
	s.out.Tagged = all > 0 && 20*tagged >= 19*all
	// Hidden text beside more of visible text is a layer for machines, such as
	// what an outlined title says; on its own it is all there is.
	drop := s.hidden > 0 && s.visible > s.hidden
	if drop {
		s.report("text-hidden", "%s on page %d drawn invisibly and left out", say.Count(s.hidden, "1 character", "%d characters"), s.out.Number)
	}
	for _, l := range lines {
		if l.hidden && drop {
			continue
		}
		if r, ok := s.run(l); ok {
			s.out.Runs = append(s.out.Runs, r)
		}
	}
}

// run gives the line as a run; ok is false where it holds nothing that stands
// on the sheet.
func (s *sheet) run(l line) (pages.Run, bool) {
	text := make([]rune, 0, len(l.glyphs))
	edges := make([]float32, 0, 2*len(l.glyphs))
	all, blank := l.glyphs[0].box, true
	for _, g := range l.glyphs {
		text = append(text, g.char)
		blank = blank && g.char == ' '
		all = all.with(g.box)
		switch {
		case l.vertical || l.angle == 90:
			edges = append(edges, round(g.box.y0), round(g.box.y1))
		case l.angle == 270:
			edges = append(edges, round(g.box.y1), round(g.box.y0))
		case l.angle == 180:
			edges = append(edges, round(g.box.x1), round(g.box.x0))
		case l.angle == 0:
			edges = append(edges, round(g.box.x0), round(g.box.x1))
		}
	}
	if blank || all.outside(s.out.Width, s.out.Height) {
		return pages.Run{}, false
	}
	return pages.Run{
		Text: string(text), X0: round(all.x0), Y0: round(all.y0), X1: round(all.x1), Y1: round(all.y1),
		Baseline: round(l.baseline), Edges: edges, Size: l.size, Face: l.face, Bold: l.bold, Italic: l.italic,
		Colour: l.colour, Angle: l.angle, Vertical: l.vertical, Tag: l.tag, Element: l.element,
	}, true
}

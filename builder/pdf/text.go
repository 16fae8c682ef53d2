package pdf

import (
	"slices"
	"strconv"

	"kanyin/builder/pdf/finish"
	"kanyin/layout"
)

// A spot is a distance in 10⁻⁷ points: the product of a width in thousandths of
// an em and a size in thousandths of a point comes out whole, and so does a
// tenth of the unit that TJ counts in.
type spot int64

const (
	perLength = 10_000 // spots in a layout.Length
	perWidth  = 10     // spots in a thousandth of an em, per thousandth of a point of size
	perSpace  = 1_000  // spots in the last digit of a Tc, 10⁻⁴ points
)

// near is how far a glyph may stand from its place before the pen is moved: two
// thousandths of a millimetre. It keeps lines whose spaces differ by rounding
// from being written glyph by glyph.
const near = 5 * perLength

// show writes the glyphs of t, each at its place, with the operators of ISO
// 32000-1, 9.4.3. The distance that most glyphs of a justified line keep is set
// once as character spacing; the others move the pen.
func (p *pen) show(t layout.Text, f *face) {
	if f.down {
		p.showDown(t, f)
		return
	}
	start := p.start(t, f)
	at := start * perLength
	space := p.spacing(t, f)
	p.setSpacing(space)
	p.buf = append(p.buf, '[', '(')
	for i, code := range p.codes {
		if off := p.places[i] - at; off > near || off < -near {
			n := divide(-off, spot(t.Size))
			p.buf = append(p.buf, ')')
			p.buf = appendDecimal(p.buf, int(n), 1)
			p.buf = append(p.buf, '(')
			at -= n * spot(t.Size)
		}
		p.buf = appendEscaped(appendEscaped(p.buf, byte(code>>8)), byte(code))
		at += f.step(code, t.Size) + space*perSpace
	}
	p.buf = append(p.buf, ")]TJ\n"...)
}

// start places the glyphs of a run across or of a turned one, moves to where the
// first stands, and gives that, from where their places are counted.
func (p *pen) start(t layout.Text, f *face) spot {
	if t.Way != layout.Turned {
		p.place(t, f)
		start := divide(p.places[0], perLength)
		p.moveTo(layout.Length(start), t.Y)
		return start
	}
	x, y := t.X, t.Y
	t.X = 0
	p.place(t, f)
	start := divide(p.places[0], perLength)
	p.turnAt(x, y+layout.Length(start))
	return start
}

// showDown writes glyphs that stand below each other. In vertical writing
// displacements count upwards, and so do the spaces and the distances of TJ.
func (p *pen) showDown(t layout.Text, f *face) {
	x := t.X
	t.X = t.Y
	p.place(t, f)
	start := divide(p.places[0], perLength)
	p.moveTo(x, layout.Length(start))
	space := p.spacing(t, f)
	p.setSpacing(-space)
	at := start * perLength
	p.buf = append(p.buf, '[', '(')
	for i, code := range p.codes {
		if off := p.places[i] - at; off > near || off < -near {
			n := divide(off, spot(t.Size))
			p.buf = append(p.buf, ')')
			p.buf = appendDecimal(p.buf, int(n), 1)
			p.buf = append(p.buf, '(')
			at += n * spot(t.Size)
		}
		p.buf = appendEscaped(appendEscaped(p.buf, byte(code>>8)), byte(code))
		at += f.step(code, t.Size) + space*perSpace
	}
	p.buf = append(p.buf, ")]TJ\n"...)
}

// high is the height of a glyph of vertical writing, in thousandths of an em.
func (f *face) high(code uint16) int {
	if p, ok := f.embed.Parts[int(code)]; ok {
		return p.Height
	}
	return finish.Em
}

// place finds the code of every glyph and where it stands. A mark in half its em
// is drawn from where that half begins.
func (p *pen) place(t layout.Text, f *face) {
	p.codes, p.places = p.codes[:0], p.places[:0]
	x := t.X
	if t.Word != nil {
		p.placeWord(t, f)
		return
	}
	for i, r := range t.Runes {
		at := spot(x+shift(t, i)) * perLength
		if t.Way == layout.Abreast {
			p.codes, p.places = append(p.codes, f.code[pairOf(t)]), append(p.places, at)
			return
		}
		code := f.code[glyph{rune: r}]
		if form := formOf(t, i, f.embed.Widths[code]); form != full {
			code = f.code[glyph{rune: r, form: form}]
			at += spot(form.inset()) * spot(t.Size) * perWidth
		}
		p.codes, p.places = append(p.codes, code), append(p.places, at)
		x += t.Advances[i]
	}
}

// placeWord does for a shaped word what place does for others.
func (p *pen) placeWord(t layout.Text, f *face) {
	at := spot(t.X) * perLength
	for _, sign := range t.Word {
		code := f.code[signOf(t, sign)]
		p.codes, p.places = append(p.codes, code), append(p.places, at)
		at += f.step(code, t.Size)
	}
}

// step is how far a glyph goes along its line at a size.
func (f *face) step(code uint16, size layout.Length) spot {
	own := f.embed.Widths[code]
	if f.down {
		own = f.high(code)
	}
	return spot(own) * spot(size) * perWidth
}

func shift(t layout.Text, i int) layout.Length {
	if t.Shift == nil {
		return 0
	}
	return t.Shift[i]
}

// spacing gives the space in 10⁻⁴ points that most glyphs of a run have behind
// them: the mean of the widths that cluster about the middle one.
func (p *pen) spacing(t layout.Text, f *face) spot {
	extra := p.extra[:0]
	for i, code := range p.codes[:len(p.codes)-1] {
		extra = append(extra, p.places[i+1]-p.places[i]-f.step(code, t.Size))
	}
	p.extra = extra
	if len(extra) == 0 {
		if f.down {
			return -p.space
		}
		return p.space // no matter: what stands alone needs no change
	}
	slices.Sort(extra)
	middle := extra[len(extra)/2]
	var sum, n spot
	for _, e := range extra {
		if e-middle <= 2*perLength && middle-e <= 2*perLength {
			sum += e
			n++
		}
	}
	return divide(sum, n*perSpace)
}

// divide rounds to the nearest whole number, halves away from zero.
func divide(a, b spot) spot {
	if (a < 0) != (b < 0) {
		return (a - b/2) / b
	}
	return (a + b/2) / b
}

// appendDecimal writes n/10^digits without needless zeros.
func appendDecimal(b []byte, n, digits int) []byte {
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	scale := 1
	for range digits {
		scale *= 10
	}
	whole, part := n/scale, n%scale
	if whole > 0 || part == 0 {
		b = strconv.AppendInt(b, int64(whole), 10)
	}
	if part == 0 {
		return b
	}
	b = append(b, '.')
	for scale /= 10; part > 0; scale /= 10 {
		b = append(b, byte('0'+part/scale))
		part %= scale
	}
	return b
}

// appendLength writes a length as a number of points.
func appendLength(b []byte, l layout.Length) []byte { return appendDecimal(b, int(l), 3) }

// appendEscaped writes a byte of a literal string (ISO 32000-1, 7.3.4.2).
func appendEscaped(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r':
		return append(b, '\\', 'r')
	}
	return append(b, c)
}

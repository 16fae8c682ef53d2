package pdfread

import "math"

// colour carries out the operators that choose a colour (8.6.8).
func (d *drawer) colour(op string) bool {
	ink := &d.s.fill
	if op[0] >= 'A' && op[0] <= 'Z' {
		ink = &d.s.stroke
	}
	switch op {
	case "g", "G":
		*ink = d.device("DeviceGray")
	case "rg", "RG":
		*ink = d.device("DeviceRGB")
	case "k", "K":
		*ink = d.device("DeviceCMYK")
	case "cs", "CS":
		*ink = Ink{Space: d.space(d.name(0))}
		if ink.Space == "DeviceCMYK" {
			ink.Values, ink.Components = [4]float64{0, 0, 0, 1}, 4
		}
	case "sc", "scn", "SC", "SCN":
		*ink = d.device(ink.Space)
	default:
		return false
	}
	return true
}

func (d *drawer) device(space string) Ink {
	i := Ink{Space: space, Components: min(len(d.stack), 4)}
	for k := range i.Components {
		i.Values[k] = d.n(k)
	}
	return i
}

// space gives the name of a colour space, or of its family.
func (d *drawer) space(name Name) string {
	switch v := d.file.Resolve(d.file.Dict(d.resources["ColorSpace"])[name]).(type) {
	case Name:
		return string(v)
	case Array:
		return d.file.Name(at(v, 0))
	}
	return string(name)
}

// drawPath carries out the operators of paths (8.5).
func (d *drawer) drawPath(op string) bool {
	switch op {
	case "re":
		d.begin(d.n(0), d.n(1))
		d.reach(d.n(0)+d.n(2), d.n(1)+d.n(3))
	case "m":
		d.begin(d.n(0), d.n(1))
	case "l":
		d.reach(d.n(0), d.n(1))
	case "c", "v", "y":
		for i := 0; i+1 < len(d.stack); i += 2 {
			d.reach(d.n(i), d.n(i+1))
		}
	case "h":
	case "f", "F", "f*":
		d.paint(0, d.s.fill)
		d.path = nil
	case "S", "s":
		d.paint(d.s.line, d.s.stroke)
		d.path = nil
	case "B", "B*", "b", "b*":
		d.paint(0, d.s.fill)
		d.paint(d.s.line, d.s.stroke)
		d.path = nil
	case "n":
		d.path = nil
	default:
		return false
	}
	return true
}

// begin begins a part of the path at a point; the bounds of every part are kept apart.
func (d *drawer) begin(x, y float64) {
	x, y = d.s.m.at(x, y)
	if finite(x) && finite(y) && len(d.path) < maxShown {
		d.path = append(d.path, Box{x, y, x, y})
	}
}

// reach widens the last part's bounds to a point.
func (d *drawer) reach(x, y float64) {
	x, y = d.s.m.at(x, y)
	if !finite(x) || !finite(y) || len(d.path) == 0 {
		return
	}
	b := &d.path[len(d.path)-1]
	*b = Box{min(b[0], x), min(b[1], y), max(b[2], x), max(b[3], y)}
}

// paint paints the path; a line of width 0 fills it.
func (d *drawer) paint(line float64, ink Ink) {
	ink.Alpha, ink.Overprint = d.s.alpha, d.s.overFill
	if line > 0 {
		ink.Overprint = d.s.overStroke
		line *= math.Sqrt(math.Abs(d.s.m[0]*d.s.m[3] - d.s.m[1]*d.s.m[2]))
	}
	for _, part := range d.path {
		d.shown++
		d.out.Shapes = append(d.out.Shapes, Shape{Box: part, Stroke: line, Ink: ink, Mark: d.mark()})
	}
}

// place paints something that is no path, such as an image, whose place is the unit square's.
func (d *drawer) place(space string) {
	d.path = nil
	d.begin(0, 0)
	d.reach(1, 1)
	first := len(d.out.Shapes)
	d.paint(0, Ink{Space: space, Values: [4]float64{.5, .5, .5, .5}}) // a picture has all tints
	for i := range d.out.Shapes[first:] {
		d.out.Shapes[first+i].Picture = true
	}
	d.path = nil
}

// imageSpace gives the colour space of an image, or of its family.
func (d *drawer) imageSpace(dict Dict) string {
	switch v := d.file.Resolve(dict["ColorSpace"]).(type) {
	case Name:
		return string(v)
	case Array:
		return d.file.Name(at(v, 0))
	}
	return "Image"
}

// textOp carries out the operators of text (9.3, 9.4).
func (d *drawer) textOp(op string) bool {
	s := &d.s
	switch op {
	case "BT":
		d.text, d.lineStart = identity, identity
	case "ET", "Tr":
	case "Tf":
		s.font = d.file.font(d.file.Dict(d.resources["Font"])[d.name(0)], d.fonts)
		s.size = d.n(1)
	case "Tc":
		s.tc = d.n(0)
	case "Tw":
		s.tw = d.n(0)
	case "Tz":
		s.tz = d.n(0) / 100
	case "TL":
		s.tl = d.n(0)
	case "Ts":
		s.rise = d.n(0)
	case "Td":
		d.newLine(d.n(0), d.n(1))
	case "TD":
		s.tl = -d.n(1)
		d.newLine(d.n(0), d.n(1))
	case "T*":
		d.newLine(0, -s.tl)
	case "Tm":
		d.lineStart = d.matrix()
		d.text = d.lineStart
	case "Tj":
		d.show(d.stack[0])
	case "TJ":
		list, _ := d.stack[0].(Array)
		d.show(list...)
	case "'":
		d.newLine(0, -s.tl)
		d.show(d.stack[0])
	case "\"":
		s.tw, s.tc = d.n(0), d.n(1)
		d.newLine(0, -s.tl)
		d.show(d.stack[2])
	default:
		return false
	}
	return true
}

func (d *drawer) newLine(x, y float64) {
	d.lineStart = matrix{1, 0, 0, 1, x, y}.times(d.lineStart)
	d.text = d.lineStart
}

// show shows strings, moved by the numbers between them.
func (d *drawer) show(list ...Object) {
	d.runs++
	if d.s.font == nil {
		d.fault(d.pos, "text is shown without a font")
		return
	}
	mark, spoken := d.mark(), d.spoken()
	ink := d.s.fill
	ink.Alpha, ink.Overprint = d.s.alpha, d.s.overFill
	for _, o := range list {
		switch v := o.(type) {
		case float64:
			if d.s.font.Down {
				d.descend(-v / 1000 * d.s.size)
				continue
			}
			d.advance(-v / 1000 * d.s.size * d.s.tz)
		case String:
			d.glyphs(v, &mark, &ink, spoken)
		}
	}
}

func (d *drawer) advance(x float64) { d.text = matrix{1, 0, 0, 1, x, 0}.times(d.text) }

func (d *drawer) descend(y float64) { d.text = matrix{1, 0, 0, 1, 0, y}.times(d.text) }

func (d *drawer) glyphs(codes String, mark *Mark, ink *Ink, spoken bool) {
	s, step := &d.s, 1
	if s.font.Wide {
		step = 2
	}
	for i := 0; i+step <= len(codes) && d.shown <= maxShown; i += step {
		d.shown++
		code := big([]byte(codes[i : i+step]))
		m := d.text.times(s.m)
		x, y := m.at(0, s.rise)
		scale := math.Hypot(m[0], m[1])
		width := s.font.Width(code) / 1000 * s.size * s.tz
		down := s.font.Down
		if down {
			width = -s.font.Height(code) / 1000 * s.size
		}
		if finite(x) && finite(y) && finite(scale) {
			d.out.Glyphs = append(d.out.Glyphs, Glyph{Text: s.font.Means[code], Code: code, Font: s.font, X: x, Y: y,
				Size: s.size * math.Hypot(m[2], m[3]), Width: width * scale, Ink: ink, Run: d.runs, Mark: mark, Spoken: spoken,
				Upright: down, Down: down || m[0] == 0 && m[1] < 0})
		}
		space := s.tc
		if step == 1 && code == ' ' {
			space += s.tw
		}
		if down {
			d.descend(space - width)
			continue
		}
		d.advance(width + space*s.tz)
	}
	if len(codes)%step != 0 {
		d.fault(d.pos, "half a character code is shown")
	}
}

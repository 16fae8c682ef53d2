package paragraph

// A placer puts glyphs into runs. All runs of a paragraph share three slices.
type placer struct {
	s        *Setter
	runes    []rune
	advances []Length
	shifts   []Length
	runs     []Run
}

func newPlacer(s *Setter, lines int) *placer {
	n := len(s.glyphs)
	changes := lines
	for i := 1; i < n; i++ {
		if !s.sameRun(i-1, i) {
			changes++
		}
	}
	return &placer{s: s, runes: make([]rune, 0, n), advances: make([]Length, 0, n), shifts: make([]Length, 0, n), runs: make([]Run, 0, changes)}
}

// sameRun says whether two glyphs can stand in one run.
func (s *Setter) sameRun(i, j int) bool {
	a, b := &s.glyphs[i], &s.glyphs[j]
	return a.span == b.span && a.face == b.face && a.word == 0 && b.word == 0 && a.way == b.way && (a.way != Abreast || b.joined)
}

// place gives the line its runs.
func (p *placer) place(line *Line, r row) {
	from := len(p.runs)
	if p.s.levels != nil {
		p.inOrder(line, r)
		line.Runs = p.runs[from:len(p.runs):len(p.runs)]
		return
	}
	x := Length(r.indent) + p.s.offset(line.Width, r)
	for i := r.first; i <= r.last; {
		j := i + 1
		for j <= r.last && p.s.sameRun(i, j) {
			j++
		}
		x = p.run(x, i, j, r)
		i = j
	}
	if g := &p.s.glyphs[r.last]; g.hyphen > 0 && !r.final {
		p.hyphen(x, g)
	}
	line.Runs = p.runs[from:len(p.runs):len(p.runs)]
}

// offset is where the line begins, by its alignment.
func (s *Setter) offset(width Length, r row) Length {
	room := r.measure - Length(r.indent) - width
	switch s.style.Align {
	case Center:
		return room / 2
	case Right:
		return room
	}
	return 0
}

// run places the glyphs i to j-1, which look alike, and gives where they end.
func (p *placer) run(x Length, i, j int, r row) Length {
	g := &p.s.glyphs[i]
	from := len(p.runes)
	out := Run{X: x, Raise: p.s.spans[g.span].Raise, Way: g.way, Face: p.s.names[g.face], Size: Length(g.size), Span: int(g.span)}
	shifted := false
	for ; i < j; i++ {
		g := &p.s.glyphs[i]
		own := p.own(i, r)
		advance := own + p.after(i, r)
		if !g.space {
			advance += Length(g.width)
		}
		shift := own - Length(g.inset)
		shifted = shifted || shift != 0
		p.add(i, advance, shift)
		x += advance
	}
	to := len(p.runes)
	out.Runes, out.Advances = p.runes[from:to:to], p.advances[from:to:to]
	if shifted {
		out.Shift = p.shifts[from:to:to]
	}
	out.Word = p.s.wordOf(g).signs
	p.runs = append(p.runs, out)
	return x
}

// add adds the runes of glyph i. A shaped word's advance is all its first rune's.
func (p *placer) add(i int, advance, shift Length) {
	g := &p.s.glyphs[i]
	if g.word == 0 {
		p.runes, p.advances, p.shifts = append(p.runes, g.r), append(p.advances, advance), append(p.shifts, shift)
		return
	}
	for k, r := range p.s.wordOf(g).runes {
		if k > 0 {
			advance, shift = 0, 0
		}
		p.runes, p.advances, p.shifts = append(p.runes, r), append(p.advances, advance), append(p.shifts, shift)
	}
}

// own is the part of the gap before glyph i that belongs to its own em box: the
// blank left half of an opening mark, as far as the gap has room for it.
func (p *placer) own(i int, r row) Length {
	if i == r.first {
		return 0
	}
	return Length(min(p.s.widths[i-1-r.first], p.s.glyphs[i].left))
}

// after is the rest of the gap after glyph i.
func (p *placer) after(i int, r row) Length {
	if i == r.last {
		if p.s.glyphs[i].hyphen > 0 {
			return 0
		}
		return Length(max(r.end, 0))
	}
	return Length(p.s.widths[i-r.first]) - p.own(i+1, r)
}

// hyphen places the hyphen of a word that the line breaks.
func (p *placer) hyphen(x Length, g *glyph) {
	p.runs = append(p.runs, Run{
		X: x, Way: g.way, Face: p.s.names[g.face], Size: Length(g.size), Span: int(g.span), Actual: softHyphen,
		Runes: []rune{'-'}, Advances: []Length{Length(g.hyphen)},
	})
}

// softHyphen is what a hyphen says that only the line break made.
const softHyphen = "\u00AD"

package paragraph

import (
	"strings"
)

// A reading (行间注, ruby; clreq, JIS X 4051) is set at half the size of its
// characters, in the middle over them. Over a neighbour that has none it may hang;
// for what is wider still its characters are spaced out, each by the same.
const (
	readingSize = 2 // the characters' size over it
	readingHang = 4 // the characters' size over how far a reading hangs over a neighbour without one
	readingGap  = 8 // the characters' size over what parts two readings: syllables shall not run together
)

// A Gloss is a reading or emphasis dots, on a line.
type Gloss struct {
	Span int      // that they belong to
	Text []Run    // of a reading: its glyphs, on a baseline of their own
	Dots []Length // the middles of the characters that have dots, from the line's start
}

// widen gives the characters of a span with a reading the width that it needs.
func (s *Setter) widen(from, to int) {
	var base, n int32
	for i := from; i < to; i++ {
		g := &s.glyphs[i]
		base += g.width
		if !g.joined && !g.space {
			n++
		}
	}
	if n == 0 {
		return
	}
	size := s.glyphs[from].size
	wide := int32(s.readingWidth(s.glyphs[from].span))
	more := wide - base - 2*min(s.room(from-1, size), s.room(to, size)) // it stands in the middle: the nearer side tells
	if more <= 0 {
		return
	}
	share := shares{of: Length(more), total: Length(n)}
	for i := from; i < to; i++ {
		if g := &s.glyphs[i]; !g.joined && !g.space {
			own := share.next(1)
			g.width += own
			g.inset -= own / 2
		}
	}
}

// room is how far a reading may reach over what stands beside its characters:
// less than nothing beside another one.
func (s *Setter) room(i int, size int32) int32 {
	switch {
	case i < 0 || i >= len(s.glyphs):
		return 0
	case s.spans[s.glyphs[i].span].Reading != "":
		return -size / readingGap / 2
	}
	return size / readingHang
}

// read makes room for the readings of the paragraph.
func (s *Setter) read() {
	for i := 0; i < len(s.glyphs); {
		j := i + 1
		for j < len(s.glyphs) && s.glyphs[j].span == s.glyphs[i].span {
			j++
		}
		if s.spans[s.glyphs[i].span].Reading != "" {
			s.widen(i, j)
		}
		i = j
	}
}

// readingWidth is how wide the reading of a span is.
func (s *Setter) readingWidth(span int32) (w Length) {
	for _, r := range s.reading(int(span)) {
		for _, a := range r.Advances {
			w += a
		}
	}
	return w
}

// reading sets the reading of a span, from nothing on. In vertical text what is
// written in squares stands upright; the letters of others lie.
func (s *Setter) reading(span int) []Run {
	sp := &s.spans[span]
	size := or(sp.Size, s.style.Size) / readingSize
	name := sp.Face
	if name == "" {
		name = s.style.Face
	}
	var runs []Run
	x := Length(0)
	for _, r := range sp.Reading {
		way := Across
		e := s.glyph(s.face(name), r)
		if s.style.Vertical {
			if way = Turned; r >= firstSquare || strings.ContainsRune(tones, r) {
				way = Upright
				if up := s.glyph(s.face(name+UprightSuffix), r); up.ok {
					e = up
				}
			}
		}
		advance := Length(e.advance) * size / 1000
		n := len(runs)
		if n == 0 || runs[n-1].Face != s.names[e.from] || runs[n-1].Way != way {
			runs = append(runs, Run{X: x, Way: way, Face: s.names[e.from], Size: size, Span: span})
			n++
		}
		runs[n-1].Runes = append(runs[n-1].Runes, r)
		runs[n-1].Advances = append(runs[n-1].Advances, advance)
		x += advance
	}
	return runs
}

// tones are the signs behind those of 注音.
const tones = "ˊˇˋ˙"

func or(a, b Length) Length {
	if a == 0 {
		return b
	}
	return a
}

// glosses puts readings and dots beside the runs of a line.
func (s *Setter) glosses(line *Line, measure Length) {
	for i := 0; i < len(line.Runs); {
		span := line.Runs[i].Span
		j := i + 1
		for j < len(line.Runs) && line.Runs[j].Span == span {
			j++
		}
		sp := &s.spans[span]
		switch {
		case sp.Reading != "" && !s.told[span]:
			s.told[span] = true
			line.Glosses = append(line.Glosses, s.over(line.Runs[i:j], span, measure))
		case sp.Dots:
			if dots := s.dots(line.Runs[i:j]); len(dots) > 0 {
				line.Glosses = append(line.Glosses, Gloss{Span: span, Dots: dots})
			}
		}
		i = j
	}
}

// over sets a reading over the middle of its characters, inside the measure. One
// of signs that is narrower than they are is spread out over them (JIS X 4051).
func (s *Setter) over(base []Run, span int, measure Length) Gloss {
	from, to := extent(base)
	runs := s.reading(span)
	wide, n := Length(0), 0
	for _, r := range runs {
		wide, n = wide+sum(r.Advances), n+len(r.Runes)
	}
	air := Length(0)
	if free := to - from - wide; free > 0 && !strings.ContainsFunc(s.spans[span].Reading, func(r rune) bool { return r < firstSquare }) {
		air = free / Length(n)
		wide += air * Length(n)
	}
	x := min(max((from+to-wide)/2, 0), max(measure-wide, 0)) + air/2
	for i := range runs {
		runs[i].X = x
		for k := range runs[i].Advances {
			runs[i].Advances[k] += air
		}
		x += sum(runs[i].Advances)
	}
	return Gloss{Span: span, Text: runs}
}

// extent is from where to where the ems of some glyphs reach.
func extent(runs []Run) (from, to Length) {
	first, last := &runs[0], &runs[len(runs)-1]
	from = first.X
	if first.Shift != nil {
		from += first.Shift[0]
	}
	n := len(last.Runes) - 1
	to = last.X + sum(last.Advances[:n]) + last.Size
	if last.Shift != nil {
		to += last.Shift[n]
	}
	if last.Runes[n] < firstSquare && last.Way != Upright {
		to = last.X + sum(last.Advances)
	}
	return from, to
}

// dots gives the middles of the characters that dots stand under: ideographs and
// kana, not the marks between them (GB/T 15834, 4.11) nor letters, which have no such custom.
func (s *Setter) dots(runs []Run) (at []Length) {
	for _, r := range runs {
		x := r.X
		for k, c := range r.Runes {
			if ideographic(s.place.ClassOf(c)) && c >= firstSquare && r.Way != Abreast {
				middle := x + r.Size/2
				if r.Shift != nil {
					middle += r.Shift[k]
				}
				at = append(at, middle)
			}
			x += r.Advances[k]
		}
	}
	return at
}

func sum(list []Length) (n Length) {
	for _, v := range list {
		n += v
	}
	return n
}

package layout

import (
	"slices"

	"kanyin/issues/issue"
	"kanyin/issues/notes"
	"kanyin/layout/paragraph"
)

// A tall picture stands beside the text of its column, at the end of the lines,
// so that the edge that the eye returns to stays where it is. Its caption is
// under it, and both take whole rows; the text goes on under them.

// The lengths of a picture beside text, in thousandths of the body's size.
const (
	besideAir    = 1000 // from the text at least: what whole characters leave of the column comes to it
	besideNarrow = 4500 // a narrower picture is a stamp
)

const (
	besideShare = 420 // of the column, in thousandths, that the picture takes at most: the text is what is read there
	besideLines = 4   // of its caption: a longer one stands beside its picture, the text under both
)

// besideTries is how many widths are tried, each a character less: where a name in
// Latin letters tears a line of twelve characters, one of thirteen mostly holds it.
const besideTries = 3

// beside sets the tall picture that comes first, its caption under it and the
// text that follows beside both, and says how many blocks those are: 0 where the
// column has no room for them, or too little plain text follows.
func (g *galley) beside(which []int) int {
	p, ok := g.issue.Picture(g.article.Blocks[which[0]].Picture)
	if !ok || p.Width <= 0 || p.Height <= 0 || p.Width*1000 > p.Height*tallShape {
		return 0
	}
	along, _ := g.shape(p.Width, p.Height)
	room := min(g.measure*besideShare/1000, g.measure-g.em(besideAir)-pt(g.Pictures.Beside*g.Body.Size), Length(along)*72*Point/leastDPI)
	for range besideTries {
		if n := g.besideIn(which, room, p); n > 0 {
			return n
		}
		room -= g.size
	}
	return 0
}

// besideIn does so with a picture that takes so much of the column at most.
func (g *galley) besideIn(which []int, room Length, p issue.Picture) int {
	along, over := g.shape(p.Width, p.Height)
	width, under, n := g.besideSize(which, room, along, over)
	if width < g.em(besideNarrow) || len(under) > besideLines {
		return 0
	}
	high := width * Length(over) / Length(along)
	rows := g.rowsFor(high + g.underHigh(under) - (g.leading - g.size))
	if rows > g.frame.rows*pictureShare/1000 {
		return 0
	}
	less := g.measure - (g.measure-width-g.em(besideAir))/g.size*g.size
	text := g.around(which[n:], rows, less)
	if text == nil {
		return 0
	}
	x, shift := g.measure-width, Length(0)
	if g.direction.FromRight {
		x, shift = 0, less
	}
	var caption *issue.Block
	if n > 1 {
		caption = &g.article.Blocks[which[1]]
	}
	s := slug{rows: rows, images: []illustration{g.illustrated(p, caption, Image{X: x, Width: width, Height: high, Name: p.Name})}}
	y := high + g.em(captionDrop)
	for _, l := range under {
		l.x, l.y = x, y+ascent(g.small)
		s.lines = append(s.lines, l)
		y += g.small * 3 / 2
	}
	for _, i := range which[:n] {
		g.starts[i] = len(g.slugs)
	}
	g.wrapped(s, text, shift)
	return n + len(text)
}

// besideSize sets what stands under the picture that comes first, in the room
// given, and says how wide the picture is for both to end on a row, and how many
// blocks they are.
func (g *galley) besideSize(which []int, room Length, along, over int) (width Length, under []placed, n int) {
	if room <= 0 {
		return 0, nil, 1
	}
	under, _ = g.captioned(which, room)
	below := g.underHigh(under)
	high := room*Length(over)/Length(along) + below
	rows := (high + g.leading - g.size) / g.leading
	width = max(0, min(room, (rows*g.leading-(g.leading-g.size)-below)*Length(along)/Length(over)))
	under, n = g.captioned(which, max(width, 1))
	return width, under, n
}

// captioned sets the caption and the credits of the picture that comes first to
// a width, and says how many blocks they are with it.
func (g *galley) captioned(which []int, width Length) (lines []placed, n int) {
	for n = 1; n < len(which); n++ {
		b := &g.article.Blocks[which[n]]
		if n == 1 && b.Kind != issue.Caption || n > 1 && b.Kind != issue.Credit {
			break
		}
		lines = append(lines, linesOf(g.setBlock(b, which[n], "Caption", g.captionLook(b.Kind), width))...)
	}
	return lines, n
}

// captionLook is the look of a caption or of its credit, which stands in another face.
func (c *composer) captionLook(kind issue.Kind) look {
	k := look{face: c.Faces.Lead, size: c.small, align: paragraph.Left}
	if kind == issue.Credit {
		k.face = c.Faces.Quote
	}
	return k
}

// captionHigh is the height of so many lines of captions.
func (c *composer) captionHigh(lines int) Length { return Length(lines)*c.small*3/2 - c.small/2 }

// underHigh is the height of what stands under a picture, with what parts it from the picture.
func (g *galley) underHigh(under []placed) Length {
	if len(under) == 0 {
		return 0
	}
	return g.em(captionDrop) + g.captionHigh(len(under))
}

// around sets the paragraphs that come first so that so many rows of them are
// shorter, or gives nil: where they are fewer, where one is more than plain prose
// or has a note, which belongs to the foot of its column, and where the shorter
// lines cannot be set well.
func (g *galley) around(which []int, rows int, less Length) []*setting {
	var list []*setting
	for k := 0; rows > 0; k++ {
		if k == len(which) || !g.plain(which[k]) || slices.ContainsFunc(g.noted.Refs, func(r notes.Ref) bool { return r.Block == which[k] }) {
			return nil
		}
		look := g.body()
		look.beside, look.less = rows, less
		s := g.setBlock(&g.article.Blocks[which[k]], which[k], "P", look, g.measure)
		for n := range s.lines[:min(rows, len(s.lines))] {
			if s.lines[n].Short {
				return nil
			}
		}
		list, rows = append(list, s), rows-len(s.lines)
	}
	return list
}

// wrapped adds a slug with a picture, the lines that stand beside it, shifted,
// and those of the last of their settings that go on under it.
func (g *galley) wrapped(s slug, text []*setting, shift Length) {
	row := 0
	for _, t := range text {
		g.starts[t.block] = len(g.slugs)
		beside := min(s.rows-row, len(t.lines))
		for n := range beside {
			s.lines = append(s.lines, placed{t, n, shift, Length(row)*g.leading + ascent(g.size)})
			row++
		}
		left := len(t.lines) - beside
		s.keep = left == 1 || left > 0 && beside == 1
		if left == 0 && row < s.rows {
			continue
		}
		g.push(s)
		for n := beside; n < len(t.lines); n++ {
			g.push(slug{rows: 1, lines: []placed{{t, n, 0, ascent(g.size)}}, keep: n == len(t.lines)-2})
		}
	}
}

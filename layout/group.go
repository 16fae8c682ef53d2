package layout

import "kanyin/issues/issue"

// The shares of pictures that do not take their column's width alone.
const (
	groupGap    = 500  // between two pictures of a group, in thousandths of the body's size
	groupLeast  = 4    // rows that a group's row of pictures is high at least: smaller ones are stamps
	groupShare  = 700  // of the column, in thousandths, that a group fills at least: pictures of few pixels stand alone
	tallShape   = 800  // thousandths of its height that a tall picture is wide at most
	tallShare   = 480  // of the column, in thousandths, that it takes beside its caption
	besideLeast = 8000 // of its caption, in thousandths of the body's size: a narrower one is a list of words
)

// group sets several pictures in rows of one height, as wide as the column,
// and reports how many it took: as many as are not too small beside each other.
func (g *galley) group(which []int, caption *issue.Block, keep bool) int {
	count, aspects := 0, 0.0
	var names []issue.Picture
	for _, i := range which {
		p, ok := g.issue.Picture(g.article.Blocks[i].Picture)
		if !ok || p.Width <= 0 || p.Height <= 0 {
			break
		}
		along, over := g.shape(p.Width, p.Height)
		aspect := aspects + float64(along)/float64(over)
		if count > 0 && g.groupHigh(aspect, count+1) < groupLeast*g.leading {
			break
		}
		names, aspects, count = append(names, p), aspect, count+1
	}
	if count < 2 {
		return 0
	}
	high := min(g.groupHigh(aspects, count), Length(max(1, g.frame.rows*pictureShare/1000))*g.leading-g.rowAir())
	for _, p := range names { // none is blown up
		_, over := g.shape(p.Width, p.Height)
		high = min(high, Length(over)*72*Point/leastDPI)
	}
	rows := g.rowsFor(high + g.rowAir())
	s := slug{rows: rows, keep: keep}
	total := Length(count-1) * g.em(groupGap)
	for _, p := range names {
		along, over := g.shape(p.Width, p.Height)
		total += high * Length(along) / Length(over)
	}
	if total < g.measure*groupShare/1000 {
		return 0
	}
	x := (g.measure - total) / 2
	for k := range names {
		p := names[k]
		along, over := g.shape(p.Width, p.Height)
		width := max(1, high*Length(along)/Length(over))
		s.images = append(s.images, g.illustrated(p, caption, Image{X: x, Y: Length(rows)*g.leading - g.rowAir() - high, Width: width, Height: high, Name: p.Name}))
		x += width + g.em(groupGap)
		g.starts[which[k]] = len(g.slugs)
	}
	g.push(s)
	return count
}

// groupHigh is how high pictures are beside each other that take the column's
// width in all; the aspects are their widths over their heights, summed up.
func (g *galley) groupHigh(aspects float64, count int) Length {
	return Length(float64(g.measure-Length(count-1)*g.em(groupGap)) / aspects)
}

// illustrated is a picture at its place, and what is said of it.
func (g *galley) illustrated(p issue.Picture, caption *issue.Block, at Image) illustration {
	along, _ := g.shape(p.Width, p.Height)
	pic := illustration{
		Image: at, node: &node{tag: "Figure", alt: or(p.Alt, g.words.picture)},
		dpi: int(Length(along) * 72 * Point / at.Width),
	}
	if caption != nil {
		pic.source = caption.Lines
		if p.Alt == "" {
			pic.alt = caption.Text
		}
	}
	return pic
}

// portrait sets a tall picture with its caption beside it, standing on one
// line, and says how many blocks that were: 0 where the picture is not tall or
// the caption has no room there.
func (g *galley) portrait(which []int) int {
	p, ok := g.issue.Picture(g.article.Blocks[which[0]].Picture)
	along, over := g.shape(p.Width, p.Height)
	if !ok || along <= 0 || over <= 0 || along*1000 > over*tallShape {
		return 0
	}
	width := min(g.measure*tallShare/1000, Length(along)*72*Point/leastDPI)
	room := Length(g.frame.rows*pictureShare/1000)*g.leading - g.rowAir()
	width = min(width, room*Length(along)/Length(over))
	high := width * Length(over) / Length(along)
	x := width + g.em(panelInset)
	if width < g.size || g.measure-x < g.em(besideLeast) {
		return 0
	}
	lines, n := g.captioned(which, g.measure-x)
	beside := g.captionHigh(len(lines))
	if n == 1 || beside > high {
		return 0
	}
	rows := g.rowsFor(high + g.rowAir())
	foot := Length(rows)*g.leading - g.rowAir()
	for k := range lines {
		lines[k].x, lines[k].y = x, foot-beside+Length(k)*(g.small*3/2)+ascent(g.small)
	}
	for _, i := range which[:n] {
		g.starts[i] = len(g.slugs)
	}
	rule := Fill{X: x, Y: foot - beside - g.em(captionDrop), Width: g.em(setIn), Height: ruleWeight * 2, Ink: Ink{Accent: true}}
	g.push(slug{
		rows: rows, lines: lines, fills: []Fill{rule},
		images: []illustration{g.illustrated(p, &g.article.Blocks[which[1]], Image{Y: foot - high, Width: width, Height: high, Name: p.Name})},
	})
	return n
}

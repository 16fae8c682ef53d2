package layout

import (
	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// An Image is a picture of the issue, drawn into a rectangle.
type Image struct {
	X, Y, Width, Height Length
	Name                string // in the issue's Pictures
	Element             int    // index in Document.Elements: a Figure's
}

// An illustration is an image in a slug, before it has its place on a page.
type illustration struct {
	Image
	*node
	source []int // the lines of its caption
	dpi    int
	behind int // in a band: how many of its lines come before it
}

const (
	pictureShare = 600 // thousandths of a page's rows that a picture may take: its caption and some text go with it
	leastDPI     = 72  // no picture is blown up beyond it
	fineDPI      = 200 // what print asks for (a screen of 133 lines an inch takes 1.5 pixels a line)
	coarseDPI    = 100 // below it pixels are seen
)

// figure sets pictures, and the caption that follows them with its credit, and
// says how many blocks they are. A column takes a picture and its caption whole.
func (g *galley) figure(which []int) int {
	n := 0
	for n < len(which) && g.article.Blocks[which[n]].Kind == issue.Figure {
		n++
	}
	captioned := n < len(which) && g.article.Blocks[which[n]].Kind == issue.Caption
	var caption *issue.Block
	if captioned {
		caption = &g.article.Blocks[which[n]]
	}
	if n == 1 {
		if taken := g.beside(which); taken > 0 {
			return taken
		}
	}
	g.blank(1)
	if n == 1 && captioned {
		if taken := g.portrait(which); taken > 0 {
			g.blank(1)
			return taken
		}
	}
	for k := 0; k < n; {
		if taken := g.group(which[k:n], caption, captioned); taken > 0 {
			k += taken
			continue
		}
		g.plate(g.article.Blocks[which[k]].Picture, which[k], caption, captioned || k < n-1)
		k++
	}
	if captioned {
		p := &panel{galley: g}
		n += p.caption(which[n:])
		g.tinted(p)
	}
	g.blank(1)
	return n
}

// plate sets one picture: as wide as the column where its pixels allow it, on
// whole rows, standing on what comes under it.
func (g *galley) plate(name string, block int, caption *issue.Block, keep bool) {
	p, ok := g.issue.Picture(name)
	if !ok || p.Width <= 0 || p.Height <= 0 {
		return
	}
	room := Length(max(1, g.frame.rows*pictureShare/1000))*g.leading - g.rowAir()
	along, over := g.shape(p.Width, p.Height)
	width := min(g.measure, Length(along)*72*Point/leastDPI)
	height := width * Length(over) / Length(along)
	if height > room {
		width, height = max(1, room*Length(along)/Length(over)), room
	}
	height = max(1, height)
	rows := g.rowsFor(height + g.rowAir())
	pic := g.illustrated(p, caption, Image{X: (g.measure - width) / 2, Y: Length(rows)*g.leading - g.rowAir() - height, Width: width, Height: height, Name: name})
	g.starts[block] = len(g.slugs)
	g.push(slug{rows: rows, keep: keep, images: []illustration{pic}})
}

// drawImages puts a slug's pictures on the page.
func (c *composer) drawImages(list []illustration, page int, x, y Length) {
	pg := c.page(page)
	for _, p := range list {
		i := p.Image
		i.X += x
		i.Y += y
		i.Element = c.elementOf(p.node)
		pg.Images = append(pg.Images, i)
		if p.dpi < fineDPI {
			c.coarse(p, page)
		}
	}
}

// coarse tells of a picture that has too few pixels for its size.
func (c *composer) coarse(p illustration, page int) {
	wide := p.Width
	if c.vertical {
		wide = p.Height // the page still lies on its side
	}
	found := issue.Finding{
		Code: "picture-coarse", Severity: issue.Info, Lines: p.source, Page: c.doc.Pages[page-1].Label, Confidence: 1, Values: []string{p.Name},
		Message: say.Of("%s has %d pixels an inch at %d mm; print asks for %d", p.Name, p.dpi, wide*254/720/Point, fineDPI),
	}
	if p.dpi < coarseDPI {
		found.Severity = issue.Warning
	}
	c.doc.Findings = append(c.doc.Findings, found)
}

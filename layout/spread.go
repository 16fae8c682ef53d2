package layout

import (
	"slices"

	"kanyin/issues/issue"
)

// A very wide picture may go over two facing pages, from trim to trim, where a
// long article begins on the left one: over its title there, and over its text on
// the right. It is one figure; the half on the right is an artifact.

const (
	spreadShape = 2000 // thousandths of its height that it is wide: a lower one would leave no room for title and text
	facingRows  = 870  // thousandths of a page that picture and opening take of the left one: some lines of text stand under them
	spreadWorth = 4    // in stripPrices: it takes most of two pages, and is what is remembered of an issue
)

// acrossSpread is the value of pictures.widest that allows it.
const acrossSpread = "spread"

// withSpread lists the ways of setting a story under a picture over two pages, with
// sentences pulled out and without; none where no picture near its beginning is fit.
func (c *composer) withSpread(s *story, a *issue.Article, opening, rest []int, g grating, share float64, drop int, fresh func() *galley) []*story {
	if c.Pictures.Widest != acrossSpread || c.vertical || len(opening) == 0 || c.Stories.Beside > 1 || share < sinkPages {
		return nil
	}
	lead, others := c.leadPicture(a, rest, g)
	if lead == nil {
		return nil
	}
	p, _ := c.issue.Picture(a.Blocks[lead[0]].Picture)
	if p.Width*1000 < p.Height*spreadShape || Length(p.Width)*72*Point < fineDPI*2*(c.width+c.bleed) {
		return nil
	}
	v := *s
	v.opening, v.facing = c.halves(a, lead, p, c.openArticle(a, opening, nil, share, drop))
	if v.opening.rows*1000 > c.rows*facingRows {
		return nil
	}
	gal := fresh()
	gal.blocks(others)
	gal.close()
	v.flow, v.wide, v.others, v.fresh, v.stiff = gal.flowed(g), spreadWorth, nil, true, true
	return append([]*story{&v}, gal.withPulls(&v)...)
}

// halves gives what stands at the head of two facing pages: the picture's left
// half with its caption over the opening, and its right half. Each page has the
// whole picture, so that it goes on over the fold, and shows its half.
func (c *composer) halves(a *issue.Article, lead []int, p issue.Picture, opening *band) (left, right *band) {
	wide := 2 * (c.width + c.bleed)
	high := wide * Length(p.Height) / Length(p.Width)
	foot := high - c.bleed - c.top // from the type area's upper edge
	whole := illustration{
		Image:  Image{X: -c.left(2) - c.bleed, Y: -c.top - c.bleed, Width: wide, Height: high, Name: p.Name},
		node:   &node{tag: "Figure", alt: or(p.Alt, a.Blocks[lead[1]].Text)},
		source: a.Blocks[lead[1]].Lines, dpi: int(Length(p.Width) * 72 * Point / wide), behind: len(opening.lines),
	}
	half := whole
	half.X, half.node = -c.left(3)-c.width-c.bleed, nil
	right = &band{rows: c.rowsFor(foot + c.em(textDrop)), images: []illustration{half}}

	under := c.captionAcross(a, lead[1:], foot+c.em(captionDrop))
	down := c.rowsFor(under.y + c.em(textDrop))
	left = opening.lowered(Length(down) * c.leading)
	left.rows += down
	left.images = append(left.images, whole)
	left.lines = append(left.lines, under.lines...)
	return left, right
}

// captionAcross sets a caption and its credits across the type area, from a height on.
func (c *composer) captionAcross(a *issue.Article, which []int, y Length) *opening {
	o := &opening{composer: c, y: y}
	o.captions(a, which)
	return o
}

// lowered is a band all of which stands so much lower.
func (b *band) lowered(by Length) *band {
	low := *b
	low.lines, low.fills, low.images = slices.Clone(b.lines), slices.Clone(b.fills), slices.Clone(b.images)
	for i := range low.lines {
		low.lines[i].y += by
	}
	for i := range low.fills {
		low.fills[i].Y += by
	}
	for i := range low.images {
		low.images[i].Y += by
	}
	return &low
}

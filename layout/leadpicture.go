package layout

import (
	"kanyin/issues/issue"
	"kanyin/layout/paragraph"
)

const (
	leadShape = 1250 // thousandths of its height that a picture across the columns is wide: a taller one stands in one
	leadRows  = 667  // thousandths of a page that the opening may take with it: a third is left for the text
	leadDPI   = 150  // pixels an inch that it has there: fewer, and it is better smaller
)

// leadPicture splits off the first picture of an article, and its caption, where
// it is fit to stand across the columns, under the title: it stands before all
// text, or near the beginning of it.
func (c *composer) leadPicture(a *issue.Article, rest []int, g grating) (lead, others []int) {
	before := 0 // ems of text
	for k, i := range rest {
		b := &a.Blocks[i]
		if b.Kind != issue.Figure {
			before += ems(b.Text)
			continue
		}
		n := c.across(a, rest[k:], g)
		if n == 0 || len(rest) == n || before*1000 > c.rows*g.count*int(g.measure/c.size)*nearShare || k > 0 && c.Stories.Beside > 1 {
			return nil, rest
		}
		return rest[k : k+n], append(rest[:k:k], rest[k+n:]...)
	}
	return nil, rest
}

// picture sets the lead picture under what stands, its caption under it.
func (o *opening) picture(a *issue.Article, lead []int) {
	if len(lead) == 0 {
		return
	}
	p, _ := o.issue.Picture(a.Blocks[lead[0]].Picture)
	along, over := o.shape(p.Width, p.Height)
	caption := &a.Blocks[lead[1]]
	if len(o.lines) > 0 {
		o.y += o.em(bylineDrop)
	}
	o.images = append(o.images, illustration{
		Image:  Image{Y: o.y, Width: o.wide, Height: o.wide * Length(over) / Length(along), Name: p.Name},
		node:   &node{tag: "Figure", alt: or(p.Alt, caption.Text)},
		source: caption.Lines, dpi: int(Length(along) * 72 * Point / o.wide), behind: len(o.lines),
	})
	o.y += o.images[len(o.images)-1].Height + o.em(captionDrop)
	o.captions(a, lead[1:])
}

// captions sets a caption and its credits across the columns.
func (o *opening) captions(a *issue.Article, which []int) {
	for _, i := range which {
		k := o.captionLook(a.Blocks[i].Kind)
		if a.Blocks[i].Kind == issue.Credit {
			k.align = paragraph.Right
		}
		o.text(a, i, "Caption", k, captionLeading)
	}
}

// captionLeading is that of a caption's lines, in thousandths of their size.
const captionLeading = 1500

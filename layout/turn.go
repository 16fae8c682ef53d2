package layout

import (
	"strings"

	"kanyin/layout/paragraph"
)

// Vertical text (直排). Pages of it are composed lying on their side: what goes
// across in the frame goes down the page, and the frame's rows come from its
// right edge. So columns are tiers (栏), openings stand at the right of their
// text, and all rules of the grid hold as they are. When everything has its
// place, turn sets the pages upright. The covers, which have no grid, are set
// upright when they are drawn, for folios and the bar code are never turned.

// vertical is the name of the writing.
const vertical = "vertical"

// Vertical reports whether the lines of a design run downwards.
func (d Design) Vertical() bool { return d.Writing == vertical }

// lay lays a frame on its side.
func (f *frame) lay() {
	f.vertical = true
	f.width, f.height = f.height, f.width
	f.inner, f.top = f.top, f.inner
}

// flat is the frame of what is not turned: as wide as the margin at
// the spine leaves it on both sides.
func (f *frame) flat() *frame {
	if !f.vertical {
		return f
	}
	flat := *f
	flat.lay()
	flat.vertical = false
	flat.wide = flat.width - 2*flat.inner
	return &flat
}

// onFlat draws what is not turned.
func (c *composer) onFlat(draw func()) {
	lying := c.frame
	c.frame = c.upright
	draw()
	c.frame = lying
}

// reach is how far the rows of a page reach.
func (f *frame) reach() Length { return Length(f.rows-1)*f.leading + f.size }

// foreEdge is the margin away from the spine, of vertical pages.
func (c *composer) foreEdge() Length { return c.upright.width - c.upright.inner - c.reach() }

// turn sets the pages of vertical text upright.
func (c *composer) turn() {
	if !c.vertical {
		return
	}
	for i := 1; i < len(c.doc.Pages)-1; i++ {
		right := c.upright.width
		if !recto(i + 1) { // bound at the right, it stands at the right of the spread
			right -= c.foreEdge() - c.upright.inner
		}
		c.doc.Pages[i].turn(right)
	}
}

// standUp turns a cover, whose rows are counted from the page's own right.
func (c *composer) standUp(page int) {
	if c.vertical {
		c.page(page).turn(c.upright.width)
	}
}

// turn sets a page upright whose rows are counted from a place at its right.
func (p *Page) turn(right Length) {
	for i := range p.Texts {
		t := &p.Texts[i]
		t.X, t.Y = right-t.Y+t.middle(), t.X
	}
	for i := range p.Fills {
		f := &p.Fills[i]
		f.X, f.Y, f.Width, f.Height = right-f.Y-f.Height, f.X, f.Height, f.Width
	}
	for i := range p.Images {
		m := &p.Images[i]
		m.X, m.Y, m.Width, m.Height = right-m.Y-m.Height, m.X, m.Height, m.Width
	}
	for i := range p.Links {
		l := &p.Links[i]
		l.X, l.Y, l.Width, l.Height = right-l.Y-l.Height, l.X, l.Height, l.Width
	}
	for i := range p.Anchors {
		p.Anchors[i].X, p.Anchors[i].Y = 0, p.Anchors[i].X // whole pages are read, from their right
	}
}

// middle is how far over the baseline the glyphs of a run have their axis:
// upright ones the middle of their em, turned ones their baseline itself.
func (t *Text) middle() Length {
	if t.Way == Turned {
		return 0
	}
	return ascent(t.Size) - t.Size/2
}

// standingHead sets a running head in the margin at the fore-edge: the
// periodical and its number at the top, the column of the issue at the foot.
func (c *composer) standingHead(page int, section string) {
	axis := c.foreEdge() / 2
	if !recto(page) {
		axis = c.upright.width - axis
	}
	k := look{face: c.Faces.Lead, size: pt(c.Sizes.Head), align: paragraph.Left, ink: Ink{Tint: tintLabel}}
	top := c.upright.top
	if s := c.headOf(c.doc.Title, k); s != nil {
		c.standAt(page, s, axis, top)
	}
	if s := c.headOf(strings.TrimSpace(section), k); s != nil {
		c.standAt(page, s, axis, top+c.wide-s.width())
	}
}

// headOf sets the one line that a running head has, or nil of nothing.
func (c *composer) headOf(text string, k look) *setting {
	room := c.wide * headShare / 1000
	if runes, most := []rune(text), int(2*room/k.size); len(runes) > most {
		text = string(runes[:most])
	}
	s := c.set(copyText{[]paragraph.Span{{Text: text}}, nil}, k, room)
	if len(s.lines) == 0 {
		return nil
	}
	s.tag, s.lines = "", s.lines[:1]
	return s
}

// standAt draws the first line of a setting on a page that stands upright,
// about an axis, from a height down.
func (c *composer) standAt(page int, s *setting, axis, top Length) {
	from := len(c.page(page).Texts)
	c.draw(page, placed{s, 0, 0, 0}, 0, 0)
	texts := c.page(page).Texts[from:]
	for i := range texts {
		t := &texts[i]
		t.X, t.Y = axis-t.Y+t.middle()-(ascent(t.Size)-t.Size/2), top+t.X
	}
}

// shape is a picture's pixels along the lines of its page and across them.
func (f *frame) shape(width, height int) (int, int) {
	if f.vertical {
		return height, width
	}
	return width, height
}

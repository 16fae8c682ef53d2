package layout

import (
	"kanyin/issues/issue"
	"kanyin/layout/paragraph"
)

// An item is what a masthead says of one thing: a duty and who has it. It is
// not cut by a column's end.
type item []placed

func (it item) rows() int {
	n := 0
	for k, l := range it {
		if k == 0 || l.y != it[k-1].y {
			n++
		}
	}
	return n
}

// setMasthead sets the masthead's items as a tinted panel in columns, or nil
// where there are none.
func (c *composer) setMasthead() *band {
	blocks := c.mastheadBlocks()
	if len(blocks) == 0 {
		return nil
	}
	pad := c.size
	items, count, step := c.mastheadItems(blocks, c.wide-2*pad)
	each := evenRows(items, count)
	text := Length(each) * c.smallLeading
	b := &band{rows: c.rowsFor(text + 2*pad)}
	height := Length(b.rows)*c.leading - (c.leading - c.size)
	b.fills = []Fill{{Width: c.wide, Height: height, Ink: Ink{Tint: panelTint}}, {Width: c.size * accentCells, Height: accentHigh, Ink: Ink{Accent: true}}}
	top := (height - text + c.smallLeading - c.small) / 2
	column, row := 0, 0
	for _, it := range items {
		if row+it.rows() > each {
			column, row = column+1, 0
		}
		for _, l := range it {
			l.x += pad + Length(column)*step
			l.y += top + Length(row)*c.smallLeading
			b.lines = append(b.lines, l)
		}
		row += it.rows()
	}
	return b
}

// mastheadBlocks are the masthead's lines, their duties marked as leads.
func (c *composer) mastheadBlocks() []issue.Block {
	var list []issue.Block
	for _, b := range c.issue.Front {
		if b.Kind != issue.Masthead {
			continue
		}
		if n := len(list); n == 0 || list[n-1].Lead != list[n-1].Text {
			b.Lead = dutyOf(b.Text) // what follows a duty on a line of its own is who has it
		}
		list = append(list, b)
	}
	return list
}

// mastheadItems sets a masthead in as many columns as its items allow without
// taking second lines, and gives the step from one column to the next. Two
// columns are set anyhow.
func (c *composer) mastheadItems(blocks []issue.Block, wide Length) (items []item, count int, step Length) {
	gutter := 2 * c.size // a name at a column's end must not look like the next one's duty
	for count = c.Short.Count; ; count-- {
		measure := (wide - Length(count-1)*gutter) / Length(count)
		items = items[:0]
		broken := false
		for at := 0; at < len(blocks); {
			it, n := c.mastheadItem(blocks[at:], measure)
			broken = broken || it.rows() > 1
			items = append(items, it)
			at += n
		}
		if !broken || count <= 2 {
			return items, count, measure + gutter
		}
	}
}

// mastheadItem sets the line that comes first, and says how many lines that
// were: who has a duty that stands on a line of its own comes beside it.
func (c *composer) mastheadItem(blocks []issue.Block, measure Length) (item, int) {
	k := look{face: c.Faces.Body, lead: c.Faces.Lead, size: c.small, align: paragraph.Left}
	set := func(b *issue.Block, x Length) item {
		s := c.setBlock(b, -1, "P", k, measure-x)
		list := linesOf(s)
		for n := range list {
			list[n].x, list[n].y = x, Length(n)*c.smallLeading+ascent(c.small)
		}
		return list
	}
	it := set(&blocks[0], 0)
	if len(blocks) == 1 || blocks[0].Lead != blocks[0].Text || blocks[1].Lead != "" || len(it) != 1 {
		return it, 1
	}
	x := it[0].width() + c.small/3 // as wide as the space that other items have there
	if x > measure/2 {
		return it, 1
	}
	return append(it, set(&blocks[1], x)...), 2
}

// evenRows is the least height of columns that take items whole.
func evenRows(items []item, count int) int {
	total, tallest := 0, 0
	for _, it := range items {
		total += it.rows()
		tallest = max(tallest, it.rows())
	}
	for each := max(tallest, (total+count-1)/count); ; each++ {
		columns, row := 1, 0
		for _, it := range items {
			if row+it.rows() > each {
				columns, row = columns+1, 0
			}
			row += it.rows()
		}
		if columns <= count {
			return each
		}
	}
}

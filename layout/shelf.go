package layout

// A part is a story on a shelf: where it begins, and how its text stands in its
// columns.
type part struct {
	*story
	column  int // the first of its columns
	opening *band
	flow    *flow
	run     run
}

// Shelves are how newspapers place their stories: two or three beside each
// other, each in some of the page's columns, as wide as makes them equally high.

// tallShelf is the part of a page, in thousandths, that a shelf may take: a
// story that needs more goes across.
const tallShelf = 750

// wasteShare is the part of a shelf, in thousandths, that may stay blank.
const wasteShare = 120

// pressShare is what a newspaper's story across the whole page counts for where
// its title's size is chosen: the first is the issue's, whatever its length.
func pressShare(first bool) float64 {
	if first {
		return 1
	}
	return smallShare
}

// shelve gives every story the shelves that it may be the first on.
func (c *composer) shelve(list []*story) {
	for i, s := range list {
		for n := 2; n <= c.Stories.Beside && i+n <= len(list); n++ {
			if list[i+n-1].reopen == nil || s.reopen == nil {
				break
			}
			if shelf := c.shelf(list[i : i+n]); shelf != nil {
				s.others, s.shelved = append(s.others, shelf), true
			}
		}
	}
}

// shelf places stories beside each other in the widths that leave the least
// blank, or gives nil where no widths do.
func (c *composer) shelf(list []*story) *story {
	var best *story
	for _, widths := range partitions(c.Columns.Count, len(list)) {
		s := c.shelfOf(list, widths)
		if s != nil && (best == nil || s.waste < best.waste) {
			best = s
		}
	}
	return best
}

// partitions lists the ways of sharing columns out among stories, none without.
func partitions(columns, stories int) [][]int {
	if stories == 1 {
		return [][]int{{columns}}
	}
	var list [][]int
	for first := 1; first <= columns-stories+1; first++ {
		for _, rest := range partitions(columns-first, stories-1) {
			list = append(list, append([]int{first}, rest...))
		}
	}
	return list
}

func (c *composer) shelfOf(list []*story, widths []int) *story {
	shelf := &story{article: nil, section: list[0].section, opening: &band{}, flow: newFlow(nil, c.grating(c.Columns))}
	column, most := 0, c.rows*tallShelf/1000
	for i, s := range list {
		p := part{story: s, column: column, opening: s.opened(c, widths[i])}
		g := c.grating(c.Columns)
		g.count = widths[i]
		p.flow = newFlow(s.flow.slugs, g)
		if p.opening.rows >= most {
			return nil
		}
		p.run = p.flow.share(0, most-p.opening.rows, legally)
		if p.run.columns[g.count-1].to < len(p.flow.slugs) {
			return nil
		}
		shelf.parts = append(shelf.parts, p)
		shelf.opening.rows = max(shelf.opening.rows, p.rows())
		column += widths[i]
	}
	blank := 0
	for i, p := range shelf.parts {
		blank += (shelf.opening.rows - p.rows()) * widths[i]
	}
	shelf.waste = blank / c.Columns.Count
	if shelf.waste*1000 > shelf.opening.rows*wasteShare {
		return nil
	}
	return shelf
}

func (p *part) rows() int { return p.opening.rows + p.run.rows }

// opened is a story's opening over some of the page's columns. The wider it
// is, the larger its title.
func (s *story) opened(c *composer, columns int) *band {
	if s.openings == nil {
		s.openings = map[int]*band{}
	}
	if s.openings[columns] == nil {
		g := c.grating(c.Columns)
		s.openings[columns] = s.reopen(Length(columns-1)*g.step+g.measure, float64(columns)/float64(c.Columns.Count+1))
	}
	return s.openings[columns]
}

// narrowed is the composer for what stands in a part of the type area.
func (c *composer) narrowed(wide Length) *composer {
	n, f := *c, *c.frame
	f.wide = wide
	n.frame = &f
	return &n
}

// drawShelf draws stories beside each other, hairlines between them. Rows that
// one is shorter stand in its opening, as far as they look like air.
func (c *composer) drawShelf(parts []part, rows int, at spot) {
	for _, p := range parts {
		c.shift = Length(p.column) * p.flow.grating.step
		if p.column > 0 {
			c.columnRule(at.page, c.edge(at.page)-(p.flow.grating.step-p.flow.grating.measure)/2, at.row, rows)
		}
		s := *p.story
		s.opening, s.flow = p.opening, p.flow
		c.drawStory(&s, spot{page: at.page, row: at.row, extra: min(rows-p.rows(), shelfAir+at.extra), runs: []run{p.run}})
	}
	c.shift = 0
}

// shelfAir is how many rows an opening on a shelf takes of those that its story
// is short.
const shelfAir = 2

// columnRule draws the hairline between two columns, from the top of the first
// row's type to the foot of the last one's.
func (c *composer) columnRule(page int, x Length, row, rows int) {
	c.drawFills([]Fill{{X: x - ruleWeight/4, Y: c.row(row), Width: ruleWeight / 2, Height: Length(rows)*c.leading - (c.leading - c.size), Ink: Ink{Tint: tintFine}}}, page, 0, 0)
}

// ruledBetween reports whether hairlines stand between columns of a kind.
func (f *frame) ruledBetween(g grating) bool {
	if g.measure == f.grating(f.Columns).measure {
		return f.Columns.Rule
	}
	return g.measure == f.grating(f.Short).measure && f.Short.Rule
}

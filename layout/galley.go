package layout

import "kanyin/issues/issue"

// A galley is an article's text being set into slugs of one column's width,
// from top to bottom.
type galley struct {
	*composer
	article  *issue.Article
	measure  Length
	slugs    []slug
	owed     int // lines that must still follow before a column may end: after a heading, two
	headings int
	list     *node           // that the last block was an item of
	titled   bool            // the opening has the title
	parts    bool            // small pieces under one title
	authors  []int           // the blocks that say something of the article and its authors
	starts   map[int]int     // the first slug of a block
	moved    []int           // the blocks of pictures that stand after their place
	pulls    []pulled        // the sentences that may be set again
	pulled   map[string]bool // which those are
}

// afterHeading is how many lines a heading keeps with it.
const afterHeading = 2

// blank leaves rows free; with blanks that stand there already, the larger counts.
func (g *galley) blank(rows int) {
	have, at := 0, len(g.slugs)
	for at > 0 && g.slugs[at-1].space {
		have++
		at--
	}
	for ; have < rows && at > 0; have++ {
		g.slugs = append(g.slugs, slug{rows: 1, space: true, keep: g.slugs[at-1].keep})
	}
}

// stick keeps what comes next with what stands: its last line may not be the
// last of a column.
func (g *galley) stick() {
	for i := len(g.slugs) - 1; i >= 0; i-- {
		g.slugs[i].keep = true
		if !g.slugs[i].space {
			return
		}
	}
}

// push adds a slug, kept with the next one while a heading above is owed lines. A
// picture pays for all of them: a row of pictures is no reason to keep ten together.
func (g *galley) push(s slug) {
	if len(s.images) > 0 {
		g.owed = 0
	}
	if g.owed > 0 {
		g.owed -= len(s.lines)
		s.keep = s.keep || g.owed > 0
	}
	g.slugs = append(g.slugs, s)
}

// rowed adds a setting line by line, a row each. No column ends after its
// first line or before its last, nor within a line that is turned.
func (g *galley) rowed(s *setting) {
	last := len(s.lines) - 1
	g.starts[s.block] = len(g.slugs)
	for n := range s.lines {
		g.push(slug{
			rows:  1,
			lines: []placed{{s, n, 0, ascent(g.size)}},
			keep:  n == 0 && last > 0 || n == last-1 || s.tied[n],
		})
	}
}

// packed adds rows of small type, six on five of the grid: every sixth stands on
// the grid again.
func (g *galley) packed(rows [][]placed) {
	const six = 6
	for len(rows) > 0 {
		part := rows[:min(six, len(rows))]
		rows = rows[len(part):]
		s := slug{rows: g.rowsFor(Length(len(part))*g.smallLeading - (g.leading - g.size))}
		for n, row := range part {
			for _, l := range row {
				l.y = Length(n)*g.smallLeading + ascent(g.size)
				s.lines = append(s.lines, l)
			}
		}
		g.push(s)
	}
}

// headed adds a heading: kept together and with what follows, raised a little
// over its text.
func (g *galley) headed(s *setting, before int, lift Length, anchor string) {
	g.blank(before)
	g.starts[s.block] = len(g.slugs)
	for n := range s.lines {
		h := slug{rows: 1, lines: []placed{{s, n, 0, ascent(g.size)}}, keep: true, lift: lift}
		if n == 0 {
			h.head = anchor
		}
		g.slugs = append(g.slugs, h)
	}
	g.owed = afterHeading
}

// flowed is the galley poured into its columns.
func (g *galley) flowed(grating grating) *flow {
	g.passed()
	if n := len(g.slugs); n > 0 {
		g.slugs[n-1].keep = false
	}
	return newFlow(g.slugs, grating)
}

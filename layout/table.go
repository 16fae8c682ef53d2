package layout

import (
	"strings"
	"unicode/utf8"

	"kanyin/issues/issue"
)

// A cell is a cell of a table, and where its text stands in its block.
type cell struct {
	block *issue.Block
	index int // of the block
	text  string
	from  int // in runes
	tag   string
	scope string // of a heading: whether it names a row or a column
	right bool   // figures stand under figures
}

// A grid is a table under way: rows of as many cells each.
type grid struct {
	rows   [][]cell
	nodes  []*node // of the rows
	again  bool    // a part after the first: its first column was read already
	head   bool    // the first row names the columns
	gap    Length  // between two columns
	widths []Length
	before []Length // of each column's figures, what stands before the decimal mark at most
	after  []Length // and from it on
}

// tableOf gathers the rows of the blocks from one up to another, and reports
// false where they cannot be set as a table. Rows of unequal length keep their
// lines: they would mislead a reading voice.
func (g *galley) tableOf(from, to int) (t grid, ok bool) {
	for i := from; i < to; i++ {
		b := &g.article.Blocks[i]
		at := 0 // bytes
		for k, texts := range b.Rows {
			var row []cell
			for col, text := range texts {
				before := strings.Index(b.Text[at:], text)
				if before < 0 {
					return grid{}, false
				}
				c := cell{block: b, index: i, text: text, from: utf8.RuneCountInString(b.Text[:at+before])}
				at += before + len(text)
				c.tag, c.scope, c.right = kindOfCell(text, b.Head && k == 0, col == 0)
				row = append(row, c)
			}
			t.rows = append(t.rows, row)
			t.nodes = append(t.nodes, nil)
		}
		t.head = t.head || b.Head
	}
	return t, true
}

// cellGap is the white between two columns of a table, in thousandths of the
// body's size.
const cellGap = 800

// cellMost is how much more that white may be where the page's column is wider
// than the table: farther apart, the eye loses the row.
const cellMost = 3500

// measured gives the columns their widths: what their widest cell takes or, where
// the column of the page is too narrow for that, a share of it. It reports false
// where some cell does not fit into its share.
func (g *galley) measured(t *grid) bool {
	const wide = 1 << 40 // no cell breaks
	k := g.cellLook(false)
	t.widths = make([]Length, len(t.rows[0]))
	total := Length(0)
	for col := range t.widths {
		for _, row := range t.rows {
			t.widths[col] = max(t.widths[col], g.set(g.linked(row[col].text, ""), k, wide).width())
		}
		t.widths[col] = max(t.widths[col], g.decimals(t, col, k))
		total += t.widths[col]
	}
	room := g.measure - Length(len(t.widths)-1)*g.em(cellGap)
	t.gap = g.em(cellGap)
	if total <= room {
		if t.head {
			t.gap += min((room-total)/Length(max(len(t.widths)-1, 1)), g.em(cellMost))
		}
		return true
	}
	if room < Length(len(t.widths))*g.small {
		return false
	}
	least := min(3*g.small, room/Length(len(t.widths)))
	narrow := Length(0) // what the columns take that are narrow enough already
	for _, w := range t.widths {
		if w <= room/Length(len(t.widths)) {
			narrow += w
		}
	}
	for col, w := range t.widths {
		if w > room/Length(len(t.widths)) {
			t.widths[col] = max(least, Length(float64(w)/float64(total-narrow)*float64(room-narrow)))
		}
	}
	taken := Length(0)
	for col, w := range t.widths {
		taken += w
		for _, row := range t.rows {
			if g.set(g.linked(row[col].text, ""), k, w).width() > w {
				return false
			}
		}
	}
	return taken <= room
}

// decimals finds how much of a column's figures stands behind the decimal mark at
// most, and gives the width that the column needs for all marks to stand under
// each other. A figure without a mark ends where the others have theirs.
func (g *galley) decimals(t *grid, col int, k look) Length {
	before, after := Length(0), Length(0)
	for _, row := range t.rows {
		if c := row[col]; c.right {
			b, a := g.halves(c.text, k)
			before, after = max(before, b), max(after, a)
		}
	}
	t.before, t.after = append(t.before, before), append(t.after, after)
	return before + after
}

// halves are the widths of a figure before its decimal mark and from it on.
func (g *galley) halves(text string, k look) (before, after Length) {
	const wide = 1 << 40
	at := strings.LastIndexByte(text, '.')
	if at < 0 {
		at = strings.LastIndexAny(text, "0123456789") + 1
	}
	before = g.set(g.linked(text[:at], ""), k, wide).width()
	return before, g.set(g.linked(text, ""), k, wide).width() - before
}

// table sets a table, one with a head between the three rules of GB/T 7713, its caption over it. One
// that is wider than its column is turned: it goes on under itself with further
// columns, and the first, which names the rows, stands before them again. It says
// how many blocks it was.
func (g *galley) table(which []int) int {
	span, ok := issue.TableAt(g.article.Blocks, which[0])
	n := span.End() - which[0]
	if !ok || len(which) < n || which[n-1] != span.End()-1 {
		return 0
	}
	t, ok := g.tableOf(span.From, span.To)
	if !ok {
		return 0
	}
	parts := g.parted(t)
	if parts == nil {
		return 0
	}
	up := &node{tag: "Table"}
	for i := range t.nodes {
		t.nodes[i] = &node{tag: "TR", up: up} // the parts share the rows
	}
	g.blank(1)
	if span.Caption >= 0 && !span.Under() {
		g.tableCaption(span.Caption, up)
	}
	g.starts[span.From] = len(g.slugs)
	for i := range parts {
		if i > 0 {
			g.blank(1)
		}
		g.tablePart(&parts[i])
	}
	if span.Under() {
		g.stick()
		g.tableCaption(span.Caption, up)
		g.slugs[len(g.slugs)-1].keep = false
	}
	g.blank(1)
	return n
}

// parted gives the table in parts of as many columns as fit beside the first, or
// nil where not even one does.
func (g *galley) parted(t grid) []grid {
	if g.fits(&t) {
		return []grid{t}
	}
	var parts []grid
	for from := 1; from < len(t.rows[0]); {
		to := len(t.rows[0])
		p := t.part(from, to)
		for ; to > from && !g.fits(&p); p = t.part(from, to) {
			to--
		}
		if to == from {
			return nil
		}
		parts = append(parts, p)
		from = to
	}
	return parts
}

// fits reports whether the columns fit beside each other and no row is higher
// than a column takes whole.
func (g *galley) fits(t *grid) bool {
	if !g.measured(t) {
		return false
	}
	for _, row := range t.rows {
		if g.tableRow(t, row, nil).rows > g.panelRows() {
			return false
		}
	}
	return true
}

// part is the table's first column with those of a range.
func (t grid) part(from, to int) grid {
	p := grid{nodes: t.nodes, head: t.head, again: from > 1}
	for _, row := range t.rows {
		p.rows = append(p.rows, append([]cell{row[0]}, row[from:to]...))
	}
	return p
}

// tablePart sets one part: its rows stay together as far as a column allows, and
// where they do not, the head stands again over those that follow.
func (g *galley) tablePart(t *grid) {
	var slugs []slug
	for i, row := range t.rows {
		slugs = append(slugs, g.tableRow(t, row, t.nodes[i]))
	}
	if t.head {
		g.ruled(&slugs[0])
		slugs[0].fills = append(slugs[0].fills, Fill{Y: -g.em(tableRule), Width: g.measure, Height: 2 * ruleWeight, Ink: Ink{Tint: tintSecond}})
		last := &slugs[len(slugs)-1]
		last.fills = append(last.fills, Fill{Y: Length(last.rows)*g.leading - g.em(tableRule), Width: g.measure, Height: 2 * ruleWeight, Ink: Ink{Tint: tintSecond}})
	}
	first := len(g.slugs)
	most, used := g.panelRows(), 0
	for i, s := range slugs {
		if used += s.rows; used > most && i > 0 {
			g.endTable(first)
			first, used = len(g.slugs), s.rows
			if t.head && i > 1 {
				again := g.headAgain(t)
				g.push(again)
				used += again.rows
			}
		}
		g.push(s)
	}
	g.endTable(first)
}

// endTable keeps the rows from one slug on in one column.
func (g *galley) endTable(first int) {
	for i := first; i < len(g.slugs)-1; i++ {
		g.slugs[i].keep = true
	}
}

// tableRow sets one row: the lines of its cells beside each other.
func (g *galley) tableRow(t *grid, row []cell, up *node) slug {
	var s slug
	x, lines := Length(0), 1
	for col, c := range row {
		set := g.cell(c, t.widths[col])
		set.up = up
		if t.again && col == 0 {
			set.node, set.reading = &node{}, false
		}
		s.cells = append(s.cells, set.node)
		shift := Length(0)
		if c.scope == "Column" && t.after[col]+t.before[col] > 0 && len(set.lines) == 1 {
			shift = max(0, (t.widths[col]-set.width())/2)
		}
		if c.right && len(set.lines) == 1 {
			_, after := g.halves(c.text, g.cellLook(false))
			block := t.before[col] + t.after[col] // stands in the middle of the column, under its head
			shift = max(0, (t.widths[col]+block)/2-set.width()-(t.after[col]-after))
		}
		for n := range set.lines {
			s.lines = append(s.lines, placed{set, n, x + shift, Length(n)*g.smallLeading + ascent(g.small)})
		}
		lines = max(lines, len(set.lines))
		x += t.widths[col] + t.gap
	}
	s.rows = g.rowsFor(Length(lines) * g.smallLeading)
	return s
}

// headAgain is the head of a table over its next part: an artifact, since it was
// read once.
func (g *galley) headAgain(t *grid) slug {
	s := g.tableRow(t, t.rows[0], nil)
	s.cells = nil
	for i := range s.lines {
		s.lines[i].setting.node = &node{}
		s.lines[i].setting.reading = false
	}
	g.ruled(&s)
	return s
}

// ruled draws the rule under a table's head.
func (g *galley) ruled(s *slug) {
	s.fills = append(s.fills, Fill{Y: Length(s.rows)*g.leading - g.em(tableRule), Width: g.measure, Height: ruleWeight, Ink: Ink{Tint: tintFine}})
}

// tableRule is how far over the next row the rule under a table's head stands, in
// thousandths of the body's size.
const tableRule = 400

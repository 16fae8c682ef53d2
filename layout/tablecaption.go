package layout

import (
	"kanyin/issues/issue"
	"kanyin/layout/paragraph"
)

// callsTable reports whether a block is a caption that says a table's number.
func (g *galley) callsTable(i int) bool {
	b := &g.article.Blocks[i]
	return b.Kind == issue.Caption && issue.CallsTable(b.Text)
}

// captionsTable reports whether a block is the caption of a table under it.
func (g *galley) captionsTable(i int) bool {
	blocks := g.article.Blocks
	if issue.CaptionsTable(blocks, i) {
		return true
	}
	return g.callsTable(i) && i+1 < len(blocks) && blocks[i+1].Kind == issue.Table && len(blocks[i+1].Rows) > 0 &&
		(i == 0 || blocks[i-1].Kind != issue.Figure && blocks[i-1].Kind != issue.Table)
}

// tableCaption sets what a table is called over or under it, in the middle.
func (g *galley) tableCaption(i int, table *node) {
	s := g.setBlock(&g.article.Blocks[i], i, "Caption", look{face: g.Faces.Lead, size: g.small, align: paragraph.Center}, g.measure)
	s.up = table
	first := len(g.slugs)
	g.rowed(s)
	for k := first; k < len(g.slugs); k++ {
		g.slugs[k].keep = true // with the row under it
	}
}

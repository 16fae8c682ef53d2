package layout

import "kanyin/layout/paragraph"

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

package layout

import "kanyin/issues/issue"

// Openings differ as articles do, where the design has it so: the title of a long
// article may stand lower on a page that it begins, which says that a chapter
// begins; that of a short one stands small in its column, and costs no rows of the
// others; and the first article of a column of the issue has that column's name large.

const (
	pieceShare = 0.3 // of a page: an article of less has a small opening, for one across the page would be a third of it
	pieceTitle = 3   // the first of the sizes of titles that a small opening has
	pieceLines = 3   // lines of its title at most: a longer one goes across
	pieceUnder = 600 // from a small opening to its text, in thousandths of the body's size
	smallWorth = 12  // what a small opening is worth, in the price of a blank row: a short article says by it that it is one
	sinkWorth  = 15  // what a lower title is worth: less than a hole that it makes
)

// varies reports whether the openings of the issue differ. A newspaper's do by
// their shelves; where each article begins a page, all begin alike.
func (c *composer) varies() bool {
	return c.Opening.Vary == byLength && c.Stories.Beside == 1 && !c.Stories.Fresh
}

// smallOpening sets an article's opening in its column, as the first thing in it,
// and reports whether it did: the article must be short, without pictures, in
// columns, and its title no longer than a few lines.
func (g *galley) smallOpening(blocks, rest []int, grating grating, share float64) bool {
	a := g.article
	if !g.varies() || g.parts || grating.count < 2 || share >= pieceShare || a.Title == "" || len(ofKind(a, rest, issue.Figure)) > 0 {
		return false
	}
	o := &opening{composer: g.narrowed(g.measure), piece: true}
	o.heading(a, blocks, share)
	if o.titled > pieceLines {
		return false
	}
	top := o.close(pieceUnder)
	for _, i := range blocks {
		g.starts[i] = len(g.slugs)
	}
	g.slugs = append(g.slugs, slug{rows: top.rows, lines: top.lines, fills: top.fills, keep: true})
	g.owed = afterHeading
	return true
}

// withSmall gives the way of setting a short article under a small opening, or none.
func (c *composer) withSmall(s *story, a *issue.Article, blocks, rest []int, grating grating, share float64, fresh func() *galley) []*story {
	gal := fresh()
	if !gal.smallOpening(blocks, rest, grating, share) {
		return nil
	}
	gal.blocks(rest)
	gal.close()
	v := *s
	top := &opening{composer: c}
	top.column(a)
	top.still = len(top.fills)
	v.opening = top.close(0)
	v.flow, v.others, v.stiff, v.worth, v.reopen = gal.flowed(grating), nil, true, smallWorth, nil
	return []*story{&v}
}

// withSunk lists the ways of setting a long story, and its others that begin with
// the same opening, with the title lower.
func (c *composer) withSunk(s *story, share float64) []*story {
	if !c.varies() || share < sinkPages || s.opening.rows == 0 {
		return nil
	}
	low := s.opening.sunk(c.Opening.Sink, c.leading)
	var list []*story
	for _, way := range append([]*story{s}, s.others...) {
		if way.opening != s.opening || len(way.parts) > 0 {
			continue
		}
		v := *way
		v.opening, v.others, v.fresh, v.stiff, v.worth = low, nil, true, true, sinkWorth
		list = append(list, &v)
	}
	return list
}

// sunk is an opening all of which stands lower but its rule and the column's name.
func (b *band) sunk(rows int, leading Length) *band {
	by := Length(rows) * leading
	low := b.lowered(by)
	copy(low.lines[:b.sink], b.lines[:b.sink])
	copy(low.fills[:b.still], b.fills[:b.still])
	low.rows += rows
	return low
}

// openers are the articles that begin a column of the issue which holds several,
// by their ids.
func openers(iss *issue.Issue) map[string]bool {
	found := map[string]bool{}
	for i := range iss.Articles {
		a := &iss.Articles[i]
		if a.Section == "" || i > 0 && iss.Articles[i-1].Section == a.Section {
			continue
		}
		if i+1 < len(iss.Articles) && iss.Articles[i+1].Section == a.Section {
			found[a.ID] = true
		}
	}
	return found
}

package layout

import "kanyin/issues/issue"

// A strip is a picture across the columns in the middle of a story: at the head
// of the page that its place in the text is on, or of the next, its caption under it.
type strip struct {
	at   int // the slug that it stood before
	band *band
}

const (
	stripRows  = 550 // thousandths of a page that a strip may take: the text goes on under it
	stripMost  = 3   // strips that are tried in a story: each is a way more of setting it
	stripPrice = 30  // what a strip is worth: as much as a sentence pulled out, for the same reason
	nearShare  = 500 // thousandths of a page's text before a picture that may still stand over it, under the title
)

// across tells whether the picture of a block, which stands alone over its own
// caption, is fit to go over all columns, and gives how many blocks they are with
// the credit.
func (c *composer) across(a *issue.Article, rest []int, g grating) (n int) {
	kind := func(k int) issue.Kind {
		if k < len(rest) {
			return a.Blocks[rest[k]].Kind
		}
		return ""
	}
	if g.count < 2 || kind(0) != issue.Figure || kind(1) != issue.Caption {
		return 0
	}
	p, ok := c.issue.Picture(a.Blocks[rest[0]].Picture)
	along, over := c.shape(p.Width, p.Height)
	if !ok || over <= 0 || along*1000 < over*leadShape || Length(along)*72*Point < leadDPI*c.wide {
		return 0
	}
	for n = 2; kind(n) == issue.Credit; n++ {
	}
	return n
}

// withStrips lists the ways of setting a story with pictures across the columns:
// with each of them alone, and with all. Making up the pages chooses.
func (c *composer) withStrips(s *story, a *issue.Article, rest []int, g grating, fresh func() *galley) []*story {
	if c.Stories.Beside > 1 {
		return nil // a newspaper's page is shared
	}
	var wide []int // places in rest
	for k := 0; k < len(rest); k++ {
		if a.Blocks[rest[k]].Kind != issue.Figure || k > 0 && a.Blocks[rest[k-1]].Kind == issue.Figure {
			continue
		}
		if c.across(a, rest[k:], g) > 0 && len(wide) < stripMost {
			wide = append(wide, k)
		}
	}
	ways := [][]int{}
	for _, k := range wide {
		ways = append(ways, []int{k})
	}
	if len(wide) > 1 {
		ways = append(ways, wide)
	}
	var list []*story
	for _, way := range ways {
		v := *s
		gal, done := fresh(), 0
		for _, k := range way {
			n := c.across(a, rest[k:], g)
			o := &opening{composer: c}
			o.picture(a, rest[k:k+n])
			band := o.close(textDrop)
			if band.rows*1000 > c.rows*stripRows {
				continue
			}
			for _, p := range band.lines {
				p.reading = false // a page begins with its text, whatever stands over that
			}
			gal.blocks(rest[done:k])
			v.strips = append(v.strips, strip{len(gal.slugs), band})
			v.wide += c.worthOf(a, rest[k])
			done = k + n
		}
		if len(v.strips) == 0 {
			continue
		}
		gal.blocks(rest[done:])
		gal.close()
		v.flow = gal.flowed(g)
		list = append(list, &v)
	}
	return list
}

// panorama is how many thousandths of its height a picture is wide that is a mere
// band in one column.
const panorama = 2000

// worthOf is what it is worth that a picture goes across the columns, in stripPrices.
func (c *composer) worthOf(a *issue.Article, block int) int {
	p, _ := c.issue.Picture(a.Blocks[block].Picture)
	if along, over := c.shape(p.Width, p.Height); along*1000 >= over*panorama {
		return 2
	}
	return 1
}

// withLead lists the ways of setting a story under an opening with a picture, the
// rest of its blocks given: as it is, and with other pictures across the columns.
func (c *composer) withLead(s *story, led *band, a *issue.Article, lead int, rest []int, g grating, fresh func() *galley) []*story {
	v := *s
	gal := fresh()
	gal.blocks(rest)
	gal.close()
	v.opening, v.flow, v.wide, v.others = led, gal.flowed(g), c.worthOf(a, lead), nil
	return append([]*story{&v}, c.withStrips(&v, a, rest, g, fresh)...)
}

// next gives what a page's share is to stand under: a strip whose place is in
// what the page holds, or was before, or the half of a picture over two pages. The
// first page has the opening instead.
func (s *story) next(page, placed, from, room int, how pouring) *band {
	if page == 1 && s.facing != nil {
		return s.facing
	}
	if page == 0 || placed == len(s.strips) {
		return nil
	}
	st := s.strips[placed]
	for k := st.at; k < from; k++ {
		if len(s.flow.slugs[k].images) > 0 {
			return nil // pictures keep their order
		}
	}
	if room -= st.band.rows; room < shortRows {
		return nil
	}
	cs := s.flow.share(from, room, how).columns
	if st.at > cs[len(cs)-1].to {
		return nil
	}
	return st.band
}

// height is the rows that a page's share takes with what stands over it.
func (r run) height() int {
	if r.over == nil {
		return r.rows
	}
	return r.rows + r.over.rows
}

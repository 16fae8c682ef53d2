package layout

import "kanyin/issues/issue"

// mostOpen is the most open way of setting the contents: a blank row after each
// title and two before each column. One step less has no blank after titles,
// two steps one before columns.
const mostOpen = 2

// countContents places the contents and the masthead under them, and says how
// many pages they take: as few as hold both. On those they are set as openly
// as they can be.
func (c *composer) countContents() int {
	c.masthead = c.setMasthead()
	for _, way := range c.waysOfContents() {
		s := c.contents(way.openness, way.featured)
		if s == nil {
			return 0
		}
		spot := c.pourContents(s)
		placed := c.underContents(s, spot)
		pages, best := len(spot.runs), len(c.contentsSpot.runs)
		if c.contentsStory == nil || pages < best && placed == c.mastheadPlaced || placed && !c.mastheadPlaced {
			c.contentsStory, c.contentsSpot, c.mastheadPlaced = s, spot, placed
			c.contentsSpot.page = 2
		}
	}
	return len(c.contentsSpot.runs)
}

// A wayOfContents is how openly the contents are set and what stands over them.
type wayOfContents struct {
	openness int
	featured []*issue.Article
}

// waysOfContents lists the ways from the best to what takes the least room.
func (c *composer) waysOfContents() []wayOfContents {
	var list []wayOfContents
	featured := c.featured()
	for openness := mostOpen; openness >= 0 && featured != nil; openness-- {
		list = append(list, wayOfContents{openness, featured})
	}
	for openness := mostOpen; openness >= 0; openness-- {
		list = append(list, wayOfContents{openness, nil})
	}
	return list
}

// pourContents pours the contents into pages. A page ends where a column of
// the issue does rather than inside one, if that takes no further page and the
// masthead keeps its room under the last.
func (c *composer) pourContents(s *story) spot {
	whole := makeup{rows: c.rows, multiple: 1}.spot(s, 0, 0)
	parted := spot{}
	room := max(c.rows-s.opening.rows, 0)
	for from := 0; from < len(s.flow.slugs); room = c.rows {
		r := s.flow.share(from, room, bursting)
		to := r.columns[len(r.columns)-1].to
		if cut := s.flow.sectionAt(to); to < len(s.flow.slugs) && cut > from {
			r, to = s.flow.until(cut).share(from, room, bursting), cut
		}
		parted.runs = append(parted.runs, r)
		from = to
	}
	if len(parted.runs) > len(whole.runs) || c.underContents(s, whole) && !c.underContents(s, parted) {
		return whole
	}
	return parted
}

// underContents reports whether the masthead has room under the contents.
func (c *composer) underContents(s *story, at spot) bool {
	return c.masthead != nil && c.lastRow(s, at)+gapRows+c.masthead.rows <= c.rows
}

// sectionAt is the break before the column of the issue that a break stands in.
func (f *flow) sectionAt(at int) int {
	for at > 0 && (at == len(f.slugs) || !f.slugs[at].section) {
		at--
	}
	return at
}

// until is a flow that ends at a break.
func (f *flow) until(end int) *flow {
	part := newFlow(f.slugs[:end], f.grating)
	part.even = f.even
	return part
}

// lastRow is the row under the contents on their last page.
func (c *composer) lastRow(s *story, at spot) int {
	rows := at.runs[len(at.runs)-1].rows
	if len(at.runs) == 1 {
		rows += s.opening.rows
	}
	return rows
}

// drawContents draws the contents and the masthead at the foot of their last page.
func (c *composer) drawContents() {
	if c.contentsStory == nil {
		return
	}
	at := c.contentsSpot
	c.placeFeatures(c.contentsStory.opening, c.contentsStory.features)
	c.drawStory(c.contentsStory, at)
	if c.mastheadPlaced {
		c.sect = c.element(Element{Tag: "Sect"})
		c.drawBand(c.masthead, at.page+len(at.runs)-1, c.rows-c.masthead.rows, 0)
		c.sect = 0
	}
}

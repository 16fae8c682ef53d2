package layout

import (
	"fmt"
	"strings"

	"kanyin/issues/issue"
	"kanyin/layout/paragraph"
)

// An entry is a row of the contents whose folio is not known before all
// stories have their places.
type entry struct {
	link    *node
	article string // "" for a row that announces none
	rows    int    // of the grid that the row takes
	from    Length // where the leader begins
	measure Length
}

// leaderStep is from one dot of a leader to the next, in thousandths of an em of the body.
const leaderStep = 500

// contentsSize is the size of titles in the contents, in thousandths of the
// body's: a little larger, since they are not read as text.
const contentsSize = 1050

// mostOpen is the most open way of setting the contents: a blank row after each
// title and two before each column. One step less has no blank after titles,
// two steps one before columns.
const mostOpen = 2

// contents is the story of the contents: columns and sub-columns, titles, authors.
func (c *composer) contents(openness int) *story {
	rows := c.issue.Toc
	if len(rows) == 0 {
		rows = contentsOf(c.issue)
	}
	if len(rows) == 0 {
		return nil
	}
	cols := c.grating(c.Columns)
	g := &galley{composer: c, article: &issue.Article{}, measure: cols.measure, starts: map[int]int{}}
	toc := &node{tag: "TOC"}
	under := toc
	for i, e := range rows {
		first := i == 0 || rows[i-1].Section != e.Section
		if first && e.Section != "" {
			under = &node{tag: "TOC", up: toc}
			g.section(e.Section, under, 1+min(openness, 1))
		}
		if e.Subsection != "" && (first || rows[i-1].Subsection != e.Subsection) {
			g.subsection(e.Subsection, under)
		}
		g.entry(e, &node{tag: "TOCI", up: under})
		g.blank(openness / mostOpen)
	}
	flow := g.flowed(cols)
	flow.even = true
	return &story{name: "contents", title: c.words.contents, opening: c.openContents(), flow: flow, section: c.words.contents, fresh: true}
}

// contentsOf makes contents where an issue has none: its articles with a title.
func contentsOf(iss *issue.Issue) []issue.Entry {
	var list []issue.Entry
	for _, a := range iss.Articles {
		if a.Title != "" {
			list = append(list, issue.Entry{Section: a.Section, Subsection: a.Subsection, Title: a.Title, Authors: a.Authors, Articles: []string{a.ID}})
		}
	}
	return list
}

// openContents is the heading of the contents: the word large, the number at the right.
func (c *composer) openContents() *band {
	o := &opening{composer: c}
	o.fills = append(o.fills,
		Fill{Width: o.wide, Height: ruleWeight, Ink: Ink{Tint: 60}},
		Fill{Width: o.size * accentCells, Height: accentHigh, Ink: Ink{Accent: true}})
	o.y = o.em(1400)
	size := pt(o.Sizes.Titles[0])
	title := o.setPlain(o.words.contents, look{face: o.Faces.Title, size: size, align: paragraph.Left}, o.wide)
	title.tag = "H1"
	o.add(title, 0, 1200)
	used := o.addOrnament(title)
	name := o.setPlain(o.doc.Title, look{face: o.Faces.Lead, size: o.em(1000), align: paragraph.Right, ink: Ink{Tint: 75}}, o.wide)
	if len(name.lines) == 1 && used+name.width() < o.wide {
		o.lines = append(o.lines, placed{name, 0, 0, o.lines[0].y})
	}
	return o.close(textDrop)
}

// addOrnament sets the heading's other form behind it, on its baseline, and
// gives the width of both.
func (o *opening) addOrnament(title *setting) Length {
	for i := range o.issue.Front {
		if b := &o.issue.Front[i]; o.ornament(b) {
			s := o.setPlain(b.Text, look{face: o.Faces.Lead, size: o.em(1000), align: paragraph.Left, ink: Ink{Tint: 45}}, o.wide/2)
			o.lines = append(o.lines, placed{s, 0, title.width() + o.em(1000), o.lines[0].y})
			return title.width() + o.em(1000) + s.width()
		}
	}
	return title.width()
}

// section sets the name of a column over its rows.
func (g *galley) section(name string, under *node, before int) {
	s := g.setPlain(name, look{face: g.Faces.Heading, size: g.em(1150), align: paragraph.Left, ink: Ink{Accent: true}}, g.measure)
	s.node = &node{tag: "Caption", up: under}
	at := len(g.slugs)
	g.headed(s, before, g.em(100), "")
	for g.slugs[at].space {
		at++
	}
	g.slugs[at].section = true
	g.slugs[at].fills = append(g.slugs[at].fills, Fill{Y: -g.em(650), Width: g.measure, Height: ruleWeight, Ink: Ink{Tint: 40}})
	g.owed = 1
}

// subsection sets the name of a sub-column.
func (g *galley) subsection(name string, under *node) {
	s := g.setPlain(name, look{face: g.Faces.Lead, size: g.em(900), inset: g.em(800), align: paragraph.Left, ink: Ink{Tint: 75}}, g.measure)
	s.node = &node{tag: "TOCI", up: under}
	at := len(g.slugs)
	g.headed(s, 0, 0, "")
	g.slugs[at].fills = append(g.slugs[at].fills, Fill{Y: g.em(400), Width: g.em(400), Height: g.em(400), Ink: Ink{Accent: true}})
	g.owed = 1
}

// entry sets a title with its authors behind it, or under it where they have no room.
func (g *galley) entry(e issue.Entry, item *node) {
	link := &node{tag: "Link", up: item}
	article := ""
	if len(e.Articles) > 0 {
		article = e.Articles[0]
	} else {
		link = item
	}
	room := g.measure - g.em(2500)
	title := g.setPlain(e.Title, look{face: g.Faces.Body, size: g.em(contentsSize), align: paragraph.Left, poised: true}, room)
	if len(title.lines) == 0 {
		return // nothing that could be read
	}
	title.node = link
	last := &title.lines[len(title.lines)-1]
	mark := &entry{link: link, article: article, rows: len(title.lines), from: last.Width, measure: g.measure}
	slugs := g.rows(title)
	if names := strings.Join(e.Authors, " "); names != "" {
		by := g.setPlain(names, look{face: g.Faces.Quote, size: g.em(900), align: paragraph.Left, ink: Ink{Tint: 75}}, room-g.size)
		by.node = link
		x := last.Width + g.em(900)
		if len(by.lines) > 1 || x+by.width() > room {
			x = g.size
			slugs = append(slugs, g.rows(by)...)
			mark.rows += len(by.lines)
			for k := len(title.lines); k < len(slugs); k++ {
				slugs[k].lines[0].x = x
			}
		} else {
			slugs[len(slugs)-1].lines = append(slugs[len(slugs)-1].lines, placed{by, 0, x, ascent(g.size)})
		}
		mark.from = x + by.lines[len(by.lines)-1].Width
	}
	slugs[len(slugs)-1].entry = mark
	for k := range slugs {
		slugs[k].keep = k < len(slugs)-1 && len(slugs) <= g.panelRows()
		g.push(slugs[k])
	}
}

// rows are the lines of a setting as slugs.
func (g *galley) rows(s *setting) []slug {
	list := make([]slug, len(s.lines))
	for n := range s.lines {
		list[n] = slug{rows: 1, lines: []placed{{s, n, 0, ascent(g.size)}}}
	}
	return list
}

// drawEntry draws leader and folio of a row, the slug of whose last line has
// its corner at x and y.
func (c *composer) drawEntry(e *entry, page int, x, y Length) {
	folio, ok := c.folios[e.article]
	if !ok {
		return
	}
	pg := c.page(page)
	s := c.setPlain(c.label(folio), look{face: c.Faces.Heading, size: c.em(950), align: paragraph.Right, ink: Ink{Accent: true}}, e.measure)
	s.node = e.link
	c.draw(page, placed{s, 0, 0, ascent(c.size)}, x, y)
	step := c.em(leaderStep)
	dot := c.em(70)
	first := (e.from + c.size + step - 1) / step * step
	for at := first; at < e.measure-c.em(2000); at += step {
		pg.Fills = append(pg.Fills, Fill{X: x + at, Y: y + ascent(c.size) - dot, Width: dot, Height: dot, Ink: Ink{Tint: 55}})
	}
	pg.Links = append(pg.Links, Link{
		X: x, Y: y - Length(e.rows-1)*c.leading, Width: e.measure, Height: Length(e.rows-1)*c.leading + c.size,
		Element: c.elementOf(e.link), Anchor: e.article,
	})
}

// label is what a page is called.
func (c *composer) label(page int) string { return fmt.Sprint(page) }

// countContents places the contents and the masthead under them, and says how
// many pages they take: as few as hold both. On those they are set as openly
// as they can be.
func (c *composer) countContents() int {
	c.masthead = c.setMasthead()
	for openness := mostOpen; openness >= 0; openness-- {
		s := c.contents(openness)
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
	c.drawStory(c.contentsStory, at)
	if c.mastheadPlaced {
		c.sect = c.element(Element{Tag: "Sect"})
		c.drawBand(c.masthead, at.page+len(at.runs)-1, c.rows-c.masthead.rows, 0)
		c.sect = 0
	}
}

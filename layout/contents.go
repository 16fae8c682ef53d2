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

// The lengths of the contents' heading, in thousandths of the body's size.
const (
	contentsDrop    = 1400 // from the rule to the word, which is as large as a title
	contentsLeading = 1200 // of the word, in thousandths of its own size
	besideSize      = 1000 // of what stands beside the word, on its baseline
	besideGap       = 1000
)

// The lengths of the contents' rows, in thousandths of the body's size.
const (
	sectionSize  = 1150 // of a column's name
	sectionLift  = 100  // of it over its row: a rule stands over it
	sectionRule  = 650  // from its row up to that rule
	subSize      = 900  // of a sub-column's name
	subInset     = 800  // for the square before it
	subSquare    = 400  // the square's side, and how far under the row's top it stands
	contentsSize = 1050 // of titles: a little larger than text, since they are not read as text
	byContents   = 900  // of authors, and the gap before them
	folioSize    = 950
	folioRoom    = 2500 // kept free for the folio: three figures and a gap
	leaderEnd    = 2000 // where leaders end, from the right: all at one place
	leaderStep   = 500  // from one dot to the next
	leaderDot    = 70   // a dot's side: a full stop's ink is larger, and too black in a row
)

// contents is the story of the contents: columns and sub-columns, titles, authors.
func (c *composer) contents(openness int, featured []*issue.Article) *story {
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
	if len(g.slugs) == 0 {
		return nil // no row has anything that could be read
	}
	flow := g.flowed(cols)
	flow.even = true
	top, features := c.openContents(featured)
	return &story{name: "contents", title: c.words.contents, opening: top, features: features, flow: flow, section: c.words.contents, fresh: true}
}

// contentsOf makes contents where an issue has none: its articles with a title.
func contentsOf(iss *issue.Issue) []issue.Entry {
	var list []issue.Entry
	for _, a := range iss.Articles {
		if a.Title != "" {
			list = append(list, issue.Entry{Section: a.Section, Subsection: a.Subsection, Title: unmarked(&a), Authors: a.Authors, Articles: []string{a.ID}})
		}
	}
	return list
}

// openContents is the heading of the contents: the word large, the number at the
// right, and under them what is announced first.
func (c *composer) openContents(featured []*issue.Article) (*band, []feature) {
	o := &opening{composer: c}
	o.topRule()
	o.still = len(o.fills)
	o.y = o.em(contentsDrop)
	size := pt(o.Sizes.Titles[0])
	title := o.setPlain(o.words.contents, look{face: o.Faces.Title, size: size, align: paragraph.Left}, o.wide)
	title.tag = "H1"
	o.add(title, 0, contentsLeading)
	used := o.addOrnament(title)
	name := o.setPlain(o.doc.Title, look{face: o.Faces.Lead, size: o.em(besideSize), align: paragraph.Right, ink: Ink{Tint: tintLabel}}, o.wide)
	if len(name.lines) == 1 && used+name.width() < o.wide {
		o.lines = append(o.lines, placed{name, 0, 0, o.lines[0].y})
	}
	features := o.features(featured)
	return o.close(textDrop), features
}

// addOrnament sets the heading's other form behind it, on its baseline, and
// gives the width of both.
func (o *opening) addOrnament(title *setting) Length {
	for i := range o.issue.Front {
		if b := &o.issue.Front[i]; o.ornament(b) {
			s := o.setPlain(b.Text, look{face: o.Faces.Lead, size: o.em(besideSize), align: paragraph.Left, ink: Ink{Tint: tintFine}}, o.wide/2)
			o.lines = append(o.lines, placed{s, 0, title.width() + o.em(besideGap), o.lines[0].y})
			return title.width() + o.em(besideGap) + s.width()
		}
	}
	return title.width()
}

// section sets the name of a column over its rows.
func (g *galley) section(name string, under *node, before int) {
	s := g.setPlain(name, look{face: g.Faces.Heading, size: g.em(sectionSize), align: paragraph.Left, ink: Ink{Accent: true}}, g.measure)
	s.node = &node{tag: "Caption", up: under}
	at := len(g.slugs)
	g.headed(s, before, g.em(sectionLift), "")
	for g.slugs[at].space {
		at++
	}
	g.slugs[at].section = true
	g.slugs[at].fills = append(g.slugs[at].fills, Fill{Y: -g.em(sectionRule), Width: g.measure, Height: ruleWeight, Ink: Ink{Tint: tintFine}})
	g.owed = 1
}

// subsection sets the name of a sub-column.
func (g *galley) subsection(name string, under *node) {
	s := g.setPlain(name, look{face: g.Faces.Lead, size: g.em(subSize), inset: g.em(subInset), align: paragraph.Left, ink: Ink{Tint: tintLabel}}, g.measure)
	s.node = &node{tag: "TOCI", up: under}
	at := len(g.slugs)
	g.headed(s, 0, 0, "")
	g.slugs[at].fills = append(g.slugs[at].fills, Fill{Y: g.em(subSquare), Width: g.em(subSquare), Height: g.em(subSquare), Ink: Ink{Accent: true}})
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
	room := g.measure - g.em(folioRoom)
	title := g.setPlain(e.Title, look{face: g.Faces.Body, size: g.em(contentsSize), align: paragraph.Left, poised: true}, room)
	if len(title.lines) == 0 {
		return // nothing that could be read
	}
	title.node = link
	last := &title.lines[len(title.lines)-1]
	mark := &entry{link: link, article: article, rows: len(title.lines), from: last.Width, measure: g.measure}
	slugs := g.rows(title)
	if names := strings.Join(e.Authors, " "); names != "" {
		by := g.setPlain(names, look{face: g.Faces.Quote, size: g.em(byContents), align: paragraph.Left, ink: Ink{Tint: tintLabel}}, room-g.size)
		by.node = link
		x := last.Width + g.em(byContents)
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
	s := c.setPlain(c.label(folio), look{face: c.Faces.Heading, size: c.em(folioSize), align: paragraph.Right, ink: Ink{Accent: true}}, e.measure)
	s.node = e.link
	c.draw(page, placed{s, 0, 0, ascent(c.size)}, x, y)
	step := c.em(leaderStep)
	dot := c.em(leaderDot)
	first := (e.from + c.size + step - 1) / step * step
	for at := first; at < e.measure-c.em(leaderEnd); at += step {
		pg.Fills = append(pg.Fills, Fill{X: x + at, Y: y + ascent(c.size) - dot, Width: dot, Height: dot, Ink: Ink{Tint: tintDots}})
	}
	pg.Links = append(pg.Links, Link{
		X: x, Y: y - Length(e.rows-1)*c.leading, Width: e.measure, Height: Length(e.rows-1)*c.leading + c.size,
		Element: c.elementOf(e.link), Anchor: e.article,
	})
}

// label is what a page is called.
func (c *composer) label(page int) string { return fmt.Sprint(page) }

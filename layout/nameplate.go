package layout

import (
	"strings"

	"kanyin/layout/paragraph"
)

// The lengths of a nameplate, in thousandths of the body's size.
const (
	plateTitle   = 7000 // the size of the periodical's title at most
	plateDrop    = 900  // from the title to the rule under it
	plateLine    = 1700 // of number, date and imprint, between two rules
	plateSize    = 1000
	plateTeaser  = 2600 // of the teasers' line under that
	plateFoot    = 600
	plateFolio   = 1400 // a teaser's page number
	plateGap     = 500  // from there to its title
	plateColumns = 400  // the part of the type area, in thousandths, that the title leaves to the imprint
)

// coverName is the anchor of the first page.
const coverName = "cover"

// plateCount is how many teasers stand beside each other.
const plateCount = 4

// nameplate is the story that a newspaper begins with: its title, number and
// imprint across the first page, and what to read inside.
func (c *composer) nameplate() *story {
	o := &opening{composer: c}
	m := c.issue.Meta
	title := c.fittedTo(or(m.Title, c.doc.Title), c.wide*(1000-plateColumns)/1000, c.em(plateTitle))
	if len(title.lines) > 0 {
		o.add(title, 0, 1100)
		title.tag = "H1"
	}
	high := o.y
	imprint := append([]string{m.Publisher}, c.words.serial(m)...)
	y := high
	for i := len(imprint) - 1; i >= 0; i-- {
		if imprint[i] == "" {
			continue
		}
		s := c.setPlain(imprint[i], look{face: c.Faces.Lead, size: c.small, align: paragraph.Right, ink: Ink{Tint: tintSecond}}, c.wide*plateColumns/1000)
		for n := len(s.lines) - 1; n >= 0; n-- {
			y -= c.smallLeading
			o.lines = append(o.lines, placed{s, n, c.wide - c.wide*plateColumns/1000, y + ascent(c.small)})
		}
	}
	o.y = high + c.em(plateDrop)
	o.fills = append(o.fills, Fill{Y: o.y, Width: c.wide, Height: accentHigh / 2, Ink: Ink{Accent: true}})
	o.y += accentHigh/2 + c.em(plateFoot)
	line := strings.TrimSpace(strings.Join([]string{m.Numbering(), c.words.totalOf(m), m.Date}, "　"))
	s := c.setPlain(line, look{face: c.Faces.Heading, size: c.em(plateSize), align: paragraph.Left}, c.wide)
	o.add(s, 0, plateLine)
	o.fills = append(o.fills, Fill{Y: o.y + c.em(plateFoot)/2, Width: c.wide, Height: ruleWeight, Ink: Ink{Tint: tintFaint}})
	o.y += c.em(plateFoot)
	c.plateTeasers = o.y
	o.y += c.em(plateTeaser)
	return &story{name: coverName, title: or(m.Title, c.words.cover), opening: o.close(0), flow: newFlow(nil, c.grating(c.Columns)), section: " ", fresh: true}
}

// fillNameplate adds the teasers to the nameplate once the pages are known:
// stories of other pages, as many as a line holds.
func (c *composer) fillNameplate(s *story) {
	step := c.wide / plateCount
	k := look{face: c.Faces.Lead, size: c.em(plateSize), align: paragraph.Left}
	x, n := Length(0), 0
	for i := range c.issue.Articles {
		a := &c.issue.Articles[i]
		page, text := c.folios[a.ID], unmarked(a)
		if page < 2 || text == "" || n == plateCount {
			continue
		}
		to := target{anchor: a.ID}
		folio := c.setLink(c.label(page), to, look{face: c.Faces.Heading, size: c.em(plateFolio), align: paragraph.Left, ink: Ink{Accent: true}}, step)
		title := c.setLink(text, to, k, endless)
		room := folio.width() + c.em(plateGap)
		if room+title.width() > step-c.size {
			continue
		}
		y := c.plateTeasers + (c.em(plateTeaser)-c.em(plateFolio))/2 + ascent(c.em(plateFolio))
		s.opening.lines = append(s.opening.lines, placed{folio, 0, x, y}, placed{title, 0, x + room, y})
		x, n = x+step, n+1
	}
}

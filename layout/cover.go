package layout

import (
	"strings"

	"kanyin/layout/paragraph"
)

// The cover's proportions, in thousandths of the page's height.
const (
	coverTop    = 55  // where the periodical's title begins: as far from the trim as the type area is at the sides
	coverGround = 335 // where the coloured ground begins; it goes on to the foot
	coverStory  = 395 // where the cover story begins
	coverFoot   = 800 // where the teasers end: what is below belongs to the imprint
)

// The cover's lengths, in thousandths of the body's size.
const (
	numberSize     = 1300 // of year and number: the second thing that is read
	numberRise     = 2600 // of its line over the ground
	publisherSize  = 900  // small: an imprint
	publisherRise  = 2400 // its baseline is the number's
	imprintSize    = 900
	imprintLeading = 1500
	imprintRise    = 7000 // of its first line over the foot: three lines stand free of the knife
)

// publisherShare is the part of the type area that the publisher's name may
// have beside the number, in thousandths.
const publisherShare = 400

// drawCover makes the first page from the issue's own data: the title as wide as
// the type area, the number, the cover story on a coloured ground, teasers, the
// bar code. No picture is invented. In vertical text all but the bar code runs
// downwards, the title at the right.
func (c *composer) drawCover() {
	c.page(1).Label = c.words.cover
	c.sheets[0] = sheet{bare: true, area: c.rows * 1000, section: " "}
	c.sect = c.element(Element{Tag: "Sect"})
	c.anchor(1, coverName, 0, 0)
	c.outline(c.words.cover, 1, coverName)
	c.coverTitle()
	top := c.coverY(coverGround)
	c.drawFills([]Fill{{X: -c.bleed, Y: top, Width: c.width + 2*c.bleed, Height: c.height - top + c.bleed, Ink: Ink{Accent: true}}}, 1, 0, 0)
	lead := c.coverStory()
	y := c.coverLead(lead)
	c.teasers(lead, y)
	c.coverFoot()
	c.standUp(1)
	c.onFlat(c.coverBar)
	c.sect = 0
}

// coverY is a height on the cover, in thousandths of the page's.
func (f *frame) coverY(thousandths int) Length { return f.height * Length(thousandths) / 1000 }

// setAt puts the lines of a setting on a page from y on, which is the top of the
// first line's em box, and gives the y under the last.
func (c *composer) setAt(page int, s *setting, x, y, leading Length) Length {
	for n := range s.lines {
		c.draw(page, placed{s, n, 0, ascent(s.size)}, x, y)
		y += leading
	}
	return y
}

// coverTitle sets the periodical's title across the type area, and under it the
// number at the left and the publisher at the right.
func (c *composer) coverTitle() {
	m := c.issue.Meta
	x, ground := c.inner, c.coverY(coverGround)
	if title := or(m.Title, c.doc.Title); title != "" {
		s := c.fitted(title)
		c.setAt(1, s, x, c.coverY(coverTop), displayed(s.size))
	}
	number := strings.TrimSpace(m.Numbering() + "　" + c.words.totalOf(m))
	c.setAt(1, c.setPlain(number, look{face: c.Faces.Heading, size: c.em(numberSize), align: paragraph.Left}, c.wide), x, ground-c.em(numberRise), c.leading)
	room := c.wide * publisherShare / 1000
	by := c.setPlain(m.Publisher, look{face: c.Faces.Lead, size: c.em(publisherSize), align: paragraph.Right}, room)
	c.setAt(1, by, x+c.wide-room, ground-c.em(publisherRise), c.leading)
}

// displayed is the leading of type as large as a title's: three tenths more
// than its size, for two lines of a title to be one thing.
func displayed(size Length) Length { return size * 13 / 10 }

// Where the periodical's title is set to the width of the type area.
const (
	probe      Length = 100000  // a size for measuring
	endless    Length = 1 << 26 // a measure on which no title breaks
	leastTitle        = 700     // in thousandths of the width: a title so long is spread over it
	titleMost         = 600     // its largest size, in thousandths of what stands over the ground
)

// fitted sets the periodical's title on one line as wide as the type area, as
// far as the height over the ground has room; one too long for that takes two
// lines of the size of an article's title.
func (c *composer) fitted(title string) *setting {
	return c.fittedTo(title, c.wide, c.coverY(coverGround)*titleMost/1000)
}

// fittedTo sets the periodical's title as wide as some room, no larger than a size.
func (c *composer) fittedTo(title string, room, most Length) *setting {
	k := look{face: c.Faces.Title, size: probe, align: paragraph.Left, ink: Ink{Accent: true}}
	width := c.setPlain(title, k, endless).width()
	k.size = most
	if at := probe * room / max(width, 1); at < k.size {
		k.size = at
	}
	measure := endless
	if least := pt(c.Sizes.Titles[len(c.Sizes.Titles)-1]); k.size < least {
		k.size, measure = least, room
	}
	s := c.setPlain(title, k, measure)
	s.tag = "H1"
	if len(s.lines) > 1 {
		s.lines = s.lines[:2]
	} else if s.width() >= room*leastTitle/1000 {
		s.spread(room)
	}
	return s
}

// spread widens the gaps of a single line until it is so wide.
func (s *setting) spread(wide Length) {
	line := &s.lines[0]
	gaps := -1
	for _, r := range line.Runs {
		gaps += len(r.Runes)
	}
	if gaps < 1 || line.Width >= wide {
		return
	}
	each, shift := (wide-line.Width)/Length(gaps), Length(0)
	for r := range line.Runs {
		line.Runs[r].X += shift
		for k := range line.Runs[r].Advances {
			if gaps--; gaps >= 0 {
				line.Runs[r].Advances[k] += each
				shift += each
			}
		}
	}
	line.Width = wide
}

// coverFoot sets the imprint at the foot of the ground.
func (c *composer) coverFoot() {
	m := c.issue.Meta
	y := c.height - c.em(imprintRise)
	k := look{face: c.Faces.Lead, size: c.em(imprintSize), align: paragraph.Left, ink: Ink{Paper: true}}
	for _, line := range c.words.serial(m) {
		y = c.setAt(1, c.setPlain(line, k, c.wide/2), c.inner, y, c.em(imprintLeading))
	}
}

// coverBar puts the bar code of the issue on the cover, where it has one.
func (c *composer) coverBar() {
	if digits := c.barDigits(); digits != "" {
		c.drawBarcode(digits, c.issue.Meta.Number)
	}
}

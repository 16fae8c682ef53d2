package layout

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/layout/paragraph"
)

// finish adds what every page has: running head and folio, its share of used area.
func (c *composer) finish() {
	for i := range c.doc.Pages {
		p := &c.doc.Pages[i]
		used := float64(c.sheets[i].area) / float64(c.rows*1000)
		p.Fill = min(used, 1)
		if i > 0 && (i < len(c.doc.Pages)-1 || c.Front == nameplate) {
			c.runningHead(i + 1)
			c.onFlat(func() { c.folio(i + 1) })
		}
	}
	issue.SortFindings(c.doc.Findings)
}

// headRule is how far under a running head's baseline its rule stands, in
// thousandths of the body's size.
const headRule = 450

// headShare is the part of the type area, in thousandths, that one side of a
// running head may take: the other side's is mostly short.
const headShare = 600

// runningHead sets the periodical and its number at the outer edge, the column
// at the inner one, over a hairline. A page that begins with an opening has
// none: the opening says it.
func (c *composer) runningHead(page int) {
	s := c.sheets[page-1]
	if s.bare {
		return
	}
	if c.vertical {
		c.standingHead(page, s.section)
		return
	}
	y := mm(c.Paper.Head) - ascent(pt(c.Sizes.Head))
	k := look{face: c.Faces.Lead, size: pt(c.Sizes.Head), ink: Ink{Tint: tintLabel}}
	c.furniture(page, c.doc.Title, k, y, c.outer(page))
	c.furniture(page, strings.TrimSpace(s.section), k, y, c.inwards(page))
	c.drawFills([]Fill{{X: c.left(page), Y: mm(c.Paper.Head) + c.em(headRule), Width: c.wide, Height: ruleWeight, Ink: Ink{Tint: tintFine}}}, page, 0, 0)
}

// hiddenSize is the size of a folio that only the binder reads.
const hiddenSize Length = 5 * Point

// folio sets the page's number at the foot's outer edge, or hidden beside the spine.
func (c *composer) folio(page int) {
	label, size := c.doc.Pages[page-1].Label, pt(c.Sizes.Folio)
	if !c.HiddenFolio {
		y := c.height - mm(c.Paper.Foot) - ascent(size)
		c.furniture(page, label, look{face: c.Faces.Heading, size: size}, y, c.outer(page))
		return
	}
	s := c.set(copyText{[]paragraph.Span{{Text: label}}, nil}, look{face: c.Faces.Lead, size: hiddenSize, align: paragraph.Left, ink: Ink{Tint: tintFaint}}, c.wide)
	s.tag = ""
	x := mm(live)
	if recto(page) == c.doc.Vertical {
		x = c.width - x - s.width()
	}
	c.setAt(page, s, x, c.height-mm(c.Paper.Foot)-ascent(hiddenSize), hiddenSize)
}

// outer is the edge of a page away from the spine, and inwards the other one.
func (c *composer) outer(page int) paragraph.Align {
	if recto(page) != c.doc.Vertical {
		return paragraph.Right
	}
	return paragraph.Left
}

func (c *composer) inwards(page int) paragraph.Align { return c.outer(page + 1) }

// furniture sets one line that belongs to the page and not to the text: an
// artifact. Of a longer text it sets the beginning: no more is looked at than
// a line of half-em letters holds twice, since every page sets it again.
func (c *composer) furniture(page int, text string, k look, y Length, align paragraph.Align) {
	k.align = align
	if runes, most := []rune(text), int(4*c.wide/k.size); len(runes) > most {
		text = string(runes[:most])
	}
	room := c.wide * headShare / 1000
	s := c.set(copyText{[]paragraph.Span{{Text: text}}, nil}, k, room)
	s.tag = ""
	s.lines = s.lines[:min(len(s.lines), 1)]
	x := c.left(page)
	if align == paragraph.Right {
		x += c.wide - room
	}
	c.setAt(page, s, x, y, k.size)
}

// outline adds a bookmark.
func (c *composer) outline(title string, level int, anchor string) {
	c.doc.Outline = append(c.doc.Outline, OutlineItem{title, level, anchor})
}

// outlineArticle adds the bookmarks of an article: its column and sub-column
// where they begin, and itself. The headings in it go one level deeper.
func (c *composer) outlineArticle(a *issue.Article) {
	level := 1
	if a.Section != "" {
		if a.Section != c.inSection {
			c.outline(a.Section, 1, a.ID)
			c.inSubsection = ""
		}
		level = 2
		if a.Subsection != "" {
			if a.Subsection != c.inSubsection {
				c.outline(a.Subsection, 2, a.ID)
			}
			level = 3
		}
	}
	c.inSection, c.inSubsection = a.Section, a.Subsection
	title := a.Title
	if title == "" {
		title = a.ID
	}
	c.outline(title, level, a.ID)
	c.depth = level + 1
}

// accent is the design's colour.
func (f *frame) accent() [3]uint8 {
	if len(f.Accent) != 3 {
		return [3]uint8{}
	}
	return [3]uint8{uint8(f.Accent[0]), uint8(f.Accent[1]), uint8(f.Accent[2])}
}

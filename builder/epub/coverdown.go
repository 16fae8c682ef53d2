package epub

import (
	"image"

	"kanyin/fonts"
	"kanyin/issues/issue"
)

// The cover of a book whose text runs downwards, in pixels: the band stands at the
// right, and what was over or under something stands at its right or left.
const (
	downBand    = 730 // as wide as the title and the line beside it need
	downTitle   = 340 // from the right edge to the title's axis
	downNumber  = 650 // … to that of number and total, which are read after the title
	downTotal   = 90  // from the number's end to the total
	downStories = 120 // from the band to the first title's axis
	downStory   = 140 // from a title's axis to the next title's: they are told apart without a rule
	downLine    = 108 // between two lines of one title
	downColumn  = 120 // from the longest column's name, over the titles, to them
	downRule    = 210 // the imprint's rule, from the left edge
	downImprint = 130 // … and its axis
	downFree    = 60  // kept free at the imprint's rule
)

// downwards draws a cover whose lines run downwards, and gives the titles that
// it announces.
func (c *canvas) downwards(iss *issue.Issue, title, total string) []string {
	c.fill(image.Rect(0, 0, coverWidth-downBand, coverHeight), paper)
	measure := coverHeight - 2*coverMargin
	size := min(titleSize, measure*1000/max(1, c.height(fonts.SongBold, title)))
	c.down(fonts.SongBold, size, coverWidth-downTitle, coverMargin, title, onBand)
	y := c.down(fonts.Hei, numberSize, coverWidth-downNumber, coverMargin, iss.Meta.Numbering(), onBand)
	c.down(fonts.Hei, totalSize, coverWidth-downNumber, y+downTotal, total, onBand)
	told := c.storiesDown(announced(iss))
	c.fill(image.Rect(downRule, coverMargin, downRule+imprintRule, coverHeight-coverMargin), ink)
	c.down(fonts.Song, imprintSize, downImprint, coverMargin, imprint(iss.Meta), onPaper)
	return told
}

// storiesDown sets as many titles beside each other as the cover has room for,
// each with its column over it, and gives those that were set.
func (c *canvas) storiesDown(list []story) []string {
	list = list[:min(coverStories, len(list))]
	top := coverMargin
	for _, s := range list {
		top = max(top, coverMargin+c.height(fonts.Kai, s.column)*columnSize/1000+downColumn)
	}
	var told []string
	x := coverWidth - downBand - downStories
	for _, s := range list {
		lines := c.balance(fonts.HeiBold, storySize, coverHeight-coverMargin-top, 2, s.title)
		if x-downLine*(len(lines)-1)-storySize/2 < downRule+downFree {
			break
		}
		c.down(fonts.Kai, columnSize, x, coverMargin, s.column, onPaper)
		for i, line := range lines {
			c.down(fonts.HeiBold, storySize, x-downLine*i, top, line, onPaper)
		}
		x -= downLine*(len(lines)-1) + downStory
		told = append(told, s.title)
	}
	return told
}

// Of the em that a character stands in, in thousandths.
const (
	emTop      = 880 // from its upper edge to the baseline
	latinRaise = 380 // from the baseline of turned letters to their middle
)

// height is how far a text runs down, in thousandths of an em.
func (c *canvas) height(face, s string) int {
	high := 0
	for _, t := range tokensOf(s) {
		switch {
		case t.stands:
			high += 1000
		case t.latin:
			high += c.width(face, t.text)
		default:
			for _, r := range t.text {
				high += c.advance(face, r)
			}
		}
	}
	return high
}

// advance is the em of a character that stands; a space is as wide as it is.
func (c *canvas) advance(face string, r rune) int {
	if r == ' ' {
		return c.width(face, " ")
	}
	return 1000
}

// down sets a line about an axis from y down, and gives where it ends.
func (c *canvas) down(face string, size, axis, y int, s string, g ground) int {
	for _, t := range tokensOf(s) {
		switch {
		case t.stands:
			c.text(face, size, axis-c.width(face, t.text)*size/2000, y+emTop*size/1000, t.text, g)
			y += size
		case t.latin:
			y = c.turned(face, size, axis-latinRaise*size/1000, y, t.text, g)
		default:
			y = c.standing(face, size, axis, y, t.text, g)
		}
	}
	return y
}

// turned sets letters from y down, their baseline at x.
func (c *canvas) turned(face string, size, x, y int, s string, g ground) int {
	pen := float64(y)
	for _, r := range s {
		from, advance, ok := c.lib.Glyph(face, r)
		if !ok || c.err != nil {
			continue
		}
		c.outline(from, size, float64(x), pen, r, true, g)
		pen += float64(advance*size) / 1000
	}
	return int(pen)
}

// standing sets characters below each other, marks in the form that they have there.
func (c *canvas) standing(face string, size, axis, y int, s string, g ground) int {
	for _, r := range s {
		if from, advance, ok := c.lib.Glyph(face+fonts.UprightSuffix, r); ok && c.err == nil {
			c.glyph(from, size, float64(axis)-float64(advance*size)/2000, y+emTop*size/1000, r, g)
		}
		y += c.advance(face, r) * size / 1000
	}
	return y
}

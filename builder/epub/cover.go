package epub

import (
	"fmt"
	"image"
	"image/color"
	"strings"

	"kanyin/fonts"
	"kanyin/issues/issue"
)

// The cover, in pixels: 1600 × 2560, the shape that shops ask for.
const (
	coverWidth, coverHeight = 1600, 2560
	coverMargin             = 130
	coverBand               = 960  // the coloured ground of the title
	coverFoot               = 2330 // the rule over the imprint
	coverStories            = 4    // titles announced, at most: more make a list of contents
	titleSize               = 420  // at most; a long title is set smaller, down to the measure
	titleMiddle             = 350  // where the title's middle is, so that it hangs in one place at any size

	numberSize, numberAbove = 88, 180 // the number, over the band's foot: read before anything but the title
	totalSize, totalAbove   = 56, 80
	imprintSize, imprintSet = 50, 90 // the imprint under its rule
	imprintRule             = 4

	storySize, storyLeading = 80, 108 // a title announced is legible on a thumbnail a sixth as wide
	columnSize              = 52
	storiesBelow            = 150 // from the band to the first column's name
	storyGap                = 118 // from a title to the next column's name
	storiesAbove            = 60  // kept free over the imprint's rule
)

// The cover's four colours. Letters have one shade between themselves and
// their ground, which is enough at this size, since every screen shows the cover
// smaller; the band and the paper share it, so that two bits hold a pixel.
const (
	accent = iota // the band
	shade         // half accent, half paper: the edge of every letter
	paper         // also the letters on the band
	ink           // the letters on paper
)

// accents are the colours of the band, one a month, after the traditional
// colours of the seasons: on a reader's shelf the issues of a year stand side by
// side, too small for their numbers to be read, and colour tells them apart. The
// typeset edition lies open alone and keeps the one colour of its design. All of
// these carry white letters (contrast over 4.5).
var accents = [12]color.RGBA{
	{0x9B, 0x1E, 0x22, 255}, {0x2E, 0x6B, 0x4F, 255}, {0x8E, 0x35, 0x4A, 255}, {0x1F, 0x6E, 0x78, 255},
	{0x3D, 0x6B, 0x21, 255}, {0x14, 0x5C, 0x9E, 255}, {0x00, 0x55, 0x7F, 255}, {0x5B, 0x3A, 0x8C, 255},
	{0x8A, 0x4B, 0x08, 255}, {0xA3, 0x3B, 0x20, 255}, {0x3F, 0x4E, 0x6B, 255}, {0x20, 0x3A, 0x5C, 255},
}

// A story is an article that the cover announces.
type story struct{ column, title string }

// announced are the articles on the cover: the first of each column, and where
// there are few columns, the next ones too.
func announced(iss *issue.Issue) []story {
	var firsts, others []story
	seen := map[string]bool{}
	for i := range iss.Articles {
		a := &iss.Articles[i]
		switch {
		case a.Title == "":
		case seen[a.Section]:
			others = append(others, story{a.Section, unmarked(a)})
		default:
			seen[a.Section] = true
			firsts = append(firsts, story{a.Section, unmarked(a)})
		}
	}
	return append(firsts, others...)
}

// drawCover draws the cover from the issue's own data: its title on a coloured
// band, number and date, then some of the contents, all of it downwards where the
// book's text runs so. It gives the picture as PNG and, for those who do not see
// it, what it says.
func drawCover(lib *fonts.Library, iss *issue.Issue, w words, vertical bool) (picture []byte, says string, err error) {
	c := newCanvas(lib, w, accents[(max(iss.Meta.Number, 1)-1)%len(accents)])
	title, total := iss.Meta.Title, ""
	if title == "" {
		title = w.untitled
	}
	if iss.Meta.Total != 0 {
		total = fmt.Sprintf(w.total, iss.Meta.Total)
	}
	draw := c.across
	if vertical {
		draw = c.downwards
	}
	told := draw(iss, title, total)
	if c.err != nil {
		return nil, "", c.err
	}
	says = w.cover + " " + iss.Meta.Name()
	if len(told) > 0 {
		says += " " + w.inThisIssue + strings.Join(told, w.comma)
	}
	picture, err = encodePNG(c.img)
	return picture, says, err
}

// across draws a cover whose lines run across, the band at its head, and gives
// the titles that it announces.
func (c *canvas) across(iss *issue.Issue, title, total string) []string {
	c.fill(image.Rect(0, coverBand, coverWidth, coverHeight), paper)
	measure := coverWidth - 2*coverMargin
	size := min(titleSize, fit(c, fonts.SongBold, title, measure))
	c.text(fonts.SongBold, size, coverMargin, titleMiddle+size/2, title, onBand)
	c.text(fonts.Hei, numberSize, coverMargin, coverBand-numberAbove, iss.Meta.Numbering(), onBand)
	c.text(fonts.Hei, totalSize, coverMargin, coverBand-totalAbove, total, onBand)
	told := c.stories(announced(iss), measure)
	c.fill(image.Rect(coverMargin, coverFoot, coverWidth-coverMargin, coverFoot+imprintRule), ink)
	c.text(fonts.Song, imprintSize, coverMargin, coverFoot+imprintSet, imprint(iss.Meta), onPaper)
	return told
}

// stories sets as many as the cover has room for, each with its column over it,
// and gives the titles that were set.
func (c *canvas) stories(list []story, measure int) []string {
	var told []string
	y := coverBand + storiesBelow
	for _, s := range list[:min(coverStories, len(list))] {
		lines := c.balance(fonts.HeiBold, storySize, measure, 2, s.title)
		if y+storyLeading*len(lines) > coverFoot-storiesAbove {
			break
		}
		c.text(fonts.Kai, columnSize, coverMargin, y, s.column, onPaper)
		for _, line := range lines {
			y += storyLeading
			c.text(fonts.HeiBold, storySize, coverMargin, y, line, onPaper)
		}
		y += storyGap
		told = append(told, s.title)
	}
	return told
}

func imprint(m issue.Meta) string {
	var parts []string
	if m.Publisher != "" {
		parts = append(parts, m.Publisher)
	}
	if m.ISSN != "" {
		parts = append(parts, "ISSN "+m.ISSN)
	}
	return strings.Join(parts, "　")
}

// fit gives the size at which a text is as wide as the measure.
func fit(c *canvas, face, s string, measure int) int {
	w := c.width(face, s)
	if w == 0 {
		return measure
	}
	return measure * 1000 / w
}

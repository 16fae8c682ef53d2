package layout

import (
	"kanyin/issues/issue"
	"kanyin/layout/paragraph"
)

// teaserLimit is how many teasers a cover has: more are a second contents.
const teaserLimit = 6

// The teasers' lengths, in thousandths of the body's size.
const (
	teaserLeading = 2100
	teaserDrop    = 1500 // from the cover story to the first at least
	teaserRule    = 1100 // from the rule to the first
	teaserFolio   = 1100 // the size of the page's number
	teaserSize    = 1200 // of the title
	teaserIndent  = 3000 // of the title: three figures and a space
)

// A teaser is the title of an article and the page that it begins on, a line.
type teaser struct{ page, title *setting }

// teasers sets the titles of other columns, each with its page, under a rule:
// as many as stand between the cover story and the imprint.
func (c *composer) teasers(lead *issue.Article, under Length) {
	list := c.teased(lead)
	step, foot := c.em(teaserLeading), c.coverY(coverFoot)
	for len(list) > 0 && foot-step*Length(len(list)) < under+c.em(teaserDrop) {
		list = list[:len(list)-1]
	}
	if len(list) == 0 {
		return
	}
	x, y := c.inner, foot-step*Length(len(list))
	c.drawFills([]Fill{{X: x, Y: y - c.em(teaserRule), Width: c.wide, Height: ruleWeight, Ink: Ink{Paper: true}}}, 1, 0, 0)
	for _, t := range list {
		c.setAt(1, t.page, x, y, step)
		c.setAt(1, t.title, x+c.em(teaserIndent), y, step)
		y += step
	}
}

// teased are the first articles of columns other than the cover story's that
// have a title of one line.
func (c *composer) teased(lead *issue.Article) []teaser {
	var list []teaser
	seen := map[string]bool{}
	if lead != nil {
		seen[lead.Section] = true
	}
	for i := range c.issue.Articles {
		a := &c.issue.Articles[i]
		if seen[a.Section] || a == lead || len(list) == teaserLimit {
			continue
		}
		if t, ok := c.teaser(a); ok {
			seen[a.Section] = a.Section != ""
			list = append(list, t)
		}
	}
	return list
}

// teaser sets an article's teaser, if the article has a title of one line.
func (c *composer) teaser(a *issue.Article) (teaser, bool) {
	measure := c.wide - c.em(teaserIndent)
	if c.vertical {
		measure -= panelHeight // the bar code stands under the teasers there
	}
	text := unmarked(a)
	if text == "" || len([]rune(text)) > int(2*measure/c.em(teaserSize)) {
		return teaser{}, false
	}
	to := target{anchor: a.ID}
	k := look{face: c.Faces.Lead, size: c.em(teaserSize), align: paragraph.Left, ink: Ink{Paper: true}}
	title := c.setLink(text, to, k, measure)
	k.face, k.size = c.Faces.Heading, c.em(teaserFolio)
	return teaser{c.setLink(c.label(c.folios[a.ID]), to, k, c.wide), title}, len(title.lines) == 1
}

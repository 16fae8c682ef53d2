package layout

import (
	"strings"
	"unicode/utf8"

	"kanyin/issues/issue"
	"kanyin/layout/cjk"
	"kanyin/layout/paragraph"
)

// coverStory is the article that the cover announces: one whose title stands on
// the cover, else one of a column that names the cover, else the longest.
func (c *composer) coverStory() *issue.Article {
	var cover []string
	for _, b := range c.issue.Front {
		if b.Kind == issue.Cover {
			cover = append(cover, letters(b.Text))
		}
	}
	text := strings.Join(cover, "")
	var longest, named *issue.Article
	size := 0
	for i := range c.issue.Articles {
		a := &c.issue.Articles[i]
		if t := letters(a.Title); t != "" && strings.Contains(text, t) {
			return a
		}
		if named == nil && strings.Contains(a.Section, c.words.cover) {
			named = a
		}
		if n := articleEms(a); a.Title != "" && n > size {
			longest, size = a, n
		}
	}
	if named != nil {
		return named
	}
	return longest
}

// What stands with the cover story's title, in thousandths of the body's size.
const (
	columnSize    = 1100 // the name of its column
	columnLeading = 2200 // from there to the title: the column announces, it does not compete
	authorDrop    = 600  // from the title to its authors
	authorSize    = 1200
	authorLeading = 1800
)

// coverLead sets the cover story on the ground, and gives the y under it.
func (c *composer) coverLead(a *issue.Article) Length {
	x, y := c.inner, c.coverY(coverStory)
	if a == nil {
		return y
	}
	paper := Ink{Paper: true}
	to := target{anchor: a.ID}
	if a.Section != "" {
		y = c.setAt(1, c.setLink(a.Section, to, look{face: c.Faces.Heading, size: c.em(columnSize), align: paragraph.Left, ink: paper}, c.wide), x, y, c.em(columnLeading))
	}
	s := c.coverHeadline(unmarked(a), to)
	y = c.setAt(1, s, x, y, displayed(s.size)) + c.em(authorDrop)
	if names := strings.Join(a.Authors, "　"); names != "" {
		y = c.setAt(1, c.setPlain(names, look{face: c.Faces.Quote, size: c.em(authorSize), align: paragraph.Left, ink: paper}, c.wide), x, y, c.em(authorLeading))
	}
	return y
}

// The cover story's title, in thousandths of an article's largest.
const (
	headlineMost  = 1500 // a poster is read from farther away than a page
	headlineLeast = 500  // smaller is no headline: what is longer takes more lines
	headlineStep  = 100  // from one size that is tried to the next
	headlineLines = 2    // of a title without phrases
	headlineLimit = 6    // of any title: the ground has room for no more
	headlineCuts  = 4    // more phrases are a list, and run on
)

// coverHeadline sets the cover story's title as large as it can be: a phrase a
// line where it has phrases, else on two lines.
func (c *composer) coverHeadline(title string, to target) *setting {
	k := look{face: c.Faces.Title, align: paragraph.Left, ink: Ink{Paper: true}, poised: true}
	cuts := phrases(title)
	if len(cuts) > headlineCuts {
		cuts = nil
	}
	for share := Length(headlineMost); ; share -= headlineStep {
		k.size = pt(c.Sizes.Titles[0]) * share / 1000
		if s := c.setPhrases(cuts, to, k); s != nil {
			return s
		}
		s := c.setLink(title, to, k, c.wide)
		if len(s.lines) <= headlineLines && len(cuts) < 2 || share <= headlineLeast {
			s.lines = s.lines[:min(len(s.lines), headlineLimit)]
			return s
		}
	}
}

// setPhrases sets phrases a line each, or gives nil where there are not two, or
// one is too long for a line.
func (c *composer) setPhrases(list []string, to target, k look) *setting {
	if len(list) < 2 {
		return nil
	}
	var parts []*setting
	for _, phrase := range list {
		s := c.setLink(phrase, to, k, c.wide)
		if len(s.lines) != 1 {
			return nil
		}
		parts = append(parts, s)
	}
	return join(parts, list)
}

// phrases cuts a title after a colon or a space and before a dash.
func phrases(title string) []string {
	var list []string
	from := 0
	var before rune
	for at, r := range title {
		switch {
		case at == from:
		case r == '：' || r == '　' || r == ' ' && cjk.ClassOf(before) == cjk.Ideograph:
			at += utf8.RuneLen(r)
			list, from = append(list, title[from:at]), at
		case strings.HasPrefix(title[at:], "——") && !strings.HasSuffix(title[:at], "—"):
			list, from = append(list, title[from:at]), at
		}
		before = r
	}
	if from < len(title) {
		list = append(list, title[from:])
	}
	return list
}

// setLink sets a text that leads somewhere.
func (c *composer) setLink(text string, to target, k look, measure Length) *setting {
	return c.set(copyText{[]paragraph.Span{{Text: text}}, []target{to}}, k, measure)
}

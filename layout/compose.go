package layout

import (
	"math"
	"strings"
	"unicode/utf8"

	"kanyin/issues/issue"
	"kanyin/issues/script"
	"kanyin/layout/paragraph"
)

// Compose makes the pages of an issue. It is total: whatever the issue holds,
// pages come of it; what looks wrong on them is a finding of the document. The
// same issue, design and metrics give the same document.
func Compose(iss *issue.Issue, d Design, m Metrics) *Document {
	c := newComposer(iss, d, m)
	if c.Front == nameplate {
		c.drawAll(makeup{rows: c.rows, multiple: c.Multiple}.place(append([]*story{c.nameplate()}, c.stories()...), 1))
	} else {
		contents := c.countContents()
		c.drawAll(makeup{rows: c.rows, multiple: c.Multiple, after: 1}.place(c.stories(), 1+contents+1))
	}
	c.turn()
	c.finish()
	return c.doc
}

// A composer holds what all steps of composing share.
type composer struct {
	*frame
	upright  *frame // of what is never turned
	issue    *issue.Issue
	metrics  Metrics
	setter   *paragraph.Setter
	language string
	script   issue.Script
	doc      *Document
	sheets   []sheet
	sect     int             // the element that new ones go under
	article  *issue.Article  // that is drawn
	openers  map[string]bool // the articles that begin a column of the issue
	folios   map[string]int  // the page that an article begins on
	known    []bool          // characters that some face has
	lacking  map[lack]bool   // what has been reported
	spaced   bool            // names of two characters are spaced to three
	words    words
	shift    Length // from the type area's edge, of what is drawn on a shelf
	noted    noted  // the notes of the article that is set

	direction script.Direction // of the book

	inSection, inSubsection string // of the outline
	depth                   int    // of the headings in it

	plateTeasers   Length // where the teasers of a nameplate stand in it
	contentsStory  *story // nil where there is none
	contentsSpot   spot
	masthead       *band // nil where there is none
	mastheadPlaced bool  // at the foot of the contents
}

func newComposer(iss *issue.Issue, d Design, m Metrics) *composer {
	f := newFrame(d.forLanguage(iss.Meta))
	c := &composer{
		frame: f, upright: f.flat(), issue: iss, metrics: m, setter: paragraph.NewSetter(m), language: or(iss.Meta.Language, "zh-Hans"),
		script: iss.Meta.Script(), words: wordsOf(iss.Meta),
		openers: openers(iss), folios: map[string]int{}, known: make([]bool, 1<<16), lacking: map[lack]bool{}, spaced: spacesNames(iss),
	}
	c.direction = script.OfBook(c.language)
	c.doc = &Document{
		Title: iss.Meta.Name(), Language: c.language, Accent: f.accent(), Vertical: f.vertical,
		Elements: []Element{{Tag: "Document"}},
	}
	return c
}

// stories sets the articles, and the colophon after them.
func (c *composer) stories() []*story {
	var list []*story
	for i := range c.issue.Articles {
		list = append(list, c.story(&c.issue.Articles[i]))
	}
	c.shelve(list)
	if s := c.colophon(); s != nil {
		list = append(list, s)
	}
	return list
}

// story sets an article.
func (c *composer) story(a *issue.Article) *story {
	g := c.frame.grating(c.Columns)
	parts := smallPieces(a)
	opening, rest := c.split(a)
	authors, opening, rest := c.withoutAuthorNotes(a, opening, rest)
	drop := textDrop
	if c.Opening.Rule == hairline {
		drop = pressDrop
	}
	switch {
	case parts:
		g, drop = c.frame.grating(c.Short), pieceDrop
	case poem(a, rest) <= c.rows/2: // one that would stand in two columns as a stump each
		g = grating{1, c.wide, c.wide}
	}
	c.noted = notedIn(a)
	size := articleEms(a)
	share := c.pagesOf(a, size, g)
	rows := size*int(c.size)/int(g.measure) + 2*len(a.Blocks) // about: room for the slugs, made once
	fresh := func() *galley {
		return &galley{composer: c, article: a, measure: g.measure, parts: parts, authors: authors, starts: map[int]int{}, slugs: make([]slug, 0, rows)}
	}
	gal := fresh()
	top := c.openArticle(a, opening, nil, share, drop)
	gal.titled = len(ofKind(a, opening, issue.Title)) > 0
	var lead []int
	whole := rest
	if top.rows > c.rows/2 { // an opening of more than half a page leaves none for the text
		top = c.openArticle(&issue.Article{ID: a.ID, Section: a.Section, Subsection: a.Subsection}, nil, nil, 0, drop)
		gal.titled = false
		gal.ownTitle()
		rest = allBlocks(a)
		opening, gal.authors = nil, nil
	} else if picture, others := c.leadPicture(a, rest, g); picture != nil && picture[0] == rest[0] {
		if led := c.openArticle(a, opening, picture, share, drop); led.rows*1000 <= c.rows*leadRows {
			top, rest, lead = led, others, picture
		}
	}
	gal.blocks(rest)
	gal.close()
	s := &story{article: a, opening: top, flow: gal.flowed(g), section: a.Section, fresh: c.Stories.Fresh}
	if gal.titled && g == c.frame.grating(c.Columns) {
		s.reopen = func(wide Length, share float64) *band {
			marks := c.noted
			c.noted = notedIn(a)
			defer func() { c.noted = marks }()
			return c.narrowed(wide).openArticle(a, opening, lead, share, drop)
		}
	}
	again := func() *galley {
		again := fresh()
		again.titled = gal.titled
		return again
	}
	s.others = append(gal.withPulls(s), c.withStrips(s, a, rest, g, again)...)
	s.others = append(s.others, gal.withLater(s, rest, g, again)...)
	s.others = append(s.others, c.withSpread(s, a, opening, whole, g, share, drop, again)...)
	if picture, others := c.leadPicture(a, rest, g); lead == nil && picture != nil && len(opening) > 0 {
		if led := c.openArticle(a, opening, picture, share, drop); led.rows*1000 <= c.rows*leadRows {
			s.others = append(s.others, c.withLead(s, led, a, picture[0], others, g, again)...)
		}
	}
	s.others = append(s.others, c.withSunk(s, share)...)
	if lead == nil && len(opening) > 0 {
		s.others = append(s.others, c.withSmall(s, a, opening, rest, g, share, again)...)
	}
	c.noted = noted{}
	return s
}

// pagesOf guesses how many pages an article fills, from the width of its text in ems.
func (c *composer) pagesOf(a *issue.Article, size int, g grating) float64 {
	if c.Stories.Beside > 1 {
		return pressShare(a == &c.issue.Articles[0])
	}
	return float64(size) / float64(int(g.measure/c.size)*g.count*c.rows)
}

// articleEms is the width of an article's text, in ems.
func articleEms(a *issue.Article) int {
	n := 0
	for i := range a.Blocks {
		n += ems(a.Blocks[i].Text)
	}
	return n
}

// ems is about how wide a text is, in ems: an ideograph or its mark takes one,
// a letter, a figure or a space half of one.
func ems(text string) int {
	halves := 0
	for _, r := range text {
		halves++
		if r >= firstWide {
			halves++
		}
	}
	return halves / 2
}

// firstWide is where General Punctuation begins: what comes before it in
// Unicode is letters, mostly half an em wide, what comes after is mostly as
// wide as an ideograph.
const firstWide = 0x2000

// The shape of small pieces under one title: several headings in words, little
// text under each, and a signature before the next.
const (
	fewestPieces = 3   // fewer would not fill three columns
	pieceLength  = 450 // ems of text: more is an article's part, not a piece
)

// smallPieces reports whether an article is short news: several small pieces
// under one title, each with its own signature. The last may lack it. What has
// an author over all its headings is one article.
func smallPieces(a *issue.Article) bool {
	pieces, signed, n := 0, 0, 0
	open := false
	for i := range a.Blocks {
		b := &a.Blocks[i]
		switch {
		case b.Kind == issue.Byline && pieces == 0:
			return false
		case b.Kind == issue.Heading && utf8.RuneCountInString(b.Text) > numeralLimit:
			pieces++
			open = true
		case open && signature(a, i):
			signed++
			open = false
		case b.Kind == issue.Paragraph:
			n += ems(b.Text)
		}
	}
	return pieces >= fewestPieces && signed >= pieces-1 && n/pieces <= pieceLength
}

// poem counts the lines of an article that is a poem: verse, and what stands
// under it. For any other it is more than any page holds.
func poem(a *issue.Article, rest []int) int {
	lines := 0
	for _, i := range rest {
		switch b := &a.Blocks[i]; {
		case b.Kind == issue.Poem, b.Kind == issue.Paragraph && b.Form == issue.Verse:
			lines += 1 + strings.Count(b.Text, "\n")
		case !signature(a, i):
			return math.MaxInt
		}
	}
	if lines == 0 {
		return math.MaxInt
	}
	return lines
}

// signature reports whether a block says whence the text before it is: a credit
// does where it is not a caption's.
func signature(a *issue.Article, i int) bool {
	switch a.Blocks[i].Kind {
	case issue.SourceNote, issue.Affiliation, issue.Editor, issue.Prompt:
		return true
	case issue.Credit:
		return i > 0 && a.Blocks[i-1].Kind != issue.Caption
	}
	return false
}

// drawAll draws the document in reading order.
func (c *composer) drawAll(list []placing) {
	for _, p := range list {
		c.noteFolio(p.story, p.page)
		for _, part := range p.parts {
			c.noteFolio(part.story, p.page)
		}
	}
	if c.Front != nameplate {
		c.drawCover()
		c.drawContents()
	}
	list = c.loosen(list)
	if c.Front == nameplate {
		c.fillNameplate(list[0].story)
	}
	for _, p := range list {
		if p.parts == nil {
			c.drawStory(p.story, p.spot)
		}
		c.drawShelf(p.parts, p.opening.rows+p.extra, p.spot)
	}
	c.drawEnd()
}

// noteFolio notes the page that a story begins on.
func (c *composer) noteFolio(s *story, page int) {
	if s.article != nil {
		c.folios[s.article.ID] = page
	}
}

func (c *composer) drawStory(s *story, at spot) {
	c.article = s.article
	c.sect = c.element(Element{Tag: "Sect"})
	c.page(at.page)
	x, y := c.edge(at.page), c.row(at.row)
	if a := s.article; a != nil {
		c.doc.Elements[c.sect].Article, c.doc.Elements[c.sect].Title = a.ID, a.Title
		c.anchor(at.page, a.ID, x, y)
		c.outlineArticle(a)
	} else {
		c.anchor(at.page, s.name, x, y)
		c.outline(s.title, 1, s.name)
	}
	section := s.section
	if a := s.article; a != nil {
		section = or(section, a.Title)
	}
	c.head(at.page, section, at.row == 0)
	c.drawBand(s.opening, at.page, at.row, at.extra)
	row := at.row + s.opening.rows + at.extra
	for n, r := range at.runs {
		c.head(at.page+n, section, n == 1 && s.facing != nil)
		if r.over != nil {
			c.drawBand(r.over, at.page+n, row, 0)
			row += r.over.rows
		}
		c.drawRun(s.flow, r, at.page+n, row)
		row = 0
	}
	c.article, c.sect = nil, 0
}

// edge is where what is drawn begins on a page: at the type area's edge, or on a
// shelf at its own column.
func (c *composer) edge(page int) Length { return c.left(page) + c.shift }

// head notes what a page's running head says: the column of what comes first on it.
func (c *composer) head(page int, section string, opens bool) {
	c.page(page)
	s := &c.sheets[page-1]
	if s.section == "" && !s.bare {
		s.section, s.bare = section, opens && c.Front != nameplate
	}
}

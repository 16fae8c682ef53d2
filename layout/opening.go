package layout

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/layout/paragraph"
)

// A band is a block across the type area: an article's opening, the heading of
// the contents, the masthead.
type band struct {
	rows   int
	lines  []placed
	fills  []Fill         // from the band's upper left corner
	images []illustration // likewise
	sink   int            // the index of the first line that goes down where the opening has rows to spare
	cap    int            // how many of the fills are the rule that it begins with
	still  int            // how many of the fills do not go down with the lines
}

// An opening is built from top to bottom; y is where the next line goes.
type opening struct {
	*composer
	band
	y      Length
	piece  bool // it is a small one, in a column
	titled int  // the lines of its title
}

// The spaces of an opening, in thousandths of the body's size.
const (
	tagSize    = 900  // of the column's name
	openerSize = 1250 // the same over the column's first article: it takes its height from the white under it
	tagDrop    = 500  // from the rule to the column's name
	kickerDrop = 1900 // from there to the kicker or title: the title needs air to be seen as one
	titleDrop  = 500  // from kicker to title
	bylineDrop = 1000 // from title to byline
	nameDrop   = 1100 // from the rule to the name of a part that is no article
	textDrop   = 1500 // from the last line to the text
	pressDrop  = 900  // the same in a newspaper, whose pages are full
	pressTitle = 1300 // from the column's name to the title there
	pressName  = 500  // from the title to the names
	pieceDrop  = 2200 // from there to a small piece, whose rule stands over its first row
)

// The leadings of an opening, in thousandths of the size of what is set: the
// larger the type, the less it needs.
const (
	tagLeading      = 1300
	titleLeading    = 1280
	kickerLeading   = 1350
	subtitleLeading = 1450
	nameLeading     = 1200
)

const (
	titleLines   = 2    // more lines, and a smaller size is tried
	smallShare   = 0.45 // of a page: what is shorter has a small title
	sinkPages    = 1.5  // an article of so many pages may begin low: it is a chapter, and the white says so
	runInTitle   = 120  // a title of more characters is set in the column, as text
	longAbstract = 600  // an abstract of more is set in the column, where a page can end in it
	ruleWeight   = 500  // of a hairline rule: printers hold 0.25 point, this is surer
	accentHigh   = 3000 // of the accent bar
	accentCells  = 3    // its length, in characters
)

// em is a share of the body's size.
func (f *frame) em(thousandths int) Length { return f.size * Length(thousandths) / 1000 }

// openingKind reports whether a block belongs to an article's opening: in one
// across the page, abstracts and the authors' places too.
func (f *frame) openingKind(k issue.Kind) bool {
	switch k {
	case issue.Abstract, issue.Affiliation:
		return f.Opening.Abstract == across
	case issue.Kicker, issue.Title, issue.Subtitle, issue.Byline, issue.Role, issue.Dateline:
		return true
	}
	return false
}

// split splits an article's blocks: those of its opening, and the others.
// Captions that stand between title and byline do not end the opening.
func (f *frame) split(a *issue.Article) (opening, rest []int) {
	open := true
	for i := range a.Blocks {
		b := &a.Blocks[i]
		most := runInTitle
		if b.Kind == issue.Abstract {
			most = longAbstract
		}
		long := len([]rune(b.Text)) > most
		switch {
		case f.openingKind(b.Kind) && open && !long:
			opening = append(opening, i)
		case b.Kind == issue.Figure || b.Kind == issue.Caption || b.Kind == issue.Credit || f.openingKind(b.Kind):
			rest = append(rest, i)
		default:
			open = false
			rest = append(rest, i)
		}
	}
	return opening, rest
}

// openArticle sets the opening block of an article: the column's name on a rule,
// kicker, title, subtitle, byline, flush left. What has none of them has no
// opening: its text begins where it stands. The drop is from the last line to
// the text, in thousandths of the body's size. The lead is a picture across the
// columns with its caption, or none.
func (c *composer) openArticle(a *issue.Article, blocks, lead []int, share float64, drop int) *band {
	if len(blocks) == 0 && a.Title == "" && a.Section == "" && a.Subsection == "" {
		return &band{}
	}
	o := &opening{composer: c}
	o.column(a)
	o.sink, o.still = len(o.lines), len(o.fills)
	o.heading(a, blocks, share)
	o.picture(a, lead)
	return o.close(drop)
}

// heading sets all of an opening that stands under the column's name.
func (o *opening) heading(a *issue.Article, blocks []int, share float64) {
	c := o.composer
	side := paragraph.Left
	if c.Opening.Align == center {
		side = paragraph.Center
	}
	if kickers := ofKind(a, blocks, issue.Kicker); len(kickers) > 0 {
		for _, i := range kickers {
			o.text(a, i, "P", look{face: c.Faces.Quote, size: pt(c.Sizes.Kicker), align: side, ink: Ink{Tint: tintLabel}}, kickerLeading)
		}
		o.y += c.em(titleDrop)
	}
	o.title(a, ofKind(a, blocks, issue.Title), share)
	for _, i := range ofKind(a, blocks, issue.Subtitle) {
		o.y += c.em(titleDrop)
		o.text(a, i, "P", look{face: c.Faces.Body, size: pt(c.Sizes.Subtitle), align: side, poised: true, ink: Ink{Tint: tintSecond}}, subtitleLeading)
	}
	o.signatures(a, ofKind(a, blocks, issue.Dateline, issue.Byline, issue.Role))
	o.places(a, ofKind(a, blocks, issue.Affiliation))
	o.abstracts(a, ofKind(a, blocks, issue.Abstract))
}

// ofKind picks the blocks of some kinds.
func ofKind(a *issue.Article, blocks []int, kinds ...issue.Kind) []int {
	var list []int
	for _, i := range blocks {
		for _, k := range kinds {
			if a.Blocks[i].Kind == k {
				list = append(list, i)
			}
		}
	}
	return list
}

// topRule draws the rule that an opening begins with, and its accent.
func (o *opening) topRule() {
	switch o.Opening.Rule {
	case noRule:
		return
	case hairline:
		o.fills = append(o.fills, Fill{Y: -o.leading, Width: o.wide, Height: ruleWeight, Ink: Ink{Tint: tintFaint}})
		o.cap = 1
		return
	}
	o.fills = append(o.fills,
		Fill{Width: o.wide, Height: ruleWeight, Ink: Ink{Tint: tintFaint}},
		Fill{Width: o.size * accentCells, Height: accentHigh, Ink: Ink{Accent: true}})
}

// plain makes the opening of a part that is no article: its name as a heading.
func (o *opening) plain(name, tag string) *band {
	o.topRule()
	o.still = len(o.fills)
	o.y = o.em(nameDrop)
	s := o.setPlain(name, look{face: o.Faces.Heading, size: pt(o.Sizes.Heading), align: paragraph.Left}, o.wide)
	s.tag = tag
	o.add(s, 0, nameLeading)
	return o.close(textDrop)
}

// column draws the top rule and the column's name under it.
func (o *opening) column(a *issue.Article) {
	o.topRule()
	o.y = accentHigh + o.em(tagDrop)
	name := a.Section
	if a.Subsection != "" && a.Subsection != a.Section {
		name = strings.TrimPrefix(name+" › "+a.Subsection, " › ")
	}
	if name == "" {
		return
	}
	size := o.em(tagSize)
	if o.varies() && o.openers[a.ID] {
		size = o.em(openerSize)
	}
	s := o.setPlain(name, look{face: o.Faces.Heading, size: size, align: paragraph.Left, ink: Ink{Accent: true}}, o.wide)
	s.tag = "" // the article's place, an artifact: the outline and the contents say it
	y := o.y + o.em(tagSize)*tagLeading/1000
	o.add(s, 0, tagLeading)
	drop := kickerDrop
	if o.Opening.Rule == hairline {
		drop = pressTitle
	}
	o.y = y + o.em(drop) - o.em(tagSize)
}

// title sets the title at the largest size that suits: the first for an article
// of a page or more, a later one for a shorter, each as long as its lines are
// few. A size less that makes one line of two is better: two part what belongs
// together, mostly.
func (o *opening) title(a *issue.Article, blocks []int, share float64) {
	sizes := o.Sizes.Titles
	switch {
	case o.piece:
		sizes = sizes[min(pieceTitle, len(sizes)-1):]
	case share < smallShare:
		sizes = sizes[min(2, len(sizes)-1):]
	case share < 1:
		sizes = sizes[min(1, len(sizes)-1):]
	}
	list, lines := o.titleAt(a, blocks, pt(sizes[0]))
	for _, size := range sizes[1:] {
		smaller, fewer := o.titleAt(a, blocks, pt(size))
		if lines <= titleLines && (lines == 1 || fewer > 1) {
			break
		}
		list, lines = smaller, fewer
	}
	o.titled = lines
	for _, s := range list {
		o.add(s, 0, titleLeading)
	}
}

func (o *opening) titleAt(a *issue.Article, blocks []int, size Length) ([]*setting, int) {
	k := look{face: o.Faces.Title, size: size, align: paragraph.Left, poised: true}
	if o.Opening.Align == center {
		k.align = paragraph.Center
	}
	var list []*setting
	lines := 0
	for _, i := range blocks {
		list = append(list, o.setBlock(&a.Blocks[i], i, "H1", k, o.wide))
	}
	if len(ofKind(a, allBlocks(a), issue.Title)) == 0 && a.Title != "" {
		s := o.setPlain(a.Title, k, o.wide)
		s.tag = "H1"
		list = append(list, s)
	}
	for _, s := range list {
		lines += len(s.lines)
	}
	return list, lines
}

func allBlocks(a *issue.Article) []int {
	list := make([]int, len(a.Blocks))
	for i := range list {
		list[i] = i
	}
	return list
}

// signatures sets date line, bylines and the authors' offices beside each other
// where they have room.
func (o *opening) signatures(a *issue.Article, blocks []int) {
	if len(blocks) == 0 {
		return
	}
	drop := bylineDrop
	if o.Opening.Rule == hairline {
		drop = pressName
	}
	o.y += o.em(drop)
	size := pt(o.Sizes.Byline)
	line := size * 3 / 2
	first := len(o.lines)
	var x Length
	for n, i := range blocks {
		b := &a.Blocks[i]
		k := look{face: o.Faces.Quote, size: size, align: paragraph.Left}
		if b.Kind != issue.Byline {
			k = look{face: o.Faces.Body, size: o.small, align: paragraph.Left, ink: Ink{Tint: tintLabel}}
		}
		s := o.setBlock(b, i, "P", k, o.wide)
		if b.Kind == issue.Byline {
			o.spaceNames(s, b.Text, a.Authors)
		}
		gap := o.size
		if b.Kind == issue.Byline && n > 0 && a.Blocks[blocks[n-1]].Kind != issue.Byline {
			gap *= 2
		}
		if x > 0 && (x+gap+s.width() > o.wide || len(s.lines) > 1) {
			x = 0
			o.y += line
		}
		if x > 0 {
			x += gap
		}
		for n := range s.lines {
			if n > 0 {
				o.y += line
			}
			o.lines = append(o.lines, placed{s, n, x, o.y + ascent(size)})
		}
		x += s.width()
	}
	o.y += line
	if o.Opening.Align == center {
		o.centre(first)
	}
}

// centre moves the lines from one on to the middle, those on a baseline together.
func (o *opening) centre(first int) {
	for from := first; from < len(o.lines); {
		to, end := from, Length(0)
		for ; to < len(o.lines) && o.lines[to].y == o.lines[from].y; to++ {
			end = max(end, o.lines[to].x+o.lines[to].lines[o.lines[to].n].Width)
		}
		for ; from < to; from++ {
			o.lines[from].x += (o.wide - end) / 2
		}
	}
}

// text adds a block of the article.
func (o *opening) text(a *issue.Article, block int, tag string, k look, leading int) {
	o.add(o.setBlock(&a.Blocks[block], block, tag, k, o.wide), 0, leading)
}

// add places the lines of a setting under what stands; the leading is in
// thousandths of its size.
func (o *opening) add(s *setting, x Length, leading int) {
	size := s.size
	step := size * Length(leading) / 1000
	for n := range s.lines {
		o.lines = append(o.lines, placed{s, n, x, o.y + (step-size)/2 + ascent(size)})
		o.y += step
	}
}

// close makes the block whole rows of the grid, with a drop under it.
func (o *opening) close(drop int) *band {
	o.rows = o.rowsFor(o.y + o.em(drop))
	return &o.band
}

package layout

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"kanyin/issues/issue"
	"kanyin/layout/paragraph"
)

// The lengths of blocks, in thousandths of the body's size.
const (
	lesserSize  = 900  // of data, and of what stands under a text: beside the text, not in it
	bookRule    = 400  // from the particulars of a book up to the rule over them
	bookFoot    = 350  // from their em box down to the rule under them: as near to the eye
	headingLift = 250  // a heading stands nearer to its text than to the text before it
	pieceRule   = 800  // from a small piece's heading up to its rule
	setIn       = 2000 // of what is set in: two characters, the edge that first lines have
)

// blocks sets the blocks of the article in their order.
func (g *galley) blocks(which []int) {
	for k := 0; k < len(which); {
		k += g.block(which[k:])
		g.pull(which[:k], which[k:])
	}
}

// block sets the block that comes first, with those that form one thing with
// it, and says how many they were.
func (g *galley) block(which []int) int {
	i := which[0]
	b := &g.article.Blocks[i]
	if g.noted.goesOn(i) {
		return 1 // it stands with its note
	}
	if b.Form != issue.Item || b.Kind != issue.Paragraph {
		g.list = nil
	}
	if n := g.table(which); n > 0 {
		return n
	}
	switch b.Kind {
	case issue.Paragraph:
		return g.paragraph(which)
	case issue.Heading:
		g.heading(b, i)
	case issue.Figure:
		return g.figure(which)
	case issue.Caption:
		return g.caption(which)
	case issue.Affiliation, issue.SourceNote, issue.Editor, issue.Credit, issue.Byline, issue.Role, issue.Dateline, issue.Jump:
		g.tail(b, i)
	case issue.Reference:
		return g.references(which)
	case issue.Note:
		g.note(b, i)
	case issue.Poem:
		return g.verse(which)
	case issue.List:
		g.listed(b, i)
	case issue.Code:
		g.code(b, i)
	case issue.PullQuote:
		g.pullQuote(g.setBlock(b, i, "P", g.pullLook(), g.measure))
	case issue.Box:
		g.box(b, i)
	case issue.Abstract:
		return g.abstract(which)
	case issue.Table:
		g.rowed(g.lineByLine(b, i, look{face: g.Faces.Lead, size: g.em(lesserSize), inset: g.em(setIn), align: paragraph.Left}))
	case issue.Standfirst:
		g.rowed(g.setBlock(b, i, "P", look{face: g.Faces.Quote, size: g.size, inset: g.em(setIn), outset: g.em(setIn)}, g.measure))
	case issue.Data:
		g.rowed(g.setBlock(b, i, "P", look{face: g.Faces.Lead, size: g.em(lesserSize), inset: g.em(setIn), align: paragraph.Left, ink: Ink{Tint: tintSecond}}, g.measure))
	case issue.Prompt:
		return g.prompt(which)
	case issue.Title, issue.Kicker, issue.Subtitle:
		g.inner(b, i)
	default:
		g.rowed(g.setBlock(b, i, "P", g.body(), g.measure))
	}
	return 1
}

// body is the look of plain prose.
func (c *composer) body() look {
	k := look{face: c.Faces.Body, lead: c.Faces.Lead, size: c.size, indent: pt(c.Body.Indent * c.Body.Size)}
	if c.script == issue.Latin {
		k.align = paragraph.Left // columns are too narrow for justified words
	}
	return k
}

// paragraph sets a paragraph in its form.
func (g *galley) paragraph(which []int) int {
	i := which[0]
	b := &g.article.Blocks[i]
	k := g.body()
	switch b.Form {
	case issue.Question:
		k.face = g.Faces.Lead
		g.blank(1)
		g.rowed(g.setBlock(b, i, "P", k, g.measure))
		g.stick()
		g.owed = afterHeading
	case issue.Quotation:
		k.face, k.inset, k.outset = g.Faces.Quote, g.em(setIn), g.em(setIn)
		g.rowed(g.setBlock(b, i, "P", k, g.measure))
	case issue.Item:
		g.item(b, i, k)
	case issue.Verse:
		return g.verse(which)
	case issue.Book:
		return g.book(which)
	default:
		g.rowed(g.setBlock(b, i, "P", k, g.measure))
	}
	return 1
}

func (g *galley) item(b *issue.Block, i int, k look) {
	k.inset, k.indent = k.indent, 0
	s := g.setBlock(b, i, "LBody", k, g.measure)
	if g.list == nil {
		g.list = &node{tag: "L"}
	}
	s.up = &node{tag: "LI", up: g.list}
	g.rowed(s)
}

// book sets the particulars of a book between two rules, their labels in the
// lead's face. A column takes them whole.
func (g *galley) book(which []int) int {
	g.blank(1)
	first, n := len(g.slugs), 0
	for ; n < len(which); n++ {
		b := g.article.Blocks[which[n]]
		if b.Form != issue.Book && (n == 0 || b.Kind != issue.Data) {
			break
		}
		b.Lead = or(b.Lead, label(b.Text))
		k := g.body()
		k.inset, k.outset, k.indent = g.size, g.size, 0
		if b.Lead == "" {
			k.indent = g.em(setIn)
		}
		g.rowed(g.setBlock(&b, which[n], "P", k, g.measure))
	}
	g.hold(first)
	if last := len(g.slugs) - 1; last >= first {
		g.slugs[first].fills = append(g.slugs[first].fills, Fill{Y: -g.em(bookRule), Width: g.measure, Height: ruleWeight, Ink: Ink{Accent: true}})
		g.slugs[last].fills = append(g.slugs[last].fills, Fill{Y: g.size + g.em(bookFoot), Width: g.measure, Height: ruleWeight, Ink: Ink{Accent: true}})
	}
	g.blank(1)
	return n
}

// hold keeps the slugs from one on together, if they are no more than a panel has.
func (g *galley) hold(first int) {
	if len(g.slugs)-first > g.panelRows() {
		return
	}
	for i := first; i < len(g.slugs)-1; i++ {
		g.slugs[i].keep = true
	}
}

// labelLimit is how many bytes a label has at most: eight ideographs, or 24 letters.
const labelLimit = 24

// label is the label that a text begins with, with its colon, or "".
func label(text string) string {
	at := strings.IndexAny(text, "：:")
	if at < 0 || at > labelLimit || strings.ContainsAny(text[:at], "，。；！？") {
		return ""
	}
	_, w := utf8.DecodeRuneInString(text[at:])
	return text[:at+w]
}

// numeralLimit is how many characters a heading has that is a mere number: 二十三.
const numeralLimit = 3

// heading sets a heading: a mere number in the middle, the others flush left.
func (g *galley) heading(b *issue.Block, i int) {
	g.headings++
	anchor := fmt.Sprintf("%s-h%d", g.article.ID, g.headings)
	k := look{face: g.Faces.Heading, size: pt(g.Sizes.Heading), align: paragraph.Left, poised: true, airy: true}
	before, lift := 1, g.em(headingLift)
	tag := "H2"
	if b.Level > 1 {
		k.face, k.size, k.inset = g.Faces.Lead, pt(g.Sizes.Subheading), g.em(setIn)
		before, lift, tag = 0, 0, "H3"
		k.poised = false
	}
	if utf8.RuneCountInString(strings.TrimSpace(b.Text)) <= numeralLimit {
		k.align = paragraph.Center
	}
	s := g.setBlock(b, i, tag, k, g.measure)
	first := len(g.slugs)
	g.headed(s, before, lift, anchor)
	if g.parts {
		g.capRule(first)
	}
}

// capRule draws the rule that a small piece begins with, over the first line
// after a blank.
func (g *galley) capRule(at int) {
	for at < len(g.slugs) && g.slugs[at].space {
		at++
	}
	if at == len(g.slugs) {
		return
	}
	g.slugs[at].fills = append(g.slugs[at].fills,
		Fill{Y: -g.em(pieceRule), Width: g.measure, Height: ruleWeight, Ink: Ink{Tint: tintFine}},
		Fill{Y: -g.em(pieceRule), Width: g.em(setIn), Height: 2 * ruleWeight, Ink: Ink{Accent: true}})
}

// ownTitle sets the title of an article that has no block for it.
func (g *galley) ownTitle() {
	a := g.article
	if a.Title != "" && len(ofKind(a, allBlocks(a), issue.Title)) == 0 {
		g.inner(&issue.Block{Kind: issue.Title, Text: a.Title}, -1)
	}
}

// inner sets a title that stands inside an article, or one too long to go
// across the page.
func (g *galley) inner(b *issue.Block, i int) {
	k := look{face: g.Faces.Heading, size: pt(g.Sizes.Heading), align: paragraph.Left}
	tag := "H2"
	if !g.titled {
		tag = "H1"
	}
	if b.Kind != issue.Title {
		k.face, k.size, tag = g.Faces.Quote, pt(g.Sizes.Subheading), "P"
	}
	s := g.setBlock(b, i, tag, k, g.measure)
	if len(s.lines) > g.panelRows() {
		g.blank(1)
		g.rowed(s)
		return
	}
	g.headed(s, 1, 0, "")
}

// caption sets captions with their credits on a tinted ground, apart from the
// text. Neighbouring ones share a ground as long as it stays small.
func (g *galley) caption(which []int) int {
	g.blank(1)
	p := &panel{galley: g}
	n := 0
	for n < len(which) {
		taken := p.caption(which[n:])
		if taken == 0 {
			break
		}
		if p.rows() > g.panelRows() && len(p.marks) > 1 {
			p.undo()
			g.tinted(p)
			g.blank(1)
			p = &panel{galley: g}
			continue
		}
		n += taken
	}
	g.tinted(p)
	g.blank(1)
	return n
}

// tail sets what stands under a text: whence it is, who wrote and edited it.
func (g *galley) tail(b *issue.Block, i int) {
	k := look{face: g.Faces.Quote, size: g.em(lesserSize), align: paragraph.Right}
	if b.Kind == issue.Editor {
		k.face, k.size, k.ink = g.Faces.Lead, g.small, Ink{Tint: tintLabel}
	}
	s := g.setBlock(b, i, "P", k, g.measure)
	if len(s.lines) > 1 {
		k.align, k.inset = paragraph.Justify, g.em(setIn)
		s = g.setBlock(b, i, "P", k, g.measure)
	}
	g.stick()
	g.under(s)
}

// under adds a setting that stands under a text.
func (g *galley) under(s *setting) {
	from := len(g.slugs)
	g.rowed(s)
	for i := from; i < len(g.slugs); i++ {
		g.slugs[i].tail = true
	}
}

// prompt sets the words that asked to scan a code, small and apart.
func (g *galley) prompt(which []int) int {
	n := 0
	for ; n < len(which) && g.article.Blocks[which[n]].Kind == issue.Prompt; n++ {
		b := &g.article.Blocks[which[n]]
		g.stick()
		g.under(g.setBlock(b, which[n], "P", look{face: g.Faces.Lead, size: g.small, align: paragraph.Right, ink: Ink{Tint: tintFaint}}, g.measure))
	}
	return n
}

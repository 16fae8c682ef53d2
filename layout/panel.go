package layout

import (
	"kanyin/issues/issue"
	"kanyin/layout/paragraph"
)

// A panel is a small block on a tinted ground that a column takes whole: the
// captions of pictures, each with its credit.
type panel struct {
	*galley
	lines  []placed
	height Length // of the text
	marks  []int  // len(lines) before each caption
	before []Length
}

// panelLimit is how many rows a panel may take; a longer one is set as text, so
// that a column can end in it.
const panelLimit = 12

// panelRows is how many rows a panel may take in a design: less than a column
// has, however short its pages are.
func (f *frame) panelRows() int { return min(panelLimit, f.rows*3/4) }

// rowAir is the air between two rows that a panel's ground leaves to the text
// over and under it; the rest is its own.
func (f *frame) rowAir() Length { return (f.leading - f.size) * 2 / 3 }

// The air of a panel, in thousandths of the body's size.
const (
	panelPadding = 550 // over and under its text
	panelInset   = 750 // at its sides
	captionDrop  = 400 // between two captions
)

// caption adds the caption, or the credit, that comes first and the credits
// that belong to it, and says how many blocks they are: none where none comes.
func (p *panel) caption(which []int) int {
	n := 0
	p.marks, p.before = append(p.marks, len(p.lines)), append(p.before, p.height)
	for ; n < len(which); n++ {
		b := &p.article.Blocks[which[n]]
		if b.Kind != issue.Credit && (b.Kind != issue.Caption || n > 0) {
			break
		}
		if n == 0 && p.height > 0 {
			p.height += p.em(captionDrop)
		}
		p.add(b, which[n], n > 0)
	}
	return n
}

// add sets a caption, or its credit: at the end of the caption's last line
// where it has room there, else flush right under it.
func (p *panel) add(b *issue.Block, i int, under bool) {
	k := p.captionLook(b.Kind)
	k.inset, k.outset = p.em(panelInset), p.em(panelInset)
	if b.Kind == issue.Credit {
		k.align = paragraph.Right
	}
	s := p.setBlock(b, i, "Caption", k, p.measure)
	step := p.small * 3 / 2
	if under && len(s.lines) == 1 && len(p.lines) > 0 {
		last := p.lines[len(p.lines)-1]
		if last.lines[last.n].Width+p.small+s.width() <= p.measure-2*p.em(panelInset) {
			p.height -= step
		}
	}
	for n := range s.lines {
		p.lines = append(p.lines, placed{s, n, 0, p.height + ascent(p.small)})
		p.height += step
	}
}

// undo takes the last caption out again.
func (p *panel) undo() {
	n := len(p.marks) - 1
	p.lines, p.height = p.lines[:p.marks[n]], p.before[n]
	p.marks, p.before = p.marks[:n], p.before[:n]
}

// text is the height of the ink: the last line has no leading under it.
func (p *panel) text() Length { return p.height - p.small/2 }

func (p *panel) rows() int {
	return p.rowsFor(p.text() + 2*p.em(panelPadding) + p.rowAir())
}

// tinted adds a panel to the galley; one too high for a panel goes in line by line.
func (g *galley) tinted(p *panel) {
	if len(p.lines) == 0 {
		return
	}
	s := slug{rows: p.rows(), keep: g.owed > 0}
	for _, l := range p.lines {
		g.starts[l.block] = len(g.slugs)
	}
	if s.rows > g.panelRows() {
		for k, l := range p.lines {
			l.y = ascent(g.size)
			row := slug{rows: 1, lines: []placed{l}, keep: k == 0}
			if k > 0 && p.lines[k].y == p.lines[k-1].y {
				last := &g.slugs[len(g.slugs)-1]
				last.lines = append(last.lines, l)
				continue
			}
			g.slugs = append(g.slugs, row)
		}
		return
	}
	ground := Length(s.rows)*g.leading - g.rowAir()
	top := -(g.leading - g.size) / 6
	for _, l := range p.lines {
		l.y += top + (ground-p.text())/2
		s.lines = append(s.lines, l)
	}
	s.fills = []Fill{{Y: top, Width: g.measure, Height: ground, Ink: Ink{Tint: panelTint}}}
	g.slugs = append(g.slugs, s)
}

// panelTint is dark enough to be seen as a ground in print and light enough to read on.
const panelTint = 7

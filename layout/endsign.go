package layout

import "kanyin/issues/issue"

// The end sign's lengths, in thousandths of the body's size.
const (
	endSide  = 480 // of the square: as heavy as a full stop is not, as light as no ideograph is
	endGap   = 350 // from the last mark to it
	endRaise = 380 // of its middle over the baseline: the middle of an ideograph
)

// endSign puts the sign that an article ends with behind its last sentence; one
// that fills its line has it in the white beside the column.
func (g *galley) endSign() {
	if g.Stories.End != square {
		return
	}
	for k := len(g.slugs) - 1; k >= 0; k-- {
		s := &g.slugs[k]
		if len(s.lines) == 0 || s.tail {
			continue
		}
		p := s.lines[len(s.lines)-1]
		if p.block < 0 || p.n != len(p.lines)-1 {
			continue
		}
		b := &g.article.Blocks[p.block]
		if b.Kind == issue.Figure || b.Kind == issue.Caption || b.Kind == issue.Credit || b.Kind == issue.Note {
			continue
		}
		if b.Kind != issue.Paragraph || b.Form == issue.Verse || b.Form == issue.Book {
			return // it ends with something that shows its end itself
		}
		end := Length(0)
		for _, r := range p.lines[p.n].Runs {
			end = max(end, r.X+sum(r.Advances))
		}
		x := min(p.x+p.inset+end, g.measure) + g.em(endGap)
		side := g.em(endSide)
		s.fills = append(s.fills, Fill{X: x, Y: p.y - g.em(endRaise) - side/2, Width: side, Height: side, Ink: Ink{Accent: true}})
		return
	}
}

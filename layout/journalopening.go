package layout

import (
	"kanyin/issues/issue"
	"kanyin/layout/paragraph"
)

// The lengths of a journal's opening, in thousandths of the body's size.
const (
	placeDrop    = 300  // from the names to the authors' places
	abstractDrop = 1200 // from there to the rule over the abstract
	abstractIn   = 3000 // of an abstract from the type area's edges
	abstractAir  = 700  // between its rules and its text
	abstractRow  = 1500 // its leading, in thousandths of its size
)

// places sets where the authors work, under their names.
func (o *opening) places(a *issue.Article, blocks []int) {
	for n, i := range blocks {
		if n == 0 {
			o.y += o.em(placeDrop)
		}
		k := look{face: o.Faces.Quote, size: o.small, align: paragraph.Left, ink: Ink{Tint: tintSecond}}
		if o.Opening.Align == center {
			k.align = paragraph.Center
		}
		o.text(a, i, "P", k, abstractRow)
	}
}

// abstracts sets abstract and keywords across the page, between hairlines.
func (o *opening) abstracts(a *issue.Article, blocks []int) {
	if len(blocks) == 0 {
		return
	}
	rule := Fill{X: o.em(abstractIn), Width: o.wide - 2*o.em(abstractIn), Height: ruleWeight, Ink: Ink{Tint: tintFine}}
	o.y += o.em(abstractDrop)
	rule.Y = o.y
	o.fills = append(o.fills, rule)
	o.y += o.em(abstractAir)
	for _, i := range blocks {
		b := a.Blocks[i]
		b.Lead = or(b.Lead, abstractLabel(b.Text))
		k := look{face: o.Faces.Body, lead: o.Faces.Heading, size: o.em(lesserSize), inset: o.em(abstractIn), outset: o.em(abstractIn)}
		o.add(o.setBlock(&b, i, "P", k, o.wide), 0, abstractRow)
	}
	o.y += o.em(abstractAir)
	rule.Y = o.y
	o.fills = append(o.fills, rule)
}

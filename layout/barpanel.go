package layout

import (
	"fmt"

	"kanyin/layout/paragraph"
)

// barDigits are the digits of the bar code: those that the cover prints, else
// those that ISSN and year give.
func (c *composer) barDigits() string {
	for _, b := range c.issue.Front {
		if digits := printedDigits(b.Text); digits != "" {
			return digits
		}
	}
	return issnDigits(c.issue.Meta.ISSN, c.issue.Meta.Year)
}

// The bar code's measures: 80 per cent of the nominal size, the least that
// ISO/IEC 15420 allows.
const (
	barModule Length = 750   // 0.264 mm
	barHeight Length = 42000 // shorter than nominal, as covers have it; scanners read it
	barDigit  Length = 7500  // the size of the digits under it
	barRise          = 1600  // from the panel to the trim, in thousandths of the body's size: 5 mm and more
	panelPad  Length = 6000  // of paper over and under it

	panelHeight = barHeight + barDigit + 2*panelPad
)

// The bar code across, in modules. The two parts of six digits are 42 modules
// each, between guards of 3, 5 and 3.
const (
	quietLeft   = 11
	centreGuard = 45 // where the one in the middle begins
	centreEnd   = 50
	sideGuard   = 3 // the width of those at the sides
	quietRight  = 5
	quietAlone  = 7 // at the right where no add-on follows
	barModules  = 95
	firstDigit  = 9  // from the first digit, which stands alone, to the first bar
	leftDigits  = 4  // from the first bar to the digits under the left part
	rightDigits = 51 // and to those under the right one
	partDigits  = 40 // their width
	addonGap    = 10 // from the last bar to the add-on's first
	addonBars   = 20
	addonInset  = 2 // of the digits over the add-on, at both its ends
	guardDepth  = 5 // how far guards reach down among the digits
)

// drawBarcode puts the bar code on a panel of paper at the cover's lower outer
// edge, which a title at the right leaves to the left one: a figure that says
// its digits.
func (c *composer) drawBarcode(digits string, number int) {
	n, alt := quietLeft+barModules+quietAlone, "EAN-13 "+digits
	if number > 0 {
		n = quietLeft + barModules + addonGap + addonBars + quietRight
		alt += fmt.Sprintf(" %02d", number%100)
	}
	width, height := Length(n)*barModule, panelHeight
	x, y := c.inner+c.wide-width, c.height-c.em(barRise)-height
	if c.Vertical() {
		x = c.inner
	}
	figure := &node{tag: "Figure", alt: alt}
	fills := []Fill{{X: x, Y: y, Width: width, Height: height, Ink: Ink{Paper: true}}}
	left, top := x+quietLeft*barModule, y+panelPad
	fills = append(fills, barFills(ean13(digits), left, top, barModule, barHeight, guard)...)
	if number > 0 {
		fills = append(fills, barFills(ean2(number), left+(barModules+addonGap)*barModule, top+barDigit, barModule, barHeight-barDigit+guardDepth*barModule, level)...)
	}
	el := c.elementOf(figure)
	for i := range fills {
		fills[i].Element = el
	}
	c.drawFills(fills, 1, 0, 0)
	c.barTexts(digits, number, figure, left, top)
}

// guard is how far the bar that begins at a module of an EAN-13 reaches down.
func guard(module int) Length {
	if module < sideGuard || module >= centreGuard && module < centreEnd || module >= barModules-sideGuard {
		return guardDepth * barModule
	}
	return 0
}

// level is for bars that are all as high.
func level(int) Length { return 0 }

// barTexts sets the digits under the bars, and the add-on's over them.
func (c *composer) barTexts(digits string, number int, figure *node, left, top Length) {
	foot := top + barHeight
	c.digits(digits[:1], figure, left-firstDigit*barModule, 7*barModule, foot)
	c.digits(digits[1:7], figure, left+leftDigits*barModule, partDigits*barModule, foot)
	c.digits(digits[7:], figure, left+rightDigits*barModule, partDigits*barModule, foot)
	if number > 0 {
		x := left + (barModules+addonGap+addonInset)*barModule
		c.digits(fmt.Sprintf("%02d", number%100), figure, x, (addonBars-2*addonInset)*barModule, top-barDigit/4)
	}
}

// digits sets digits of the bar code, spread over a width.
func (c *composer) digits(text string, figure *node, x, width, y Length) {
	s := c.setPlain(text, look{face: c.Faces.Lead, size: barDigit, align: paragraph.Left}, width+barDigit)
	s.node = figure
	if len(text) > 1 {
		s.spread(width)
	}
	c.setAt(1, s, x, y, barDigit)
}

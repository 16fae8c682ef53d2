package flow

import "math"

// A box is a rectangle, y downwards.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) width() float64  { return b.x1 - b.x0 }
func (b box) height() float64 { return b.y1 - b.y0 }
func (b box) midX() float64   { return (b.x0 + b.x1) / 2 }
func (b box) midY() float64   { return (b.y0 + b.y1) / 2 }

// with gives the smallest box around both.
func (b box) with(c box) box {
	return box{min(b.x0, c.x0), min(b.y0, c.y0), max(b.x1, c.x1), max(b.y1, c.y1)}
}

func (b box) area() float64 { return b.width() * b.height() }

// clip gives what of b lies in c.
func (b box) clip(c box) box {
	x0, y0 := max(b.x0, c.x0), max(b.y0, c.y0)
	return box{x0, y0, max(x0, min(b.x1, c.x1)), max(y0, min(b.y1, c.y1))}
}

// holds tells whether the middle of c lies in b.
func (b box) holds(c box) bool {
	return b.x0 <= c.midX() && c.midX() <= b.x1 && b.y0 <= c.midY() && c.midY() <= b.y1
}

// beside gives how much of the height that b and c share; below nought is what parts them.
func (b box) beside(c box) float64 { return min(b.y1, c.y1) - max(b.y0, c.y0) }

// over gives how much of the width they share; below nought is what parts them.
func (b box) over(c box) float64 { return min(b.x1, c.x1) - max(b.x0, c.x0) }

// far is further than any sheet reaches: what lies beyond it is no place.
const far = 1e5

// number makes a place of what a reader gave: broken ones lie at the corner.
func number(f float32) float64 {
	v := float64(f)
	if math.IsNaN(v) {
		return 0
	}
	return max(-far, min(far, v))
}

// boxOf puts the corners of a box right.
func boxOf(x0, y0, x1, y1 float32) box {
	b := box{number(x0), number(y0), number(x1), number(y1)}
	return box{min(b.x0, b.x1), min(b.y0, b.y1), max(b.x0, b.x1), max(b.y0, b.y1)}
}

// A turn is how text lies on the upright sheet.
type turn int

const (
	upright turn = iota
	down         // lines run downwards and follow one another to the left: vertical text, and text turned clockwise
	over         // upside down
	up           // lines run upwards and follow one another to the right
)

// A frame turns places on the sheet so that lines run to the right and follow
// one another downwards, and back. So vertical text needs no rules of its own.
type frame struct {
	turn turn
	w, h float64 // of the upright sheet
}

// size gives the sheet's width and height in the frame.
func (f frame) size() (w, h float64) {
	if f.turn == down || f.turn == up {
		return f.h, f.w
	}
	return f.w, f.h
}

// in turns a box of the sheet into the frame.
func (f frame) in(b box) box {
	switch f.turn {
	case down:
		return box{b.y0, f.w - b.x1, b.y1, f.w - b.x0}
	case over:
		return box{f.w - b.x1, f.h - b.y1, f.w - b.x0, f.h - b.y0}
	case up:
		return box{f.h - b.y1, b.x0, f.h - b.y0, b.x1}
	}
	return b
}

// out turns a box of the frame back onto the sheet.
func (f frame) out(b box) box {
	switch f.turn {
	case down:
		return box{f.w - b.y1, b.x0, f.w - b.y0, b.x1}
	case over:
		return box{f.w - b.x1, f.h - b.y1, f.w - b.x0, f.h - b.y0}
	case up:
		return box{b.y0, f.h - b.x1, b.y1, f.h - b.x0}
	}
	return b
}

// base turns the place of a baseline into the frame.
func (f frame) base(v float64) float64 {
	switch f.turn {
	case down:
		return f.w - v
	case over:
		return f.h - v
	}
	return v
}

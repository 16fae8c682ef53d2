package figures

import "kanyin/issues/source"

// A box lies on a page, in points, y downwards.
type box struct{ x0, y0, x1, y1 float32 }

func boxOf(p source.Picture) box { return box{p.X0, p.Y0, p.X1, p.Y1} }

func (b box) with(o box) box {
	return box{min(b.x0, o.x0), min(b.y0, o.y0), max(b.x1, o.x1), max(b.y1, o.y1)}
}

// across and along give how far two boxes overlap, as a share of the smaller.
func (b box) across(o box) float32 { return share(b.x0, b.x1, o.x0, o.x1) }
func (b box) along(o box) float32  { return share(b.y0, b.y1, o.y0, o.y1) }

func share(a0, a1, b0, b1 float32) float32 {
	smaller := min(a1-a0, b1-b0)
	if smaller <= 0 {
		return 0
	}
	return (min(a1, b1) - max(a0, b0)) / smaller
}

// touches tells whether two pictures stand together, side by side or one over
// the other.
func (b box) touches(o box) bool {
	const near = 20 // points: the white within a group is less than that around it
	beside := max(b.x0, o.x0)-min(b.x1, o.x1) <= near && b.along(o) >= 0.5
	over := max(b.y0, o.y0)-min(b.y1, o.y1) <= near && b.across(o) >= 0.5
	return beside || over
}

// apart gives how far a caption is from a picture; ok is false where it is too
// far to be its own. Captions stand under their pictures by custom, so one
// that stands over or beside is taken for farther than it is.
func apart(picture, caption box) (far float32, ok bool) {
	const (
		slack      = 4  // points that boxes may overlap: ink reaches out of them
		under      = 60 // four lines of a credit and white
		over       = 40
		beside     = 30
		overCost   = 10
		besideCost = 15
	)
	if picture.across(caption) >= 0.5 {
		if d := caption.y0 - picture.y1; d >= -slack && d <= under {
			return max(d, 0), true
		}
		if d := picture.y0 - caption.y1; d >= -slack && d <= over {
			return overCost + max(d, 0), true
		}
	}
	if picture.along(caption) >= 0.5 {
		if d := max(caption.x0-picture.x1, picture.x0-caption.x1); d >= -slack && d <= beside {
			return besideCost + max(d, 0), true
		}
	}
	return 0, false
}

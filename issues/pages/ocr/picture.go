package ocr

const (
	leastSide = 40   // points: what is smaller is an ornament, an icon or a rule
	whole     = 0.9  // of the page: what covers more is the page itself, not a picture on it
	slack     = 0.05 // of a box that may stand out of the one that holds it: recognisers draw both by eye
)

// choosePictures leaves out what is no picture of its own: ornaments and rules,
// the page itself, and the parts of a picture that a larger box holds.
func choosePictures(all []box, width, height, scale float64) (out []box) {
	var fit []box
	for _, b := range all {
		b = box{max(b.x0, 0), max(b.y0, 0), min(b.x1, width), min(b.y1, height)}
		w, h := b.x1-b.x0, b.y1-b.y0
		if min(w, h)*scale >= leastSide && w*h < whole*width*height {
			fit = append(fit, b)
		}
	}
	for i, b := range fit {
		if !heldBefore(fit, i) {
			out = append(out, b)
		}
	}
	return out
}

// heldBefore tells a box that another holds; of two alike the first stands.
func heldBefore(all []box, i int) bool {
	b := all[i]
	for k, o := range all {
		w, h := min(b.x1, o.x1)-max(b.x0, o.x0), min(b.y1, o.y1)-max(b.y0, o.y0)
		in := w > 0 && h > 0 && w*h >= (1-slack)*b.area()
		if k != i && in && (o.area() > b.area() || o.area() == b.area() && k < i) {
			return true
		}
	}
	return false
}

func (b box) area() float64 { return (b.x1 - b.x0) * (b.y1 - b.y0) }

package pdfread

// A Page is a leaf of the page tree (7.7.3).
type Page struct {
	Ref       Ref
	Dict      Dict
	Resources Dict
	boxes     map[Name]Object
}

// A Box is left, bottom, right and top, in points.
type Box [4]float64

// Width and Height are the box's.
func (b Box) Width() float64  { return b[2] - b[0] }
func (b Box) Height() float64 { return b[3] - b[1] }

// In says whether the box lies in another, a hundredth of a point allowed for rounding.
func (b Box) In(o Box) bool {
	const off = 0.01
	return b[0] >= o[0]-off && b[1] >= o[1]-off && b[2] <= o[2]+off && b[3] <= o[3]+off
}

// maxPages is more than any periodical has.
const maxPages = 20_000

// Pages gives the pages in their order. Damage to the tree is a fault.
func (f *File) Pages() []Page {
	var out []Page
	seen := map[Ref]bool{}
	var walk func(o Object, inherited map[Name]Object, depth int)
	walk = func(o Object, inherited map[Name]Object, depth int) {
		r, _ := o.(Ref)
		if r == 0 || seen[r] || depth > deepest || len(out) >= maxPages {
			f.fault(f.Place(r), "the page tree has no tree's shape at object %d", r)
			return
		}
		seen[r] = true
		d := f.Dict(r)
		own := map[Name]Object{}
		for _, key := range []Name{"Resources", "MediaBox", "CropBox", "BleedBox", "TrimBox", "Rotate"} {
			if own[key] = inherited[key]; d[key] != nil {
				own[key] = d[key]
			}
		}
		switch f.Name(d["Type"]) {
		case "Page":
			out = append(out, Page{r, d, f.Dict(own["Resources"]), own})
		case "Pages":
			before := len(out)
			for _, kid := range f.Array(d["Kids"]) {
				walk(kid, own, depth+1)
			}
			if n := f.Number(d["Count"]); int(n) != len(out)-before {
				f.fault(f.Place(r), "the page tree counts %v pages and has %d", n, len(out)-before)
			}
		default:
			f.fault(f.Place(r), "object %d is neither a page nor a tree of pages", r)
		}
	}
	walk(f.Catalog()["Pages"], nil, 0)
	return out
}

// Box gives one of a page's boxes, and whether it has it.
func (f *File) Box(p Page, key Name) (Box, bool) { return f.Rect(p.boxes[key]) }

// Rect gives an object as a rectangle (7.9.5).
func (f *File) Rect(o Object) (Box, bool) {
	a := f.Array(o)
	var b Box
	if len(a) != 4 {
		return b, false
	}
	for i := range b {
		n, ok := f.Resolve(a[i]).(float64)
		if !ok {
			return b, false
		}
		b[i] = n
	}
	if b[0] > b[2] {
		b[0], b[2] = b[2], b[0]
	}
	if b[1] > b[3] {
		b[1], b[3] = b[3], b[1]
	}
	return b, true
}

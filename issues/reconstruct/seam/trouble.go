package seam

// A region is a run of units, from lo up to hi, that is read as one: some
// articles with a seam that does not hold, and their neighbours.
type region struct{ lo, hi int }

// breadth is how many readings of the region are kept side by side: fewer where
// it is so long that an issue cannot be mended, but only read to its end.
func (r region) breadth() int { return max(4, min(100000/max(1, r.hi-r.lo), breadth)) }

// regions finds where the text does not simply go on from line to line, and
// marks the units of articles, there and elsewhere, that are whole: nothing is
// taken out of them or put in. All outside of the regions is read as it stands.
func (e *evidence) regions() (found []region, whole []bool) {
	bounds := e.bounds()
	n := len(bounds) - 1 // articles, as they stand
	sick := make([]bool, n)
	for k := range sick {
		sick[k] = e.sick(bounds[k], bounds[k+1])
	}
	whole = make([]bool, len(e.units))
	covered := e.carried(bounds)
	e.spanned(bounds, covered)
	for k := range n {
		near := sick[k] || k > 0 && sick[k-1] || k+1 < n && sick[k+1]
		for i := bounds[k]; i < bounds[k+1]; i++ {
			whole[i] = !near
		}
		if !near && !covered[k] {
			continue
		}
		if last := len(found) - 1; last >= 0 && found[last].hi == bounds[k] {
			found[last].hi = bounds[k+1]
		} else {
			found = append(found, region{bounds[k], bounds[k+1]})
		}
	}
	return found, whole
}

// bounds lists the units that begin an article, the first unit, and the end.
func (e *evidence) bounds() []int {
	bounds := []int{0}
	for i := 1; i < len(e.units); i++ {
		if e.units[i].start {
			bounds = append(bounds, i)
		}
	}
	return append(bounds, len(e.units))
}

// sick reports whether the article that stands from lo up to hi has a seam
// that does not hold, or no proper end. What costs less than a unit of evidence
// is as it may be: an article may end on its source.
func (e *evidence) sick(lo, hi int) bool {
	if !e.units[lo].start && lo > 0 || e.units[lo].from != 0 {
		return true
	}
	t := begun(e.units, lo)
	for i := lo + 1; i < hi; i++ {
		a, b := &e.units[i-1], &e.units[i]
		broken := a.onTo != 0 || b.from != 0 || e.order(a, b) < -2 || e.known(i-1, i, nil) < 0
		if t.read(e.units, i) < -2 || t.take(b, i) < 0 || broken {
			return true
		}
	}
	return hi < len(e.units) && e.finish(hi-1) > 1
}

// carried marks the articles that lie between the two marks of a text that
// goes on some pages later.
func (e *evidence) carried(bounds []int) []bool {
	between := make([]bool, len(bounds)-1)
	waiting := 0
	for k := range between {
		for i := bounds[k]; i < bounds[k+1]; i++ {
			if e.units[i].from != 0 && waiting > 0 {
				waiting--
			}
			if e.units[i].onTo != 0 {
				waiting++
			}
		}
		between[k] = waiting > 0
	}
	if waiting > 0 {
		return make([]bool, len(between)) // a mark without a fellow holds nothing together
	}
	return between
}

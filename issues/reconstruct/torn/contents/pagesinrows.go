package contents

import "kanyin/issues/rise"

// risingPages gives the most fields whose pages do not fall from one to the
// next, among those that stand first in their rows, second, and so on.
func risingPages(fields []field) map[int]bool {
	var nth [][]int // fields with pages, by how many stand before them in their rows
	before := 0
	for i := range fields {
		if fields[i].opens {
			before = 0
		}
		if fields[i].page == 0 {
			continue
		}
		if before == len(nth) {
			nth = append(nth, nil)
		}
		nth[before] = append(nth[before], i)
		before++
	}
	rising := map[int]bool{}
	for _, at := range nth {
		for _, i := range longestRise(fields, at) {
			rising[i] = true
		}
	}
	return rising
}

// longestRise gives most of the fields whose pages do not fall.
func longestRise(fields []field, at []int) []int {
	pages := make([]int, len(at))
	for n, i := range at {
		pages[n] = fields[i].page
	}
	var out []int
	for _, n := range rise.Longest(pages) {
		out = append(out, at[n])
	}
	return out
}

// An edge is where in their rows pages stand.
type edge uint8

const (
	noEdge edge = iota
	leading
	trailing
)

// pageEdge reports whether one row in four has a page, and at which edge most
// of those stand that are not alone.
func pageEdge(fields []field, rising map[int]bool) (paged bool, at edge) {
	rows, first, last := 0, 0, 0
	for i := range fields {
		f := &fields[i]
		if f.opens {
			rows++
		}
		switch {
		case !rising[i] || f.opens && f.closes:
		case f.opens:
			first++
		case f.closes:
			last++
		}
	}
	const most = 4 // times as many as at the other edge
	switch {
	case first > most*last && 4*first > rows:
		at = leading
	case last > most*first && 4*last > rows:
		at = trailing
	}
	return 4*len(rising) > rows, at
}

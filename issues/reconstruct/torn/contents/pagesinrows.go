package contents

import (
	"sort"
)

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

// longestRise gives the longest chain of the fields whose pages do not fall.
func longestRise(fields []field, at []int) []int {
	var ends []int // of chains of each length, the one with the lowest end
	before := map[int]int{}
	for _, i := range at {
		n := sort.Search(len(ends), func(k int) bool { return fields[ends[k]].page > fields[i].page })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	var chain []int
	if len(ends) > 0 {
		for i := ends[len(ends)-1]; i >= 0; i = before[i] {
			chain = append(chain, i)
		}
	}
	return chain
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

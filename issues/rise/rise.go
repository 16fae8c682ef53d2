// Package rise finds the longest part of a list that rises: what of an order
// holds, where some of it stands in a wrong place.
package rise

import (
	"slices"
	"sort"
)

// Longest gives the places of most values that do not fall from one to the next,
// not necessarily neighbours, in their order (Schensted 1961).
func Longest(values []int) []int {
	var ends []int // of rises of each length, the place of the one with the lowest end
	before := make([]int, len(values))
	for i, v := range values {
		n := sort.Search(len(ends), func(n int) bool { return values[ends[n]] > v })
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
	var out []int
	if len(ends) > 0 {
		for i := ends[len(ends)-1]; i >= 0; i = before[i] {
			out = append(out, i)
		}
	}
	slices.Reverse(out)
	return out
}

package flow

import (
	"cmp"
	"math"
	"slices"
)

// typeArea gives the stretch of the width that nearly all lines of some length
// stand in.
func typeArea(rows []row, width float64) span {
	var lefts, rights []float64
	for _, r := range rows {
		for _, l := range r {
			if l.letters >= 6 {
				lefts, rights = append(lefts, l.x0), append(rights, l.x1)
			}
		}
	}
	if len(lefts) < 5 { // a page of a few words has no margins
		return span{0, width}
	}
	slices.Sort(lefts)
	slices.Sort(rights)
	n := len(lefts) / 20
	return span{lefts[n], rights[len(rights)-1-n]}
}

// outside tells a box that stands in the margin beside the type area.
func (a span) outside(b box) bool { return b.x1 < a.from-2 || b.x0 > a.to+2 }

// tabs takes edge tabs out of the rows: ideographs one under another beside the
// type area. Each stack is one line.
func tabs(rows []row, width float64) (rest []row, stacks []*line) {
	area := typeArea(rows, width)
	var small []*line
	for _, r := range rows {
		for _, l := range r {
			if l.letters <= 2 && l.ideographs && area.outside(l.box) {
				small = append(small, l)
			}
		}
	}
	slices.SortStableFunc(small, func(a, b *line) int {
		return cmp.Or(cmp.Compare(math.Round(a.midX()/4), math.Round(b.midX()/4)), cmp.Compare(a.base, b.base))
	})
	gone := map[*line]bool{}
	for i := 0; i < len(small); {
		j := i + 1
		for j < len(small) && stacked(small[j-1], small[j]) {
			j++
		}
		if j > i+1 {
			var runs []run
			for _, l := range small[i:j] {
				gone[l] = true
				runs = append(runs, l.runs...)
			}
			for k := range runs {
				runs[k].glue = ""
			}
			l := newLine(runs)
			l.furniture, l.turned = true, down
			stacks = append(stacks, l)
		}
		i = j
	}
	if len(gone) == 0 {
		return rows, nil
	}
	for _, r := range rows {
		if r = slices.DeleteFunc(r, func(l *line) bool { return gone[l] }); len(r) > 0 {
			rest = append(rest, r)
		}
	}
	return rest, stacks
}

// stacked tells whether b stands under a, as letters of one word do.
func stacked(a, b *line) bool {
	return math.Abs(a.midX()-b.midX()) < .4*a.size && b.base-a.base < 1.5*a.size && math.Abs(a.size-b.size) < .1*a.size
}

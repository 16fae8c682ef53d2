package flow

import (
	"math"
	"slices"
)

// Habits are how an issue shows where a paragraph begins.
type habits struct {
	em     float64
	pitch  float64 // from baseline to baseline inside a paragraph, in ems of the line
	indent bool    // first lines are set in
	spaced bool    // white stands between paragraphs
}

// newHabits reads them from the lines of all pages, in order.
func newHabits(pages [][]*line, em float64) *habits {
	h := &habits{em: em}
	var steps []float64
	for _, ls := range pages {
		for i, l := range ls {
			if i > 0 && h.alike(ls[i-1], l) && l.base > ls[i-1].base {
				if step := (l.base - ls[i-1].base) / l.size; step < 4 {
					steps = append(steps, step)
				}
			}
		}
	}
	if len(steps) == 0 {
		h.pitch = 1.6
		return h
	}
	slices.Sort(steps)
	h.pitch = steps[len(steps)*2/5] // white between paragraphs makes the larger ones
	wide := 0
	for _, s := range steps {
		// Lines of one paragraph stand alike but for rounding; an eighth more is white.
		if s > 1.12*h.pitch+.05 {
			wide++
		}
	}
	set, all := 0, 0
	for _, ls := range pages {
		for _, g := range columnsOf(ls) {
			edge := h.edges(g)
			for _, l := range g {
				if !h.text(l) {
					continue
				}
				all++
				// The indent is two ems; a mark may hang half an em out, and justifying widen it.
				if in := (l.x0 - edge.from) / l.size; in > 1.4 && in < 2.7 {
					set++
				}
			}
		}
	}
	h.indent = set*25 > all // a paragraph has ten lines or so, and some have none
	h.spaced = !h.indent && wide*25 > len(steps)
	return h
}

// text tells a line set as the running text is.
func (h *habits) text(l *line) bool {
	return math.Abs(l.size-h.em) < .06*h.em && !l.furniture && !l.table
}

// alike tells lines of one kind that may be of one paragraph.
func (h *habits) alike(a, b *line) bool {
	if a.furniture || b.furniture || a.table || b.table || a.turned != b.turned || a.boxed != b.boxed || math.Abs(a.size-b.size) > .06*b.size {
		return false
	}
	return a.face == b.face && a.bold == b.bold || !a.ideographs || !b.ideographs
}

// columnsOf gives the lines of a page by the column that they stand in.
func columnsOf(ls []*line) [][]*line {
	at := map[[2]int]int{}
	var out [][]*line
	for _, l := range ls {
		if l.furniture || l.turned != upright {
			continue
		}
		key := [2]int{int(math.Round(l.measure.from / 6)), int(math.Round(l.measure.to / 6))}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], l)
	}
	return out
}

// edges gives the left edge of a column's running text, and its right edge.
func (h *habits) edges(ls []*line) span {
	var lefts, rights []float64
	for _, l := range ls {
		if h.text(l) {
			lefts, rights = append(lefts, l.x0), append(rights, l.x1)
		}
	}
	if len(lefts) == 0 {
		for _, l := range ls {
			lefts, rights = append(lefts, l.x0), append(rights, l.x1)
		}
	}
	slices.Sort(lefts)
	slices.Sort(rights)
	// The left edge is where most lines begin, unless those are first lines and
	// the others begin two ems before. Marks hang half an em out of either edge.
	left := crowd(lefts, .3*h.em)
	for _, x := range lefts {
		if in := (left - x) / h.em; in > 1.4 && in < 2.7 && within(lefts, x, .3*h.em)*8 >= len(lefts) {
			left = x
			break
		}
	}
	return span{left, crowd(rights[len(rights)/2:], .3*h.em)}
}

// crowd gives the place where most of the sorted values are, give or take near.
func crowd(vs []float64, near float64) float64 {
	best, most := vs[0], 0
	j := 0
	for i := range vs {
		for vs[i]-vs[j] > 2*near {
			j++
		}
		if n := i - j + 1; n > most {
			best, most = vs[(i+j)/2], n
		}
	}
	return best
}

// within counts the sorted values that lie within near of x.
func within(vs []float64, x, near float64) int {
	i, _ := slices.BinarySearch(vs, x-near)
	j, _ := slices.BinarySearch(vs, x+near)
	return j - i
}

// tell says of every line whether it begins or ends a paragraph, where the page
// shows it.
func (h *habits) tell(pages [][]*line) {
	var last *line // of the text before, maybe of another page
	for _, ls := range pages {
		edge := map[*line]span{}
		for _, g := range columnsOf(ls) {
			e := h.edges(g)
			for _, l := range g {
				edge[l] = e
			}
		}
		for _, l := range ls {
			if l.furniture || l.turned != upright {
				continue
			}
			l.start = h.begins(last, l, edge[l])
			if last != nil && l.start != 0 {
				last.end = l.start
			}
			l.edge = edge[l]
			last = l
		}
	}
	if last != nil {
		last.end = 1
	}
}

// begins tells whether l begins a paragraph, standing behind p: 1 yes, -1 no, 0
// where the page does not show it. An indent is two ems, give or take what marks at
// the line's head take; what is set in further is centred or hangs at the right and
// says nothing. A line ends short when it leaves more free than kinsoku ever does.
func (h *habits) begins(p, l *line, e span) int8 {
	if p == nil || !h.alike(p, l) {
		return 1
	}
	if l.table {
		return 1
	}
	in := (l.x0 - l.inset - e.from) / l.size
	white := (p.edge.to - p.x1) / l.size // what p leaves free of its column
	below := l.base > p.base && math.Abs(p.edge.from-e.from) < 1 && math.Abs(p.edge.to-e.to) < 1
	if below {
		if step := (l.base - p.base) / l.size; step > max(1.3*h.pitch, h.pitch+.3) {
			return 1
		}
		if math.Abs(l.x0-p.x0) < .3*l.size && in > .8 { // a block set in, or lines in the middle
			if white > 2.5 && in < 3 && h.indent {
				return 1
			}
			return 0
		}
	}
	if in > 1.3 && in < 3.2 {
		if h.indent {
			return 1
		}
		return 0
	}
	if in >= 3.2 {
		return 0
	}
	switch {
	case white > 2.2 && h.indent: // a short line, and then one that is not set in: a list, verse, code
		return 0
	case white > 2.2:
		return 1
	case h.indent, h.spaced && below:
		return -1
	}
	return 0
}

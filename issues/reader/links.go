package reader

import (
	"maps"
	"slices"

	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
	"kanyin/issues/reconstruct/told"
)

// pins gives what is known of rows, in the order in which they are read: what
// they are, and that a block begins or goes on with them.
func pins(read []rows.Row, known *told.Lines) map[int]label.Pin {
	if known == nil {
		return nil
	}
	out := map[int]label.Pin{}
	begins := func(i int, yes bool) {
		p, ok := out[i]
		if !ok {
			p.Any = true
		}
		p.Begins, p.Either = yes, false
		out[i] = p
	}
	for i, r := range read {
		if p, ok := known.Kind(r.Line); ok {
			out[i] = p
		}
		if i == 0 {
			continue
		}
		switch before := read[i-1].Line; {
		case known.Follows(r.Line) == before:
			begins(i, false)
		case known.Ending(before):
			begins(i, true)
		}
	}
	return out
}

// held lets what is known hold in rows whose kinds their document says, as those of
// a manuscript: it changes their labels, and gives them in the order to be read in.
func held(rs []rows.Row, labels []label.Label, known *told.Lines) ([]rows.Row, []label.Label) {
	pin(labels, pins(rs, known))
	perm, moved := linked(rows.Numbers(len(rs)), rs, labels, known)
	if !moved {
		return rs, labels
	}
	read, says := permuted(rs, perm), permuted(labels, perm)
	pin(says, pins(read, known)) // what goes on after what is seen now
	return read, says
}

// pin changes labels to what is known of their rows. It is for labels that a
// document gave; where the chain weighs them, it is told the pins itself.
func pin(labels []label.Label, known map[int]label.Pin) {
	for i, p := range known {
		l := &labels[i]
		switch {
		case p.Not && l.Kind == p.Kind: // no title: a heading in the text before it
			l.Kind, l.Begins = label.Heading, true
		case !p.Not && !p.Any && l.Kind != p.Kind:
			l.Kind, l.Begins = p.Kind, true
		}
		if !p.Either {
			l.Begins = p.Begins
		}
	}
}

// linked puts rows behind those that they are known to go on after: inside one
// article the block that begins there, from another article all that follows, in
// exchange for what stands there. What the rows are is to be read anew then.
func linked(perm []int, read []rows.Row, labels []label.Label, known *told.Lines) ([]int, bool) {
	if !known.Linked() {
		return perm, false
	}
	o := linking{perm: slices.Clone(perm), labels: slices.Clone(labels), lines: make([]int, len(read))}
	for i, r := range read {
		o.lines[i] = r.Line
	}
	moved := false
	for _, line := range slices.Sorted(maps.Keys(known.After)) {
		moved = o.link(known.After[line], line) || moved
	}
	return o.perm, moved
}

// A linking is rows being put into another order.
type linking struct {
	perm   []int
	labels []label.Label
	lines  []int
}

// link puts the row of a line behind that of another, and reports whether it moved.
func (o *linking) link(before, line int) bool {
	t, h := slices.Index(o.lines, before), slices.Index(o.lines, line)
	if t < 0 || h < 0 || t == h || o.adjoins(t, h) || o.labels[h].Kind == label.Title {
		return false
	}
	if o.end(t) == o.end(h) {
		o.exchange(t+1, t+1, h, o.blockEnd(h, t))
	} else {
		o.exchange(t+1, o.end(t), h, o.end(h))
	}
	return true
}

// adjoins reports whether row h goes on where row t ends: only what stands beside
// the text is between.
func (o *linking) adjoins(t, h int) bool {
	if h <= t {
		return false
	}
	return !slices.ContainsFunc(o.labels[t+1:h], func(l label.Label) bool { return !beside(l.Kind) })
}

// beside reports whether such a row stands beside the text and parts none.
func beside(k label.Kind) bool {
	return k == label.Running || k == label.Caption || k == label.Quote || k == label.Section
}

// end gives the row behind the last of the article that row i stands in.
func (o *linking) end(i int) int {
	for i++; i < len(o.labels); i++ {
		if o.labels[i].Kind != label.Title || !o.labels[i].Begins {
			continue
		}
		for i > 0 && over(o.labels[i-1].Kind) {
			i--
		}
		return i
	}
	return i
}

// over reports whether such a row stands over the title that follows it.
func over(k label.Kind) bool { return k == label.Kicker || k == label.Section || k == label.Running }

// blockEnd gives the row behind the last of the block that begins with row h; it
// does not reach over row t.
func (o *linking) blockEnd(h, t int) int {
	i := h + 1
	for i < len(o.labels) && i != t && !o.labels[i].Begins && o.labels[i].Kind == o.labels[h].Kind {
		i++
	}
	return i
}

// exchange lets the rows from a0 up to a1 and those from b0 up to b1 change places.
func (o *linking) exchange(a0, a1, b0, b1 int) {
	if b0 < a0 {
		a0, a1, b0, b1 = b0, b1, a0, a1
	}
	if a1 > b0 {
		return // they overlap: what follows the one is the other
	}
	o.perm = exchanged(o.perm, a0, a1, b0, b1)
	o.labels = exchanged(o.labels, a0, a1, b0, b1)
	o.lines = exchanged(o.lines, a0, a1, b0, b1)
}

func exchanged[T any](list []T, a0, a1, b0, b1 int) []T {
	return slices.Concat(list[:a0], list[b0:b1], list[a1:b0], list[a0:a1], list[b1:])
}

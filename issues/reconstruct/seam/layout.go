package seam

import (
	"kanyin/issues/reconstruct/seam/phrase"
)

// A layout turns the links between units into articles and blocks of pieces.
type layout struct {
	pieces []Piece
	units  []unit
	after  []int   // of each unit
	beside [][]int // of each unit: the asides that stand behind it
	first  []int   // asides before all units
}

func newLayout(pieces []Piece, units []unit, after []int) *layout {
	l := &layout{pieces: pieces, units: units, after: after, beside: make([][]int, len(units))}
	of := make([]int, len(pieces)) // 1 + the unit of a piece
	for u := range units {
		for _, p := range units[u].pieces {
			of[p] = u + 1
		}
	}
	unit := 0
	for i, p := range pieces {
		switch {
		case p.Label == Furniture: // it belongs to no article
		case of[i] > 0:
			unit = of[i]
		case unit == 0:
			l.first = append(l.first, i)
		default:
			l.beside[unit-1] = append(l.beside[unit-1], i)
		}
	}
	return l
}

// fill puts the articles and the loose blocks into the result.
func (l *layout) fill(r *Result) {
	for _, p := range l.first {
		r.Loose = append(r.Loose, []int{p})
	}
	followed := l.adopt()
	for u := range l.units {
		switch {
		case l.units[u].start:
			r.Articles = append(r.Articles, Article{Start: l.units[u].pieces[0], Blocks: l.blocks(u)})
		case !followed[u]:
			r.Loose = append(r.Loose, l.blocks(u)...)
		}
	}
}

// adopt lets text that follows nothing follow the unit it stands behind, and
// tells for each unit whether it follows one.
func (l *layout) adopt() []bool {
	followed := make([]bool, len(l.units))
	for _, h := range l.after {
		if h >= 0 {
			followed[h] = true
		}
	}
	for h := 1; h < len(l.units); h++ {
		if followed[h] || l.units[h].start || l.units[h].starts == 0 {
			continue
		}
		tail := h
		for l.after[tail] >= 0 {
			tail = l.after[tail]
		}
		before := l.behind(h - 1)
		l.after[tail], l.after[before], followed[h] = l.after[before], h, true
	}
	return followed
}

// behind gives the last of the units that are known to go on after unit u: nothing
// is put between them.
func (l *layout) behind(u int) int {
	for l.units[u].leads != 0 && l.after[u] == l.units[u].leads-1 {
		u = l.after[u]
	}
	return u
}

// blocks lists the blocks of the thread that begins with unit u.
func (l *layout) blocks(u int) [][]int {
	var blocks, asides [][]int
	for before := -1; u >= 0; before, u = u, l.after[u] {
		if before >= 0 && joins(l.units, before, u) {
			end := len(blocks) - 1
			blocks[end] = append(blocks[end], l.units[u].pieces...)
		} else {
			blocks = append(append(blocks, asides...), append([]int(nil), l.units[u].pieces...))
			asides = nil
		}
		for _, p := range l.beside[u] {
			asides = append(asides, []int{p})
		}
	}
	return append(blocks, asides...)
}

// joins reports whether unit h goes on in the block of unit t.
func joins(units []unit, t, h int) bool {
	a, b := &units[t], &units[h]
	switch {
	case b.follows == t+1 && !b.kept:
		return a.label == b.label
	case a.ends:
		return false
	case b.apart || b.start || a.label != b.label:
		return false
	case a.onTo != 0 && b.from != 0:
		return !a.ended
	case a.label != Body || a.ended:
		return false
	}
	if phrase.Announces(a.tail) {
		return phrase.Figures(b.text)
	}
	return a.dangles
}

package seam

// Links that somebody knows are held by what the others cost: every reading that
// lacks one is worse by so much than any that has all.
const (
	// contrary is what a link costs that stands in a known one's place; an end or a
	// beginning there costs half, since a text that waits has both until it goes on.
	contrary = 1e4
	// sure is what a known link is worth: so much that no other evidence against it,
	// such as its distance, lets its reading fall behind before it is made.
	sure = 2 * hopeless
)

// know ties the units whose pieces are known to go on after each other. What
// cannot be (a start that goes on, a text that goes on after itself, two behind
// one) ties nothing. It reports whether any are tied.
func know(pieces []Piece, units []unit) (tied bool) {
	tails := map[int]int{} // units by the Line of their last piece
	for u := range units {
		tails[pieces[last(units[u].pieces)].Line] = u
	}
	for h := range units {
		t, ok := tails[pieces[units[h].pieces[0]].After]
		if !ok || t == h || units[h].start || units[t].leads != 0 || circle(units, t, h) {
			continue
		}
		units[h].follows, units[t].leads, tied = t+1, h+1, true
	}
	return tied
}

// keep ties what a text is known to go on after, and all before it, to the places
// where they are read if nothing is known: the text comes to them, and they do
// not come to the text.
func keep(units []unit, after []int) {
	before := make([]int, len(units)) // 1 + the unit read before, 0 for none
	for t, h := range after {
		if h >= 0 {
			before[h] = t + 1
		}
	}
	for t := range units {
		if units[t].leads == 0 || units[t].kept {
			continue
		}
		for h := t; units[h].follows == 0 && before[h] > 0; h = before[h] - 1 {
			p := before[h] - 1
			if units[p].leads != 0 || circle(units, p, h) {
				break
			}
			units[h].follows, units[h].kept, units[p].leads = p+1, true, h+1
		}
	}
}

// circle reports whether unit t is known to be read somewhere behind unit h.
func circle(units []unit, t, h int) bool {
	for u := h; units[u].leads != 0; u = units[u].leads - 1 {
		if units[u].leads-1 == t {
			return true
		}
	}
	return false
}

// known weighs a link by what is known: it is one of those, or stands in the
// place of one.
func (e *evidence) known(t, h int, why *reasons) float64 {
	a, b := &e.units[t], &e.units[h]
	switch {
	case a.leads == 0 && b.follows == 0 && b.leads != t+1:
		return 0
	case a.leads == h+1:
		why.because(sure, "it is known to go on here")
		return sure
	}
	return -contrary
}

// spanned marks the articles between two units that are known to go on after each
// other and do not stand so.
func (e *evidence) spanned(bounds []int, covered []bool) {
	for h := range e.units {
		t := e.units[h].follows - 1
		if t < 0 || h == t+1 {
			continue
		}
		for k := range covered {
			if bounds[k+1] > min(t, h) && bounds[k] <= max(t, h) {
				covered[k] = true
			}
		}
	}
}

// lacksKnown reports whether a reading lacks a known link.
func lacksKnown(units []unit, after []int) bool {
	for h := range units {
		if t := units[h].follows - 1; t >= 0 && after[t] != h {
			return true
		}
	}
	return false
}

package contents

import (
	"math"
	"slices"

	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
)

// A role is what some fields of the contents say together.
type role uint8

const (
	noRole     role = iota // before the first and after the last
	pageRole               // where the article stands
	titleRole              // what it is called
	namesRole              // who wrote it
	columnRole             // the column that the next entries stand in
	asideRole              // a head, a date, what is no part of the list
	roles
)

// A span is a run of fields read as one thing, and what that reading costs.
type span struct {
	from, to int // fields
	role     role
	text     string
	cost     float64
}

// readRoles reads the fields from end to end: of all ways to part them into
// spans it takes the one that costs least (Viterbi 1967). What a span costs
// says the body; what may follow what is learnt from the issue itself, by
// reading again with the habits that the reading before showed.
func readRoles(d *draft.Draft, fields []field, w *witness) []span {
	const rounds = 3 // the second learns from the body, the third from the whole
	spans := w.spans(fields)
	h := newHabits(w)
	var best []span
	for range rounds {
		best = cheapest(fields, spans, h)
		h = newHabits(w)
		h.learn(fields, best)
	}
	return best
}

// A step is the cheapest way to read the fields up to some place.
type step struct {
	cost float64
	span int // the last span, -1 for none
	prev role
}

// cheapest gives the spans of the cheapest reading. spans stand in the order of
// their first fields.
func cheapest(fields []field, spans []span, h *habits) []span {
	n := len(fields)
	steps := make([][roles]step, n+1)
	for i := range steps {
		for r := range steps[i] {
			steps[i][r] = step{cost: math.Inf(1), span: -1}
		}
	}
	steps[0][noRole].cost = 0
	for k := range spans {
		s := &spans[k]
		at := &steps[s.to][s.role]
		for prev := range role(roles) {
			before := steps[s.from][prev].cost
			if math.IsInf(before, 1) {
				continue
			}
			c := before + s.cost + h.cost(prev, s.role, fields[s.from].gap, &fields[s.from])
			if c < at.cost {
				*at = step{cost: c, span: k, prev: prev}
			}
		}
	}
	last, least := noRole, math.Inf(1)
	for r := range role(roles) {
		if c := steps[n][r].cost + endCost[r]; c < least {
			last, least = r, c
		}
	}
	var out []span
	for i, r := n, last; i > 0; {
		st := steps[i][r]
		s := spans[st.span]
		out = append(out, s)
		i, r = s.from, st.prev
	}
	slices.Reverse(out)
	return out
}

// endCost is what it costs to end with a role: a column has entries behind it.
var endCost = [roles]float64{columnRole: 3}

// habits are the steps from role to role that the contents take, and the dress
// of their columns.
type habits struct {
	taken  [roles][roles][gaps]float64
	from   [roles]float64
	dress  map[dressed]float64
	learnt bool
	paged  bool // entries have pages
	pages  edge // of the rows at which these stand
}

// anyMark counts all marks of a role.
const anyMark = rune(-1)

// A dressed role is one whose row begins with that mark.
type dressed struct {
	role role
	mark rune
}

func newHabits(w *witness) *habits {
	return &habits{dress: map[dressed]float64{}, paged: w.paged, pages: w.pages}
}

// learn counts the steps of a reading.
func (h *habits) learn(fields []field, spans []span) {
	h.learnt = true
	prev := noRole
	for _, s := range spans {
		f := &fields[s.from]
		h.taken[prev][s.role][f.gap]++
		h.from[prev]++
		if f.opens {
			h.dress[dressed{s.role, f.dress()}]++
			h.dress[dressed{s.role, anyMark}]++
		}
		prev = s.role
	}
}

// cost is what the step from prev to next costs.
func (h *habits) cost(prev, next role, g gap, f *field) float64 {
	prior := priorStep(prev, next, g)
	if f.opens && f.dress() != 0 && next != columnRole && next != asideRole {
		prior += 0.6 // a mark at the row's head is a column's sooner than a title's
		if wording.Framed(f.text) && f.closes {
			prior += 0.6 // and a frame all the more
		}
	}
	const pageless = 2.0 // what a title without a page costs where others have theirs on their rows
	switch {
	case g != nextRow || f.dash():
	case h.paged && h.pages == noEdge && prev == titleRole && next == titleRole:
		prior += pageless / 2 // they may stand on rows between
	case h.pages == leading && next == titleRole && prev != pageRole:
		prior += pageless
	case h.pages == trailing && prev == titleRole && next != pageRole && next != namesRole:
		prior += pageless
	}
	if !h.learnt {
		return prior
	}
	const (
		few    = 0.5 // the count that a step never seen is given
		kinds  = 4   // steps that lead on from most roles
		weight = 0.7 // of habit: a habit of nine in ten outweighs half a witness
		still  = 0.4 // of the prior, so that a habit cannot turn the impossible likely
	)
	seen := h.taken[prev][next][g] + few
	c := still*prior + min(-weight*math.Log(seen/(h.from[prev]+kinds*few)), mostHabit[next])
	if f.opens {
		c -= weight * math.Log((h.dress[dressed{next, f.dress()}]+few)/(h.dress[dressed{next, anyMark}]+2*few))
	}
	return c
}

// mostHabit is the most that a step against the habit costs: columns are rare
// by nature, and so is what is no part of the list.
var mostHabit = [roles]float64{2, 2, 2, 2, 0.8, 1}

// priorStep is what a step costs in contents of which nothing is known.
func priorStep(prev, next role, g gap) float64 {
	if g != nextRow {
		return onOneRow[prev][next]
	}
	return onNextRow[prev][next]
}

// onOneRow and onNextRow are those costs: 0 for what most contents do, 3 for what
// none should. Rows are the role before, columns noRole, page, title, names,
// column, aside.
var onOneRow = [roles][roles]float64{
	noRole:     {3, 0.4, 0.4, 1.5, 1, 1},
	pageRole:   {3, 3, 0.2, 0.6, 0.8, 3},
	titleRole:  {3, 0.2, 2.2, 0.3, 2.5, 3},
	namesRole:  {3, 0.3, 0.6, 2.2, 2.5, 3},
	columnRole: {3, 0.8, 0.6, 3, 3, 3},
	asideRole:  {3, 3, 3, 3, 3, 3},
}

var onNextRow = [roles][roles]float64{
	noRole:     {3, 0.4, 0.4, 1.0, 0.4, 0.3},
	pageRole:   {3, 2, 0.3, 0.8, 0.5, 0.5},
	titleRole:  {3, 0.3, 0.5, 0.8, 0.6, 0.5},
	namesRole:  {3, 0.3, 0.4, 1.8, 0.5, 0.5},
	columnRole: {3, 0.3, 0.3, 1.5, 1.3, 1},
	asideRole:  {3, 0.4, 0.4, 1.2, 0.4, 0.3},
}

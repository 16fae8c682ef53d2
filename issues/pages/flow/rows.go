package flow

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// A row is the lines that stand side by side on one baseline, from left to right.
type row []*line

const (
	// Runs stand on one baseline where theirs differ by less than this, in ems of
	// the smaller: recognisers and Latin faces wobble by a sixth, raised figures by
	// a third and more, lines follow one another by one and more.
	wobble = .28
	// White under this, in ems, is never a gutter: a squeezed mark leaves a half.
	wordWhite = .55
	// White under this, in ems, is none.
	hardly = .12
)

// squeeze gives how far, in ems, a run may reach into the one before: a mark gives
// half an em where it meets another, an opening one both its own and the other's,
// and the boxes do not tell. What overlaps more is printed over the other.
func squeeze(r run) float64 {
	if r.opens() {
		return 1.1
	}
	return .6
}

// opens tells a run that begins with an opening mark, whose ink stands in the
// right half of its box.
func (r run) opens() bool {
	first, _ := utf8.DecodeRuneInString(r.Text)
	return strings.ContainsRune("“‘「『（《〈【〔［｛", first)
}

// closes tells a run that is a closing mark alone, whose ink stands in the left
// half of its box.
func (r run) closes() bool {
	first, n := utf8.DecodeRuneInString(r.Text)
	return n == len(r.Text) && strings.ContainsRune("，。、；：！？”’」』）》〉】〕］｝", first)
}

// baselines gathers runs into rows, topmost first, cut at white that could be a gutter.
func baselines(runs []run) []row {
	slices.SortStableFunc(runs, func(a, b run) int { return cmp.Or(cmp.Compare(a.base, b.base), cmp.Compare(a.x0, b.x0)) })
	type open struct {
		base float64
		runs []run
	}
	var rows []*open
	for _, r := range runs {
		var home *open
		for i := len(rows) - 1; i >= max(0, len(rows)-8); i-- { // lines of other sizes stand between the runs of one
			q := rows[i]
			if math.Abs(q.base-r.base) < wobble*min(r.size, q.runs[0].size) {
				home = q
				break
			}
		}
		if home == nil {
			home = &open{base: r.base}
			rows = append(rows, home)
		}
		home.runs = append(home.runs, r)
	}
	out := make([]row, 0, len(rows))
	for _, q := range rows {
		out = append(out, cut(q.runs))
	}
	return out
}

// cut makes lines of the runs of one baseline, ended wherever white stands. Text
// that is printed over other text (a line of code that is longer than its column
// is wide) goes on with the text that it touches, not with what lies under it.
func cut(rs []run) row {
	slices.SortStableFunc(rs, func(a, b run) int { return cmp.Compare(a.x0, b.x0) })
	var open [][]run
	for _, r := range rs {
		home, least := -1, math.Inf(1)
		for i := len(open) - 1; i >= max(0, len(open)-4); i-- {
			q := open[i][len(open[i])-1]
			em := min(q.size, r.size)
			gap := (r.x0 - q.x1) / em
			if gap < 0 { // what overlaps is the white of the mark before
				gap = (r.x0 - q.x1) / max(em, q.size)
			}
			same := r.Face == q.Face && math.Abs(r.x0-q.lastEdge()) < .05*em
			if same { // one glyph for two characters, as the dash of two ems
				gap = 0
			}
			if max(q.size, r.size) > leastInitial*em { // a dropped initial beside its text; others come together again
				continue
			}
			if gap > wordWhite || gap < -squeeze(r) {
				continue
			}
			if d := math.Abs(gap) + math.Abs(r.size-q.size)/em; d < least {
				home, least = i, d
			}
		}
		if home < 0 {
			open = append(open, []run{r})
			continue
		}
		chain := append(open[home], r)
		if n := len(chain) - 2; r.closes() && chain[n].opens() && r.x0-chain[n].x0 < .55*r.size { // squeezed until the boxes changed places
			chain[n], chain[n+1] = chain[n+1], chain[n]
		}
		open[home] = chain
	}
	out := make(row, len(open))
	for i, runs := range open {
		for k := 1; k < len(runs); k++ {
			runs[k].glue = glue(runs[k-1], runs[k])
		}
		out[i] = newLine(runs)
	}
	return out
}

// raised puts figures that stand over or under the baseline (note numbers, small
// print in formulas) into the line that they touch.
func raised(rows []row) []row {
	var all []*line
	for _, r := range rows {
		all = append(all, r...)
	}
	slices.SortStableFunc(all, func(a, b *line) int { return cmp.Compare(a.y0, b.y0) })
	tallest := 0.0
	for _, l := range all {
		tallest = max(tallest, l.height())
	}
	gone := map[*line]bool{}
	for _, s := range all {
		if s.letters > 6 || s.letters == 0 {
			continue
		}
		// Lines that can reach s begin at most the tallest line's height over it.
		from := sort.Search(len(all), func(i int) bool { return all[i].y0 >= s.y0-min(tallest, 4*s.size) })
		for i := from; i < len(all) && all[i].y0 < s.y1; i++ {
			l := all[i]
			if l == s || gone[l] || s.size > .8*l.size || s.size < .3*l.size || math.Abs(l.base-s.base) > .6*l.size || l.beside(s.box) < .6*s.height() {
				continue
			}
			if at := touches(l, s); at >= 0 {
				insert(l, s, at)
				gone[s] = true
				break
			}
		}
	}
	if len(gone) == 0 {
		return rows
	}
	for i, r := range rows {
		rows[i] = slices.DeleteFunc(r, func(l *line) bool { return gone[l] })
	}
	return slices.DeleteFunc(rows, func(r row) bool { return len(r) == 0 })
}

// touches gives the run of l that s would stand before, len(l.runs) for behind
// all, -1 where it touches none.
func touches(l, s *line) int {
	near := .25 * l.size
	for i := 0; i <= len(l.runs); i++ {
		left, right := i == 0 || s.x0 >= l.runs[i-1].x1-near, i == len(l.runs) || s.x1 <= l.runs[i].x0+near
		abut := i > 0 && s.x0-l.runs[i-1].x1 < near || i < len(l.runs) && i > 0 && l.runs[i].x0-s.x1 < near
		if left && right && abut {
			return i
		}
	}
	return -1
}

// insert puts the runs of s before l's run at.
func insert(l, s *line, at int) {
	base, size, box := l.base, l.size, l.box
	l.runs = slices.Concat(l.runs[:at], s.runs, l.runs[at:])
	for i := max(at, 1); i < len(l.runs) && i <= at+len(s.runs); i++ {
		l.runs[i].glue = glue(l.runs[i-1], l.runs[i])
	}
	l.measureRuns()
	l.base, l.size, l.y0, l.y1 = base, size, box.y0, box.y1
}

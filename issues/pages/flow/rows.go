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

// Gutters tell white between columns from white inside a line.
type gutters struct {
	rows  []row     // of the page, topmost first
	em    float64   // of most of its text
	lefts []float64 // where lines begin, sorted
	cover []int     // how many lines cross each stretch
}

// stretch is the width of a step of gutters.cover, in points.
const stretch = 2

// findGutters reads the white of a page as wide as the given width.
func findGutters(rows []row, width float64) gutters {
	g := gutters{rows: rows, em: bodySize(rows), cover: make([]int, int(max(0, min(width, far)))/stretch+3)}
	for _, r := range rows {
		for _, l := range r {
			for i := 0; i < len(l.runs); { // cut at any white: what hangs into a gutter from both sides leaves little
				j := i + 1
				for j < len(l.runs) && l.runs[j].x0-l.runs[j-1].x1 < hardly*l.size {
					j++
				}
				g.lefts = append(g.lefts, l.runs[i].x0)
				g.cover[g.at(l.runs[i].x0)]++
				g.cover[g.at(l.runs[j-1].x1)+1]--
				i = j
			}
		}
	}
	for i := 1; i < len(g.cover); i++ {
		g.cover[i] += g.cover[i-1]
	}
	sort.Float64s(g.lefts)
	return g
}

func (g gutters) at(x float64) int { return max(0, min(int(x)/stretch, len(g.cover)-2)) }

// between tells whether the white between a line and the next of its row is a
// gutter: lines begin at its right edge and not many more cross it, or hardly
// any does. Little white asks for more of them, since words leave as much.
func (g gutters) between(r row, i int) bool {
	a, b := r[i], r[i+1]
	em := min(a.size, b.size)
	gap := (b.x0 - a.x1) / em
	if a.width() <= 3*em && gap <= 1.3 && (i == 0 || a.x0-r[i-1].x1 > 2*em) { // a list's mark or number, not a column
		return false
	}
	if a.mono {
		em = max(em, g.em) // code is set smaller, and in by less than an em of the text
	}
	begin, crossed := g.begin(min(a.x1+.3*em, b.x0-.6*em), b.x0+.6*em), math.MaxInt
	for k := g.at(a.x1); k <= g.at(b.x0); k++ {
		crossed = min(crossed, g.cover[k])
	}
	if a.mono && math.Abs(a.size-b.size) < .03*em { // columns of code are not the page's
		return begin >= 8 && 3*crossed <= begin
	}
	if begin >= 3 && crossed <= 2*begin && gap > 1.1 || begin >= 6 && 3*crossed <= begin {
		return true
	}
	// Or there is much text on both sides and hardly any across, on the page or near by.
	if gap < .8 {
		return false
	}
	return 5*crossed <= min(g.most(a.x1-8*em, a.x1), g.most(b.x0, b.x0+8*em)) || g.nearby(a, b)
}

// nearby tells whether the lines over and under the white between a and b keep
// clear of it, on both its sides.
func (g gutters) nearby(a, b *line) bool {
	const reach = 10 // rows; those of other columns count
	em := min(a.size, b.size)
	at := sort.Search(len(g.rows), func(i int) bool { return g.rows[i][0].base >= a.base })
	left, right, across := 0, 0, 0
	for i := max(0, at-reach); i < min(len(g.rows), at+reach); i++ {
		for _, l := range g.rows[i] {
			switch {
			case l == a || l == b || math.Abs(l.base-a.base) > 14*em:
			case l.x1 < b.x0-.3*em:
				if l.x1 > a.x1-10*em {
					left++
				}
			case l.x0 > a.x1+.3*em:
				if l.x0 < b.x0+10*em {
					right++
				}
			default:
				across++
			}
		}
	}
	return min(left, right) >= 4 && 4*across <= min(left, right)
}

// begin counts the lines that begin from x to y.
func (g gutters) begin(x, y float64) int {
	return sort.SearchFloat64s(g.lefts, y) - sort.SearchFloat64s(g.lefts, x)
}

// most gives how many lines cross the fullest place of a stretch.
func (g gutters) most(from, to float64) int {
	n := 0
	for i := g.at(from); i <= g.at(to); i++ {
		n = max(n, g.cover[i])
	}
	return n
}

// split cuts a line where one of its runs begins at the left edge of a column:
// marks that hang into a gutter from both sides leave hardly any white in it.
func (g gutters) split(l *line) row {
	var out row
	from := 0
	for i := 1; i < len(l.runs); i++ {
		gap := (l.runs[i].x0 - l.runs[i-1].x1) / l.size
		if gap < hardly && gap > -squeeze(l.runs[i]) || !g.edge(l.runs[i].x0, l.size) || l.runs[i-1].x1-l.runs[from].x0 < 4*l.size || l.x1-l.runs[i].x0 < 4*l.size {
			continue
		}
		out = append(out, newLine(slices.Clip(l.runs[from:i])))
		from = i
	}
	if from == 0 {
		return row{l}
	}
	return append(out, newLine(l.runs[from:]))
}

// edge tells whether x is the left edge of a column: many lines begin there, few cross it.
func (g gutters) edge(x, em float64) bool {
	n := g.begin(x-.6*em, x+.6*em)
	return n >= 5 && 3*g.cover[g.at(x-.3*em)] <= n
}

// mend joins the lines of a row that are one: parted by no gutter and by less
// white than two things have between them.
func (g gutters) mend(r row) row {
	var whole row
	for _, l := range r {
		whole = append(whole, g.split(l)...)
	}
	r = whole
	var out row
	for i := 0; i < len(r); {
		runs := r[i].runs
		j := i + 1
		for ; j < len(r); j++ {
			if !g.one(r, j-1) {
				break
			}
			if len(runs) == len(r[i].runs) {
				runs = slices.Clone(runs)
			}
			n := len(runs)
			runs = append(runs, r[j].runs...)
			runs[n].glue = glue(runs[n-1], runs[n])
		}
		if j == i+1 {
			out = append(out, r[i])
		} else {
			out = append(out, newLine(runs))
		}
		i = j
	}
	return out
}

// one tells whether a line and the next of its row are one.
func (g gutters) one(r row, i int) bool {
	a, b := r[i], r[i+1]
	em := min(a.size, b.size)
	gap := (b.x0 - a.x1) / em
	if gap > -.6 && gap < 40 && a.leads() && b.ends() {
		return true
	}
	if a.table || b.table || a.contents || gap < -squeeze(b.runs[0]) || g.between(r, i) {
		return false
	}
	if max(a.size, b.size) > 1.3*em { // a title and what follows it smaller are two things
		return gap < .9
	}
	return gap < 2.2 || a.mono && gap < 40 // a name behind two ems of white belongs to its line; code is set out with spaces
}

// leads tells a line that ends in leaders: what they lead to belongs to it. Two
// points of omission are no leaders.
func (l *line) leads() bool {
	t := strings.TrimRight(l.runs[len(l.runs)-1].Text, " ")
	return utf8.RuneCountInString(t)-utf8.RuneCountInString(strings.TrimRight(t, ".．·…⋯・")) >= 4
}

// ends tells a line that ends as a row of contents does: in a number, maybe in brackets.
func (l *line) ends() bool {
	t := strings.TrimRight(l.runs[len(l.runs)-1].Text, " )）]］页頁版")
	return t != "" && t[len(t)-1] >= '0' && t[len(t)-1] <= '9'
}

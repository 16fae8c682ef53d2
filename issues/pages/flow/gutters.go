package flow

import (
	"math"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// Gutters tell white between columns from white inside a line.
type gutters struct {
	rows   []row     // of the page, topmost first
	em     float64   // of most of its text
	lefts  []float64 // where lines begin, sorted
	cover  []int     // how many lines cross each stretch
	fixed  bool      // somebody said where columns are parted: in these alone
	places []span
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

// known says that the type area has so many columns of one width; 0 says nothing.
func (g *gutters) known(columns int, area span) {
	if columns < 1 {
		return
	}
	g.fixed = true
	wide := area.to - area.from
	around := max(2*g.em, .04*wide) // a gutter is two ems wide, and pages are not exact
	for k := 1; k < columns; k++ {
		x := area.from + wide*float64(k)/float64(columns)
		g.places = append(g.places, span{x - around, x + around})
	}
}

// in tells whether the white from x to y can be a gutter.
func (g gutters) in(x, y float64) bool {
	return !g.fixed || slices.ContainsFunc(g.places, func(s span) bool { return s.from <= y && x <= s.to })
}

func (g gutters) at(x float64) int { return max(0, min(int(x)/stretch, len(g.cover)-2)) }

// between tells whether the white between a line and the next of its row is a
// gutter: lines begin at its right edge and not many more cross it, or hardly
// any does. Little white asks for more of them, since words leave as much.
func (g gutters) between(r row, i int) bool {
	a, b := r[i], r[i+1]
	if g.fixed {
		return g.in(a.x1, b.x0)
	}
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
	if !g.in(x-em, x) {
		return false
	}
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

// Package overleaf reads articles that stand side by side and go on side by side
// on the next page, each in its own columns, as a browser prints them. Page by page
// such columns are read across, and one article would get the other's text.
package overleaf

import (
	"cmp"
	"math"
	"slices"

	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
)

// Order gives the rows in the order of reading, each article whole; moved is false where
// that is the order they have. The rows are labelled, and stand in the order that
// their pages give.
func Order(rs []rows.Row, labels []label.Label) (perm []int, moved bool) {
	r := reading{rows: rs, labels: labels, article: articles(labels)}
	ps := pagesOf(rs)
	for i := 1; i < len(ps); i++ {
		if r.goOn(r.foot(ps[i-1]), r.head(ps[i])) {
			moved = true
		}
	}
	perm = rows.Numbers(len(rs))
	slices.SortStableFunc(perm, func(a, b int) int { return cmp.Compare(r.article[a], r.article[b]) })
	return perm, moved
}

// articles numbers the articles that the rows belong to; 0 is what stands before the first.
func articles(labels []label.Label) []int {
	of, n := make([]int, len(labels)), 0
	for i, l := range labels {
		if l.Kind == label.Title && l.Begins {
			n++
			for j := i - 1; j >= 0 && over(labels[j].Kind); j-- {
				of[j] = n
			}
		}
		of[i] = n
	}
	return of
}

// over tells what stands over a title and belongs to it.
func over(k label.Kind) bool { return k == label.Kicker || k == label.Section }

// A span is some rows in a row: from the first to before the last.
type span struct{ from, to int }

func pagesOf(rs []rows.Row) []span {
	var out []span
	for i := 0; i < len(rs); {
		j := i + 1
		for j < len(rs) && rs[j].Page == rs[i].Page {
			j++
		}
		out = append(out, span{i, j})
		i = j
	}
	return out
}

// A reading is an issue's rows with the articles that they are thought to belong to.
type reading struct {
	rows    []rows.Row
	labels  []label.Label
	article []int
}

// A column is the rows of one column in a band of columns.
type column struct {
	rows   []int
	x0, x1 float32
}

func (r *reading) add(c *column, i int) {
	f := r.rows[i].Fact
	if len(c.rows) == 0 {
		c.x0, c.x1 = f.X0, f.X1
	}
	c.rows = append(c.rows, i)
	c.x0, c.x1 = min(c.x0, f.X0), max(c.x1, f.X1)
}

// beside tells rows that stand beside the text.
func (r *reading) beside(i int) bool {
	k := r.labels[i].Kind
	return k == label.Running || k == label.Caption || k == label.Quote || k == label.Box || k == label.Notice
}

// foot gives the columns of a page's last band.
func (r *reading) foot(p span) []column {
	bands := r.bands(p)
	if len(bands) == 0 {
		return nil
	}
	return bands[len(bands)-1]
}

// head gives the columns of a page's first band, down to where an article begins.
func (r *reading) head(p span) []column {
	bands := r.bands(p)
	if len(bands) == 0 {
		return nil
	}
	var out []column
	top := float32(math.Inf(1)) // of the articles that begin in columns further left
	for _, c := range bands[0] {
		for n, i := range c.rows {
			if k := r.labels[i].Kind; over(k) || k == label.Title {
				top = min(top, r.rows[i].Fact.Y0-r.rows[i].Fact.Size) // its columns may begin a little higher
			}
			if r.rows[i].Fact.Y0 >= top {
				c.rows = c.rows[:n]
				break
			}
		}
		if len(c.rows) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// bands gives the page's bands of columns, topmost first: what spans columns parts
// them, and where columns are counted from the left again another begins.
func (r *reading) bands(p span) [][]column {
	var out [][]column
	last := 0 // the column before; 0 is none
	for i := p.from; i < p.to; i++ {
		f := r.rows[i].Fact
		if f == nil || r.beside(i) {
			continue
		}
		switch {
		case f.Column == 0:
			out = append(out, nil)
		case last == 0 || f.Column < last:
			out = append(out, make([]column, 1))
		case f.Column > last:
			out[len(out)-1] = append(out[len(out)-1], column{})
		}
		if last = f.Column; last > 0 {
			band := out[len(out)-1]
			r.add(&band[len(band)-1], i)
		}
	}
	return out
}

// goOn gives the columns at the head of a page to the articles that stood in these
// columns at the foot of the page before, where their text goes on there
// better than it does across.
func (r *reading) goOn(foot, head []column) bool {
	own := r.own(foot)
	if len(own) < 2 || len(head) == 0 {
		return false
	}
	to := make([]int, len(head)) // the place in own of each column
	for i, c := range head {
		to[i] = slices.IndexFunc(own, func(o column) bool {
			return min(c.x1, o.x1)-max(c.x0, o.x0) > within*(c.x1-c.x0)
		})
		if to[i] >= 0 && abs(own[to[i]].x0-c.x0) < 3*r.rows[c.rows[0]].Fact.Size { // where all its lines are indented, the page before shows its edge
			head[i].x0 = min(c.x0, own[to[i]].x0)
		}
		if to[i] < 0 || i > 0 && to[i] < to[i-1] || r.goesOn(own[to[i]]) {
			return false
		}
	}
	apart, across := 0.0, 0.0
	open := false // an article other than the last breaks off and goes on
	for i, c := range head {
		across += r.seam(r.before(c), c)
		from := own[to[i]]
		if i > 0 && to[i] == to[i-1] {
			from = head[i-1]
		}
		fits := r.seam(from, c)
		if fits < 0 {
			return false
		}
		open = open || fits >= 1 && to[i] < len(own)-1
		apart += fits
	}
	if apart < across+clear || !open && apart < across+plain {
		return false
	}
	moved := false
	for i, c := range head {
		a := r.last(own[to[i]])
		for _, k := range c.rows {
			moved = moved || r.article[k] != a
			r.article[k] = a
		}
	}
	return moved
}

// goesOn tells whether the article in which a column ends goes on in the next
// column of its page.
func (r *reading) goesOn(c column) bool {
	last := c.rows[len(c.rows)-1]
	for i := last + 1; i < len(r.rows) && r.rows[i].Page == r.rows[last].Page; i++ {
		if !r.beside(i) {
			return r.article[i] == r.article[last]
		}
	}
	return false
}

func abs(v float32) float32 { return max(v, -v) }

// before gives the row that is read before a column, in the column that it stands in.
func (r *reading) before(c column) column {
	i := c.rows[0] - 1
	for i > 0 && r.beside(i) {
		i--
	}
	out := column{rows: []int{i}}
	last := r.rows[i].Fact
	for k := i; k >= 0 && last != nil; k-- {
		f := r.rows[k].Fact
		if f == nil || f.Page != last.Page || f.Column != last.Column {
			break
		}
		out.x1 = max(out.x1, f.X1)
	}
	return out
}

const (
	within = .8 // of a column's width that lies in that of an article: a column that a long line makes wider still counts
	clear  = 2  // how much better text must go on: one seam that fits for one that does not, and then some
	plain  = 3  // likewise, where only the last article surely goes on: it does so on every page
)

// own puts neighbouring columns together that end in one article.
func (r *reading) own(foot []column) []column {
	var out []column
	for _, c := range foot {
		n := len(out)
		if n > 0 && r.last(out[n-1]) == r.last(c) {
			out[n-1].rows = append(slices.Clip(out[n-1].rows), c.rows...)
			out[n-1].x1 = max(out[n-1].x1, c.x1)
			continue
		}
		out = append(out, c)
	}
	return out
}

// last gives the article in which a column ends.
func (r *reading) last(c column) int { return r.article[c.rows[len(c.rows)-1]] }

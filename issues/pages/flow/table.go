package flow

import (
	"cmp"
	"math"
	"slices"
)

// tabled joins the cells of the tables among the parts of a region.
func (s *sorter) tabled(ps []*part) []*part {
	var rest []*part
	var ls []*line
	for _, p := range ps {
		if len(p.lines) == 1 && p.lines[0].turned == upright && !p.lines[0].table {
			ls = append(ls, p.lines[0])
		} else {
			rest = append(rest, p)
		}
	}
	if len(ls) < 6 {
		return ps
	}
	// Cells that stand close were taken for one line: they are parted to be tried.
	whole := map[*line]*line{}
	var cells []*line
	for _, l := range ls {
		for _, c := range l.apart() {
			whole[c] = l
			cells = append(cells, c)
		}
	}
	slices.SortStableFunc(cells, func(a, b *line) int { return cmp.Compare(a.base, b.base) })
	var rows []row
	for i, l := range cells {
		if i > 0 && l.base-cells[i-1].base < wobble*min(l.size, cells[i-1].size) {
			rows[len(rows)-1] = append(rows[len(rows)-1], l)
			continue
		}
		rows = append(rows, row{l})
	}
	for _, r := range rows {
		slices.SortStableFunc(r, func(a, b *line) int { return cmp.Compare(a.x0, b.x0) })
	}
	rows, pieces := wrapped(rows)
	if !tables(rows, s.gutters) {
		return ps
	}
	for _, r := range rows {
		table := slices.ContainsFunc(r, func(l *line) bool { return l.table })
		if !table { // as it was, with its parts
			r = r.whole(pieces, whole)
		}
		for _, l := range r {
			ls := []*line{l}
			if ps := pieces[l]; ps != nil && !l.table { // it stands beside the table
				ls = ps
			}
			for _, l := range ls {
				rest = append(rest, &part{box: l.box, lines: []*line{l}, size: l.size})
			}
		}
	}
	return rest
}

// whole gives the lines that a row's cells were pieces of.
func (r row) whole(pieces map[*line][]*line, whole map[*line]*line) row {
	var out row
	for _, l := range r {
		of := pieces[l]
		if of == nil {
			of = []*line{l}
		}
		for _, p := range of {
			if l := whole[p]; !slices.Contains(out, l) {
				out = append(out, l)
			}
		}
	}
	return out
}

// apart gives the pieces of a line that white of most of an em parts.
func (l *line) apart() []*line {
	if l.mono || l.contents {
		return []*line{l}
	}
	var out []*line
	from := 0
	for i := 1; i <= len(l.runs); i++ {
		if i < len(l.runs) && l.runs[i].x0-l.runs[i-1].x1 < .8*l.size {
			continue
		}
		if from == 0 && i == len(l.runs) {
			return []*line{l}
		}
		out = append(out, newLine(slices.Clone(l.runs[from:i])))
		from = i
	}
	return out
}

// tables joins the cells of tables into rows, parted by tabs. A table is three
// rows and more, one under another, whose cells begin at three left edges and
// more (some rows may lack some), and do not fill the white to the next edge as
// columns of text do.
func tables(rows []row, g gutters) (found bool) {
	for i := 0; i < len(rows); {
		j, edges := grid(rows, i)
		if j-i >= 3 && len(edges) >= 3 {
			if cells := ragged(rows[i:j], edges, g); len(cells) >= 3 {
				for k := i; k < j; k++ {
					rows[k] = celled(rows[k], cells)
				}
				i, found = j, true
				continue
			}
		}
		i++
	}
	return found
}

// grid gives the end of the rows from i on that stand on common left edges, and
// the edges that two rows and more begin at.
func grid(rows []row, i int) (end int, edges []float64) {
	if len(rows[i]) < 2 || coded(rows[i]) {
		return i, nil
	}
	uses := map[float64]int{}
	add := func(r row) {
		for _, l := range r {
			if e, ok := nearest(edges, l.x0); ok {
				uses[e]++
				continue
			}
			k, _ := slices.BinarySearch(edges, l.x0)
			edges = slices.Insert(edges, k, l.x0)
			uses[l.x0] = 1
		}
	}
	add(rows[i])
	j := i + 1
	for ; j < len(rows) && len(rows[j]) >= 2 && near(rows[j-1], rows[j]) && !coded(rows[j]) && len(edges) < 40; j++ {
		known := 0
		for _, l := range rows[j] {
			if _, ok := nearest(edges, l.x0); ok {
				known++
			}
		}
		if known < 2 || 2*known < len(rows[j]) {
			break
		}
		add(rows[j])
	}
	return j, slices.DeleteFunc(edges, func(e float64) bool { return uses[e] < 2 })
}

// coded tells a row of code, whose spaces are no cells.
func coded(r row) bool { return slices.ContainsFunc(r, func(l *line) bool { return l.mono }) }

// near tells rows that follow one another closely.
func near(a, b row) bool { return b[0].y0-a[0].y1 < 2.5*max(a[0].size, b[0].size) }

// aligned is how far, in points, the left edges of cells differ at the most.
const aligned = 1.5

// nearest gives the edge that x lies at.
func nearest(edges []float64, x float64) (float64, bool) {
	k, _ := slices.BinarySearch(edges, x-aligned)
	if k < len(edges) && math.Abs(edges[k]-x) <= aligned {
		return edges[k], true
	}
	return 0, false
}

// ragged gives the longest stretch of edges whose cells are no columns of text:
// those fill their measure on most rows, and the white before them goes on over
// and under the rows.
func ragged(rows []row, edges []float64, g gutters) []float64 {
	var best, now []float64
	for k, e := range edges {
		full, all := 0, 0
		before := -far // the right edge of what stands before the cells
		for _, r := range rows {
			for i, l := range r {
				if math.Abs(l.x0-e) > aligned {
					continue
				}
				all++
				next := l.x1
				if i+1 < len(r) {
					next = r[i+1].x0
				} else if k > 0 {
					next = l.x0 + (edges[k] - edges[k-1])
				}
				if l.width() > .75*(next-l.x0) && l.width() > 6*l.size {
					full++
				}
				if i > 0 {
					before = max(before, r[i-1].x1)
				}
			}
		}
		if k > 0 && len(now) > 0 && g.through(min(before, e), e, len(rows)) {
			now = nil
		}
		if 2*full > all {
			now = nil
			continue
		}
		now = append(now, e)
		if len(now) > len(best) {
			best = slices.Clone(now)
		}
	}
	return best
}

// through tells whether the white from x to y is a gutter of the page, beside
// far more lines than the given rows.
func (g gutters) through(x, y float64, rows int) bool {
	crossed := math.MaxInt
	for i := g.at(x); i <= g.at(y); i++ {
		crossed = min(crossed, g.cover[i])
	}
	sides := min(g.most(x-60, x), g.most(y, y+60))
	return 4*crossed <= sides && sides > rows+rows/2+2
}

// celled joins the lines of a row that stand in the given cells.
func celled(r row, cells []float64) row {
	var out row
	var cell []*line
	for _, l := range r {
		if _, ok := nearest(cells, l.x0); ok || len(cell) > 0 && l.x0 < cells[len(cells)-1] {
			cell = append(cell, l)
			continue
		}
		out = append(out, l)
	}
	if len(cell) == 0 {
		return r
	}
	runs := slices.Clone(cell[0].runs)
	for _, l := range cell[1:] {
		n := len(runs)
		runs = append(runs, l.runs...)
		runs[n].glue = "\t"
	}
	t := newLine(runs)
	t.table = true
	k, _ := slices.BinarySearchFunc(out, t.x0, func(l *line, x float64) int {
		if l.x0 < x {
			return -1
		}
		return 1
	})
	return slices.Insert(out, k, t)
}

package flow

import "math"

// tables joins the cells of tables into rows, parted by tabs. A table is three
// rows and more, one under another, that share three left edges and more, and
// whose cells do not fill the white to the next edge as columns of text do.
func tables(rows []row) []row {
	for i := 0; i < len(rows); {
		edges := lefts(rows[i])
		j := i + 1
		if len(edges) >= 3 {
			for ; j < len(rows) && near(rows[j-1], rows[j]); j++ {
				common := meet(edges, rows[j])
				if len(common) < 3 {
					break
				}
				edges = common
			}
		}
		if j-i >= 3 {
			if cells := ragged(rows[i:j], edges); len(cells) >= 3 {
				for k := i; k < j; k++ {
					rows[k] = celled(rows[k], cells)
				}
				i = j
				continue
			}
		}
		i++
	}
	return rows
}

func lefts(r row) []float64 {
	out := make([]float64, len(r))
	for i, l := range r {
		out[i] = l.x0
	}
	return out
}

// near tells rows that follow one another closely.
func near(a, b row) bool { return b[0].y0-a[0].y1 < 2.5*max(a[0].size, b[0].size) }

// aligned is how far, in points, the left edges of cells differ at the most.
const aligned = 1.5

// meet gives those of the edges at which a line of the row begins.
func meet(edges []float64, r row) []float64 {
	var out []float64
	k := 0
	for _, e := range edges {
		for k < len(r) && r[k].x0 < e-aligned {
			k++
		}
		if k < len(r) && math.Abs(r[k].x0-e) <= aligned {
			out = append(out, e)
		}
	}
	return out
}

// ragged gives the longest stretch of edges whose cells are no columns of text,
// which fill their measure on most rows.
func ragged(rows []row, edges []float64) []float64 {
	var best, now []float64
	for k, e := range edges {
		full, all := 0, 0
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
			}
		}
		if 2*full > all {
			now = nil
			continue
		}
		now = append(now, e)
		if len(now) > len(best) {
			best = now
		}
	}
	return best
}

// celled joins the lines of a row that stand in the given cells.
func celled(r row, cells []float64) row {
	var out row
	var table *line
	for _, l := range r {
		if l.x0 < cells[0]-aligned || len(meet(cells, row{l})) == 0 {
			out = append(out, l)
			continue
		}
		if table == nil {
			l.table = true
			table = l
			out = append(out, l)
			continue
		}
		*table = *join(table, l, "\t")
	}
	return out
}

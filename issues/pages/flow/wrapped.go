package flow

import "slices"

// wrapped puts the rows that merely go on with cells of the row over them (桥
// under 石拱) into those cells, as one line each. Pieces are the lines that such
// a cell was made of.
func wrapped(rows []row) (out []row, pieces map[*line][]*line) {
	pieces = map[*line][]*line{}
	for i, r := range rows {
		n := len(out) - 1
		if n < 0 || !out[n].goesOn(rows, i) {
			out = append(out, r)
			continue
		}
		whole := slices.Clone(out[n])
		for _, l := range r {
			k := slices.IndexFunc(whole, l.flush)
			c := whole[k]
			whole[k] = join(c, l, "")
			if pieces[c] == nil {
				pieces[c] = []*line{c}
			}
			pieces[whole[k]] = append(pieces[c], l)
		}
		out[n] = whole
	}
	return out, pieces
}

// flush tells whether a cell begins where the line does.
func (l *line) flush(c *line) bool { _, ok := nearest([]float64{c.x0}, l.x0); return ok }

// goesOn tells whether rows[i] goes on with cells of r, the row over it: it has
// fewer lines, each under a cell that is wider, and is nearer to the row over it
// than rows stand from each other.
func (r row) goesOn(rows []row, i int) bool {
	if len(rows[i]) >= len(r) || coded(rows[i]) {
		return false
	}
	for _, l := range rows[i] {
		k := slices.IndexFunc(r, l.flush)
		if k < 0 || r[k].size != l.size || r[k].width() < l.width() {
			return false
		}
	}
	lead, em := rows[i][0].base-rows[i-1][0].base, rows[i][0].size
	if lead > 1.5*em { // cells are set closer than that
		return false
	}
	for k := i + 1; k < len(rows); k++ {
		if next := rows[k][0].base - rows[k-1][0].base; next > lead+.1*em {
			return next > 1.15*lead && next < 2.5*lead
		}
	}
	return false
}

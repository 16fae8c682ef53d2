package reconstruct

import "kanyin/issues/reconstruct/seam"

// knownTears gives the places inside rows that an editor said something of: a
// line that goes on after another one, the line behind one that ends its block.
func (d *draft) knownTears(rows []int) []seam.Tear {
	if !d.told.Linked() {
		return nil
	}
	var tears []seam.Tear
	for p, i := range rows {
		lines := d.rows[i].lines
		for n := range d.rows[i].turns {
			if n+1 < len(lines) && (d.told.Follows(lines[n+1]) != 0 || d.told.Ending(lines[n]) || d.leads(lines[n])) {
				tears = append(tears, seam.Tear{Piece: p, Turn: n})
			}
		}
	}
	return tears
}

// leads reports whether an editor said what goes on after the line.
func (d *draft) leads(line int) bool {
	for _, before := range d.told.After {
		if before == line {
			return true
		}
	}
	return false
}

// know gives the pieces what an editor said of links. A line inside a row that
// could not be torn is left to what comes after reading.
func (d *draft) know(pieces []seam.Piece, rows []int) {
	if !d.told.Linked() {
		return
	}
	first := map[int]int{} // of a row, by its last line
	for _, i := range rows {
		lines := d.rows[i].lines
		first[lines[len(lines)-1]] = lines[0]
	}
	for p, i := range rows {
		lines := d.rows[i].lines
		pieces[p].Ends = d.told.Ending(lines[len(lines)-1])
		if before := d.told.Follows(lines[0]); before != 0 {
			pieces[p].After = first[before]
			pieces[p].Glued = pieces[p].Glued && pieces[p].After == 0
		}
	}
}

package joins

import (
	"maps"
	"slices"

	"kanyin/issues/reconstruct/seam"
	"kanyin/issues/reconstruct/torn/draft"
)

// knownTears gives the places inside rows that an editor said something of: a
// line that goes on after another one, the line behind one that ends its block.
func knownTears(d *draft.Draft, rows []int) []seam.Tear {
	if !d.Told.Linked() {
		return nil
	}
	leads := slices.Collect(maps.Values(d.Told.After)) // the lines after which something is said to go on
	var tears []seam.Tear
	for p, i := range rows {
		lines := d.Rows[i].Lines
		for n := range d.Rows[i].Turns {
			if n+1 < len(lines) && (d.Told.Follows(lines[n+1]) != 0 || d.Told.Ending(lines[n]) || slices.Contains(leads, lines[n])) {
				tears = append(tears, seam.Tear{Piece: p, Turn: n})
			}
		}
	}
	return tears
}

// know gives the pieces what an editor said of links. A line inside a row that
// could not be torn is left to what comes after reading.
func know(d *draft.Draft, pieces []seam.Piece, rows []int) {
	if !d.Told.Linked() {
		return
	}
	first := map[int]int{} // of a row, by its last line
	for _, i := range rows {
		lines := d.Rows[i].Lines
		first[lines[len(lines)-1]] = lines[0]
	}
	for p, i := range rows {
		lines := d.Rows[i].Lines
		pieces[p].Ends = d.Told.Ending(lines[len(lines)-1])
		if before := d.Told.Follows(lines[0]); before != 0 {
			pieces[p].After = first[before]
			pieces[p].Glued = pieces[p].Glued && pieces[p].After == 0
		}
	}
}

package unwrap

import (
	"cmp"
	"slices"
	"strings"

	"kanyin/issues/reconstruct/seam"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
)

// Tear parts rows where a column may have ended at the margin, which unwrap
// cannot see, and reports whether it parted any: of 走在上面像走在一根 | 每周三开门
// it makes two rows. The rest of a row is put behind all rows, so that the others
// keep their numbers.
func Tear(d *draft.Draft, tears []seam.Tear, rows []int) bool {
	slices.SortFunc(tears, func(a, b seam.Tear) int {
		return cmp.Or(a.Piece-b.Piece, b.Turn-a.Turn) // from the end, so that the turns before it stay
	})
	for _, t := range slices.Compact(tears) {
		i := rows[t.Piece]
		rest := partAt(&d.Rows[i], t.Turn, d.File.Lines)
		rest.Rest, rest.Whole = d.Rows[i].Rest, StoodIn(d, i)
		d.Rows[i].Rest = len(d.Rows)
		d.Rows = append(d.Rows, rest)
	}
	return len(tears) > 0
}

// partAt cuts the row before the line that turn n begins, and gives the rest.
func partAt(r *draft.Row, n int, lines []string) draft.Row {
	at := r.Turns[n]
	rest := draft.Row{Lines: r.Lines[n+1:], Torn: true, Kind: r.Kind, Why: r.Why, Closes: r.Closes}
	for _, t := range r.Turns[n+1:] {
		rest.Turns = append(rest.Turns, t-at)
	}
	rest.Set(r.Text[at:], wording.FoldOf(r.Text[at:]))
	rest.Raw = rawOf(rest.Lines, lines)
	head := strings.TrimRight(r.Text[:at], " ")
	r.Lines, r.Turns = r.Lines[:n+1:n+1], r.Turns[:n:n]
	r.Set(head, wording.FoldOf(head))
	r.Raw = rawOf(r.Lines, lines)
	return rest
}

func rawOf(numbers []int, lines []string) string {
	var raw strings.Builder
	for _, n := range numbers {
		raw.WriteString(lines[n-1])
	}
	return raw.String()
}

// InOrder lists the rows in the order of the source.
func InOrder(d *draft.Draft) []int {
	order := make([]int, 0, len(d.Rows))
	for i := range d.Rows {
		if d.Rows[i].Torn {
			break // rests alone stand from here on
		}
		order = append(order, i)
		for rest := d.Rows[i].Rest; rest > 0; rest = d.Rows[rest].Rest {
			order = append(order, rest)
		}
	}
	return order
}

// StoodIn gives the row that row i was a part of before it was torn.
func StoodIn(d *draft.Draft, i int) int {
	if d.Rows[i].Torn {
		return d.Rows[i].Whole
	}
	return i
}

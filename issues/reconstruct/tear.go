package reconstruct

import (
	"slices"
	"strings"

	"kanyin/issues/reconstruct/seam"
)

// tear parts rows where a column may have ended at the margin, which unwrap
// cannot see, and reports whether it parted any. The rest of a row stands
// behind all others, so that the rows keep their numbers.
func (d *draft) tear(tears []seam.Tear, rows []int) bool {
	slices.SortFunc(tears, func(a, b seam.Tear) int {
		if a.Piece != b.Piece {
			return a.Piece - b.Piece
		}
		return b.Turn - a.Turn // from the end, so that the turns before it stay
	})
	for _, t := range slices.Compact(tears) {
		i := rows[t.Piece]
		if d.rests == nil {
			d.rests = map[int]int{}
		}
		rest := d.rows[i].partAt(t.Turn, d.file.Lines)
		if further, ok := d.rests[i]; ok {
			d.rests[len(d.rows)] = further
		}
		d.rests[i] = len(d.rows)
		d.rows = append(d.rows, rest)
	}
	return len(tears) > 0
}

// partAt cuts the row before the line that turn n begins, and gives the rest.
func (r *row) partAt(n int, lines []string) row {
	at := r.turns[n]
	rest := row{lines: r.lines[n+1:], torn: true, kind: r.kind, why: r.why, closes: r.closes}
	for _, t := range r.turns[n+1:] {
		rest.turns = append(rest.turns, t-at)
	}
	rest.set(r.text[at:], foldOf(r.text[at:]))
	rest.raw = rawOf(rest.lines, lines)
	head := strings.TrimRight(r.text[:at], " ")
	r.lines, r.turns = r.lines[:n+1:n+1], r.turns[:n:n]
	r.set(head, foldOf(head))
	r.raw = rawOf(r.lines, lines)
	return rest
}

func rawOf(numbers []int, lines []string) string {
	var raw strings.Builder
	for _, n := range numbers {
		raw.WriteString(lines[n-1])
	}
	return raw.String()
}

// inOrder lists the rows in the order of the source.
func (d *draft) inOrder() []int {
	order := make([]int, 0, len(d.rows))
	for i := range len(d.rows) - len(d.rests) {
		order = append(order, i)
		for rest, ok := d.rests[i]; ok; rest, ok = d.rests[rest] {
			order = append(order, rest)
		}
	}
	return order
}

// stoodIn gives the row that row i was a part of before it was torn.
func (d *draft) stoodIn(i int) int {
	for i >= len(d.rows)-len(d.rests) {
		for whole, rest := range d.rests {
			if rest == i {
				i = whole
				break
			}
		}
	}
	return i
}

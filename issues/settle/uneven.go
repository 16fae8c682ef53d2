package settle

import (
	"slices"

	"kanyin/issues/issue"
)

// fullPerShort is how many whole rows stand by for each that lacks a cell: with
// fewer, they are rather two tables.
const fullPerShort = 2

// A column says what its cells are.
type column struct{ figures, words bool }

func (c column) fits(cell string) bool {
	return figures(cell) && c.figures || !figures(cell) && c.words
}

// evened gives the cells of a table's rows, with an empty one put into each row
// that lacks one: at the only place where all its other cells stand in columns of
// their like, figures under figures, words under words. It gives nil where no row
// lacks one, and where more than one place would do.
func evened(rows []issue.Block) [][]string {
	if len(rows) <= fullPerShort {
		return nil
	}
	var out, full [][]string
	for i := range rows {
		out = append(out, cells(rows[i].Text))
	}
	most := len(slices.MaxFunc(out, func(a, b []string) int { return len(a) - len(b) }))
	for _, row := range out {
		if len(row) == most {
			full = append(full, row)
		}
	}
	short := len(out) - len(full)
	if short == 0 || len(out[0]) != most || len(full) < fullPerShort*short || most <= leastColumns {
		return nil
	}
	columns := columnsOf(full, !figures(rows[0].Text))
	for i, row := range out {
		if len(row) == most {
			continue
		}
		if out[i] = withGap(row, columns); out[i] == nil {
			return nil
		}
	}
	return out
}

// columnsOf says what stands in the columns under their heads.
func columnsOf(rows [][]string, headed bool) []column {
	columns := make([]column, len(rows[0]))
	if headed {
		rows = rows[1:]
	}
	for _, row := range rows {
		for k, c := range row {
			columns[k].figures = columns[k].figures || figures(c)
			columns[k].words = columns[k].words || !figures(c)
		}
	}
	return columns
}

// withGap puts an empty cell into a row that lacks one, or gives nil where it
// would fit at no place or at several.
func withGap(row []string, columns []column) []string {
	at := -1
	for gap := range columns {
		if len(row)+1 != len(columns) || !fitsAround(row, columns, gap) {
			continue
		}
		if at >= 0 {
			return nil
		}
		at = gap
	}
	if at < 0 {
		return nil
	}
	return slices.Insert(row, at, "")
}

func fitsAround(row []string, columns []column, gap int) bool {
	for k, c := range row {
		if k >= gap {
			k++
		}
		if !columns[k].fits(c) {
			return false
		}
	}
	return true
}

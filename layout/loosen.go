package layout

// A newspaper's page has no white at its foot: what rows are left there go
// between its stories, a few over each, and then into their openings.
const (
	loosenRows = 4 // that a story is moved down at most: more between two would be a hole
	loosenAir  = 4 // that go into an opening at most: more, and its title floats
)

// loosen moves the stories of a newspaper's pages apart where rows are left at
// the foot. A page that a story goes on from is full as it is.
func (c *composer) loosen(list []placing) []placing {
	if c.Stories.Beside < 2 {
		return list
	}
	for from := 0; from < len(list); {
		to, whole := from, true
		for ; to < len(list) && list[to].page == list[from].page; to++ {
			whole = whole && len(list[to].runs) == 1
		}
		if whole && to < len(list) {
			c.loosenPage(list[from:to])
		}
		from = to
	}
	return list
}

// loosenPage does so on one page, whose stories come from its top down. The first
// is moved only where another's text stands over it: not under the nameplate.
func (c *composer) loosenPage(page []placing) {
	last := &page[len(page)-1]
	left := c.rows - last.row - last.opening.rows - last.extra - last.runs[0].rows
	first := page[0].row > 0
	if page[0].name == coverName {
		page = page[1:]
	}
	gaps := len(page)
	if !first {
		gaps--
	}
	if len(page) == 0 || left <= 0 {
		return
	}
	between := min(left, gaps*loosenRows)
	within := min(left-between, len(page)*loosenAir)
	down := 0
	for k := range page {
		if gap := k - len(page) + gaps; gap >= 0 {
			down += dealt(between, gap, gaps)
		}
		page[k].row += down
		air := dealt(within, k, len(page))
		page[k].extra += air
		down += air
	}
}

// dealt is what the k-th of some is given of rows that are dealt out evenly.
func dealt(rows, k, among int) int { return rows*(k+1)/among - rows*k/among }

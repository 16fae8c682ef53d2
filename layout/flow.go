package layout

import "sort"

// A slug is what a column takes whole: a line of text on its row, or a small
// block that is never cut. (A slug is a line of type as a casting machine
// gives it.)
type slug struct {
	rows   int
	lines  []placed
	fills  []Fill         // from the slug's upper left corner
	images []illustration // likewise
	keep   bool           // no column ends after it
	space  bool           // blank: dropped at a column's top and end
	tail   bool           // it stands under a text: whence that is, who edited it
	lift   Length         // how far its lines are raised where the text of them does not begin a column
	foot   []*setting     // the notes to it, which stand
	note   *slug          // at the foot of the column that it stands in
	cells  []*node        // of a table's row: they stand in the structure though they are empty
	head   string         // the anchor that it is, for a heading
	entry  *entry         // for the last line of a row of the contents

	section bool // a column of the issue begins with it, in the contents
}

// A placed line is a line of a setting, at a place within a slug.
type placed struct {
	*setting
	n    int    // index in the setting's lines
	x, y Length // of the line's start and its baseline, from the slug's upper left corner
}

// A flow is slugs to be poured into columns. A break is a place between two
// slugs, numbered by the slug after it.
type flow struct {
	slugs   []slug
	grating grating
	even    bool  // its blanks are never widened
	rows    []int // rows[i] is the height of slugs[:i] with their notes
	legal   []int // legal[i] is the last break at or before i where a column may end
	tail    int   // the break before what stands under the whole text
}

// A pouring says which breaks a column may take.
type pouring int

const (
	legally   pouring = iota
	balancing         // also the one before the tail: two lines beside two lines of it look better than four in one column
	forced            // any, where no other is
	bursting          // any, and after one slug that is too high for the column
)

// newFlow prepares slugs for pouring.
func newFlow(slugs []slug, g grating) *flow {
	f := &flow{slugs: slugs, grating: g, rows: make([]int, len(slugs)+1), legal: make([]int, len(slugs)+1)}
	for i, s := range slugs {
		f.rows[i+1] = f.rows[i] + s.rows
		if s.note != nil {
			f.rows[i+1] += s.note.rows
		}
		f.legal[i+1] = i + 1
		if s.keep && i+1 < len(slugs) {
			f.legal[i+1] = f.legal[i]
		}
	}
	for f.tail = len(slugs); f.tail > 0 && slugs[f.tail-1].tail; {
		f.tail--
	}
	return f
}

// begin skips the blank slugs that a column does not begin with.
func (f *flow) begin(from int) int {
	for from < len(f.slugs) && f.slugs[from].space {
		from++
	}
	return from
}

// height is the height of slugs from one break to another, without blanks at either end.
func (f *flow) height(from, to int) int {
	from = f.begin(from)
	for to > from && f.slugs[to-1].space {
		to--
	}
	return f.rows[max(to, from)] - f.rows[from]
}

// pour gives the break that ends a column of some rows beginning at a break.
// It may give from itself: then nothing fits.
func (f *flow) pour(from, rows int, how pouring) int {
	start := f.begin(from)
	n := sort.Search(len(f.slugs)-start, func(k int) bool { return f.rows[start+k+1]-f.rows[start] > rows })
	end := start + n
	cut := f.legal[end]
	if how == balancing && end >= f.tail {
		cut = max(cut, f.tail)
	}
	if cut > start {
		return f.trail(cut)
	}
	if how == bursting && start < len(f.slugs) {
		end = max(end, start+1)
	}
	if how < forced || end == start {
		return from
	}
	if whole := f.whole(start, end); whole > start {
		end = whole
	} else if how == forced && start > 0 {
		return from
	}
	return f.trail(end)
}

// whole takes back from a forced break a picture that would lose its caption and
// the heading over it; lines of a paragraph may be parted by force, these not
// where anything else can stand in the column, or stands before it.
func (f *flow) whole(start, end int) int {
	for end > start && end < len(f.slugs) && f.slugs[end-1].keep && (len(f.slugs[end-1].images) > 0 || f.slugs[end-1].head != "") {
		end--
	}
	return end
}

// trail takes the blanks after a break into the column before it.
func (f *flow) trail(at int) int {
	if b := f.begin(at); b == len(f.slugs) {
		return b
	}
	return at
}

// A column is slugs that stand over each other.
type column struct {
	from, to int
	used     int // rows, blanks at the ends left out
}

// A run is one page's share of a flow.
type run struct {
	columns []column
	rows    int   // the height of the tallest column
	over    *band // a picture across the columns that it stands under, or nil
}

// share pours one page's share from a break into columns of some rows. When
// the flow ends in it, the columns are balanced: they are as short as they can
// be without breaking what is kept together.
func (f *flow) share(from, rows int, how pouring) run {
	full := f.columns(from, rows, how)
	if last := full[len(full)-1]; last.to < len(f.slugs) || f.grating.count == 1 {
		return newRun(full)
	}
	even := f.balance(from, rows, legally, full)
	if even[len(even)-1].used == 0 {
		even = f.balance(from, rows, balancing, full)
	}
	return newRun(even)
}

// balance pours the rest of a flow into columns as short as they can be, or
// gives the full ones.
func (f *flow) balance(from, rows int, how pouring, full []column) []column {
	least := (f.height(from, len(f.slugs)) + f.grating.count - 1) / f.grating.count
	for h := least; h < rows; h++ {
		if cs := f.columns(from, h, how); cs[len(cs)-1].to == len(f.slugs) {
			return cs
		}
	}
	return full
}

func newRun(cs []column) run {
	r := run{columns: cs}
	for _, c := range cs {
		r.rows = max(r.rows, c.used)
	}
	return r
}

func (f *flow) columns(from, rows int, how pouring) []column {
	cs := make([]column, f.grating.count)
	for i := range cs {
		to := f.pour(from, rows, how)
		cs[i] = column{from, to, f.height(from, to)}
		from = to
	}
	return cs
}

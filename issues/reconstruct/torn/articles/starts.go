package articles

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/furniture"
	"kanyin/issues/reconstruct/torn/marks"
	"kanyin/issues/reconstruct/torn/wording"
	"kanyin/issues/say"
)

// FindStarts finds where articles begin.
//
// How: every entry of the contents is held against every row that could be its
// title. Among the pairs, the chain that rises in the contents' order of pages
// and in the source at once and weighs most is taken as a whole; what is left
// over is paired where the evidence is strong. A byline that names the entry's
// author, an end mark before it and a gap make a row weigh more. Then titles
// that no entry announces: a short line after an end mark, or before a byline.
//
// Where it fails: an article that neither the contents nor an end mark nor a
// byline tells of is read as a part of the one before it.
func FindStarts(d *draft.Draft) {
	d.Titles = marks.IndexTitles(d, d.Toc.From, d.Toc.To)
	pairs := pairUp(d)
	taken := chain(d, pairs)
	taken = leftOver(d, pairs, taken)
	for _, p := range taken {
		addStart(d, p.rows, p.entry)
	}
	orphans(d)
	splitEntries(d)
	sort.Slice(d.Starts, func(a, b int) bool { return d.Starts[a].Row < d.Starts[b].Row })
	if len(d.Starts) == 0 {
		onlyStart(d)
	}
	linkEntries(d)
}

// A pair is an entry and rows that may be its title.
type pair struct {
	entry, rank int // rank is the entry's place in the order of pages
	rows        []int
	weight      float64
}

func (p pair) first() int { return slices.Min(p.rows) }

func (p pair) last() int { return slices.Max(p.rows) }

// pairUp weighs entries against rows.
func pairUp(d *draft.Draft) []pair {
	var pairs []pair
	for rank, e := range byPage(d) {
		ent := &d.Toc.Entries[e]
		for _, title := range draft.TitleForms(ent.Title) {
			for _, m := range d.Titles.Find(title) {
				c := d.Titles.Cands[m.Cand]
				if w := weigh(d, ent, c.Rows, m.Sim); w > 0 && !anyBarred(d, c.Rows) {
					if title != ent.Title {
						w -= 0.08 // a part of the title is a weaker witness than the whole, even behind a broken text
					}
					pairs = append(pairs, pair{e, rank, c.Rows, w})
				}
			}
		}
	}
	return pairs
}

// byPage orders the entries by page; entries without one keep their place.
func byPage(d *draft.Draft) []int {
	order := make([]int, len(d.Toc.Entries))
	for i := range order {
		order[i] = i
	}
	draft.ByPage(order, func(e int) int { return d.Toc.Entries[e].Page })
	return order
}

// weigh says how well the rows would be the entry's title, 0 for not at all.
func weigh(d *draft.Draft, e *draft.Entry, rows []int, sim float64) float64 {
	w := sim
	first, last := slices.Min(rows), slices.Max(rows)
	if rows[0] != first {
		w -= 0.02 // rows in the wrong order are rarer than the right one
	}
	w -= 0.01 * float64(len(rows)-1)
	if len(e.Authors) > 0 && namesAhead(d, last, e.Authors) {
		w += 0.3 // the author stands under the title
	}
	if closedBefore(d, first) {
		w += 0.1
	}
	if !textAhead(d, last) && !verseUnder(d, last) {
		w -= 0.5 // a title has a text: a line on the cover has none
	}
	if first > 0 && furniture.Dangles(d, first-1) && d.Rows[first].Blank < 2 {
		w -= 0.05
	}
	// Short titles are like many lines: they must be nearly exact.
	if n := wording.RuneCount(normal.Key(e.Title)); n <= 5 && sim < 1 && w < 1 {
		return 0
	}
	if w < draft.LeastAlike {
		return 0
	}
	return w
}

// namesAhead reports whether one of the next rows bears the authors' names.
func namesAhead(d *draft.Draft, i int, authors []string) bool {
	const rows = 5 // subtitle and office may stand before the name, and the name on several
	want := normal.Key(strings.Join(authors, ""))
	got := ""
	for j := range d.Standing(i+1, rows) {
		r := &d.Rows[j]
		if r.Runes > draft.LongestTitle {
			return false
		}
		k := normal.Key(strings.Join(wording.AuthorsOf(r.Fold), ""))
		if strings.Contains(k, normal.Key(authors[0])) && k != "" {
			return true
		}
		got += k
		if k != "" && draft.AlikeNames(want, k) || draft.AlikeNames(want, got) {
			return true
		}
	}
	return false
}

// closedBefore reports whether an article has been closed since its last text.
func closedBefore(d *draft.Draft, i int) bool {
	const rows = 9 // marks, notes and pictures that may stand behind an article's text
	for j := i - 1; j >= max(0, i-rows); j-- {
		r := &d.Rows[j]
		switch {
		case r.Closes || r.Kind == issue.Affiliation || r.Zone == draft.Front:
			return true
		case r.Zone == draft.Dropped || r.Kind == issue.Credit || r.Kind == issue.Prompt || r.Kind == issue.SourceNote || r.Kind == issue.Note:
		case j+1 < len(d.Rows) && d.Rows[j+1].Kind == issue.Credit, marks.CaptionAt(d, j): // a picture's words
		default:
			return false
		}
	}
	return i == 0
}

// textAhead reports whether running text follows the row before the contents
// or a masthead do.
func textAhead(d *draft.Draft, i int) bool {
	for j := range d.Standing(i+1, wording.TitleBlock) {
		r := &d.Rows[j]
		if r.Zone == draft.Front && r.Kind == issue.Toc || furniture.Serial(d, j) {
			return false // the contents, or the cover, whose lines have no text
		}
		if r.Zone == draft.Body && r.Kind == "" && r.Prose() && !marks.CaptionAt(d, j) {
			return true
		}
	}
	return false
}

// chain takes the pairs that rise in pages and in the source and weigh most
// together: the heaviest increasing subsequence.
func chain(d *draft.Draft, pairs []pair) []pair {
	order := make([]int, len(pairs))
	for i := range order {
		order[i] = i
	}
	// By rank; within one entry from the last row to the first, so that no
	// two pairs of one entry can follow each other.
	slices.SortFunc(order, func(a, b int) int {
		p, q := pairs[a], pairs[b]
		return cmp.Or(p.rank-q.rank, q.first()-p.first(), cmp.Compare(p.weight, q.weight), a-b)
	})
	// best holds, for each row, the heaviest chain that ends before it, as a
	// tree of running maxima.
	best := newMaxima(len(d.Rows) + 1)
	from := make([]int, len(pairs))
	heaviest, end := 0.0, -1
	for _, i := range order {
		p := pairs[i]
		w, prev := best.upTo(p.first())
		from[i] = prev
		w += p.weight
		best.raise(p.last()+1, w, i)
		if w > heaviest {
			heaviest, end = w, i
		}
	}
	var taken []pair
	for i := end; i >= 0; i = from[i] {
		taken = append(taken, pairs[i])
	}
	slices.Reverse(taken)
	return taken
}

// leftOver pairs the entries that the chain left, strongest first.
func leftOver(d *draft.Draft, pairs, taken []pair) []pair {
	// A title out of its pages' order needs more evidence than one in order.
	const strong = 0.9
	entries, rows := map[int]bool{}, map[int]bool{}
	take := func(p pair) {
		entries[p.entry] = true
		for _, r := range p.rows {
			rows[r] = true
		}
	}
	for _, p := range taken {
		take(p)
	}
	rest := append([]pair(nil), pairs...)
	sort.SliceStable(rest, func(a, b int) bool { return rest[a].weight > rest[b].weight })
	for _, p := range rest {
		used := entries[p.entry] || slices.ContainsFunc(p.rows, func(r int) bool { return rows[r] })
		if p.weight >= strong && !used {
			take(p)
			taken = append(taken, p)
		}
	}
	return taken
}

func addStart(d *draft.Draft, rows []int, entry int) {
	for n := len(rows); n > 1 && strings.HasPrefix(d.Rows[rows[n-1]].Fold, wording.Dash); n = len(rows) {
		rows = rows[:n-1] // the subtitle, which the contents join to the title
	}
	s := draft.Start{Row: rows[0], Rows: rows, Entry: entry}
	why := say.Of("the contents announce it")
	if entry < 0 {
		why = say.Of("stands where a title stands, though no entry announces it")
	}
	for n, i := range rows {
		s.Row = min(s.Row, i)
		d.Label(i, issue.Title, "%s", why)
		d.Rows[i].Glued = n > 0
	}
	d.Starts = append(d.Starts, s)
}

// linkEntries ties entries and starts together.
func linkEntries(d *draft.Draft) {
	for n := range d.Starts {
		if e := d.Starts[n].Entry; e >= 0 {
			d.Toc.Entries[e].Starts = append(d.Toc.Entries[e].Starts, n)
		}
	}
}

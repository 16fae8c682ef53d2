package reconstruct

import (
	"slices"
	"sort"
	"strings"

	"kanyin/issues/issue"
)

// A start is where an article begins.
type start struct {
	row   int   // the first of its rows in the source
	rows  []int // of its title, in reading order
	entry int   // index of the contents' entry, -1 for none
	sim   float64

	subtitles, kickers, bylines []int
	authors                     []string
}

// findStarts finds where articles begin.
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
func findStarts(d *draft) {
	d.titles = d.indexTitles(d.toc.from, d.toc.to)
	pairs := d.pairUp()
	taken := d.chain(pairs)
	taken = d.leftOver(pairs, taken)
	for _, p := range taken {
		d.addStart(p.rows, p.entry, p.sim)
	}
	d.orphans()
	d.splitEntries()
	sort.Slice(d.starts, func(a, b int) bool { return d.starts[a].row < d.starts[b].row })
	if len(d.starts) == 0 {
		d.onlyStart()
	}
	d.linkEntries()
}

// A pair is an entry and rows that may be its title.
type pair struct {
	entry, rank int // rank is the entry's place in the order of pages
	rows        []int
	sim, weight float64
}

func (p pair) first() int {
	n := p.rows[0]
	for _, r := range p.rows {
		n = min(n, r)
	}
	return n
}

// pairUp weighs entries against rows.
func (d *draft) pairUp() []pair {
	var pairs []pair
	for rank, e := range d.byPage() {
		ent := &d.toc.entries[e]
		for _, title := range titleForms(ent.title) {
			for _, m := range d.titles.find(title) {
				c := d.titles.cands[m.cand]
				if slices.ContainsFunc(c.rows, func(i int) bool { return d.barred[i] }) {
					continue
				}
				if w := d.weigh(ent, c.rows, m.sim); w > 0 {
					if title != ent.title {
						w -= 0.08 // a part of the title is a weaker witness than the whole, even behind a broken text
					}
					pairs = append(pairs, pair{e, rank, c.rows, m.sim, w})
				}
			}
		}
	}
	return pairs
}

// titleForms gives the title, and its parts where a label or a subtitle is joined to it.
func titleForms(title string) []string {
	forms := []string{title}
	const least = 4 // runes that tell a title from a word
	fold := foldOf(title)
	if at := strings.Index(fold, ":"); at > 0 {
		if runeCount(fold[at+1:]) >= least {
			forms = append(forms, fold[at+1:])
		}
		if runeCount(fold[:at]) >= least {
			forms = append(forms, fold[:at])
		}
	}
	if at := strings.Index(fold, dash+dash); at > 0 && runeCount(fold[:at]) >= least {
		forms = append(forms, fold[:at])
	}
	return forms
}

// byPage orders the entries by page; entries without one keep their place.
func (d *draft) byPage() []int {
	order := make([]int, len(d.toc.entries))
	pages := make([]int, len(order))
	last := 0
	for i := range order {
		order[i] = i
		if p := d.toc.entries[i].page; p > 0 {
			last = p
		}
		pages[i] = last
	}
	sort.SliceStable(order, func(a, b int) bool { return pages[order[a]] < pages[order[b]] })
	return order
}

// weigh says how well the rows would be the entry's title, 0 for not at all.
func (d *draft) weigh(e *entry, rows []int, sim float64) float64 {
	w := sim
	last := rows[0]
	first := rows[0]
	for _, i := range rows {
		last, first = max(last, i), min(first, i)
	}
	if rows[0] != first {
		w -= 0.02 // rows in the wrong order are rarer than the right one
	}
	w -= 0.01 * float64(len(rows)-1)
	if len(e.authors) > 0 && d.namesAhead(last, e.authors) {
		w += 0.3 // the author stands under the title
	}
	if d.closedBefore(first) {
		w += 0.1
	}
	if !d.textAhead(last) && !d.verseUnder(last) {
		w -= 0.5 // a title has a text: a line on the cover has none
	}
	if first > 0 && d.dangles(first-1) && d.rows[first].blank < 2 {
		w -= 0.05
	}
	// Short titles are like many lines: they must be nearly exact.
	if n := runeCount(key(e.title)); n <= 5 && sim < 1 && w < 1 {
		return 0
	}
	if w < leastAlike {
		return 0
	}
	return w
}

// namesAhead reports whether one of the next rows bears the authors' names.
func (d *draft) namesAhead(i int, authors []string) bool {
	const rows = 5 // subtitle and office may stand before the name, and the name on several
	want := key(strings.Join(authors, ""))
	got := ""
	for j, n := i+1, 0; j < len(d.rows) && n < rows; j++ {
		r := &d.rows[j]
		if r.zone == dropped {
			continue
		}
		n++
		if r.runes > longestTitle {
			return false
		}
		k := key(strings.Join(authorsOf(r.fold), ""))
		if strings.Contains(k, key(authors[0])) && k != "" {
			return true
		}
		got += k
		if k != "" && alikeNames(want, k) || alikeNames(want, got) {
			return true
		}
	}
	return false
}

// alikeNames reports whether two lists of names differ in one character at most.
func alikeNames(a, b string) bool {
	x, y := []rune(a), []rune(b)
	return a == b || len(x) == len(y) && len(x) > 2 && distance(x, y) <= 1
}

// closedBefore reports whether an article has been closed since its last text.
func (d *draft) closedBefore(i int) bool {
	const rows = 9 // marks, notes and pictures that may stand behind an article's text
	for j := i - 1; j >= max(0, i-rows); j-- {
		r := &d.rows[j]
		switch {
		case r.closes || r.kind == issue.Affiliation || r.zone == front:
			return true
		case r.zone == dropped || r.kind == issue.Credit || r.kind == issue.Prompt || r.kind == issue.SourceNote || r.kind == issue.Note:
		case j+1 < len(d.rows) && d.rows[j+1].kind == issue.Credit, d.captionAt(j): // a picture's words
		default:
			return false
		}
	}
	return i == 0
}

// textAhead reports whether running text follows the row before the contents
// or a masthead do.
func (d *draft) textAhead(i int) bool {
	for j, n := i+1, 0; j < len(d.rows) && n < titleBlock; j++ {
		r := &d.rows[j]
		if r.zone == front && r.kind == issue.Toc {
			return false
		}
		if r.zone == dropped {
			continue
		}
		n++
		if d.serial(j) {
			return false // the cover, whose lines have no text
		}
		if r.zone == body && r.kind == "" && r.prose() && !d.captionAt(j) {
			return true
		}
	}
	return false
}

// chain takes the pairs that rise in pages and in the source and weigh most
// together: the heaviest increasing subsequence.
func (d *draft) chain(pairs []pair) []pair {
	order := make([]int, len(pairs))
	for i := range order {
		order[i] = i
	}
	// By rank; within one entry from the last row to the first, so that no
	// two pairs of one entry can follow each other.
	sort.Slice(order, func(a, b int) bool {
		p, q := pairs[order[a]], pairs[order[b]]
		if p.rank != q.rank {
			return p.rank < q.rank
		}
		if p.first() != q.first() {
			return p.first() > q.first()
		}
		return p.weight < q.weight
	})
	// best holds, for each row, the heaviest chain that ends before it, as a
	// tree of running maxima.
	best := newMaxima(len(d.rows) + 1)
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
	for l, r := 0, len(taken)-1; l < r; l, r = l+1, r-1 {
		taken[l], taken[r] = taken[r], taken[l]
	}
	return taken
}

func (p pair) last() int {
	n := 0
	for _, r := range p.rows {
		n = max(n, r)
	}
	return n
}

// leftOver pairs the entries that the chain left, strongest first.
func (d *draft) leftOver(pairs, taken []pair) []pair {
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
		free := !entries[p.entry] && p.weight >= strong
		for _, r := range p.rows {
			free = free && !rows[r]
		}
		if free {
			take(p)
			taken = append(taken, p)
		}
	}
	return taken
}

func (d *draft) addStart(rows []int, entry int, sim float64) {
	if slices.ContainsFunc(rows, func(i int) bool { return d.barred[i] }) {
		return
	}
	for n := len(rows); n > 1 && strings.HasPrefix(d.rows[rows[n-1]].fold, dash); n = len(rows) {
		rows = rows[:n-1] // the subtitle, which the contents join to the title
	}
	s := start{row: rows[0], rows: rows, entry: entry, sim: sim}
	why := "the contents announce it"
	if entry < 0 {
		why = "stands where a title stands, though no entry announces it"
	}
	for n, i := range rows {
		s.row = min(s.row, i)
		d.label(i, issue.Title, why)
		d.rows[i].glued = n > 0
	}
	d.starts = append(d.starts, s)
}

// linkEntries ties entries and starts together.
func (d *draft) linkEntries() {
	for n := range d.starts {
		if e := d.starts[n].entry; e >= 0 {
			d.toc.entries[e].starts = append(d.toc.entries[e].starts, n)
		}
	}
}

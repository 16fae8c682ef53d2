package reconstruct

import (
	"sort"
	"strings"

	"kanyin/issues/issue"
)

// A titleIndex finds the rows that a title of the contents could stand in,
// however the two differ. It is a list of rows for each pair of neighbouring
// characters, so that thousands of entries cost no comparison of all with all.
type titleIndex struct {
	cands   []candidate
	pairs   map[[2]rune][]int32
	singles map[rune][]int // titles of one character
}

// A candidate is a row, or two or three in a row, that may be a title.
type candidate struct {
	rows []int // in the order in which they read
	key  []rune
}

// longestTitle is the most runes that a line of a title has; the longest seen
// in print, with its 副题 run on, has fifty.
const longestTitle = 60

// tellLong finds the rows that are longer than a title and are one all the same:
// another row holds them word for word, as the contents do.
func tellLong(d *draft) {
	const most = 2 * longestTitle // runes: what stands twice and is longer is a text
	var long []int
	for i := range d.rows {
		if r := &d.rows[i]; r.runes > longestTitle && r.runes <= most+longestSign && !ended(r.fold) {
			long = append(long, i)
		}
	}
	if len(long) > mostLong {
		return
	}
	for _, i := range long {
		k := key(d.rows[i].fold)
		for _, j := range long {
			d.rows[i].told = d.rows[i].told || i != j && d.rows[i].runes <= most && strings.Contains(key(d.rows[j].fold), k)
		}
	}
}

// mostLong bounds the comparisons: where so many lines break off, they are text.
const mostLong = 300

// crowd is how many candidates one pair may lead to before it tells nothing:
// a pair that common is a word of the magazine, not of a title.
const crowd = 400

// titleRow reports whether the row could be a line of a title: short, no
// sentence, no mark, and not beginning in the middle of one.
func (d *draft) titleRow(i int) bool {
	r := &d.rows[i]
	return r.zone == body && (r.kind == "" || r.kind == issue.Note && r.runes < longestTitle) && (r.runes <= longestTitle || r.told) && r.runes > 0 &&
		!(ended(r.fold) && strings.HasSuffix(r.text, fullStop)) && !(clings(r.fold) && !d.english) && r.from == 0
}

// indexTitles gathers the candidates outside the rows from a to b.
func (d *draft) indexTitles(a, b int) *titleIndex {
	x := &titleIndex{pairs: map[[2]rune][]int32{}, singles: map[rune][]int{}}
	for i := range d.rows {
		if i >= a && i < b || !d.titleRow(i) {
			continue
		}
		if strings.HasPrefix(d.rows[i].fold, dash) {
			continue // a subtitle, whose title stands before it
		}
		x.add(d, i)
		j := d.nextTitleRow(i, a, b)
		if j < 0 {
			continue
		}
		x.add(d, i, j)
		if !strings.HasPrefix(d.rows[j].fold, dash) {
			x.add(d, j, i) // boxes may come in the wrong order
		}
		if k := d.nextTitleRow(j, a, b); k >= 0 {
			x.add(d, i, j, k)
		}
	}
	return x
}

// nextTitleRow gives the row that could go on with the title in row i, past
// furniture, or -1.
func (d *draft) nextTitleRow(i, a, b int) int {
	for j := i + 1; j < len(d.rows) && j <= i+3; j++ {
		if j >= a && j < b {
			return -1
		}
		r := &d.rows[j]
		if r.zone == dropped || d.frame(j) {
			continue
		}
		if !d.titleRow(j) || r.blank > 2 || d.signedBy(j) {
			return -1 // a byline is no part of the title
		}
		return j
	}
	return -1
}

func (x *titleIndex) add(d *draft, rows ...int) {
	var s strings.Builder
	for _, i := range rows {
		s.WriteString(d.rows[i].fold)
	}
	if len(rows) == 1 {
		if title, names, ok := signedLine(d.rows[rows[0]].fold); ok {
			x.put(title, rows) // its authors stand on the title's line
			if allKnown(names) {
				return
			}
		}
	}
	x.put(s.String(), rows)
}

func (x *titleIndex) put(title string, rows []int) {
	k := []rune(key(title))
	if len(k) == 1 && len(rows) == 1 {
		x.singles[k[0]] = append(x.singles[k[0]], len(x.cands))
		x.cands = append(x.cands, candidate{rows: rows, key: k})
		return
	}
	if len(k) < 2 || len(k) > 2*longestTitle {
		return
	}
	n := int32(len(x.cands))
	x.cands = append(x.cands, candidate{rows: append([]int(nil), rows...), key: k})
	for i := 0; i+1 < len(k); i++ {
		p := [2]rune{k[i], k[i+1]}
		if list := x.pairs[p]; len(list) <= crowd && (len(list) == 0 || list[len(list)-1] != n) {
			x.pairs[p] = append(list, n)
		}
	}
}

// A match is a candidate and how alike it is, from 0 to 1.
type match struct {
	cand int
	sim  float64
}

// leastAlike is the likeness under which two titles are not the same: a
// quarter of the characters may differ, as two do in a title of eight.
const leastAlike = 0.72

// find gives the candidates that are like the title, the likest first.
func (x *titleIndex) find(title string) []match {
	k := []rune(key(title))
	if len(k) == 1 {
		var out []match
		for _, c := range x.singles[k[0]] {
			out = append(out, match{c, 1})
		}
		return out
	}
	if len(k) < 2 {
		return nil
	}
	seen := map[int32]int{}
	for i := 0; i+1 < len(k); i++ {
		p := [2]rune{k[i], k[i+1]}
		list := x.pairs[p]
		if len(list) > crowd {
			continue
		}
		for _, c := range list {
			seen[c]++
		}
	}
	var out []match
	for c, shared := range seen {
		ck := x.cands[c].key
		// Titles that share less than a third of their pairs differ too much to compare.
		if longer := max(len(k), len(ck)); 3*shared < longer-1 && longer > 4 {
			continue
		}
		if s := likeness(k, ck); s >= leastAlike {
			out = append(out, match{int(c), s})
		}
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if a.sim != b.sim {
			return a.sim > b.sim
		}
		return a.cand < b.cand
	})
	const enough = 12
	if len(out) > enough {
		out = out[:enough]
	}
	return out
}

// bestOf gives the greatest likeness of what was found. A title on several
// rows counts a little less, so that a title with its byline on the row below
// is not taken for a title of two lines.
func (x *titleIndex) bestOf(found []match) float64 {
	best := 0.0
	for _, m := range found {
		best = max(best, m.sim-0.05*float64(len(x.cands[m.cand].rows)-1))
	}
	return best
}

// likeness is one minus the share of characters that must change (Levenshtein).
func likeness(a, b []rune) float64 {
	longer := max(len(a), len(b))
	if longer == 0 {
		return 1
	}
	if diff := len(a) - len(b); diff*4 > longer*2 || -diff*4 > longer*2 {
		return 0
	}
	return 1 - float64(distance(a, b))/float64(longer)
}

// distance counts the characters to insert, delete or replace.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diag := row[0]
		row[0] = i + 1
		for j := range b {
			cost := diag
			if a[i] != b[j] {
				cost = 1 + min(diag, row[j], row[j+1])
			}
			diag, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}

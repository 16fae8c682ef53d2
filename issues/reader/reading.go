package reader

import (
	"maps"
	"slices"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/announced"
	"kanyin/issues/reconstruct/assemble"
	"kanyin/issues/reconstruct/evidence"
	"kanyin/issues/reconstruct/house"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/matter"
	"kanyin/issues/reconstruct/order"
	"kanyin/issues/reconstruct/overleaf"
	"kanyin/issues/reconstruct/rows"
	"kanyin/issues/reconstruct/told"
	"kanyin/issues/source"
)

// A reading is what is thought of an issue's printed lines so far. Its steps put
// the rows into a better order or learn what some are; then the chain reads again.
type reading struct {
	chain  *label.Chain
	source []rows.Row // in the order of their source
	known  *told.Lines

	perm   []int             // the numbers, in source, of the rows as they are read
	titles map[int]label.Set // what the contents say that rows are, by their numbers in source

	rows    []rows.Row // as they are read; seen and labels are theirs
	seen    []evidence.Seen
	labels  []label.Label
	decided []issue.Decision
	woven   bool // columns were given in turns on some page
}

// begin reads the rows for the first time.
func begin(chain *label.Chain, rs []rows.Row, known *told.Lines) *reading {
	r := &reading{chain: chain, source: rs, known: known, perm: rows.Numbers(len(rs))}
	r.read()
	return r
}

// read gives the rows their labels, in the order that they are in.
func (r *reading) read() {
	r.rows = permuted(r.source, r.perm)
	within := map[int]label.Set{}
	for i, n := range r.perm {
		if set, ok := r.titles[n]; ok {
			within[i] = set
		}
	}
	r.seen = evidence.Of(r.rows)
	r.labels = r.chain.Within(r.seen, pins(r.rows, r.known), within)
	for _, i := range announced.Parted(r.rows, r.labels) {
		r.labels[i].Begins = true
	}
}

// lookAgain is how often the order of a text is looked for by what its rows are:
// in the better order it is better known what they are, and after two rounds
// hardly anything changes.
const lookAgain = 2

// order looks for the order of a text, now that it is known what the rows are and, by
// their words, which articles they belong to.
func (r *reading) order() {
	for range lookAgain {
		perm, pages := order.Read(r.source, inSource(r.labels, r.perm), matter.Tell(r.rows, r.labels, r.perm))
		r.decided, r.woven = r.decided[:0], len(pages) > 0
		for _, m := range pages {
			r.decided = append(r.decided, tell(r.source, m.Rows, m.Margin))
		}
		if slices.Equal(r.perm, perm) {
			return
		}
		r.perm = perm
		r.read()
	}
}

// inSource gives what is told of the rows as they are read in the order of the source.
func inSource[T any](told []T, perm []int) []T {
	if told == nil {
		return nil
	}
	out := make([]T, len(told))
	for i, n := range perm {
		out[n] = told[i]
	}
	return out
}

// findTitles reads again with the titles that the contents announce.
func (r *reading) findTitles() {
	found := announced.Titles(r.rows, r.labels)
	maps.Copy(found, announced.Listed(r.rows, r.labels))
	if len(found) == 0 {
		return
	}
	r.titles = map[int]label.Set{}
	for i, set := range found {
		r.titles[r.perm[i]] = set
	}
	r.read()
}

// bringHome reads texts with the articles that they speak of.
func (r *reading) bringHome() {
	perm, moves := matter.Order(r.rows, r.labels, r.woven)
	if len(moves) == 0 {
		return
	}
	for _, m := range moves {
		r.decided = append(r.decided, brought(r.rows, m))
	}
	r.perm = permuted(r.perm, perm)
	r.read()
}

// link reads rows behind those that they are known to go on after.
func (r *reading) link() {
	if perm, moved := linked(r.perm, r.rows, r.labels, r.known); moved {
		r.perm = perm
		r.read()
	}
}

// settle holds the types of rows against one another, as long as that shows slips:
// what was put right shows more. A row can only lose kinds, so it ends; most issues
// need one reading.
func (r *reading) settle() {
	const most = 4
	kinds := map[int]label.Set{}
	for range most {
		news := false
		for i, set := range house.Kinds(r.rows, r.labels) {
			if old, ok := kinds[i]; ok {
				if set &= old; set == 0 || set == old {
					continue
				}
			}
			kinds[i], news = set, true
		}
		if !news {
			return
		}
		r.labels = r.chain.Within(r.seen, pins(r.rows, r.known), kinds)
	}
}

// turnOver reads articles on in their own columns where they go on overleaf. What
// was seen of the rows stays: the pages show it, wherever a row is read.
func (r *reading) turnOver() {
	if perm, moved := overleaf.Order(r.rows, r.labels); moved {
		r.perm, r.rows, r.seen, r.labels = permuted(r.perm, perm), permuted(r.rows, perm), permuted(r.seen, perm), permuted(r.labels, perm)
	}
}

// issue makes the issue of the rows, with what weighed for their labels and what is doubtful.
func (r *reading) issue(f *source.File) *issue.Issue {
	iss := assemble.Issue(f, r.rows, r.labels)
	for i, why := range r.chain.Why(r.seen, r.labels) {
		iss.Decisions = append(iss.Decisions, issue.Decision{Pass: labelPass, Lines: []int{r.rows[i].Line}, Text: why, Margin: r.labels[i].Margin})
	}
	iss.Decisions = append(iss.Decisions, r.decided...)
	iss.Findings = append(iss.Findings, doubts(r.rows, r.labels)...)
	return iss
}

// permuted gives the list in another order.
func permuted[T any](list []T, perm []int) []T {
	out := make([]T, len(list))
	for i, n := range perm {
		out[i] = list[n]
	}
	return out
}

package matter

import (
	"slices"

	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/order"
	"kanyin/issues/reconstruct/rows"
)

// articles are those of a text and what they speak of: what package order asks for, to
// put rows in order that are told apart by their words.
type articles struct {
	t  *telling
	at []int // for every row as it is asked for, its number as it was told
	of []int // the unit of every row as it was told, -1 for none
}

// Tell tells the articles of rows as they are read, which are numbered as perm has them:
// row i is the one that others know by the number perm[i]. It gives nil where there are
// not several articles. The rows are as for [Order].
func Tell(rs []rows.Row, ls []label.Label, perm []int) order.Articles {
	t := newTelling(rs, ls, true) // for all that is known
	if t == nil {
		return nil
	}
	t.tellAll()
	a := &articles{t: t, at: make([]int, len(perm)), of: make([]int, len(rs))}
	for i, n := range perm {
		a.at[n], a.of[i] = i, -1
	}
	for n, u := range t.units {
		for i := u.from; i < u.to; i++ {
			a.of[i], t.of[i] = n, u.article
		}
	}
	return a
}

// Head gives the article that a row shows by itself, 0 for none.
func (a *articles) Head(row int) int {
	i := a.at[row]
	if k := a.t.labels[i].Kind; k == label.Title || heads(k) {
		return a.t.of[i]
	}
	return 0
}

// Over gives the article that goes over to the next page where this one is read last.
func (a *articles) Over(article int) int { return a.t.over[article] }

// On gives the articles that may stand on a page with those rows, of which one comes over
// from the page before, and for every row how much likelier its words are in each of them
// than in the issue, as a natural logarithm. The page's own texts hardly count for that.
func (a *articles) On(rows []int, over int) (among []int, worth [][]float64) {
	among = append(among, over)
	for _, n := range rows {
		among = append(among, a.t.of[a.at[n]])
	}
	slices.Sort(among)
	among = slices.Compact(among)
	from, to := a.units(rows)
	a.t.aside(from, to)
	for _, n := range rows {
		worth = append(worth, a.worth(a.at[n], among))
	}
	a.t.back(from, to)
	return among, worth
}

// units gives the first unit of a page's rows and the one behind their last.
func (a *articles) units(rows []int) (from, to int) {
	from = len(a.t.units)
	for _, n := range rows {
		if u := a.of[a.at[n]]; u >= 0 {
			from, to = min(from, u), max(to, u+1)
		}
	}
	return from, to
}

// worth gives the same for a row as it was told; words that say nothing are worth nothing.
func (a *articles) worth(i int, among []int) []float64 {
	out := make([]float64, len(among))
	if a.of[i] < 0 || !speaks(a.t.labels[i].Kind) {
		return out
	}
	u := a.t.units[a.of[i]]
	u.words = unique(wordsOf(a.t.rows[i].Text))
	for k, article := range among {
		if article > 0 {
			out[k] = a.t.worth(&u, article)
		}
	}
	return out
}

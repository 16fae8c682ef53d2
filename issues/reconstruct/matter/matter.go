// Package matter tells by their words which article texts belong to, where a page
// of several gave them to a wrong one: an extractor put the title behind its own
// text, or a column of one article between two of another.
//
//	今年的水早了十天，渡口的船工说，水位还要涨。
//	广场上的集市摆了三天，年货卖得比去年快。
//	渡口的水             a title
//	船工们守着水位标尺，渡口停了两天。
//
// The first text speaks of what the title and the text under it speak of, and not of
// what stood before. Every article has the words of its title and of its texts; for
// each text of a page it is asked how much likelier its words are in this article
// than in that (a mixture of the article's words and the issue's: Jelinek and Mercer
// 1980). Neighbouring texts mostly belong to one article, the more so where one goes on
// with the other, so a page's texts are told together, and what was told changes the
// articles' words: it is asked again. The page's own texts hardly count for that: if they
// stand wrongly, they speak for each other. A page counts as woven, and its texts change
// their articles more easily, where that is far likelier.
//
// At first an article's words are those of its title, and of its texts as far as they have
// words of the title: where the rest of one article stands behind the title of another,
// most of the other's words are not its own.
package matter

import (
	"cmp"
	"slices"

	"kanyin/issues/reconstruct/fold"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/order"
	"kanyin/issues/reconstruct/rows"
)

// rounds is how often all pages are told: what the first round brought home says
// more of its article; with twice as many rounds no more comes home.
const rounds = 3

// several is how many articles stand on a page at most; more is a dump without pages.
const several = 16

// A Move is a text that is read with another article than the one it stood in.
type Move struct {
	Rows   []int   // by number, in the order that they had
	Title  int     // the first row of the article's title
	Margin float64 // how much likelier its words are there, as a natural logarithm
}

// Order gives the order in which every text is read with its article, by the rows'
// numbers, and what it moved; nil where the order that they have is right. The rows are
// those of a text without a page's facts, in the order of reading, and labelled; woven
// tells that an extractor gave columns in turns on some page of the issue.
func Order(rs []rows.Row, ls []label.Label, woven bool) (perm []int, moved []Move) {
	t := newTelling(rs, ls, woven)
	if t == nil {
		return nil, nil
	}
	t.tellAll()
	if moved = t.moves(); len(moved) == 0 {
		return nil, nil
	}
	return t.order(), moved
}

// tellAll tells all pages, round by round.
func (t *telling) tellAll() {
	for n := range rounds {
		changed := t.round()
		t.countWhole()
		if !changed && n > 0 {
			break
		}
	}
}

// moves gives the units that left the article that they stood in.
func (t *telling) moves() []Move {
	var out []Move
	for n := range t.units {
		u := &t.units[n]
		if u.article == u.stood {
			continue
		}
		m := Move{Title: t.titles[u.article-1], Margin: t.worth(u, u.article) - t.worth(u, u.stood)}
		for i := u.from; i < u.to; i++ {
			m.Rows = append(m.Rows, i)
		}
		out = append(out, m)
	}
	return out
}

// A unit is rows that stand together in the text: no other text parts them.
type unit struct {
	from, to int // rows, to before the last
	stood    int // the article that it stood in
	read     int // the article that the order of reading gives it
	article  int // the article that it is thought to belong to
	fixed    bool
	words    []word
	weight   float64 // for how much of a text it counts in its article's bag
	first    float64 // and for how much at first, while little is known
}

// A telling is an issue whose texts are being told apart.
type telling struct {
	rows   []rows.Row
	labels []label.Label
	of     []int // the article of every row as read, 0 before the first
	titles []int // the first row of every article's title, from article 1 at 0
	begins []int // the first row of every article's text, behind its head; likewise
	units  []unit
	bags   []bag // the words of every article
	all    bag   // and of the issue
	woven  bool  // some of the pages may be woven
	whole  bool  // every text counts whole by now
	over   []int // which article goes over to the next page where this one is read last
	until  []int // the last page on which texts are read with an article
	links  *order.Links
}

// newTelling looks at the rows; it is nil where there are not several articles. Woven is
// as for [Order].
func newTelling(rs []rows.Row, ls []label.Label, woven bool) *telling {
	t := &telling{rows: rs, labels: ls, woven: woven}
	if t.of, t.titles = numbered(ls); len(t.titles) < 2 {
		return nil
	}
	t.links = order.NewLinks(rs, ls)
	for a := range t.titles {
		t.begins = append(t.begins, t.begin(a+1))
	}
	t.turnOver()
	t.split()
	t.count()
	t.abreast()
	t.until = make([]int, len(t.titles)+1)
	for n, u := range t.units {
		t.until[u.read] = t.page(n)
	}
	return t
}

// numbered numbers the articles that the rows belong to in the order of reading.
func numbered(ls []label.Label) (of, titles []int) {
	of = make([]int, len(ls))
	for i, l := range ls {
		if l.Kind == label.Title && (l.Begins || i == 0 || ls[i-1].Kind != label.Title) {
			titles = append(titles, i)
			for j := i - 1; j >= 0 && heads(ls[j].Kind); j-- {
				of[j] = len(titles)
			}
		}
		of[i] = len(titles)
	}
	return of, titles
}

// heads tells what stands over a title and belongs to it.
func heads(k label.Kind) bool { return k == label.Kicker || k == label.Section }

// flows tells which rows are an article's text.
func flows(k label.Kind) bool {
	switch k {
	case label.Paragraph, label.Heading, label.List, label.Code, label.Table, label.Verse, label.Quote, label.Caption, label.Note, label.Box:
		return true
	}
	return false
}

// speaks tells which texts' words say what they are about. Those of programs and lists
// are the same in many articles, and half of what moved by them moved wrongly; captions
// and notes name what stands elsewhere. They go where the text beside them goes.
func speaks(k label.Kind) bool {
	return k != label.Code && k != label.List && k != label.Caption && k != label.Note
}

// split parts the rows of text into units: one ends where a block ends, where an
// extractor left a blank line, where a row does not go on with the one before it, and
// where something else stands between. What goes on from another page by a mark is
// where the mark says.
func (t *telling) split() {
	jumped := false
	for i := 0; i < len(t.rows); i++ {
		switch k := t.labels[i].Kind; {
		case k == label.Title:
			jumped = false
			continue
		case !flows(k) || t.of[i] == 0:
			jumped = jumped || k == label.Jump
			continue
		}
		to := i + 1
		for to < len(t.rows) && t.oneUnit(to) {
			to++
		}
		u := unit{from: i, to: to, stood: t.of[i], read: t.of[i]}
		if t.titlePage(u.read) < t.rows[i].Page {
			u.read = t.over[u.read]
		}
		u.article = u.read
		for _, r := range t.rows[i:to] {
			jumped = jumped || comesFrom(r.Text)
			if speaks(t.labels[i].Kind) {
				u.words = append(u.words, wordsOf(r.Text)...)
			}
		}
		u.fixed = jumped
		u.words = unique(u.words)
		t.units = append(t.units, u)
		i = to - 1
	}
}

// oneUnit tells whether row i goes on with the unit of the row before it.
func (t *telling) oneUnit(i int) bool {
	l, r := t.labels[i], t.rows[i]
	return l.Kind == t.labels[i-1].Kind && !l.Begins && r.Blank == 0 && r.Page == t.rows[i-1].Page && t.links.Of(i-1, i) > 0
}

// round tells the units of every page again, and whether one changed its article. In
// the first round, when little is known of the articles' words, only woven pages change.
func (t *telling) round() bool {
	changed := false
	for from := 0; from < len(t.units); {
		to := from + 1
		for to < len(t.units) && t.page(to) == t.page(from) {
			to++
		}
		if among := t.among(from, to); len(among) > 1 && len(among) <= several {
			articles, isWoven := t.tell(from, to, among)
			for k, a := range articles {
				if isWoven || t.whole {
					changed = t.give(from+k, a) || changed
				}
			}
		}
		from = to
	}
	return changed
}

func (t *telling) page(u int) int { return t.rows[t.units[u].from].Page }

// among gives the articles that may stand on the page of units: those that it has, and
// those of the page before, which may go on here side by side, unless they closed there.
func (t *telling) among(from, to int) []int {
	out := t.here(from, to)
	var before []int
	closed := map[int]bool{}
	for i := from - 1; i >= 0 && t.page(i) >= t.page(from)-1; i-- {
		u := &t.units[i]
		if fold.Closes(t.rows[u.to-1].Text) && t.until[u.article] < t.page(from) {
			closed[u.article] = true
		}
		before = append(before, u.article, u.read)
	}
	out = append(out, slices.DeleteFunc(before, func(a int) bool { return closed[a] })...)
	slices.Sort(out)
	return slices.Compact(out)
}

// here gives the articles that a page of units has: those of its units and titles, and
// the one that the page before ended with.
func (t *telling) here(from, to int) []int {
	var out []int
	if from > 0 {
		out = append(out, t.units[from-1].article, t.units[from-1].read)
	}
	for _, u := range t.units[from:to] {
		out = append(out, u.article, u.read)
	}
	for a, i := range t.titles {
		if t.rows[i].Page == t.page(from) {
			out = append(out, a+1)
		}
	}
	return out
}

// A place is where a row is read: in which article, with its head or its text.
type place struct{ article, part, row int }

const (
	head = iota // the title, what stands over it and what stands under it
	text
)

// order puts the units behind their articles' other texts. Texts that stand before
// the title they belong to follow it and what stands under it.
func (t *telling) order() []int {
	places := make([]place, len(t.rows))
	for i, a := range t.of {
		places[i] = place{a, text, i}
		if a > 0 && i < t.begins[a-1] {
			places[i].part = head
		}
	}
	for _, u := range t.units {
		for i := u.from; i < u.to; i++ {
			places[i].article = u.article
		}
	}
	perm := rows.Numbers(len(t.rows))
	slices.SortFunc(perm, func(a, b int) int {
		x, y := places[a], places[b]
		return cmp.Or(cmp.Compare(x.article, y.article), cmp.Compare(x.part, y.part), cmp.Compare(x.row, y.row))
	})
	return perm
}

// begin looks for the row with which the text of an article begins, behind its head.
func (t *telling) begin(a int) int {
	i := t.titles[a-1]
	for i < len(t.rows) && t.of[i] == a && !flows(t.labels[i].Kind) {
		i++
	}
	return i
}

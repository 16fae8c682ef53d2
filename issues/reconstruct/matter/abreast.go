package matter

// worthwhile is how much likelier the words of two texts have to be apart than as one
// text, as a natural logarithm, for them to be parted between two titles: as much as it
// costs a text to leave its article. Of texts of one article hardly any is.
const worthwhile = 12.

// longestPage is how many units a page has at most for its texts to be parted so.
const longestPage = 200

// abreast parts the texts behind titles that follow each other without a text between:
// articles that stand side by side have their titles at one height, an extractor gives
// these together, and the texts behind them in the same order.
//
//	渡口的水             a title
//	集市上的年货         a title
//	船工们守着水位标尺，渡口停了两天。
//	广场上的集市摆了三天，年货卖得比去年快。
//
// The first text ends where both say most of the same by themselves. What they have
// then counts as where they stood: it costs nothing to stay there.
func (t *telling) abreast() {
	first := t.firsts()
	for a := 1; a < len(t.titles); a++ {
		b := a + 1
		from := first[b]
		if first[a] >= 0 || from < 0 || t.page(from) != t.titlePage(a) {
			continue
		}
		to := from
		for to < len(t.units) && t.units[to].read == b && t.page(to) == t.page(from) {
			to++
		}
		for n := from; n < t.cut(from, to, a, b); n++ {
			t.units[n].read = a
			t.give(n, a)
		}
	}
}

// firsts gives the first unit of every article, -1 for one without.
func (t *telling) firsts() []int {
	first := make([]int, len(t.titles)+1)
	for a := range first {
		first[a] = -1
	}
	for n := len(t.units) - 1; n >= 0; n-- {
		first[t.units[n].read] = n
	}
	return first
}

// cut gives the unit with which the text of article b begins, where the units from
// from up to to are those of a and of b; from where all belong to b.
func (t *telling) cut(from, to, a, b int) int {
	if to-from > longestPage {
		return from
	}
	best, at := t.alone(from, to, b)+worthwhile, from
	titleA, titleB := t.titleBag(a), t.titleBag(b)
	calledA, calledB := 0.0, 0.0 // how likely the units so far are by the words of either title
	for n := from + 1; n < to; n++ {
		calledA += t.in(&t.units[n-1], titleA, 0)
		calledB += t.in(&t.units[n-1], titleB, 0)
		if !t.labels[t.units[n].from].Begins || calledA <= calledB {
			continue // no text begins inside a paragraph, and a running head has no text
		}
		if v := t.alone(from, n, a) + t.alone(n, to, b); v > best {
			best, at = v, n
		}
	}
	return at
}

// titleBag gives the words of an article's title and of what stands under it.
func (t *telling) titleBag(article int) *bag {
	b := &bag{}
	for i := t.titles[article-1]; i < t.begins[article-1]; i++ {
		b.add(unique(wordsOf(t.rows[i].Text)), title)
	}
	return b
}

// alone is how much likelier the words of units are under the title of an article, with
// no other texts there, than in the issue.
func (t *telling) alone(from, to, article int) float64 {
	b, sum := t.titleBag(article), 0.0
	for _, u := range t.units[from:to] {
		b.add(u.words, 1)
	}
	for n := from; n < to; n++ {
		sum += t.in(&t.units[n], b, 1)
	}
	return sum
}

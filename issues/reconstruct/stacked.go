package reconstruct

import "strings"

// A stacking tells where the pages of contents stand that give page, title and
// authors a line each, whatever blank lines there are between them.
type stacking uint8

const (
	unstacked stacking = iota
	pageFirst
	pageLast
)

// lonePage gives the page of a line that holds nothing else, 0 for none.
func lonePage(fold string) int {
	bare, _, _ := cutPrefix(strings.ToLower(fold), pageWords)
	bare = strings.TrimSpace(strings.TrimRight(bare, pageOf))
	if !allDigits(bare) {
		return 0
	}
	n, _ := number(bare)
	return n
}

// stacking tells how the rows of the contents are stacked: by what stands on
// the next line, and on the line or two before, which of them the body has for
// its titles.
func (d *draft) stacking(from, to int) stacking {
	const least = 3 // pages alone on their lines
	pages, behind, before, blocks := 0, 0, 0, 0
	for i := from; i < to; i++ {
		if lonePage(d.rows[i].fold) == 0 {
			continue
		}
		pages++
		if i+1 < to && d.rows[i+1].blank < d.rows[i].blank {
			blocks++ // the entry is one visual block, which says more
		}
		if i+1 < to && d.titles.best(d.rows[i+1].fold) > 0 {
			behind++
		}
		if i-1 > from && d.titles.best(d.rows[i-1].fold) > 0 || i-2 > from && d.titles.best(d.rows[i-2].fold) > 0 {
			before++
		}
	}
	switch {
	case pages < least || max(behind, before) < least || 2*blocks > pages:
		return unstacked
	case lonePage(d.rows[to-1].fold) > 0:
		return pageLast
	}
	return pageFirst
}

// lines gives the end of the rows from i on that are one entry's words.
func (r *contentsReader) lines(i int) int {
	const most = 6 // title and authors, each of two lines at most, and a column
	j := i
	for j < r.d.toc.to && j < i+most && lonePage(r.d.rows[j].fold) == 0 && (j == i || !r.marked(j)) {
		j++
	}
	return j
}

// marked reports whether the row has the dress of a column.
func (r *contentsReader) marked(i int) bool {
	fold := r.d.rows[i].fold
	return framed(fold) || strings.ContainsRune(subBullets, firstRune(fold))
}

// stacked reads the entry at row i of stacked contents, and says how many rows
// it took.
func (r *contentsReader) stacked(i int) int {
	if r.marked(i) {
		return 0
	}
	page := lonePage(r.d.rows[i].fold)
	from := i
	if r.stack == pageFirst {
		if page == 0 {
			return 0
		}
		from++
	}
	end := r.lines(from)
	last := end
	if r.stack == pageLast {
		if end == r.d.toc.to || lonePage(r.d.rows[end].fold) == 0 {
			return 0
		}
		page, last = lonePage(r.d.rows[end].fold), end+1
	}
	if end == from {
		return 0
	}
	r.pile(page, from, end, i, last)
	return last - i
}

// namesEnd reports whether the last of the rows from a to b holds the authors of
// the others: names, and no part of a title that the body has.
func (d *draft) namesEnd(a, b int) bool {
	under := d.rows[b-1].fold
	if hasBylineHead(under) {
		return true
	}
	names := allNames(under) || d.english && latinNames(under)
	return names && d.titles.best(d.wordsOf(a, b-1)) >= d.titles.best(d.wordsOf(a, b))
}

// wordsOf gives what the rows from a to b say.
func (d *draft) wordsOf(a, b int) string {
	words := make([]string, 0, b-a)
	for i := a; i < b; i++ {
		words = append(words, d.rows[i].fold)
	}
	return strings.Join(words, " ")
}

// pile makes an entry of the rows from a to b, which stand with their page in
// the rows from first to last.
func (r *contentsReader) pile(page, a, b, first, last int) {
	d := r.d
	for a+1 < b && d.titles.best(d.rows[a].fold) == 0 && d.titles.best(d.rows[a+1].fold) > 0 {
		r.column(a)
		a++
		if first < a {
			first = a
		}
	}
	c := cell{page: page, lead: r.stack == pageFirst}
	if a+1 < b && d.namesEnd(a, b) {
		b--
		c.author, c.split = d.rows[b].fold, true
	}
	c.rest = d.wordsOf(a, b)
	c.tokens = strings.Fields(c.rest)
	if !c.split {
		c.splitAuthor()
	}
	var rows []int
	for i := first; i < last; i++ {
		rows = append(rows, i)
	}
	r.add(c, rows)
}

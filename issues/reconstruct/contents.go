package reconstruct

import (
	"strings"

	"kanyin/issues/issue"
)

// contents is where the contents stand and what they say.
type contents struct {
	from, to    int // rows; equal where there are none
	entries     []entry
	sections    map[string]bool // keys of the columns
	paged       bool
	authorFirst bool // authors stand before titles
	tight       bool // pages stand right after the titles, without a blank
}

// readContents finds the contents and reads their entries.
//
// How: the contents begin at a line that says so, or where rows with page
// numbers crowd; they end before the first line that is no row: a paragraph, a
// masthead's row, a title that they have announced already. A row with a page
// number is an entry; a line without one is a column, a sub-column, or goes on
// with an entry; the body, where the titles stand again, decides between these
// and tells title from authors. Lines of one character each are a column set
// upright.
//
// Where it fails: rows whose titles stand nowhere else and whose authors look
// like no names; contents spread over the issue.
func readContents(d *draft) {
	d.toc.sections = map[string]bool{}
	d.names = map[string]bool{}
	from, to := d.findContents()
	d.toc.from, d.toc.to = from, to
	d.titles = d.indexTitles(from, to)
	if from == to {
		return
	}
	d.toc.authorFirst = d.authorsFirst(from, to)
	r := contentsReader{d: d, dense: d.denseRows(from, to), leading: d.leadingPages(from, to), tagged: d.taggedRows(from, to), signed: d.signedRows(from, to), framed: d.framedColumns(from, to), stack: d.stacking(from, to)}
	for i := from; i < to; {
		i = r.read(i)
	}
	r.flush()
	d.toc.entries = r.entries
	for _, e := range r.entries {
		d.toc.sections[key(e.section)] = true
		if e.subsection != "" {
			d.toc.sections[key(e.subsection)] = true
		}
		for _, a := range e.authors {
			d.names[key(a)] = true
		}
		d.toc.paged = d.toc.paged || e.page > 0
	}
	delete(d.toc.sections, "")
	for i := from; i < to; i++ {
		d.label(i, issue.Toc, "stands in the contents")
	}
	d.contentsHabit()
}

// findContents gives the rows of the contents.
func (d *draft) findContents() (int, int) {
	for i := range d.rows {
		if d.rows[i].headsContents() {
			d.toc.tight = d.tightPages(i)
			if to := d.contentsEnd(i); to > i+2 {
				return i, to
			}
		}
	}
	return d.crowdedPages()
}

// headsContents reports whether the row says that the contents begin.
func (r *row) headsContents() bool {
	return r.runes <= leastText && contains(contentsWords, strings.ToLower(key(r.fold)))
}

// tightPages reports whether most rows after the contents' heading end with
// figures right after their words.
func (d *draft) tightPages(from int) bool {
	const (
		rows  = 40 // as many are read: more say the same
		least = 4  // runes of a row: a title of two, and its page
	)
	tight, all := 0, 0
	for i := from + 1; i < len(d.rows) && i < from+rows; i++ {
		f := d.rows[i].fold
		if d.rows[i].runes < least || ended(f) {
			continue
		}
		all++
		bare := strings.TrimRight(f, "0123456789")
		if r := lastRune(bare); len(f)-len(bare) > 0 && len(f)-len(bare) <= pageDigits && (han(r) || strings.ContainsRune(closers, r)) {
			tight++
		}
	}
	return 2*tight > all && tight > 2
}

// parts gives a row's title and authors, and how like the body's title is.
func (t *contents) parts(c *cell, x *titleIndex) (string, []string, float64) {
	if c.split && t.authorFirst && (allNames(c.rest) || !allNames(c.author)) {
		return c.author, authorsOf(c.rest), x.best(c.author)
	}
	return c.titleAndAuthors(x)
}

// cell parses a row of the contents in this issue's habit.
func (d *draft) cell(fold string) cell { return parseCell(fold, d.toc.tight) }

// authorsFirst reports whether the body has for titles what stands second in
// most rows that a mark parts.
func (d *draft) authorsFirst(from, to int) bool {
	first, second := 0, 0
	for i := from; i < to; i++ {
		c := d.cell(d.rows[i].fold)
		if !c.split {
			continue
		}
		left, right := d.titles.best(c.rest), d.titles.best(c.author)
		switch {
		case left > right && !allNames(c.rest), left == right && !allNames(c.rest) && allNames(c.author):
			second++
		case right > left && !allNames(c.author), left == right && allNames(c.rest) && !allNames(c.author):
			first++
		}
	}
	return first > second
}

// crowdedPages finds contents without a heading: five rows with pages among eight.
func (d *draft) crowdedPages() (int, int) {
	const rows, span = 5, 8
	var seen []int
	for i := range d.rows {
		r := &d.rows[i]
		c := d.cell(r.fold)
		if c.page == 0 || r.runes > longestTitle || ended(r.fold) || c.rest == "" || paused(c.rest) && !d.english {
			continue
		}
		seen = append(seen, i)
		if n := len(seen); n >= rows && i-seen[n-rows] < span {
			first := seen[n-rows]
			if to := d.contentsEnd(first); to-first >= rows {
				return first, to
			}
		}
	}
	return 0, 0
}

// contentsEnd gives the row after the last of the contents that begin at from.
func (d *draft) contentsEnd(from int) int {
	const longest = 80 // runes of a row: title, subtitle and three authors
	titles := map[string]int{}
	rows := map[string]bool{}
	i := from + 1
	for ; i < len(d.rows); i++ {
		r := &d.rows[i]
		if r.runes > longest || r.runes > longestShort && ended(r.fold) && d.cell(r.fold).page == 0 {
			break
		}
		if r.kind == issue.Editor || r.kind == issue.Affiliation || r.kind == issue.Prompt {
			break
		}
		if d.mastheadRow(i) && d.cell(r.fold).page == 0 && !d.backToContents(i) {
			break
		}
		if rows[key(r.fold)] && framed(r.fold) {
			break // a column's name, as the first page's running head has it
		}
		rows[key(r.fold)] = true
		c := d.cell(r.fold)
		if c.page == 0 && runeCount(c.rest) > 2 && (titles[key(c.rest)] > 0 || titles[key(r.fold)] > 0) {
			break // the first article begins
		}
		note(titles, c)
		for _, beside := range d.sideBySide(i) {
			note(titles, beside)
		}
	}
	// Rows that were swallowed after the last entry belong to the body again.
	return d.trimContents(from, i)
}

// note remembers the title of a row, with and without what may be authors.
func note(titles map[string]int, c cell) {
	const authors = 3 // tokens at the end that may be names: enough to know the title again
	for cut := len(c.tokens); cut > 0 && cut >= len(c.tokens)-authors; cut-- {
		if k := key(strings.Join(c.tokens[:cut], " ")); runeCount(k) > 3 {
			titles[k]++
		}
		if cut > 0 && !authorToken(c.tokens[cut-1]) {
			break
		}
	}
}

// backToContents reports whether rows with pages go on after row i.
func (d *draft) backToContents(i int) bool {
	const reach = 3 // rows: a duty among entries is a title that looks like one
	for j := i + 1; j < len(d.rows) && j <= i+reach; j++ {
		if c := d.cell(d.rows[j].fold); c.page > 0 && c.rest != "" && d.rows[j].runes < longestTitle && !ended(d.rows[j].fold) && !d.mastheadRow(j) {
			return true
		}
	}
	return false
}

// trimContents ends paged contents at their last row with a page.
func (d *draft) trimContents(from, to int) int {
	const (
		enough  = 3 // pages, or the contents have none and end where they seem to
		further = 3 // lines of the last entry, behind the one with its page
	)
	last, paged := from, 0
	for i := from; i < to; i++ {
		if c := d.cell(d.rows[i].fold); c.page > 0 && (c.rest != "" || d.rows[i].blank == 0) || allDigits(d.rows[i].fold) && i > from+1 {
			last, paged = i, paged+1
		}
	}
	if paged < enough {
		return to
	}
	if c := d.cell(d.rows[last].fold); !c.lead && last+1 < to && d.namesUnder(last) && d.signedRows(from, last+1) {
		last++
	}
	if lonePage(d.rows[last].fold) > 0 && last+1 < to && lonePage(d.rows[from+1].fold)+lonePage(d.rows[min(from+2, to-1)].fold) > 0 && !d.mastheadRow(last+1) {
		last++ // pages come first, and the last one's title and authors follow
		if last+1 < to && (allNames(d.rows[last+1].fold) || hasBylineHead(d.rows[last+1].fold)) {
			last++
		}
		return last + 1
	}
	// The last entry's further lines stand in one visual block with it.
	if c := d.cell(d.rows[last].fold); (c.lead || c.page == 0) && !d.denseRows(from, last) || allDigits(d.rows[last].fold) {
		for n := 0; n < further && last+1 < to && d.rows[last+1].blank == 0 && !d.mastheadRow(last+1); n++ {
			last++
		}
	}
	return last + 1
}

// denseRows reports whether the rows stand without blank lines between them.
func (d *draft) denseRows(from, to int) bool {
	n := 0
	for i := from + 1; i < to; i++ {
		if d.rows[i].blank == 0 {
			n++
		}
	}
	return 2*n > to-from
}

func (d *draft) leadingPages(from, to int) bool {
	lead, trail := 0, 0
	for i := from; i < to; i++ {
		if c := d.cell(d.rows[i].fold); c.page > 0 && c.lead {
			lead++
		} else if c.page > 0 {
			trail++
		}
	}
	return lead > trail
}

func (d *draft) contentsHabit() {
	var lines []int
	shape := "no page numbers"
	for _, e := range d.toc.entries {
		lines = append(lines, d.rows[e.rows[0]].lines[0])
		c := d.cell(d.rows[e.rows[0]].fold)
		switch {
		case c.page > 0 && c.lead:
			shape = "page, title, author"
		case c.page > 0 && c.split:
			shape = "title, mark, author, page"
		case c.page > 0:
			shape = "title, author, page"
		}
	}
	if len(lines) > 0 {
		d.habit("contents-row", shape, lines)
	}
}

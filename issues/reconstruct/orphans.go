package reconstruct

import (
	"path/filepath"
	"strings"

	"kanyin/issues/issue"
)

// orphans finds titles that no entry announces.
//
// How: a short line that could be a title begins an article where a byline
// with a name that the issue knows or a common surname follows it, or a date in
// brackets; or where an end mark has closed the article before it and a gap
// stands around it; in an issue without contents an end mark suffices.
//
// Where it fails: an announced speaker in a play; a heading after an end mark
// that closed a part and no article.
func (d *draft) orphans() {
	from := d.frontEnd()
	closed, fresh := true, false // fresh: a title stands above and no text yet
	since := 0                   // rows since that title
	marks := d.endMarks()
	column, turned := "", false // turned: the last running head names another column
	for i := from; i < len(d.rows); i++ {
		r := &d.rows[i]
		switch {
		case r.zone == front:
			closed = true
			continue
		case r.zone == dropped:
			if c := d.columnOf(r); c != "" && c != column {
				turned, column = column != "", c
			}
			continue
		case r.kind == issue.Title:
			closed, fresh, since = false, true, 0
			continue
		case r.closes:
			closed, fresh = true, false
			continue
		case r.kind != "" || d.captionAt(i):
			continue
		}
		if contact(r.fold) || strings.Trim(r.fold, "0123456789-() ") == "" {
			continue // a telephone number closes and opens nothing
		}
		if d.kickerOver(i, d.next(i)) {
			continue // the title is the line under it
		}
		if since++; r.runes > longestTitle || ended(r.fold) || since > 6 {
			fresh = false // text, or more lines than a title block has: verse
		}
		if fresh {
			continue
		}
		why := d.orphan(i, closed)
		if why == "" {
			why = d.standing(i)
		}
		if why == "" {
			why = d.countsAnew(i)
		}
		if why == "" && closed && marks && d.headingLike(i) && r.runes > 2 && d.textAhead(i) && d.untitled(i) {
			why = "the end mark before it closed an article, as such marks do in this issue"
		}
		if why == "" && turned && d.toc.from == d.toc.to && d.headingLike(i) && !d.dangles(max(d.prev(i), 0)) {
			why = "the running head over it names another column"
		}
		turned = false
		if why != "" {
			fresh = true
			d.addStart(d.titlePair(i), -1, 0)
			d.decide("an article begins: "+why, 0, i)
		}
		closed = false
	}
}

// endMarks reports whether nearly all articles of the issue end with a mark.
func (d *draft) endMarks() bool {
	n := 0
	for i := range d.rows {
		if d.rows[i].closes {
			n++
		}
	}
	return n > 4 && 5*n >= 4*len(d.starts) && n <= 2*len(d.starts)
}

// loneAuthor reports whether the row is one name that begins with a surname.
func (d *draft) loneAuthor(i int) bool {
	names := splitNames(d.rows[i].fold)
	return len(names) == 1 && known(names[0]) && d.signedBy(i)
}

// titlePair gives row i, and the row after it where the two are of one length
// and a byline follows: a title of two lines.
func (d *draft) titlePair(i int) []int {
	j := d.next(i)
	if j < 0 || d.rows[j].kind != "" || d.rows[j].runes != d.rows[i].runes || !d.headingLike(j) || d.signedBy(j) {
		return []int{i}
	}
	if !d.signed(d.next(j)) {
		return []int{i}
	}
	return []int{i, j}
}

// untitled reports whether row i is nothing else than a title could be: no
// number, no kicker's place, no name, no column.
func (d *draft) untitled(i int) bool {
	r := &d.rows[i]
	n, _, _ := numbering(r.fold)
	next := d.next(i)
	return n == 0 && next >= 0 && d.rows[next].kind != issue.Title && !d.namesColumn(r.fold) && !d.inMasthead(i) && !framed(r.fold) &&
		!strings.HasPrefix(r.fold, dash) && !strings.HasSuffix(r.fold, ":") && !contact(r.fold) && r.onto == 0 && !known(r.fold) && !strings.ContainsAny(strings.TrimRight(r.fold, "0123456789-"), "@") && len(r.fold)-len(strings.TrimRight(r.fold, "0123456789- ")) < 5
}

// columnOf gives the column that a running head names, where it names one.
func (d *draft) columnOf(r *row) string {
	if r.kind != issue.RunningHead || d.namesIssue(r.fold) {
		return ""
	}
	return strings.Trim(key(r.fold), "0123456789")
}

// orphan says why an article begins at row i, or "".
func (d *draft) orphan(i int, closed bool) string {
	r := &d.rows[i]
	if !d.titleRow(i) || r.runes < 2 || strings.HasPrefix(r.fold, dash) || ended(r.fold) && strings.ContainsAny(r.fold, pauses) || open(r.fold) || strings.HasSuffix(r.fold, ":") || d.inMasthead(i) && i < d.toc.to+mastheadReach {
		return ""
	}
	if d.namesColumn(r.fold) || strings.Trim(r.fold, "0123456789-() ") == "" || allNames(r.fold) && r.runes <= 4 && known(r.fold) {
		return ""
	}
	if n, _, _ := numbering(r.fold); n != 0 {
		return ""
	}
	whole := i == 0 || !d.dangles(i-1)
	next := d.next(i)
	if next < 0 || d.rows[next].kind == issue.Title {
		return "" // what stands over a title is its kicker
	}
	after := d.next(next)
	gap := r.blank >= 3 || d.rows[next].blank >= 3 || r.edge
	switch {
	case !whole && hasBylineHead(d.rows[next].fold) && d.signedBy(next) && after >= 0 && d.textAhead(next) && !paused(r.fold):
		return "a line that says it is a byline follows it"
	case !whole && d.headingLike(i) && d.loneAuthor(next) && after >= 0 && d.rows[after].runes > 30 && d.rows[after].zone == body:
		return "a name alone follows it, and then a text"
	case whole && strings.HasPrefix(d.rows[next].fold, dash+dash) && d.titleRow(next) && !paused(r.fold) && d.textAhead(next):
		return "a subtitle follows it"
	case whole && d.signedBy(next) && after >= 0 && d.textAhead(next) && !paused(r.fold):
		return "a byline follows it"
	case closed && d.headingLike(i) && d.signedBy(next) && d.verseAhead(next):
		return "a byline follows it, and then verse"
	case d.spacedName(next) && d.headingLike(i) && d.textAhead(after):
		return "a name follows it, a character a line"
	case whole && d.dated(next) && d.textAhead(next) && !paused(r.fold):
		return "a date follows it"
	case whole && after >= 0 && d.titleRow(next) && d.rows[next].runes < longestTitle && d.signed(after) && d.textAhead(after) && (closed || gap) && !paused(r.fold):
		return "a byline follows it and its second line"
	case r.runes > 2 && closed && (gap || d.toc.from == d.toc.to) && d.textAhead(i):
		return "the article before it is closed"
	}
	return ""
}

// verseAhead reports whether four short lines without a full stop follow row i.
func (d *draft) verseAhead(i int) bool {
	const lines, longest = 4, 24
	j := i
	for n := 0; n < lines; n++ {
		j = d.next(j)
		if j < 0 || d.rows[j].zone != body || d.rows[j].kind != "" || d.rows[j].runes > longest || d.rows[j].runes < 2 || strings.HasSuffix(d.rows[j].fold, fullStop) || d.signedBy(j) || strings.ContainsAny(d.rows[j].fold, "0123456789") {
			return false
		}
	}
	return true
}

// kickerOver reports whether row i is a short line over a longer one that a
// byline follows: a kicker and its title.
func (d *draft) kickerOver(i, next int) bool {
	if next < 0 {
		return false
	}
	after := d.next(next)
	return after >= 0 && d.rows[i].kind == "" && d.headingLike(i) && d.titleRow(next) && 3*d.rows[i].runes <= 2*d.rows[next].runes && d.rows[i].runes <= 8 &&
		!strings.HasPrefix(d.rows[next].fold, dash) && !d.signed(next) && d.signed(after)
}

// signed reports whether a byline stands at row i, on one line or a character a line.
func (d *draft) signed(i int) bool { return i >= 0 && (d.signedBy(i) || d.spacedName(i)) }

// spacedName reports whether rows i and the next hold one character each, and
// a name together.
func (d *draft) spacedName(i int) bool {
	if i < 0 || d.rows[i].runes != 1 || d.rows[i].zone != body || d.rows[i].kind != "" {
		return false
	}
	j := d.next(i)
	if j < 0 || d.rows[j].runes > 2 || d.rows[j].kind != "" || numeral(d.rows[i].fold) > 0 {
		return false
	}
	name := d.rows[i].fold + d.rows[j].fold
	return nameLike(name) && (known(name) || d.names[key(name)])
}

// standing says that an article begins at row i because it has the title of a
// standing piece, letters or notices, or counts the pieces under it, or "".
func (d *draft) standing(i int) string {
	if !d.headingLike(i) || !d.textAhead(i) || d.announced(i) || d.namesColumn(d.rows[i].fold) {
		return ""
	}
	k, first := key(d.rows[i].fold), d.pageTop(i) || d.closedBefore(i)
	switch {
	case first && contains(standingTitles, k):
		return "a standing piece of periodicals has this title"
	case counts(k, pieceWords), first && counts(k, kindWords):
		return "its title counts the pieces under it"
	}
	return ""
}

// counts reports whether a title ends with one of the words after a numeral.
func counts(k string, words []string) bool {
	rest, _, ok := cutSuffix(k, words)
	bare := strings.TrimRight(rest, numerals+couple+"0123456789")
	return ok && bare != rest && runeCount(bare) >= 2 && !strings.HasSuffix(bare, ordinal)
}

// pageTop reports whether furniture, or the edge of a page, stands right over row i.
func (d *draft) pageTop(i int) bool {
	return d.rows[i].edge || i > 0 && d.rows[i-1].zone == dropped
}

// countsAnew says that an article begins at row i because it heads a page and
// numbers begin at one under it, while the article above has numbered headings
// and no others, or "".
func (d *draft) countsAnew(i int) string {
	const (
		least        = 8   // runes: a heading may be shorter, a title that asks for numbers seldom is
		articleReach = 200 // rows: how far above the article's own title is looked for
	)
	r, next := &d.rows[i], d.next(i)
	if !d.pageTop(i) || !d.headingLike(i) || r.runes < least || next < 0 || !d.textAhead(next) {
		return ""
	}
	if n, _, _ := numbering(r.fold); n != 0 {
		return ""
	}
	if n, series, _ := numbering(d.rows[next].fold); n != 1 || series == bareSeries || !d.short(next) {
		return ""
	}
	numbered := 0
	for j := i - 1; j >= max(0, i-articleReach) && d.rows[j].kind != issue.Title; j-- {
		if d.rows[j].zone == front {
			break
		}
		if n, _, _ := numbering(d.rows[j].fold); n > 0 && d.short(j) {
			numbered++
		} else if d.headingLike(j) && d.rows[j].zone == body && !d.signed(j) {
			return ""
		}
	}
	if numbered == 0 {
		return ""
	}
	return "it heads a page, and numbers begin anew under it"
}

// next gives the next row that is not furniture, or -1.
func (d *draft) next(i int) int {
	for j := i + 1; j < len(d.rows); j++ {
		if d.rows[j].zone == front {
			return -1
		}
		if d.rows[j].zone != dropped {
			return j
		}
	}
	return -1
}

// signedBy reports whether the row is a byline for certain.
func (d *draft) signedBy(i int) bool {
	r := &d.rows[i]
	if r.zone != body || r.runes > 40 || ended(r.fold) || r.kind != "" {
		return false
	}
	if bookRow(r.fold) && i+1 < len(d.rows) && bookRow(d.rows[i+1].fold) {
		return false // a book's author, and its number on the next row
	}
	if hasBylineHead(r.fold) {
		names := authorsOf(r.fold)
		return len(names) > 0 && (allNames(strings.Join(names, " ")) || titleCase(names[0]) || isOrg(names[0]))
	}
	if strings.ContainsRune(bullets, firstRune(r.fold)) {
		return allNames(strings.TrimLeft(r.fold, bullets+" "))
	}
	names := splitNames(r.fold)
	if len(names) == 0 || len(names) > 6 {
		return false
	}
	for _, n := range names {
		if !d.names[key(n)] && !known(n) && !(nameLike(n) && strings.Contains(n, middleDot)) {
			return false
		}
	}
	return true
}

// dated reports whether the row is nothing but a date in brackets.
func (d *draft) dated(i int) bool {
	inner, ok := bracketed(d.rows[i].fold)
	return ok && isDate(inner)
}

// isDate reports whether the text begins and ends as a date does.
func isDate(s string) bool {
	n, rest := number(s)
	if n < 1000 || n > 2999 || runeCount(s) > 14 {
		return false
	}
	rest = strings.TrimSpace(rest)
	return strings.HasPrefix(rest, yearOf) && strings.ContainsRune(dayOf+monthOf, lastRune(s)) || strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, ".")
}

// mastheadReach is how many rows after the contents a masthead may reach: the
// longest seen has thirty duties, each with its name on a line of its own.
const mastheadReach = 80

// frontEnd gives the first row after cover, contents and masthead.
func (d *draft) frontEnd() int {
	last := d.toc.to
	for i := d.toc.to; i < len(d.rows) && i < d.toc.to+mastheadReach; i++ {
		if k := d.rows[i].kind; k == issue.Title || k == issue.Editor || k == issue.Affiliation || d.rows[i].runes > longestTitle {
			break
		}
		if d.toc.to == 0 && (d.textLike(i) || hasBylineHead(d.rows[i].fold)) {
			break
		}
		if d.inMasthead(i) {
			last = i + 1
		}
	}
	if d.toc.to == 0 {
		for i := range min(16, len(d.rows)) {
			if d.rows[i].kind == issue.Title || d.textLike(i) || hasBylineHead(d.rows[i].fold) {
				break
			}
			if d.isIssueLine(d.rows[i].fold) || d.isTitleLine(d.rows[i].fold) || d.inMasthead(i) {
				last = i + 1
			}
		}
	}
	return last
}

// inMasthead reports whether the row belongs to a masthead: it names a duty, or
// stands in one block with the periodical's title, or follows a duty alone.
func (d *draft) inMasthead(i int) bool {
	if d.mastheadRow(i) {
		return true
	}
	r := &d.rows[i]
	if i > 0 {
		if duty, rest := dutyOf(d.rows[i-1].fold); duty != "" && rest == "" && r.runes < 40 && !ended(r.fold) {
			return true
		}
	}
	for j := i; j >= 0 && j > i-4 && d.rows[j].zone != dropped; j-- {
		if d.meta.Title != "" && d.rows[j].runes < 16 && strings.Contains(key(d.rows[j].fold), key(d.meta.Title)) {
			return true
		}
		if d.rows[j].blank > 0 {
			break
		}
	}
	return false
}

// splitEntries gives an entry that found no title to the orphans that stand
// where its page is: one row of the contents may announce two articles.
func (d *draft) splitEntries() {
	matched := map[int]int{} // entry → row
	for _, s := range d.starts {
		if s.entry >= 0 {
			matched[s.entry] = s.row
		}
	}
	order := d.byPage()
	for n, e := range order {
		if _, ok := matched[e]; ok || d.toc.entries[e].page == 0 {
			continue
		}
		lo, hi := -1, len(d.rows)
		for k := n - 1; k >= 0 && lo < 0; k-- {
			if r, ok := matched[order[k]]; ok {
				lo = r
			}
		}
		for k := n + 1; k < len(order) && hi == len(d.rows); k++ {
			if r, ok := matched[order[k]]; ok {
				hi = r
			}
		}
		for s := range d.starts {
			if st := &d.starts[s]; st.entry < 0 && st.row > lo && st.row < hi && hi < len(d.rows) && d.akin(d.toc.entries[e], st.row) {
				st.entry = e
				d.decide("its page and its place between two other articles tie it to a row of the contents", 0, append([]int{st.row}, d.toc.entries[e].rows...)...)
			}
		}
	}
}

// akin reports whether a row of the contents and an article share a word: a
// part of the title, or the author's name.
func (d *draft) akin(e entry, row int) bool {
	words := map[[2]rune]bool{}
	pairsOf(e.title, func(p [2]rune) { words[p] = true })
	shared := 0
	for j, n := row, 0; j < len(d.rows) && n < 4; j++ {
		r := &d.rows[j]
		if r.zone != body || r.runes > longestTitle {
			continue
		}
		n++
		pairsOf(r.fold, func(p [2]rune) {
			if words[p] {
				shared++
			}
		})
		for _, a := range e.authors {
			if strings.Contains(key(r.fold), key(a)) {
				return true
			}
		}
	}
	return shared >= 2
}

// onlyStart makes one article of a text that shows no title: its first short
// line is the title, or the file's name.
func (d *draft) onlyStart() {
	from := d.frontEnd()
	for i := from; i < len(d.rows); i++ {
		r := &d.rows[i]
		if r.zone != body {
			continue
		}
		if d.titleRow(i) && r.kind == "" && d.textAhead(i) && (r.blank > 0 || i == from || i == 0) {
			d.addStart([]int{i}, -1, 0)
			return
		}
		break
	}
	if len(d.rows) > 0 {
		row := min(from, len(d.rows)-1)
		d.starts = []start{{row: row, entry: -1}}
	}
}

// fileTitle is what an article without any title is called.
func (d *draft) fileTitle() string {
	name := filepath.Base(d.file.Name)
	return strings.TrimSuffix(name, filepath.Ext(name))
}

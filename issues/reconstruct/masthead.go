package reconstruct

import (
	"strings"
	"unicode"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/masthead"
)

// readMasthead reads what the issue says of itself: title, number, ISSN,
// publisher, price, staff.
//
// How: the rows before the contents and those after it, as far as a masthead
// reaches, are read for numbers in their usual forms and for duties with names.
// The title is what the publisher's name quotes, else the cover's line that
// other short lines repeat, else the first line without figures.
//
// Where it fails: a title that stands only in a drawing; a masthead set in two
// columns whose duties and names came apart.
func readMasthead(d *draft) {
	cover, rest := d.frontRows()
	read := map[int]bool{}
	for _, i := range append(append([]int(nil), cover...), rest...) {
		d.readNumbers(i)
		if d.mastheadRow(i) && !read[i] {
			d.readDuty(i)
		}
		read[i] = true
	}
	if d.toc.from == d.toc.to {
		d.mastheadRuns(read)
	}
	d.meta.Title = d.magazine()
	if d.meta.Title != "" && d.meta.Publisher == "" {
		d.meta.Publisher = firstOf(d.publisherOf(d.meta.Title, rest), d.house(cover))
	}
}

// mastheadRuns labels four or more duties in a row, where no contents show the
// masthead's place. Rows that were read are not read again.
func (d *draft) mastheadRuns(read map[int]bool) {
	const rows = 4
	for i := 0; i < len(d.rows); i++ {
		if d.serial(i) {
			continue // the cover bears it alone
		}
		n, duties := 0, 0
		for k := i; k < len(d.rows) && d.rows[k].kind == "" && (d.mastheadRow(k) || k > i && d.waits(k-1) && !d.textLike(k)); k++ {
			if n++; d.mastheadRow(k) {
				duties++
			}
		}
		if duties >= rows {
			for k := i; k < i+n; k++ {
				if !read[k] {
					d.readDuty(k)
					d.readNumbers(k)
				}
				d.label(k, issue.Masthead, "one of "+itoa(duties)+" duties in a row")
			}
		}
		i += max(n-1, 0)
	}
}

// waits reports whether the row is a duty whose name stands on the next row.
func (d *draft) waits(i int) bool {
	duty, rest := masthead.DutyOf(d.rows[i].fold)
	return duty != "" && rest == ""
}

// frontRows gives the rows of the cover and those that may hold a masthead.
func (d *draft) frontRows() (cover, rest []int) {
	n := d.toc.from
	if n == d.toc.to {
		n = coverRows
	}
	for i := 0; i < len(d.rows) && i < min(n, 2*coverRows); i++ {
		if d.textLike(i) && !d.datedRow(i) || d.toc.from == d.toc.to && d.titleOrByline(i) {
			break
		}
		cover = append(cover, i)
	}
	for i := d.toc.from; i < len(d.rows) && i < d.toc.to+mastheadReach; i++ {
		if d.rows[i].runes <= d.wide(longestTitle) {
			rest = append(rest, i)
		}
	}
	for i := max(len(d.rows)-mastheadReach/2, d.toc.to+mastheadReach); i < len(d.rows); i++ {
		if d.mastheadRow(i) {
			rest = append(rest, i)
		}
	}
	return cover, rest
}

// datedRow reports whether the row bears the issue's year and number, whatever
// else stands on it.
func (d *draft) datedRow(i int) bool {
	_, _, ok := masthead.YearAndNumber(d.rows[i].fold)
	return ok && d.rows[i].runes <= longestMark && !ended(d.rows[i].fold)
}

// textLike reports whether the row is running text by its looks.
func (d *draft) textLike(i int) bool {
	r := &d.rows[i]
	return r.runes > longestTitle || r.sentence() || r.runes > sureText && d.dangles(i)
}

// mastheadRow reports whether the row begins with a duty, or holds a serial number.
func (d *draft) mastheadRow(i int) bool {
	r := &d.rows[i]
	if r.runes > d.wide(longestTitle) || r.sentence() {
		return false
	}
	if d.inBook(i) {
		return false // a book has a publisher and a price too
	}
	lower := strings.ToLower(r.fold)
	if at := strings.Index(lower, issnWord); at >= 0 && strings.ContainsAny(lower[at:], "0123456789") {
		return true
	}
	if body, _, ok := cutSuffix(r.fold, masthead.DutyTails); ok && isOrg(strings.TrimSpace(body)) {
		return true
	}
	duty, rest := masthead.DutyOf(r.fold)
	return duty != "" && (rest == "" || !paused(strings.ReplaceAll(rest, enumComma, "")) || d.english)
}

// inBook reports whether the row gives a fact of a book beside another row that
// names its author.
func (d *draft) inBook(i int) bool {
	if !bookRow(d.rows[i].fold) {
		return false
	}
	const facts = 12 // of one book at most
	for j := i; j >= max(0, i-facts) && bookRow(d.rows[j].fold); j-- {
		if _, _, ok := cutPrefix(d.rows[j].fold, bookAuthors); ok {
			return true
		}
	}
	return false
}

func (d *draft) readDuty(i int) {
	r := &d.rows[i]
	duty, rest := masthead.DutyOf(r.fold)
	if duty == "" {
		return
	}
	lines := append([]int(nil), r.lines...)
	if rest == "" { // the value stands on the next line
		if i+1 >= len(d.rows) || d.rows[i+1].runes > longestSign || d.mastheadRow(i+1) || i+1 >= d.toc.from && i+1 < d.toc.to || ended(d.rows[i+1].fold) {
			return
		}
		rest = d.rows[i+1].fold
		lines = append(lines, d.rows[i+1].lines...)
	}
	low := strings.ToLower(duty)
	value := normal.Text(rest)
	switch {
	case contains(masthead.PublisherDuties, low):
		d.meta.Publisher = firstOf(d.meta.Publisher, value)
	case contains(masthead.PriceDuties, low):
		d.meta.Price = firstOf(d.meta.Price, value)
	case contains(masthead.DateDuties, low):
		d.meta.Date = firstOf(d.meta.Date, value)
	case contains(masthead.ContactDuties, low):
	default:
		d.meta.Staff = append(d.meta.Staff, issue.Staff{Duty: duty, Names: splitNames(rest), Lines: lines})
	}
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// isTitleLine reports whether the line is the periodical's title alone.
func (d *draft) isTitleLine(fold string) bool {
	return d.meta.Title != "" && key(fold) == key(d.meta.Title)
}

// magazine gives the periodical's title, as the cover has it.
func (d *draft) magazine() string {
	cover, rest := d.frontRows()
	for _, i := range rest {
		if t, ok := masthead.QuotedTitle(d.rows[i].fold); ok && d.mastheadRow(i) || ok && i > 0 && d.mastheadRow(i-1) {
			return t
		}
	}
	best, at := -1, -1
	for _, i := range cover {
		r := &d.rows[i]
		k := key(r.fold)
		if r.runes < 2 || r.runes > longestShort || k == "" || d.isIssueLine(r.fold) || d.mastheadRow(i) || strings.IndexFunc(masthead.InFigures(r.fold), unicode.IsDigit) >= 0 || contains(contentsWords, strings.ToLower(k)) || r.kind != "" {
			continue
		}
		if n := d.echoes(k, i); n > best {
			best, at = n, i
		}
	}
	if at < 0 {
		return d.titleBeforeNumber(cover)
	}
	if best == 0 && d.toc.from == d.toc.to && len(cover) > 0 && !d.numbered(cover) {
		return "" // a text without any front is no periodical that names itself
	}
	return masthead.BareTitle(d.rows[at].text)
}

// titleBeforeNumber gives the title that stands before the number on one line
// of the cover.
func (d *draft) titleBeforeNumber(cover []int) string {
	for _, i := range cover {
		fold := masthead.InFigures(d.rows[i].fold)
		at := strings.IndexAny(fold, "0123456789")
		if got := masthead.DateOf(fold, true); at <= 0 || got.Year == 0 || got.Number+got.Month == 0 {
			continue
		}
		name := strings.TrimSuffix(fold[:at], ordinal)
		if words := strings.Fields(name); len(words) > 1 && contains(masthead.Frequencies, strings.ToLower(words[len(words)-1])) {
			name = strings.TrimSuffix(strings.TrimSpace(name), words[len(words)-1])
		}
		name = masthead.BareTitle(strings.Trim(name, leaders+"|,"))
		if duty, _ := masthead.DutyOf(name); duty == "" && runeCount(name) > 1 && runeCount(name) <= longestShort {
			return normal.Text(name)
		}
	}
	return ""
}

// numbered reports whether one of the rows holds the issue's number.
func (d *draft) numbered(rows []int) bool {
	for _, i := range rows {
		if d.isIssueLine(d.rows[i].fold) {
			return true
		}
	}
	return false
}

// echoes counts the short rows that hold the key among other things.
func (d *draft) echoes(k string, except int) int {
	n := 0
	for i := range d.rows {
		r := &d.rows[i]
		if i != except && r.runes <= sureText && len(k) > 3 && (i < d.toc.from || i >= d.toc.to) && strings.Contains(key(r.fold), k) {
			n++
		}
	}
	return n
}

func (d *draft) publisherOf(title string, rows []int) string {
	for _, i := range rows {
		if t, ok := masthead.QuotedTitle(d.rows[i].fold); ok && t == title {
			_, rest := masthead.DutyOf(d.rows[i].fold)
			return normal.Text(firstOf(rest, d.rows[i].fold))
		}
	}
	return ""
}

// house gives the row that names the periodical's house, or "".
func (d *draft) house(rows []int) string {
	for _, i := range rows {
		if d.houseName(d.rows[i].fold) {
			return d.rows[i].text
		}
	}
	return ""
}

// houseName reports whether the text is the periodical's title and what its
// house is called after it.
func (d *draft) houseName(fold string) bool {
	rest, _, ok := cutSuffix(fold, masthead.PublisherTails)
	return ok && d.isTitleLine(rest)
}

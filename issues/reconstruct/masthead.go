package reconstruct

import (
	"strings"
	"unicode"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
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
	for _, i := range append(append([]int(nil), cover...), rest...) {
		d.readNumbers(i)
	}
	for _, i := range rest {
		if d.mastheadRow(i) {
			d.readDuty(i)
		}
	}
	d.meta.Title = d.magazine()
	if d.meta.Title != "" && d.meta.Publisher == "" {
		d.meta.Publisher = d.publisherOf(d.meta.Title, rest)
	}
}

// frontRows gives the rows of the cover and those that may hold a masthead.
func (d *draft) frontRows() (cover, rest []int) {
	const coverRows, mastheadRows = 16, 80
	n := d.toc.from
	if n == d.toc.to {
		n = coverRows
	}
	for i := 0; i < len(d.rows) && i < min(n, 2*coverRows); i++ {
		if d.textLike(i) || d.toc.from == d.toc.to && hasBylineHead(d.rows[i].fold) {
			break
		}
		cover = append(cover, i)
	}
	for i := d.toc.from; i < len(d.rows) && i < d.toc.to+mastheadRows; i++ {
		if d.rows[i].runes <= longestTitle {
			rest = append(rest, i)
		}
	}
	for i := max(len(d.rows)-mastheadRows/2, d.toc.to+mastheadRows); i < len(d.rows); i++ {
		if d.mastheadRow(i) && d.rows[i].runes <= longestTitle {
			rest = append(rest, i)
		}
	}
	return cover, rest
}

// textLike reports whether the row is running text by its looks.
func (d *draft) textLike(i int) bool {
	r := &d.rows[i]
	return r.runes > longestTitle || ended(r.fold) && r.runes > 20 || r.runes > 30 && d.dangles(i)
}

// mastheadRow reports whether the row begins with a duty, or holds a serial number.
func (d *draft) mastheadRow(i int) bool {
	r := &d.rows[i]
	if r.runes > longestTitle || ended(r.fold) && r.runes > 20 {
		return false
	}
	if d.inBook(i) {
		return false // a book has a publisher and a price too
	}
	lower := strings.ToLower(r.fold)
	if at := strings.Index(lower, issnWord); at >= 0 && strings.ContainsAny(lower[at:], "0123456789") {
		return true
	}
	duty, rest := dutyOf(r.fold)
	return duty != "" && (rest == "" || !paused(strings.ReplaceAll(rest, enumComma, "")) || d.english)
}

// inBook reports whether the row gives a fact of a book beside another row that
// names its author.
func (d *draft) inBook(i int) bool {
	if !bookRow(d.rows[i].fold) {
		return false
	}
	for j := i; j >= 0 && bookRow(d.rows[j].fold); j-- {
		if _, _, ok := cutPrefix(d.rows[j].fold, bookAuthors); ok {
			return true
		}
	}
	return false
}

// dutyOf parts "主编 某某" and "定价:6.00元".
func dutyOf(fold string) (duty, rest string) {
	bare := strings.TrimLeft(fold, bullets+" ")
	rest, word, ok := cutPrefix(bare, dutyWords)
	if !ok {
		return "", ""
	}
	if rest != "" && !strings.ContainsAny(rest[:1], " :/") {
		if open := strings.IndexByte(rest, ':'); open > 0 && open < 12 && digit(firstRune(rest[open+1:])) {
			return word, rest[open+1:]
		}
		return "", ""
	}
	return word, strings.TrimLeft(rest, " :/")
}

func (d *draft) readDuty(i int) {
	r := &d.rows[i]
	duty, rest := dutyOf(r.fold)
	if duty == "" {
		return
	}
	lines := append([]int(nil), r.lines...)
	if rest == "" { // the value stands on the next line
		if i+1 >= len(d.rows) || d.rows[i+1].runes > 40 || d.mastheadRow(i+1) || i+1 >= d.toc.from && i+1 < d.toc.to || ended(d.rows[i+1].fold) {
			return
		}
		rest = d.rows[i+1].fold
		lines = append(lines, d.rows[i+1].lines...)
	}
	low := strings.ToLower(duty)
	value := normal.Text(rest)
	switch {
	case contains(publisherDuties, low):
		d.meta.Publisher = firstOf(d.meta.Publisher, value)
	case contains(priceDuties, low):
		d.meta.Price = firstOf(d.meta.Price, value)
	case contains(dateDuties, low):
		d.meta.Date = firstOf(d.meta.Date, value)
	case contains(contactDuties, low):
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

// readNumbers reads year, number, total, ISSN and CN from the row.
func (d *draft) readNumbers(i int) {
	fold := d.rows[i].fold
	lower := strings.ToLower(fold)
	if year, n, ok := yearAndNumber(fold); ok {
		if d.meta.Year == 0 {
			d.meta.Year = year
		}
		if d.meta.Number == 0 {
			d.meta.Number = n
		}
	}
	for _, w := range []string{totalOf, totalOfTrad} {
		if at := strings.Index(fold, w); at >= 0 && d.meta.Total == 0 {
			rest := strings.TrimLeft(strings.TrimPrefix(strings.TrimSpace(fold[at+len(w):]), ordinal), " ")
			if n, tail := number(rest); n > 0 && strings.HasPrefix(strings.TrimSpace(tail), issueOf) {
				d.meta.Total = n
			}
		}
	}
	if at := strings.Index(lower, issnWord); at >= 0 && d.meta.ISSN == "" {
		s := strings.TrimLeft(fold[at+len(issnWord):], " :")
		if len(s) >= 9 && s[4] == '-' && digit(rune(s[0])) {
			d.meta.ISSN = s[:9]
		}
	}
	if at := strings.Index(lower, cnWord); at >= 0 && d.meta.CN == "" {
		s := strings.TrimLeft(fold[at+len(cnWord):], " :")
		if len(s) >= 7 && digit(rune(s[0])) && s[2] == '-' {
			end := strings.IndexAny(s, " ,;)")
			if end < 0 {
				end = len(s)
			}
			d.meta.CN = s[:end]
		}
	}
}

// yearAndNumber reads "2026年第2期", "2026·2", "2026.2", "2026年2月".
func yearAndNumber(fold string) (year, n int, ok bool) {
	if low := strings.ToLower(fold); strings.Contains(low, "no.") && !strings.Contains(low, "issn") { // Vol. 4, No. 3, March 2025
		m, rest := number(strings.TrimLeft(fold[strings.Index(low, "no.")+3:], " "))
		for at := range rest {
			if y, _ := number(rest[at:]); y > 1800 && y < 2200 && m > 0 {
				return y, m, true
			}
		}
	}
	for at := 0; at+4 <= len(fold); at++ {
		if !digit(rune(fold[at])) || at > 0 && digit(rune(fold[at-1])) {
			continue
		}
		y, rest := number(fold[at:])
		if y < 1800 || y > 2199 {
			continue
		}
		rest = strings.TrimLeft(rest, " ")
		for _, sep := range []string{yearOf, middleDot, ".", "/"} {
			after, cut := strings.CutPrefix(rest, sep)
			if !cut {
				continue
			}
			after = strings.TrimLeft(strings.TrimPrefix(strings.TrimLeft(after, " "), ordinal), " ")
			m, tail := number(after)
			tail = strings.TrimLeft(tail, " ")
			switch {
			case m == 0 || m > 400:
			case sep == yearOf && (strings.HasPrefix(tail, issueOf) || strings.HasPrefix(tail, monthOf) && !digit(firstRune(tail[len(monthOf):]))):
				return y, m, true
			case sep != yearOf && tail == "" && at == 0:
				return y, m, true
			}
		}
		if low := strings.ToLower(rest); strings.Contains(low, "no.") {
			if m, _ := number(strings.TrimLeft(rest[strings.Index(low, "no.")+3:], " ")); m > 0 {
				return y, m, true
			}
		}
	}
	return 0, 0, false
}

// number reads the figures that s begins with.
func number(s string) (int, string) {
	n, at := 0, 0
	for at < len(s) && digit(rune(s[at])) && at < 6 {
		n = n*10 + int(s[at]-'0')
		at++
	}
	return n, s[at:]
}

// isIssueLine reports whether the line holds nothing but the issue's number.
func (d *draft) isIssueLine(fold string) bool {
	if runeCount(fold) > 24 || allDigits(fold) || strings.IndexFunc(fold, unicode.IsDigit) < 0 {
		return false
	}
	rest := strings.ToLower(fold)
	for _, w := range frameWords {
		rest = strings.ReplaceAll(rest, w, "")
	}
	if _, _, dated := yearAndNumber(fold); !dated && len(rest) == len(fold) {
		return false // figures that say neither year nor number
	}
	rest = strings.Map(func(r rune) rune {
		if digit(r) || strings.ContainsRune(leaders+bullets+frameOpeners+frameClosers+"/[]:,", r) {
			return -1
		}
		return r
	}, rest)
	return rest == ""
}

// isTitleLine reports whether the line is the periodical's title alone.
func (d *draft) isTitleLine(fold string) bool {
	return d.meta.Title != "" && key(fold) == key(d.meta.Title)
}

// magazine gives the periodical's title, as the cover has it.
func (d *draft) magazine() string {
	cover, rest := d.frontRows()
	for _, i := range rest {
		if t, ok := quotedTitle(d.rows[i].fold); ok && d.mastheadRow(i) || ok && i > 0 && d.mastheadRow(i-1) {
			return t
		}
	}
	best, at := -1, -1
	for _, i := range cover {
		r := &d.rows[i]
		k := key(r.fold)
		if r.runes < 2 || r.runes > 24 || k == "" || d.isIssueLine(r.fold) || d.mastheadRow(i) || strings.IndexFunc(r.fold, unicode.IsDigit) >= 0 || contains(contentsWords, strings.ToLower(k)) || r.kind != "" {
			continue
		}
		if n := d.echoes(k, i); n > best {
			best, at = n, i
		}
	}
	if at < 0 {
		return ""
	}
	if best == 0 && d.toc.from == d.toc.to && len(cover) > 0 && !d.numbered(cover) {
		return "" // a text without any front is no periodical that names itself
	}
	return d.rows[at].text
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
		if i != except && r.runes <= 30 && len(k) > 3 && (i < d.toc.from || i >= d.toc.to) && strings.Contains(key(r.fold), k) {
			n++
		}
	}
	return n
}

// quotedTitle gives what a line quotes before it names a publishing house.
func quotedTitle(fold string) (string, bool) {
	at := strings.Index(fold, bookOpener)
	end := strings.Index(fold, bookCloser)
	if at < 0 || end < at {
		return "", false
	}
	tail := fold[end+len(bookCloser):]
	if _, _, ok := cutPrefix(tail, publisherTails); !ok {
		return "", false
	}
	return fold[at+len(bookOpener) : end], true
}

func (d *draft) publisherOf(title string, rows []int) string {
	for _, i := range rows {
		if t, ok := quotedTitle(d.rows[i].fold); ok && t == title {
			_, rest := dutyOf(d.rows[i].fold)
			return normal.Text(firstOf(rest, d.rows[i].fold))
		}
	}
	return ""
}

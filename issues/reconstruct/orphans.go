package reconstruct

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/words"
)

// orphans finds titles that no entry announces.
//
// How: a short line that could be a title begins an article where a byline, a
// subtitle or a date follows it; where an end mark has closed the article before
// it and a gap, a pen name or, in an issue without contents, a text follows; where
// it is the title of a standing piece, or counts the pieces under it; where it
// heads a page and numbers begin anew under it. A short line over a longer one
// that is signed is its kicker.
//
// Where it fails: an announced speaker in a play; a heading after an end mark
// that closed a part and no article.
func (d *draft) orphans() {
	const block = 6 // short rows under a title: subtitle, names, offices
	from := d.bodyFrom()
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
		if since++; d.textLike(i) || ended(r.fold) || since > block {
			fresh = false // text, or more lines than a title block has: verse
		}
		if fresh {
			continue
		}
		closed = closed || d.headingLike(i) && d.closedBefore(i)
		why := d.begins(i, closed, marks, turned)
		turned = false
		if why != "" {
			fresh, since = true, 0
			d.addStart(d.titlePair(i), -1, 0)
			d.decide("an article begins: "+why, 0, i)
		}
		closed = false
	}
}

// bodyFrom gives the first row that an article may begin at: behind the front,
// or behind the cover alone where the contents stand at the issue's end.
func (d *draft) bodyFrom() int {
	if d.toc.from <= 2*coverRows || 2*d.toc.from < len(d.rows) {
		return d.frontEnd()
	}
	from := 0
	for i := range coverRows {
		if d.textLike(i) || d.titleOrByline(i) {
			break
		}
		if d.isIssueLine(d.rows[i].fold) || d.isTitleLine(d.rows[i].fold) || d.inMasthead(i) {
			from = i + 1
		}
	}
	return from
}

// begins says why an article begins at row i, or "": closed is whether the
// article before it is, marks whether the issue has end marks, and turned
// whether the running head has come to name another column.
func (d *draft) begins(i int, closed, marks, turned bool) string {
	next := d.next(i)
	why := firstOf(firstOf(d.orphan(i, closed), d.standing(i)), d.countsAnew(i))
	if why == closedWhy && next >= 0 && d.orphan(next, false) != "" {
		why = "" // the line under it has more to show
	}
	switch {
	case why != "":
		return why
	case closed && marks && d.headingLike(i) && !d.goesOnBelow(i) && d.rows[i].runes > 2 && d.textAhead(i) && d.untitled(i) && d.orphan(max(next, 0), false) == "":
		return "the end mark before it closed an article, as such marks do in this issue"
	case turned && d.toc.from == d.toc.to && d.headingLike(i) && !d.dangles(max(d.prev(i), 0)):
		return "the running head over it names another column"
	}
	return ""
}

// goesOnBelow reports whether the row is the end of a column rather than a
// title: it has two pauses, or a word goes on in the next row.
func (d *draft) goesOnBelow(i int) bool {
	if strings.Count(d.rows[i].fold, ",") > 1 {
		return true
	}
	n := d.next(i)
	if n < 0 || takenUp(d.rows[i].fold, d.rows[n].fold) {
		return false
	}
	_, gain := words.Across(d.rows[i].text, d.rows[n].text)
	return gain > acrossGain && words.Fragment(d.rows[n].text) > 0
}

// endMarks reports whether nearly all articles of the issue end with a mark.
func (d *draft) endMarks() bool {
	const least = 4 // marks: fewer are no habit
	n := 0
	for i := range d.rows {
		if d.rows[i].closes {
			n++
		}
	}
	return n > least && 5*n >= 4*len(d.starts) && n <= 2*len(d.starts)
}

// titlePair gives row i, and the row after it where the two are one visual block
// among others that blank lines part, or are of one length, and a byline
// follows: a title of two lines.
func (d *draft) titlePair(i int) []int {
	j := d.next(i)
	if j < 0 || d.rows[j].kind != "" || !d.headingLike(j) || d.signedBy(j) || strings.HasPrefix(d.rows[j].fold, dash) {
		return []int{i}
	}
	if k := d.next(j); d.oneBlock(i, j) || k >= 0 && d.closedBefore(i) && d.saysByline(k) {
		return []int{i, j}
	}
	if d.rows[j].runes != d.rows[i].runes || !d.signed(d.next(j)) {
		return []int{i}
	}
	return []int{i, j}
}

// halfTitle reports whether the text wants more, as the first line of a title may.
func halfTitle(fold string) bool {
	return strings.HasSuffix(fold, ":") || strings.ContainsRune(unfinished, lastRune(fold))
}

// bodyAhead reports whether running text or verse follows the row.
func (d *draft) bodyAhead(i int) bool { return d.textAhead(i) || d.verseAhead(i) }

// oneBlock reports whether rows i and j, and no others, stand without a blank
// line between them in a text that is parted by blank lines.
func (d *draft) oneBlock(i, j int) bool {
	return !d.dense && j == i+1 && d.rows[i].blank > 0 && d.rows[j].blank == 0 && j+1 < len(d.rows) && d.rows[j+1].blank > 0
}

// untitled reports whether row i is nothing else than a title could be: no
// number, no kicker's place, no name, no column.
func (d *draft) untitled(i int) bool {
	r := &d.rows[i]
	n, _, _ := numbering(r.fold)
	next := d.next(i)
	return n == 0 && next >= 0 && d.rows[next].kind != issue.Title && !d.namesColumn(r.fold) && !d.inMasthead(i) && !framed(r.fold) &&
		!strings.HasPrefix(r.fold, dash) && !strings.HasSuffix(r.fold, ":") && !contact(r.fold) && r.onto == 0 && !known(r.fold) && !strings.Contains(r.fold, "@") && !endsInNumber(r.fold)
}

// endsInNumber reports whether the text ends with five figures or more, as a
// telephone number does.
func endsInNumber(fold string) bool {
	const figures = 5
	return len(fold)-len(strings.TrimRight(fold, "0123456789- ")) >= figures
}

// textSoon reports whether running text stands among the next few rows: a title
// block without a byline is short.
func (d *draft) textSoon(i int) bool {
	const rows = 5
	for n, j := 0, d.next(i); n < rows && j >= 0; n, j = n+1, d.next(j) {
		if r := &d.rows[j]; r.kind == "" && r.prose() || bookRow(r.fold) {
			return true
		}
	}
	return false
}

// columnOf gives the column that a running head names, where it names one.
func (d *draft) columnOf(r *row) string {
	if r.kind != issue.RunningHead || d.namesIssue(r.fold) {
		return ""
	}
	return strings.Trim(key(r.fold), "0123456789")
}

// closedWhy is the weakest of orphan's reasons.
const closedWhy = "the article before it is closed"

// orphan says why an article begins at row i, or "".
func (d *draft) orphan(i int, closed bool) string {
	next := d.next(i)
	if next < 0 || d.rows[next].kind == issue.Title || !d.couldBeTitle(i, closed && d.signedBy(next) || d.saysByline(next)) {
		return "" // what stands over a title is its kicker
	}
	r, under, after := &d.rows[i], &d.rows[next], d.next(next)
	if after < 0 || d.signedBy(next) && (d.rows[after].kind == issue.Editor || d.rows[after].kind == issue.Title) {
		return "" // signed at the foot: it ends the text
	}
	var (
		whole = i == 0 || !d.dangles(i-1)
		gap   = r.blank >= slotBlanks || under.blank >= slotBlanks || r.edge
		plain = whole && !comma(r.fold)
		like  = d.headingLike(i)
		text  = d.textAhead(next)
	)
	switch {
	case like && newsReport(under.fold):
		return "a news report begins under it"
	case like && d.oneBlock(i, next) && newsReport(d.rows[after].fold):
		return "a news report begins under it and its second line"
	case (like || halfTitle(r.fold)) && d.oneBlock(i, next) && d.saysByline(after):
		return "a line that says it is a byline follows it and its second line"
	case text && !whole && hasBylineHead(under.fold) && d.signedBy(next) && !comma(r.fold):
		return "a line that says it is a byline follows it"
	case !whole && like && d.loneAuthor(next) && (d.rows[after].runes > sureText && d.rows[after].zone == body || under.runes > 2 && text):
		return "a name alone follows it, and then a text"
	case text && plain && strings.HasPrefix(under.fold, dash+dash) && d.titleRow(next):
		return "a subtitle follows it"
	case text && plain && d.signedBy(next):
		return "a byline follows it"
	case like && (closed && d.signedBy(next) || d.saysByline(next)) && d.verseAhead(next):
		return "a byline follows it, and then verse"
	case like && d.spacedName(next) && d.textAhead(after):
		return "a name follows it, a character a line"
	case text && closed && like && d.nameAlone(next):
		return "a word or two that may be names follow it, and then a text"
	case text && plain && d.dated(next):
		return "a date follows it"
	case plain && d.titleRow(next) && d.signed(after) && d.textAhead(after) && (closed || gap):
		return "a byline follows it and its second line"
	case r.runes > 2 && closed && (gap || d.toc.from == d.toc.to) && d.textSoon(i):
		return closedWhy
	}
	return ""
}

// couldBeTitle reports whether the row has a title's shape: short, no sentence,
// nothing open, no number before it or behind it, and no name; a title of one
// character, or of one that reads as a name, stands over a byline.
func (d *draft) couldBeTitle(i int, signed bool) bool {
	r := &d.rows[i]
	n, _, _ := numbering(r.fold)
	switch {
	case n != 0, !d.titleRow(i), strings.HasPrefix(r.fold, dash), open(r.fold), bookRow(r.fold):
		return false
	case inner(r.fold) && !d.english, ended(r.fold) && paused(r.fold), endsInNumber(r.fold), strings.Trim(r.fold, "0123456789-() ") == "":
		return false
	case strings.HasSuffix(r.fold, ":") && !d.oneBlock(i, d.next(i)):
		return false
	case d.inMasthead(i) && i < d.toc.to+mastheadReach, d.namesColumn(r.fold):
		return false
	case r.runes < 2:
		return signed && han(firstRune(r.fold))
	}
	return signed || r.runes > longestName || !allNames(r.fold) || !known(r.fold)
}

// verseAhead reports whether four short lines without a full stop follow row i.
func (d *draft) verseAhead(i int) bool { return d.verseAt(d.next(i)) }

// verseUnder reports whether verse follows row i, behind the lines that sign it.
func (d *draft) verseUnder(i int) bool {
	const signs = 3 // rows: names, an office, a place of work
	for n := 0; n < signs; n++ {
		if j := d.next(i); j < 0 || !d.signed(j) && d.rows[j].kind == "" {
			break
		} else {
			i = j
		}
	}
	return d.verseAhead(i)
}

// verseAt reports whether four short lines without a full stop begin at row j;
// the first may be one character, a piece's title, if no half of a name.
func (d *draft) verseAt(j int) bool {
	least := 2 // runes
	if j >= 0 && d.rows[j].runes == 1 && !d.spacedName(j) {
		least = 1
	}
	for n := 0; n < verseLines; n++ {
		if n > 0 && j >= 0 {
			j = d.next(j)
		}
		if j < 0 || d.rows[j].zone != body || d.rows[j].kind != "" || d.rows[j].runes > verseLine || d.rows[j].runes < least || strings.HasSuffix(d.rows[j].fold, fullStop) || d.signedBy(j) || strings.ContainsAny(d.rows[j].fold, "0123456789") {
			return false
		}
		least = 2
	}
	return true
}

// verseLineAt reports whether row i is short and no sentence, as a line of verse is.
func (d *draft) verseLineAt(i int) bool {
	return i >= 0 && d.rows[i].kind == "" && d.rows[i].zone == body && d.rows[i].runes <= verseLine && !ended(d.rows[i].fold)
}

// kickerOver reports whether row i is a short line over a longer one that a
// byline follows: a kicker and its title; or a line that stands over several.
func (d *draft) kickerOver(i, next int) bool {
	const longest = 8 // runes of a kicker; a longer line would be the title
	if next < 0 || d.oneBlock(i, next) && halfTitle(d.rows[i].fold) {
		return false
	}
	after := d.next(next)
	if after >= 0 && d.heads()[key(d.rows[i].fold)] > 1 && d.headingLike(i) && d.titleRow(next) && !strings.HasPrefix(d.rows[next].fold, dash) {
		if d.oneBlock(next, after) {
			after = max(d.next(after), after)
		}
		if d.saysByline(after) || !d.signed(next) && d.signed(after) || newsReport(d.rows[after].fold) {
			return true // it stands over several titles
		}
	}
	return after >= 0 && d.rows[i].kind == "" && d.headingLike(i) && d.titleRow(next) && 3*d.rows[i].runes <= 2*d.rows[next].runes && d.rows[i].runes <= longest &&
		!strings.HasPrefix(d.rows[next].fold, dash) && !d.signed(next) && d.signed(after)
}

// saysByline reports whether the row says that it is a byline, in a word or by
// a mark before the names.
func (d *draft) saysByline(i int) bool {
	fold := d.rows[i].fold
	return d.signedBy(i) && (hasBylineHead(fold) || strings.ContainsRune(bullets, firstRune(fold)))
}

// newsReport reports whether the text opens as a news report does.
func newsReport(fold string) bool {
	_, _, ok := cutPrefix(fold, newsOpeners)
	return ok
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

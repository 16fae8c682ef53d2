package articles

import (
	"cmp"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/furniture"
	"kanyin/issues/reconstruct/torn/marks"
	"kanyin/issues/reconstruct/torn/wording"
	"kanyin/issues/reconstruct/words"
	"kanyin/issues/say"
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
func orphans(d *draft.Draft) {
	const block = 6 // short rows under a title: subtitle, names, offices
	from := bodyFrom(d)
	closed, fresh := true, false // fresh: a title stands above and no text yet
	since := 0                   // rows since that title
	marked := endMarks(d)
	column, turned := "", false // turned: the last running head names another column
	for i := from; i < len(d.Rows); i++ {
		r := &d.Rows[i]
		switch {
		case r.Zone == draft.Front:
			closed = true
			continue
		case r.Zone == draft.Dropped:
			if c := columnOf(d, r); c != "" && c != column {
				turned, column = column != "", c
			}
			continue
		case r.Kind == issue.Title:
			closed, fresh, since = false, true, 0
			continue
		case r.Closes:
			closed, fresh = true, false
			continue
		case r.Kind != "" || marks.CaptionAt(d, i):
			continue
		}
		if wording.Contact(r.Fold) || strings.Trim(r.Fold, "0123456789-() ") == "" {
			continue // a telephone number closes and opens nothing
		}
		if kickerOver(d, i, d.Next(i)) {
			continue // the title is the line under it
		}
		if since++; furniture.TextLike(d, i) || wording.Ended(r.Fold) || since > block {
			fresh = false // text, or more lines than a title block has: verse
		}
		if fresh {
			continue
		}
		if d.Barred(i) {
			closed, turned = false, false
			continue
		}
		closed = closed || marks.HeadingLike(d, i) && closedBefore(d, i)
		why := begins(d, i, closed, marked, turned)
		turned = false
		if why != "" {
			fresh, since = true, 0
			addStart(d, titlePair(d, i), -1)
			d.Decide(say.Of("an article begins: %s", say.Word(why)), 0, i)
		}
		closed = false
	}
}

// bodyFrom gives the first row that an article may begin at: behind the front,
// or behind the cover alone where the contents stand at the issue's end.
func bodyFrom(d *draft.Draft) int {
	if d.Toc.From <= 2*furniture.CoverRows || 2*d.Toc.From < len(d.Rows) {
		return furniture.FrontEnd(d)
	}
	return furniture.CoverEnd(d)
}

// begins says why an article begins at row i, or "": closed is whether the
// article before it is, marked whether the issue has end marks, and turned
// whether the running head has come to name another column.
//
//say:words
func begins(d *draft.Draft, i int, closed, marked, turned bool) string {
	next := d.Next(i)
	why := cmp.Or(orphan(d, i, closed), standing(d, i), countsAnew(d, i))
	if why == closedWhy && next >= 0 && orphan(d, next, false) != "" {
		why = "" // the line under it has more to show
	}
	switch {
	case why != "":
		return why
	case closed && marked && marks.HeadingLike(d, i) && !goesOnBelow(d, i) && d.Rows[i].Runes > 2 && textAhead(d, i) && untitled(d, i) && orphan(d, max(next, 0), false) == "":
		return "the end mark before it closed an article, as such marks do in this issue"
	case turned && d.Toc.From == d.Toc.To && marks.HeadingLike(d, i) && !furniture.Dangles(d, max(d.Prev(i), 0)):
		return "the running head over it names another column"
	}
	return ""
}

// goesOnBelow reports whether the row is the end of a column rather than a
// title: it has two pauses, or a word goes on in the next row.
func goesOnBelow(d *draft.Draft, i int) bool {
	if strings.Count(d.Rows[i].Fold, ",") > 1 {
		return true
	}
	n := d.Next(i)
	if n < 0 || wording.TakenUp(d.Rows[i].Fold, d.Rows[n].Fold) {
		return false
	}
	_, gain := words.Across(d.Rows[i].Text, d.Rows[n].Text)
	return gain > marks.AcrossGain && words.Fragment(d.Rows[n].Text) > 0
}

// endMarks reports whether nearly all articles of the issue end with a mark.
func endMarks(d *draft.Draft) bool {
	const least = 4 // marks: fewer are no habit
	n := 0
	for i := range d.Rows {
		if d.Rows[i].Closes {
			n++
		}
	}
	return n > least && 5*n >= 4*len(d.Starts) && n <= 2*len(d.Starts)
}

// titlePair gives row i, and the row after it where the two are one visual block
// among others that blank lines part, or are of one length, and a byline
// follows: a title of two lines.
func titlePair(d *draft.Draft, i int) []int {
	j := d.Next(i)
	if j < 0 || d.Rows[j].Kind != "" || !marks.HeadingLike(d, j) || marks.SignedBy(d, j) || latinName(d, i, j) || strings.HasPrefix(d.Rows[j].Fold, wording.Dash) {
		return []int{i}
	}
	if k := d.Next(j); oneBlock(d, i, j) || k >= 0 && closedBefore(d, i) && marks.SaysByline(d, k) || d.Rows[j].Runes == d.Rows[i].Runes && marks.Signed(d, k) {
		return []int{i, j}
	}
	return []int{i}
}

// latinName reports whether row j is a name in letters right under row i, and
// the two alone stand between blank lines over a text.
func latinName(d *draft.Draft, i, j int) bool {
	k := d.Next(j)
	return d.English && k >= 0 && d.Rows[i].Blank > 0 && d.Rows[j].Blank == 0 && d.Rows[k].Blank > 0 && d.Rows[k].Prose() &&
		wording.TitleCase(d.Rows[j].Fold) && wording.LatinNames(d.Rows[j].Fold)
}

// halfTitle reports whether the text wants more, as the first line of a title may.
func halfTitle(fold string) bool {
	return strings.HasSuffix(fold, ":") || strings.ContainsRune(wording.Unfinished, wording.LastRune(fold))
}

// bodyAhead reports whether running text or verse follows the row.
func bodyAhead(d *draft.Draft, i int) bool { return textAhead(d, i) || verseAhead(d, i) }

// oneBlock reports whether rows i and j, and no others, stand without a blank
// line between them in a text that is parted by blank lines.
func oneBlock(d *draft.Draft, i, j int) bool {
	return !d.Dense && j == i+1 && d.Rows[i].Blank > 0 && d.Rows[j].Blank == 0 && j+1 < len(d.Rows) && d.Rows[j+1].Blank > 0
}

// untitled reports whether row i is nothing else than a title could be: no
// number, no kicker's place, no name, no column.
func untitled(d *draft.Draft, i int) bool {
	r := &d.Rows[i]
	next := d.Next(i)
	return !wording.Numbered(r.Fold) && next >= 0 && d.Rows[next].Kind != issue.Title && !furniture.NamesColumn(d, r.Fold) && !furniture.InMasthead(d, i) && !wording.Framed(r.Fold) &&
		!strings.HasPrefix(r.Fold, wording.Dash) && !strings.HasSuffix(r.Fold, ":") && !wording.Contact(r.Fold) && r.Onto == 0 && !wording.Known(r.Fold) && !strings.Contains(r.Fold, "@") && !endsInNumber(r.Fold)
}

// endsInNumber reports whether the text ends with five figures or more, as a
// telephone number does.
func endsInNumber(fold string) bool {
	const figures = 5
	return len(fold)-len(strings.TrimRight(fold, "0123456789- ")) >= figures
}

// textSoon reports whether running text stands among the next few rows: a title
// block without a byline is short.
func textSoon(d *draft.Draft, i int) bool {
	const rows = 5
	for n, j := 0, d.Next(i); n < rows && j >= 0; n, j = n+1, d.Next(j) {
		if r := &d.Rows[j]; r.Kind == "" && r.Prose() || wording.BookRow(r.Fold) {
			return true
		}
	}
	return false
}

// columnOf gives the column that a running head names, where it names one.
func columnOf(d *draft.Draft, r *draft.Row) string {
	if r.Kind != issue.RunningHead || furniture.NamesIssue(d, r.Fold) {
		return ""
	}
	return strings.Trim(normal.Key(r.Fold), "0123456789")
}

// closedWhy is the weakest of orphan's reasons.
const closedWhy = "the article before it is closed"

// orphan says why an article begins at row i, or "".
//
//say:words
func orphan(d *draft.Draft, i int, closed bool) string {
	next := d.Next(i)
	if next < 0 || d.Rows[next].Kind == issue.Title || !couldBeTitle(d, i, closed && marks.SignedBy(d, next) || marks.SaysByline(d, next)) {
		return "" // what stands over a title is its kicker
	}
	r, under, after := &d.Rows[i], &d.Rows[next], d.Next(next)
	if after < 0 || marks.SignedBy(d, next) && (d.Rows[after].Kind == issue.Editor || d.Rows[after].Kind == issue.Title) {
		return "" // signed at the foot: it ends the text
	}
	var (
		whole = i == 0 || !furniture.Dangles(d, i-1)
		gap   = r.Blank >= wording.SlotBlanks || under.Blank >= wording.SlotBlanks || r.Edge
		plain = whole && !wording.Comma(r.Fold)
		like  = marks.HeadingLike(d, i)
		text  = textAhead(d, next)
	)
	switch {
	case like && (newsReport(under.Fold) || oneBlock(d, i, next) && newsReport(d.Rows[after].Fold)):
		return "a news report begins under it"
	case (like || halfTitle(r.Fold)) && oneBlock(d, i, next) && marks.SaysByline(d, after),
		text && !whole && wording.HasBylineHead(under.Fold) && marks.SignedBy(d, next) && !wording.Comma(r.Fold):
		return "a line that says it is a byline follows it"
	case !whole && like && marks.LoneAuthor(d, next) && (d.Rows[after].Runes > wording.SureText && d.Rows[after].Zone == draft.Body || under.Runes > 2 && text):
		return "a name alone follows it, and then a text"
	case text && plain && strings.HasPrefix(under.Fold, wording.Dash+wording.Dash) && d.TitleRow(next):
		return "a subtitle follows it"
	case text && plain && marks.SignedBy(d, next):
		return "a byline follows it"
	case like && (closed && marks.SignedBy(d, next) || marks.SaysByline(d, next)) && verseAhead(d, next):
		return "a byline follows it, and then verse"
	case like && marks.SpacedName(d, next) && textAhead(d, after):
		return "a name follows it, a character a line"
	case text && (closed && like && marks.NameAlone(d, next) || plain && latinName(d, i, next)):
		return "a word or two that may be names follow it, and then a text"
	case text && plain && marks.Dated(d, next):
		return "a date follows it"
	case plain && d.TitleRow(next) && marks.Signed(d, after) && textAhead(d, after) && (closed || gap):
		return "a byline follows it and its second line"
	case r.Runes > 2 && closed && (gap || d.Toc.From == d.Toc.To) && textSoon(d, i):
		return closedWhy
	}
	return ""
}

// couldBeTitle reports whether the row has a title's shape: short, no sentence,
// nothing open, no number before it or behind it, and no name; a title of one
// character, or of one that reads as a name, stands over a byline.
func couldBeTitle(d *draft.Draft, i int, signed bool) bool {
	r := &d.Rows[i]
	switch {
	case wording.Numbered(r.Fold), !d.TitleRow(i), strings.HasPrefix(r.Fold, wording.Dash), wording.Open(r.Fold), wording.BookRow(r.Fold), endsInNumber(r.Fold),
		wording.Inner(r.Fold) && !d.English, wording.Ended(r.Fold) && wording.Paused(r.Fold),
		strings.HasSuffix(r.Fold, ":") && !oneBlock(d, i, d.Next(i)),
		furniture.InMasthead(d, i) && i < d.Toc.To+furniture.MastheadReach, furniture.NamesColumn(d, r.Fold):
		return false
	case r.Runes < 2:
		return signed && wording.Han(wording.FirstRune(r.Fold))
	}
	return signed || r.Runes > wording.LongestName || !wording.AllNames(r.Fold) || !wording.Known(r.Fold)
}

package furniture

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/masthead"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
)

// ReadMasthead reads what the issue says of itself: title, number, ISSN,
// publisher, price, staff.
//
// How: the rows before the contents and those after it, as far as a masthead
// reaches, are read for numbers in their usual forms and for duties with names.
// The title is what the publisher's name quotes, else the cover's line that
// other short lines repeat, else the first line without figures.
//
// Where it fails: a title that stands only in a drawing; a masthead set in two
// columns whose duties and names came apart.
func ReadMasthead(d *draft.Draft) {
	cover, rest := frontRows(d)
	read := map[int]bool{}
	for _, i := range slices.Concat(cover, rest) {
		if !read[i] {
			readRow(d, i)
		}
		read[i] = true
	}
	if d.Toc.From == d.Toc.To {
		mastheadRuns(d, read)
	}
	for _, i := range slices.Sorted(maps.Keys(read)) { // a month is the number where no row says one
		if got := masthead.DateOf(d.Rows[i].Fold, false); got.Year > 0 && d.Meta.Number == 0 {
			d.Meta.Number = got.Month
		}
	}
	d.Meta.Title = magazine(d)
	if d.Meta.Title != "" && d.Meta.Publisher == "" {
		d.Meta.Publisher = cmp.Or(publisherOf(d, d.Meta.Title, rest), house(d, cover))
	}
}

// mastheadRuns labels four or more duties in a row, where no contents show the
// masthead's place. Rows that were read are not read again.
func mastheadRuns(d *draft.Draft, read map[int]bool) {
	const rows = 4
	for i := 0; i < len(d.Rows); i++ {
		if Serial(d, i) {
			continue // the cover bears it alone
		}
		n, duties := 0, 0
		for k := i; k < len(d.Rows) && d.Rows[k].Kind == "" && (MastheadRow(d, k) || k > i && waits(d, k-1) && !TextLike(d, k)); k++ {
			if n++; MastheadRow(d, k) {
				duties++
			}
		}
		if duties >= rows {
			for k := i; k < i+n; k++ {
				if !read[k] {
					readRow(d, k)
				}
				read[k] = true
				d.Label(k, issue.Masthead, "one of %d duties in a row", duties)
			}
		}
		i += max(n-1, 0)
	}
}

// waits reports whether the row is a duty whose name stands on the next row.
func waits(d *draft.Draft, i int) bool {
	duty, rest := masthead.DutyOf(d.Rows[i].Fold)
	return duty != "" && rest == ""
}

// frontRows gives the rows of the cover and those that may hold a masthead.
func frontRows(d *draft.Draft) (cover, rest []int) {
	n := d.Toc.From
	if n == d.Toc.To {
		n = CoverRows
	}
	for i := 0; i < len(d.Rows) && i < min(n, 2*CoverRows); i++ {
		if TextLike(d, i) && !datedRow(d, i) || d.Toc.From == d.Toc.To && TitleOrByline(d, i) {
			break
		}
		cover = append(cover, i)
	}
	for i := d.Toc.From; i < len(d.Rows) && i < d.Toc.To+MastheadReach; i++ {
		if d.Rows[i].Runes <= d.Wide(draft.LongestTitle) {
			rest = append(rest, i)
		}
	}
	for i := max(len(d.Rows)-MastheadReach/2, d.Toc.To+MastheadReach); i < len(d.Rows); i++ {
		if MastheadRow(d, i) {
			rest = append(rest, i)
		}
	}
	return cover, rest
}

// datedRow reports whether the row bears the issue's year and number, whatever
// else stands on it.
func datedRow(d *draft.Draft, i int) bool {
	_, _, ok := masthead.YearAndNumber(d.Rows[i].Fold)
	return ok && d.Rows[i].Runes <= wording.LongestMark && !wording.Ended(d.Rows[i].Fold)
}

// TextLike reports whether the row is running text by its looks.
func TextLike(d *draft.Draft, i int) bool {
	r := &d.Rows[i]
	return r.Runes > draft.LongestTitle || r.Sentence() || r.Runes > wording.SureText && Dangles(d, i)
}

// MastheadRow reports whether the row begins with a duty, or holds a serial number.
func MastheadRow(d *draft.Draft, i int) bool {
	r := &d.Rows[i]
	if r.Runes > d.Wide(draft.LongestTitle) || r.Sentence() {
		return false
	}
	if inBook(d, i) {
		return false // a book has a publisher and a price too
	}
	lower := strings.ToLower(r.Fold)
	if at := strings.Index(lower, wording.IssnWord); at >= 0 && strings.ContainsAny(lower[at:], "0123456789") {
		return true
	}
	if body, _, ok := wording.CutSuffix(r.Fold, masthead.DutyTails); ok && wording.IsOrg(strings.TrimSpace(body)) {
		return true
	}
	duty, rest := masthead.DutyOf(r.Fold)
	return duty != "" && (rest == "" || !wording.Paused(strings.ReplaceAll(rest, wording.EnumComma, "")) || d.English)
}

// inBook reports whether the row gives a fact of a book beside another row that
// names its author.
func inBook(d *draft.Draft, i int) bool {
	if !wording.BookRow(d.Rows[i].Fold) {
		return false
	}
	const facts = 12 // of one book at most
	for j := i; j >= max(0, i-facts) && wording.BookRow(d.Rows[j].Fold); j-- {
		if _, _, ok := wording.CutPrefix(d.Rows[j].Fold, wording.BookAuthors); ok {
			return true
		}
	}
	return false
}

// readRow reads what a row says of the issue: its numbers, and a duty with what
// stands behind it, on its row or on the next.
func readRow(d *draft.Draft, i int) {
	r := &d.Rows[i]
	cover := i < d.Toc.From || d.Toc.From == d.Toc.To && i < CoverRows
	masthead.Numbers(&d.Meta, masthead.DateOf(r.Fold, cover), r.Fold, cover)
	if !MastheadRow(d, i) {
		return
	}
	duty, rest := masthead.DutyOf(r.Fold)
	lines := slices.Clone(r.Lines)
	if n := i + 1; rest == "" && n < len(d.Rows) && d.Rows[n].Runes <= wording.LongestSign && !MastheadRow(d, n) && (n < d.Toc.From || n >= d.Toc.To) && !wording.Ended(d.Rows[n].Fold) {
		rest, lines = d.Rows[n].Fold, append(lines, d.Rows[n].Lines...)
	}
	masthead.Duty(&d.Meta, duty, rest, issue.Staff{Duty: duty, Names: wording.SplitNames(rest), Lines: lines})
}

// IsTitleLine reports whether the line is the periodical's title alone.
func IsTitleLine(d *draft.Draft, fold string) bool {
	return d.Meta.Title != "" && normal.Key(fold) == normal.Key(d.Meta.Title)
}

// magazine gives the periodical's title, as the cover has it.
func magazine(d *draft.Draft) string {
	cover, rest := frontRows(d)
	for _, i := range rest {
		if t, ok := masthead.QuotedTitle(d.Rows[i].Fold); ok && MastheadRow(d, i) || ok && i > 0 && MastheadRow(d, i-1) {
			return t
		}
	}
	best, at := -1, -1
	for _, i := range cover {
		r := &d.Rows[i]
		k := normal.Key(r.Fold)
		if r.Runes < 2 || r.Runes > d.Wide(wording.LongestShort) || k == "" || IsIssueLine(d, r.Fold) || MastheadRow(d, i) || strings.IndexFunc(masthead.InFigures(r.Fold), unicode.IsDigit) >= 0 || wording.Contains(wording.ContentsWords, strings.ToLower(k)) || r.Kind != "" {
			continue
		}
		if n := echoes(d, k, i); n > best {
			best, at = n, i
		}
	}
	if at < 0 {
		return titleBeforeNumber(d, cover)
	}
	if best == 0 && d.Toc.From == d.Toc.To && len(cover) > 0 && !numbered(d, cover) {
		return "" // a text without any front is no periodical that names itself
	}
	return masthead.BareTitle(d.Rows[at].Text)
}

// titleBeforeNumber gives the title that stands before the number on one line
// of the cover.
func titleBeforeNumber(d *draft.Draft, cover []int) string {
	for _, i := range cover {
		fold := masthead.InFigures(d.Rows[i].Fold)
		at := strings.IndexAny(fold, "0123456789")
		if got := masthead.DateOf(fold, true); at <= 0 || got.Year == 0 || got.Number+got.Month == 0 {
			continue
		}
		name := strings.TrimSuffix(fold[:at], wording.Ordinal)
		if words := strings.Fields(name); len(words) > 1 && wording.Contains(masthead.Frequencies, strings.ToLower(words[len(words)-1])) {
			name = strings.TrimSuffix(strings.TrimSpace(name), words[len(words)-1])
		}
		name = masthead.BareTitle(strings.Trim(name, wording.Leaders+"|,"))
		if duty, _ := masthead.DutyOf(name); duty == "" && wording.RuneCount(name) > 1 && wording.RuneCount(name) <= wording.LongestShort {
			return normal.Text(name)
		}
	}
	return ""
}

// numbered reports whether one of the rows holds the issue's number.
func numbered(d *draft.Draft, rows []int) bool {
	return slices.ContainsFunc(rows, func(i int) bool { return IsIssueLine(d, d.Rows[i].Fold) || d.English && datedRow(d, i) })
}

// echoes counts the short rows that hold the key among other things.
func echoes(d *draft.Draft, k string, except int) int {
	n := 0
	for i := range d.Rows {
		r := &d.Rows[i]
		if i != except && r.Runes <= wording.SureText && len(k) > 3 && (i < d.Toc.From || i >= d.Toc.To) && strings.Contains(normal.Key(r.Fold), k) {
			n++
		}
	}
	return n
}

func publisherOf(d *draft.Draft, title string, rows []int) string {
	for _, i := range rows {
		if t, ok := masthead.QuotedTitle(d.Rows[i].Fold); ok && t == title {
			_, rest := masthead.DutyOf(d.Rows[i].Fold)
			return normal.Text(cmp.Or(rest, d.Rows[i].Fold))
		}
	}
	return ""
}

// house gives the row that names the periodical's house, or "".
func house(d *draft.Draft, rows []int) string {
	for _, i := range rows {
		if houseName(d, d.Rows[i].Fold) {
			return d.Rows[i].Text
		}
	}
	return ""
}

// houseName reports whether the text is the periodical's title and what its
// house is called after it.
func houseName(d *draft.Draft, fold string) bool {
	rest, _, ok := wording.CutSuffix(fold, masthead.PublisherTails)
	return ok && IsTitleLine(d, rest)
}

package articles

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/furniture"
	"kanyin/issues/reconstruct/torn/marks"
	"kanyin/issues/reconstruct/torn/wording"
)

// verseAhead reports whether four short lines without a full stop follow row i.
func verseAhead(d *draft.Draft, i int) bool { return verseAt(d, d.Next(i)) }

// verseUnder reports whether verse follows row i, behind the lines that sign it.
func verseUnder(d *draft.Draft, i int) bool {
	const signs = 3 // rows: names, an office, a place of work
	for n := 0; n < signs; n++ {
		if j := d.Next(i); j < 0 || !marks.Signed(d, j) && d.Rows[j].Kind == "" {
			break
		} else {
			i = j
		}
	}
	return verseAhead(d, i)
}

// verseAt reports whether four short lines without a full stop begin at row j;
// the first may be one character, a piece's title, if no half of a name.
func verseAt(d *draft.Draft, j int) bool {
	least := 2 // runes
	if j >= 0 && d.Rows[j].Runes == 1 && !marks.SpacedName(d, j) {
		least = 1
	}
	for n := 0; n < wording.VerseLines; n++ {
		if n > 0 && j >= 0 {
			j = d.Next(j)
		}
		if j < 0 || d.Rows[j].Zone != draft.Body || d.Rows[j].Kind != "" || d.Rows[j].Runes > wording.VerseLine || d.Rows[j].Runes < least || strings.HasSuffix(d.Rows[j].Fold, wording.FullStop) || marks.SignedBy(d, j) || strings.ContainsAny(d.Rows[j].Fold, "0123456789") {
			return false
		}
		least = 2
	}
	return true
}

// verseLineAt reports whether row i is short and no sentence, as a line of verse is.
func verseLineAt(d *draft.Draft, i int) bool {
	return i >= 0 && d.Rows[i].Kind == "" && d.Rows[i].Zone == draft.Body && d.Rows[i].Runes <= wording.VerseLine && !wording.Ended(d.Rows[i].Fold)
}

// kickerOver reports whether row i is a short line over a longer one that a
// byline follows: a kicker and its title; or a line that stands over several.
func kickerOver(d *draft.Draft, i, next int) bool {
	const longest = 8 // runes of a kicker; a longer line would be the title
	if next < 0 || oneBlock(d, i, next) && halfTitle(d.Rows[i].Fold) {
		return false
	}
	after := d.Next(next)
	if after >= 0 && furniture.Heads(d)[normal.Key(d.Rows[i].Fold)] > 1 && marks.HeadingLike(d, i) && d.TitleRow(next) && !strings.HasPrefix(d.Rows[next].Fold, wording.Dash) {
		if oneBlock(d, next, after) {
			after = max(d.Next(after), after)
		}
		if marks.SaysByline(d, after) || !marks.Signed(d, next) && marks.Signed(d, after) || newsReport(d.Rows[after].Fold) {
			return true // it stands over several titles
		}
	}
	return after >= 0 && d.Rows[i].Kind == "" && marks.HeadingLike(d, i) && d.TitleRow(next) && 3*d.Rows[i].Runes <= 2*d.Rows[next].Runes && d.Rows[i].Runes <= longest &&
		!strings.HasPrefix(d.Rows[next].Fold, wording.Dash) && !marks.Signed(d, next) && marks.Signed(d, after)
}

// newsReport reports whether the text opens as a news report does.
func newsReport(fold string) bool {
	_, _, ok := wording.CutPrefix(fold, wording.NewsOpeners)
	return ok
}

// standing says that an article begins at row i because it has the title of a
// standing piece, letters or notices, or counts the pieces under it, or "".
func standing(d *draft.Draft, i int) string {
	if !marks.HeadingLike(d, i) || !textAhead(d, i) {
		return ""
	}
	why := standingTitle(d, i)
	if why != "" && (furniture.Announced(d, i) || furniture.NamesColumn(d, d.Rows[i].Fold)) {
		return "" // the contents know it, and say what it is
	}
	return why
}

// standingTitle gives that by the row's words and place.
//
//say:words
func standingTitle(d *draft.Draft, i int) string {
	k, first := normal.Key(d.Rows[i].Fold), pageTop(d, i) || closedBefore(d, i)
	switch {
	case first && wording.Contains(wording.StandingTitles, k):
		return "a standing piece of periodicals has this title"
	case counts(k, wording.PieceWords), first && counts(k, wording.KindWords):
		return "its title counts the pieces under it"
	}
	return ""
}

// counts reports whether a title ends with one of the words after a numeral.
func counts(k string, words []string) bool {
	rest, _, ok := wording.CutSuffix(k, words)
	bare := strings.TrimRight(rest, wording.Numerals+wording.Couple+"0123456789")
	return ok && bare != rest && wording.RuneCount(bare) >= 2 && !strings.HasSuffix(bare, wording.Ordinal)
}

// pageTop reports whether furniture, or the edge of a page, stands right over row i.
func pageTop(d *draft.Draft, i int) bool {
	return d.Rows[i].Edge || i > 0 && d.Rows[i-1].Zone == draft.Dropped
}

// countsAnew says that an article begins at row i because it heads a page and
// numbers begin at one under it, while the article above has numbered headings
// and no others, or "".
//
//say:words
func countsAnew(d *draft.Draft, i int) string {
	const (
		least        = 8   // runes: a heading may be shorter, a title that asks for numbers seldom is
		articleReach = 200 // rows: how far above the article's own title is looked for
	)
	r, next := &d.Rows[i], d.Next(i)
	if !pageTop(d, i) || !marks.HeadingLike(d, i) || wording.Numbered(r.Fold) || r.Runes < least || next < 0 || !textAhead(d, next) {
		return ""
	}
	if n, series, _ := wording.Numbering(d.Rows[next].Fold); n != 1 || series == wording.BareSeries || !d.Short(next) {
		return ""
	}
	numbered := 0
	for j := i - 1; j >= max(0, i-articleReach) && d.Rows[j].Kind != issue.Title; j-- {
		if d.Rows[j].Zone == draft.Front {
			break
		}
		if wording.Numbered(d.Rows[j].Fold) && d.Short(j) {
			numbered++
		} else if marks.HeadingLike(d, j) && d.Rows[j].Zone == draft.Body && !marks.Signed(d, j) {
			return ""
		}
	}
	if numbered == 0 {
		return ""
	}
	return "it heads a page, and numbers begin anew under it"
}

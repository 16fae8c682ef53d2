package marks

import (
	"strings"
	"unicode"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/masthead"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
)

// A closing is what a line under a letter, or under a notice, may be.
type closing uint8

const (
	noClosing    closing = iota
	farewell             // 此致, 敬礼
	signature            // a place or a trade and a name
	wordsAndName         // other words and a name
	bodyName             // the name of a body
	dayLine              // a date
)

// Signatures labels the lines that close a reader's letter or a notice: words
// of farewell, who signs it, and the day, under a finished text and over the
// next one's heading or greeting. Over text a name heads a portrait and a day
// a diary, and they are left to the headings. Once one of an article's lines is
// known to be a signature, lines of its kind are wherever they stand in it; a
// name behind words that say nothing of it wants a fellow, or a day under it.
//
// Where it fails: a letter signed with a name alone.
func Signatures(d *draft.Draft, from, to int) {
	const joint = 3 // who sign one letter together, each on a line
	var closings []closingLines
	sure, like := 0, 0
	for i := from; i < to; i++ {
		g := closingAt(d, i, to)
		if len(g.rows) == 0 {
			continue
		}
		i = g.rows[len(g.rows)-1]
		if g.names > joint {
			continue // a list of persons
		}
		closings = append(closings, g)
		if g.under && g.has[signature] {
			sure++
		} else if g.under && g.has[wordsAndName] {
			like++
		}
	}
	for _, g := range closings {
		named := g.has[wordsAndName] && (sure+like > 1 || g.has[dayLine] || g.has[farewell])
		whole := g.under && (g.has[signature] || named || g.has[dayLine])
		for n, i := range g.rows {
			switch c := g.kinds[n]; {
			case c == farewell:
				d.Label(i, issue.Paragraph, "words of farewell")
				d.Rows[i].Aside = true
			case whole || c == signature && sure > 0:
				d.Label(i, issue.SourceNote, "signs a letter")
				d.Rows[i].Aside = true
			}
		}
	}
}

// closingLines are rows that may close a letter, one under the other.
type closingLines struct {
	rows  []int
	kinds []closing
	has   [dayLine + 1]bool
	names int  // lines with a name
	under bool // a finished text stands over them, and no text under them
}

// closingAt gathers the closing lines from row i on.
func closingAt(d *draft.Draft, i, to int) (g closingLines) {
	last := i
	for j := i; j >= 0 && j < to; j = d.Next(j) {
		c := closingOf(d, &d.Rows[j])
		if c == noClosing {
			break
		}
		g.rows, g.kinds = append(g.rows, j), append(g.kinds, c)
		g.has[c] = true
		if c == signature || c == wordsAndName {
			g.names++
		}
		last = j
	}
	p := d.Prev(i)
	g.under = len(g.rows) > 0 && p >= 0 && d.Rows[p].Kind == "" && d.Rows[p].Prose() && wording.Ended(d.Rows[p].Fold) && noTextUnder(d, last, to)
	return g
}

// noTextUnder reports whether the article ends under the row, or another of its
// parts begins.
func noTextUnder(d *draft.Draft, i, to int) bool {
	n := d.Next(i)
	if n < 0 || n >= to || Greets(d, d.Rows[n].Fold) {
		return true
	}
	under := &d.Rows[n]
	return under.Kind != "" && under.Kind != issue.Caption || HeadingLike(d, n) && !under.Prose()
}

// SignsOff reports whether row i is the last of those that close a letter.
func SignsOff(d *draft.Draft, i, to int) bool {
	for p := d.Prev(i); p >= 0 && closingOf(d, &d.Rows[p]) != noClosing; p = d.Prev(i) {
		i = p
	}
	g := closingAt(d, i, to)
	return g.under && (g.has[signature] || g.has[dayLine])
}

// Greets reports whether the text begins as a letter does: with a few words
// and a colon.
func Greets(d *draft.Draft, fold string) bool {
	const longest = 14 // runes: whom the letter is to
	at := strings.IndexByte(fold, ':')
	return at > 0 && wording.RuneCount(fold[:at]) <= d.Wide(longest) && !wording.Paused(fold[:at]) && !wording.Turn(fold) && !wording.BookRow(fold)
}

// closingOf tells what the row may be under a letter.
func closingOf(d *draft.Draft, r *draft.Row) closing {
	const longest = 24 // runes: a town, a school, an office and a name
	if r.Zone != draft.Body || r.Kind != "" || r.Runes > d.Wide(longest) {
		return noClosing
	}
	fold, _ := wording.Bracketed(r.Fold)
	fold = strings.TrimLeft(fold, wording.Bullets+" ")
	switch {
	case wording.Contains(wording.Farewells, strings.ToLower(strings.Trim(fold, wording.SentenceEnds+wording.Pauses+" "))):
		return farewell
	case wording.Ended(r.Fold):
		return noClosing
	case d.English && latinSignature(fold), !d.English && signed(fold):
		return signature
	case d.English:
		return noClosing
	case wording.IsDate(masthead.InFigures(fold)) && strings.ContainsRune(wording.DayOf, wording.LastRune(fold)):
		return dayLine
	case wording.IsOrg(fold) && !strings.Contains(fold, " "):
		return bodyName
	}
	words, name, ok := strings.Cut(fold, " ")
	if ok && wording.Known(name) && nameless(words) {
		return wordsAndName
	}
	return noClosing
}

// nameless reports whether the text is a word or two in ideographs.
func nameless(s string) bool {
	const least, most = 2, 8 // runes: a town; a province, a town and a street
	n := wording.RuneCount(s)
	return n >= least && n <= most && strings.IndexFunc(s, func(r rune) bool { return !wording.Han(r) }) < 0
}

// signed reports whether the text is a place or a trade with a name.
func signed(fold string) bool {
	if rest, _, ok := wording.CutPrefix(fold, wording.WriterWords); ok && strings.HasPrefix(rest, ":") {
		return wording.Known(rest[1:])
	}
	if name, place, ok := strings.Cut(strings.TrimSuffix(fold, ")"), "("); ok {
		return wording.Known(name) && whoOrWhere(place)
	}
	if at := strings.LastIndexByte(fold, ' '); at > 0 {
		return wording.Known(fold[at+1:]) && whoOrWhere(fold[:at])
	}
	return false
}

// whoOrWhere reports whether the text ends as a trade, an office, a body's
// name or a place's does.
func whoOrWhere(s string) bool {
	const least = 2 // runes: 读者 alone
	if wording.RuneCount(s) < least || strings.ContainsAny(s, wording.Pauses+wording.SentenceEnds+wording.QuotePairs) {
		return false
	}
	_, _, place := wording.CutSuffix(s, wording.PlaceTails)
	_, _, body := wording.CutSuffix(s, wording.OrgTails)
	return place || body || wording.IsOrgOrPost(s)
}

// latinSignature reports whether the text is a name and behind a comma a
// place: "J. Farrow, Mill Street".
func latinSignature(fold string) bool {
	const most = 5 // words of the name, its title and initials among them
	name, place, ok := strings.Cut(fold, ",")
	words := strings.Fields(name)
	if !ok || len(words) < 2 || len(words) > most || strings.TrimSpace(place) == "" {
		return false
	}
	capital := func(w string) bool { return unicode.IsUpper(wording.FirstRune(w)) }
	return wording.All(append(words, strings.Fields(place)...), capital) && !strings.ContainsAny(fold, ":;!?0123456789")
}

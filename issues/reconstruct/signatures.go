package reconstruct

import (
	"strings"
	"unicode"

	"kanyin/issues/issue"
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

// signatures labels the lines that close a reader's letter or a notice: words
// of farewell, who signs it, and the day, under a finished text and over the
// next one's heading or greeting. Over text a name heads a portrait and a day
// a diary, and they are left to the headings. Once one of an article's lines is
// known to be a signature, lines of its kind are wherever they stand in it; a
// name behind words that say nothing of it wants a fellow, or a day under it.
//
// Where it fails: a letter signed with a name alone.
func (d *draft) signatures(from, to int) {
	const joint = 3 // who sign one letter together, each on a line
	var closings []closingLines
	sure, like := 0, 0
	for i := from; i < to; i++ {
		g := d.closingAt(i, to)
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
				d.label(i, issue.Paragraph, "words of farewell")
				d.rows[i].aside = true
			case whole || c == signature && sure > 0:
				d.label(i, issue.SourceNote, "signs a letter")
				d.rows[i].aside = true
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
func (d *draft) closingAt(i, to int) (g closingLines) {
	last := i
	for j := i; j >= 0 && j < to; j = d.next(j) {
		c := d.closingOf(&d.rows[j])
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
	p := d.prev(i)
	g.under = len(g.rows) > 0 && p >= 0 && d.rows[p].kind == "" && d.rows[p].prose() && ended(d.rows[p].fold) && d.noTextUnder(last, to)
	return g
}

// noTextUnder reports whether the article ends under the row, or another of its
// parts begins.
func (d *draft) noTextUnder(i, to int) bool {
	n := d.next(i)
	if n < 0 || n >= to || d.greets(d.rows[n].fold) {
		return true
	}
	under := &d.rows[n]
	return under.kind != "" && under.kind != issue.Caption || d.headingLike(n) && !under.prose()
}

// signsOff reports whether row i is the last of those that close a letter.
func (d *draft) signsOff(i, to int) bool {
	for p := d.prev(i); p >= 0 && d.closingOf(&d.rows[p]) != noClosing; p = d.prev(i) {
		i = p
	}
	g := d.closingAt(i, to)
	return g.under && (g.has[signature] || g.has[dayLine])
}

// greets reports whether the text begins as a letter does: with a few words
// and a colon.
func (d *draft) greets(fold string) bool {
	const longest = 14 // runes: whom the letter is to
	at := strings.IndexByte(fold, ':')
	return at > 0 && runeCount(fold[:at]) <= d.wide(longest) && !paused(fold[:at]) && !turn(fold) && !bookRow(fold)
}

// closingOf tells what the row may be under a letter.
func (d *draft) closingOf(r *row) closing {
	const longest = 24 // runes: a town, a school, an office and a name
	if r.zone != body || r.kind != "" || r.runes > d.wide(longest) {
		return noClosing
	}
	fold, _ := bracketed(r.fold)
	fold = strings.TrimLeft(fold, bullets+" ")
	switch {
	case contains(farewells, strings.ToLower(strings.Trim(fold, sentenceEnds+pauses+" "))):
		return farewell
	case ended(r.fold):
		return noClosing
	case d.english && latinSignature(fold), !d.english && signed(fold):
		return signature
	case d.english:
		return noClosing
	case isDate(inFigures(fold)) && strings.ContainsRune(dayOf, lastRune(fold)):
		return dayLine
	case isOrg(fold) && !strings.Contains(fold, " "):
		return bodyName
	}
	words, name, ok := strings.Cut(fold, " ")
	if ok && known(name) && nameless(words) {
		return wordsAndName
	}
	return noClosing
}

// nameless reports whether the text is a word or two in ideographs.
func nameless(s string) bool {
	const least, most = 2, 8 // runes: a town; a province, a town and a street
	n := runeCount(s)
	return n >= least && n <= most && strings.IndexFunc(s, func(r rune) bool { return !han(r) }) < 0
}

// signed reports whether the text is a place or a trade with a name.
func signed(fold string) bool {
	if rest, _, ok := cutPrefix(fold, writerWords); ok && strings.HasPrefix(rest, ":") {
		return known(rest[1:])
	}
	if name, place, ok := strings.Cut(strings.TrimSuffix(fold, ")"), "("); ok {
		return known(name) && whoOrWhere(place)
	}
	if at := strings.LastIndexByte(fold, ' '); at > 0 {
		return known(fold[at+1:]) && whoOrWhere(fold[:at])
	}
	return false
}

// whoOrWhere reports whether the text ends as a trade, an office, a body's
// name or a place's does.
func whoOrWhere(s string) bool {
	const least = 2 // runes: 读者 alone
	if runeCount(s) < least || strings.ContainsAny(s, pauses+sentenceEnds+quotePairs) {
		return false
	}
	_, _, place := cutSuffix(s, placeTails)
	_, _, body := cutSuffix(s, orgTails)
	return place || body || isOrgOrPost(s)
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
	for _, w := range append(words, strings.Fields(place)...) {
		if r := firstRune(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return !strings.ContainsAny(fold, ":;!?0123456789")
}

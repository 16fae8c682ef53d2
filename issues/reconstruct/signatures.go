package reconstruct

import (
	"strings"
	"unicode"

	"kanyin/issues/issue"
)

// signatures labels the lines that readers sign their letters with: a place or
// a trade and a name, under a finished letter and over the next one's heading
// or greeting. Over text such a line heads a portrait, and is left to the
// headings. Once one of an article's lines is known, lines of its kind are
// signatures wherever they stand in it.
//
// Where it fails: a letter signed with a name alone.
func (d *draft) signatures(from, to int) {
	sure := 0
	var maybe []int
	for i := from; i < to; i++ {
		r := &d.rows[i]
		if r.zone != body || r.kind != "" || !d.signsLetter(r) {
			continue
		}
		maybe = append(maybe, i)
		if d.underLetter(i, to) {
			sure++
		}
	}
	if sure == 0 {
		return
	}
	for _, i := range maybe {
		d.label(i, issue.SourceNote, "signs a letter")
		d.rows[i].aside = true
	}
}

// underLetter reports whether the row stands between a finished text and the
// beginning of another one, or the article's end.
func (d *draft) underLetter(i, to int) bool {
	if p := d.prev(i); p < 0 || d.rows[p].kind != "" || !d.rows[p].prose() || !ended(d.rows[p].fold) {
		return false
	}
	n := d.next(i)
	if n < 0 || n >= to || d.greets(d.rows[n].fold) {
		return true
	}
	under := &d.rows[n]
	return under.kind != "" && under.kind != issue.Caption || d.headingLike(n) && !under.prose()
}

// greets reports whether the text begins as a letter does: with a few words
// and a colon.
func (d *draft) greets(fold string) bool {
	const longest = 14 // runes: whom the letter is to
	at := strings.IndexByte(fold, ':')
	return at > 0 && runeCount(fold[:at]) <= d.wide(longest) && !paused(fold[:at]) && !turn(fold) && !bookRow(fold)
}

// signsLetter reports whether the row is a place or a trade with a name.
func (d *draft) signsLetter(r *row) bool {
	const longest = 24 // runes: a town, a school, an office and a name
	if r.runes > d.wide(longest) || ended(r.fold) {
		return false
	}
	fold, _ := bracketed(r.fold)
	fold = strings.TrimLeft(fold, bullets+" ")
	if d.english {
		return latinSignature(fold)
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

package reconstruct

import "strings"

// loneAuthor reports whether the row is one name that begins with a surname.
func (d *draft) loneAuthor(i int) bool {
	names := splitNames(d.rows[i].fold)
	return len(names) == 1 && known(names[0]) && d.signedBy(i)
}

// nameAlone reports whether the row is one short word, or names of which one
// begins with a surname: a pen name under a title, if nothing else is.
func (d *draft) nameAlone(i int) bool {
	r := &d.rows[i]
	if r.zone != body || r.kind != "" || ended(r.fold) || !allNames(r.fold) {
		return false
	}
	const few = 4 // pen names together: more words are no list of them
	names := splitNames(r.fold)
	sure := 0
	for _, n := range names {
		if known(n) {
			sure++
		}
	}
	return len(names) == 1 && r.runes == 3 || len(names) <= few && sure > 0
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

// signedBy reports whether the row is a byline for certain.
func (d *draft) signedBy(i int) bool {
	const most = 6 // authors of one text, where nothing says that they are authors
	r := &d.rows[i]
	if r.zone != body || r.runes > longestSign || ended(r.fold) || r.kind != "" {
		return false
	}
	if bookRow(r.fold) && i+1 < len(d.rows) && bookRow(d.rows[i+1].fold) {
		return false // a book's author, and its number on the next row
	}
	if hasBylineHead(r.fold) {
		names := authorsOf(r.fold)
		return len(names) > 0 && (allNames(strings.Join(names, " ")) || titleCase(names[0]) || isOrg(names[0]))
	}
	if d.namesInBrackets(r.fold) {
		return !d.namesColumn(r.fold)
	}
	if strings.ContainsRune(bullets, firstRune(r.fold)) {
		return allNames(authorsAlone(strings.TrimLeft(r.fold, bullets+" ")))
	}
	if _, ok := classed(r.fold); ok {
		return true
	}
	names := splitNames(r.fold)
	if len(names) == 0 || len(names) > most {
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
	const longest = 14 // runes: year, month and day with blanks between
	n, rest := number(s)
	if !isYear(n) || runeCount(s) > longest {
		return false
	}
	rest = strings.TrimSpace(rest)
	return strings.HasPrefix(rest, yearOf) && strings.ContainsRune(dayOf+monthOf, lastRune(s)) || strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, ".")
}

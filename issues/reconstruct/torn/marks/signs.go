package marks

import (
	"strings"

	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/furniture"
	"kanyin/issues/reconstruct/torn/wording"
)

// NamesInBrackets reports whether one pair of brackets holds nothing but names
// that begin with a surname or stand elsewhere in the issue.
func NamesInBrackets(d *draft.Draft, fold string) bool {
	inner, ok := wording.Bracketed(fold)
	if names, _, cut := wording.CutSuffix(inner, wording.BylineTails); cut {
		inner = names
	}
	return ok && wording.AllNames(inner) && d.Authors(inner, wording.MostNames)
}

// SaysByline reports whether the row says that it is a byline, in a word or by
// a mark before the names.
func SaysByline(d *draft.Draft, i int) bool {
	fold := d.Rows[i].Fold
	return SignedBy(d, i) && (wording.HasBylineHead(fold) || strings.ContainsRune(wording.Bullets, wording.FirstRune(fold)))
}

// LoneAuthor reports whether the row is one name that begins with a surname.
func LoneAuthor(d *draft.Draft, i int) bool {
	names := wording.SplitNames(d.Rows[i].Fold)
	return len(names) == 1 && wording.Known(names[0]) && SignedBy(d, i)
}

// NameAlone reports whether the row is one short word, or names of which one
// begins with a surname: a pen name under a title, if nothing else is.
func NameAlone(d *draft.Draft, i int) bool {
	r := &d.Rows[i]
	if r.Zone != draft.Body || r.Kind != "" || wording.Ended(r.Fold) || !wording.AllNames(r.Fold) {
		return false
	}
	const few = 4 // pen names together: more words are no list of them
	names := wording.SplitNames(r.Fold)
	sure := 0
	for _, n := range names {
		if wording.Known(n) {
			sure++
		}
	}
	return len(names) == 1 && r.Runes == 3 || len(names) <= few && sure > 0
}

// Signed reports whether a byline stands at row i, on one line or a character a line.
func Signed(d *draft.Draft, i int) bool { return i >= 0 && (SignedBy(d, i) || SpacedName(d, i)) }

// SpacedName reports whether rows i and the next hold one character each, and
// a name together.
func SpacedName(d *draft.Draft, i int) bool {
	if i < 0 || d.Rows[i].Runes != 1 || d.Rows[i].Zone != draft.Body || d.Rows[i].Kind != "" {
		return false
	}
	j := d.Next(i)
	if j < 0 || d.Rows[j].Runes > 2 || d.Rows[j].Kind != "" || wording.Numeral(d.Rows[i].Fold) > 0 {
		return false
	}
	name := d.Rows[i].Fold + d.Rows[j].Fold
	return wording.NameLike(name) && d.Author(name)
}

// SignedBy reports whether the row is a byline for certain.
func SignedBy(d *draft.Draft, i int) bool {
	const most = 6 // authors of one text, where nothing says that they are authors
	r := &d.Rows[i]
	if r.Zone != draft.Body || r.Runes > wording.LongestSign || wording.Ended(r.Fold) || r.Kind != "" {
		return false
	}
	if wording.BookRow(r.Fold) && i+1 < len(d.Rows) && wording.BookRow(d.Rows[i+1].Fold) {
		return false // a book's author, and its number on the next row
	}
	if wording.HasBylineHead(r.Fold) {
		names := wording.AuthorsOf(r.Fold)
		return len(names) > 0 && (wording.AllNames(strings.Join(names, " ")) || wording.TitleCase(names[0]) || wording.IsOrg(names[0]))
	}
	if NamesInBrackets(d, r.Fold) {
		return !furniture.NamesColumn(d, r.Fold)
	}
	if strings.ContainsRune(wording.Bullets, wording.FirstRune(r.Fold)) {
		return wording.AllNames(wording.AuthorsAlone(strings.TrimLeft(r.Fold, wording.Bullets+" ")))
	}
	if _, ok := wording.Classed(r.Fold); ok {
		return true
	}
	return d.Authors(r.Fold, most)
}

// Dated reports whether the row is nothing but a date in brackets.
func Dated(d *draft.Draft, i int) bool {
	inner, ok := wording.Bracketed(d.Rows[i].Fold)
	return ok && wording.IsDate(inner)
}

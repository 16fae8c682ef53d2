package contents

import (
	"strings"
	"unicode"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/furniture"
	"kanyin/issues/reconstruct/torn/wording"
)

// surelyAlike is the likeness over which two texts are one, but for a slip.
const surelyAlike = 0.86

// slope is what a likeness lower by one costs: two characters in eight that
// differ weigh more than names apart from a title that stands in the body.
const slope = 4.0

// never is the cost of what cannot be.
const never = 9

// title is the cost of reading the text as a title: nothing where it stands in
// the body, as much as two steps against the habit where it does not.
func (w *witness) title(text string, fields, pages int) float64 {
	n := wording.RuneCount(normal.Key(text))
	if n == 0 {
		return never
	}
	sim := w.sim(text)
	c := 0.0
	switch {
	case strings.HasPrefix(text, wording.Dash):
		c = 0.3
	case sim > 0.9:
		c = slope * (1 - sim)
	case sim > 0:
		c = slope * (1 - sim)
		if pages > 0 {
			c++
		}
	default:
		// Without a witness a title is of one piece.
		c = 1.6 + 0.5*float64(fields-1) + float64(pages)
		if n == 1 {
			c++
		}
	}
	if strings.HasPrefix(text, "[") {
		c += 0.8 // a column in brackets before the title
	}
	switch {
	case w.namelike[normal.Key(text)]:
	case w.onlyNames(text) && w.allSigned(wording.AuthorsOf(text)):
		c += 3
	case w.signed[normal.Key(text)]:
		c += 1.5
	case wording.HasBylineHead(text):
		c += 1.2
	case w.onlyNames(text):
		c += 0.8
	}
	if w.repeated(normal.Key(text)) && n <= w.d.Wide(wording.ShortColumn) {
		c++ // what stands again and again and is so short is a running head
	}
	return c
}

// names is the cost of reading the text as authors: nothing where they sign in
// the body or are said to be, little for surnames, much for what has no name's
// shape, which only the habit of the other rows can outweigh.
func (w *witness) names(text string) float64 {
	list := wording.AuthorsOf(text)
	if len(list) == 0 || len(list) > wording.MostNames || wording.RuneCount(text) > wording.LongestSign {
		return never
	}
	if w.holdsNamelike(list) {
		return never
	}
	if at := strings.LastIndexByte(text, '('); at >= 0 && !wording.NamesPeople(strings.TrimSuffix(text[at+1:], ")")) {
		return never
	}
	c := 0.0
	switch {
	case wording.HasBylineHead(text):
	case w.signed[normal.Key(strings.Join(list, ""))] || w.allSigned(list):
	case wording.AllKnown(strings.Join(list, " ")):
		c = 0.5
		if w.vouched {
			c = 1.3
		}
	default:
		for _, n := range list {
			c = max(c, shapeCost(n, w.vouched))
		}
	}
	switch {
	case c == 0 || w.sim(text) < 0.95:
	case w.onlyNames(text) && (!w.vouched || !w.d.English):
		c = max(c, 1)
	default:
		c += 2.5
	}
	if c > 0 && w.repeated(normal.Key(text)) {
		c += 1.5 // a name that the body repeats is a running head
	}
	return c
}

// shapeCost says how little a text looks like one name.
func shapeCost(n string, vouched bool) float64 {
	switch {
	case strings.Contains(n, wording.MiddleDot) && wording.NameLike(n), wording.TitleCase(n) && !vouched:
		return 0.6
	case wording.TitleCase(n):
		return 1.6
	case wording.IsOrg(n) && !strings.Contains(n, ":") && !vouched:
		return 1.2
	case wording.IsOrg(n) && !strings.Contains(n, ":"):
		return 1.6
	case wording.NameLike(n) && vouched:
		return 2.6
	case wording.NameLike(n):
		return 1.2
	case wording.Paused(n) || wording.Ended(n) || strings.Contains(n, ":"):
		return 5
	}
	return 3.5
}

// column is the cost of reading a row as a column's name: short, in a dress of
// its own, not in the body as a title is.
func (w *witness) column(fields []field, a, b, pages int) float64 {
	name := columnName(fields, a, b)
	k := normal.Key(name)
	n := wording.RuneCount(k)
	if n == 0 || n > w.d.Wide(2*wording.LongestColumn) || pages > 0 {
		return never
	}
	c := 0.9
	switch {
	case n > w.d.Wide(wording.LongestColumn):
		c = 3
	case n > w.d.Wide(wording.ShortColumn):
		c = 1.2
	}
	if fields[a].dress() != 0 {
		c -= 0.4
	}
	if fields[a].upright || !(fields[a].opens && fields[b-1].closes) {
		c = 0
	}
	if w.bearsNames(fields, a, b) {
		c += 2
	}
	if fields[a].dash() && !strings.HasSuffix(fields[a].text, wording.Dash) {
		c += 2 // a subtitle
	}
	again := w.repeated(k)
	switch {
	case again:
		c -= 0.4
	case w.sim(name) >= 0.95 && w.paged:
		c += 0.2
	case w.sim(name) >= 0.95 && fields[a].dress() != 0:
		c += 0.2
	case w.sim(name) >= 0.95:
		c += 1.4 // without pages a name that stands once in the body is a title
	}
	switch {
	case w.signed[k]:
		c += 4
	case wording.AllKnown(name) && !again && !w.vouched:
		c += 1
	}
	return max(c, 0)
}

// aside is the cost of reading a row as no part of the list.
func (w *witness) aside(i int) float64 {
	fold := w.d.Rows[i].Fold
	k := normal.Key(fold)
	if wording.Contains(wording.ContentsWords, k) || wording.Contains(wording.ContentsTags, k) || furniture.IsIssueLine(w.d, fold) || furniture.IsTitleLine(w.d, fold) {
		return 0
	}
	if furniture.MastheadRow(w.d, i) || !w.d.English && strings.IndexFunc(fold, unicode.IsLetter) >= 0 && strings.IndexFunc(fold, wording.Han) < 0 {
		return 0.3 // a duty, or the head again in Latin letters
	}
	return 2
}

// columnName gives the name without its ornaments, whatever they are, and
// without the blanks that space it out.
func columnName(fields []field, a, b int) string {
	s := wordsBetween(fields, a, b)
	s = strings.TrimRight(strings.TrimLeft(s, wording.FrameOpeners+wording.Bullets+" "), wording.FrameClosers+": "+wording.Bullets)
	return normal.Text(normal.CloseUp(s))
}

package reconstruct

import (
	"strings"
	"unicode"

	"kanyin/issues/normal"
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
	n := runeCount(key(text))
	if n == 0 {
		return never
	}
	sim := w.sim(text)
	c := 0.0
	switch {
	case strings.HasPrefix(text, dash):
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
	case namesAlone(text) && w.allSigned(authorsOf(text)):
		c += 3
	case w.signed[key(text)]:
		c += 1.5
	case hasBylineHead(text):
		c += 1.2
	case namesAlone(text):
		c += 0.8
	}
	if w.repeated(key(text)) && n <= w.d.wide(shortColumn) {
		c++ // what stands again and again and is so short is a running head
	}
	return c
}

// names is the cost of reading the text as authors: nothing where they sign in
// the body or are said to be, little for surnames, much for what has no name's
// shape, which only the habit of the other rows can outweigh.
func (w *witness) names(text string) float64 {
	list := authorsOf(text)
	if len(list) == 0 || len(list) > mostNames || runeCount(text) > longestSign {
		return never
	}
	if at := strings.LastIndexByte(text, '('); at >= 0 && !namesPeople(strings.TrimSuffix(text[at+1:], ")")) {
		return never
	}
	c := 0.0
	switch {
	case hasBylineHead(text):
	case w.signed[key(strings.Join(list, ""))] || w.allSigned(list):
	case allKnown(strings.Join(list, " ")):
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
	case namesAlone(text) && (!w.vouched || !w.d.english):
		c = max(c, 1)
	default:
		c += 2.5
	}
	if c > 0 && w.repeated(key(text)) {
		c += 1.5 // a name that the body repeats is a running head
	}
	return c
}

// shapeCost says how little a text looks like one name.
func shapeCost(n string, vouched bool) float64 {
	switch {
	case strings.Contains(n, middleDot) && nameLike(n), titleCase(n) && !vouched:
		return 0.6
	case titleCase(n):
		return 1.6
	case isOrg(n) && !strings.Contains(n, ":") && !vouched:
		return 1.2
	case isOrg(n) && !strings.Contains(n, ":"):
		return 1.6
	case nameLike(n) && vouched:
		return 2.6
	case nameLike(n):
		return 1.2
	case paused(n) || ended(n) || strings.Contains(n, ":"):
		return 5
	}
	return 3.5
}

// column is the cost of reading a row as a column's name: short, in a dress of
// its own, not in the body as a title is.
func (w *witness) column(fields []field, a, b, pages int) float64 {
	name := columnName(fields, a, b)
	k := key(name)
	n := runeCount(k)
	if n == 0 || n > w.d.wide(2*longestColumn) || pages > 0 {
		return never
	}
	c := 0.9
	switch {
	case n > w.d.wide(longestColumn):
		c = 3
	case n > w.d.wide(shortColumn):
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
	if fields[a].dash() && !strings.HasSuffix(fields[a].text, dash) {
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
	case allKnown(name) && !again && !w.vouched:
		c += 1
	}
	return max(c, 0)
}

// aside is the cost of reading a row as no part of the list.
func (w *witness) aside(i int) float64 {
	fold := w.d.rows[i].fold
	k := key(fold)
	if contains(contentsWords, k) || contains(contentsTags, k) || w.d.isIssueLine(fold) || w.d.isTitleLine(fold) {
		return 0
	}
	if w.d.mastheadRow(i) || !w.d.english && strings.IndexFunc(fold, unicode.IsLetter) >= 0 && strings.IndexFunc(fold, han) < 0 {
		return 0.3 // a duty, or the head again in Latin letters
	}
	return 2
}

// columnName gives the name without its ornaments, whatever they are, and
// without the blanks that space it out.
func columnName(fields []field, a, b int) string {
	s := wordsBetween(fields, a, b)
	s = strings.TrimRight(strings.TrimLeft(s, frameOpeners+bullets+" "), frameClosers+": "+bullets)
	return normal.Text(closedUp(s))
}

// closedUp puts a word together that was set with blanks between its characters.
func closedUp(s string) string {
	for _, t := range strings.Fields(s) {
		if runeCount(t) > 1 || !han(firstRune(t)) {
			return s
		}
	}
	return strings.ReplaceAll(s, " ", "")
}

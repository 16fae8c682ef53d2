package reconstruct

import (
	"strings"
	"unicode"
)

// An entry is a row of the contents.
type entry struct {
	page                int // 0 where the row has none
	section, subsection string
	title               string // normalised
	authors             []string
	rows                []int
	starts              []int // indices of draft.starts
}

// A cell is what one line of the contents holds.
type cell struct {
	page   int
	lead   bool     // the page stands before the title
	rest   string   // without the page and the dots before it
	author string   // where a slash or dots set it apart
	split  bool     // author is set apart
	tokens []string // rest, at its blanks
}

// parseCell reads "12 标题 作者", "标题 / 作者 …… 12", "P12 标题", "标题…作者(12)".
func parseCell(fold string, tight bool) cell {
	var c cell
	c.rest = strings.TrimSpace(fold)
	if bare := strings.TrimLeft(c.rest, subBullets+middleDot+" "); bare != "" {
		c.rest = bare
	}
	if page, rest, ok := dressedPage(c.rest); ok {
		c.page, c.rest, c.lead = page, rest, true
	} else if page, rest, ok := leadingPage(c.rest); ok {
		c.page, c.rest, c.lead = page, rest, true
	} else if page, rest, ok := trailingPage(c.rest, tight); ok {
		c.page, c.rest = page, rest
	} else if c.innerPage() {
		return c
	}
	c.rest = strings.TrimRight(c.rest, leaders+"/|")
	c.rest = strings.TrimLeft(c.rest, "/| ") // a column's mark
	c.splitAuthor()
	c.tokens = strings.Fields(c.rest)
	return c
}

// pageDigits is how many figures a page has at most.
const pageDigits = 3

// dressedPage reads the page that a row begins with in brackets, or with the
// words for the Nth page around it.
func dressedPage(s string) (int, string, bool) {
	for _, dress := range [][2]string{{"(", ")"}, {"[", "]"}, {ordinal, ""}} {
		inside, ok := strings.CutPrefix(s, dress[0])
		page, rest := number(inside)
		if !ok || len(rest) == len(inside) || len(inside)-len(rest) > pageDigits {
			continue
		}
		if dress[1] != "" {
			rest, ok = strings.CutPrefix(rest, dress[1])
		} else if r := firstRune(rest); r != 0 && strings.ContainsRune(pageOf, r) {
			rest = rest[len(string(r)):]
		} else {
			ok = false
		}
		if ok && strings.TrimSpace(rest) != "" {
			return page, strings.TrimSpace(rest), true
		}
	}
	return 0, s, false
}

// leadingPage reads the page that a row begins with. A number that counts
// something (2025年) is none.
func leadingPage(s string) (int, string, bool) {
	t := strings.TrimLeft(s, "Pp.")
	marked := len(t) < len(s)
	n, page := 0, 0
	for n < len(t) && digit(rune(t[n])) && n <= pageDigits {
		page = page*10 + int(t[n]-'0')
		n++
	}
	if n == 0 || n > pageDigits || len(s)-len(t) > 2 {
		return 0, s, false
	}
	rest := strings.TrimLeft(t[n:], " ./|:")
	switch {
	case rest == "":
		return page, "", marked
	case rest == t[n:] && !marked: // nothing between number and words
		return 0, s, false
	case strings.HasPrefix(t[n:], ".") && !strings.HasPrefix(t[n:], ". ") && digit(firstRune(rest)):
		return 0, s, false
	case strings.ContainsRune(countersAfter, firstRune(rest)) && !strings.HasPrefix(t[n:], " "):
		return 0, s, false
	}
	return page, strings.TrimLeft(rest, leaders), true
}

// trailingPage reads the page that a row ends with, in brackets, after dots,
// or after a blank.
func trailingPage(s string, tight bool) (int, string, bool) {
	if r := lastRune(s); r != 0 && strings.ContainsRune(pageOf, r) { // the Nth page
		bare := s[:len(s)-len(string(r))]
		if at := strings.LastIndex(bare, ordinal); at > 0 && allDigits(bare[at+len(ordinal):]) {
			page, _ := number(bare[at+len(ordinal):])
			return page, strings.TrimRight(bare[:at], leaders+"/|"), true
		}
	}
	t := strings.TrimRight(s, ") ")
	bracket := strings.HasSuffix(s, ")")
	n := len(t)
	for n > 0 && digit(rune(t[n-1])) && len(t)-n <= pageDigits {
		n--
	}
	if n == len(t) || len(t)-n > pageDigits || n == 0 {
		return 0, s, false
	}
	page := 0
	for _, r := range t[n:] {
		page = page*10 + int(r-'0')
	}
	before := strings.TrimRight(t[:n], "Pp")
	r := lastRune(before)
	switch {
	case bracket && r == '(':
		return page, strings.TrimSuffix(before, "("), true
	case bracket:
		return 0, s, false
	case r == ')': // behind authors in brackets
		return page, before, true
	case tight && (han(r) || strings.ContainsRune(closers, r)):
		return page, before, true
	case strings.ContainsRune(leaders, r) || r == '/' || r == '|' || before != t[:n]:
		return page, strings.TrimRight(before, leaders+"/|"), true
	}
	return 0, s, false
}

// innerPage reads a page in brackets between title and authors.
func (c *cell) innerPage() bool {
	title, behind, ok := strings.Cut(c.rest, " (")
	if !ok {
		title, behind, ok = strings.Cut(c.rest, "(")
	}
	for ok && !digit(firstRune(behind)) { // a bracket of the title's own
		more, rest, found := strings.Cut(behind, "(")
		title, behind, ok = title+"("+more, rest, found
	}
	figures, author, closed := strings.Cut(behind, ")")
	if author = strings.TrimSpace(author); !ok || !closed || !allDigits(figures) || !allNames(author) {
		return false
	}
	c.page, _ = number(figures)
	c.rest, c.author, c.split = strings.TrimRight(title, leaders), author, true
	c.tokens = strings.Fields(c.rest)
	return c.rest != ""
}

// bracketAuthor parts the title from names in brackets at its end.
func (c *cell) bracketAuthor() bool {
	if !strings.HasSuffix(c.rest, ")") {
		return false
	}
	at := strings.LastIndexByte(c.rest, '(')
	if at <= 0 {
		return false
	}
	inner := strings.TrimSuffix(c.rest[at+1:], ")")
	if counted, _, ok := cutSuffix(inner, pieceWords); ok && strings.ContainsAny(counted, numerals+couple) {
		return false // and two poems more
	}
	if _, _, ok := cutSuffix(inner, groupWords); ok || contains(partWords, inner) {
		return false
	}
	if !allNames(inner) && !hasBylineHead(inner) && !titleCase(inner) {
		return false
	}
	c.part(strings.TrimSpace(c.rest[:at]), inner)
	return true
}

// splitAuthor parts the title from an author set apart by a slash or dots.
func (c *cell) splitAuthor() {
	if c.bracketAuthor() {
		return
	}
	if at := strings.LastIndex(c.rest, dash+dash); at > 0 {
		if names := strings.Trim(c.rest[at:], dash+" "); allKnown(names) {
			c.part(strings.TrimSpace(c.rest[:at]), names)
			return
		}
	}
	for _, sep := range []string{" / ", " | ", "/", "|"} {
		at := strings.LastIndex(c.rest, sep)
		if at <= 0 {
			continue
		}
		left, right := strings.TrimSpace(c.rest[:at]), strings.TrimSpace(c.rest[at+len(sep):])
		if fields := strings.Fields(left); len(fields) > 1 && contains(reporterWords, fields[len(fields)-1]) {
			left, right = strings.Join(fields[:len(fields)-1], " "), fields[len(fields)-1]+"/"+right
		}
		c.part(left, right)
		return
	}
	if names, title, ok := strings.Cut(c.rest, ":"); ok && title != "" && allKnown(names) {
		c.part(strings.TrimSpace(title), names)
		return
	}
	if strings.IndexFunc(c.rest, han) < 0 { // Title, First Author and Second Author
		for at, r := range c.rest {
			if r == ',' && len(nameTokens(c.rest[at+1:])) > 0 && latinNames(c.rest[at+1:]) {
				c.part(strings.TrimSpace(c.rest[:at]), strings.TrimSpace(c.rest[at+1:]))
				return
			}
		}
	}
	for _, dots := range leaderRuns {
		at := strings.Index(c.rest, dots)
		if at <= 0 {
			continue
		}
		right := strings.TrimLeft(c.rest[at:], leaders)
		if right != "" && (allNames(right) || isOrg(right) || titleCase(right) || dots != ellipsis) {
			c.part(strings.TrimSpace(c.rest[:at]), right)
		}
		return
	}
}

func (c *cell) part(title, author string) {
	if title == "" || author == "" {
		return
	}
	c.rest, c.author, c.split = strings.TrimRight(title, leaders), author, true
}

// titleAndAuthors parts the tokens of a row without a mark between title and
// authors. The body is asked first: the cut after which the title is likest to
// a line there wins. Without a witness, tokens at the end that look like names
// are names.
func (c *cell) titleAndAuthors(x *titleIndex) (string, []string, float64) {
	if c.split {
		return c.rest, authorsOf(c.author), x.best(c.rest)
	}
	const most = 8 // tokens of authors: four names of two parts
	n := len(c.tokens)
	bestCut, bestSim := n, x.best(c.rest)
	for cut := n - 1; cut > 0 && n-cut <= most; cut-- {
		if !authorToken(c.tokens[cut]) {
			break
		}
		sim := x.best(strings.Join(c.tokens[:cut], " "))
		// A word that only its ending makes a body needs a clearer witness
		// than a name: a weather station may be half a title.
		least := bestSim
		if !nameLike(c.tokens[cut]) && isOrg(c.tokens[cut]) {
			least += 0.1
		}
		if sim > least {
			bestCut, bestSim = cut, sim
		}
	}
	if bestSim == 0 {
		bestCut = c.guessCut()
	}
	return strings.Join(c.tokens[:bestCut], " "), authorsOf(strings.Join(c.tokens[bestCut:], " ")), bestSim
}

func (c *cell) guessCut() int {
	const org = 5 // runes: without a witness, what is called so and no longer may end a title
	cut := len(c.tokens)
	for cut > 1 {
		t := c.tokens[cut-1]
		if !(known(t) || nameLike(t) && strings.Contains(t, middleDot) || hasBylineHead(t) || contains(reporterWords, t) || cut == len(c.tokens) && isOrg(t) && runeCount(t) > org) {
			break
		}
		cut--
	}
	return cut
}

// authorToken reports whether the token can stand among authors.
func authorToken(t string) bool {
	return runeCount(t) == 1 && han(firstRune(t)) || nameLike(t) || isOrg(t) || hasBylineHead(t) || contains(reporterWords, t) ||
		unicode.IsUpper(firstRune(t)) || t == "by" || strings.ContainsAny(t, enumComma) && allNames(t) || strings.Contains(t, "/")
}

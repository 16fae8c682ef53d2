package reconstruct

import (
	"strings"
	"unicode"

	"kanyin/issues/issue"
)

// labelFurniture labels running heads and page numbers.
//
// How: a short line that is nothing but the periodical's title, its number or a
// column's name, in a frame or repeated; a short line that repeats, whatever
// figures change in it, and mostly stands inside sentences or at pages' edges;
// a line of figures alone, where the lines of figures count pages and not
// chapters. The first line that bears an article's title stays for the starts.
//
// Where it fails: a head that stands once and says something of its own; the
// head of an article between whole paragraphs.
func labelFurniture(d *draft) {
	cover, _ := d.frontRows()
	frontRow := map[int]bool{}
	for _, i := range cover {
		frontRow[i] = true
	}
	end := d.frontEnd()
	for i := d.toc.to; i < end; i++ {
		frontRow[i] = true
	}
	titled := d.titledPages(frontRow)
	groups := d.repeated(titled)
	own := d.ownTitles(frontRow)
	for i := range d.rows {
		r := &d.rows[i]
		if frontRow[i] || own[i] && !titled[i] || !d.headRow(i) {
			continue
		}
		g := groups[maskOf(r.fold)]
		switch {
		case decoratedNumber(r.fold):
			d.label(i, issue.PageNumber, "figures between a page number's strokes")
		case d.namesIssue(r.fold) && (r.runes > runeCount(d.meta.Title) || g.count > 1 || d.interrupts(i)):
			d.label(i, issue.RunningHead, "the periodical's title and number")
		case d.namesColumn(r.fold) && (framed(r.fold) || g.count > 1 || d.interrupts(i) || r.edge || strings.ContainsAny(r.fold, "0123456789")):
			d.label(i, issue.RunningHead, "the name of a column")
		case g.count >= headHabit && g.pages():
			d.label(i, issue.RunningHead, "stands "+itoa(g.count)+" times, with figures that count the pages")
		case g.count >= headHabit && 2*g.folios > g.count && !d.firstTitle(i, g):
			d.label(i, issue.RunningHead, "stands "+itoa(g.count)+" times, beside page numbers")
		case titled[i]:
			d.label(i, issue.RunningHead, "an article's title with a figure, as others that count the pages")
		case d.standsAgain(i):
			d.label(i, issue.RunningHead, "an article's title, which stands again right under it")
		case d.namesArticle(r.fold):
			d.label(i, issue.RunningHead, "an author and his title on one line")
		case g.count > 2 && holdsYear(r.fold) && !d.diaryDay(i, g):
			d.label(i, issue.RunningHead, "stands "+itoa(g.count)+" times with a year in it")
		case g.count > 1 && (2*g.inside >= g.count || framed(r.fold) && g.count > 2 && (3*g.inside >= g.count || g.folios > 0)) && !d.firstTitle(i, g) && !(g.count <= headHabit && d.overTitle(i)):
			d.label(i, issue.RunningHead, "stands "+itoa(g.count)+" times, "+itoa(g.inside)+" of them inside sentences or at pages' edges")
		}
	}
	d.pageNumbers()
	d.likeHeads(frontRow)
	d.headHabits()
}

// diaryDay reports whether the row is a day that others like it differ from: a
// diary's, where a running head has one day on every page.
func (d *draft) diaryDay(i int, g group) bool {
	const same = 3 // times that one day stands in a running head at least
	n := d.heads()[key(d.rows[i].fold)]
	return isDate(inFigures(d.rows[i].fold)) && n < same && 2*n <= g.count && !d.interrupts(i)
}

// likeHeads labels lines that look like this issue's running heads: in their
// frame, or alone beside a page number, where others stand.
func (d *draft) likeHeads(frontRow map[int]bool) {
	const learnt = 3 // heads, before their look is a habit
	frames, beside := map[rune]int{}, 0
	for i := range d.rows {
		r := &d.rows[i]
		if frontRow[i] || r.zone == front {
			continue
		}
		if framed(r.fold) && r.runes <= longestHead && r.kind == issue.RunningHead && !strings.HasPrefix(r.fold, bookOpener) {
			frames[firstRune(r.fold)]++
		}
		if r.kind == issue.RunningHead && d.besidePage(i) && d.namesColumn(r.fold) && !framed(r.fold) {
			beside++
		}
	}
	for i := range d.rows {
		r := &d.rows[i]
		if frontRow[i] || !d.headRow(i) || r.runes > longestHead {
			continue
		}
		switch {
		case framed(r.fold) && frames[firstRune(r.fold)] >= learnt:
			d.label(i, issue.RunningHead, "stands in the frame of this issue's running heads")
		case beside >= learnt && d.besidePage(i) && !d.pageHasHead(i) && r.runes <= shortColumn && numeral(r.fold) == 0 && !d.announced(i):
			d.label(i, issue.RunningHead, "stands beside a page number, as this issue's running heads do")
		}
	}
}

// besidePage reports whether the row's neighbour is a page number.
func (d *draft) besidePage(i int) bool {
	return i > 0 && d.rows[i-1].kind == issue.PageNumber || i+1 < len(d.rows) && d.rows[i+1].kind == issue.PageNumber
}

// pageHasHead reports whether the page number beside row i has a head on its other side.
func (d *draft) pageHasHead(i int) bool {
	at := func(j int) bool { return j >= 0 && j < len(d.rows) && d.rows[j].kind == issue.RunningHead }
	return i > 0 && d.rows[i-1].kind == issue.PageNumber && at(i-2) || i+1 < len(d.rows) && d.rows[i+1].kind == issue.PageNumber && at(i+2)
}

// announced reports whether an entry of the contents has the row's text for its title.
func (d *draft) announced(i int) bool {
	k := key(d.rows[i].fold)
	for _, e := range d.toc.entries {
		if strings.HasPrefix(key(e.title), k) {
			return true
		}
	}
	return false
}

// headRow reports whether the row could be furniture.
func (d *draft) headRow(i int) bool {
	r := &d.rows[i]
	if r.zone != body || r.runes > d.wide(longestFurniture) || r.from != 0 || r.onto != 0 {
		return false
	}
	if r.kind != "" && r.kind != issue.SourceNote && r.kind != issue.Note {
		return false
	}
	return !ended(r.fold) && !bookRow(r.fold) && (numeral(r.fold) == 0 || allDigits(r.fold))
}

// headHabit is how often a line stands before it is a habit of the issue.
const headHabit = 3

// A group is the short rows that are alike but for their figures.
type group struct {
	count, inside int
	folios        int // how many stand beside figures alone
	first         int // row
	rising        int // how many have a greater last number than the one before
	number        int // the last number in the last of them
}

// pages reports whether the rows' last numbers count pages: they rise, and
// leave numbers out, as the counting of a series does not.
func (g group) pages() bool { return 10*g.rising >= 9*(g.count-1) && g.number > g.count+1 }

// repeated counts the short rows that are alike but for their figures, without
// those that are heads already: the title itself is like its page's head.
func (d *draft) repeated(heads map[int]bool) map[string]group {
	groups := map[string]group{}
	for i := range d.rows {
		if !d.headRow(i) || allDigits(d.rows[i].fold) || heads[i] {
			continue
		}
		m := maskOf(d.rows[i].fold)
		g := groups[m]
		if g.count == 0 {
			g.first = i
		}
		g.count++
		if d.interrupts(i) || d.rows[i].edge || i+1 < len(d.rows) && d.rows[i+1].edge {
			g.inside++
		}
		if d.besideFolio(i) {
			g.folios++
		}
		if n := lastNumber(d.rows[i].fold); n > g.number && !isYear(n) {
			if g.count > 1 {
				g.rising++
			}
			g.number = n
		}
		groups[m] = g
	}
	return groups
}

// overTitle reports whether an announced title stands right under the row, so
// that it is as likely a kicker.
func (d *draft) overTitle(i int) bool {
	const least = 3 // runes: a shorter line may begin a title by chance
	return i+1 < len(d.rows) && d.rows[i+1].runes > least && d.rows[i+1].runes <= longestTitle && d.announced(i+1)
}

// besideFolio reports whether a row of figures alone stands before or behind row i.
func (d *draft) besideFolio(i int) bool {
	folio := func(j int) bool {
		return j >= 0 && j < len(d.rows) && (allDigits(d.rows[j].fold) || decoratedNumber(d.rows[j].fold))
	}
	return folio(i-1) || folio(i+1)
}

// lastNumber gives the last figures of the text, 0 for none.
func lastNumber(fold string) int {
	end := strings.LastIndexAny(fold, "0123456789") + 1
	from := end
	for from > 0 && digit(rune(fold[from-1])) {
		from--
	}
	n, _ := number(fold[from:end])
	return n
}

// namesArticle reports whether the text is an article's author, a colon and its
// title, as journals have it at the heads of their pages.
func (d *draft) namesArticle(fold string) bool {
	names, title, ok := strings.Cut(fold, ":")
	if !ok || !allNames(names) {
		return false
	}
	k := key(title)
	for _, e := range d.toc.entries {
		like := strings.HasPrefix(key(e.title), k) || likeness([]rune(key(e.title)), []rune(k)) >= leastAlike
		if like && len(e.authors) > 0 && alikeNames(key(strings.Join(e.authors, "")), key(names)) {
			return true
		}
	}
	return false
}

// maskOf makes rows alike that differ in figures alone.
func maskOf(fold string) string {
	counted := false // an ordinal's numeral may be written in ideographs
	return strings.Map(func(r rune) rune {
		counted = string(r) == ordinal || counted && strings.ContainsRune(numerals+hundred, r)
		switch {
		case digit(r), r == ' ', counted && string(r) != ordinal:
			return -1
		}
		return r
	}, strings.ToLower(fold))
}

// interrupts reports whether the row stands after a line of text that breaks off.
func (d *draft) interrupts(i int) bool {
	const (
		between = 3 // rows of furniture that may stand together: title, column, page
		folio   = 6 // runes: a page number with its strokes
	)
	for j := i - 1; j >= max(0, i-1-between); j-- {
		r := &d.rows[j]
		if r.zone == front || r.kind == issue.Editor || r.closes {
			return false
		}
		if r.zone == dropped || r.runes <= folio && decoratedNumber(r.fold) || allDigits(r.fold) {
			continue
		}
		return d.dangles(j)
	}
	return false
}

// dangles reports whether the row is running text that breaks off.
func (d *draft) dangles(i int) bool {
	const least = 16 // runes; a shorter line without an end may be a heading
	r := &d.rows[i]
	if r.kind != "" && r.kind != issue.Paragraph {
		return false
	}
	return !ended(r.fold) && (r.runes > 2*least || r.runes >= least && paused(r.fold) || open(r.fold) && r.runes > least)
}

// framed reports whether the text stands in one pair of brackets.
func framed(fold string) bool {
	return strings.ContainsRune(frameOpeners, firstRune(fold)) && strings.ContainsRune(frameClosers, lastRune(fold)) && fold[0] != '('
}

// holdsYear reports whether the text holds a year and is no sentence: titles and
// headings that repeat with other figures in them do not.
func holdsYear(fold string) bool {
	for at := 0; at+4 <= len(fold); at++ {
		if !digit(rune(fold[at])) || at > 0 && digit(rune(fold[at-1])) {
			continue
		}
		if y, _ := number(fold[at:]); isYear(y) {
			return true
		}
	}
	return false
}

// frame reports whether row i is a framed line that repeats: a running head,
// before columns are known by name.
func (d *draft) frame(i int) bool {
	r := &d.rows[i]
	return r.runes <= longestHead && framed(r.fold) && d.heads()[key(r.fold)] > 1
}

// heads counts the short rows by their keys.
func (d *draft) heads() map[string]int {
	if d.headCount == nil {
		d.headCount = map[string]int{}
		for i := range d.rows {
			if r := &d.rows[i]; r.runes <= longestHead && (i < d.toc.from || i >= d.toc.to) {
				k := key(r.fold)
				d.headCount[k]++
				if framed(r.fold) {
					d.headCount["["+k]++
				}
			}
		}
	}
	return d.headCount
}

// namesIssue reports whether nothing is left of the text but the periodical's
// title with its number, or the number with a page.
func (d *draft) namesIssue(fold string) bool {
	t := strings.ToLower(key(d.meta.Title))
	k := strings.ToLower(key(fold))
	if t == "" || !strings.Contains(k, t) {
		return d.isIssueLine(fold) && strings.Contains(fold, issueOf)
	}
	if strings.Contains(fold, "|") && k != t {
		return true // title and column, parted by a stroke
	}
	rest := strings.Replace(k, t, "", 1)
	for s := range d.toc.sections {
		if rest == strings.ToLower(s) {
			return true
		}
	}
	for _, w := range frameWords {
		rest = strings.ReplaceAll(rest, w, "")
	}
	return strings.TrimLeft(rest, "0123456789") == "" || d.toc.sections[strings.Trim(rest, "0123456789")]
}

func (d *draft) namesColumn(fold string) bool {
	return d.toc.sections[strings.Trim(key(fold), "0123456789")]
}

// firstTitle reports whether the row is the first of its like and bears an
// article's title.
func (d *draft) firstTitle(i int, g group) bool {
	if g.first != i {
		return false
	}
	return d.announced(i)
}

func allDigits(fold string) bool {
	return fold != "" && len(fold) <= pageDigits && strings.Trim(fold, "0123456789") == ""
}

// decoratedNumber recognises -12-, ·12·, 第12页, | 12, and figures between any
// two signs that are alike.
func decoratedNumber(fold string) bool {
	bare := strings.Trim(fold, strokes)
	if first := firstRune(fold); first == lastRune(fold) && sign(first) {
		bare = strings.Trim(fold, strokes+string(first))
	}
	if bare == fold && !strings.HasPrefix(fold, ordinal) {
		return false
	}
	if page, rest, ok := strings.Cut(bare, " "+allOf); ok && strings.HasPrefix(bare, ordinal) && allDigits(strings.TrimRight(rest, pageOf)) {
		bare = page // of so many
	}
	bare = strings.TrimRight(strings.TrimPrefix(bare, ordinal), pageOf)
	return allDigits(strings.TrimSpace(bare)) && !strings.HasPrefix(fold, "(") && !strings.HasSuffix(fold, ".")
}

// sign reports whether the character is neither letter nor figure nor bracket,
// nor one that a blank or an unreadable byte became.
func sign(c rune) bool {
	return unicode.IsGraphic(c) && !unicode.IsSpace(c) && !unicode.IsLetter(c) && !unicode.IsNumber(c) && !strings.ContainsRune(quotePairs+"\uFFFD", c)
}

// pageNumbers decides whether lines of figures alone count pages.
func (d *draft) pageNumbers() {
	var rows []int
	inside, rising := 0, 0
	prev, most := 0, 0
	for i := range d.rows {
		r := &d.rows[i]
		if r.zone != body || !allDigits(r.fold) || r.kind != "" {
			continue
		}
		n, _ := number(r.fold)
		if n >= prev {
			rising++
		}
		prev, most = n, max(most, n)
		if d.interrupts(i) || r.edge || i+1 < len(d.rows) && d.rows[i+1].edge || d.besideHead(i) {
			inside++
		}
		rows = append(rows, i)
	}
	n := len(rows)
	// Pages rise through the whole issue and leave numbers out; chapters begin
	// anew and leave none out, nor do they break sentences.
	if n == 0 || 4*inside < n && !(n > 3 && 5*rising > 4*n && most > n+2) {
		return
	}
	for _, i := range rows {
		d.label(i, issue.PageNumber, "figures alone, which count the pages")
	}
}

func (d *draft) besideHead(i int) bool {
	return i > 0 && d.rows[i-1].kind == issue.RunningHead || i+1 < len(d.rows) && d.rows[i+1].kind == issue.RunningHead
}

func (d *draft) headHabits() {
	shapes := map[string][]int{}
	var order []string
	for i := range d.rows {
		r := &d.rows[i]
		if r.kind != issue.RunningHead {
			continue
		}
		if shapes[r.fold] == nil {
			order = append(order, r.fold)
		}
		shapes[r.fold] = append(shapes[r.fold], r.lines[0])
	}
	for _, s := range order {
		d.habit("running-head", s, shapes[s])
	}
}

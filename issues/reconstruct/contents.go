package reconstruct

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
)

// contents is where the contents stand and what they say.
type contents struct {
	from, to    int // rows; equal where there are none
	entries     []entry
	sections    map[string]bool // keys of the columns
	paged       bool
	authorFirst bool // authors stand before titles
	tight       bool // pages stand right after the titles, without a blank
}

// readContents finds the contents and reads their entries.
//
// How: the contents begin at a line that says so, or where rows with page
// numbers crowd; they end before the first line that is no row: a paragraph, a
// masthead's row, a title that they have announced already. A row with a page
// number is an entry; a line without one is a column, a sub-column, or goes on
// with an entry; the body, where the titles stand again, decides between these
// and tells title from authors. Lines of one character each are a column set
// upright.
//
// Where it fails: rows whose titles stand nowhere else and whose authors look
// like no names; contents spread over the issue.
func readContents(d *draft) {
	d.toc.sections = map[string]bool{}
	d.names = map[string]bool{}
	from, to := d.findContents()
	d.toc.from, d.toc.to = from, to
	d.titles = d.indexTitles(from, to)
	if from == to {
		return
	}
	d.toc.authorFirst = d.authorsFirst(from, to)
	r := contentsReader{d: d, dense: d.denseRows(from, to), leading: d.leadingPages(from, to), tagged: d.taggedRows(from, to)}
	for i := from; i < to; {
		i = r.read(i)
	}
	r.flush()
	d.toc.entries = r.entries
	for _, e := range r.entries {
		d.toc.sections[key(e.section)] = true
		if e.subsection != "" {
			d.toc.sections[key(e.subsection)] = true
		}
		for _, a := range e.authors {
			d.names[key(a)] = true
		}
		d.toc.paged = d.toc.paged || e.page > 0
	}
	delete(d.toc.sections, "")
	for i := from; i < to; i++ {
		d.label(i, issue.Toc, "stands in the contents")
	}
	d.contentsHabit()
}

// findContents gives the rows of the contents.
func (d *draft) findContents() (int, int) {
	for i := range d.rows {
		r := &d.rows[i]
		if r.runes <= 20 && contains(contentsWords, strings.ToLower(key(r.fold))) {
			d.toc.tight = d.tightPages(i)
			if to := d.contentsEnd(i); to > i+2 {
				return i, to
			}
		}
	}
	return d.crowdedPages()
}

// tightPages reports whether most rows after the contents' heading end with
// figures right after their words.
func (d *draft) tightPages(from int) bool {
	const rows = 40
	tight, all := 0, 0
	for i := from + 1; i < len(d.rows) && i < from+rows; i++ {
		f := d.rows[i].fold
		if d.rows[i].runes < 4 || ended(f) {
			continue
		}
		all++
		bare := strings.TrimRight(f, "0123456789")
		if r := lastRune(bare); len(f)-len(bare) > 0 && len(f)-len(bare) <= 3 && (han(r) || strings.ContainsRune(closers, r)) {
			tight++
		}
	}
	return 2*tight > all && tight > 2
}

// parts gives a row's title and authors, and how like the body's title is.
func (t *contents) parts(c *cell, x *titleIndex) (string, []string, float64) {
	if c.split && t.authorFirst && (allNames(c.rest) || !allNames(c.author)) {
		return c.author, authorsOf(c.rest), x.best(c.author)
	}
	return c.titleAndAuthors(x)
}

// cell parses a row of the contents in this issue's habit.
func (d *draft) cell(fold string) cell { return parseCell(fold, d.toc.tight) }

// authorsFirst reports whether the body has for titles what stands second in
// most rows that a mark parts.
func (d *draft) authorsFirst(from, to int) bool {
	first, second := 0, 0
	for i := from; i < to; i++ {
		c := d.cell(d.rows[i].fold)
		if !c.split {
			continue
		}
		left, right := d.titles.best(c.rest), d.titles.best(c.author)
		switch {
		case left > right && !allNames(c.rest), left == right && !allNames(c.rest) && allNames(c.author):
			second++
		case right > left && !allNames(c.author), left == right && allNames(c.rest) && !allNames(c.author):
			first++
		}
	}
	return first > second
}

// crowdedPages finds contents without a heading: five rows with pages among eight.
func (d *draft) crowdedPages() (int, int) {
	const rows, span = 5, 8
	var seen []int
	for i := range d.rows {
		r := &d.rows[i]
		c := d.cell(r.fold)
		if c.page == 0 || r.runes > longestTitle || ended(r.fold) || c.rest == "" || paused(c.rest) && !d.english {
			continue
		}
		seen = append(seen, i)
		if n := len(seen); n >= rows && i-seen[n-rows] < span {
			first := seen[n-rows]
			if to := d.contentsEnd(first); to-first >= rows {
				return first, to
			}
		}
	}
	return 0, 0
}

// contentsEnd gives the row after the last of the contents that begin at from.
func (d *draft) contentsEnd(from int) int {
	titles := map[string]int{}
	rows := map[string]bool{}
	i := from + 1
	for ; i < len(d.rows); i++ {
		r := &d.rows[i]
		if r.runes > 80 || r.runes > 24 && ended(r.fold) && d.cell(r.fold).page == 0 {
			break
		}
		if r.kind == issue.Editor || r.kind == issue.Affiliation || r.kind == issue.Prompt {
			break
		}
		if d.mastheadRow(i) && d.cell(r.fold).page == 0 && !d.backToContents(i) {
			break
		}
		if rows[key(r.fold)] && framed(r.fold) {
			break // a column's name, as the first page's running head has it
		}
		rows[key(r.fold)] = true
		c := d.cell(r.fold)
		if n, again := titles[key(c.rest)]; again && c.page == 0 && n > 0 && runeCount(c.rest) > 2 {
			break // the first article begins
		}
		note(titles, c)
	}
	// Rows that were swallowed after the last entry belong to the body again.
	return d.trimContents(from, i)
}

// note remembers the title of a row, with and without what may be authors.
func note(titles map[string]int, c cell) {
	for cut := len(c.tokens); cut > 0 && cut > len(c.tokens)-4; cut-- {
		if k := key(strings.Join(c.tokens[:cut], " ")); runeCount(k) > 3 {
			titles[k]++
		}
		if cut > 0 && !authorToken(c.tokens[cut-1]) {
			break
		}
	}
}

// backToContents reports whether rows with pages go on after row i.
func (d *draft) backToContents(i int) bool {
	for j := i + 1; j < len(d.rows) && j < i+4; j++ {
		if c := d.cell(d.rows[j].fold); c.page > 0 && c.rest != "" && d.rows[j].runes < longestTitle && !ended(d.rows[j].fold) && !d.mastheadRow(j) {
			return true
		}
	}
	return false
}

// trimContents ends paged contents at their last row with a page.
func (d *draft) trimContents(from, to int) int {
	last, paged := from, 0
	for i := from; i < to; i++ {
		if c := d.cell(d.rows[i].fold); c.page > 0 && (c.rest != "" || d.rows[i].blank == 0) || allDigits(d.rows[i].fold) && i > from+1 {
			last, paged = i, paged+1
		}
	}
	if paged < 3 {
		return to
	}
	// The last entry's further lines stand in one visual block with it.
	if c := d.cell(d.rows[last].fold); (c.lead || c.page == 0) && !d.denseRows(from, last) || allDigits(d.rows[last].fold) {
		for n := 0; n < 3 && last+1 < to && d.rows[last+1].blank == 0 && !d.mastheadRow(last+1); n++ {
			last++
		}
	}
	return last + 1
}

// denseRows reports whether the rows stand without blank lines between them.
func (d *draft) denseRows(from, to int) bool {
	n := 0
	for i := from + 1; i < to; i++ {
		if d.rows[i].blank == 0 {
			n++
		}
	}
	return 2*n > to-from
}

func (d *draft) leadingPages(from, to int) bool {
	lead, trail := 0, 0
	for i := from; i < to; i++ {
		if c := d.cell(d.rows[i].fold); c.page > 0 && c.lead {
			lead++
		} else if c.page > 0 {
			trail++
		}
	}
	return lead > trail
}

func (d *draft) contentsHabit() {
	var lines []int
	shape := "no page numbers"
	for _, e := range d.toc.entries {
		lines = append(lines, d.rows[e.rows[0]].lines[0])
		c := d.cell(d.rows[e.rows[0]].fold)
		switch {
		case c.page > 0 && c.lead:
			shape = "page, title, author"
		case c.page > 0 && c.split:
			shape = "title, mark, author, page"
		case c.page > 0:
			shape = "title, author, page"
		}
	}
	if len(lines) > 0 {
		d.habit("contents-row", shape, lines)
	}
}

// A contentsReader reads rows into entries.
type contentsReader struct {
	d              *draft
	dense, leading bool
	entries        []entry

	section, subsection string
	resume              string // the column that an upright one interrupted
	subs                bool   // the column has sub-columns
	pending             []int  // rows before the one with their page
	pages, bare         int
	tagged              bool // rows begin with their column in brackets
}

// tagOf parts a row from the column in brackets that it begins with.
func tagOf(s string) (tag, rest string, ok bool) {
	inner, rest, ok := strings.Cut(s, "]")
	if !ok || !strings.HasPrefix(inner, "[") || runeCount(inner) > 10 || strings.TrimSpace(rest) == "" {
		return "", s, false
	}
	return strings.TrimSpace(inner[1:]), strings.TrimSpace(rest), true
}

// taggedRows reports whether most entries begin with their column in brackets.
func (d *draft) taggedRows(from, to int) bool {
	tagged := 0
	for i := from; i < to; i++ {
		if _, _, ok := tagOf(d.cell(d.rows[i].fold).rest); ok {
			tagged++
		}
	}
	return 3*tagged > to-from
}

// read reads the row i, and those that go with it, and gives the next.
func (r *contentsReader) read(i int) int {
	row := &r.d.rows[i]
	fold := row.fold
	if k := strings.ToLower(key(fold)); contains(contentsWords, k) || contains(contentsTags, k) || r.d.isIssueLine(fold) || r.d.isTitleLine(fold) {
		return i + 1
	}
	if n := r.d.upright(i); n > 1 {
		r.upright(i, n)
		return i + n
	}
	if n := r.stack(i); n > 0 {
		return i + n
	}
	if c := r.d.cell(fold); c.page > 0 && c.rest == "" && len(r.entries) > 0 {
		last := &r.entries[len(r.entries)-1]
		if last.page == 0 {
			last.page, last.rows = c.page, append(last.rows, i)
		}
		return i + 1
	} else if c.page > 0 {
		r.entry(i, c)
		return i + 1
	}
	r.bareRow(i)
	return i + 1
}

// stack reads an entry whose page, title and authors stand on lines of their
// own in one visual block, and says how many rows it took.
func (r *contentsReader) stack(i int) int {
	d := r.d
	page, rest := number(strings.TrimLeft(d.rows[i].fold, "Pp."))
	if page == 0 || rest != "" || i+1 >= d.toc.to || d.rows[i+1].blank > 0 && d.rows[i+1].blank >= d.rows[i].blank {
		return 0
	}
	var texts []string
	rows := []int{i}
	for j := i + 1; j < d.toc.to && len(rows) < 6 && !allDigits(d.rows[j].fold) && d.rows[j].blank == d.rows[i+1].blank; j++ {
		texts = append(texts, d.rows[j].fold)
		rows = append(rows, j)
	}
	if len(texts) == 0 {
		return 0
	}
	r.flush()
	c := cell{page: page, lead: true, rest: strings.Join(texts, " ")}
	c.splitAuthor()
	c.tokens = strings.Fields(c.rest)
	r.add(c, rows)
	return len(rows)
}

// upright counts the rows of one character each that begin at row i.
func (d *draft) upright(i int) int {
	n := 0
	for i+n < d.toc.to && d.rows[i+n].runes == 1 && han(firstRune(d.rows[i+n].fold)) && (n == 0 || d.rows[i+n].blank == 0 || n > 0 && d.rows[i+1].blank == d.rows[i+n].blank) {
		n++
	}
	return n
}

func (r *contentsReader) upright(i, n int) {
	r.flush()
	if r.resume == "" && r.subs {
		r.resume = r.section
	}
	var s strings.Builder
	for k := range n {
		s.WriteString(r.d.rows[i+k].fold)
	}
	r.section, r.subsection = s.String(), ""
}

// entry reads a row that has a page.
func (r *contentsReader) entry(i int, c cell) {
	rows := append(r.pending, i)
	if len(r.pending) > 0 {
		texts := make([]string, 0, len(rows))
		for _, p := range r.pending {
			texts = append(texts, r.d.rows[p].fold)
		}
		c.rest = strings.Join(append(texts, c.rest), " ")
		c.tokens = strings.Fields(c.rest)
	}
	r.pending = nil
	r.add(c, rows)
}

func (r *contentsReader) add(c cell, rows []int) {
	if r.tagged {
		if tag, rest, ok := tagOf(c.rest); ok {
			if tag != r.section {
				r.section, r.subsection = normal.Text(tag), ""
			}
			c.rest, c.tokens = rest, strings.Fields(rest)
		}
	}
	title, authors, _ := r.d.toc.parts(&c, r.d.titles)
	r.entries = append(r.entries, entry{
		page: c.page, section: r.section, subsection: r.subsection,
		title: normal.Text(title), authors: authors, rows: append([]int(nil), rows...),
	})
}

// bareRow reads a row without a page: a sub-column, a line of an entry, an
// entry of contents without pages, or a column.
func (r *contentsReader) bareRow(i int) {
	row := &r.d.rows[i]
	if strings.ContainsRune(subBullets, firstRune(row.fold)) && !r.likeTitle(i) {
		r.flush()
		if r.resume != "" {
			r.section, r.resume = r.resume, ""
		}
		r.subs = true
		r.subsection = strings.TrimLeft(row.fold, subBullets+" ")
		return
	}
	switch {
	case r.goesOn(i):
		last := &r.entries[len(r.entries)-1]
		r.extend(last, i)
	case r.announces(i):
		r.pending = append(r.pending, i)
	case r.likeTitle(i):
		r.flush()
		r.add(r.d.cell(row.fold), []int{i})
	default:
		r.flush()
		r.column(i)
	}
}

// column reads a row as the name of a column, or as an entry that the body lacks.
func (r *contentsReader) column(i int) {
	const longest = 12 // 观察与思考, 党的建设与组织工作; an entry without a page is longer
	row := &r.d.rows[i]
	name := strings.TrimRight(strings.TrimLeft(row.fold, frameOpeners+bullets+" "), frameClosers+": "+bullets)
	c := r.d.cell(row.fold)
	if runeCount(name) > longest || c.split || len(c.tokens) > 1 && known(c.tokens[len(c.tokens)-1]) && runeCount(name) > 6 {
		r.add(c, []int{i})
		return
	}
	r.section, r.subsection, r.resume, r.subs = normal.Text(name), "", "", false
}

// likeTitle reports whether the body has a title like this row, which has no page.
func (r *contentsReader) likeTitle(i int) bool {
	c := r.d.cell(r.d.rows[i].fold)
	_, _, sim := r.d.toc.parts(&c, r.d.titles)
	if sim == 0 {
		return false
	}
	if r.d.toc.paged || r.hasPages() {
		// Where rows have pages, a column's name may head a page too.
		return len(c.tokens) > 1 && sim > 0.9 && runeCount(c.rest) > 6 && r.d.rows[i].runes > 8
	}
	return !r.d.columnName(i, c)
}

// columnName reports whether a line of flat contents is a column: what is like
// it in the body repeats, or stands in a frame.
func (d *draft) columnName(i int, c cell) bool {
	k := key(d.rows[i].fold)
	n := d.heads()[k]
	if d.heads()["["+k] > 0 {
		return true
	}
	return n > 1 && len(c.tokens) == 1 && runeCount(k) <= 6
}

func (r *contentsReader) hasPages() bool {
	if r.pages == 0 && r.bare == 0 {
		for i := r.d.toc.from; i < r.d.toc.to; i++ {
			if c := r.d.cell(r.d.rows[i].fold); c.page > 0 {
				r.pages++
			} else {
				r.bare++
			}
		}
	}
	return r.pages >= 3
}

// goesOn reports whether the row goes on with the entry before it.
func (r *contentsReader) goesOn(i int) bool {
	row := &r.d.rows[i]
	n := len(r.entries)
	if n == 0 || len(r.pending) > 0 || r.hasPages() && !r.leading {
		return false
	}
	last := r.entries[n-1]
	if last.rows[len(last.rows)-1] != i-1 {
		return false
	}
	joined := r.joined(last, i)
	_, _, with := r.d.toc.parts(&joined, r.d.titles)
	without := r.d.titles.best(last.title)
	switch {
	case with > without:
		return true
	case strings.HasPrefix(row.fold, dash):
		return true
	case allNames(row.fold) && !r.d.columnName(i, r.d.cell(row.fold)) && len(last.authors) == 0 && row.blank == 0 && !r.dense:
		return true
	}
	return row.blank == 0 && !r.dense && r.d.rows[i-1].blank > 0 || row.blank == 0 && !r.dense && len(last.rows) > 1
}

// joined is the last entry's cell with row i added.
func (r *contentsReader) joined(e entry, i int) cell {
	c := r.d.cell(r.d.rows[e.rows[0]].fold)
	c.rest, c.author, c.split = c.rest+authorPart(c), "", false
	for _, k := range append(e.rows[1:len(e.rows):len(e.rows)], i) {
		c.rest += " " + r.d.rows[k].fold
	}
	c.splitAuthor()
	c.tokens = strings.Fields(c.rest)
	return c
}

func authorPart(c cell) string {
	if !c.split {
		return ""
	}
	return " / " + c.author
}

func (r *contentsReader) extend(e *entry, i int) {
	c := r.joined(*e, i)
	title, authors, _ := r.d.toc.parts(&c, r.d.titles)
	e.title, e.authors, e.rows = normal.Text(title), authors, append(e.rows, i)
}

// announces reports whether the row begins an entry whose page stands on a later row.
func (r *contentsReader) announces(i int) bool {
	d := r.d
	if r.leading || !r.hasPages() || i+1 >= d.toc.to {
		return false
	}
	c := d.cell(d.rows[i+1].fold)
	if c.page == 0 || c.rest == "" {
		return false
	}
	c.rest = d.rows[i].fold + " " + c.rest
	c.tokens = strings.Fields(c.rest)
	_, _, with := d.toc.parts(&c, d.titles)
	next := d.cell(d.rows[i+1].fold)
	_, _, without := d.toc.parts(&next, d.titles)
	return with > without
}

// flush keeps rows that wait for a page which never came.
func (r *contentsReader) flush() {
	for _, i := range r.pending {
		r.column(i)
	}
	r.pending = nil
}

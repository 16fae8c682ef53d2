package reconstruct

import (
	"strings"

	"kanyin/issues/normal"
)

// A contentsReader reads rows into entries.
type contentsReader struct {
	d              *draft
	dense, leading bool
	entries        []entry

	section, subsection string
	resume              string // the column that an upright one interrupted
	subs                bool   // the column has sub-columns
	bullet              rune   // that columns stand behind; 0 for none
	pending             []int  // rows before the one with their page
	pages, bare         int
	tagged              bool // rows begin with their column in brackets
	framed              bool // columns stand in frames
	stack               stacking
	signed              bool // names stand on the row under an entry's page
}

// tagOf parts a row from the column in brackets that it begins with.
func tagOf(s string) (tag, rest string, ok bool) {
	inner, rest, ok := strings.Cut(s, "]")
	if !ok || !strings.HasPrefix(inner, "[") || runeCount(inner) > longestColumn || strings.TrimSpace(rest) == "" {
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

// signedRows reports whether most entries that end with their page have their
// authors on the next row.
func (d *draft) signedRows(from, to int) bool {
	const least = 3 // rows: fewer are no habit
	signed, all := 0, 0
	for i := from; i < to; i++ {
		c := d.cell(d.rows[i].fold)
		if c.page == 0 {
			continue
		}
		all++
		if !c.lead && !c.split && d.namesUnder(i) {
			signed++
		}
	}
	return signed >= least && 2*signed > all
}

// namesUnder reports whether the row under row i of the contents is nothing but
// names, without a page.
func (d *draft) namesUnder(i int) bool {
	if i+1 >= len(d.rows) || d.cell(d.rows[i+1].fold).page > 0 {
		return false
	}
	under := d.rows[i+1].fold
	return allNames(under) || hasBylineHead(under)
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
	if r.stack != unstacked {
		if n := r.stacked(i); n > 0 {
			return i + n
		}
	} else if n := r.block(i); n > 0 {
		return i + n
	}
	if cells := r.d.sideBySide(i); cells != nil {
		r.flush()
		for k := range cells {
			r.add(cells[k], []int{i})
		}
		return i + 1
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

// block reads an entry whose page, title and authors stand on lines of their
// own in one visual block, and says how many rows it took.
func (r *contentsReader) block(i int) int {
	const most = 6 // rows: page, title and authors, each of two lines at most, and a subtitle
	d := r.d
	page, rest := number(strings.TrimLeft(d.rows[i].fold, "Pp."))
	if page == 0 || rest != "" || i+1 >= d.toc.to || d.rows[i+1].blank > 0 && d.rows[i+1].blank >= d.rows[i].blank {
		return 0
	}
	var texts []string
	rows := []int{i}
	for j := i + 1; j < d.toc.to && len(rows) < most && !allDigits(d.rows[j].fold) && d.rows[j].blank == d.rows[i+1].blank; j++ {
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
	if framed(title) {
		title = r.unframed(title)
	}
	r.entries = append(r.entries, entry{
		page: c.page, section: r.section, subsection: r.subsection,
		title: normal.Text(title), authors: authors, rows: append([]int(nil), rows...),
	})
}

// unframed drops the frame around a title that the body has without one.
func (r *contentsReader) unframed(title string) string {
	bare := strings.TrimSuffix(title, string(lastRune(title)))[len(string(firstRune(title))):]
	if strings.ContainsAny(bare, frameOpeners) {
		return title
	}
	for _, m := range r.d.titles.find(bare) {
		if c := r.d.titles.cands[m.cand]; m.sim == 1 && framed(r.d.rows[c.rows[0]].fold) {
			return title
		}
	}
	if r.d.titles.best(bare) > 0 {
		return bare
	}
	return title
}

// bareRow reads a row without a page: a sub-column, a line of an entry, an
// entry of contents without pages, or a column.
func (r *contentsReader) bareRow(i int) {
	row := &r.d.rows[i]
	if mark := firstRune(row.fold); strings.ContainsRune(subBullets, mark) && !r.likeTitle(i) {
		r.flush()
		if r.section == "" || mark == r.bullet { // nothing stands over it: it is no part of a column
			r.bullet = mark
			r.column(i)
			return
		}
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
	row := &r.d.rows[i]
	name := closedUp(strings.TrimRight(strings.TrimLeft(row.fold, frameOpeners+bullets+" "), frameClosers+": "+bullets))
	c := r.d.cell(row.fold)
	if runeCount(name) > r.d.wide(longestColumn) || c.split || len(c.tokens) > 1 && known(c.tokens[len(c.tokens)-1]) && runeCount(name) > shortColumn {
		r.add(c, []int{i})
		return
	}
	r.section, r.subsection, r.resume, r.subs = normal.Text(name), "", "", false
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

// likeTitle reports whether the body has a title like this row, which has no page.
func (r *contentsReader) likeTitle(i int) bool {
	const exact = 0.95 // a running head with a page is nearly as like
	c := r.d.cell(r.d.rows[i].fold)
	_, _, sim := r.d.toc.parts(&c, r.d.titles)
	if sim == 0 {
		return false
	}
	if r.d.toc.paged || r.hasPages() {
		// Where rows have pages, a column's name may head a page too.
		return len(c.tokens) > 1 && sim > exact && runeCount(c.rest) > shortColumn && r.d.rows[i].runes > leastSentence
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
	return n > 1 && len(c.tokens) == 1 && runeCount(k) <= shortColumn
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
	const enough = 3 // pages: one or two may be figures in titles
	return r.pages >= enough
}

// goesOn reports whether the row goes on with the entry before it.
func (r *contentsReader) goesOn(i int) bool {
	row := &r.d.rows[i]
	n := len(r.entries)
	if n == 0 || len(r.pending) > 0 {
		return false
	}
	last := r.entries[n-1]
	if last.rows[len(last.rows)-1] != i-1 {
		return false
	}
	if r.signed && len(last.authors) == 0 && (allNames(row.fold) || hasBylineHead(row.fold)) {
		return true
	}
	if r.hasPages() && !r.leading {
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
	if r.framed && !framed(d.rows[i].fold) && r.pageSoon(i) {
		return true // columns stand in frames here, so that this is none
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

// pageSoon reports whether one of the next rows ends an entry with its page,
// and no column stands before it.
func (r *contentsReader) pageSoon(i int) bool {
	const lines = 3 // of one title
	for j := i + 1; j < r.d.toc.to && j <= i+lines; j++ {
		row := &r.d.rows[j]
		if c := r.d.cell(row.fold); c.page > 0 && !c.lead {
			return c.rest != ""
		}
		if framed(row.fold) || strings.ContainsRune(subBullets, firstRune(row.fold)) {
			return false
		}
	}
	return false
}

// framedColumns reports whether rows of the contents without a page stand in frames.
func (d *draft) framedColumns(from, to int) bool {
	n := 0
	for i := from; i < to; i++ {
		if framed(d.rows[i].fold) && d.rows[i].runes <= longestHead {
			n++
		}
	}
	return n > 1
}

// flush keeps rows that wait for a page which never came.
func (r *contentsReader) flush() {
	for _, i := range r.pending {
		r.column(i)
	}
	r.pending = nil
}

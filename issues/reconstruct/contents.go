package reconstruct

import "kanyin/issues/issue"

// contents is where the contents stand and what they say.
type contents struct {
	from, to int // rows; equal where there are none
	entries  []entry
	sections map[string]bool // keys of the columns
	paged    bool
}

// An entry is an article that the contents announce.
type entry struct {
	page                int // 0 where it has none
	section, subsection string
	title               string // normalised
	authors             []string
	rows                []int
	starts              []int // indices of draft.starts
}

// readContents finds the contents and reads their entries.
//
// How: the contents begin at a line that says so, or where lines crowd that
// stand again elsewhere. From there to the first line that is no row of a list
// the rows are parted into fields (fieldsOf), the fields are read as pages,
// titles, names and columns (readRoles), and these are put together to entries
// by the issue's own period (readPeriod). The body is the witness: what stands
// there alone on its line is a title, what signs under it is its author. The
// contents end with the last entry that has what the others have.
//
// Where it fails: rows whose titles stand nowhere else and whose authors look
// like no names; contents spread over the issue.
func readContents(d *draft) {
	d.toc.sections = map[string]bool{}
	d.names = map[string]bool{}
	if !d.headedContents() && !d.crowdedContents() {
		d.toc.from, d.toc.to, d.toc.entries = 0, 0, nil
		d.headCount = nil
		d.titles = d.indexTitles(0, 0)
		return
	}
	for _, e := range d.toc.entries {
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
	for i := d.toc.from; i < d.toc.to; i++ {
		d.label(i, issue.Toc, "stands in the contents")
	}
}

// headedKnown and crowdedKnown are how many titles the body must know of contents that a
// line announces, and of those without: a few lines stand twice by chance.
const headedKnown, crowdedKnown = 1, 4

// headedContents reads the contents behind a line that says that they begin.
func (d *draft) headedContents() bool {
	for i := range d.rows {
		if d.rows[i].headsContents() && d.tryContents(i, headedKnown) {
			return true
		}
	}
	return false
}

// headsContents reports whether the row says that the contents begin.
func (r *row) headsContents() bool {
	return r.runes <= leastText && contains(contentsWords, key(r.fold))
}

// tryContents reads the contents that begin at row from, and reports whether
// they are any: whether the body knows so many of their titles.
func (d *draft) tryContents(from, least int) bool {
	to := d.listEnd(from)
	for to > from+2 {
		d.toc.from, d.toc.to = from, to
		d.headCount = nil
		d.titles = d.indexTitles(from, to)
		p := d.readPeriod(from, to)
		start, end := p.trim()
		if head := d.rows[from].headsContents(); !head && start > from {
			from = start
			continue
		}
		if end == to || end <= from+2 {
			d.toc.entries = p.entries
			if p.known() < least {
				return false
			}
			d.contentsHabit(p)
			return true
		}
		to = end // the rows behind belong to the body, which is asked again
	}
	return false
}

// listEnd gives the row before which a list that begins at row from ends at the
// latest: there a text begins, or a masthead, or what the list has announced.
func (d *draft) listEnd(from int) int {
	const longest = 90 // runes of a row: title, subtitle and three authors
	titles := map[string]bool{}
	heads := map[string]bool{}
	i := from + 1
	for ; i < len(d.rows); i++ {
		r := &d.rows[i]
		fields := d.rowFields(i)
		pages := pagesOf(fields)
		if r.runes > longest*max(1, pages) || r.runes > longestShort && ended(r.fold) && pages == 0 {
			break
		}
		if r.kind == issue.Editor || r.kind == issue.Affiliation || r.kind == issue.Prompt {
			break
		}
		if pages == 0 && d.mastheadRow(i) && !d.backToContents(i) {
			break
		}
		if pages == 0 && d.opensText(i) {
			break // an article begins, though the list has another title for it
		}
		k := key(r.fold)
		if heads[k] && framed(r.fold) {
			break // a column's name, as the first page's running head has it
		}
		heads[k] = true
		if titles[k] && pages == 0 && runeCount(k) > 2 && d.textSoonAfter(i) {
			break // the first article begins
		}
		noteTitles(titles, fields)
	}
	return i
}

// opensText reports whether row i stands apart over names and a text: a title
// with its byline.
func (d *draft) opensText(i int) bool {
	if i+2 >= len(d.rows) || d.rows[i].blank == 0 || d.rows[i].runes > longestTitle || ended(d.rows[i].fold) {
		return false
	}
	under, text := &d.rows[i+1], &d.rows[i+2]
	return (hasBylineHead(under.fold) || allKnown(under.fold)) && text.runes > sureText && ended(text.fold) && pagesOf(d.rowFields(i+1)) == 0
}

// rowFields parts row i alone.
func (d *draft) rowFields(i int) []field { return d.partFields(i, d.rows[i].fold, false, true) }

// pagesOf counts the fields that are pages.
func pagesOf(fields []field) int {
	n := 0
	for i := range fields {
		if fields[i].page > 0 {
			n++
		}
	}
	return n
}

// noteTitles remembers what in a row may be a title.
func noteTitles(titles map[string]bool, fields []field) {
	const most, least = 6, 4 // fields of a title; runes that tell a title from a word
	for a := range fields {
		for b := a + 1; b <= len(fields) && b <= a+most && fields[b-1].page == 0; b++ {
			if k := key(wordsBetween(fields, a, b)); runeCount(k) >= least {
				titles[k] = true
			}
		}
	}
}

// textSoonAfter reports whether running text stands within a few rows.
func (d *draft) textSoonAfter(i int) bool {
	const rows = 6 // subtitle, byline, office and a running head
	for j := i + 1; j < len(d.rows) && j <= i+rows; j++ {
		if d.rows[j].prose() {
			return true
		}
	}
	return false
}

// backToContents reports whether rows with pages go on after row i.
func (d *draft) backToContents(i int) bool {
	const reach = 3 // rows: a duty among entries is a title that looks like one
	for j := i + 1; j < len(d.rows) && j <= i+reach; j++ {
		if fields := d.rowFields(j); pagesOf(fields) > 0 && d.rows[j].runes < longestTitle && !ended(d.rows[j].fold) && !d.mastheadRow(j) {
			return true
		}
	}
	return false
}

// contentsHabit records in which order the fields of an entry stand.
func (d *draft) contentsHabit(p *period) {
	var lines []int
	for _, e := range p.entries {
		lines = append(lines, d.rows[e.rows[0]].lines[0])
	}
	if len(lines) > 0 {
		d.habit("contents-row", p.shape(), lines)
	}
}

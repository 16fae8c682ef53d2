package contents

import (
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/furniture"
	"kanyin/issues/reconstruct/torn/marks"
	"kanyin/issues/reconstruct/torn/wording"
	"kanyin/issues/say"
)

// ReadContents finds the contents and reads their entries.
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
func ReadContents(d *draft.Draft) {
	d.Toc.Sections = map[string]bool{}
	d.Names = map[string]bool{}
	if !headedContents(d) && !crowdedContents(d) {
		d.Toc.From, d.Toc.To, d.Toc.Entries = 0, 0, nil
		d.HeadCount = nil
		return
	}
	partSigned(d)
	for _, e := range d.Toc.Entries {
		d.Toc.Sections[normal.Key(e.Section)] = true
		if e.Subsection != "" {
			d.Toc.Sections[normal.Key(e.Subsection)] = true
		}
		for _, a := range e.Authors {
			d.Names[normal.Key(a)] = true
		}
		d.Toc.Paged = d.Toc.Paged || e.Page > 0
	}
	delete(d.Toc.Sections, "")
	for i := d.Toc.From; i < d.Toc.To; i++ {
		d.Label(i, issue.Toc, "stands in the contents")
	}
}

// partSigned parts a title from the author behind it where two rows of the body
// have them, a line each and a text under them: only there it shows where an
// entry in letters, without a mark between them, ends to be a title.
func partSigned(d *draft.Draft) {
	const words = 4 // of an author's name at most
	open := map[string]*draft.Entry{}
	for i := range d.Toc.Entries {
		if e := &d.Toc.Entries[i]; len(e.Authors) == 0 && strings.IndexFunc(e.Title, wording.Han) < 0 {
			open[normal.Key(e.Title)] = e
		}
	}
	for i := d.Toc.To; len(open) > 0 && i+2 < len(d.Rows); i++ {
		over, under := &d.Rows[i], &d.Rows[i+1]
		e := open[normal.Key(over.Fold+" "+under.Fold)]
		if e == nil || under.Blank == 0 || len(strings.Fields(under.Fold)) > words || wording.Ended(under.Fold) || !d.Rows[i+2].Prose() {
			continue
		}
		e.Authors = []string{normal.Text(under.Text)}
		title := strings.Fields(e.Title)
		e.Title = strings.Join(title[:max(0, len(title)-len(strings.Fields(under.Fold)))], " ")
	}
}

// headedKnown and crowdedKnown are how many titles the body must know of contents that a
// line announces, and of those without: a few lines stand twice by chance.
const headedKnown, crowdedKnown = 1, 4

// headedContents reads the contents behind a line that says that they begin.
func headedContents(d *draft.Draft) bool {
	for i := range d.Rows {
		if HeadsContents(&d.Rows[i]) && tryContents(d, i, headedKnown) {
			return true
		}
	}
	return false
}

// HeadsContents reports whether the row says that the contents begin.
func HeadsContents(r *draft.Row) bool {
	return r.Runes <= wording.LeastText && wording.Contains(wording.ContentsWords, normal.Key(r.Fold))
}

// tryContents reads the contents that begin at row from, and reports whether
// they are any: whether the body knows so many of their titles.
func tryContents(d *draft.Draft, from, least int) bool {
	to := listEnd(d, from)
	for to > from+2 {
		d.Toc.From, d.Toc.To = from, to
		d.HeadCount = nil
		d.Titles = marks.IndexTitles(d, from, to)
		p := readPeriod(d, from, to)
		start, end := p.trim()
		if head := HeadsContents(&d.Rows[from]); !head && start > from {
			from = start
			continue
		}
		if end == to || end <= from+2 {
			d.Toc.Entries = p.entries
			if p.known() < least {
				return false
			}
			contentsHabit(d, p)
			return true
		}
		to = end // the rows behind belong to the body, which is asked again
	}
	return false
}

// listEnd gives the row before which a list that begins at row from ends at the
// latest: there a text begins, or a masthead, or what the list has announced.
func listEnd(d *draft.Draft, from int) int {
	const longest = 90 // runes of a row: title, subtitle and three authors
	titles := map[string]bool{}
	heads := map[string]bool{}
	said := map[string]bool{} // by rows with a page, without it
	for i := from + 1; i < len(d.Rows); i++ {
		r := &d.Rows[i]
		fields := rowFields(d, i)
		pages := pagesOf(fields)
		k := normal.Key(r.Fold)
		switch {
		case r.Runes > longest*max(1, pages), pages == 0 && r.Runes > wording.LongestShort && wording.Ended(r.Fold),
			r.Kind == issue.Editor, r.Kind == issue.Affiliation, r.Kind == issue.Prompt:
			return i // no row of a list
		case pages > 0 && strings.HasSuffix(r.Fold, wording.FullStop) && !bare(fields):
			return i // a note, or a sentence that refers to one
		case pages == 0 && furniture.MastheadRow(d, i) && !backToContents(d, i):
			return i // the masthead
		case pages == 0 && opensText(d, i):
			return i // an article begins, though the list has another title for it
		case pages == 0 && i+1 < len(d.Rows) && said[normal.Key(r.Fold+d.Rows[i+1].Fold)] && textSoonAfter(d, i):
			return i // a title and its byline, as one row has announced them
		case heads[k] && wording.Framed(r.Fold):
			return i // a column's name, as the first page's running head has it
		case titles[k] && pages == 0 && wording.RuneCount(k) > 2 && textSoonAfter(d, i):
			return i // the first article begins
		}
		if pages > 0 {
			said[normal.Key(besidePages(fields))] = true
		}
		heads[k] = true
		NoteTitles(titles, fields)
	}
	return len(d.Rows)
}

// opensText reports whether row i stands apart over names and a text: a title
// with its byline.
func opensText(d *draft.Draft, i int) bool {
	r := &d.Rows[i]
	return r.Runes <= draft.LongestTitle && !wording.Ended(r.Fold) && d.OverByline(i) && pagesOf(rowFields(d, i+1)) == 0
}

// rowFields parts row i alone.
func rowFields(d *draft.Draft, i int) []field { return PartFields(d, i, d.Rows[i].Fold, false, true) }

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

// bare reports whether a page among the fields stands in no brackets. What does
// is, in a sentence, a note's number.
func bare(fields []field) bool {
	return slices.ContainsFunc(fields, func(f field) bool {
		before, after := wording.LastRune(f.text[:f.from]), wording.FirstRune(f.text[f.to:])
		return f.page > 0 && !(strings.ContainsRune(wording.BracketsOpen, before) && strings.ContainsRune(wording.BracketsShut, after))
	})
}

// besidePages gives the words of a row without its pages.
func besidePages(fields []field) string {
	var b strings.Builder
	for i := range fields {
		if fields[i].page == 0 {
			b.WriteString(fields[i].word())
		}
	}
	return b.String()
}

// NoteTitles remembers what in a row may be a title.
func NoteTitles(titles map[string]bool, fields []field) {
	const most, least = 6, 4 // fields of a title; runes that tell a title from a word
	for a := range fields {
		for b := a + 1; b <= len(fields) && b <= a+most && fields[b-1].page == 0; b++ {
			if k := normal.Key(wordsBetween(fields, a, b)); wording.RuneCount(k) >= least {
				titles[k] = true
			}
		}
	}
}

// textSoonAfter reports whether running text stands within a few rows.
func textSoonAfter(d *draft.Draft, i int) bool {
	const rows = 6 // subtitle, byline, office and a running head
	return slices.ContainsFunc(d.Rows[min(i+1, len(d.Rows)):min(i+1+rows, len(d.Rows))], func(r draft.Row) bool { return r.Prose() })
}

// backToContents reports whether rows with pages go on after row i.
func backToContents(d *draft.Draft, i int) bool {
	const reach = 3 // rows: a duty among entries is a title that looks like one
	for j := i + 1; j < len(d.Rows) && j <= i+reach; j++ {
		if fields := rowFields(d, j); pagesOf(fields) > 0 && d.Rows[j].Runes < draft.LongestTitle && !wording.Ended(d.Rows[j].Fold) && !furniture.MastheadRow(d, j) {
			return true
		}
	}
	return false
}

// contentsHabit records in which order the fields of an entry stand.
func contentsHabit(d *draft.Draft, p *period) {
	var lines []int
	for _, e := range p.entries {
		lines = append(lines, d.Rows[e.Rows[0]].Lines[0])
	}
	if len(lines) > 0 {
		var fields []say.Text
		for _, f := range strings.Split(p.shape, ", ") {
			fields = append(fields, say.Word(f))
		}
		d.Habit("contents-row", say.List(fields...), lines)
	}
}

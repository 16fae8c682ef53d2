package reconstruct

import (
	"strings"

	"kanyin/issues/issue"
)

// labelFront sends cover, contents and masthead out of the flow.
//
// How: what stands before the first article or the contents is cover, or a
// picture's words; what stands between the contents and the next article is
// masthead, but for running text, which belongs to an article that stands
// before its own title. Where it fails: a masthead in the middle of the issue.
func labelFront(d *draft) {
	first := len(d.rows)
	if len(d.starts) > 0 {
		first = d.starts[0].row
	}
	cover := d.toc.from
	if d.toc.from == d.toc.to {
		cover = d.textBefore(first)
	}
	for i := 0; i < min(cover, first) && i < len(d.rows); i++ {
		d.coverRow(i)
	}
	d.sweepMasthead()
	d.tables()
}

// textBefore gives the first row of running text between the masthead and the
// first title, or that title's row: text that stands before its own title.
func (d *draft) textBefore(first int) int {
	after := d.frontEnd()
	if after == 0 {
		return first
	}
	for i := after; i < first; i++ {
		if r := &d.rows[i]; r.zone == body && r.kind == "" && (r.sentence() || ended(r.fold) && i == after) {
			return i
		}
	}
	return first
}

func (d *draft) coverRow(i int) {
	const longest = 120 // runes: a cover tells of an article in two or three sentences
	r := &d.rows[i]
	switch {
	case r.zone != body:
	case r.kind == issue.Credit:
		r.zone = front
	case i+1 < len(d.rows) && d.rows[i+1].kind == issue.Credit && r.runes > leastCaption:
		d.label(i, issue.Caption, "a credit follows it")
		r.zone = front
	case r.runes > longestTitle && d.toc.from < d.toc.to && i > coverRows:
		// running text before the first title: an article claims it later
	case r.runes > longest:
	case (d.mastheadRow(i) || d.houseName(r.fold)) && !strings.Contains(strings.ToLower(r.fold), issnWord):
		d.label(i, issue.Masthead, "names a duty before the first article")
	case d.toc.from == d.toc.to && d.mastheadRow(i) && i > 0 && d.rows[i-1].kind == issue.Masthead:
		d.label(i, issue.Masthead, "goes on with the masthead")
	default:
		d.label(i, issue.Cover, "stands before the first article")
	}
}

// sweepMasthead labels what stands after the contents.
func (d *draft) sweepMasthead() {
	end := len(d.rows)
	for _, s := range d.starts {
		if s.row >= d.toc.to {
			end = s.row
			break
		}
	}
	after := d.frontEnd()
	if d.toc.from == d.toc.to {
		after = 0
	}
	for i := d.toc.to; i < end && i < len(d.rows); i++ {
		r := &d.rows[i]
		if r.zone == dropped || r.zone == front {
			continue
		}
		text := r.runes > d.wide(longestTitle) || r.sentence() && !d.mastheadRow(i)
		switch {
		case i < after && !text, d.inMasthead(i) && !text, r.kind == issue.Prompt && i < end:
			if i < after || d.toc.from < d.toc.to {
				d.label(i, issue.Masthead, "stands between the contents and the first article")
			}
		}
	}
	d.tailMasthead()
}

// tailMasthead finds a masthead at the issue's end: three duties in a row.
func (d *draft) tailMasthead() {
	const (
		rows  = 3
		reach = 60 // rows from the end: the longest masthead, with notices behind it
	)
	for i := len(d.rows) - 1; i >= max(0, len(d.rows)-reach); i-- {
		n := 0
		for k := i; k < len(d.rows) && (d.rows[k].zone == body && d.rows[k].kind == "" || d.rows[k].kind == issue.Masthead) && d.mastheadRow(k); k++ {
			n++
		}
		if n < rows {
			continue
		}
		for k := i; k < i+n; k++ {
			d.label(k, issue.Masthead, "one of "+itoa(n)+" duties in a row")
		}
	}
}

// coverRows is how many rows a cover has: title, number and date, and lines
// about what is inside.
const coverRows = 16

// mastheadReach is how many rows after the contents a masthead may reach: the
// longest seen has thirty duties, each with its name on a line of its own.
const mastheadReach = 80

// frontEnd gives the first row after cover, contents and masthead.
func (d *draft) frontEnd() int {
	const shortest = 3 // runes: a shorter line may begin a title by chance
	last := d.toc.to
	for i := d.toc.to; i < len(d.rows) && i < d.toc.to+mastheadReach; i++ {
		if k := d.rows[i].kind; k == issue.Title || k == issue.Editor || k == issue.Affiliation || d.rows[i].runes > longestTitle {
			break
		}
		if d.toc.to == 0 && (d.textLike(i) || d.titleOrByline(i)) {
			break
		}
		if r := &d.rows[i]; r.runes > shortest && d.announced(i) && !d.mastheadRow(i) {
			break // the first article, or a part of its title
		}
		if d.inMasthead(i) {
			last = i + 1
		}
	}
	if d.toc.to == 0 {
		for i := range min(coverRows, len(d.rows)) {
			if d.rows[i].kind == issue.Title || d.textLike(i) || d.titleOrByline(i) {
				break
			}
			if d.isIssueLine(d.rows[i].fold) || d.isTitleLine(d.rows[i].fold) || d.inMasthead(i) {
				last = i + 1
			}
		}
	}
	return last
}

// inMasthead reports whether the row belongs to a masthead: it names a duty, or
// stands in one block with the periodical's title, or follows a duty alone.
func (d *draft) inMasthead(i int) bool {
	const (
		block = 4  // rows of one block at most, its first with the title
		name  = 16 // runes: the title and its house, with nothing said of them
	)
	if d.mastheadRow(i) {
		return true
	}
	r := &d.rows[i]
	if i > 0 {
		if duty, rest := dutyOf(d.rows[i-1].fold); duty != "" && rest == "" && r.runes < longestSign && !ended(r.fold) {
			return true
		}
	}
	if d.dense {
		return false // nothing shows which rows are one block
	}
	for j := i; j >= 0 && j > i-block && d.rows[j].zone != dropped; j-- {
		if d.meta.Title != "" && d.rows[j].runes < name && strings.Contains(key(d.rows[j].fold), key(d.meta.Title)) {
			return true
		}
		if d.rows[j].blank > 0 {
			break
		}
	}
	return false
}

// titleOrByline reports whether the row says that it is a byline, or stands over
// one that does: no cover and no masthead has these.
func (d *draft) titleOrByline(i int) bool {
	return hasBylineHead(d.rows[i].fold) || i+1 < len(d.rows) && hasBylineHead(d.rows[i+1].fold)
}

package furniture

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
)

// LabelFront sends cover, contents and masthead out of the flow.
//
// How: what stands before the first article or the contents is cover, or a
// picture's words; what stands between the contents and the next article is
// masthead, but for running text, which belongs to an article that stands
// before its own title. Where it fails: a masthead in the middle of the issue.
func LabelFront(d *draft.Draft) {
	first := len(d.Rows)
	if len(d.Starts) > 0 {
		first = d.Starts[0].Row
	}
	cover := d.Toc.From
	if d.Toc.From == d.Toc.To {
		cover = textBefore(d, first)
	}
	for i := 0; i < min(cover, first) && i < len(d.Rows); i++ {
		coverRow(d, i)
	}
	sweepMasthead(d)
	tables(d)
}

// textBefore gives the first row of running text between the masthead and the
// first title, or that title's row: text that stands before its own title.
func textBefore(d *draft.Draft, first int) int {
	after := FrontEnd(d)
	if after == 0 {
		return first
	}
	for i := after; i < first; i++ {
		if r := &d.Rows[i]; r.Zone == draft.Body && r.Kind == "" && (r.Sentence() || wording.Ended(r.Fold) && i == after) {
			return i
		}
	}
	return first
}

func coverRow(d *draft.Draft, i int) {
	const longest = 120 // runes: a cover tells of an article in two or three sentences
	r := &d.Rows[i]
	switch {
	case r.Zone != draft.Body:
	case r.Kind == issue.Credit:
		r.Zone = draft.Front
	case i+1 < len(d.Rows) && d.Rows[i+1].Kind == issue.Credit && r.Runes > wording.LeastCaption:
		d.Label(i, issue.Caption, "a credit follows it")
		r.Zone = draft.Front
	case r.Runes > draft.LongestTitle && d.Toc.From < d.Toc.To && i > CoverRows:
		// running text before the first title: an article claims it later
	case r.Runes > longest:
	case (MastheadRow(d, i) || houseName(d, r.Fold)) && !strings.Contains(strings.ToLower(r.Fold), wording.IssnWord):
		d.Label(i, issue.Masthead, "names a duty before the first article")
	case d.Toc.From == d.Toc.To && MastheadRow(d, i) && i > 0 && d.Rows[i-1].Kind == issue.Masthead:
		d.Label(i, issue.Masthead, "goes on with the masthead")
	default:
		d.Label(i, issue.Cover, "stands before the first article")
	}
}

// sweepMasthead labels what stands after the contents.
func sweepMasthead(d *draft.Draft) {
	end := len(d.Rows)
	for _, s := range d.Starts {
		if s.Row >= d.Toc.To {
			end = s.Row
			break
		}
	}
	after := FrontEnd(d)
	for i := d.Toc.To; i < end && d.Toc.From < d.Toc.To; i++ {
		r := &d.Rows[i]
		text := r.Runes > d.Wide(draft.LongestTitle) || r.Sentence() && !MastheadRow(d, i)
		if r.Zone == draft.Body && (!text && (i < after || InMasthead(d, i)) || r.Kind == issue.Prompt) {
			d.Label(i, issue.Masthead, "stands between the contents and the first article")
		}
	}
	tailMasthead(d)
}

// tailMasthead finds a masthead at the issue's end: three duties in a row.
func tailMasthead(d *draft.Draft) {
	const (
		rows  = 3
		reach = 60 // rows from the end: the longest masthead, with notices behind it
	)
	for i := len(d.Rows) - 1; i >= max(0, len(d.Rows)-reach); i-- {
		n := 0
		for k := i; k < len(d.Rows) && (d.Rows[k].Zone == draft.Body && d.Rows[k].Kind == "" || d.Rows[k].Kind == issue.Masthead) && MastheadRow(d, k); k++ {
			n++
		}
		if n < rows {
			continue
		}
		for k := i; k < i+n; k++ {
			d.Label(k, issue.Masthead, "one of %d duties in a row", n)
		}
	}
}

// CoverRows is how many rows a cover has: title, number and date, and lines
// about what is inside.
const CoverRows = 16

// MastheadReach is how many rows after the contents a masthead may reach: the
// longest seen has thirty duties, each with its name on a line of its own.
const MastheadReach = 80

// FrontEnd gives the first row after cover, contents and masthead.
func FrontEnd(d *draft.Draft) int {
	const shortest = 3 // runes: a shorter line may begin a title by chance
	last := d.Toc.To
	for i := d.Toc.To; i < len(d.Rows) && i < d.Toc.To+MastheadReach; i++ {
		r := &d.Rows[i]
		if r.Kind == issue.Title || r.Kind == issue.Editor || r.Kind == issue.Affiliation || r.Runes > draft.LongestTitle ||
			d.Toc.To == 0 && (TextLike(d, i) || TitleOrByline(d, i)) || r.Runes > shortest && Announced(d, i) && !MastheadRow(d, i) {
			break // the first article, or a part of its title
		}
		if InMasthead(d, i) {
			last = i + 1
		}
	}
	if d.Toc.To == 0 {
		last = max(last, CoverEnd(d))
	}
	return last
}

// CoverEnd gives the row behind the last that says on the cover which issue it is.
func CoverEnd(d *draft.Draft) (end int) {
	for i := range min(CoverRows, len(d.Rows)) {
		if d.Rows[i].Kind == issue.Title || TextLike(d, i) || TitleOrByline(d, i) {
			break
		}
		if IsIssueLine(d, d.Rows[i].Fold) || IsTitleLine(d, d.Rows[i].Fold) || InMasthead(d, i) {
			end = i + 1
		}
	}
	return end
}

// InMasthead reports whether the row belongs to a masthead: it names a duty, or
// stands in one block with the periodical's title, or follows a duty alone.
func InMasthead(d *draft.Draft, i int) bool {
	const (
		block = 4  // rows of one block at most, its first with the title
		name  = 16 // runes: the title and its house, with nothing said of them
	)
	if MastheadRow(d, i) {
		return true
	}
	r := &d.Rows[i]
	if i > 0 && waits(d, i-1) && r.Runes < wording.LongestSign && !wording.Ended(r.Fold) {
		return true
	}
	if d.Dense {
		return false // nothing shows which rows are one block
	}
	for j := i; j >= 0 && j > i-block && d.Rows[j].Zone != draft.Dropped; j-- {
		if d.Meta.Title != "" && d.Rows[j].Runes < name && strings.Contains(normal.Key(d.Rows[j].Fold), normal.Key(d.Meta.Title)) {
			return true
		}
		if d.Rows[j].Blank > 0 {
			break
		}
	}
	return false
}

// TitleOrByline reports whether the row says that it is a byline, or stands over
// one that does: no cover and no masthead has these.
func TitleOrByline(d *draft.Draft, i int) bool {
	return wording.HasBylineHead(d.Rows[i].Fold) || i+1 < len(d.Rows) && wording.HasBylineHead(d.Rows[i+1].Fold)
}

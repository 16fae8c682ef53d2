package furniture

import (
	"strings"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
)

// Frame reports whether row i is a framed line that repeats: a running head,
// before columns are known by name.
func Frame(d *draft.Draft, i int) bool {
	r := &d.Rows[i]
	return r.Runes <= wording.LongestHead && wording.Framed(r.Fold) && Heads(d)[normal.Key(r.Fold)] > 1
}

// Heads counts the short rows by their keys.
func Heads(d *draft.Draft) map[string]int {
	if d.HeadCount == nil {
		d.HeadCount = map[string]int{}
		for i := range d.Rows {
			if r := &d.Rows[i]; r.Runes <= wording.LongestHead && (i < d.Toc.From || i >= d.Toc.To) {
				k := normal.Key(r.Fold)
				d.HeadCount[k]++
				if wording.Framed(r.Fold) {
					d.HeadCount["["+k]++
				}
			}
		}
	}
	return d.HeadCount
}

// NamesIssue reports whether nothing is left of the text but the periodical's
// title with its number, or the number with a page.
func NamesIssue(d *draft.Draft, fold string) bool {
	t := strings.ToLower(normal.Key(d.Meta.Title))
	k := strings.ToLower(normal.Key(fold))
	if t == "" || !strings.Contains(k, t) {
		return IsIssueLine(d, fold) && strings.Contains(fold, wording.IssueOf)
	}
	if strings.Contains(fold, "|") && k != t {
		return true // title and column, parted by a stroke
	}
	rest := strings.Replace(k, t, "", 1)
	for s := range d.Toc.Sections {
		if rest == strings.ToLower(s) {
			return true
		}
	}
	for _, w := range wording.FrameWords {
		rest = strings.ReplaceAll(rest, w, "")
	}
	return strings.TrimLeft(rest, "0123456789") == "" || d.Toc.Sections[strings.Trim(rest, "0123456789")]
}

// NamesColumn reports whether the text is the name of a column of this issue, with a page number beside it or without.
func NamesColumn(d *draft.Draft, fold string) bool {
	return d.Toc.Sections[strings.Trim(normal.Key(fold), "0123456789")]
}

// firstTitle reports whether the row is the first of its like and bears an
// article's title.
func firstTitle(d *draft.Draft, i int, g group) bool {
	return g.first == i && Announced(d, i)
}

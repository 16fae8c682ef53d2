package furniture

import (
	"slices"
	"sort"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
)

// standsAgain reports whether the next rows hold the row's text a second time:
// the head of its page, and then the title. On one row it is an announced
// title, for a refrain stands twice too; in parts it needs no witness.
func standsAgain(d *draft.Draft, i int) bool {
	const (
		reach = 2 // rows: a folio may stand between
		parts = 3 // rows of one title at most
	)
	want := normal.Key(d.Rows[i].Fold)
	for j := i + 1; j < len(d.Rows) && j <= i+reach; j++ {
		got := ""
		for k := j; k < len(d.Rows) && k < j+parts && d.Rows[k].Runes <= draft.LongestTitle; k++ {
			if got += normal.Key(d.Rows[k].Fold); got == want {
				return k > j || Announced(d, i)
			}
		}
	}
	return false
}

// titledPages gives the rows that are running heads of an article's title and a
// page.
//
// How: the title is announced, or stands elsewhere alone; no two heads need be
// alike, but their figures rise through the issue and leave numbers out. Where
// it fails: fewer than headHabit such heads.
func titledPages(d *draft.Draft, frontRow map[int]bool) map[int]bool {
	titles := map[string]bool{}
	for _, e := range d.Toc.Entries {
		titles[normal.Key(e.Title)] = true
	}
	var sure, others []titledPage
	rising, last, most := 0, 0, 0
	for i := range d.Rows {
		if frontRow[i] || i >= d.Toc.From && i < d.Toc.To || !headRow(d, i) {
			continue
		}
		text, n := besideFigure(d.Rows[i].Fold)
		h := titledPage{i, n, normal.Key(text)}
		if h.title == "" || n == 0 || wording.IsYear(n) {
			continue
		}
		if !titles[h.title] && Heads(d)[h.title] == 0 {
			others = append(others, h)
			continue
		}
		if n > last {
			rising++
		}
		last, most = n, max(most, n)
		sure = append(sure, h)
	}
	if len(sure) < headHabit || 5*rising < 4*len(sure) || most <= len(sure)+1 {
		return nil
	}
	titled := map[int]bool{}
	for _, h := range sure {
		titled[h.row] = true
	}
	for _, h := range others {
		if h.between(sure) && slices.ContainsFunc(d.Toc.Entries, func(e draft.Entry) bool { return nearly(e, h.title) }) {
			titled[h.row] = true // a slip in the contents, or in the head
		}
	}
	return titled
}

// A titledPage is a row with a title and a page.
type titledPage struct {
	row, page int
	title     string // its key
}

// between reports whether the page is between those of the heads that stand
// before and behind it.
func (h titledPage) between(heads []titledPage) bool {
	n := sort.Search(len(heads), func(k int) bool { return heads[k].row > h.row })
	return (n == 0 || heads[n-1].page <= h.page) && (n == len(heads) || h.page <= heads[n].page)
}

// nearly reports whether an entry's title is the one with the key but for a slip.
func nearly(e draft.Entry, k string) bool {
	return draft.Likeness([]rune(normal.Key(e.Title)), []rune(k)) >= draft.LeastAlike
}

// besideFigure parts a text from the figure that it begins or ends with.
func besideFigure(fold string) (text string, n int) {
	const figures = "0123456789"
	if bare := strings.TrimRight(strings.TrimRight(fold, wording.Strokes), figures); lastNumber(fold[len(bare):]) > 0 {
		return strings.TrimRight(bare, wording.Strokes), lastNumber(fold[len(bare):])
	}
	bare := strings.TrimLeft(strings.TrimLeft(fold, wording.Strokes), figures)
	return strings.TrimLeft(bare, wording.Strokes), lastNumber(fold[:len(fold)-len(bare)])
}

// LabelTitleHeads labels the rows that hold on one row the title of an article
// that has begun above on several: heads of its later pages.
//
// Where it fails: a text that names its own title on a line of its own.
func LabelTitleHeads(d *draft.Draft) {
	begun := map[string]bool{}
	next := 0
	for i := range d.Rows {
		if next < len(d.Starts) && d.Starts[next].Row == i {
			if s := &d.Starts[next]; len(s.Rows) > 1 {
				title := ""
				for _, k := range s.Rows {
					title += normal.Key(d.Rows[k].Fold)
				}
				begun[title] = true
			}
			next++
		}
		if headRow(d, i) && begun[normal.Key(d.Rows[i].Fold)] {
			d.Label(i, issue.RunningHead, "the title on one row of an article that began above with its title on several")
		}
	}
}

package reconstruct

import (
	"sort"
	"strings"

	"kanyin/issues/issue"
)

// standsAgain reports whether the next rows hold the row's text a second time:
// the head of its page, and then the title. On one row it is an announced
// title, for a refrain stands twice too; in parts it needs no witness.
func (d *draft) standsAgain(i int) bool {
	const (
		reach = 2 // rows: a folio may stand between
		parts = 3 // rows of one title at most
	)
	want := key(d.rows[i].fold)
	for j := i + 1; j < len(d.rows) && j <= i+reach; j++ {
		got := ""
		for k := j; k < len(d.rows) && k < j+parts && d.rows[k].runes <= longestTitle; k++ {
			if got += key(d.rows[k].fold); got == want {
				return k > j || d.announced(i)
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
func (d *draft) titledPages(frontRow map[int]bool) map[int]bool {
	titles := map[string]bool{}
	for _, e := range d.toc.entries {
		titles[key(e.title)] = true
	}
	var sure, others []titledPage
	rising, last, most := 0, 0, 0
	for i := range d.rows {
		if frontRow[i] || i >= d.toc.from && i < d.toc.to || !d.headRow(i) {
			continue
		}
		text, n := besideFigure(d.rows[i].fold)
		h := titledPage{i, n, key(text)}
		if h.title == "" || n == 0 || isYear(n) {
			continue
		}
		if !titles[h.title] && d.heads()[h.title] == 0 {
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
		if h.between(sure) && d.likeEntry(h.title) {
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

// likeEntry reports whether an entry's title is nearly the one with the key.
func (d *draft) likeEntry(k string) bool {
	for _, e := range d.toc.entries {
		if likeness([]rune(key(e.title)), []rune(k)) >= leastAlike {
			return true
		}
	}
	return false
}

// besideFigure parts a text from the figure that it begins or ends with.
func besideFigure(fold string) (text string, n int) {
	const figures = "0123456789"
	if bare := strings.TrimRight(strings.TrimRight(fold, strokes), figures); lastNumber(fold[len(bare):]) > 0 {
		return strings.TrimRight(bare, strokes), lastNumber(fold[len(bare):])
	}
	bare := strings.TrimLeft(strings.TrimLeft(fold, strokes), figures)
	return strings.TrimLeft(bare, strokes), lastNumber(fold[:len(fold)-len(bare)])
}

// labelTitleHeads labels the rows that hold on one row the title of an article
// that has begun above on several: heads of its later pages.
//
// Where it fails: a text that names its own title on a line of its own.
func labelTitleHeads(d *draft) {
	begun := map[string]bool{}
	next := 0
	for i := range d.rows {
		if next < len(d.starts) && d.starts[next].row == i {
			if s := &d.starts[next]; len(s.rows) > 1 {
				title := ""
				for _, k := range s.rows {
					title += key(d.rows[k].fold)
				}
				begun[title] = true
			}
			next++
		}
		if d.headRow(i) && begun[key(d.rows[i].fold)] {
			d.label(i, issue.RunningHead, "the title on one row of an article that began above with its title on several")
		}
	}
}

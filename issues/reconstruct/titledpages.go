package reconstruct

import "strings"

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
	var rows []int
	rising, last, most := 0, 0, 0
	for i := range d.rows {
		if frontRow[i] || i >= d.toc.from && i < d.toc.to || !d.headRow(i) {
			continue
		}
		text, n := besideFigure(d.rows[i].fold)
		if k := key(text); k == "" || n == 0 || isYear(n) || !titles[k] && d.heads()[k] == 0 {
			continue
		}
		if n > last {
			rising++
		}
		last, most = n, max(most, n)
		rows = append(rows, i)
	}
	if len(rows) < headHabit || 5*rising < 4*len(rows) || most <= len(rows)+1 {
		return nil
	}
	titled := map[int]bool{}
	for _, i := range rows {
		titled[i] = true
	}
	return titled
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

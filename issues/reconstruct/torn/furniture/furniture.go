package furniture

import (
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/masthead"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
)

// LabelFurniture labels running heads and page numbers.
//
// How: a short line that is nothing but the periodical's title, its number or a
// column's name, in a frame or repeated; a short line that repeats, whatever
// figures change in it, and mostly stands inside sentences or at pages' edges;
// a line of figures alone, where the lines of figures count pages and not
// chapters. The first line that bears an article's title stays for the starts.
//
// Where it fails: a head that stands once and says something of its own; the
// head of an article between whole paragraphs.
func LabelFurniture(d *draft.Draft) {
	cover, _ := frontRows(d)
	frontRow := map[int]bool{}
	for _, i := range cover {
		frontRow[i] = true
	}
	end := FrontEnd(d)
	for i := d.Toc.To; i < end; i++ {
		frontRow[i] = true
	}
	titled := titledPages(d, frontRow)
	groups := repeated(d, titled)
	own := ownTitles(d, frontRow)
	inTable := wideTables(d)
	for i := range d.Rows {
		r := &d.Rows[i]
		if frontRow[i] || own[i] && !titled[i] || !headRow(d, i) {
			continue
		}
		g := groups[wording.MaskOf(r.Fold)]
		if inTable[i] {
			g = group{} // alike but for their figures, as a table's rows are
		}
		switch {
		case wording.DecoratedNumber(r.Fold):
			d.Label(i, issue.PageNumber, "figures between a page number's strokes")
		case NamesIssue(d, r.Fold) && (r.Runes > wording.RuneCount(d.Meta.Title) || g.count > 1 || Interrupts(d, i)):
			d.Label(i, issue.RunningHead, "the periodical's title and number")
		case NamesColumn(d, r.Fold) && (wording.Framed(r.Fold) || g.count > 1 || Interrupts(d, i) || r.Edge || strings.ContainsAny(r.Fold, "0123456789")):
			d.Label(i, issue.RunningHead, "the name of a column")
		case g.count >= headHabit && g.pages():
			d.Label(i, issue.RunningHead, "stands %d times, with figures that count the pages", g.count)
		case g.count >= headHabit && 2*g.folios > g.count && !firstTitle(d, i, g):
			d.Label(i, issue.RunningHead, "stands %d times, beside page numbers", g.count)
		case titled[i]:
			d.Label(i, issue.RunningHead, "an article's title with a figure, as others that count the pages")
		case standsAgain(d, i):
			d.Label(i, issue.RunningHead, "an article's title, which stands again right under it")
		case namesArticle(d, r.Fold):
			d.Label(i, issue.RunningHead, "an author and his title on one line")
		case g.count > 2 && HoldsYear(r.Fold) && !diaryDay(d, i, g):
			d.Label(i, issue.RunningHead, "stands %d times with a year in it", g.count)
		case g.count > 1 && (2*g.inside >= g.count || wording.Framed(r.Fold) && g.count > 2 && (3*g.inside >= g.count || g.folios > 0)) && !firstTitle(d, i, g) && !(g.count <= headHabit && overTitle(d, i)):
			d.Label(i, issue.RunningHead, "stands %d times, %d of them inside sentences or at pages' edges", g.count, g.inside)
		}
	}
	pageNumbers(d)
	likeHeads(d, frontRow)
	d.HabitsOf(1, func(r *draft.Row) (habit, shape string) {
		if r.Kind == issue.RunningHead {
			return "running-head", r.Fold
		}
		return "", ""
	})
}

// diaryDay reports whether the row is a day that others like it differ from: a
// diary's, where a running head has one day on every page.
func diaryDay(d *draft.Draft, i int, g group) bool {
	const same = 3 // times that one day stands in a running head at least
	n := Heads(d)[normal.Key(d.Rows[i].Fold)]
	return wording.IsDate(masthead.InFigures(d.Rows[i].Fold)) && n < same && 2*n <= g.count && !Interrupts(d, i)
}

// likeHeads labels lines that look like this issue's running heads: in their
// frame, or alone beside a page number, where others stand.
func likeHeads(d *draft.Draft, frontRow map[int]bool) {
	const learnt = 3 // heads, before their look is a habit
	frames, besidePages := map[rune]int{}, 0
	for i := range d.Rows {
		r := &d.Rows[i]
		if frontRow[i] || r.Zone == draft.Front {
			continue
		}
		if wording.Framed(r.Fold) && r.Runes <= wording.LongestHead && r.Kind == issue.RunningHead && !strings.HasPrefix(r.Fold, wording.BookOpener) {
			frames[wording.FirstRune(r.Fold)]++
		}
		if isHead(r) && beside(d, i, isPage) && NamesColumn(d, r.Fold) && !wording.Framed(r.Fold) {
			besidePages++
		}
	}
	for i := range d.Rows {
		r := &d.Rows[i]
		if frontRow[i] || !headRow(d, i) || r.Runes > wording.LongestHead {
			continue
		}
		switch {
		case wording.Framed(r.Fold) && frames[wording.FirstRune(r.Fold)] >= learnt:
			d.Label(i, issue.RunningHead, "stands in the frame of this issue's running heads")
		case besidePages >= learnt && beside(d, i, isPage) && !pageHasHead(d, i) && r.Runes <= wording.ShortColumn && wording.Numeral(r.Fold) == 0 && !Announced(d, i):
			d.Label(i, issue.RunningHead, "stands beside a page number, as this issue's running heads do")
		}
	}
}

// beside reports whether the row before row i or the row behind it is such a one.
func beside(d *draft.Draft, i int, such func(*draft.Row) bool) bool {
	return i > 0 && such(&d.Rows[i-1]) || i+1 < len(d.Rows) && such(&d.Rows[i+1])
}

func isHead(r *draft.Row) bool  { return r.Kind == issue.RunningHead }
func isPage(r *draft.Row) bool  { return r.Kind == issue.PageNumber }
func isFolio(r *draft.Row) bool { return wording.AllDigits(r.Fold) || wording.DecoratedNumber(r.Fold) }

// atEdge reports whether the row stands where a page begins or ends: inside a
// sentence, or at an edge of the source's pages.
func atEdge(d *draft.Draft, i int) bool {
	return Interrupts(d, i) || d.Rows[i].Edge || i+1 < len(d.Rows) && d.Rows[i+1].Edge
}

// pageHasHead reports whether the page number beside row i has a head on its other side.
func pageHasHead(d *draft.Draft, i int) bool {
	at := func(j int, is func(*draft.Row) bool) bool { return j >= 0 && j < len(d.Rows) && is(&d.Rows[j]) }
	return at(i-1, isPage) && at(i-2, isHead) || at(i+1, isPage) && at(i+2, isHead)
}

// Announced reports whether an entry of the contents has the row's text for its title.
func Announced(d *draft.Draft, i int) bool {
	k := normal.Key(d.Rows[i].Fold)
	return slices.ContainsFunc(d.Toc.Entries, func(e draft.Entry) bool { return strings.HasPrefix(normal.Key(e.Title), k) })
}

// headRow reports whether the row could be furniture.
func headRow(d *draft.Draft, i int) bool {
	r := &d.Rows[i]
	if r.Zone != draft.Body || r.Runes > d.Wide(wording.LongestFurniture) || r.From != 0 || r.Onto != 0 {
		return false
	}
	if r.Kind != "" && r.Kind != issue.SourceNote && r.Kind != issue.Note {
		return false
	}
	return !wording.Ended(r.Fold) && !wording.BookRow(r.Fold) && (wording.Numeral(r.Fold) == 0 || wording.AllDigits(r.Fold))
}

// headHabit is how often a line stands before it is a habit of the issue.
const headHabit = 3

// A group is the short rows that are alike but for their figures.
type group struct {
	count, inside int
	folios        int // how many stand beside figures alone
	first         int // row
	rising        int // how many have a greater last number than the one before
	number        int // the last number in the last of them
}

// pages reports whether the rows' last numbers count pages: they rise, and
// leave numbers out, as the counting of a series does not.
func (g group) pages() bool { return 10*g.rising >= 9*(g.count-1) && g.number > g.count+1 }

// repeated counts the short rows that are alike but for their figures, without
// those that are heads already: the title itself is like its page's head.
func repeated(d *draft.Draft, heads map[int]bool) map[string]group {
	groups := map[string]group{}
	for i := range d.Rows {
		if !headRow(d, i) || wording.AllDigits(d.Rows[i].Fold) || heads[i] {
			continue
		}
		m := wording.MaskOf(d.Rows[i].Fold)
		g := groups[m]
		if g.count == 0 {
			g.first = i
		}
		g.count++
		if atEdge(d, i) {
			g.inside++
		}
		if beside(d, i, isFolio) {
			g.folios++
		}
		if n := lastNumber(d.Rows[i].Fold); n > g.number && !wording.IsYear(n) {
			if g.count > 1 {
				g.rising++
			}
			g.number = n
		}
		groups[m] = g
	}
	return groups
}

// overTitle reports whether an announced title stands right under the row, so
// that it is as likely a kicker.
func overTitle(d *draft.Draft, i int) bool {
	const least = 3 // runes: a shorter line may begin a title by chance
	return i+1 < len(d.Rows) && d.Rows[i+1].Runes > least && d.Rows[i+1].Runes <= draft.LongestTitle && Announced(d, i+1)
}

// lastNumber gives the last figures of the text, 0 for none.
func lastNumber(fold string) int {
	end := strings.LastIndexAny(fold, "0123456789") + 1
	from := end
	for from > 0 && wording.Digit(rune(fold[from-1])) {
		from--
	}
	n, _ := wording.Number(fold[from:end])
	return n
}

// namesArticle reports whether the text is an article's author, a colon and its
// title, as journals have it at the heads of their pages.
func namesArticle(d *draft.Draft, fold string) bool {
	names, title, ok := strings.Cut(fold, ":")
	if !ok || !wording.AllNames(names) {
		return false
	}
	k := normal.Key(title)
	for _, e := range d.Toc.Entries {
		like := strings.HasPrefix(normal.Key(e.Title), k) || nearly(e, k)
		if like && len(e.Authors) > 0 && draft.AlikeNames(normal.Key(strings.Join(e.Authors, "")), normal.Key(names)) {
			return true
		}
	}
	return false
}

// Interrupts reports whether the row stands after a line of text that breaks off.
func Interrupts(d *draft.Draft, i int) bool {
	const (
		between = 3 // rows of furniture that may stand together: title, column, page
		folio   = 6 // runes: a page number with its strokes
	)
	for j := i - 1; j >= max(0, i-1-between); j-- {
		r := &d.Rows[j]
		if r.Zone == draft.Front || r.Kind == issue.Editor || r.Closes {
			return false
		}
		if r.Zone == draft.Dropped || r.Runes <= folio && wording.DecoratedNumber(r.Fold) || wording.AllDigits(r.Fold) {
			continue
		}
		return Dangles(d, j)
	}
	return false
}

// Dangles reports whether the row is running text that breaks off.
func Dangles(d *draft.Draft, i int) bool {
	const least = 16 // runes; a shorter line without an end may be a heading
	r := &d.Rows[i]
	if r.Kind != "" && r.Kind != issue.Paragraph {
		return false
	}
	return !wording.Ended(r.Fold) && (r.Runes > 2*least || r.Runes >= least && wording.Paused(r.Fold) || wording.Open(r.Fold) && r.Runes > least)
}

// HoldsYear reports whether the text holds a year and is no sentence: titles and
// headings that repeat with other figures in them do not.
func HoldsYear(fold string) bool {
	for at := 0; at+4 <= len(fold); at++ {
		if !wording.Digit(rune(fold[at])) || at > 0 && wording.Digit(rune(fold[at-1])) {
			continue
		}
		if y, _ := wording.Number(fold[at:]); wording.IsYear(y) {
			return true
		}
	}
	return false
}

// pageNumbers decides whether lines of figures alone count pages.
func pageNumbers(d *draft.Draft) {
	var rows []int
	inside, rising := 0, 0
	prev, most := 0, 0
	for i := range d.Rows {
		r := &d.Rows[i]
		if r.Zone != draft.Body || !wording.AllDigits(r.Fold) || r.Kind != "" {
			continue
		}
		n, _ := wording.Number(r.Fold)
		if n >= prev {
			rising++
		}
		prev, most = n, max(most, n)
		if atEdge(d, i) || beside(d, i, isHead) {
			inside++
		}
		rows = append(rows, i)
	}
	n := len(rows)
	// Pages rise through the whole issue and leave numbers out; chapters begin
	// anew and leave none out, nor do they break sentences.
	if n == 0 || 4*inside < n && !(n > 3 && 5*rising > 4*n && most > n+2) {
		return
	}
	for _, i := range rows {
		d.Label(i, issue.PageNumber, "figures alone, which count the pages")
	}
}

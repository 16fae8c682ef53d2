package articles

import (
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/furniture"
	"kanyin/issues/reconstruct/torn/marks"
	"kanyin/issues/reconstruct/torn/wording"
)

// ReadOpenings reads what stands around a title: kicker, subtitle, byline,
// office, date line.
//
// How: from the title's last line on, rows are taken as long as they are no
// text: a row is a byline when it says so, or when it holds the names that the
// contents give (a character may differ), or nothing but names; an office or a
// place of work after a byline; a date in brackets; a subtitle when it begins
// with a dash, or stands between title and text and the article has no
// headings that look like it. A single character is half a name.
//
// Where it fails: a subtitle without a dash over an article with one heading.
func ReadOpenings(d *draft.Draft) {
	columns := columnsOverTitles(d)
	footBylines(d)
	for n := range d.Starts {
		o := opening{d: d, columns: columns, s: &d.Starts[n], limit: len(d.Rows)}
		if n+1 < len(d.Starts) {
			o.limit = d.Starts[n+1].Row
		}
		o.kicker()
		o.read()
		o.names()
		o.about()
	}
}

// columnsOverTitles reports whether the names of columns stand over the titles.
func columnsOverTitles(d *draft.Draft) bool {
	n := 0
	for _, s := range d.Starts {
		if i := s.Row - 1; i >= 0 && d.Rows[i].Kind == issue.RunningHead && furniture.NamesColumn(d, d.Rows[i].Fold) && !wording.Framed(d.Rows[i].Fold) {
			n++
		}
	}
	return n > 3 && 2*n > len(d.Starts)
}

type opening struct {
	columns           bool // see columnsOverTitles
	d                 *draft.Draft
	s                 *draft.Start
	limit             int
	half              string // the first character of a name that two rows hold
	signed, subtitled bool
}

// kicker takes a short line over the title: a heading with no text under it is none.
func (o *opening) kicker() {
	i := o.d.Above(o.s.Row)
	if i < 1 || len(o.s.Rows) == 0 {
		return
	}
	r := &o.d.Rows[i]
	if r.Zone != draft.Body || r.Kind != "" || !o.d.TitleRow(i) || r.Runes > wording.SureText || wording.Ended(r.Fold) || marks.CaptionAt(o.d, i) || wording.Open(r.Fold) || furniture.InMasthead(o.d, i) || wording.Paused(r.Fold) || marks.SignsOff(o.d, i, o.s.Row+1) {
		return
	}
	alike := r.Runes == o.d.Rows[o.s.Rows[0]].Runes && r.Runes > 3 && r.Blank <= 2
	halved := oneBlock(o.d, i, o.s.Rows[0]) && halfTitle(r.Fold)
	if o.s.Entry < 0 && len(o.s.Rows) == 1 && (alike || halved) {
		o.d.Label(i, issue.Title, "the first of a title's two lines: of one length with the other, or not at its end")
		o.d.Rows[o.s.Rows[0]].Glued = true
		o.s.Row, o.s.Rows = i, []int{i, o.s.Rows[0]}
		o.kicker()
		return
	}
	if r.Runes <= wording.ShortColumn && o.columns && o.d.Rows[i-1].Kind != issue.RunningHead {
		o.d.Label(i, issue.RunningHead, "stands over a title, as the names of columns do here")
		return
	}
	if wording.Numbered(r.Fold) || r.Runes < 3 || strings.Trim(r.Fold, "0123456789-() ") == "" || r.Onto != 0 || wording.BookRow(r.Fold) || endsInNumber(r.Fold) {
		return
	}
	// Without an end mark before it, it may be the beginning of a paragraph that
	// was cut, but not where the text before it breaks off.
	if verseLineAt(o.d, o.d.Prev(i)) && verseLineAt(o.d, o.d.Prev(o.d.Prev(i))) {
		return // the last line of a poem
	}
	top := i > 0 && o.d.Rows[i-1].Zone == draft.Dropped // the beginning of a page, where a cut paragraph would end
	plain := r.Runes <= marks.LongestPlain && !strings.ContainsAny(r.Fold, wording.Tellers) && marks.HeadingLike(o.d, i)
	if p := o.d.Prev(i); !top && !plain && !closedBefore(o.d, i) && (r.Runes > wording.TwoClauses || p < 0 || !furniture.Dangles(o.d, p)) {
		return
	}
	o.d.Label(i, issue.Kicker, "a short line right over a title")
	o.s.Row = i
}

func (o *opening) read() {
	if len(o.s.Rows) == 0 {
		return
	}
	last := max(o.s.Row, slices.Max(o.s.Rows))
	for i := range o.d.Standing(last+1, wording.TitleBlock) {
		if i >= o.limit || !o.take(i) {
			break
		}
	}
	if o.half != "" {
		o.otherHalf(last)
	}
}

// otherHalf finds the rest of a name that goes on on another page: a character
// or two behind a mark that says so.
func (o *opening) otherHalf(from int) {
	for i := from; i < len(o.d.Rows); i++ {
		r := &o.d.Rows[i]
		if r.From != 0 && r.Runes <= 2 && r.Kind == "" && wording.Han(wording.FirstRune(r.Fold)) {
			r.Glued = true
			o.sign(i, "the rest of a name, behind a mark of where it goes on")
			return
		}
	}
}

// take labels row i as a part of the opening, or says that the text begins.
func (o *opening) take(i int) bool {
	d, r := o.d, &o.d.Rows[i]
	switch {
	case r.Kind == issue.SourceNote && marks.Dated(d, i):
		d.Label(i, issue.Dateline, "a date in brackets under the title")
	case r.Kind == issue.SourceNote && !o.signed && r.Runes < wording.LongestSign && furniture.HoldsYear(r.Fold) && textAhead(d, i):
		d.Label(i, issue.Dateline, "an occasion and its date in brackets under the title")
	case r.Kind == issue.SourceNote && !o.signed && marks.NamesInBrackets(d, r.Fold) && bodyAhead(d, i):
		o.sign(i, "names in brackets under a title")
	case r.Kind == issue.Credit && o.witnessed(i):
		o.sign(i, "holds the names that the contents give")
	case r.Kind == issue.Credit || r.Kind == issue.Caption || marks.CaptionAt(d, i):
		return i+1 < len(d.Rows) // a picture over the text
	case r.Kind == issue.Affiliation && bodyAhead(d, i):
		r.Head = true
	case r.Kind == issue.SourceNote && o.signed && !wording.Ended(r.Fold) && bodyAhead(d, i) && r.Runes < wording.SureText:
		o.inBrackets(i)
	case r.Kind != "" || r.Runes > draft.LongestTitle:
		return false
	case o.halfName(i):
		o.sign(i, "half a name")
	case o.witnessed(i):
		o.sign(i, "holds the names that the contents give")
	case wording.HasBylineHead(r.Fold) && !wording.Ended(r.Fold):
		o.sign(i, "says that it is a byline")
	case o.bareNames(i):
		o.sign(i, "nothing but names under a title")
	case o.subtitle(i):
		d.Label(i, issue.Subtitle, "stands between title and text")
		if _, _, leans := wording.CutPrefix(r.Fold, wording.Leaning); leans && o.subtitled {
			r.Glued = true
		}
		o.subtitled = true
	case o.signed && o.office(i):
		d.Label(i, issue.Role, "an office under the byline")
	default:
		return false
	}
	return true
}

// subtitle reports whether the row is one: a dash before it, or no other row of
// the article looks like it.
func (o *opening) subtitle(i int) bool {
	const least = 4 // runes: a shorter line may be a pen name
	d, r := o.d, &o.d.Rows[i]
	if strings.HasPrefix(r.Fold, wording.Dash) {
		return true
	}
	if o.signed || !d.TitleRow(i) || wording.Ended(r.Fold) || r.Runes < least || strings.HasSuffix(r.Fold, ":") || wording.Framed(r.Fold) || wording.Open(r.Fold) || strings.HasPrefix(r.Raw, "\u3000\u3000") && d.Wrapped ||
		wording.Numbered(r.Fold) || verseAt(d, i) || wording.Paused(r.Fold) && furniture.Dangles(d, i) {
		return false
	}
	next := d.Next(i)
	if next < 0 || next >= o.limit {
		return false
	}
	// A byline under it: it stands between title and byline.
	if marks.SignedBy(d, next) || o.witnessed(next) {
		return true
	}
	return !headingsAhead(d, i, o.limit)
}

// headingsAhead reports whether later rows before the limit stand alone between
// texts as headings do.
func headingsAhead(d *draft.Draft, i, limit int) bool {
	texts := false
	for j := i + 1; j < limit; j++ {
		r := &d.Rows[j]
		if r.Zone != draft.Body || r.Kind != "" {
			continue
		}
		if r.Runes > wording.LongestSign || wording.Ended(r.Fold) {
			texts = true
		} else if texts && marks.HeadingLike(d, j) {
			return true
		}
	}
	return false
}

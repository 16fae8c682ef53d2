package inside

import (
	"strings"
	"unicode"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/furniture"
	"kanyin/issues/reconstruct/torn/marks"
	"kanyin/issues/reconstruct/torn/unwrap"
	"kanyin/issues/reconstruct/torn/wording"
	"kanyin/issues/reconstruct/words"
	"kanyin/issues/say"
)

// noHeading reports whether something in the row rules a heading out: the end
// of a sentence, a word that wants the next, a bracket left open, a fact of a book.
func noHeading(d *draft.Draft, i, n, series int) bool {
	r := &d.Rows[i]
	asks := strings.HasSuffix(r.Fold, "?")
	counted := n > 0 && (asks || series <= wording.BracketedIdeographSeries && !strings.HasSuffix(r.Fold, wording.FullStop))
	cry := r.Runes <= marks.LongestPlain && (asks || strings.HasSuffix(r.Fold, "!")) && !wording.Paused(r.Fold)
	switch {
	case wording.Ended(r.Fold) && !counted && !cry:
		return true
	case strings.HasSuffix(r.Fold, ":"): // it announces what follows
		return true
	case n == 0 && strings.ContainsRune(wording.Unfinished, wording.LastRune(r.Fold)):
		return true
	case wording.Clings(r.Fold) && !d.English, wording.Inner(r.Fold) && series != wording.FigureSeries:
		return true
	case series == wording.BareSeries && r.Runes > 3:
		return true
	}
	return wording.Open(r.Fold) || fact(d, i) || wording.BookRow(r.Fold) || wording.Turn(r.Fold) || wording.Contact(r.Fold)
}

// weighHeading adds up what speaks for and against a heading; one is enough.
func weighHeading(d *draft.Draft, i int, kin siblings) (float64, say.Text) {
	r := &d.Rows[i]
	n, series, rest := wording.Numbering(r.Fold)
	if noHeading(d, i, n, series) || n > 0 && rest == "" && series != wording.BareSeries && series != wording.ChapterSeries {
		if n > 0 {
			r.Number, r.Series = n, series
		}
		return 0, say.Text{}
	}
	s := scale{d: d, i: i, r: r, n: n, series: series, prev: d.Prev(i), next: under(d, i)}
	s.number()
	s.place()
	s.across()
	s.words(kin)
	s.layout()
	return s.weight, say.List(s.why...)
}

// A scale weighs one row.
type scale struct {
	d          *draft.Draft
	i          int
	r          *draft.Row
	n, series  int
	prev, next int
	weight     float64
	why        []say.Text
}

// add puts a weight on the scale; what speaks against a heading has no words.
func (s *scale) add(x float64, format string, args ...any) {
	s.weight += x
	if x > 0 {
		s.why = append(s.why, say.Of(format, args...))
	}
}

// number weighs the numeral before the row.
func (s *scale) number() {
	if s.n == 0 {
		return
	}
	s.r.Number, s.r.Series = s.n, s.series
	s.add(1, "it is numbered")
	if strings.HasSuffix(s.r.Fold, "?") {
		s.add(0.5, "it asks")
	}
	if itemBeside(s.d, s.i, s.n, s.series) {
		s.add(-1.5, "") // one of a list, which a column broke off
	}
}

// whole reports whether the text before the row is finished.
func (s *scale) whole() bool {
	if s.prev < 0 {
		return true
	}
	p := &s.d.Rows[s.prev]
	return p.Kind != "" && p.Kind != issue.Paragraph || p.Aside || wording.Ended(p.Fold)
}

// place weighs where the row stands: between a finished text and a new one.
func (s *scale) place() {
	d := s.d
	if s.whole() {
		s.add(0.5, "the text before it is finished")
	} else {
		if d.Rows[s.prev].Kind == "" && furniture.Dangles(d, s.prev) {
			s.add(-0.1, "") // a column breaks off before a heading now and then
		}
		if r := s.r; s.n == 0 && r.Runes > 2 && r.Runes <= marks.LongestPlain && wording.Han(wording.LastRune(r.Fold)) && !wording.Paused(r.Fold) && !strings.ContainsAny(r.Fold, wording.Tellers) && !d.English {
			s.add(0.5, "a few words that tell no story")
		}
	}
	if s.next < 0 {
		s.add(-1, "") // nothing stands under it
		return
	}
	if atFoot(d, s.i) && !wording.Framed(s.r.Fold) && !beginsText(d, s.next) {
		s.add(-1, "") // no printer leaves a heading at a page's foot
	}
	switch next := &d.Rows[s.next]; {
	case d.Flow(s.next) && wording.Clings(next.Fold):
		s.add(-1, "") // the text under it goes on with a sentence
	case d.Flow(s.next) && (next.Runes > wording.LongestShort || wording.Ended(next.Fold) || wording.Comma(next.Fold)):
		s.add(0.4, "text follows it")
	case s.n == 0 && strings.HasSuffix(s.r.Fold, "!"):
		s.add(-0.5, "") // a cry over no text closes a speech
	case next.Kind == issue.Title, next.Closes && s.n == 0:
		s.add(-1, "")
	}
	if wording.BookRow(d.Rows[s.next].Fold) {
		s.add(0.6, "a book's facts follow it")
	}
}

// across weighs a word that the next row may go on with.
func (s *scale) across() {
	if s.next < 0 || !s.d.Flow(s.next) || wording.TakenUp(s.r.Fold, s.d.Rows[s.next].Fold) {
		return
	}
	next := s.d.Rows[s.next].Fold
	if _, gain := words.Across(s.r.Text, s.d.Rows[s.next].Text); gain > marks.AcrossGain || brokenNumber(s.r.Fold, next) {
		s.add(-1, "") // the next row goes on with a word of this one
	} else if marks.LastCharacter(next) {
		s.add(-0.5, "") // with its last character, mostly
	}
}

// words weighs what the row says, and what it shares with other short rows.
func (s *scale) words(kin siblings) {
	r, alike := s.r, kin.lengths[s.r.Runes]
	long := wording.Comma(r.Fold) && r.Runes > s.d.Wide(wording.TwoClauses)
	switch {
	case !wording.Comma(r.Fold):
	case s.d.English && r.Runes <= s.d.Wide(wording.LongestShort) && s.next >= 0 && unicode.IsUpper(wording.FirstRune(s.d.Rows[s.next].Fold)):
		s.add(-0.1, "") // a sentence that broke off at the comma would go on in small letters
	case !long && kin.commas[strings.IndexByte(r.Fold, ',')] > 2:
		s.add(0.1, "other lines of its article have a comma at the same place")
	case !long && (alike > 1 || halves(r.Fold)), s.n > 0 && s.series <= wording.BracketedIdeographSeries && r.Runes <= wording.LongestShort:
		s.add(-0.4, "") // two short clauses, and its article has more of them, or one answers the other, or they are numbered
	default:
		s.add(-0.9, "") // a heading has blanks where a sentence has commas
	}
	switch {
	case long:
	case alike > 2:
		s.add(0.75, "other lines of its article have its length")
	case alike > 1:
		s.add(0.5, "another line of its article has its length")
	}
	if r.Runes <= wording.LongestShort || s.d.English && r.Runes <= 2*wording.LongestShort { // a letter is half as wide
		s.add(0.2, "it is short")
	}
	if halves(r.Fold) && !s.d.English {
		s.add(0.3, "it has two halves")
	}
}

// layout weighs the blanks before the row and at its beginning.
func (s *scale) layout() {
	d, r := s.d, s.r
	if r.Blank >= 2 {
		s.add(0.1, "a gap stands before it")
	}
	if in := wording.IndentOf(r.Raw); d.Indented && in <= 1 {
		s.add(0.3, "it has no indent, as paragraphs here have")
	} else if d.Indented && unwrap.BeginsParagraph(in) && !(s.next >= 0 && unwrap.BeginsParagraph(wording.IndentOf(d.Rows[s.next].Raw))) {
		s.add(-0.6, "") // indented as a paragraph is, which goes on in the next row
	}
	if r.Blank == 0 && !d.Dense && s.prev >= 0 && d.Flow(s.prev) {
		s.add(-0.3, "") // within one visual block lines go on
	}
}

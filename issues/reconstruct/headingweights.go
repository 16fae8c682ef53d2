package reconstruct

import (
	"strings"
	"unicode"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/words"
)

// acrossGain is how much surer a word over two rows must be than the two
// halves alone: under it, chance pairs of characters make words too.
const acrossGain = 6.0

// longestPlain is how long a line without an end may be and still hardly be
// the beginning of a paragraph that a column cut: of a hundred such lines
// ninety-nine are headings, if they have no comma.
const longestPlain = 14

// noHeading reports whether something in the row rules a heading out: the end
// of a sentence, a word that wants the next, a bracket left open, a fact of a book.
func (d *draft) noHeading(i, n, series int) bool {
	r := &d.rows[i]
	asks := strings.HasSuffix(r.fold, "?")
	counted := n > 0 && (asks || series <= bracketedIdeographSeries && !strings.HasSuffix(r.fold, fullStop))
	cry := r.runes <= longestPlain && (asks || strings.HasSuffix(r.fold, "!")) && !paused(r.fold)
	switch {
	case ended(r.fold) && !counted && !cry:
		return true
	case strings.HasSuffix(r.fold, ":"): // it announces what follows
		return true
	case n == 0 && strings.ContainsRune(unfinished, lastRune(r.fold)):
		return true
	case clings(r.fold) && !d.english, inner(r.fold) && series != figureSeries:
		return true
	case series == bareSeries && r.runes > 3:
		return true
	}
	return open(r.fold) || d.fact(i) || bookRow(r.fold) || turn(r.fold) || contact(r.fold)
}

// weighHeading adds up what speaks for and against a heading; one is enough.
func (d *draft) weighHeading(i int, kin siblings) (float64, string) {
	r := &d.rows[i]
	n, series, rest := numbering(r.fold)
	if d.noHeading(i, n, series) || n > 0 && rest == "" && series != bareSeries && series != chapterSeries {
		if n > 0 {
			r.number, r.series = n, series
		}
		return 0, ""
	}
	s := scale{d: d, i: i, r: r, n: n, series: series, prev: d.prev(i), next: d.under(i)}
	s.number()
	s.place()
	s.across()
	s.words(kin)
	s.layout()
	return s.weight, strings.Join(s.why, ", ")
}

// A scale weighs one row.
type scale struct {
	d          *draft
	i          int
	r          *row
	n, series  int
	prev, next int
	weight     float64
	why        []string
}

// add puts a weight on the scale; what speaks against a heading has no words.
func (s *scale) add(x float64, why string) {
	s.weight += x
	if x > 0 {
		s.why = append(s.why, why)
	}
}

// number weighs the numeral before the row.
func (s *scale) number() {
	if s.n == 0 {
		return
	}
	s.r.number, s.r.series = s.n, s.series
	s.add(1, "it is numbered")
	if strings.HasSuffix(s.r.fold, "?") {
		s.add(0.5, "it asks")
	}
	if s.d.itemBeside(s.i, s.n, s.series) {
		s.add(-1.5, "") // one of a list, which a column broke off
	}
}

// whole reports whether the text before the row is finished.
func (s *scale) whole() bool {
	if s.prev < 0 {
		return true
	}
	p := &s.d.rows[s.prev]
	return p.kind != "" && p.kind != issue.Paragraph || p.aside || ended(p.fold)
}

// place weighs where the row stands: between a finished text and a new one.
func (s *scale) place() {
	d := s.d
	if s.whole() {
		s.add(0.5, "the text before it is finished")
	} else {
		if d.rows[s.prev].kind == "" && d.dangles(s.prev) {
			s.add(-0.1, "") // a column breaks off before a heading now and then
		}
		if r := s.r; s.n == 0 && r.runes > 2 && r.runes <= longestPlain && han(lastRune(r.fold)) && !paused(r.fold) && !strings.ContainsAny(r.fold, tellers) && !d.english {
			s.add(0.5, "a few words that tell no story")
		}
	}
	if s.next < 0 {
		s.add(-1, "") // nothing stands under it
		return
	}
	if d.atFoot(s.i) && !framed(s.r.fold) && !d.beginsText(s.next) {
		s.add(-1, "") // no printer leaves a heading at a page's foot
	}
	switch next := &d.rows[s.next]; {
	case d.flow(s.next) && clings(next.fold):
		s.add(-1, "") // the text under it goes on with a sentence
	case d.flow(s.next) && (next.runes > longestShort || ended(next.fold) || comma(next.fold)):
		s.add(0.4, "text follows it")
	case s.n == 0 && strings.HasSuffix(s.r.fold, "!"):
		s.add(-0.5, "") // a cry over no text closes a speech
	case next.kind == issue.Title, next.closes && s.n == 0:
		s.add(-1, "")
	}
	if bookRow(d.rows[s.next].fold) {
		s.add(0.6, "a book's facts follow it")
	}
}

// across weighs a word that the next row may go on with.
func (s *scale) across() {
	if s.next < 0 || !s.d.flow(s.next) || takenUp(s.r.fold, s.d.rows[s.next].fold) {
		return
	}
	next := s.d.rows[s.next].fold
	if _, gain := words.Across(s.r.text, s.d.rows[s.next].text); gain > acrossGain || brokenNumber(s.r.fold, next) {
		s.add(-1, "") // the next row goes on with a word of this one
	} else if loneEnd(next) {
		s.add(-0.5, "") // with its last character, mostly
	}
}

// words weighs what the row says, and what it shares with other short rows.
func (s *scale) words(kin siblings) {
	r, alike := s.r, kin.lengths[s.r.runes]
	long := comma(r.fold) && r.runes > s.d.wide(twoClauses)
	switch {
	case !comma(r.fold):
	case s.d.english && r.runes <= s.d.wide(longestShort) && s.next >= 0 && unicode.IsUpper(firstRune(s.d.rows[s.next].fold)):
		s.add(-0.1, "") // a sentence that broke off at the comma would go on in small letters
	case !long && kin.commas[strings.IndexByte(r.fold, ',')] > 2:
		s.add(0.1, "other lines of its article have a comma at the same place")
	case !long && (alike > 1 || halves(r.fold)), s.n > 0 && s.series <= bracketedIdeographSeries && r.runes <= longestShort:
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
	if r.runes <= longestShort || s.d.english && r.runes <= 2*longestShort { // a letter is half as wide
		s.add(0.2, "it is short")
	}
	if halves(r.fold) && !s.d.english {
		s.add(0.3, "it has two halves")
	}
}

// layout weighs the blanks before the row and at its beginning.
func (s *scale) layout() {
	d, r := s.d, s.r
	if r.blank >= 2 {
		s.add(0.1, "a gap stands before it")
	}
	if in := indentOf(r.raw); d.paragraphs.indented && in <= 1 {
		s.add(0.3, "it has no indent, as paragraphs here have")
	} else if d.paragraphs.indented && beginsParagraph(in) && !(s.next >= 0 && beginsParagraph(indentOf(d.rows[s.next].raw))) {
		s.add(-0.6, "") // indented as a paragraph is, which goes on in the next row
	}
	if r.blank == 0 && !d.paragraphs.dense && s.prev >= 0 && d.flow(s.prev) {
		s.add(-0.3, "") // within one visual block lines go on
	}
}

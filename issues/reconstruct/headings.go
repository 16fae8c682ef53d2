package reconstruct

import (
	"strings"

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

// findHeadings finds headings inside the articles and gives them levels.
//
// How: every short line is weighed: its number, its place between a finished
// text and a new one, the marks of a sentence in it, and the other lines of
// its article that look like it. No single trait decides. Two short lines
// together are one heading of two lines, or two levels where both are
// numbered; four or more together are verse.
//
// Where it fails: a heading that reads as a sentence and has no sibling; the
// beginning of a paragraph that was cut after a few words without a comma.
func findHeadings(d *draft) {
	d.paragraphs = d.paragraphHabits()
	if len(d.starts) > 0 {
		d.headArticle(0, d.starts[0].row) // of text that stands before its own title
	}
	for n := range d.starts {
		end := len(d.rows)
		if n+1 < len(d.starts) {
			end = d.starts[n+1].row
		}
		d.headArticle(d.starts[n].row, end)
	}
	for i := range d.rows {
		if r := &d.rows[i]; r.zone == body && r.kind == "" {
			r.kind = issue.Paragraph
			r.why = "running text"
			if r.number == 0 {
				r.number, r.series, _ = numbering(r.fold)
			}
			r.apart = r.apart || item(r) || bookRow(r.fold) || turn(r.fold)
			if p := d.prev(i); p >= 0 && contact(d.rows[p].fold) && strings.Trim(r.fold, "0123456789-(), ") == "" {
				d.label(p, issue.Note, "waits for a number")
				d.label(i, issue.Note, "the number that the line before it waits for")
				r.glued, r.apart = true, false
			}
		}
	}
}

// paragraphHabits are how this issue sets its paragraphs apart.
type paragraphHabits struct {
	dense    bool // no blank lines between them
	indented bool // an indent at their beginning
}

func (d *draft) paragraphHabits() paragraphHabits {
	tight, all := 0, 0
	for i := d.toc.to; i < len(d.rows); i++ {
		if d.rows[i].zone != body {
			continue
		}
		all++
		if d.rows[i].blank == 0 {
			tight++
		}
	}
	return paragraphHabits{2*tight > all, d.indents()}
}

// item reports whether the row is numbered as a row of a list.
func item(r *row) bool {
	return r.number > 0 && r.series != bareSeries && r.series != chapterSeries && r.from == 0
}

func (d *draft) headArticle(from, to int) {
	const enough = 0.99 // the weights are tenths, and floats
	kin := d.siblings(from, to)
	var found []int
	for i := from; i < to; i++ {
		if !d.short(i) {
			continue
		}
		run := d.shortRun(i, to)
		if run >= 4 && !d.numberedRun(i, run) {
			d.verse(i, run)
			i += run - 1
			continue
		}
		if w, why := d.weighHeading(i, kin); w >= enough {
			d.label(i, issue.Heading, why)
			found = append(found, i)
		}
	}
	d.glueHeadings(found)
	d.levels(found)
}

// short reports whether row i could be a heading at all.
func (d *draft) short(i int) bool {
	const longest = 45 // runes: a question as a heading has forty
	r := &d.rows[i]
	return r.zone == body && r.kind == "" && r.runes <= longest && r.from == 0 && r.onto == 0
}

// siblings are the short lines of an article, counted by what they may share.
type siblings struct {
	lengths map[int]int
	commas  map[int]int // by the place of their comma
}

func (d *draft) siblings(from, to int) siblings {
	s := siblings{map[int]int{}, map[int]int{}}
	for i := from; i < to; i++ {
		if d.headingLike(i) {
			s.lengths[d.rows[i].runes]++
			if at := strings.IndexByte(d.rows[i].fold, ','); at > 0 {
				s.commas[at]++
			}
		}
	}
	return s
}

// headingLike reports whether the row has a heading's shape: short, no
// sentence, nothing open, no comma.
func (d *draft) headingLike(i int) bool {
	r := &d.rows[i]
	return d.short(i) && !ended(r.fold) && (!comma(r.fold) || r.runes <= 12) && !inner(r.fold) && !open(r.fold) && !clings(r.fold) && r.runes > 1 && !strings.ContainsRune(unfinished, lastRune(r.fold))
}

// shortRun counts the rows from i on that are short and stand together.
func (d *draft) shortRun(i, to int) int {
	const verseLine = 24 // runes: a line of verse is no longer
	n := 0
	for j := i; j < to; j++ {
		r := &d.rows[j]
		if r.zone == dropped {
			continue
		}
		if !d.short(j) || r.runes > verseLine || n > 0 && r.blank > 2 {
			break
		}
		n++
	}
	return n
}

func (d *draft) numberedRun(i, run int) bool {
	numbered := 0
	for j := i; j < i+run && j < len(d.rows); j++ {
		if n, _, _ := numbering(d.rows[j].fold); n > 0 || bookRow(d.rows[j].fold) || ended(d.rows[j].fold) && d.rows[j].blank > 0 {
			numbered++
		}
	}
	return 3*numbered > run
}

// verse labels rows that keep their lines.
func (d *draft) verse(i, run int) {
	for j, n := i, 0; n < run && j < len(d.rows); j++ {
		r := &d.rows[j]
		if r.zone == dropped {
			continue
		}
		n++
		if r.kind == "" {
			d.label(j, issue.Paragraph, "one of "+itoa(run)+" short lines together")
			r.form, r.apart = issue.Verse, true
		}
	}
}

// weighHeading adds up what speaks for and against a heading; one is enough.
func (d *draft) weighHeading(i int, kin siblings) (float64, string) {
	r := &d.rows[i]
	n, series, rest := numbering(r.fold)
	question := strings.HasSuffix(r.fold, "?")
	if ended(r.fold) && !(question && n > 0) && !(n > 0 && series <= bracketedIdeographSeries && !strings.HasSuffix(r.fold, fullStop)) && !(r.runes <= 14 && (question || strings.HasSuffix(r.fold, "!")) && !paused(r.fold)) {
		return 0, ""
	}
	if strings.ContainsRune(unfinished, lastRune(r.fold)) && n == 0 {
		return 0, ""
	}
	if clings(r.fold) && !d.english || inner(r.fold) && series != figureSeries || open(r.fold) || bookRow(r.fold) || turn(r.fold) || contact(r.fold) {
		return 0, ""
	}
	w := 0.0
	var why []string
	add := func(x float64, s string) {
		w += x
		if x > 0 {
			why = append(why, s)
		}
	}
	prev, next := d.prev(i), d.next(i)
	whole := prev < 0 || d.rows[prev].kind != "" && d.rows[prev].kind != issue.Paragraph || ended(d.rows[prev].fold)
	if n > 0 {
		add(1, "it is numbered")
		r.number, r.series = n, series
		if series == bareSeries && r.runes > 3 || rest == "" && series != bareSeries && series != chapterSeries {
			return 0, ""
		}
		if question {
			add(0.5, "it asks")
		}
	}
	if whole {
		add(0.5, "the text before it is finished")
	} else if d.rows[prev].kind == "" && d.dangles(prev) {
		add(-0.1, "") // a column breaks off before a heading now and then
	}
	if next >= 0 && d.flow(next) && (d.rows[next].runes > 24 || ended(d.rows[next].fold)) && !clings(d.rows[next].fold) {
		add(0.4, "text follows it")
	} else if next < 0 || d.rows[next].kind == issue.Title || d.rows[next].closes && n == 0 {
		add(-1, "") // nothing stands under it
	}
	if next >= 0 && d.flow(next) && !takenUp(r.fold, d.rows[next].fold) {
		if _, gain := words.Across(r.text, d.rows[next].text); gain > acrossGain {
			add(-1, "") // the next row goes on with a word of this one
		}
	}
	if !whole && n == 0 && r.runes > 2 && r.runes <= longestPlain && han(lastRune(r.fold)) && !paused(r.fold) && !strings.ContainsAny(r.fold, tellers) && !d.english {
		add(0.5, "a few words that tell no story")
	}
	switch {
	case comma(r.fold) && r.runes <= 12 && kin.commas[strings.IndexByte(r.fold, ',')] > 2:
		add(0.1, "other lines of its article have a comma at the same place")
	case comma(r.fold) && r.runes <= 12 && (kin.lengths[r.runes] > 1 || halves(r.fold)):
		add(-0.4, "") // two short clauses, and its article has more of them, or one answers the other
	case comma(r.fold) && n > 0 && series <= bracketedIdeographSeries && r.runes <= 24:
		add(-0.4, "") // a numbered heading may have two clauses
	case comma(r.fold):
		add(-0.9, "") // a heading has blanks where a sentence has commas
	}
	if next >= 0 && bookRow(d.rows[next].fold) {
		add(0.6, "a book's facts follow it")
	}
	switch {
	case comma(r.fold) && r.runes > 12:
	case kin.lengths[r.runes] > 2:
		add(0.75, "other lines of its article have its length")
	case kin.lengths[r.runes] > 1:
		add(0.5, "another line of its article has its length")
	}
	if r.runes <= 24 || d.english && r.runes <= 50 {
		add(0.2, "it is short")
	}
	if halves(r.fold) {
		add(0.3, "it has two halves")
	}
	if r.blank >= 2 {
		add(0.1, "a gap stands before it")
	}
	if in := indentOf(r.raw); d.paragraphs.indented && in < 2 {
		add(0.3, "it has no indent, as paragraphs here have")
	} else if d.paragraphs.indented && in < 9 {
		add(-0.6, "") // indented as a paragraph is
	}
	if r.blank == 0 && !d.paragraphs.dense && prev >= 0 && d.flow(prev) {
		add(-0.3, "") // within one visual block lines go on
	}
	return w, strings.Join(why, ", ")
}

// prev gives the row before i that is not furniture nor a picture's words, or -1.
func (d *draft) prev(i int) int {
	for j := i - 1; j >= 0; j-- {
		r := &d.rows[j]
		if r.zone == front {
			return -1
		}
		if r.zone != dropped && r.kind != issue.Caption && r.kind != issue.Credit && r.kind != issue.Prompt {
			return j
		}
	}
	return -1
}

// takenUp reports whether a text begins with the last words of a heading, as
// texts often do; the words over the two then mean nothing.
func takenUp(heading, text string) bool {
	h := []rune(heading)
	for n := 2; n <= len(h) && n <= 8; n++ {
		if strings.HasPrefix(text, string(h[len(h)-n:])) {
			return true
		}
	}
	return false
}

// halves reports whether a blank parts the line into two of nearly one length,
// or a comma into two of one length that share a character at one place.
func halves(fold string) bool {
	a, b, ok := strings.Cut(fold, " ")
	if !ok {
		a, b, ok = strings.Cut(fold, ",")
		return ok && parallel(a, b)
	}
	if strings.Contains(b, " ") {
		return false
	}
	x, y := runeCount(a), runeCount(b)
	return x >= 3 && y >= 3 && x-y <= 3 && y-x <= 3
}

// parallel reports whether two texts are of one length and share a character
// at one place.
func parallel(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) || len(x) < 3 {
		return false
	}
	for i := range x {
		if x[i] == y[i] {
			return true
		}
	}
	return false
}

// glueHeadings makes one heading of two lines that stand together.
func (d *draft) glueHeadings(found []int) {
	for k := 1; k < len(found); k++ {
		i, j := found[k-1], found[k]
		a, b := &d.rows[i], &d.rows[j]
		if d.next(i) != j || a.glued || b.number > 0 || b.blank > 1 {
			continue
		}
		if a.number > 0 && a.series == bareSeries {
			continue // a numeral alone stands over a heading of its own
		}
		b.glued = true
		d.decide("goes on with the heading before it", 0, j)
	}
}

// levels gives the headings of an article their levels, by the series of their
// numbers, in the order in which series come up.
func (d *draft) levels(found []int) {
	level := map[int]int{}
	depth := 0
	for _, i := range found {
		r := &d.rows[i]
		if r.glued {
			r.level = depth
			continue
		}
		s := r.series
		if r.number == 0 {
			s = noSeries
		}
		if level[s] == 0 {
			level[s] = min(depth+1, 3)
			if depth == 0 {
				level[s] = 1
			}
		}
		r.level = level[s]
		depth = r.level
	}
}

// turn reports whether the row is a speaker's turn in an interview.
func turn(fold string) bool {
	_, w, q := cutPrefix(fold, questionHeads)
	_, _, a := cutPrefix(fold, answerHeads)
	return q && w != bookOpener || a
}

// bookRow reports whether the row gives one fact of a book: 书号:…
func bookRow(fold string) bool {
	rest, _, ok := cutPrefix(fold, bookKeys)
	return ok && strings.HasPrefix(rest, ":")
}

// contact reports whether the row waits for a number that stands on the next.
func contact(fold string) bool {
	bare, ok := strings.CutSuffix(fold, ":")
	if !ok {
		return false
	}
	_, _, ok = cutSuffix(bare, contactWords)
	return ok
}

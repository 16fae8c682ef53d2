package reconstruct

import (
	"strings"

	"kanyin/issues/issue"
)

// findHeadings finds headings inside the articles and gives them levels.
//
// How: every short line is weighed: its number, its place between a finished
// text and a new one, the marks of a sentence in it, and the other lines of
// its article that look like it. No single trait decides, but that no printer
// leaves a heading at a page's foot. Two short lines together are one heading
// of two lines, or two levels where both are numbered; four or more together
// are verse, unless they are a list. What signs a letter, and stars between
// parts, are found first.
//
// Where it fails: a heading that reads as a sentence and has no sibling; the
// beginning of a paragraph that was cut after a few words without a comma.
func findHeadings(d *draft) {
	d.stars()
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

// stars labels the rows of stars or the like that part a text.
func (d *draft) stars() {
	for i := range d.rows {
		if r := &d.rows[i]; r.zone == body && r.kind == "" && strings.Trim(r.fold, noteMarks+subBullets+" ") == "" {
			d.label(i, issue.Paragraph, "stars between two parts")
			r.aside = true
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

func (d *draft) headArticle(from, to int) {
	const (
		enough = 0.99 // the weights are tenths, and floats
		poem   = 60   // rows that tell verse from a list of numbered lines
	)
	d.signatures(from, to)
	kin := d.siblings(from, to)
	var found []int
	for i := from; i < to; i++ {
		if !d.short(i) {
			continue
		}
		run := d.shortRun(i, min(to, i+poem))
		if run >= verseLines && !d.numberedRun(i, run) {
			run = d.shortRun(i, to)
			d.verse(i, run, d.piecesOf(from))
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
	return d.short(i) && !ended(r.fold) && (!comma(r.fold) || r.runes <= d.wide(twoClauses)) && !inner(r.fold) && !open(r.fold) && !clings(r.fold) && r.runes > 1 && !strings.ContainsRune(unfinished, lastRune(r.fold))
}

// shortRun counts the rows from i on that are short and stand together.
func (d *draft) shortRun(i, to int) int {
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

// numberedRun reports whether a third of the rows are those of a list: they
// have a number or figures, a label or a fact of a book, or are sentences.
func (d *draft) numberedRun(i, run int) bool {
	listed := 0
	for j, n := i, 0; n < run && j < len(d.rows); j++ {
		r := &d.rows[j]
		if r.zone == dropped {
			continue
		}
		n++
		if n, _, _ := numbering(r.fold); n > 0 || bookRow(r.fold) || ended(r.fold) && (r.blank > 0 || unevenClauses(r.fold)) || strings.ContainsAny(r.fold, "0123456789") || d.greets(r.fold) {
			listed++
		}
	}
	return 3*listed > run
}

// verse labels rows that keep their lines, and the titles of so many pieces
// among them.
func (d *draft) verse(i, run, pieces int) {
	longest := d.titlesInVerse(i, run, pieces)
	for j, n := i, 0; n < run && j < len(d.rows); j++ {
		r := &d.rows[j]
		if r.zone == dropped {
			continue
		}
		n++
		if r.kind == "" && headsPiece(r.fold) {
			d.label(j, issue.Heading, "counts or names the pieces among the verses")
			r.level = 1
		}
		if r.kind == "" && r.runes <= longest {
			d.label(j, issue.Heading, "one of the shortest lines, and a group of pieces is announced")
			r.level = 1
		}
		if r.kind == "" {
			d.label(j, issue.Paragraph, "one of "+itoa(run)+" short lines together")
			r.form, r.apart = issue.Verse, true
		}
	}
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

// glueHeadings makes one heading of two lines that stand together.
func (d *draft) glueHeadings(found []int) {
	for k := 1; k < len(found); k++ {
		i, j := found[k-1], found[k]
		a, b := &d.rows[i], &d.rows[j]
		if d.next(i) != j || a.glued || b.number > 0 || decimals(b.fold) > 1 || b.blank > 1 {
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
// numbers, in the order in which series come up, or by the parts of a number
// in figures: 2, 2.1, 2.1.3.
func (d *draft) levels(found []int) {
	if d.decimalLevels(found) {
		return
	}
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

package inside

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/torn/articles"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/marks"
	"kanyin/issues/reconstruct/torn/unwrap"
	"kanyin/issues/reconstruct/torn/wording"
	"kanyin/issues/say"
)

// FindHeadings finds headings inside the articles and gives them levels.
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
func FindHeadings(d *draft.Draft) {
	stars(d)
	d.Indented = unwrap.Indents(d)
	from := 0
	for _, s := range d.Starts {
		headArticle(d, from, s.Row) // of text before the first title, too
		from = s.Row
	}
	headArticle(d, from, len(d.Rows))
	for i := range d.Rows {
		if r := &d.Rows[i]; r.Zone == draft.Body && r.Kind == "" {
			r.Kind = issue.Paragraph
			r.Why = say.Of("running text")
			if r.Number == 0 && !r.Refers {
				r.Number, r.Series, _ = wording.Numbering(r.Fold)
			}
			r.Apart = r.Apart || item(r) || wording.BookRow(r.Fold) || wording.Turn(r.Fold)
			if p := d.Prev(i); p >= 0 && wording.Contact(d.Rows[p].Fold) && strings.Trim(r.Fold, "0123456789-(), ") == "" {
				d.Label(p, issue.Note, "waits for a number")
				d.Label(i, issue.Note, "the number that the line before it waits for")
				r.Glued, r.Apart = true, false
			}
		}
	}
}

// stars labels the rows of stars or the like that part a text.
func stars(d *draft.Draft) {
	for i := range d.Rows {
		if r := &d.Rows[i]; r.Zone == draft.Body && r.Kind == "" && strings.Trim(r.Fold, wording.NoteMarks+wording.SubBullets+" ") == "" {
			d.Label(i, issue.Paragraph, "stars between two parts")
			r.Aside = true
		}
	}
}

func headArticle(d *draft.Draft, from, to int) {
	const (
		enough = 0.99 // the weights are tenths, and floats
		poem   = 60   // rows that tell verse from a list of numbered lines
	)
	marks.Signatures(d, from, to)
	kin := siblingsOf(d, from, to)
	var found []int
	for i := from; i < to; i++ {
		if !d.Short(i) {
			continue
		}
		run := shortRun(d, i, min(to, i+poem))
		if run >= wording.VerseLines && !numberedRun(d, i, run) {
			run = shortRun(d, i, to)
			verse(d, i, run, articles.PiecesOf(d, from))
			i += run - 1
			continue
		}
		if w, why := weighHeading(d, i, kin); w >= enough {
			d.Label(i, issue.Heading, "%s", why)
			found = append(found, i)
		}
	}
	glueHeadings(d, found)
	levels(d, found)
}

// siblings are the short lines of an article, counted by what they may share.
type siblings struct {
	lengths map[int]int
	commas  map[int]int // by the place of their comma
}

func siblingsOf(d *draft.Draft, from, to int) siblings {
	s := siblings{map[int]int{}, map[int]int{}}
	for i := from; i < to; i++ {
		if marks.HeadingLike(d, i) {
			s.lengths[d.Rows[i].Runes]++
			if at := strings.IndexByte(d.Rows[i].Fold, ','); at > 0 {
				s.commas[at]++
			}
		}
	}
	return s
}

// shortRun counts the rows from i on that are short and stand together.
func shortRun(d *draft.Draft, i, to int) int {
	n := 0
	for j := range d.Standing(i, to-i) {
		r := &d.Rows[j]
		if j >= to || !d.Short(j) || r.Runes > wording.VerseLine || n > 0 && r.Blank > 2 {
			break
		}
		n++
	}
	return n
}

// numberedRun reports whether a third of the rows are those of a list: they
// have a number or figures, a label or a fact of a book, or are sentences.
func numberedRun(d *draft.Draft, i, run int) bool {
	listed := 0
	for j := range d.Standing(i, run) {
		r := &d.Rows[j]
		if wording.Numbered(r.Fold) || wording.BookRow(r.Fold) || wording.Ended(r.Fold) && (r.Blank > 0 || unevenClauses(r.Fold)) || strings.ContainsAny(r.Fold, "0123456789") || marks.Greets(d, r.Fold) {
			listed++
		}
	}
	return 3*listed > run
}

// verse labels rows that keep their lines, and the titles of so many pieces
// among them.
func verse(d *draft.Draft, i, run, pieces int) {
	longest := articles.TitlesInVerse(d, i, run, pieces)
	for j := range d.Standing(i, run) {
		r := &d.Rows[j]
		if r.Kind == "" && articles.HeadsPiece(r.Fold) {
			d.Label(j, issue.Heading, "counts or names the pieces among the verses")
			r.Level = 1
		}
		if r.Kind == "" && r.Runes <= longest {
			d.Label(j, issue.Heading, "one of the shortest lines, and a group of pieces is announced")
			r.Level = 1
		}
		if r.Kind == "" {
			d.Label(j, issue.Paragraph, "one of %d short lines together", run)
			r.Form, r.Apart = issue.Verse, true
		}
	}
}

// glueHeadings makes one heading of two lines that stand together.
func glueHeadings(d *draft.Draft, found []int) {
	for k := 1; k < len(found); k++ {
		i, j := found[k-1], found[k]
		a, b := &d.Rows[i], &d.Rows[j]
		if d.Next(i) != j || a.Glued || b.Number > 0 || wording.Decimals(b.Fold) > 1 || b.Blank > 1 {
			continue
		}
		if a.Number > 0 && a.Series == wording.BareSeries {
			continue // a numeral alone stands over a heading of its own
		}
		b.Glued = true
		d.Decide(say.Of("goes on with the heading before it"), 0, j)
	}
}

// levels gives the headings of an article their levels, by the series of their
// numbers, in the order in which series come up, or by the parts of a number
// in figures: 2, 2.1, 2.1.3.
func levels(d *draft.Draft, found []int) {
	if d.DecimalLevels(found) {
		return
	}
	level := map[int]int{}
	depth := 0
	for _, i := range found {
		r := &d.Rows[i]
		if r.Glued {
			r.Level = depth
			continue
		}
		s := r.Series
		if r.Number == 0 {
			s = wording.NoSeries
		}
		if level[s] == 0 {
			level[s] = min(depth+1, 3)
			if depth == 0 {
				level[s] = 1
			}
		}
		r.Level = level[s]
		depth = r.Level
	}
}

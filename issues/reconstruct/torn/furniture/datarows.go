package furniture

import (
	"iter"
	"regexp"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
)

// tables labels rows of figures: three or more together, each of several words
// with figures among them, or all alike but for their figures; and what is
// alike to such rows elsewhere.
//
// Where it fails: a table whose cells came out a line each.
func tables(d *draft.Draft) {
	masks := map[string]bool{}
	for i, run := range figureRuns(d) {
		if run.wide {
			headTable(d, i, run.rows)
		}
		captionTable(d, i)
		for k := i; k < i+run.rows; k++ {
			d.Label(k, issue.Data, "one of %d rows of figures", run.rows)
			if run.alike {
				masks[figureMask(d.Rows[k].Fold)] = true
			}
		}
	}
	for i := range d.Rows {
		if figureRow(d, i) && masks[figureMask(d.Rows[i].Fold)] {
			d.Label(i, issue.Data, "alike to rows of figures but for its own")
		}
	}
}

// A figureRun is some rows of figures one under the other: all of several words, or
// all alike but for their figures.
type figureRun struct {
	rows        int
	wide, alike bool
}

// figureRuns gives the tables with the rows at which they begin. Three rows of figures
// are a table at least: two may be a running head and the page number over it.
func figureRuns(d *draft.Draft) iter.Seq2[int, figureRun] {
	const least = 3
	return func(yield func(int, figureRun) bool) {
		for i := 0; i < len(d.Rows); {
			run := figureRunAt(d, i)
			if run.rows >= least && (run.wide || run.alike) && !yield(i, run) {
				return
			}
			i += max(run.rows, 1)
		}
	}
}

// wideTables gives the rows of tables whose rows have several words each.
func wideTables(d *draft.Draft) map[int]bool {
	in := map[int]bool{}
	for i, run := range figureRuns(d) {
		for k := i; k < i+run.rows; k++ {
			in[k] = run.wide
		}
	}
	return in
}

// figureRunAt gives the rows of figures from row i on.
func figureRunAt(d *draft.Draft, i int) (run figureRun) {
	if !figureRow(d, i) {
		return run
	}
	mask := figureMask(d.Rows[i].Fold)
	run = figureRun{1, strings.Count(d.Rows[i].Fold, " ") >= 2, strings.Count(mask, "#") > 1}
	for ; i+run.rows < len(d.Rows) && figureRow(d, i+run.rows); run.rows++ {
		fold := d.Rows[i+run.rows].Fold
		wide, alike := run.wide && strings.Count(fold, " ") >= 2, run.alike && figureMask(fold) == mask
		if !wide && !alike {
			break
		}
		run.wide, run.alike = wide, alike
	}
	return run
}

// headTable labels the row over the n rows of figures from i on that has as many
// words as the first of them, and no figures: it names the columns.
func headTable(d *draft.Draft, i, n int) {
	const least = 3 // columns: two words over two may be a sentence's end
	columns := len(strings.Fields(d.Rows[i].Fold))
	if i == 0 || columns < least {
		return
	}
	if r := &d.Rows[i-1]; r.Zone == draft.Body && r.Kind == "" && !wording.Ended(r.Fold) && r.Runes <= draft.LongestTitle && len(strings.Fields(r.Fold)) == columns {
		d.Label(i-1, issue.Data, "names the columns of %d rows of figures", n)
	}
}

// captionTable labels the row over the rows of figures from i on, and over the
// names of their columns, that counts the table.
func captionTable(d *draft.Draft, i int) {
	for i--; i >= 0 && d.Rows[i].Kind == issue.Data; i-- {
	}
	if i < 0 {
		return
	}
	if r := &d.Rows[i]; r.Zone == draft.Body && r.Kind == "" && r.Runes <= draft.LongestTitle && !wording.Ended(r.Fold) && issue.CallsTable(r.Text) {
		d.Label(i, issue.Caption, "counts and names the table under it")
	}
}

// figureRow reports whether the row is short, holds figures and is no sentence:
// a remark in the last column of several figures may have a comma, and so may
// a number of more than three.
func figureRow(d *draft.Draft, i int) bool {
	const figures = 3 // words that are figures, which no sentence has in a row
	r := &d.Rows[i]
	if r.Zone != draft.Body || r.Kind != "" || r.Runes > draft.LongestTitle || wording.Ended(r.Fold) || !strings.ContainsAny(r.Fold, "0123456789") {
		return false
	}
	if !wording.Comma(thousands.ReplaceAllString(r.Fold, "$1")) {
		return true
	}
	n := 0
	for _, w := range strings.Fields(r.Fold) {
		if strings.Trim(w, "0123456789.%-+") == "" {
			n++
		}
	}
	return n >= figures
}

// thousands is the comma that parts a number's figures in threes: 12,300.
var thousands = regexp.MustCompile(`(\d),\d{3}`)

// figureMask writes a number sign for every number, in figures or ideographs.
func figureMask(fold string) string {
	var b strings.Builder
	number := false
	for _, r := range fold {
		if wording.Digit(r) || strings.ContainsRune(wording.Numerals+wording.Hundred, r) {
			if !number {
				b.WriteByte('#')
			}
			number = true
			continue
		}
		number = false
		b.WriteRune(r)
	}
	return b.String()
}

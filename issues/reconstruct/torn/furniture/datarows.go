package furniture

import (
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
	for i := 0; i < len(d.Rows); i++ {
		n, wide, alike := figureRows(d, i)
		if n >= tableRows && (wide || alike) {
			if wide {
				headTable(d, i, n)
			}
			captionTable(d, i)
			for k := i; k < i+n; k++ {
				d.Label(k, issue.Data, "one of %d rows of figures", n)
				if alike {
					masks[figureMask(d.Rows[k].Fold)] = true
				}
			}
		}
		i += max(n-1, 0)
	}
	if len(masks) == 0 {
		return
	}
	for i := range d.Rows {
		if figureRow(d, i) && masks[figureMask(d.Rows[i].Fold)] {
			d.Label(i, issue.Data, "alike to rows of figures but for its own")
		}
	}
}

// tableRows is how many rows of figures are a table at least: two may be a
// running head and the page number over it.
const tableRows = 3

// wideTables gives the rows of tables whose rows have several words each.
func wideTables(d *draft.Draft) map[int]bool {
	in := map[int]bool{}
	for i := 0; i < len(d.Rows); i++ {
		n, wide, _ := figureRows(d, i)
		if n >= tableRows && wide {
			for k := i; k < i+n; k++ {
				in[k] = true
			}
		}
		i += max(n-1, 0)
	}
	return in
}

// figureRows counts the rows of figures from i on, all of several words or all
// alike but for their figures.
func figureRows(d *draft.Draft, i int) (n int, wide, alike bool) {
	if !figureRow(d, i) {
		return 0, false, false
	}
	mask := figureMask(d.Rows[i].Fold)
	wide, alike = strings.Count(d.Rows[i].Fold, " ") >= 2, strings.Count(mask, "#") > 1
	for n = 1; i+n < len(d.Rows) && figureRow(d, i+n); n++ {
		w, a := wide && strings.Count(d.Rows[i+n].Fold, " ") >= 2, alike && figureMask(d.Rows[i+n].Fold) == mask
		if !w && !a {
			break
		}
		wide, alike = w, a
	}
	return n, wide, alike
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

package reconstruct

import (
	"strings"

	"kanyin/issues/issue"
)

// tables labels rows of figures: three or more together, each of several words
// with figures among them, or all alike but for their figures; and what is
// alike to such rows elsewhere.
//
// Where it fails: a table whose cells came out a line each.
func (d *draft) tables() {
	const rows = 3
	masks := map[string]bool{}
	for i := 0; i < len(d.rows); i++ {
		n, wide, alike := d.figureRows(i)
		if n >= rows && (wide || alike) {
			if wide {
				d.headTable(i, n)
			}
			for k := i; k < i+n; k++ {
				d.label(k, issue.Data, "one of "+itoa(n)+" rows of figures")
				if alike {
					masks[figureMask(d.rows[k].fold)] = true
				}
			}
		}
		i += max(n-1, 0)
	}
	if len(masks) == 0 {
		return
	}
	for i := range d.rows {
		if d.figureRow(i) && masks[figureMask(d.rows[i].fold)] {
			d.label(i, issue.Data, "alike to rows of figures but for its own")
		}
	}
}

// figureRows counts the rows of figures from i on, all of several words or all
// alike but for their figures.
func (d *draft) figureRows(i int) (n int, wide, alike bool) {
	if !d.figureRow(i) {
		return 0, false, false
	}
	mask := figureMask(d.rows[i].fold)
	wide, alike = strings.Count(d.rows[i].fold, " ") >= 2, strings.Count(mask, "#") > 1
	for n = 1; i+n < len(d.rows) && d.figureRow(i+n); n++ {
		w, a := wide && strings.Count(d.rows[i+n].fold, " ") >= 2, alike && figureMask(d.rows[i+n].fold) == mask
		if !w && !a {
			break
		}
		wide, alike = w, a
	}
	return n, wide, alike
}

// headTable labels the row over the n rows of figures from i on that has as many
// words as the first of them, and no figures: it names the columns.
func (d *draft) headTable(i, n int) {
	const least = 3 // columns: two words over two may be a sentence's end
	columns := len(strings.Fields(d.rows[i].fold))
	if i == 0 || columns < least {
		return
	}
	if r := &d.rows[i-1]; r.zone == body && r.kind == "" && !ended(r.fold) && r.runes <= longestTitle && len(strings.Fields(r.fold)) == columns {
		d.label(i-1, issue.Data, "names the columns of "+itoa(n)+" rows of figures")
	}
}

// figureRow reports whether the row is short, holds figures and is no sentence:
// a remark in the last column of several figures may have a comma.
func (d *draft) figureRow(i int) bool {
	const figures = 3 // words that are figures, which no sentence has in a row
	r := &d.rows[i]
	if r.zone != body || r.kind != "" || r.runes > longestTitle || ended(r.fold) || !strings.ContainsAny(r.fold, "0123456789") {
		return false
	}
	if !comma(r.fold) {
		return true
	}
	n := 0
	for _, w := range strings.Fields(r.fold) {
		if strings.Trim(w, "0123456789.%-+") == "" {
			n++
		}
	}
	return n >= figures
}

// figureMask writes a number sign for every number, in figures or ideographs.
func figureMask(fold string) string {
	var b strings.Builder
	number := false
	for _, r := range fold {
		if digit(r) || strings.ContainsRune(numerals+hundred, r) {
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

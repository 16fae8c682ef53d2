package contents

import (
	"strings"
	"unicode"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/wording"
)

// spans gives all that the fields may be read as.
func (w *witness) spans(fields []field) []span {
	const most = 10 // fields of one title or list of names
	var out []span
	for a := range fields {
		if p := fields[a].page; p > 0 {
			cost := 0.0
			if !w.rising[a] {
				cost = 0.8 // pages out of order are rarer than figures in titles
			}
			out = append(out, span{a, a + 1, pageRole, "", cost})
		}
		rows, pages := 0, 0
		for b := a + 1; b <= len(fields) && b <= a+most; b++ {
			f := &fields[b-1]
			if b > a+1 && f.gap == nextRow {
				rows++
				if rows > 2 || !fields[a].opens && fields[a-1].page == 0 {
					break
				}
			}
			if f.page > 0 {
				pages++
			}
			out = w.read(out, fields, a, b, rows, pages)
		}
	}
	return out
}

// read adds what the fields from a to b, on rows+1 rows, may be.
func (w *witness) read(out []span, fields []field, a, b, rows, pages int) []span {
	text := wordsBetween(fields, a, b)
	if rows > 0 {
		if pages == 0 && w.oneTitle(fields, a, b, text) {
			out = append(out, span{a, b, titleRole, text, slope * (0.95 - min(w.sim(text), 0.95))})
		}
		return out
	}
	whole := fields[a].opens && fields[b-1].closes
	if c := w.title(text, b-a, pages); c < never {
		out = append(out, span{a, b, titleRole, text, c + w.tooMuch(fields, a, b)})
	}
	if c := w.names(text); c < never && pages == 0 {
		out = append(out, span{a, b, namesRole, text, c})
	}
	if whole || tagged(fields, a, b) || w.opensRows(fields, a, b) {
		if c := w.column(fields, a, b, pages); c < never {
			out = append(out, span{a, b, columnRole, columnName(fields, a, b), c})
		}
	}
	if whole {
		out = append(out, span{a, b, asideRole, "", w.aside(fields[a].row) + float64(pages)})
	}
	return out
}

// oneTitle reports whether the rows of the fields from a to b are one title: the
// body says so, and neither the first is a column or names nor the last names.
func (w *witness) oneTitle(fields []field, a, b int, text string) bool {
	last := lastRow(fields, a, b)
	return w.sim(text) > surelyAlike && w.whole(text, last) && !w.signs(last) && !w.signs(wordsBetween(fields, a, rowEnd(fields, a))) && !w.heading(fields, a)
}

// tooMuch is what it costs that a title would hold what is hardly a part of it.
func (w *witness) tooMuch(fields []field, a, b int) float64 {
	c := 0.0
	if fields[a].page > 0 || fields[b-1].page > 0 {
		c += 2 // figures at a title's edge are its page
	}
	if w.bearsNames(fields, a, b) {
		c += 1.6 // the body has a title and the names under it on two rows
	}
	if b > a+1 && w.opensRows(fields, a, a+1) {
		c += 1.6 // and what opens row after row is a column
	}
	return c
}

// openersOf counts what the rows of several fields open with, but for pages.
func openersOf(fields []field) map[string]int {
	n := map[string]int{}
	for i := range fields {
		if leads(fields, i) && wordsBehind(fields, i) {
			n[normal.Key(fields[i].word())]++
		}
	}
	return n
}

// leads reports whether field i is the first of its row but for a page.
func leads(fields []field, i int) bool {
	f := &fields[i]
	return f.page == 0 && (f.opens || i > 0 && fields[i-1].opens && fields[i-1].page > 0 && fields[i-1].row == f.row)
}

// wordsBehind reports whether words, and not a page alone, stand behind field i
// on its row.
func wordsBehind(fields []field, i int) bool {
	for !fields[i].closes {
		if i++; fields[i].page == 0 {
			return true
		}
	}
	return false
}

// opensRows reports whether the field from a to b opens several rows.
func (w *witness) opensRows(fields []field, a, b int) bool {
	return b == a+1 && leads(fields, a) && wordsBehind(fields, a) && w.openers[normal.Key(fields[a].word())] > 1 && !w.signs(fields[a].word())
}

// tagged reports whether the fields from a to b stand in brackets before others.
func tagged(fields []field, a, b int) bool {
	before, behind := fields[a].text[:fields[a].from], fields[b-1].text[fields[b-1].to:]
	return strings.HasSuffix(before, "[") && strings.HasPrefix(behind, "]") && strings.TrimSpace(behind[1:]) != ""
}

// lastRow gives what the fields from a to b have on the last of their rows.
func lastRow(fields []field, a, b int) string {
	for k := b - 1; k > a; k-- {
		if fields[k].gap == nextRow {
			return wordsBetween(fields, k, b)
		}
	}
	return wordsBetween(fields, a, b)
}

// rowEnd gives the field behind the last of field a's row.
func rowEnd(fields []field, a int) int {
	for !fields[a].closes {
		a++
	}
	return a + 1
}

// heading reports whether the row of field a is a column's name, by its mark or
// because the body repeats it.
func (w *witness) heading(fields []field, a int) bool {
	row := wordsBetween(fields, a, rowEnd(fields, a))
	return fields[a].opens && (fields[a].dress() != 0 && !strings.ContainsRune(wording.Openers, fields[a].dress()) || w.repeated(normal.Key(row)) || w.kicker(row))
}

// kicker reports whether the body has so short a row in a block of its own over
// the next: the name of a column, and not half a title.
func (w *witness) kicker(row string) bool {
	const longest = 4 // runes: half a title has more
	if wording.RuneCount(normal.Key(row)) > longest {
		return false
	}
	for _, m := range w.look(row) {
		rows := w.d.Titles.Cands[m.Cand].Rows
		if i := rows[0]; len(rows) == 1 && i+1 < len(w.d.Rows) && w.d.Rows[i+1].Blank < w.d.Rows[i].Blank {
			return false
		}
	}
	return true
}

// whole reports whether what is likest to the text in the body is as long: two
// rows of which the body has one alone are no title of two rows.
func (w *witness) whole(text, last string) bool {
	found := w.look(text)
	if len(found) == 0 {
		return false
	}
	const sure = 4 // runes: what is shorter must stand there to the letter
	theirs := string(w.d.Titles.Cands[found[0].Cand].Key)
	n, ours := wording.RuneCount(theirs)-wording.RuneCount(normal.Key(text)), normal.Key(last)
	return n >= -1 && n <= 1 && (wording.RuneCount(ours) > sure || strings.Contains(theirs, ours))
}

// bearsNames reports whether the fields from a to b begin or end with names.
func (w *witness) bearsNames(fields []field, a, b int) bool {
	const most = 3 // fields of one name
	for n := 1; n <= most && a+n < b; n++ {
		if w.signs(wordsBetween(fields, a, a+n)) || w.signs(wordsBetween(fields, b-n, b)) {
			return true
		}
	}
	return false
}

// dash reports whether the row begins with a dash, as a subtitle does.
func (f *field) dash() bool { return f.opens && strings.HasPrefix(f.text, wording.Dash) }

// dress gives the mark that a row begins with, 0 for none.
func (f *field) dress() rune {
	if f.upright {
		return unicode.ReplacementChar
	}
	if r := wording.FirstRune(f.text); !unicode.IsLetter(r) && !unicode.IsNumber(r) {
		return r
	}
	return 0
}

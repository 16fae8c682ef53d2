package contents

import (
	"slices"
	"strings"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/wording"
)

// seeNamelike finds the titles that read as a name, as 石碑记 begins with a
// surname: the first words of a row that has a page and nothing but names, where
// the body has these words on a line and the rest of the row on the next. Two
// authors who stand so are under a title that the contents have as well.
func (w *witness) seeNamelike(fields []field, titled map[int]part) {
	for a := range fields {
		if !leads(fields, a) {
			continue
		}
		words, paged := wordsOfRow(fields, a)
		if !paged || len(words) < 2 || !wording.All(words, w.onlyNames) {
			continue
		}
		title, rest := words[0], wording.AuthorsOf(strings.Join(words[1:], " "))
		if i := w.overNames(title, rest); i >= 0 && (i == 0 || titled[i-1] == "") {
			w.namelike[normal.Key(title)] = true
			titled[i] = all
		}
	}
}

// wordsOfRow gives the words of field a's row, and whether a page stands with them.
func wordsOfRow(fields []field, a int) (words []string, paged bool) {
	from := a
	for from > 0 && fields[from-1].row == fields[a].row {
		from--
	}
	for k := from; k < len(fields) && fields[k].row == fields[a].row; k++ {
		if f := &fields[k]; f.page > 0 {
			paged = true
		} else {
			words = append(words, f.word())
		}
	}
	return words, paged
}

// overNames gives the row of the body that is the title alone and has a byline
// of these names under it, or -1.
func (w *witness) overNames(title string, names []string) int {
	for _, m := range w.look(title) {
		rows := w.d.Titles.Cands[m.Cand].Rows
		i := rows[0]
		if m.Sim == 1 && len(rows) == 1 && i+1 < len(w.d.Rows) && nameShaped(w.d.Rows[i+1].Fold) && slices.Equal(wording.AuthorsOf(w.d.Rows[i+1].Fold), names) {
			return i
		}
	}
	return -1
}

// holdsNamelike reports whether one of the names is a title.
func (w *witness) holdsNamelike(names []string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return w.namelike[normal.Key(n)] })
}

package unwrap

import (
	"sort"
	"strings"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/contents"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/marks"
	"kanyin/issues/reconstruct/torn/wording"
	"kanyin/issues/say"
)

// Widths by which a margin is known, in half ems.
const (
	hanging   = 4  // a forbidden line start pushes one or two ideographs over, or a mark hangs out
	pile      = 6  // lines of Chinese end as near the margin as that: three ideographs
	latinWord = 16 // a long word goes to the next line whole
	shortWord = 12 // a word or number among ideographs that had no room goes to the next line
)

// Unwrap puts lines together that only a margin broke.
//
// How: in a hard-wrapped text the widths of lines that another line follows at
// once pile up just under one value, the margin. Where they do, a line that
// reaches the margin goes on with the next, unless that is indented or looks
// like a mark. Width is counted in half ems: an ideograph is two.
//
// Where it fails: a wrapped text without indents or blank lines, when a
// paragraph's last line happens to reach the margin: it goes on then, unless
// it ends a sentence well short of it. Where a column ends at the margin and
// another begins, too; seams parts what is torn there.
func Unwrap(d *draft.Draft) {
	const again = 3 // times: a short line that stands as often is a running head
	margin, wrapped := margin(d)
	if !wrapped {
		return
	}
	slack := hanging
	if mostlyLatin(d) {
		slack = latinWord
	}
	indented, base := Indents(d), usualBlank(d)
	whole := indented || partedByBlanks(d, margin-slack, base) // a full line goes on though it ends a sentence
	heads, titles := masks(d), map[string]bool{}
	var rows []draft.Row
	var lines []int
	listing := false // inside the contents, whose rows end where they end
	for _, r := range d.Rows {
		if contents.HeadsContents(&r) {
			listing = true
		} else if listing && wording.Ended(r.Fold) {
			listing = false
		}
		if listing {
			contents.NoteTitles(titles, contents.PartFields(d, 0, r.Fold, false, true))
		}
		apart := listing || r.Edge || r.Blank > base || heads[wording.MaskOf(r.Fold)] >= again || titles[normal.Key(r.Fold)] || r.Runes < wording.LeastText && wording.HasBylineHead(r.Fold)
		if n := len(rows); n > 0 && !apart && goesOn(rows[n-1].Raw, r, margin-slack, margin, indented, whole) {
			last := &rows[n-1]
			last.Lines = append(last.Lines, r.Lines...)
			last.Full += normal.Join(last.Full, r.Full)
			last.Turns = append(last.Turns, len(last.Full))
			last.Full += r.Full
			last.Raw = r.Raw // its width decides whether the next line goes on
			lines = append(lines, r.Lines[0])
			last.Folded = append(last.Folded, r.Fold)
			continue
		}
		rows = append(rows, r)
	}
	if len(lines) == 0 {
		return
	}
	for i := range rows {
		rewrap(&rows[i], d.File.Lines)
	}
	d.Rows = rows
	d.Wrapped = true
	d.Habit("hard-wrap", say.Of("%d half ems", margin), lines)
}

// masks counts the short lines that are alike but for their figures.
func masks(d *draft.Draft) map[string]int {
	n := map[string]int{}
	for i := range d.Rows {
		if d.Rows[i].Runes <= wording.LongestFurniture {
			n[wording.MaskOf(d.Rows[i].Fold)]++
		}
	}
	return n
}

// rewrap sets the text of a row that several lines went into.
func rewrap(r *draft.Row, lines []string) {
	if len(r.Lines) == 1 {
		return
	}
	r.Raw = rawOf(r.Lines, lines)
	var fold strings.Builder
	fold.WriteString(r.Fold)
	for _, f := range r.Folded {
		if wording.Latin(wording.LastRune(fold.String())) && wording.Latin(wording.FirstRune(f)) {
			fold.WriteByte(' ')
		}
		fold.WriteString(f)
	}
	r.Folded = nil
	r.Set(r.Full, fold.String())
}

func goesOn(before string, r draft.Row, reach, margin int, indented, parted bool) bool {
	w := max(widthOf(before), min(2*wording.RuneCount(strings.TrimSpace(before)), margin)) // some wrap by characters
	if c := wording.FirstRune(r.Fold); w < reach && (wording.Latin(c) || wording.Digit(c)) && !wording.Ended(wording.FoldOf(before)) {
		w += shortWord // it had no room and went to this line
	}
	if w < reach || w > margin+hanging || wording.IndentOf(r.Raw) > 1 && indented {
		return false
	}
	k, _ := marks.MarkOf(r.Fold, r.Runes)
	onto, _ := wording.JumpOnto(wording.FoldOf(before))
	n, series, _ := wording.Numbering(r.Fold)
	whole, narrow := wording.Ended(wording.FoldOf(before)), widthOf(r.Raw) < reach
	switch {
	case k != "", strings.HasPrefix(strings.ToLower(r.Fold), wording.IssnWord):
		return false
	case onto != 0:
		return false // the text goes on on another page
	case !whole && strings.Trim(r.Fold, "0123456789-.") == "":
		return true // the rest of a reference or of an amount
	case n > 0 && series != wording.BareSeries && narrow && (!wording.Ended(r.Fold) || whole && strings.HasSuffix(r.Fold, "?")):
		return false // a numbered heading
	case whole && indented && narrow && !wording.Ended(r.Fold):
		return false // a heading: the last line of a paragraph would end
	}
	return !whole || parted || w >= margin-1
}

// partedByBlanks reports whether blank lines part the paragraphs: one stands
// behind nearly all lines that end a sentence short of the margin.
func partedByBlanks(d *draft.Draft, reach, base int) bool {
	const least = 8 // ends of paragraphs: fewer are no habit
	ends, parted := 0, 0
	for i := 0; i+1 < len(d.Rows); i++ {
		if r := &d.Rows[i]; widthOf(r.Raw) < reach && wording.Ended(r.Fold) {
			ends++
			if d.Rows[i+1].Blank > base {
				parted++
			}
		}
	}
	return ends >= least && 10*parted >= 9*ends
}

// margin gives the width at which lines pile up, and whether they do.
func margin(d *draft.Draft) (int, bool) {
	const (
		enough = 12  // lines, before a pile means anything
		widest = 160 // half ems: a line longer than that was not broken by a margin
		least  = 24  // half ems: verse and contents rows are shorter
	)
	counts := map[int]int{}
	total := 0
	base := usualBlank(d)
	for i := 0; i+1 < len(d.Rows); i++ {
		w := widthOf(d.Rows[i].Raw)
		if w > widest {
			total++
		}
		if d.Rows[i+1].Blank <= base && w >= least && w <= widest {
			counts[w]++
			total++
		}
	}
	widths := make([]int, 0, len(counts))
	for w := range counts {
		widths = append(widths, w)
	}
	sort.Ints(widths)
	best, at := 0, 0
	for _, w := range widths {
		lines := 0
		for k := range pile {
			lines += counts[w-k]
		}
		if lines > best {
			best, at = lines, w
		}
	}
	// Latin lines break at words and pile up less sharply.
	const share = 0.4 // of the lines: the others end paragraphs, or were turned over a word early
	if mostlyLatin(d) {
		best = 0
		for _, w := range widths {
			if w > at-latinWord && w <= at {
				best += counts[w]
			}
		}
		for _, w := range widths {
			if w > at && counts[w] > 0 && w < at+shortWord {
				at = w
			}
		}
	}
	if best < enough && !sureMargin(d, at, best, base) {
		return at, false
	}
	return at, float64(best) >= share*float64(total)
}

// sureMargin reports whether a few lines, too few for a pile to say anything,
// are broken by a margin all the same: none is wider, those that reach it go
// on, and those that stay short of it end.
func sureMargin(d *draft.Draft, at, reach, base int) bool {
	const (
		few    = 5  // lines at the margin, in a text of two paragraphs
		narrow = 30 // half ems: verse is narrower
	)
	if reach < few || at < narrow {
		return false
	}
	ends, going, short, shortEnds := 0, 0, 0, 0
	for i := range d.Rows {
		r := &d.Rows[i]
		switch w := widthOf(r.Raw); {
		case w > at+hanging:
			return false
		case i+1 < len(d.Rows) && d.Rows[i+1].Blank > base || w < at/2 && !wording.Ended(r.Fold):
			// the end of a paragraph, a title or a heading
		case w > at-pile && wording.Ended(r.Fold):
			ends++
		case w > at-pile:
			going++
		default:
			if short++; wording.Ended(r.Fold) {
				shortEnds++
			}
		}
	}
	return going > 2*ends && 3*shortEnds >= 2*short
}

// usualBlank is how many blank lines stand before most lines, at most one: some
// dumps put one after every line of print.
func usualBlank(d *draft.Draft) int {
	ones := 0
	for i := range d.Rows {
		if d.Rows[i].Blank == 1 {
			ones++
		}
	}
	if 10*ones > 9*len(d.Rows) {
		return 1
	}
	return 0
}

// BeginsParagraph reports whether an indent of so many half ems is a
// paragraph's; deeper ones centre a title or set a name to the right.
func BeginsParagraph(indent int) bool {
	const deepest = 8
	return indent > 1 && indent <= deepest
}

// Indents reports whether the text marks its paragraphs with indents.
func Indents(d *draft.Draft) bool {
	n := 0
	for i := range d.Rows {
		if BeginsParagraph(wording.IndentOf(d.Rows[i].Raw)) {
			n++
		}
	}
	return n*20 >= len(d.Rows) && n > 2
}

func mostlyLatin(d *draft.Draft) bool {
	c := d.Letters()
	return c.Latin > 4*c.Han
}

// widthOf counts half ems, without the blanks at the end.
func widthOf(raw string) int {
	n := 0
	for _, r := range strings.TrimRight(raw, " \t\r\f") {
		if r < 0x1100 {
			n++
		} else {
			n += 2
		}
	}
	return n
}

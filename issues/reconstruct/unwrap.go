package reconstruct

import (
	"sort"
	"strings"

	"kanyin/issues/normal"
)

// Widths by which a margin is known, in half ems.
const (
	hanging   = 4  // a forbidden line start pushes one or two ideographs over, or a mark hangs out
	pile      = 6  // lines of Chinese end as near the margin as that: three ideographs
	latinWord = 16 // a long word goes to the next line whole
	shortWord = 12 // a word or number among ideographs that had no room goes to the next line
)

// unwrap puts lines together that only a margin broke.
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
func unwrap(d *draft) {
	const again = 3 // times: a short line that stands as often is a running head
	margin, wrapped := d.margin()
	if !wrapped {
		return
	}
	slack := hanging
	if d.mostlyLatin() {
		slack = latinWord
	}
	indented, base := d.indents(), d.usualBlank()
	whole := indented || d.partedByBlanks(margin-slack, base) // a full line goes on though it ends a sentence
	heads, titles := d.masks(), map[string]bool{}
	var rows []row
	var lines []int
	listing := false // inside the contents, whose rows end where they end
	for _, r := range d.rows {
		if r.headsContents() {
			listing = true
		} else if listing && ended(r.fold) {
			listing = false
		}
		if listing {
			noteTitles(titles, d.partFields(0, r.fold, false, true))
		}
		apart := listing || r.edge || r.blank > base || heads[maskOf(r.fold)] >= again || titles[key(r.fold)] || r.runes < leastText && hasBylineHead(r.fold)
		if n := len(rows); n > 0 && !apart && goesOn(rows[n-1].raw, r, margin-slack, margin, indented, whole) {
			last := &rows[n-1]
			last.lines = append(last.lines, r.lines...)
			last.full += normal.Join(last.full, r.full)
			last.turns = append(last.turns, len(last.full))
			last.full += r.full
			last.raw = r.raw // its width decides whether the next line goes on
			lines = append(lines, r.lines[0])
			last.folded = append(last.folded, r.fold)
			continue
		}
		rows = append(rows, r)
	}
	if len(lines) == 0 {
		return
	}
	for i := range rows {
		rows[i].rewrap(d.file.Lines)
	}
	d.rows = rows
	d.wrapped = true
	d.habit("hard-wrap", itoa(margin)+" half ems", lines)
}

// masks counts the short lines that are alike but for their figures.
func (d *draft) masks() map[string]int {
	n := map[string]int{}
	for i := range d.rows {
		if d.rows[i].runes <= longestFurniture {
			n[maskOf(d.rows[i].fold)]++
		}
	}
	return n
}

// rewrap sets the text of a row that several lines went into.
func (r *row) rewrap(lines []string) {
	if len(r.lines) == 1 {
		return
	}
	r.raw = rawOf(r.lines, lines)
	var fold strings.Builder
	fold.WriteString(r.fold)
	for _, f := range r.folded {
		if latin(lastRune(fold.String())) && latin(firstRune(f)) {
			fold.WriteByte(' ')
		}
		fold.WriteString(f)
	}
	r.folded = nil
	r.set(r.full, fold.String())
}

func goesOn(before string, r row, reach, margin int, indented, parted bool) bool {
	w := max(widthOf(before), min(2*runeCount(strings.TrimSpace(before)), margin)) // some wrap by characters
	if c := firstRune(r.fold); w < reach && (latin(c) || digit(c)) && !ended(foldOf(before)) {
		w += shortWord // it had no room and went to this line
	}
	if w < reach || w > margin+hanging || indentOf(r.raw) > 1 && indented {
		return false
	}
	if k, _ := markOf(r.fold, r.runes); k != "" || strings.HasPrefix(strings.ToLower(r.fold), issnWord) {
		return false
	}
	whole, narrow := ended(foldOf(before)), widthOf(r.raw) < reach
	if endsInJump(foldOf(before)) {
		return false // the text goes on on another page
	}
	if !whole && strings.Trim(r.fold, "0123456789-.") == "" {
		return true // the rest of a reference or of an amount
	}
	if n, series, _ := numbering(r.fold); n > 0 && series != bareSeries && narrow && (!ended(r.fold) || whole && strings.HasSuffix(r.fold, "?")) {
		return false // a numbered heading
	}
	if whole && indented && !ended(r.fold) && narrow {
		return false // a heading: the last line of a paragraph would end
	}
	return !whole || parted || w >= margin-1
}

// partedByBlanks reports whether blank lines part the paragraphs: one stands
// behind nearly all lines that end a sentence short of the margin.
func (d *draft) partedByBlanks(reach, base int) bool {
	const least = 8 // ends of paragraphs: fewer are no habit
	ends, parted := 0, 0
	for i := 0; i+1 < len(d.rows); i++ {
		if r := &d.rows[i]; widthOf(r.raw) < reach && ended(r.fold) {
			ends++
			if d.rows[i+1].blank > base {
				parted++
			}
		}
	}
	return ends >= least && 10*parted >= 9*ends
}

// margin gives the width at which lines pile up, and whether they do.
func (d *draft) margin() (int, bool) {
	const (
		enough = 12  // lines, before a pile means anything
		widest = 160 // half ems: a line longer than that was not broken by a margin
		least  = 24  // half ems: verse and contents rows are shorter
	)
	counts := map[int]int{}
	total := 0
	base := d.usualBlank()
	for i := 0; i+1 < len(d.rows); i++ {
		w := widthOf(d.rows[i].raw)
		if w > widest {
			total++
		}
		if d.rows[i+1].blank <= base && w >= least && w <= widest {
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
	if d.mostlyLatin() {
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
	if best < enough && !d.sureMargin(at, best, base) {
		return at, false
	}
	return at, float64(best) >= share*float64(total)
}

// sureMargin reports whether a few lines, too few for a pile to say anything,
// are broken by a margin all the same: none is wider, those that reach it go
// on, and those that stay short of it end.
func (d *draft) sureMargin(at, reach, base int) bool {
	const (
		few    = 5  // lines at the margin, in a text of two paragraphs
		narrow = 30 // half ems: verse is narrower
	)
	if reach < few || at < narrow {
		return false
	}
	ends, going, short, shortEnds := 0, 0, 0, 0
	for i := range d.rows {
		r := &d.rows[i]
		switch w := widthOf(r.raw); {
		case w > at+hanging:
			return false
		case i+1 < len(d.rows) && d.rows[i+1].blank > base || w < at/2 && !ended(r.fold):
			// the end of a paragraph, a title or a heading
		case w > at-pile && ended(r.fold):
			ends++
		case w > at-pile:
			going++
		default:
			if short++; ended(r.fold) {
				shortEnds++
			}
		}
	}
	return going > 2*ends && 3*shortEnds >= 2*short
}

// usualBlank is how many blank lines stand before most lines, at most one: some
// dumps put one after every line of print.
func (d *draft) usualBlank() int {
	ones := 0
	for i := range d.rows {
		if d.rows[i].blank == 1 {
			ones++
		}
	}
	if 10*ones > 9*len(d.rows) {
		return 1
	}
	return 0
}

// beginsParagraph reports whether an indent of so many half ems is a
// paragraph's; deeper ones centre a title or set a name to the right.
func beginsParagraph(indent int) bool {
	const deepest = 8
	return indent > 1 && indent <= deepest
}

// indents reports whether the text marks its paragraphs with indents.
func (d *draft) indents() bool {
	n := 0
	for i := range d.rows {
		if beginsParagraph(indentOf(d.rows[i].raw)) {
			n++
		}
	}
	return n*20 >= len(d.rows) && n > 2
}

func (d *draft) mostlyLatin() bool {
	c := d.letters()
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

// indentOf counts the half ems of blanks that the line begins with.
func indentOf(raw string) int {
	n := 0
	for _, r := range raw {
		switch r {
		case ' ', '\u00a0', '\u2002':
			n++
		case '\u3000', '\u2003':
			n += 2
		case '\t':
			n += 4
		default:
			return n
		}
	}
	return n
}

package draft

import (
	"iter"
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/wording"
	"kanyin/issues/say"
)

// Flow reports whether row i is in the body and undecided or running text.
func (d *Draft) Flow(i int) bool {
	r := &d.Rows[i]
	return r.Zone == Body && (r.Kind == "" || r.Kind == issue.Paragraph || r.Kind == issue.Heading)
}

// ReadLines gathers the lines that are not blank.
//
// How: a line is blank by the same test that the ledger uses. Where it fails:
// nowhere; what a line means is for later passes.
func ReadLines(d *Draft) {
	edges := make(map[int]bool, len(d.File.Pages))
	for _, n := range d.File.Pages {
		edges[n] = true
	}
	blank, edge := 0, false
	margin := leftMargin(d.File.Lines)
	spaced := wording.SpacedText(d.File.Lines)
	for n, raw := range d.File.InOrder() {
		edge = edge || edges[n]
		if strings.TrimSpace(raw) == "" {
			blank++
			continue
		}
		raw = normal.Forms(strings.TrimPrefix(raw, margin))
		if spaced && wording.SpacedLine(raw) {
			raw = wording.CloseUp(raw)
		}
		d.Rows = append(d.Rows, newRow(raw, n, blank, edge))
		blank, edge = 0, false
	}
}

// leftMargin gives the blanks that nine of ten lines begin with: they indent nothing.
func leftMargin(lines []string) string {
	var heads []string
	for _, l := range lines {
		if rest := strings.TrimLeft(l, wording.Blanks); rest != "" {
			heads = append(heads, l[:len(l)-len(rest)])
		}
	}
	if len(heads) == 0 {
		return ""
	}
	sorted := slices.Clone(heads)
	slices.SortFunc(sorted, func(a, b string) int { return len(a) - len(b) })
	margin, n := sorted[len(sorted)/10], 0
	for _, h := range heads {
		if strings.HasPrefix(h, margin) {
			n++
		}
	}
	if 10*n < 9*len(heads) {
		return ""
	}
	return margin
}

func newRow(raw string, line, blank int, edge bool) Row {
	r := Row{Lines: []int{line}, Raw: raw, Blank: blank, Edge: edge}
	r.Set(normal.Text(raw), wording.FoldOf(raw))
	return r
}

// Set gives the row its text and what follows from it.
func (r *Row) Set(text, folded string) {
	r.Full, r.Text, r.Fold = text, text, folded
	r.Runes = wording.RuneCount(folded)
}

// Short reports whether row i could be a heading at all.
func (d *Draft) Short(i int) bool {
	const longest = 45 // runes: a question as a heading has forty
	r := &d.Rows[i]
	return r.Zone == Body && r.Kind == "" && r.Runes <= longest && r.From == 0 && r.Onto == 0
}

// Prev gives the row before i that is not furniture nor a picture's words, or -1.
func (d *Draft) Prev(i int) int {
	for j := i - 1; j >= 0; j-- {
		r := &d.Rows[j]
		if r.Zone == Front {
			return -1
		}
		if r.Zone != Dropped && r.Kind != issue.Caption && r.Kind != issue.Credit && r.Kind != issue.Prompt {
			return j
		}
	}
	return -1
}

// TakeJump cuts the marks "continued on page N" and "continued from page N" out
// of a row's text and keeps their pages.
//
// How: the mark is a bracketed group at the very start or the very end of the
// line that begins with one of the lexicon's words and says nothing else than a
// page. Where it fails: a mark without brackets is left in the text.
func (d *Draft) TakeJump(i int) {
	r := &d.Rows[i]
	if page, rest := wording.JumpFrom(r.Fold); page != 0 {
		r.From, r.Fold, r.Text = page, rest, wording.CutHead(r.Text)
	}
	if page, before := wording.JumpOnto(r.Fold); page != 0 && before != "" {
		r.Onto, r.Fold, r.Text = page, before, wording.CutTail(r.Text)
	}
	if r.From != 0 || r.Onto != 0 {
		r.Runes = wording.RuneCount(r.Fold)
		d.Decide(say.Of("a mark of where the text goes on was read and taken out"), 0, i)
	}
}

// Author reports whether the text is a person's name for certain: by its surname, by
// the dot of a transcribed one, or because the issue names the person elsewhere.
func (d *Draft) Author(name string) bool {
	return wording.Known(name) || d.Names[normal.Key(name)] || wording.NameLike(name) && strings.Contains(name, wording.MiddleDot)
}

// Authors reports whether the text is so many such names at most, and nothing else.
func (d *Draft) Authors(fold string, most int) bool {
	names := wording.SplitNames(fold)
	return len(names) > 0 && len(names) <= most && wording.All(names, d.Author)
}

// Sentence reports whether the row is text by its length and its end.
func (r *Row) Sentence() bool { return wording.Ended(r.Fold) && r.Runes > wording.LeastText }

// Prose reports whether the row is text, where text is looked for.
func (r *Row) Prose() bool {
	return r.Runes > wording.SureText || wording.Ended(r.Fold) && r.Runes > wording.LeastSentence
}

// Wide gives the length for the issue's script: a letter is half as wide as an ideograph.
func (d *Draft) Wide(runes int) int {
	if d.English {
		return 2 * runes
	}
	return runes
}

// DecimalLevels gives headings that are counted as 2, 2.1, 2.1.3 a level a
// part, and reports whether these are: one has two parts.
func (d *Draft) DecimalLevels(found []int) bool {
	deepest := 0
	for _, i := range found {
		deepest = max(deepest, wording.Decimals(d.Rows[i].Fold))
	}
	if deepest < 2 {
		return false
	}
	level := 1
	for _, i := range found {
		if r := &d.Rows[i]; !r.Glued {
			level = min(max(wording.Decimals(r.Fold), 1), 3)
		}
		d.Rows[i].Level = level
	}
	return true
}

// Standing gives the rows from i on that are not furniture, at most n.
func (d *Draft) Standing(i, n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for ; n > 0 && i < len(d.Rows); i++ {
			if d.Rows[i].Zone == Dropped {
				continue
			}
			if n--; !yield(i) {
				return
			}
		}
	}
}

// Above gives the row before i that is not furniture, or -1.
func (d *Draft) Above(i int) int {
	for i--; i >= 0 && d.Rows[i].Zone == Dropped; i-- {
	}
	return i
}

// Next gives the next row that is not furniture, or -1.
func (d *Draft) Next(i int) int {
	for j := i + 1; j < len(d.Rows); j++ {
		if d.Rows[j].Zone == Front {
			return -1
		}
		if d.Rows[j].Zone != Dropped {
			return j
		}
	}
	return -1
}

package reconstruct

import (
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/told"
	"kanyin/issues/source"
)

// A draft is an issue being read. Passes work on its rows and never add or
// remove one after unwrap; seams alone parts rows that unwrap put together.
type draft struct {
	file *source.File
	pass string // the name of the pass that runs
	rows []row

	told   *told.Lines        // what an editor says
	pinned map[int]issue.Kind // by row
	barred map[int]bool       // rows that are no title

	english    bool     // the text is written in Latin letters
	wrapped    bool     // its lines were broken by a margin
	dense      bool     // most lines stand without a blank line before them
	toc        contents // the contents page and its entries
	meta       issue.Meta
	numberSaid bool            // meta.Number was said, and is no month
	names      map[string]bool // keys of the authors that the issue names for certain
	titles     *titleIndex     // of the rows that could be titles
	headCount  map[string]int  // see heads
	paragraphs paragraphHabits // see findHeadings
	starts     []start         // where articles begin, in source order

	rests    map[int]int // of a row that was torn: the row with its rest, which stands behind all others
	articles []article   // after seams, in reading order
	loose    [][]int     // blocks that no article claimed

	decisions []issue.Decision
	habits    []issue.Habit
	findings  []issue.Finding
	issue     *issue.Issue
}

// A zone is the part of the issue that a row stands in.
type zone uint8

const (
	body    zone = iota
	front        // cover, contents, masthead
	dropped      // furniture
)

// A row is a line that is not blank, or several lines that a margin broke.
type row struct {
	lines []int  // in the source, from 1
	raw   string // as the source has it, without the margin that all lines have
	text  string // normalised, without a mark that says where the text goes on
	full  string // normalised, with it
	fold  string // raw with its brackets, colons and widths made alike
	runes int    // of fold
	blank int    // blank lines before it
	edge  bool   // a page of the source begins here

	zone  zone
	kind  issue.Kind // "" while undecided
	level int
	form  issue.Form
	lead  string
	why   string
	told  bool // longer than a title, and another row holds it word for word
	torn  bool // the rest of a row
	foot  bool // a byline that stands at its article's end
	head  bool // a place of work that stands under its title
	aside bool // stands between texts and goes on with neither: a letter's signature
	glued bool // continues the row before it of the same kind
	apart bool // begins a block whatever stands before it

	from, onto     int      // pages of 上接 and 下转
	number, series int      // of a numbered heading or item
	closes         bool     // ends with an editor's mark
	folded         []string // while unwrapping: the lines that went in
	turns          []int    // offsets in text where a line begins that a margin broke
}

// An article is a start with its blocks of rows in reading order.
type article struct {
	start  int // index of draft.starts
	blocks [][]int
}

// label says what row i is, and why. What an editor said stands.
func (d *draft) label(i int, k issue.Kind, why string) {
	if pinned, ok := d.pinned[i]; ok && pinned != k || k == issue.Title && d.barred[i] {
		return
	}
	r := &d.rows[i]
	r.kind, r.why = k, why
	switch k {
	case issue.Cover, issue.Toc, issue.Masthead:
		r.zone = front
	case issue.RunningHead, issue.PageNumber:
		r.zone = dropped
	}
	d.decide(string(k)+": "+why, 0, i)
}

// decide records why rows were placed as they were.
func (d *draft) decide(text string, margin float64, rows ...int) {
	var lines []int
	for _, i := range rows {
		lines = append(lines, d.rows[i].lines...)
	}
	d.decisions = append(d.decisions, issue.Decision{Pass: d.pass, Lines: lines, Text: text, Margin: margin})
}

// habit records a trait of the house style; lines beyond the first few are counted only.
func (d *draft) habit(name, value string, lines []int) {
	const shown = 5
	h := issue.Habit{Name: name, Value: value, Count: len(lines), Lines: lines}
	if len(lines) > shown {
		h.Lines = lines[:shown]
	}
	d.habits = append(d.habits, h)
}

// flow reports whether row i is in the body and undecided or running text.
func (d *draft) flow(i int) bool {
	r := &d.rows[i]
	return r.zone == body && (r.kind == "" || r.kind == issue.Paragraph || r.kind == issue.Heading)
}

// readLines gathers the lines that are not blank.
//
// How: a line is blank by the same test that the ledger uses. Where it fails:
// nowhere; what a line means is for later passes.
func readLines(d *draft) {
	edges := make(map[int]bool, len(d.file.Pages))
	for _, n := range d.file.Pages {
		edges[n] = true
	}
	blank, edge := 0, false
	margin := leftMargin(d.file.Lines)
	spaced := spacedText(d.file.Lines)
	for n, raw := range d.file.InOrder() {
		edge = edge || edges[n]
		if strings.TrimSpace(raw) == "" {
			blank++
			continue
		}
		raw = normal.Forms(strings.TrimPrefix(raw, margin))
		if spaced && spacedLine(raw) {
			raw = closeUp(raw)
		}
		d.rows = append(d.rows, newRow(raw, n, blank, edge))
		blank, edge = 0, false
	}
}

// leftMargin gives the blanks that nine of ten lines begin with: they indent nothing.
func leftMargin(lines []string) string {
	var heads []string
	for _, l := range lines {
		if rest := strings.TrimLeft(l, blanks); rest != "" {
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

func newRow(raw string, line, blank int, edge bool) row {
	r := row{lines: []int{line}, raw: raw, blank: blank, edge: edge}
	r.set(normal.Text(raw), foldOf(raw))
	return r
}

// set gives the row its text and what follows from it.
func (r *row) set(text, folded string) {
	r.full, r.text, r.fold = text, text, folded
	r.runes = runeCount(folded)
}

package draft

import (
	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/told"
	"kanyin/issues/say"
	"kanyin/issues/source"
)

// A Draft is an issue being read. Passes work on its rows and never add or
// remove one after unwrap; seams alone parts rows that unwrap put together.
type Draft struct {
	File *source.File
	Pass string // the name of the pass that runs
	Rows []Row

	Told   *told.Lines        // what an editor says
	Pinned map[int]issue.Kind // by row

	English   bool     // the text is written in Latin letters
	Wrapped   bool     // its lines were broken by a margin
	Dense     bool     // most lines stand without a blank line before them
	Toc       contents // the contents page and its entries
	Meta      issue.Meta
	Names     map[string]bool // keys of the authors that the issue names for certain
	Titles    *TitleIndex     // of the rows that could be titles
	HeadCount map[string]int  // how often short rows stand in the body, by their keys: see furniture.Heads
	Indented  bool            // paragraphs begin with an indent: see inside.FindHeadings
	Starts    []Start         // where articles begin, in source order

	Articles []Article // after seams, in reading order
	Loose    [][]int   // blocks that no article claimed

	Decisions []issue.Decision
	Habits    []issue.Habit
	Findings  []issue.Finding
	Issue     *issue.Issue
}

// A zone is the part of the issue that a row stands in.
type zone uint8

const (
	Body    zone = iota
	Front        // cover, contents, masthead
	Dropped      // furniture
)

// A Row is a line that is not blank, or several lines that a margin broke.
type Row struct {
	Lines []int  // in the source, from 1
	Raw   string // as the source has it, without the margin that all lines have
	Text  string // normalised, without a mark that says where the text goes on
	Full  string // normalised, with it
	Fold  string // raw with its brackets, colons and widths made alike
	Runes int    // of fold
	Blank int    // blank lines before it
	Edge  bool   // a page of the source begins here

	Zone   zone
	Kind   issue.Kind // "" while undecided
	Level  int
	Form   issue.Form
	Lead   string
	Why    say.Text
	told   bool // longer than a title and one all the same: see TellLong
	Torn   bool // parted off another row's end, see unwrap.Tear
	Rest   int  // the row that was parted off this one's end, 0 for none
	Whole  int  // of a torn row: the row whose end it was
	Foot   bool // a byline that stands at its article's end
	Head   bool // a place of work that stands under its title
	Refers bool // begins with a reference to a note, and is no item of a list
	Aside  bool // stands between texts and goes on with neither: a letter's signature
	Glued  bool // goes on with the row before it of the same kind: the second line of a title
	Apart  bool // begins a block whatever stands before it

	From, Onto     int      // pages that the text comes from and goes on at: 上接第8页, 下转第42页
	Number, Series int      // of a numbered heading or item
	Closes         bool     // ends with an editor's mark
	Folded         []string // while unwrapping: the lines that went in
	Turns          []int    // offsets in Text at which a margin broke it into lines
}

// Barred reports whether an editor said that no article begins with row i.
func (d *Draft) Barred(i int) bool {
	p, ok := d.Told.Kind(d.Rows[i].Lines[0])
	return ok && p.Not && p.Kind == label.Title
}

// Label says what row i is, and why. What an editor said stands.
func (d *Draft) Label(i int, k issue.Kind, format string, args ...any) {
	if pinned, ok := d.Pinned[i]; ok && pinned != k {
		return
	}
	r := &d.Rows[i]
	r.Kind, r.Why = k, say.Of(format, args...)
	switch k {
	case issue.Cover, issue.Toc, issue.Masthead:
		r.Zone = Front
	case issue.RunningHead, issue.PageNumber:
		r.Zone = Dropped
	}
	d.Decide(say.Of("%s: %s", say.Word(k), r.Why), 0, i)
}

// Decide records why rows were placed as they were.
func (d *Draft) Decide(text say.Text, margin float64, rows ...int) {
	var lines []int
	for _, i := range rows {
		lines = append(lines, d.Rows[i].Lines...)
	}
	d.Decisions = append(d.Decisions, issue.Decision{Pass: d.Pass, Lines: lines, Text: text, Margin: margin})
}

// Habit records a trait of the house style; lines beyond the first few are counted only.
func (d *Draft) Habit(name string, value say.Text, lines []int) {
	const shown = 5
	d.Habits = append(d.Habits, issue.Habit{Name: name, Value: value, Count: len(lines), Lines: lines[:min(len(lines), shown)]})
}

// HabitsOf records the shapes that rows show so often at least, in the order in
// which they come. A row without a habit shows none.
func (d *Draft) HabitsOf(least int, shapeOf func(*Row) (habit, shape string)) {
	type seen struct{ habit, shape string }
	lines := map[seen][]int{}
	var order []seen
	for i := range d.Rows {
		var s seen
		if s.habit, s.shape = shapeOf(&d.Rows[i]); s.habit == "" {
			continue
		}
		if lines[s] == nil {
			order = append(order, s)
		}
		lines[s] = append(lines[s], d.Rows[i].Lines[0])
	}
	for _, s := range order {
		if len(lines[s]) >= least {
			d.Habit(s.habit, say.Verbatim(s.shape), lines[s])
		}
	}
}

package desk

import (
	"path/filepath"
	"slices"

	"kanyin/issues/correct"
	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// A View is what the page shows, as JSON.
type View struct {
	Version  string          `json:"version"`
	Name     string          `json:"name"`
	File     string          `json:"file"`
	Articles []articleView   `json:"articles"`
	Front    []blockView     `json:"front"`
	Dropped  []blockView     `json:"dropped"`
	Contents []entryView     `json:"contents"`
	Doubts   []Doubt         `json:"doubts"`
	Said     []saidView      `json:"said"`
	Mended   map[int]string  `json:"mended"` // lines that say something else than the source
	Findings []issue.Finding `json:"findings"`
	Kept     string          `json:"kept"`  // the name of the file of corrections
	Paged    bool            `json:"paged"` // the doubts have what the pages show
	Undo     int             `json:"undo"`
	Redo     int             `json:"redo"`
	Error    string          `json:"error,omitempty"`
}

type articleView struct {
	ID         string      `json:"id"`
	Section    string      `json:"section"`
	Subsection string      `json:"subsection"`
	Kicker     string      `json:"kicker"`
	Title      string      `json:"title"`
	Subtitle   string      `json:"subtitle"`
	Authors    []string    `json:"authors"`
	Page       int         `json:"page"`
	Blocks     []blockView `json:"blocks"`
}

// A blockView is a block, and how sentences name the line that it begins with.
type blockView struct {
	issue.Block
	At string `json:"at"`
}

type entryView struct {
	Page     int      `json:"page"`
	Title    string   `json:"title"`
	Authors  []string `json:"authors"`
	Lines    []int    `json:"lines"`
	Articles []string `json:"articles"`
}

// A saidView is a correction of the file, and where it is.
type saidView struct {
	Index  int    `json:"index"`
	Line   int    `json:"line"` // 0 where it fits nothing
	Says   string `json:"says"`
	Editor string `json:"editor"`
	Note   string `json:"note"`
}

// View gives the issue as it stands. A file that somebody else changed is read
// again first.
func (d *Desk) View() (View, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.refresh(); err != nil {
		return View{}, err
	}
	return d.view(), nil
}

func (d *Desk) view() View {
	iss := d.job.Issue
	fit, _ := correct.Fit(d.book.Corrections(), d.file)
	lined := func(blocks []issue.Block) []blockView {
		out := make([]blockView, len(blocks)) // lists are never null
		for i, b := range blocks {
			if out[i] = (blockView{Block: b}); len(b.Lines) > 0 {
				out[i].At = fit.Head(&b)
			} else {
				out[i].Lines = []int{} // a picture
			}
		}
		return out
	}
	v := View{
		Version: d.version(), Name: d.name(), File: iss.Source.File, Kept: filepath.Base(d.in.CorrectionsPath),
		Front: lined(iss.Front), Dropped: lined(iss.Dropped), Findings: iss.Findings, Articles: []articleView{},
		Doubts: d.doubts(fit), Paged: d.made.whole, Mended: fit.Words(), Undo: len(d.undo), Redo: len(d.redo),
	}
	for _, a := range iss.Articles {
		v.Articles = append(v.Articles, articleView{a.ID, a.Section, a.Subsection, a.Kicker, a.Title, a.Subtitle, a.Authors, a.Page, lined(a.Blocks)})
	}
	for _, e := range iss.Toc {
		v.Contents = append(v.Contents, entryView{e.Page, e.Title, e.Authors, e.Lines, e.Articles})
	}
	for i, c := range d.book.Corrections() {
		line, _ := fit.Line(i)
		v.Said = append(v.Said, saidView{i, line, c.Says(), c.Editor, c.Note})
	}
	return v
}

// Whole gives the issue as it stands with what its pages and its e-book show, which
// takes as long as making them.
func (d *Desk) Whole() (View, error) {
	if _, err := d.compose(true); err != nil {
		return View{}, err
	}
	return d.View()
}

// A Source is what the page shows on its left: the text as it came, and where its
// pages are, the place of every line on them.
type Source struct {
	Lines  []string    `json:"lines"`
	Leaves []Leaf      `json:"leaves"` // of the source's pages; none where it has no pictures
	Boxes  [][]float32 `json:"boxes"`  // of each line: the page, from 1, and left, top, right, bottom in points; empty for none
}

// A Leaf is a page of the source.
type Leaf struct {
	Width   float32 `json:"width"` // in points
	Height  float32 `json:"height"`
	Picture bool    `json:"picture"`
}

// Source gives the source as it came.
func (d *Desk) Source() Source {
	s := Source{Lines: slices.Clone(d.file.Lines), Leaves: []Leaf{}, Boxes: [][]float32{}}
	seen := false
	for i, sheet := range d.file.Sheets {
		l := Leaf{sheet.Width, sheet.Height, d.leaves.Has(i + 1)}
		seen = seen || l.Picture
		s.Leaves = append(s.Leaves, l)
	}
	if !seen {
		s.Leaves = []Leaf{}
		return s
	}
	for _, f := range d.file.Facts {
		box := []float32{}
		if f.Page > 0 {
			box = []float32{float32(f.Page), f.X0, f.Y0, f.X1, f.Y1}
		}
		s.Boxes = append(s.Boxes, box)
	}
	return s
}

// Leaf gives the picture of page n of the source, nil where there is none.
func (d *Desk) Leaf(n int) ([]byte, error) { return d.leaves.Page(n) }

// Why gives where a line stands and what was decided about it, in the order in
// which it was decided.
func (d *Desk) Why(line int) []say.Text {
	d.mu.Lock()
	defer d.mu.Unlock()
	var told []say.Text
	d.job.Issue.EachBlock(func(place string, b *issue.Block) {
		if slices.Contains(b.Lines, line) {
			told = append(told, b.At(place))
			if !b.Why.IsZero() {
				told = append(told, b.Why)
			}
		}
	})
	for _, x := range d.job.Issue.Decisions {
		if slices.Contains(x.Lines, line) {
			told = append(told, say.Of("%s: %s", say.Word(x.Pass), x.Text))
		}
	}
	return told
}

// Version names the corrections as they stand; what somebody else changed is
// read first.
func (d *Desk) Version() (string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.refresh(); err != nil {
		return "", err
	}
	return d.version(), nil
}

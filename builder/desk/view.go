package desk

import (
	"slices"

	"kanyin/issues/correct"
	"kanyin/issues/issue"
)

// A View is what the page shows, as JSON.
type View struct {
	Version  string          `json:"version"`
	Name     string          `json:"name"`
	File     string          `json:"file"`
	Articles []articleView   `json:"articles"`
	Front    []issue.Block   `json:"front"`
	Dropped  []issue.Block   `json:"dropped"`
	Contents []entryView     `json:"contents"`
	Doubts   []Doubt         `json:"doubts"`
	Said     []saidView      `json:"said"`
	Mended   map[int]string  `json:"mended"` // lines that say something else than the source
	Findings []issue.Finding `json:"findings"`
	Undo     int             `json:"undo"`
	Redo     int             `json:"redo"`
	Error    string          `json:"error,omitempty"`
}

type articleView struct {
	ID         string        `json:"id"`
	Section    string        `json:"section"`
	Subsection string        `json:"subsection"`
	Kicker     string        `json:"kicker"`
	Title      string        `json:"title"`
	Subtitle   string        `json:"subtitle"`
	Authors    []string      `json:"authors"`
	Page       int           `json:"page"`
	Blocks     []issue.Block `json:"blocks"`
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
	v := View{
		Version: d.version(), Name: iss.Meta.Name(), File: iss.Source.File,
		Front: lined(iss.Front), Dropped: lined(iss.Dropped), Findings: iss.Findings,
		Doubts: d.doubts(), Mended: map[int]string{}, Undo: len(d.undo), Redo: len(d.redo),
	}
	if v.Doubts == nil {
		v.Doubts = []Doubt{} // lists are never null
	}
	v.Articles = []articleView{}
	for _, a := range iss.Articles {
		v.Articles = append(v.Articles, articleView{a.ID, a.Section, a.Subsection, a.Kicker, a.Title, a.Subtitle, a.Authors, a.Page, lined(a.Blocks)})
	}
	for _, e := range iss.Toc {
		v.Contents = append(v.Contents, entryView{e.Page, e.Title, e.Authors, e.Lines, e.Articles})
	}
	fit, _ := correct.Fit(d.book.Corrections(), d.file)
	for i, c := range d.book.Corrections() {
		line, _ := fit.Line(i)
		v.Said = append(v.Said, saidView{i, line, c.Says(), c.Editor, c.Note})
	}
	for i, l := range fit.Mended().Lines {
		if l != d.file.Lines[i] {
			v.Mended[i+1] = l
		}
	}
	return v
}

// lined gives the blocks, of which those of pictures have no lines, without nulls.
func lined(blocks []issue.Block) []issue.Block {
	out := slices.Clone(blocks)
	for i := range out {
		if out[i].Lines == nil {
			out[i].Lines = []int{}
		}
	}
	return out
}

// Lines gives the source as it came.
func (d *Desk) Lines() []string { return slices.Clone(d.file.Lines) }

// Why gives what was decided about a line, in the order in which it was decided.
func (d *Desk) Why(line int) []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	var told []string
	d.job.Issue.EachBlock(func(place string, b *issue.Block) {
		if slices.Contains(b.Lines, line) {
			told = append(told, place)
			if b.Why != "" {
				told = append(told, b.Why)
			}
		}
	})
	for _, x := range d.job.Issue.Decisions {
		if slices.Contains(x.Lines, line) {
			told = append(told, x.Pass+": "+x.Text)
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

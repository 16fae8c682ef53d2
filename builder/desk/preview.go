package desk

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"slices"
	"strings"

	"kanyin/builder/press"
	"kanyin/issues/issue"
	"kanyin/issues/say"
	"kanyin/layout"
)

// A Sheet is a typeset page as the page draws it: boxes in points, runs of
// characters each with the places of its glyphs.
type Sheet struct {
	Page   int     `json:"page"` // from 1
	Pages  int     `json:"pages"`
	Label  string  `json:"label"`
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
	Accent [3]int  `json:"accent"`
	Fills  []fill  `json:"fills"`
	Runs   []run   `json:"runs"`
}

type fill struct {
	X    float64 `json:"x"`
	Y    float64 `json:"y"`
	W    float64 `json:"w"`
	H    float64 `json:"h"`
	Ink  string  `json:"ink"` // accent, paper or black
	Tint int     `json:"tint"`
}

type run struct {
	X    []float64 `json:"x"` // of each character
	Y    float64   `json:"y"`
	Face string    `json:"face"`
	Size float64   `json:"size"`
	Text string    `json:"text"`
	Ink  string    `json:"ink"`
	Tint int       `json:"tint"`
}

// Pages are what is made of one reading, when it is asked for.
type pages struct {
	forme    *press.Forme
	chapters map[string][]byte // the e-book's files
	told     []issue.Finding   // what the pages and the e-book show and the text alone does not
	whole    bool              // chapters and told are there
}

// compose makes the typeset pages of the issue as it stands, once; whole asks for
// the e-book, too. Steps can be taken meanwhile: what was made of an issue that
// has changed is made again.
func (d *Desk) compose(whole bool) (pages, error) {
	d.making.Lock()
	defer d.making.Unlock()
	for {
		d.mu.Lock()
		made, job, reading := d.made, d.job, d.reading
		d.mu.Unlock()
		if made.forme != nil && (made.whole || !whole) {
			return made, nil
		}
		made, err := d.make(made, job, whole)
		d.mu.Lock()
		current := reading == d.reading
		if current && err == nil {
			d.made = made
		}
		d.mu.Unlock()
		if current {
			return made, err
		}
	}
}

func (d *Desk) make(made pages, job press.Job, whole bool) (pages, error) {
	if made.forme == nil {
		f, err := d.press.Compose(press.Wishes{Geta: true, NoFonts: true, Editions: []string{"epub"}}, job)
		if err != nil {
			return pages{}, err
		}
		made.forme = f
	}
	if !whole {
		return made, nil
	}
	books, err := made.forme.Make()
	if err != nil {
		return pages{}, err
	}
	if made.chapters, err = unzipped(books[0].Bytes); err != nil {
		return pages{}, err
	}
	made.told, made.whole = made.forme.Findings(), true
	return made, nil
}

// Sheet gives the typeset page n, from 1, or with n = 0 the one on which block k
// of the article stands.
func (d *Desk) Sheet(n int, article string, k int) (Sheet, error) {
	made, err := d.compose(false)
	if err != nil {
		return Sheet{}, err
	}
	doc := made.forme.Document()
	if n == 0 {
		n = pageOf(doc, article, k)
	}
	n = max(1, min(n, len(doc.Pages)))
	return sheetOf(doc, n), nil
}

// pageOf gives the page on which the block begins.
func pageOf(doc *layout.Document, article string, k int) int {
	label := ""
	for _, b := range doc.Breaks {
		if b.Article == article && (label == "" || b.Block < k || b.Block == k && b.Rune == 0) {
			label = b.Label
		}
	}
	for i, p := range doc.Pages {
		if label != "" && p.Label == label || label == "" && slices.ContainsFunc(p.Anchors, func(a layout.Anchor) bool { return a.Name == article }) {
			return i + 1
		}
	}
	return 1
}

func sheetOf(doc *layout.Document, n int) Sheet {
	p := doc.Pages[n-1]
	s := Sheet{Page: n, Pages: len(doc.Pages), Label: p.Label, Width: pt(p.Width), Height: pt(p.Height)}
	for i, c := range doc.Accent {
		s.Accent[i] = int(c)
	}
	for _, x := range p.Fills {
		s.Fills = append(s.Fills, fill{pt(x.X), pt(x.Y), pt(x.Width), pt(x.Height), inkOf(x.Ink), tintOf(x.Ink)})
	}
	for _, t := range p.Texts {
		r := run{Y: pt(t.Y), Face: t.Face, Size: pt(t.Size), Text: string(t.Runes), Ink: inkOf(t.Ink), Tint: tintOf(t.Ink)}
		x := t.X
		for i := range t.Runes {
			if i > 0 && t.Word != nil {
				break // the browser shapes it
			}
			at := x
			if t.Shift != nil {
				at += t.Shift[i]
			}
			r.X = append(r.X, pt(at))
			x += t.Advances[i]
		}
		s.Runs = append(s.Runs, r)
	}
	return s
}

func pt(l layout.Length) float64 { return float64(l) / float64(layout.Point) }

func inkOf(i layout.Ink) string {
	switch {
	case i.Paper:
		return "paper"
	case i.Accent:
		return "accent"
	}
	return "black"
}

func tintOf(i layout.Ink) int {
	if i.Tint == 0 {
		return 100
	}
	return i.Tint
}

// Font gives the file of one of the press's faces, nil for none.
func (d *Desk) Font(name string) []byte { return d.press.Face(name) }

// Book gives a file of the e-book as it stands: with no name the chapter of an
// article.
func (d *Desk) Book(name, article string) (string, []byte, error) {
	made, err := d.compose(true)
	if err != nil {
		return "", nil, err
	}
	for file, data := range made.chapters {
		base := strings.TrimSuffix(path.Base(file), path.Ext(file))
		if file == name || name == "" && path.Ext(file) == ".xhtml" && base == article {
			return file, data, nil
		}
	}
	return "", nil, say.Errorf("the e-book has no %s%s", name, article)
}

func unzipped(data []byte) (map[string][]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		files[f.Name], err = io.ReadAll(r)
		r.Close()
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"sync"
	"time"

	"kanyin/builder"
	"kanyin/builder/epub"
	"kanyin/builder/pdf"
	"kanyin/fonts"
	"kanyin/issues/issue"
	"kanyin/layout"
)

// A press is an issue with all that its editions are made from: fonts are
// opened, pages composed and glyphs gathered once for all of them.
type press struct {
	wishes wishes
	job    job
	assets assets
	design layout.Design
	date   time.Time
	fonts  *fonts.Library
	doc    *layout.Document

	mu       sync.Mutex
	remarked []issue.Finding // by the builders
}

// newPress gathers what the editions need and composes the pages.
func newPress(w wishes, j job) (*press, error) {
	p := &press{wishes: w, job: j}
	var err error
	if p.date, err = modified(j.issue.Meta); err != nil {
		return nil, err
	}
	if p.assets, err = gatherAssets(w, j.input); err != nil {
		return nil, err
	}
	if p.design, err = findDesign(w, j.input); err != nil {
		return nil, err
	}
	p.design.HiddenFolio = p.design.HiddenFolio || w.hidden
	return p, p.compose()
}

// compose opens the fonts and makes the pages.
func (p *press) compose() error {
	var err error
	if p.fonts, err = fonts.Open(); err != nil {
		return err
	}
	for _, f := range p.assets.faces {
		if err := p.fonts.Add(f.name, f.file.data); err != nil {
			return fmt.Errorf("face %s: %w", f.name, err)
		}
	}
	p.doc = layout.Compose(p.job.issue, p.design, p.fonts)
	return nil
}

// modified is the time that editions carry: SOURCE_DATE_EPOCH where it is set
// (reproducible-builds.org), else the issue's own date.
func modified(m issue.Meta) (time.Time, error) {
	epoch := os.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return m.Issued(), nil
	}
	n, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH is %q, not a number of seconds", epoch)
	}
	return time.Unix(n, 0).UTC(), nil
}

// found gives the findings of the pages and the builders, by line: those that
// the text alone does not show.
func (p *press) found() []issue.Finding {
	list := slices.Concat(p.doc.Findings, p.remarked)
	issue.SortFindings(list)
	return list
}

// makeAll makes the editions side by side, in the order that they are told.
// The archive holds all the others, so it asks for them even where nobody else does.
func (p *press) makeAll() ([]builder.Made, error) {
	w := p.wishes
	wanted := func(edition string) bool { return w.editions[edition] || w.editions["archive"] }
	glyphs := sync.OnceValues(func() (*pdf.Glyphs, error) { return pdf.Gather(p.doc, p.fonts) })
	var list []func() (builder.Builder, error)
	if wanted("epub") {
		list = append(list, func() (builder.Builder, error) { return p.epub(), nil })
	}
	if wanted("screen") {
		list = append(list, func() (builder.Builder, error) {
			g, err := glyphs()
			return pdf.Screen{Doc: p.doc, Fonts: p.fonts, Glyphs: g, Date: p.date}, err
		})
	}
	if wanted("print") {
		list = append(list, func() (builder.Builder, error) {
			g, err := glyphs()
			return p.print(g), err
		})
	}
	if w.booklet {
		list = append(list, func() (builder.Builder, error) {
			g, err := glyphs()
			return pdf.Booklet{Print: p.print(g), Creep: creep(w.creep)}, err
		})
	}
	return sideBySide(list, p.job.issue)
}

// creep turns millimetres into what a booklet takes; it asks for none by a
// negative length, since its zero stands for paper of the usual thickness.
func creep(mm float64) layout.Length {
	if mm == 0 {
		return -1
	}
	return layout.Length(mm / 25.4 * 72 * 1000)
}

func (p *press) epub() epub.Builder {
	b := epub.Builder{
		Fonts: p.fonts, NoFonts: p.wishes.noFonts, Cover: p.assets.cover.data, Modified: p.date, Version: version,
		Report: func(f issue.Finding) {
			p.mu.Lock()
			defer p.mu.Unlock()
			p.remarked = append(p.remarked, f)
		},
	}
	for _, k := range p.doc.Breaks {
		b.Pages = append(b.Pages, epub.PageBreak{Label: k.Label, Article: k.Article, Block: k.Block, Rune: k.Rune})
	}
	return b
}

func (p *press) print(g *pdf.Glyphs) pdf.Print {
	return pdf.Print{Doc: p.doc, Fonts: p.fonts, Glyphs: g, Date: p.date, Profile: p.assets.profile.data, Condition: p.wishes.condition, CropMarks: p.wishes.crops}
}

// sideBySide makes each edition on a goroutine of its own and gives them in
// the order of the list.
func sideBySide(list []func() (builder.Builder, error), iss *issue.Issue) ([]builder.Made, error) {
	made := make([]builder.Made, len(list))
	errs := make([]error, len(list))
	var wg sync.WaitGroup
	for i, get := range list {
		wg.Go(func() {
			b, err := get()
			if err == nil {
				made[i], err = builder.Make(b, iss)
			}
			if err != nil {
				errs[i] = fmt.Errorf("build %s: %w", b.Name(), err)
			}
		})
	}
	wg.Wait()
	return made, errors.Join(errs...)
}

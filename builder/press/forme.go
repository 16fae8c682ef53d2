package press

import (
	"errors"
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
	"kanyin/issues/say"
	"kanyin/layout"
)

// A Forme is an issue with all that its editions are made from: pages are
// composed and glyphs gathered once for all of them.
type Forme struct {
	version string
	wishes  Wishes
	job     Job
	assets  assets
	design  layout.Design
	date    time.Time
	fonts   *fonts.Library
	doc     *layout.Document

	mu       sync.Mutex
	remarked []issue.Finding // by the builders
}

// Compose gathers what the editions need and makes the pages.
func (p *Press) Compose(w Wishes, j Job) (*Forme, error) {
	f := &Forme{version: p.version, wishes: w, job: j}
	var err error
	if f.date, err = modified(j); err != nil {
		return nil, err
	}
	if f.assets, err = gatherAssets(w, j.Input); err != nil {
		return nil, err
	}
	if f.design, err = findDesign(w, j.Input); err != nil {
		return nil, err
	}
	f.design.HiddenFolio = f.design.HiddenFolio || w.HiddenFolio
	return f, f.compose(p.fonts)
}

// compose makes the pages with the press's faces and the issue's own.
func (f *Forme) compose(shared *fonts.Library) error {
	var err error
	if f.fonts, err = shared.For(f.job.Issue.Meta.Language, f.design.Vertical()); err != nil {
		return err
	}
	for _, own := range f.assets.faces {
		if err := f.fonts.Add(own.name, own.file.data); err != nil {
			return say.Errorf("face %s: %w", own.name, err)
		}
	}
	f.doc = layout.Compose(f.job.Issue, f.design, f.fonts)
	return nil
}

// Document gives the composed pages; they are the forme's and stay as they are.
func (f *Forme) Document() *layout.Document { return f.doc }

// modified is the time that editions carry: SOURCE_DATE_EPOCH where it is set
// (reproducible-builds.org), else what the settings say, else what follows from
// the issue.
func modified(j Job) (time.Time, error) {
	epoch := os.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		revised, err := j.Input.Config.revised()
		if revised.IsZero() {
			revised = j.Issue.Changed()
		}
		return revised, err
	}
	n, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return time.Time{}, say.Errorf("SOURCE_DATE_EPOCH is %q, not a number of seconds", epoch)
	}
	return time.Unix(n, 0).UTC(), nil
}

// Findings gives those of the pages and, once the editions are made, of their
// builders, by line: those that the text alone does not show.
func (f *Forme) Findings() []issue.Finding {
	list := slices.DeleteFunc(slices.Concat(f.doc.Findings, f.remarked), f.job.Issue.Aside)
	issue.SortFindings(list)
	return list
}

// Make makes the editions side by side, in the order that they are told.
// The archive holds all the others, so it asks for them even where nobody else does.
func (f *Forme) Make() ([]builder.Made, error) {
	if err := f.missingGlyphs(); err != nil {
		return nil, err
	}
	w := f.wishes
	wanted := func(edition string) bool { return w.wants(edition) || w.wants("archive") }
	glyphs := sync.OnceValues(func() (*pdf.Glyphs, error) { return pdf.Gather(f.doc, f.fonts) })
	var list []func() (builder.Builder, error)
	if wanted("epub") {
		list = append(list, func() (builder.Builder, error) { return f.epub(), nil })
	}
	if wanted("screen") {
		list = append(list, func() (builder.Builder, error) {
			g, err := glyphs()
			return pdf.Screen{Doc: f.doc, Fonts: f.fonts, Glyphs: g, Date: f.date}, err
		})
	}
	if wanted("print") {
		list = append(list, func() (builder.Builder, error) {
			g, err := glyphs()
			return f.print(g), err
		})
	}
	if w.Booklet {
		list = append(list, func() (builder.Builder, error) {
			g, err := glyphs()
			return pdf.Booklet{Print: f.print(g), Creep: creep(w.Creep)}, err
		})
	}
	return sideBySide(list, f.job.Issue)
}

// creep turns millimetres into what a booklet takes; it asks for none by a
// negative length, since its zero stands for paper of the usual thickness.
func creep(mm float64) layout.Length {
	if mm == 0 {
		return -1
	}
	return layout.Length(mm / 25.4 * 72 * 1000)
}

func (f *Forme) epub() epub.Builder {
	b := epub.Builder{
		Fonts: f.fonts, NoFonts: f.wishes.NoFonts, Vertical: f.design.Vertical(), Cover: f.assets.cover.data, Modified: f.date, Version: f.version,
		Conforms: f.job.Input.Config.Accessibility.Conforms, Certifier: f.job.Input.Config.Accessibility.Certifier,
		Report: func(found issue.Finding) {
			f.mu.Lock()
			defer f.mu.Unlock()
			f.remarked = append(f.remarked, found)
		},
	}
	for _, k := range f.doc.Breaks {
		b.Pages = append(b.Pages, epub.PageBreak{Label: k.Label, Article: k.Article, Block: k.Block, Rune: k.Rune})
	}
	return b
}

// Cover gives the e-book's cover, its media type too, from the editions that
// were made; where the e-book is not among them, it is made for its cover.
func (f *Forme) Cover(made []builder.Made) ([]byte, string, error) {
	i := slices.IndexFunc(made, func(m builder.Made) bool { return m.Edition == "epub" })
	if i >= 0 {
		return epub.Cover(made[i].Bytes)
	}
	b := f.epub()
	b.Report = nil // nobody gets this book
	book, err := builder.Make(b, f.job.Issue)
	if err != nil {
		return nil, "", say.Errorf("build epub: %w", err)
	}
	return epub.Cover(book.Bytes)
}

func (f *Forme) print(g *pdf.Glyphs) pdf.Print {
	return pdf.Print{Doc: f.doc, Fonts: f.fonts, Glyphs: g, Date: f.date, Profile: f.assets.profile.data, Condition: f.wishes.Condition, CropMarks: f.wishes.CropMarks, Colour: f.wishes.Colour}
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
				errs[i] = say.Errorf("build %s: %w", b.Name(), err)
			}
		})
	}
	wg.Wait()
	return made, errors.Join(errs...)
}

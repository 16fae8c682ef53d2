//go:build draft

// This file waits for the packages that it calls; until they stand it is not built.

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/urfave/cli/v2"

	"kanyin/builder"
	"kanyin/builder/archive"
	"kanyin/builder/epub"
	"kanyin/builder/pdf"
	"kanyin/fonts"
	"kanyin/issues/issue"
	"kanyin/layout"
)

// editionNames are the editions, in the order they are told.
var editionNames = []string{"epub", "screen", "print", "archive"}

// endings are the editions' files: <name><ending>.
var endings = map[string]string{
	"epub":    ".epub",
	"screen":  ".screen.pdf",
	"print":   ".print.pdf",
	"booklet": ".booklet.pdf",
	"archive": ".archive",
}

// wishes are what the command line asks of the editions.
type wishes struct {
	dir      string
	editions map[string]bool
	design   string
	profile  string
	cover    string
	noFonts  bool
	crops    bool
	hidden   bool
	booklet  bool
	form     string // of the archive: folder, zip or tar
}

func wishesFrom(c *cli.Context) (wishes, error) {
	w := wishes{
		dir: c.String("output"), editions: map[string]bool{}, design: c.String("design"), profile: c.String("profile"),
		cover: c.String("cover"), noFonts: c.Bool("no-fonts"), crops: c.Bool("crop-marks"), hidden: c.Bool("hidden-folio"),
		booklet: c.Bool("booklet"), form: c.String("archive"),
	}
	for _, name := range strings.Split(c.String("edition"), ",") {
		if name = strings.TrimSpace(name); endings[name] == "" || name == "booklet" {
			return w, usagef("there is no edition %q; there are %s", name, strings.Join(editionNames, ", "))
		}
		w.editions[name] = true
	}
	switch w.form {
	case "folder", "zip", "tar":
		return w, nil
	}
	return w, usagef("an archive is written as folder, zip or tar, not as %q", w.form)
}

// publish makes an issue's editions and writes them; it gives the number of findings.
func publish(c *cli.Context, w wishes, j job) (int, error) {
	p := newProgress(c.App.ErrWriter)
	defer p.done()
	p.say("%s: composing", j.name)
	pr, err := newPress(w, j)
	if err != nil {
		return 0, err
	}
	findings := append(append([]issue.Finding(nil), j.issue.Findings...), pr.doc.Findings...)
	if err := missingGlyphs(j, pr.doc.Findings, w); err != nil {
		return 0, err
	}
	p.say("%s: building", j.name)
	made, err := makeAll(pr.builders(), j.issue)
	if err != nil {
		return 0, err
	}
	p.say("%s: writing", j.name)
	if err := makeFolder(w.dir); err != nil {
		return 0, err
	}
	paths, err := pr.write(made)
	p.done()
	for _, path := range paths {
		fmt.Fprintln(c.App.Writer, path)
	}
	if err != nil {
		return 0, err
	}
	if n := len(findings); n > 0 {
		fmt.Fprintf(c.App.ErrWriter, "kanyin: %s: %d findings; \"kanyin inspect %s\" tells them\n", j.input.Name, n, j.input.Name)
	}
	return len(findings), nil
}

// missingGlyphs makes an error of characters that no face has: a page with a
// hole in it must not be printed. The e-book has no such trouble.
func missingGlyphs(j job, found []issue.Finding, w wishes) error {
	if !w.editions["screen"] && !w.editions["print"] && !w.editions["archive"] {
		return nil
	}
	var errs []error
	for _, f := range found {
		if f.Code == "missing-glyph" {
			errs = append(errs, errors.New(f.Format(j.input.Name)))
		}
	}
	if errs == nil {
		return nil
	}
	cure := fmt.Errorf("supply a face that has them in %s: [[font]] name = \"…\" file = \"….ttf\"; or build the e-book alone: --edition epub",
		filepath.Join(j.input.Folder, configName))
	return errors.Join(append(errs, cure)...)
}

// A press is an issue with all that its editions are made from.
type press struct {
	wishes wishes
	job    job
	fonts  *fonts.Library
	doc    *layout.Document
	cover  []byte
	icc    []byte
	date   time.Time
}

func newPress(w wishes, j job) (*press, error) {
	p := &press{wishes: w, job: j}
	var err error
	if p.date, err = modified(j.issue.Meta); err != nil {
		return nil, err
	}
	if p.fonts, err = fonts.Open(); err != nil {
		return nil, err
	}
	for _, f := range j.input.Config.Fonts {
		data, err := os.ReadFile(filepath.Join(j.input.Folder, f.File))
		if err != nil {
			return nil, err
		}
		if err := p.fonts.Add(f.Name, data); err != nil {
			return nil, fmt.Errorf("%s: %w", f.File, err)
		}
	}
	if p.cover, err = p.read(w.cover, j.input.Config.Cover); err != nil {
		return nil, err
	}
	if p.icc, err = p.read(w.profile, j.input.Config.Profile); err != nil {
		return nil, err
	}
	design, err := p.design()
	if err != nil {
		return nil, err
	}
	p.doc = layout.Compose(j.issue, design, p.fonts)
	return p, nil
}

// read reads the file that the command line names or, beside the issue, the config.
func (p *press) read(flag, config string) ([]byte, error) {
	switch {
	case flag != "":
		return os.ReadFile(flag)
	case config != "":
		return os.ReadFile(filepath.Join(p.job.input.Folder, config))
	}
	return nil, nil
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

// builders gives the editions to make. The archive holds all the others, so it
// asks for them even where nobody else does.
func (p *press) builders() []builder.Builder {
	w := p.wishes
	var list []builder.Builder
	if w.editions["epub"] || w.editions["archive"] {
		list = append(list, p.epub())
	}
	if w.editions["screen"] || w.editions["archive"] {
		list = append(list, pdf.Screen{Doc: p.doc, Fonts: p.fonts, Date: p.date})
	}
	if w.editions["print"] || w.editions["archive"] {
		list = append(list, p.print())
	}
	return list
}

func (p *press) epub() epub.Builder {
	b := epub.Builder{Cover: p.cover, Modified: p.date, Version: version}
	if !p.wishes.noFonts {
		b.Fonts = p.fonts
	}
	for _, k := range p.doc.Breaks {
		b.Pages = append(b.Pages, epub.PageBreak{Label: k.Label, Article: k.Article, Block: k.Block, Rune: k.Rune})
	}
	return b
}

func (p *press) print() pdf.Print {
	return pdf.Print{Doc: p.doc, Fonts: p.fonts, Date: p.date, Profile: p.icc, CropMarks: p.wishes.crops}
}

// makeAll makes the editions side by side and gives them in the order asked.
func makeAll(list []builder.Builder, iss *issue.Issue) ([]builder.Made, error) {
	made := make([]builder.Made, len(list))
	errs := make([]error, len(list))
	var wg sync.WaitGroup
	for i, b := range list {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if made[i], errs[i] = builder.Make(b, iss); errs[i] != nil {
				errs[i] = fmt.Errorf("build %s: %w", b.Name(), errs[i])
			}
		}()
	}
	wg.Wait()
	return made, errors.Join(errs...)
}

// write writes what was asked for and gives the paths that were written.
func (p *press) write(made []builder.Made) ([]string, error) {
	var paths []string
	for _, m := range made {
		if !p.wishes.editions[m.Edition] {
			continue
		}
		path := p.path(m.Edition)
		if err := builder.WriteFile(path, m, p.job.issue); err != nil {
			return paths, err
		}
		paths = append(paths, path)
	}
	if !p.wishes.editions["archive"] {
		return paths, nil
	}
	path, err := p.writeArchive(made)
	if err != nil {
		return paths, fmt.Errorf("build archive: %w", err)
	}
	return append(paths, path), nil
}

func (p *press) path(edition string) string {
	return filepath.Join(p.wishes.dir, p.job.name+endings[edition])
}

func (p *press) writeArchive(made []builder.Made) (string, error) {
	return "", io.EOF
}

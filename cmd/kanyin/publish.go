package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"kanyin/issues/issue"
)

// editionNames are the editions, in the order they are told.
var editionNames = []string{"epub", "screen", "print", "archive"}

// archiveForms are what an archive may be written as.
var archiveForms = []string{"folder", "zip", "tar"}

// endings are the editions' files: <name><ending>.
var endings = map[string]string{
	"epub":    ".epub",
	"screen":  ".screen.pdf",
	"print":   ".print.pdf",
	"booklet": ".booklet.pdf", // beside the print edition, where it is asked for
	"archive": ".archive",
}

// wishes are what the command line asks of the editions.
type wishes struct {
	dir       string
	editions  map[string]bool
	design    string
	profile   string
	condition string // the printing condition's registered name
	cover     string
	noFonts   bool
	crops     bool
	hidden    bool
	geta      bool
	booklet   bool
	creep     float64 // of the booklet, in millimetres a sheet
	form      string  // of the archive: folder, zip or tar
}

func wishesFrom(c *cli.Context) (wishes, error) {
	w := wishes{
		dir: c.String("output"), editions: map[string]bool{}, design: c.String("design"), profile: c.String("profile"), condition: c.String("condition"),
		cover: c.String("cover"), noFonts: c.Bool("no-fonts"), crops: c.Bool("crop-marks"), hidden: c.Bool("hidden-folio"), geta: c.Bool("geta"),
		booklet: c.Bool("booklet"), creep: c.Float64("creep"), form: c.String("archive"),
	}
	for _, name := range strings.Split(c.String("edition"), ",") {
		if name = strings.TrimSpace(name); !slices.Contains(editionNames, name) {
			return w, usagef("there is no edition %q; there are %s", name, strings.Join(editionNames, ", "))
		}
		w.editions[name] = true
	}
	if w.creep < 0 || w.creep > 1 {
		return w, usagef("the creep of a sheet is from 0 to 1 mm, not %g", w.creep)
	}
	if !slices.Contains(archiveForms, w.form) {
		return w, usagef("an archive is written as folder, zip or tar, not as %q", w.form)
	}
	return w, nil
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
	if err := missingGlyphs(j, pr.doc.Findings, w); err != nil {
		return 0, err
	}
	p.say("%s: building", j.name)
	made, err := pr.makeAll()
	if err != nil {
		return 0, err
	}
	p.say("%s: writing", j.name)
	paths, err := pr.write(made)
	p.done()
	for _, path := range paths {
		fmt.Fprintln(c.App.Writer, path)
	}
	if err != nil {
		return 0, err
	}
	tellFindings(c.App.ErrWriter, j, pr.found())
	return len(j.issue.Findings) + len(pr.found()), nil
}

// shownFindings is how many findings of the editions are told one by one: a
// text that no face fits has one on every line.
const shownFindings = 20

// tellFindings tells what was found while the editions were made, which nothing
// else tells, and counts what "kanyin inspect" tells of the text.
func tellFindings(w io.Writer, j job, found []issue.Finding) {
	for _, f := range found[:min(len(found), shownFindings)] {
		fmt.Fprintf(w, "kanyin: %s\n", f.Format(j.input.Name))
	}
	if more := len(found) - shownFindings; more > 0 {
		fmt.Fprintf(w, "kanyin: %s: and %s of the editions\n", j.input.Name, counted(more, "more finding"))
	}
	if n := len(j.issue.Findings); n > 0 {
		fmt.Fprintf(w, "kanyin: %s: %s in the text", j.input.Name, counted(n, "finding"))
		if j.input.Arg != "" {
			fmt.Fprintf(w, "; \"kanyin inspect %s\" tells them", j.input.Arg)
		}
		fmt.Fprintln(w)
	}
}

// missingGlyphs makes an error of characters that no face has: a page with a
// hole in it must not go to print unasked. The e-book has no such trouble, the
// reader's device has its own fonts.
func missingGlyphs(j job, found []issue.Finding, w wishes) error {
	if w.geta || !w.editions["screen"] && !w.editions["print"] && !w.editions["archive"] {
		return nil
	}
	var errs []error
	for _, f := range found {
		// U+FFFD stands for bytes that were no character; 〓 says just that.
		if f.Code == "missing-glyph" && !slices.Contains(f.Values, "\uFFFD") {
			errs = append(errs, errors.New(f.Format(j.input.Name)))
		}
	}
	if errs == nil {
		return nil
	}
	cure := fmt.Errorf("supply a face that has them in %s ([[font]] name = \"…\" file = \"….ttf\"), print 〓 for them (--geta), or build the e-book alone (--edition epub)",
		filepath.Join(j.input.Folder, configName))
	return errors.Join(append(errs, cure)...)
}

package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"kanyin/issues/issue"
)

// editionNames are the editions, in the order they are told.
var editionNames = []string{"epub", "screen", "print", "archive"}

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
	dir      string
	editions map[string]bool
	design   string
	profile  string
	cover    string
	noFonts  bool
	crops    bool
	hidden   bool
	geta     bool
	booklet  bool
	form     string // of the archive: folder, zip or tar
}

func wishesFrom(c *cli.Context) (wishes, error) {
	w := wishes{
		dir: c.String("output"), editions: map[string]bool{}, design: c.String("design"), profile: c.String("profile"),
		cover: c.String("cover"), noFonts: c.Bool("no-fonts"), crops: c.Bool("crop-marks"), hidden: c.Bool("hidden-folio"), geta: c.Bool("geta"),
		booklet: c.Bool("booklet"), form: c.String("archive"),
	}
	for _, name := range strings.Split(c.String("edition"), ",") {
		if name = strings.TrimSpace(name); !slices.Contains(editionNames, name) {
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
	if n := len(pr.findings()); n > 0 {
		fmt.Fprintf(c.App.ErrWriter, "kanyin: %s: %d findings; \"kanyin inspect %s\" tells them\n", j.input.Name, n, j.input.Name)
	}
	return len(pr.findings()), nil
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

// Package press publishes an issue: it finds and reads the text with the
// settings beside it, composes the pages once, makes the editions side by side
// and writes them. The command line, the desk and the library share it.
//
//	Open ─▶ Input ─Read─▶ Job ─Compose─▶ Forme ─Make─▶ editions ─Write─▶ files
//
// A [Press] has opened its fonts and may work on several issues at the same
// time; each step can be called alone, and [Press.Publish] is all of them. The
// package knows no flag and prints nothing.
package press

import (
	"errors"
	"path/filepath"
	"slices"

	"kanyin/fonts"
	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// A Press makes editions. Its faces are opened once for all issues.
type Press struct {
	version string // the program's; it stands in every edition
	fonts   *fonts.Library
}

// New opens the fonts.
func New(version string) (*Press, error) {
	lib, err := fonts.Open()
	return &Press{version, lib}, err
}

// A Result is what came of an issue.
type Result struct {
	Paths    []string        // that were written, in the order of the editions
	Findings []issue.Finding // of the pages and the editions: those that the text alone does not show
}

// Publish makes an issue's editions and writes them. It tells say, where that
// is not nil, which step it begins: composing, building, writing. On an error
// the result names what was written before it.
func (p *Press) Publish(w Wishes, j Job, tell func(step say.Text)) (Result, error) {
	if tell == nil {
		tell = func(say.Text) {}
	}
	tell(say.Of("composing"))
	f, err := p.Compose(w, j)
	if err != nil {
		return Result{}, err
	}
	tell(say.Of("building"))
	made, err := f.Make()
	if err != nil {
		return Result{}, err
	}
	tell(say.Of("writing"))
	paths, err := f.Write(made)
	return Result{paths, f.Findings()}, err
}

// missingGlyphs makes an error of characters that no face has: a page with a
// hole in it must not go to print unasked. The e-book has no such trouble, the
// reader's device has its own fonts.
func (f *Forme) missingGlyphs() error {
	w := f.wishes
	if w.Geta || !w.wants("screen") && !w.wants("print") && !w.wants("archive") {
		return nil
	}
	var errs []error
	for _, found := range f.doc.Findings {
		// U+FFFD stands for bytes that were no character; 〓 says just that.
		if found.Code == "missing-glyph" && !slices.Contains(found.Values, "\uFFFD") {
			errs = append(errs, say.Errorf("%s", found.Format(f.job.Input.Name)))
		}
	}
	if errs == nil {
		return nil
	}
	cure := say.Errorf("supply a face that has them in %s ([[font]] name = \"…\" file = \"….ttf\"), print 〓 for them (--geta), or build the e-book alone (--edition epub)",
		filepath.Join(f.job.Input.Folder, ConfigName))
	return errors.Join(append(errs, cure)...)
}

// Face gives the font file of a face, nil where there is none of that name.
func (p *Press) Face(name string) []byte { return p.fonts.Data(name) }

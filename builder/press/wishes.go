package press

import (
	"slices"
	"strings"

	"kanyin/issues/say"
)

// Editions are the editions' names, in the order they are told.
var Editions = []string{"epub", "screen", "print", "archive"}

// ArchiveForms are what an archive may be written as.
var ArchiveForms = []string{"folder", "zip", "tar"}

// endings are the editions' files: <name><ending>.
var endings = map[string]string{
	"epub":    ".epub",
	"screen":  ".screen.pdf",
	"print":   ".print.pdf",
	"booklet": ".booklet.pdf", // beside the print edition, where it is asked for
	"archive": ".archive",
}

// Wishes are what is asked of the editions, besides what the issue's own
// folder says.
type Wishes struct {
	Dir         string   // where the editions go; it is made
	Editions    []string // of Editions; the archive holds all of them whatever is asked
	Design      string   // a design's name or a TOML file; "" leaves it to the issue
	Profile     string   // an ICC profile's file
	Condition   string   // the printing condition's registered name
	Cover       string   // an image file for the e-book
	NoFonts     bool     // embed none in the e-book
	CropMarks   bool
	Colour      bool // pictures keep their colours in print; needs a profile
	HiddenFolio bool
	Geta        bool // print 〓 for characters that no face has
	Booklet     bool
	Creep       float64 // of the booklet, in millimetres a sheet
	Form        string  // of the archive: one of ArchiveForms; "" is a folder
}

// Check says what cannot be meant, in words for who wished it.
func (w Wishes) Check() error {
	for _, name := range w.Editions {
		if !slices.Contains(Editions, name) {
			return say.Errorf("there is no edition %q; there are %s", name, strings.Join(Editions, ", "))
		}
	}
	if w.Creep < 0 || w.Creep > 1 {
		return say.Errorf("the creep of a sheet is from 0 to 1 mm, not %g", w.Creep)
	}
	if w.Form != "" && !slices.Contains(ArchiveForms, w.Form) {
		return say.Errorf("an archive is written as folder, zip or tar, not as %q", w.Form)
	}
	return nil
}

// wants says whether an edition shall be written.
func (w Wishes) wants(edition string) bool { return slices.Contains(w.Editions, edition) }

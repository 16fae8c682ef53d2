// Package epub makes the e-book edition: EPUB 3.3 that keeps to EPUB
// Accessibility 1.1.
//
// A [Builder] turns every article into one XHTML document, has go-epub assemble
// the container, and finishes what go-epub leaves open: complete metadata,
// navigation (contents, landmarks, page list), an NCX for older readers, and a
// zip in canonical order with fixed times. The cover is drawn from the issue's
// own data, in a colour for each month, by which a shelf of thumbnails is told
// apart; the typeset edition has the one colour of its design.
//
// What it promises: every block of an article comes out exactly once, in order,
// letter for letter, and so does the masthead, on the colophon page; every link
// resolves and every id is unique, which is checked in each build; the same
// issue gives the same bytes. A character that XML cannot hold is replaced by
// U+FFFD and reported.
//
// What it does not do: lay out pages. Where the pages of the printed edition
// begin is handed to it. It locks neither fonts nor colours; the reader's
// settings win.
package epub

import (
	"io"
	"time"

	"kanyin/fonts"
	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// A Builder makes the e-book. The zero value makes one without embedded fonts
// and without a page list.
type Builder struct {
	// Fonts is where the headings' face and the cover's letters come from. Nil
	// embeds no font and, without Cover, leaves the cover out.
	Fonts *fonts.Library
	// NoFonts embeds no font although Fonts draws the cover.
	NoFonts bool
	// Vertical has the text run downwards, its lines and pages from right to left.
	Vertical bool
	// Pages are the page breaks of the printed edition, in reading order.
	Pages []PageBreak
	// Cover is the user's own cover, PNG or JPEG; nil has one drawn.
	Cover []byte
	// Modified is when the edition was last changed; the zero time stands for
	// the issue's own, which follows from its content.
	Modified time.Time
	// Conforms is the accessibility standard that the publisher says the book
	// keeps to, as EPUB Accessibility 1.1 writes it, and Certifier who says so.
	// kanyin claims neither by itself: a person has to have looked.
	Conforms, Certifier string
	// Version is the program's. It is named in the metadata.
	Version string
	// Report takes remarks on the text, such as a character that XML cannot
	// hold. Nil drops them.
	Report func(issue.Finding)
}

// A PageBreak says where a page of the printed edition begins.
type PageBreak struct {
	Label   string // the printed folio
	Article string // the article's id
	Block   int    // index in its Blocks
	Rune    int    // index in the block's Text, in runes
}

// Name is "epub".
func (b Builder) Name() string { return "epub" }

// Build writes the e-book.
func (b Builder) Build(w io.Writer, iss *issue.Issue) error {
	bk, err := b.plan(iss)
	if err != nil {
		return say.Errorf("plan: %w", err)
	}
	raw, err := assemble(bk)
	if err != nil {
		return say.Errorf("assemble: %w", err)
	}
	if err := finish(w, bk, raw); err != nil {
		return say.Errorf("finish: %w", err)
	}
	return nil
}

func (b Builder) report(f issue.Finding) {
	if b.Report != nil {
		b.Report(f)
	}
}

// Package pages is what a page says before anybody has read it: runs of text
// with their places and faces, rules and grounds, pictures. A reader of PDFs or
// of a recogniser's output gives a [Document]; package flow makes lines of it.
//
// All places are points (1/72 inch) on the upright sheet as a reader sees it,
// /Rotate applied, from its top left corner, x to the right and y downwards.
// A Document goes through encoding/json and comes back equal, so that a page can
// lie in a test as a fixture.
package pages

import "kanyin/issues/say"

// A Document is the pages of one file.
type Document struct {
	Pages []Page
	Notes []Note `json:",omitempty"` // what the reader could not take from it
}

// A Page is one sheet.
type Page struct {
	Number        int     // the sheet, from 1
	Label         string  `json:",omitempty"` // what the document itself calls it: "12", "iv"; empty where it does not
	Width, Height float32 // upright

	// Image names the picture that the page was recognised from, where its file
	// says so: a file beside it.
	Image string `json:",omitempty"`

	// Scan says that the text is what a recogniser put under a picture of the
	// page: sizes and faces are guesses then.
	Scan bool `json:",omitempty"`

	// Tagged says that the structure tree holds nearly all of the page's text.
	// Where it does not, runs have neither Tag nor Element.
	Tagged bool `json:",omitempty"`

	Runs     []Run     // in the order in which they are drawn, which need not be that of reading
	Rules    []Rule    `json:",omitempty"` // likewise
	Pictures []Picture `json:",omitempty"` // likewise
}

// A Run is text on one baseline in one face, size and colour, drawn in one go.
// It is cut where more than an em of white stands in it, so it never crosses a
// gutter; a line is often several runs. Spaces stand in Text only where the
// page has them: words that are merely moved apart are told by Edges.
type Run struct {
	Text string

	// The loose box: as wide as the advances, as high as the face's ascent and
	// descent. Ink may stand outside of it.
	X0, Y0, X1, Y1 float32

	// Baseline is the y that the characters stand on, or for upright and
	// vertical text the x of the line's axis.
	Baseline float32

	// Edges are where each rune of Text begins and ends along the run's
	// direction: Edges[2i] and Edges[2i+1] for rune i; x, or y in text that
	// runs up or down. Empty where the reader does not know.
	Edges []float32 `json:",omitempty"`

	Size   float32 // as it is seen: the em in points
	Face   string  `json:",omitempty"` // its name, or a token that parts it from the page's others
	Bold   bool    `json:",omitempty"` // a bold face, or stroked to look like one
	Italic bool    `json:",omitempty"`
	Colour uint32  `json:",omitempty"` // 0xRRGGBB of the fill

	// Angle is how far the text is turned on the upright sheet, in degrees
	// clockwise from 0 to 359. Vertical text has 0: its characters stand.
	Angle    int  `json:",omitempty"`
	Vertical bool `json:",omitempty"` // characters stand and follow one another downwards

	Confidence uint8 `json:",omitempty"` // of a recogniser, 1 to 100; 0 where nobody recognised

	// Tag is the structure type that holds the run, by its standard name: H1,
	// P, Caption, LI, TD, Note, Artifact for what is no content. Element numbers
	// the structure elements of the whole document in its order of reading, from 1; runs of one
	// paragraph have the same.
	Tag     string `json:",omitempty"`
	Element int    `json:",omitempty"`
}

// A Rule is a line, a frame or a ground.
type Rule struct {
	X0, Y0, X1, Y1 float32
	Kind           RuleKind
	Colour         uint32 `json:",omitempty"` // 0xRRGGBB
}

// A RuleKind parts what crosses a page from what lies under it.
type RuleKind string

// The kinds of rules.
const (
	Line   RuleKind = "line"   // a stroke, or a bar as thin as one: one side is nought or nearly
	Frame  RuleKind = "frame"  // stroked around and not filled
	Ground RuleKind = "ground" // filled, in another colour than the paper
)

// A Picture is an image on a page, at the place where it is seen.
type Picture struct {
	X0, Y0, X1, Y1 float32
	Width, Height  int    // in its own pixels
	MIME           string `json:",omitempty"` // of Bytes: image/jpeg or image/png
	Bytes          []byte `json:",omitempty"`
	SHA256         string `json:",omitempty"` // of the pixels as the document holds them: equal images have equal sums
	Alt            string `json:",omitempty"` // what the document says that it shows
	Element        int    `json:",omitempty"` // as Run's
}

// A Note is what a reader saw and could not take: it becomes a finding.
type Note struct {
	Code string   // of the finding, such as text-missing
	Page int      // the sheet, from 1; 0 for the whole document
	Text say.Text // one sentence, which names what is missing and how much
}

package layout

import (
	"kanyin/issues/issue"
	"kanyin/layout/paragraph"
	"kanyin/layout/shape"
)

// A Length is a distance in thousandths of a point. Lengths are whole numbers,
// so a page comes out the same on every machine.
type Length = paragraph.Length

// A Way is how the glyphs of a run stand on their line.
type Way = paragraph.Way

// The ways.
const (
	Across  = paragraph.Across
	Upright = paragraph.Upright
	Turned  = paragraph.Turned
	Abreast = paragraph.Abreast
)

// Point is one DTP point, 1/72 of an inch.
const Point Length = 1000

// A Document is an issue composed: its pages and all that an edition needs to
// know of them. It is plain data; no edition changes it.
type Document struct {
	Title    string   // such as 河口 2025年第3期
	Language string   // a BCP 47 tag
	Vertical bool     // the text runs downwards, its lines from right to left, and the binding is at the right
	Accent   [3]uint8 // the design's one colour, as sRGB; black where it has none
	Pages    []Page
	Elements []Element // the logical structure, in reading order; Elements[0] is the document
	Outline  []OutlineItem
	Breaks   []Break // where each page begins in the text
	Findings []issue.Finding
}

// A Page is a size and the things placed on it. The origin is the upper left
// corner of the trimmed page; y grows downwards.
type Page struct {
	Label         string // the printed folio, and the page's label in a viewer: "12", "封面"
	Width, Height Length // of the trimmed page
	Bleed         Length // how far its fills may reach over the trim
	Texts         []Text
	Fills         []Fill
	Images        []Image // what of them lies beyond the bleed is not shown
	Links         []Link
	Anchors       []Anchor
	Fill          float64 // the share of the type area that is used, 0 to 1
}

// A Text is a run of glyphs of one face and size on one line. Where it goes
// down the page, its advances and shifts are counted downwards.
type Text struct {
	// X, Y is where the first glyph's origin stands on the baseline. Of Upright
	// and Abreast ones it is the middle of their em's upper edge; the baseline of
	// Turned ones runs downwards, their tops are at the right.
	X, Y     Length
	Way      Way
	Face     string // song, song-bold, hei, hei-bold, kai, or one that the issue supplied
	Size     Length
	Ink      Ink
	Runes    []rune
	Advances []Length // from each glyph's origin to the next one's; as many as Runes
	Shift    []Length // how far a glyph is drawn from its origin, or nil: a trimmed opening mark is drawn to the left of it
	Element  int      // index in Document.Elements; 0 for an artifact (running head, folio)
	Actual   string   // what the run says, where that is not its runes (a hyphen that only the line break made)

	Word []shape.Sign // of a shaped word: what is drawn instead of its runes
}

// A Fill is a filled rectangle: a rule, a bar, a tinted ground.
type Fill struct {
	X, Y, Width, Height Length
	Ink                 Ink
	Element             int // index in Document.Elements: a figure's; 0 for an artifact
	Shape               Shape
}

// A Shape is what of its rectangle is filled.
type Shape int

// The shapes: all of it, and those of emphasis dots.
const (
	Whole  Shape = iota
	Round        // an ellipse
	Sesame       // ﹅: a drop, its point at the upper left
)

// An Ink is a colour by its use; the edition turns it into its own colour space.
type Ink struct {
	Accent bool // the one accent colour of the design on screen, black in print
	Tint   int  // in per cent; 0 stands for 100
	Paper  bool // the colour of the paper: reversed type
}

// A Link is a place on the page that leads elsewhere.
type Link struct {
	X, Y, Width, Height Length
	Element             int    // the Link element that it belongs to
	Anchor              string // the name of an Anchor, or
	URL                 string // an address
}

// An Anchor is a named place that links and the outline lead to; an article's is its id.
type Anchor struct {
	Name string
	X, Y Length
}

// An Element is a node of the logical structure, as tagged PDF has it.
type Element struct {
	Tag      string // a standard structure type of ISO 32000-1: Document, Sect, H1, P, Caption, TOC, TOCI, Link, Note, L, LI, LBody, Span, Figure
	Parent   int    // index in Elements; less than the element's own
	Article  string // the article's id, on an article's Sect
	Vertical bool   // of a Sect: its text runs downwards
	Alt      string // instead of what cannot be read aloud: a bar code
	Lang     string // where it differs from the document's
	Title    string
	Actual   string // what it says, where its glyphs do not stand in the order of reading
	Scope    string // of a TH: Row or Column
}

// An OutlineItem is a bookmark: column, article, heading.
type OutlineItem struct {
	Title  string
	Level  int // 1 is the outermost
	Anchor string
}

// A Break says where a page begins in the text of an article.
type Break struct {
	Label   string
	Article string // the article's id
	Block   int    // index in its Blocks
	Rune    int    // index in the block's Text, in runes; 0 at its beginning
}

// Metrics is what composing needs to know of the fonts.
type Metrics interface {
	// Glyph looks a character up in a face, or in the faces that stand in for
	// it, and gives the face that has it and its advance in thousandths of an em.
	// The name of a face with "-v" behind it asks for the form of vertical text.
	Glyph(face string, r rune) (from string, advance int, ok bool)
}

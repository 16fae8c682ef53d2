// Package paragraph sets a run of text into lines: it classes the characters,
// squeezes and spaces them, chooses the breaks and justifies.
//
// A [Setter] takes [Span]s of text and a [Style] and gives [Line]s of placed glyphs.
// What may stand at a line's edge and how far a mark gives way is told by
// package cjk; where the lines break is decided by package linebreak over the
// whole paragraph.
//
// The characters come out as they went in: the runes of all lines, one after
// another, are the text, without the spaces that a line break drops and without
// control characters, which are not set; From and To of the lines reach over
// those too. A hyphen that a line break makes is a run of its own with Actual.
// The same input gives the same lines on every machine.
//
// Words of scripts whose letters change with their neighbours are shaped if the
// metrics give fonts (see package shape) and are never broken; a line that holds
// what is written from the right is put in order by Unicode's bidirectional
// algorithm (UAX #9). Latin and Chinese are not shaped: no ligatures, no kerning.
// Readings and emphasis dots stand beside their characters ([Line].Glosses), in
// the white between two lines. The package knows no pages and raises no findings:
// it marks a line that came out badly ([Line].Short) and a character that no
// face has ([Run].Face empty).
package paragraph

import "kanyin/layout/shape"

// A Length is a distance in thousandths of a point. It has 64 bits on every
// machine, so that the products of two lengths fit and pages come out alike.
type Length int64

// Metrics gives the advance of a character; layout.Metrics is the same.
type Metrics interface {
	Glyph(face string, r rune) (from string, advance int, ok bool)
}

// A Span is text of one look.
type Span struct {
	Text   string
	Face   string // "" for the style's
	Size   Length // 0 for the style's
	Raise  Length // above the baseline: a note's mark
	NoWrap bool   // never broken
	Lang   string // where it is in another language than the text around it

	Reading string // what stands over it (拼音, 注音, ruby)
	Dots    bool   // each of its characters has an emphasis dot (着重号)
}

// An Align says where lines that are not full stand.
type Align int

// The alignments; the zero value justifies.
const (
	Justify Align = iota
	Left
	Center
	Right
)

// Style is how a paragraph is set. The zero value of each field is the house's choice.
type Style struct {
	Face      string
	Size      Length
	Measure   Length // the width of a line
	Indent    Length // of the first line
	Beside    int    // how many of the first lines stand beside something, a picture
	Less      Length // how much shorter those are
	Align     Align
	Kinsoku   Kinsoku
	Marks     Marks
	Hang      bool // marks may hang in the margin
	Balance   bool // a title: lines of nearly one length, broken at spaces first
	Language  string
	FromRight bool // the paragraph runs from the right: its lines begin there, and Left is the right
	Vertical  bool // its lines run downwards: see Way
}

// Kinsoku is the level at which line starts and ends are forbidden (clreq, 行首行尾禁则).
type Kinsoku int

// The levels. A magazine takes Strict: GB lets a line begin with —— or ……, if it must.
const (
	GB Kinsoku = iota
	Basic
	Strict
)

// Marks is the style of punctuation widths (clreq, 标点宽度).
type Marks int

// The styles.
const (
	Kaiming   Marks = iota // 开明: stops at a sentence's end full, the others half, or more where their line lacks width
	FullWidth              // 全角: full, squeezed only where two meet
	HalfWidth              // 半角: all half
	LineEnd                // 行末半角: full, half at a line's end
	Headed                 // of headings, which are not justified: stops and commas full, brackets and quotation marks half
)

// A Way is how the glyphs of a run stand on their line.
type Way uint8

// The ways. Those after the first are of vertical text (clreq, 直排; UAX #50),
// where the line's start is its top and X is counted downwards.
const (
	Across  Way = iota // of horizontal text
	Upright            // each glyph stands upright in an em of its own, below the one before it
	Turned             // of Latin: a run across, turned by a quarter clockwise
	Abreast            // 縦中横: the glyphs of a run stand beside each other in one em
)

// UprightSuffix is what Metrics is asked with behind a face's name for the form
// that a character has in vertical text.
const UprightSuffix = "-v"

// A Line is a set line.
type Line struct {
	Runs     []Run
	Glosses  []Gloss
	From, To int    // the runes of the whole text that stand on it; a space dropped at its end counts as on it
	Width    Length // as set, without the indent and without a mark that hangs
	Gap      Length // the widest space that justifying put between two ideographs
	Short    bool   // it could not be set to the measure well (spaced too wide, left short, or too long): a finding
	Last     bool   // of the paragraph
}

// A Run is glyphs of one face and size on the line's baseline.
type Run struct {
	X        Length // of the first glyph's origin, from the line's start
	Raise    Length
	Way      Way
	Face     string // "" where no face has these runes: each is an em of nothing, and a finding
	Size     Length
	Runes    []rune
	Advances []Length
	Shift    []Length // how far a glyph is drawn from its origin, or nil: a trimmed opening mark to the left of it
	Span     int      // the span that it came from
	Actual   string   // what it says where that is not its runes: a soft hyphen for the hyphen of the line break's

	Word []shape.Sign // of a shaped word, which is a run of its own: what is drawn instead of its runes
}

// Package seam decides which line of a dump continues which.
//
// A dump gives its lines in the order in which boxes lay on pages: a running
// head stands inside a sentence, the end of one article stands in the middle
// of another, a column stands before its own title. [Solve] takes the lines as
// [Piece]s, each with the label its caller gave it, and answers with the
// articles as chains of blocks, every [Jump] it made from one place of the
// source to another, and every [Doubt] where the text could be read two ways.
//
// The line that stands next is the line that comes next, unless the evidence is
// clear: that is the rule, and everything else here weighs evidence against
// it. Every piece but furniture stands in exactly one block of the result. A sequence
// without damage comes out as it went in.
//
// How it works: pieces that are certainly one become units (unit.go). Articles
// with a seam that does not hold, and those beside them, are read anew; all
// others stay (trouble.go). Reading is a search over ways to lay the units in
// threads (search.go, ways.go), which keeps the best few side by side
// (frontier.go), so that all links are weighed together: what a link gains, the
// hole that it leaves must not cost. A link is weighed by what sorts of unit it
// joins and how far they stand apart (evidence.go), by what the two texts say
// (content.go, terms.go, packages phrase and words), by the numbers of headings and
// by what quotation marks leave open (thread.go). How the issue marks its ends
// and opens its articles is learnt from it first (house.go). Time and memory grow
// as the text does, whatever stands in it. In a hard-wrapped text [Tears] says
// beforehand where lines that seem to go on may be two texts.
//
// Where it fails: two texts that broke off on one page are told apart by words
// and order alone, and where neither speaks their ends may be exchanged. In an
// issue without end marks and contents, text that was moved between two full
// stops stays where it stands. A wrong label misleads it: a title that was not
// seen makes one article of two, a caption taken for text breaks the sentence
// around it.
//
// The package labels nothing, normalises nothing and knows no house style: it
// is told. It takes numbers and strings and gives numbers back.
package seam

// A Label says what a piece was taken for.
type Label uint8

// The labels. What is not flow stands aside: it keeps its place beside the
// piece before it and takes no part in the weighing.
const (
	Body        Label = iota // running text: paragraphs, items, quotations, verse
	Heading                  // inside an article, of any level
	Title                    // a title's line, and kicker and subtitle
	Byline                   // byline, role, dateline: what stands between title and text
	Affiliation              // an end mark: where the author works
	Source                   // an end mark: where the text is from
	Editor                   // an end mark: who edited it
	Note                     // a note at an article's end
	Aside                    // caption, credit, data, prompt: stands beside the flow
	Furniture                // running head, page number: belongs to no article
)

// A Piece is one source line that is not blank, or several that are known to be one.
type Piece struct {
	Line  int    // in the source, from 1; used in messages and nowhere else
	Label Label  //
	Start bool   // an article begins here: the first line of its title block
	Text  string // normalised, without the marks that OnTo and From tell of
	Raw   string // as it stands in the source: its indent and the width of its punctuation are evidence

	// Glued tells that this piece continues the piece before it (furniture and
	// asides skipped) in one block, whatever the text says: the second line of a
	// title, of a heading, of a hard-wrapped paragraph.
	Glued bool
	// Apart tells that this piece begins a block even where the piece before it
	// has no end: a verse's line, an item, a row, a question.
	Apart bool

	// After is the Line of the piece that this one is known to go on after, in its
	// block where both are of one sort; 0 where nobody knows. Ends tells that the
	// block is known to end with this piece. All else is solved around them.
	After int
	Ends  bool

	// Turns are the offsets in Text where a line of the source begins that a
	// margin broke. The text is taken for one there; see [Tears].
	Turns []int
	// Turned tells that this piece was the rest of the piece before it, and was
	// parted from it at a turn.
	Turned bool

	Blank int  // blank lines before it
	Edge  bool // a page's edge before it: a form feed

	Page int // of a Start: the article's first page in the contents, 0 unknown
	OnTo int // "continued on page N" stands at its end (or in an aside's); Unnumbered without a page
	From int // "continued from page N" stands at its beginning; Unnumbered without a page

	// Number is a numbered heading's or item's number, and Series names the
	// numerals it is written in, so that 二、 is held against 一、 and not
	// against 2. Both are zero where there is no number.
	Number int
	Series int
}

// Unnumbered is the page of a "continued" mark that names none.
const Unnumbered = -1

// A Result tells where every piece belongs.
type Result struct {
	Articles []Article // in the order of their starts in the source
	Loose    [][]int   // blocks before the first start that no article claimed
	Jumps    []Jump    // every link whose pieces are not neighbours in the flow, by source order of To
	Doubts   []Doubt
}

// An Article is a start and all that follows it, in reading order.
type Article struct {
	Start  int     // index of the piece it starts with
	Blocks [][]int // each the indices of the pieces that are one block, in reading order
}

// A Jump is a link between two pieces that do not stand together.
type Jump struct {
	From, To int      // indices of pieces: To is read after From
	Join     bool     // they are one paragraph
	Why      []Reason // the evidence; the first is the one to tell a reader, if it speaks for the link
	Margin   float64  // over the best reading without this link
}

// A Doubt is a place that can be read in two ways. The text was left as it stood.
type Doubt struct {
	Tail   int      // the piece that ends here
	Stands int      // the piece that follows it in the source, -1 for none, and in the result
	Could  int      // the piece that could follow it instead
	Why    []Reason // the evidence for the other reading, as in Jump
	Margin float64  // by which the result reads better than the other reading
}

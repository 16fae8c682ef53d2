package damage

import "strings"

// A House is the style of a magazine: how it marks, signs, numbers and spaces
// its pages. Strings with braces are shapes; {name}, {title}, {author}, {page},
// {section}, {magazine}, {year} and {number} stand for the values.
type House struct {
	Name     string // of the style, for the tests
	Corpus   string // the set of clean articles
	Articles int    // how many; 0 for all

	Magazine     string
	Year, Number int
	Total        int
	ISSN         string
	Cover        []string // shapes of the cover's lines
	Masthead     []string // shapes of the masthead's lines

	Editors  []string // the editor's marks, one of them at the end of every article; none without
	Credit   string   // "□{name}/摄"
	OneLine  bool     // the credit stands on the caption's line
	Byline   string   // "文/{name}"
	And      string   // between two names; a line break gives each its own line
	Spaced   bool     // names of two characters are spread to three
	Split    bool     // names of two characters are now and then cut over two lines
	Contents Contents
	Heads    []string // running heads
	Folio    string   // page numbers, "" for none
	Foot     bool     // running heads and folios stand at the foot of the page
	Between  bool     // running heads come between the columns of the page

	Columns int // of a page
	Depth   int // of a column, in characters
	Dense   bool

	Width    Width
	Blank    int  // lines between two lines
	Figure   int  // blank lines round a figure, where they are more than Blank
	Wrap     int  // lines are broken hard at this many characters; 0 for not
	Airy     bool // lines broken hard have blank lines between them too
	CRLF     bool // lines end as on Windows
	Indent   bool // paragraphs begin with two ideographic spaces
	Feed     bool // a form feed before each page
	Script   Script
	Long     bool // one article runs over many pages
	Opener   bool // the column's name stands over each title
	Back     bool // the masthead stands at the end
	SplitTop bool // long titles stand on two lines
}

// Contents is the style of the contents page.
type Contents struct {
	None     bool
	Heading  []string
	Row      string // "{page} {title} {author}"
	And      string // between two authors
	Section  string // "{section}" alone on its line; "" for a list without columns
	Sub      string // "◆ {sub}"
	Subs     []string
	Sidebar  bool // one column is printed vertically
	TwoLines bool // long titles break over two lines
	Tight    bool // no blank lines among the rows
	Pad      bool // page numbers have two figures
}

// A Script is what the text is written in.
type Script int

// The scripts.
const (
	Hans  Script = iota // simplified Chinese
	Hant                // traditional Chinese
	Latin               // English
)

// A Width is the regime of punctuation.
type Width int

// The regimes.
const (
	Full Width = iota
	Half
	Mixed // some pages half, some full
)

// half gives the text with the punctuation that keyboards offer.
var half = strings.NewReplacer("，", ",", "：", ":", "；", ";", "！", "!", "？", "?", "（", "(", "）", ")")

// Faults are chances from 0 to 1 of each damage, where it is possible.
type Faults struct {
	Intruder    float64 // another article's column between the halves of a paragraph
	FullStop    float64 // the same, but the former column ended with a paragraph
	BeforeTitle float64 // a column stands before its own title
	Weave       float64 // two articles' columns take turns
	Jump        float64 // 下转 … 上接
	Inside      float64 // a figure inside a cut paragraph
	FarCredit   float64 // a credit away from its caption
	Doubled     float64 // a running head twice
	Typo        float64 // title and contents differ by a character
	Unlisted    float64 // an article without an entry
	Unwritten   float64 // an entry without an article
	Shuffled    float64 // neighbouring contents rows change places
}

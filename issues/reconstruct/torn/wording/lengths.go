package wording

// PageDigits is how many figures a page has at most.
const PageDigits = 3

// The lengths by which lines are told apart, in runes of the folded text where
// nothing else is said. They were set by looking at issues in print; each says
// what it buys.
const (
	// LeastText: a line that ends as a sentence does and is longer is text;
	// titles, headings and duties with a full stop are shorter.
	LeastText = 20
	// SureText: a longer line is text however it ends; what stands over a text
	// (a name, an office, a kicker) is shorter.
	SureText = 30
	// LeastSentence: under a title, a line that ends as a sentence does is text
	// even if it is so short; what is shorter may be a title that cries out.
	LeastSentence = 8
	// LongestShort: a line of a few words, as headings and the periodical's own
	// title are; text that is cut into pieces so short is seldom seen.
	LongestShort = 24
	// LongestSign: a line that signs something, with names, duties and offices.
	LongestSign = 40
	// LongestColumn: the name of a column; an entry without a page is longer.
	LongestColumn = 12
	// ShortColumn: most columns' names are no longer, so that one this short
	// wants no frame to be known by.
	ShortColumn = 6
	// LongestHead: a column's name with a frame around it, as a running head has it.
	LongestHead = LongestColumn + 2
	// LongestFurniture: a running head with title, year, number, month and page.
	LongestFurniture = 36
	// VerseLine: a line of verse is no longer, and verseLines of them together
	// are verse: three short lines are as often a list.
	VerseLine, VerseLines = 24, 4
	// TwoClauses: a heading or title with a comma in it is no longer; a longer
	// line with one is a sentence.
	TwoClauses = 12
	// LeastCaption: the words of a caption are more; what is shorter goes with
	// something else.
	LeastCaption = 6
	// SlotBlanks: as many blank lines together are mostly a figure's slot.
	SlotBlanks = 3
	// TitleBlock: how many rows may stand between a title and its text:
	// subtitles, a name a line, offices.
	TitleBlock = 14
)

// IsYear reports whether a number is the year of an issue or of an occasion in it.
func IsYear(n int) bool { return n >= 1800 && n < 2200 }

// LongestMark is the most runes a mark has: a place of work with two
// institutions takes sixty.
const LongestMark = 90

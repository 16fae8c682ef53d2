package reconstruct

// The lengths by which lines are told apart, in runes of the folded text where
// nothing else is said. They were set by looking at issues in print; each says
// what it buys.
const (
	// leastText: a line that ends as a sentence does and is longer is text;
	// titles, headings and duties with a full stop are shorter.
	leastText = 20
	// sureText: a longer line is text however it ends; what stands over a text
	// (a name, an office, a kicker) is shorter.
	sureText = 30
	// leastSentence: under a title, a line that ends as a sentence does is text
	// even if it is so short; what is shorter may be a title that cries out.
	leastSentence = 8
	// longestShort: a line of a few words, as headings and the periodical's own
	// title are; text that is cut into pieces so short is seldom seen.
	longestShort = 24
	// longestSign: a line that signs something, with names, duties and offices.
	longestSign = 40
	// longestColumn: the name of a column; an entry without a page is longer.
	longestColumn = 12
	// shortColumn: most columns' names are no longer, so that one this short
	// wants no frame to be known by.
	shortColumn = 6
	// longestHead: a column's name with a frame around it, as a running head has it.
	longestHead = longestColumn + 2
	// longestFurniture: a running head with title, year, number, month and page.
	longestFurniture = 36
	// verseLine: a line of verse is no longer, and verseLines of them together
	// are verse: three short lines are as often a list.
	verseLine, verseLines = 24, 4
	// twoClauses: a heading or title with a comma in it is no longer; a longer
	// line with one is a sentence.
	twoClauses = 12
	// leastCaption: the words of a caption are more; what is shorter goes with
	// something else.
	leastCaption = 6
	// slotBlanks: as many blank lines together are mostly a figure's slot.
	slotBlanks = 3
	// titleBlock: how many rows may stand between a title and its text:
	// subtitles, a name a line, offices.
	titleBlock = 14
)

// sentence reports whether the row is text by its length and its end.
func (r *row) sentence() bool { return ended(r.fold) && r.runes > leastText }

// prose reports whether the row is text, where text is looked for.
func (r *row) prose() bool { return r.runes > sureText || ended(r.fold) && r.runes > leastSentence }

// wide gives the length for the script: a letter is half as wide as an ideograph.
func (d *draft) wide(runes int) int {
	if d.english {
		return 2 * runes
	}
	return runes
}

// isYear reports whether a number is the year of an issue or of an occasion in it.
func isYear(n int) bool { return n >= 1800 && n < 2200 }

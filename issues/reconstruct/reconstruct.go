package reconstruct

import (
	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/told"
	"kanyin/issues/source"
)

// A pass takes the draft and leaves a valid draft.
type pass struct {
	name string
	run  func(*draft)
}

// passes, from top to bottom.
var passes = []pass{
	{"lines", readLines},          // the lines that are not blank
	{"unwrap", unwrap},            // lines that a margin broke are one again
	{"long titles", tellLong},     // long lines that the contents have, too
	{"house", observeHouse},       // language and the width of the punctuation
	{"marks", labelMarks},         // lines that say themselves what they are
	{"pins", placePins},           // what an editor says that lines are
	{"contents", readContents},    // the entries, as the contents page has them
	{"masthead", readMasthead},    // what the issue says of itself
	{"furniture", labelFurniture}, // running heads, page numbers
	{"bylines", learnBylines},     // what this issue sets before its authors
	{"ends", learnEndMarks},       // what this issue's articles end with, as far as titles are sure
	{"credits", learnCredits},     // what it sets before those who took its pictures
	{"starts", findStarts},        // where articles begin, held against the contents
	{"pins", startPins},           // articles that an editor says begin
	{"heads", labelTitleHeads},    // titles of articles that have begun
	{"ends", learnEndMarks},       // what they end with, where they are known to begin
	{"front", labelFront},         // cover, contents and masthead leave the flow
	{"openings", readOpenings},    // subtitle, byline, office, date line
	{"captions", labelCaptions},   // pictures' words, and to whom they belong
	{"headings", findHeadings},    // inside the articles
	{"seams", orderLines},         // which line continues which
	{"signed", signAtFoot},        // authors whom the article's end alone names
	{"leads", findLeads},          // run-in headings
	{"forms", findForms},          // questions, items, verse, book notices
	{"assemble", assemble},        // the issue
}

// Issue reads the file as one issue of a periodical. It is total: whatever the
// lines hold, the result's ledger balances, and the same file gives the same
// issue.
func Issue(f *source.File) *issue.Issue { return Pinned(f, nil) }

// Pinned reads the file as Issue does, with what an editor says of its lines. Of
// kinds, Begins and Either are not asked for: a title alone begins an article.
func Pinned(f *source.File, known *told.Lines) *issue.Issue {
	d := &draft{file: f, told: known}
	for _, p := range passes {
		d.pass = p.name
		p.run(d)
	}
	return d.issue
}

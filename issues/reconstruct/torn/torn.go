package torn

import (
	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/told"
	"kanyin/issues/reconstruct/torn/articles"
	"kanyin/issues/reconstruct/torn/contents"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/furniture"
	"kanyin/issues/reconstruct/torn/inside"
	"kanyin/issues/reconstruct/torn/joins"
	"kanyin/issues/reconstruct/torn/marks"
	"kanyin/issues/reconstruct/torn/unwrap"
	"kanyin/issues/source"
)

// A pass takes the draft and leaves a valid draft.
type pass struct {
	name string
	run  func(*draft.Draft)
}

// passes, from top to bottom.
//
//say:words
var passes = []pass{
	{"lines", draft.ReadLines},              // the lines that are not blank
	{"unwrap", unwrap.Unwrap},               // lines that a margin broke are one again
	{"long titles", draft.TellLong},         // long lines that the contents have, too
	{"house", draft.ObserveHouse},           // language and the width of the punctuation
	{"marks", marks.LabelMarks},             // lines that say themselves what they are
	{"pins", articles.PlacePins},            // what an editor says that lines are
	{"contents", contents.ReadContents},     // the entries, as the contents page has them
	{"masthead", furniture.ReadMasthead},    // what the issue says of itself
	{"furniture", furniture.LabelFurniture}, // running heads, page numbers
	{"bylines", marks.LearnBylines},         // what this issue sets before its authors
	{"ends", marks.LearnEndMarks},           // what this issue's articles end with, as far as titles are sure
	{"credits", marks.LearnCredits},         // what it sets before those who took its pictures
	{"starts", articles.FindStarts},         // where articles begin, held against the contents
	{"pins", articles.StartPins},            // articles that an editor says begin
	{"heads", furniture.LabelTitleHeads},    // titles of articles that have begun
	{"ends", marks.LearnEndMarks},           // what they end with, where they are known to begin
	{"front", furniture.LabelFront},         // cover, contents and masthead leave the flow
	{"openings", articles.ReadOpenings},     // subtitle, byline, office, date line
	{"captions", marks.LabelCaptions},       // pictures' words, and to whom they belong
	{"headings", inside.FindHeadings},       // inside the articles
	{"seams", joins.OrderLines},             // which line continues which
	{"signed", articles.SignAtFoot},         // authors whom the article's end alone names
	{"leads", inside.FindLeads},             // run-in headings
	{"forms", inside.FindForms},             // questions, items, verse, book notices
	{"assemble", assemble},                  // the issue
}

// Issue reads the file as one issue of a periodical. It is total: whatever the
// lines hold, the result's ledger balances, and the same file gives the same
// issue.
func Issue(f *source.File) *issue.Issue { return Pinned(f, nil) }

// Pinned reads the file as Issue does, with what an editor says of its lines. Of
// kinds, Begins and Either are not asked for: a title alone begins an article.
func Pinned(f *source.File, known *told.Lines) *issue.Issue {
	d := &draft.Draft{File: f, Told: known}
	for _, p := range passes {
		d.Pass = p.name
		p.run(d)
	}
	return d.Issue
}

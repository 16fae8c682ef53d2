package columns

import "kanyin/issues/reconstruct/label"

// The classes of rows that stand in a page's columns.
const (
	prose   = iota // paragraphs and what opens them
	heading        // inside an article
	kicker
	title
	subtitle
	byline
	lead // standfirst, abstract, affiliation: between title and text
	kept // lists, code, tables, verse
	caption
	box   // boxes, notices, openers of sections
	quote // pull quotes
	foot  // notes, editors' marks, sources
	classes
)

func class(k label.Kind) int {
	switch k {
	case label.Heading:
		return heading
	case label.Kicker:
		return kicker
	case label.Title:
		return title
	case label.Subtitle:
		return subtitle
	case label.Byline:
		return byline
	case label.Lead, label.Abstract, label.Affiliation:
		return lead
	case label.List, label.Code, label.Table, label.Verse:
		return kept
	case label.Caption:
		return caption
	case label.Box, label.Notice, label.Section, label.Jump:
		return box
	case label.Quote:
		return quote
	case label.Note, label.Source, label.Editor:
		return foot
	}
	return prose
}

// body reports whether rows of the kind stand in the columns of the text.
func body(k label.Kind) bool {
	switch k {
	case label.Cover, label.Colophon, label.Contents, label.ContentsHead, label.ContentsSection, label.Running:
		return false
	}
	return true
}

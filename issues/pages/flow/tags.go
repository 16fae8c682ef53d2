package flow

import (
	"cmp"
	"slices"

	"kanyin/issues/pages"
	"kanyin/issues/source"
)

// roles are what the standard structure types (ISO 32000-1, 14.8.4) say of a line.
var roles = map[string]source.Role{
	"Title": source.TitleRole, "H1": source.TitleRole, "H": source.HeadingRole, "H2": source.HeadingRole,
	"H3": source.HeadingRole2, "H4": source.HeadingRole2, "H5": source.HeadingRole2, "H6": source.HeadingRole2,
	"P": source.ParagraphRole, "Caption": source.CaptionRole, "Note": source.NoteRole, "FENote": source.NoteRole,
	"L": source.ListRole, "LI": source.ListRole, "LBody": source.ListRole, "Lbl": source.ListRole,
	"Table": source.TableRole, "TR": source.TableRole, "TD": source.TableRole, "TH": source.TableRole,
	"Code": source.CodeRole, "BlockQuote": source.QuoteRole, "Quote": source.QuoteRole, "Aside": source.BoxRole,
	"TOC": source.ContentsRole, "TOCI": source.ContentsRole, "Artifact": source.FurnitureRole,
}

// Structure trees are trusted where they hold this share of all letters: what
// they leave out, nobody looked after.
const covering = .95

// A tree agrees with a page where this share of the lines that follow one
// another there follow one another in it.
const agreeing = .9

// trusted tells whether the structure tree may be asked: it covers the document,
// and agrees on most pages with the order that the page itself shows.
func trusted(lines [][]*line) bool {
	tagged, all, agree, asked := 0, 0, 0, 0
	for _, ls := range lines {
		for _, l := range ls {
			all += l.letters
			if l.tag() != "" {
				tagged += l.letters
			}
		}
		if a, n := agrees(ls); n > 0 {
			asked++
			if a >= agreeing {
				agree++
			}
		}
	}
	return all > 0 && float64(tagged) >= covering*float64(all) && asked > 0 && 3*agree >= 2*asked
}

// agrees gives the share of lines that the tree has behind the one before them,
// and how many there are.
func agrees(ls []*line) (share float64, n int) {
	last, good := 0, 0
	for _, l := range ls {
		e := l.element()
		if e == 0 {
			continue
		}
		if last > 0 {
			n++
			if e >= last {
				good++
			}
		}
		last = e
	}
	if n == 0 {
		return 0, 0
	}
	return float64(good) / float64(n), n
}

// tag gives the structure type of most of the line, where it is one that says
// something of lines; containers such as Document and Div do not.
func (l *line) tag() string {
	if t := l.tagged().Tag; roles[t] != source.NoRole {
		return t
	}
	return ""
}

// element gives the number of the line's structure element; 0 where it is none
// of the content's.
func (l *line) element() int {
	if t := l.tag(); t != "" && t != "Artifact" {
		return l.tagged().Element
	}
	return 0
}

// tagged gives the run that speaks for the line: the longest.
func (l *line) tagged() *pages.Run { return l.runs[l.speaker].Run }

// follow puts a page's lines into the order of the structure tree, where that is
// nearly the page's own; lines that are no content stay where they are.
func follow(ls []*line) {
	if a, n := agrees(ls); n == 0 || a < .6 {
		return
	}
	var at []int
	var own []*line
	for i, l := range ls {
		if l.element() > 0 {
			at, own = append(at, i), append(own, l)
		}
	}
	slices.SortStableFunc(own, func(a, b *line) int { return cmp.Compare(a.element(), b.element()) })
	for k, i := range at {
		ls[i] = own[k]
	}
}

// tellTags takes the roles of lines and the edges of paragraphs from the tree.
func tellTags(lines [][]*line) {
	var last *line
	for _, ls := range lines {
		var first *line // of the page's content
		for _, l := range ls {
			l.role = roles[l.tag()]
			e := l.element()
			if e == 0 {
				continue
			}
			if first == nil {
				first = l
			}
			switch {
			case last != nil && last.element() == e:
				l.start = -1
			case last != nil && l == first && roles[last.tag()] == l.role && l.role == source.ParagraphRole:
				// Pages number their elements anew: here only the page itself tells
				// whether a paragraph goes on.
				last = l
				continue
			default:
				l.start = 1
			}
			if last != nil {
				last.end = l.start
			}
			last = l
		}
	}
	if last != nil {
		last.end = 1
	}
}

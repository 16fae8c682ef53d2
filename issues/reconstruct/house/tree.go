package house

import (
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/source"
)

// asides are kinds outside of the articles, which trees have no names for.
var asides = label.SetOf(label.Cover, label.Colophon, label.ContentsHead, label.ContentsSection, label.Contents, label.Notice)

// roles are the kinds that a row can be whose structure tree says what it is.
// Trees know titles and headings of some level, captions, notes and what is no
// content; bylines, standfirsts and the like are paragraphs to them.
var roles = map[source.Role]label.Set{
	source.TitleRole:     asides | label.SetOf(label.Title, label.Section, label.Heading, label.Box),
	source.HeadingRole:   asides | label.SetOf(label.Heading, label.Title, label.Section, label.Box),
	source.HeadingRole2:  asides | label.SetOf(label.Heading, label.Title, label.Box),
	source.CaptionRole:   asides | label.SetOf(label.Caption, label.Quote, label.Table),
	source.NoteRole:      label.SetOf(label.Note),
	source.CodeRole:      label.SetOf(label.Code),
	source.FurnitureRole: label.SetOf(label.Running),
}

// tree holds the rows against the structure tree, where the page's reader
// trusted it and gave its roles. A paragraph is no title where the tree has
// titles, and no heading where it has headings.
func (h *issue) tree() {
	count := map[source.Role]int{}
	for _, r := range h.rows {
		count[r.Fact.Role]++
	}
	if count[source.ParagraphRole] == 0 || count[source.TitleRole]+count[source.HeadingRole] < few {
		return
	}
	paragraph := label.Without(label.Running)
	if count[source.TitleRole] >= few {
		paragraph &= label.Without(label.Title)
	}
	if count[source.HeadingRole]+count[source.HeadingRole2] >= few {
		paragraph &= label.Without(label.Heading, label.Table, label.Code)
	}
	for i, r := range h.rows {
		set, ok := roles[r.Fact.Role]
		if r.Fact.Role == source.ParagraphRole {
			set, ok = paragraph, true
		}
		if ok && !set.Has(h.labels[i].Kind) {
			h.kinds[i] = set
		}
	}
}

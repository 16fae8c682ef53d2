// Package styled labels rows whose document says itself what they are: by the
// styles of a manuscript, or by tags. Nothing is guessed here.
package styled

import (
	"strings"
	"unicode/utf8"

	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
	"kanyin/issues/source"
)

// kinds are what the roles stand for.
var kinds = map[source.Role]label.Kind{
	source.TitleRole: label.Title, source.SubtitleRole: label.Subtitle, source.KickerRole: label.Kicker, source.BylineRole: label.Byline,
	source.LeadRole: label.Lead, source.AbstractRole: label.Abstract, source.SectionRole: label.Section,
	source.HeadingRole: label.Heading, source.HeadingRole2: label.Heading, source.ParagraphRole: label.Paragraph,
	source.CaptionRole: label.Caption, source.NoteRole: label.Note, source.ListRole: label.List, source.TableRole: label.Table,
	source.CodeRole: label.Code, source.QuoteRole: label.Paragraph, source.BoxRole: label.Box, source.VerseRole: label.Verse,
	source.AffiliationRole: label.Affiliation, source.SourceRole: label.Source, source.EditorRole: label.Editor,
	source.ContentsRole: label.Contents, source.FurnitureRole: label.Running,
}

// Labels gives every row's label, or false where one has no role that is known:
// then the rows have to be read.
func Labels(rs []rows.Row) ([]label.Label, bool) {
	out := make([]label.Label, len(rs))
	for i, r := range rs {
		if r.Fact == nil {
			return nil, false
		}
		kind, ok := kinds[r.Fact.Role]
		if !ok {
			return nil, false
		}
		out[i] = label.Label{Kind: kind, Begins: r.Fact.Start >= 0}
		if i > 0 && rs[i-1].Page == r.Page && rs[i-1].Fact.Role == r.Fact.Role {
			out[i].Begins = out[i].Begins && !together(out[i-1], rs[i-1], kind)
		}
	}
	return out, len(out) > 0
}

// together tells whether a paragraph makes one block with the one before it,
// which is of the same kind: a title in two paragraphs, the items of a list, the
// rows of a table, a box under its title.
func together(before label.Label, row rows.Row, kind label.Kind) bool {
	switch kind {
	case label.Title, label.List, label.Table, label.Code, label.Verse:
		return true
	case label.Box:
		const title = 20 // runes
		return before.Begins && utf8.RuneCountInString(row.Text) <= title && !strings.ContainsAny(row.Text, "。！？，")
	}
	return false
}

package inside

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
)

// FindForms tells what a paragraph is among paragraphs.
//
// How: by its first words: a speaker's turn, a number, a fact of a book. A
// paragraph that one pair of quotation marks encloses, with a source after it,
// is a quotation. Verse was found with the headings. Where it fails: an
// interview whose speakers are set in bold only.
func FindForms(d *draft.Draft) {
	for n := range d.Articles {
		blocks := d.Articles[n].Blocks
		for k, b := range blocks {
			r := &d.Rows[b[0]]
			if r.Kind != issue.Paragraph || r.Form != issue.Plain {
				continue
			}
			_, q, asks := wording.CutPrefix(r.Fold, wording.QuestionHeads)
			_, _, answers := wording.CutPrefix(r.Fold, wording.AnswerHeads)
			switch {
			case wording.BookRow(r.Fold):
				r.Form = issue.Book
			case asks && q != wording.BookOpener:
				r.Form = issue.Question
			case answers:
				r.Form = issue.Answer
			case item(r) && r.Lead == "":
				r.Form = issue.Item
			case k+1 < len(blocks) && d.Rows[blocks[k+1][0]].Kind == issue.SourceNote && quoted(d.Rows[b[0]].Fold, d.Rows[b[len(b)-1]].Fold):
				r.Form = issue.Quotation
			}
		}
	}
}

// quoted reports whether a paragraph stands in quotation marks.
func quoted(head, tail string) bool {
	return strings.ContainsRune(wording.Openers, wording.FirstRune(head)) && strings.ContainsRune(wording.Closers, wording.LastRune(tail)) && wording.FirstRune(head) != '(' && wording.FirstRune(head) != '['
}

package reconstruct

import (
	"strings"

	"kanyin/issues/issue"
)

// findForms tells what a paragraph is among paragraphs.
//
// How: by its first words: a speaker's turn, a number, a fact of a book. A
// paragraph that one pair of quotation marks encloses, with a source after it,
// is a quotation. Verse was found with the headings. Where it fails: an
// interview whose speakers are set in bold only.
func findForms(d *draft) {
	for n := range d.articles {
		blocks := d.articles[n].blocks
		for k, b := range blocks {
			r := &d.rows[b[0]]
			if r.kind != issue.Paragraph || r.form != issue.Plain {
				continue
			}
			_, q, asks := cutPrefix(r.fold, questionHeads)
			_, _, answers := cutPrefix(r.fold, answerHeads)
			switch {
			case bookRow(r.fold):
				r.form = issue.Book
			case asks && q != bookOpener:
				r.form = issue.Question
			case answers:
				r.form = issue.Answer
			case item(r) && r.lead == "":
				r.form = issue.Item
			case k+1 < len(blocks) && d.rows[blocks[k+1][0]].kind == issue.SourceNote && quoted(d.rows[b[0]].fold, d.rows[b[len(b)-1]].fold):
				r.form = issue.Quotation
			}
		}
	}
}

// quoted reports whether a paragraph stands in quotation marks.
func quoted(head, tail string) bool {
	return strings.ContainsRune(openers, firstRune(head)) && strings.ContainsRune(closers, lastRune(tail)) && firstRune(head) != '(' && firstRune(head) != '['
}

// Package reader reads an issue out of its lines: it tells which of two readers
// the lines are for. Printed lines, of a text or of pages, go through the chain
// that has learnt what lines are; lines that are whole paragraphs, torn and woven
// as editors' systems give them, go through the stages of package torn.
package reader

import (
	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/assemble"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/matter"
	"kanyin/issues/reconstruct/rows"
	"kanyin/issues/reconstruct/styled"
	"kanyin/issues/reconstruct/told"
	"kanyin/issues/reconstruct/torn"
	"kanyin/issues/say"
	"kanyin/issues/source"
)

// Issue reads the file as one issue of a periodical. It is total, as both
// readers are. What is known of lines holds, as far as a reader can be told it.
func Issue(f *source.File, known *told.Lines) *issue.Issue {
	rs := rows.Of(f)
	if labels, ok := styled.Labels(rs); ok {
		rs, labels = held(rs, labels, known)
		return assemble.Issue(f, rs, labels)
	}
	switch paged := len(f.Facts) > 0; {
	case paged:
		return ofPages(f, rs, known)
	case Printed(rs):
		return ofText(f, rs, known)
	}
	return torn.Pinned(f, known)
}

// ofPages reads printed lines of which their pages say what they look like.
func ofPages(f *source.File, rs []rows.Row, known *told.Lines) *issue.Issue {
	r := begin(label.Page(), rs, known) // the other table stays packed: it takes 50 MB
	r.link()
	r.settle()
	r.turnOver()
	return r.issue(f)
}

// ofText reads printed lines of which nothing is known but their words.
func ofText(f *source.File, rs []rows.Row, known *told.Lines) *issue.Issue {
	r := begin(label.Text(), rs, known)
	r.order()
	r.findTitles()
	r.bringHome()
	r.link()
	return r.issue(f)
}

// The passes, as decisions name them.
//
//say:words
const (
	labelPass = "label"
	orderPass = "order"
)

// doubtful is the margin under which a title deserves a look: of rows that were
// told by less to be titles, or not quite, four in ten are wrong, of the others
// one in eighty.
const doubtful = .1

// doubts names the rows that were hardly told to be titles, or hardly not:
// a wrong title costs a whole article its place.
func doubts(read []rows.Row, labels []label.Label) []issue.Finding {
	var out []issue.Finding
	for i, l := range labels {
		if l.Margin >= doubtful || l.Kind != label.Title && l.RunnerUp != label.Title {
			continue
		}
		out = append(out, issue.Finding{Code: "title-uncertain", Severity: issue.Info, Lines: []int{read[i].Line}, Values: []string{read[i].Text}, Confidence: .5,
			Message: say.Of("the line was read as %v, and may be %v", say.Word(l.Kind.String()), say.Word(l.RunnerUp.String()))})
	}
	return out
}

// tell says that the rows of a page were put into another order.
func tell(rs []rows.Row, moved []int, margin float64) issue.Decision {
	lines := make([]int, len(moved))
	for i, r := range moved {
		lines[i] = rs[r].Line
	}
	return issue.Decision{Pass: orderPass, Lines: lines, Margin: margin,
		Text: say.Of("the extractor gave the columns of page %d in turns; they are read one after the other", rs[moved[0]].Page)}
}

// brought says that a text was read with another article than the one it stood in.
func brought(read []rows.Row, m matter.Move) issue.Decision {
	var lines []int
	for _, i := range m.Rows {
		lines = append(lines, read[i].Line)
	}
	return issue.Decision{Pass: orderPass, Lines: lines, Margin: m.Margin,
		Text: say.Of("it speaks of what the article with the title in line %d speaks of, and is read there", read[m.Title].Line)}
}

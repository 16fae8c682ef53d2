// Package reader reads an issue out of its lines: it tells which of two readers
// the lines are for. Printed lines, of a text or of pages, go through the chain
// that has learnt what lines are; lines that are whole paragraphs, torn and woven
// as editors' systems give them, go through the stages of package torn.
package reader

import (
	"maps"
	"slices"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/announced"
	"kanyin/issues/reconstruct/assemble"
	"kanyin/issues/reconstruct/evidence"
	"kanyin/issues/reconstruct/house"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/matter"
	"kanyin/issues/reconstruct/order"
	"kanyin/issues/reconstruct/overleaf"
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
	paged := len(f.Facts) > 0
	if !paged && !Printed(rs) {
		return torn.Pinned(f, known)
	}
	weights := label.Text
	if paged {
		weights = label.Page
	}
	chain := weights() // the other table stays packed: it takes 50 MB
	perm, _ := order.Read(rs, nil)
	read, seen, labels := labelled(chain, rs, perm, known, nil)
	var decided []issue.Decision
	for n := 0; n < lookAgain && !paged; n++ { // now that it is known what the rows are, their order is looked for again
		again, pages := order.Read(rs, inSource(labels, perm))
		decided = decided[:0]
		for _, m := range pages {
			decided = append(decided, tell(rs, m.Rows, m.Margin))
		}
		if slices.Equal(perm, again) {
			break
		}
		perm = again
		read, seen, labels = labelled(chain, rs, perm, known, nil)
	}
	var titles map[int]label.Set
	if !paged { // titles that the contents announce; then texts are read with the article that they speak of
		found := announced.Titles(read, labels)
		maps.Copy(found, announced.Listed(read, labels))
		if len(found) > 0 {
			titles = map[int]label.Set{}
			for i, set := range found {
				titles[perm[i]] = set
			}
			read, seen, labels = labelled(chain, rs, perm, known, titles)
		}
		if again, moves := matter.Order(read, labels); len(moves) > 0 {
			for _, m := range moves {
				decided = append(decided, brought(read, m))
			}
			perm = permuted(perm, again)
			read, seen, labels = labelled(chain, rs, perm, known, titles)
		}
	}
	if again, moved := linked(perm, read, labels, known); moved {
		read, seen, labels = labelled(chain, rs, again, known, titles)
	}
	if paged { // their types are held against one another
		labels = settled(chain, read, seen, labels, known)
		if again, moved := overleaf.Order(read, labels); moved {
			read, seen, labels = permuted(read, again), permuted(seen, again), permuted(labels, again)
		}
	}
	iss := assemble.Issue(f, read, labels)
	for i, why := range chain.Why(seen, labels) {
		iss.Decisions = append(iss.Decisions, issue.Decision{Pass: labelPass, Lines: []int{read[i].Line}, Text: why, Margin: labels[i].Margin})
	}
	iss.Decisions = append(iss.Decisions, decided...)
	iss.Findings = append(iss.Findings, doubts(read, labels)...)
	return iss
}

// The passes, as decisions name them.
//
//say:words
const (
	labelPass = "label"
	orderPass = "order"
)

// settled reads again as long as the rows' types show slips: what was put right
// shows more. A row can only lose kinds, so it ends; most issues need one reading.
func settled(chain *label.Chain, read []rows.Row, seen []evidence.Seen, labels []label.Label, known *told.Lines) []label.Label {
	const most = 4
	kinds := map[int]label.Set{}
	for range most {
		news := false
		for i, set := range house.Kinds(read, labels) {
			if old, ok := kinds[i]; ok {
				if set &= old; set == 0 || set == old {
					continue
				}
			}
			kinds[i], news = set, true
		}
		if !news {
			break
		}
		labels = chain.Within(seen, pins(read, known), kinds)
	}
	return labels
}

// lookAgain is how often the order of a text is looked for by what its rows are:
// in the better order it is better known what they are, and after two rounds
// hardly anything changes.
const lookAgain = 2

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

// labelled labels the rows in the order in which they are read; some, by their numbers in the
// source, may be known to be of certain kinds.
func labelled(chain *label.Chain, rs []rows.Row, perm []int, known *told.Lines, kinds map[int]label.Set) (read []rows.Row, seen []evidence.Seen, labels []label.Label) {
	read = make([]rows.Row, len(rs))
	within := map[int]label.Set{}
	for i, r := range perm {
		read[i] = rs[r]
		if set, ok := kinds[r]; ok {
			within[i] = set
		}
	}
	seen = evidence.Of(read)
	labels = chain.Within(seen, pins(read, known), within)
	for _, i := range announced.Parted(read, labels) {
		labels[i].Begins = true
	}
	return read, seen, labels
}

// permuted gives the list in another order.
func permuted[T any](list []T, perm []int) []T {
	out := make([]T, len(list))
	for i, k := range perm {
		out[i] = list[k]
	}
	return out
}

// inSource gives the labels in the order of the source.
func inSource(labels []label.Label, perm []int) []label.Label {
	out := make([]label.Label, len(labels))
	for i, r := range perm {
		out[r] = labels[i]
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

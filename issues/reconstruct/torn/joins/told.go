package joins

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/seam"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/unwrap"
	"kanyin/issues/say"
)

// tellJumps makes a finding of every link that moved text, with the reason that
// a reader can see for himself; the whole evidence is in the decision.
func tellJumps(d *draft.Draft, res seam.Result, rows []int) {
	for _, j := range res.Jumps {
		from, to := &d.Rows[rows[j.From]], &d.Rows[rows[j.To]]
		a, b := from.Lines[len(from.Lines)-1], to.Lines[0]
		says := say.Of("line %d is read after line %d", b, a)
		d.Decide(say.Of("%s%s", says, evidenceOf(j.Why)), j.Margin, rows[j.From], rows[j.To])
		to.Why = says
		d.Findings = append(d.Findings, issue.Finding{
			Code: "seam-moved", Severity: issue.Info, Lines: []int{b, a}, Message: say.Of("line %d is read after line %d%s", b, a, reasonOf(j.Why)),
			Values: []string{tailOf(from.Text), headOf(to.Text)}, Confidence: confidence(j.Margin),
		})
	}
}

// tellDoubts makes a finding of every place that can be read in two ways.
func tellDoubts(d *draft.Draft, res seam.Result, rows []int) {
	for _, q := range res.Doubts {
		if d.Barred(rows[q.Could]) {
			continue // an editor looked at it, and said that no article begins there
		}
		tail, could := &d.Rows[rows[q.Tail]], &d.Rows[rows[q.Could]]
		a, b := tail.Lines[len(tail.Lines)-1], could.Lines[0]
		lines := []int{a, b}
		values := []string{tailOf(tail.Text), headOf(could.Text)}
		if q.Stands >= 0 {
			stands := &d.Rows[rows[q.Stands]]
			lines = append(lines, stands.Lines[0])
			values = append(values, headOf(stands.Text))
		}
		d.Decide(say.Of("line %d could also go on at line %d%s", a, b, evidenceOf(q.Why)), q.Margin, rows[q.Tail], rows[q.Could])
		d.Findings = append(d.Findings, issue.Finding{
			Code: "seam-uncertain", Severity: issue.Warning, Lines: lines,
			Message: say.Of("the text may go on at line %d%s", b, reasonOf(q.Why)), Values: values, Confidence: confidence(q.Margin),
		})
	}
}

// tellCuts records every paragraph that furniture or a picture's words cut in two:
// it goes on with the next text by default, and no evidence was weighed.
func tellCuts(d *draft.Draft, res seam.Result, rows []int) {
	moved := map[int]bool{}
	for _, j := range res.Jumps {
		moved[j.To] = true
	}
	for _, a := range res.Articles {
		for _, b := range a.Blocks {
			for n := 1; n < len(b); n++ {
				from, to := rows[b[n-1]], rows[b[n]]
				if between := between(d, from, to); !between.IsZero() && !moved[b[n]] {
					before := d.Rows[from].Lines
					d.Decide(say.Of("line %d goes on from line %d: what stands between is %s", d.Rows[to].Lines[0], before[len(before)-1], between), 0, from, to)
				}
			}
		}
	}
}

// between names what stands between two rows, "" if nothing does.
func between(d *draft.Draft, from, to int) say.Text {
	from, to = unwrap.StoodIn(d, from), unwrap.StoodIn(d, to)
	furniture, beside := false, false
	for i := from + 1; i < to; i++ {
		if d.Rows[i].Zone == draft.Dropped {
			furniture = true
		} else {
			beside = true
		}
	}
	switch {
	case furniture && beside:
		return say.Of("furniture, and what belongs to pictures")
	case furniture:
		return say.Of("furniture")
	case beside:
		return say.Of("what belongs to pictures")
	}
	return say.Text{}
}

// reasonOf gives the first reason, if it speaks for the link.
func reasonOf(why []seam.Reason) say.Text {
	if len(why) == 0 || why[0].Weight < 0 {
		return say.Text{}
	}
	return say.Of(": %s", why[0].Text)
}

// evidenceOf gives all reasons with their weights.
func evidenceOf(why []seam.Reason) say.Text {
	if len(why) == 0 {
		return say.Text{}
	}
	said := make([]say.Text, len(why))
	for i, r := range why {
		said[i] = say.Of("%s (%+.1f)", r.Text, r.Weight)
	}
	return say.Of(": %s", say.Clauses(said...))
}

// confidence maps a margin to 0…1: a margin of one is as good as evens.
func confidence(margin float64) float64 {
	if margin <= 0 {
		return 0.3
	}
	c := margin / (margin + 1)
	return float64(int(c*100)) / 100
}

// excerpt is how many runes of a line a finding shows: enough to search for.
const excerpt = 16

func tailOf(s string) string {
	r := []rune(strings.TrimSpace(s))
	return string(r[max(0, len(r)-excerpt):])
}

func headOf(s string) string {
	r := []rune(strings.TrimSpace(s))
	return string(r[:min(len(r), excerpt)])
}

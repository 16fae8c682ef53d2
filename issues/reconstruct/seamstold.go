package reconstruct

import (
	"fmt"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/seam"
)

// tellJumps makes a finding of every link that moved text, with the reason that
// a reader can see for himself; the whole evidence is in the decision.
func (d *draft) tellJumps(res seam.Result, rows []int) {
	for _, j := range res.Jumps {
		from, to := &d.rows[rows[j.From]], &d.rows[rows[j.To]]
		a, b := from.lines[len(from.lines)-1], to.lines[0]
		says := fmt.Sprintf("line %d is read after line %d", b, a)
		d.decide(says+evidenceOf(j.Why), j.Margin, rows[j.From], rows[j.To])
		to.why = says
		d.findings = append(d.findings, issue.Finding{
			Code: "seam-moved", Severity: issue.Info, Lines: []int{b, a}, Message: says + reasonOf(j.Why),
			Values: []string{tailOf(from.text), headOf(to.text)}, Confidence: confidence(j.Margin),
		})
	}
}

// tellDoubts makes a finding of every place that can be read in two ways.
func (d *draft) tellDoubts(res seam.Result, rows []int) {
	for _, q := range res.Doubts {
		tail, could := &d.rows[rows[q.Tail]], &d.rows[rows[q.Could]]
		a, b := tail.lines[len(tail.lines)-1], could.lines[0]
		lines := []int{a, b}
		values := []string{tailOf(tail.text), headOf(could.text)}
		if q.Stands >= 0 {
			stands := &d.rows[rows[q.Stands]]
			lines = append(lines, stands.lines[0])
			values = append(values, headOf(stands.text))
		}
		d.decide(fmt.Sprintf("line %d could also go on at line %d", a, b)+evidenceOf(q.Why), q.Margin, rows[q.Tail], rows[q.Could])
		d.findings = append(d.findings, issue.Finding{
			Code: "seam-uncertain", Severity: issue.Warning, Lines: lines,
			Message: fmt.Sprintf("the text may go on at line %d", b) + reasonOf(q.Why), Values: values, Confidence: confidence(q.Margin),
		})
	}
}

// tellCuts records every paragraph that furniture or a picture's words cut in two:
// it goes on with the next text by default, and no evidence was weighed.
func (d *draft) tellCuts(res seam.Result, rows []int) {
	moved := map[int]bool{}
	for _, j := range res.Jumps {
		moved[j.To] = true
	}
	for _, a := range res.Articles {
		for _, b := range a.Blocks {
			for n := 1; n < len(b); n++ {
				from, to := rows[b[n-1]], rows[b[n]]
				if between := d.between(from, to); between != "" && !moved[b[n]] {
					before := d.rows[from].lines
					d.decide(fmt.Sprintf("line %d goes on from line %d: what stands between is %s", d.rows[to].lines[0], before[len(before)-1], between), 0, from, to)
				}
			}
		}
	}
}

// between names what stands between two rows, "" if nothing does.
func (d *draft) between(from, to int) string {
	if d.rests != nil {
		from, to = d.stoodIn(from), d.stoodIn(to)
	}
	furniture, beside := false, false
	for i := from + 1; i < to; i++ {
		if d.rows[i].zone == dropped {
			furniture = true
		} else {
			beside = true
		}
	}
	switch {
	case furniture && beside:
		return "furniture, and what belongs to pictures"
	case furniture:
		return "furniture"
	case beside:
		return "what belongs to pictures"
	}
	return ""
}

// reasonOf gives the first reason, if it speaks for the link.
func reasonOf(why []seam.Reason) string {
	if len(why) == 0 || why[0].Weight < 0 {
		return ""
	}
	return ": " + why[0].Text
}

// evidenceOf gives all reasons with their weights.
func evidenceOf(why []seam.Reason) string {
	if len(why) == 0 {
		return ""
	}
	said := make([]string, len(why))
	for i, r := range why {
		said[i] = fmt.Sprintf("%s (%+.1f)", r.Text, r.Weight)
	}
	return ": " + strings.Join(said, "; ")
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

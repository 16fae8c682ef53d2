package overleaf

import (
	"strings"
	"unicode/utf8"

	"kanyin/issues/reconstruct/label"
)

// seam tells how well the text at a column's end goes on at another's beginning:
// above nought it does, below it does not.
func (r *reading) seam(a, b column) float64 {
	end, begin := a.rows[len(a.rows)-1], b.rows[0]
	if k := r.labels[end].Kind; k == label.Editor || k == label.Source || k == label.Jump {
		return -1 // the article is over
	}
	if k := r.labels[begin].Kind; k != label.Paragraph {
		if r.closed(end) {
			return .5
		}
		return -1
	}
	if r.labels[end].Kind == label.Heading { // somewhere its text must go on
		return 1
	}
	if len(b.rows) < few {
		return 0
	}
	f := r.rows[begin].Fact
	indented := f.X0-b.x0 > f.Size
	switch {
	case r.closed(end) && indented:
		return .5
	case r.closed(end) && a.x1-r.rows[end].Fact.X1 > short*f.Size:
		return -1.5
	case r.closed(end):
		return -.5 // a sentence may end where a line does
	case indented:
		return -1.5
	}
	return 1
}

// short is how many ems the last line of a paragraph leaves free: kinsoku leaves
// two at the most.
const short = 2.2

// few rows do not show where their column's lines begin.
const few = 3

// closed tells whether a row ends as a paragraph, or is none.
func (r *reading) closed(i int) bool {
	if r.labels[i].Kind != label.Paragraph && r.labels[i].Kind != label.Inline && r.labels[i].Kind != label.Lead {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(r.rows[i].Text, "”’」』）)》"))
	return strings.ContainsRune("。！？!?…：:；;", last)
}

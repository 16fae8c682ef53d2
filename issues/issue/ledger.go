package issue

import (
	"strings"

	"kanyin/issues/say"
)

// Ledger proves that nothing was lost: every source line that is not blank
// stands in exactly one block, or in one for each part where an editor cut it,
// and every picture stands in one. The error names the first that does not.
func (iss *Issue) Ledger() error {
	where := make([]string, len(iss.Source.Lines)+1)
	cuts := make([]int, len(where))
	for _, n := range iss.Source.Cut {
		cuts[n]++
	}
	var fault error
	iss.EachBlock(func(place string, b *Block) {
		for _, n := range b.Lines {
			switch {
			case fault != nil:
			case n < 1 || n >= len(where):
				fault = say.Errorf("line %d stands in %s, but the source ends at line %d", n, place, len(where)-1)
			case where[n] != "" && cuts[n] > 0:
				cuts[n]--
			case where[n] != "":
				fault = say.Errorf("line %d stands twice: %s, %s", n, where[n], place)
			default:
				where[n] = place
			}
		}
	})
	if fault != nil {
		return fault
	}
	for n := 1; n < len(where); n++ {
		blank := strings.TrimSpace(iss.Source.Line(n)) == ""
		if where[n] == "" && !blank {
			return say.Errorf("line %d stands nowhere: %.40s", n, iss.Source.Line(n))
		}
		if where[n] != "" && blank {
			return say.Errorf("line %d stands in %s, but is blank", n, where[n])
		}
	}
	return iss.pictureLedger()
}

// EachBlock calls f for every block: the articles' in reading order, then the
// front's, then the dropped ones. The place is such as "a14 paragraph" or
// "dropped running-head".
func (iss *Issue) EachBlock(f func(place string, b *Block)) {
	for i := range iss.Articles {
		a := &iss.Articles[i]
		for j := range a.Blocks {
			f(a.ID+" "+string(a.Blocks[j].Kind), &a.Blocks[j])
		}
	}
	for i := range iss.Front {
		f("front "+string(iss.Front[i].Kind), &iss.Front[i])
	}
	for i := range iss.Dropped {
		f("dropped "+string(iss.Dropped[i].Kind), &iss.Dropped[i])
	}
}

package label

import (
	"fmt"
	"slices"
	"strings"

	"kanyin/issues/reconstruct/evidence"
)

// told is how many words are named on either side of a decision; more is noise.
const told = 4

// A word's say is what it is worth for a row's kind against the runner-up.
type say struct {
	word int32
	away int // rows from the row that is decided
	gain float32
}

// Why says of every row what it was found to be, on which evidence, and against
// which: "title before heading: listed:entire, sizeh; against it: last:comma". A
// word that was seen one row before stands with -1 before it.
func (c *Chain) Why(seen []evidence.Seen, labels []Label) []string {
	sights := c.Encode(seen)
	names := make([]string, len(c.words))
	for w, id := range c.words {
		names[id] = w
	}
	out := make([]string, len(labels))
	for i, l := range labels {
		says := c.says(sights, i, tagOf(l.Kind, l.Begins), tagOf(l.RunnerUp, l.Begins))
		out[i] = fmt.Sprintf("%v before %v: %s", l.Kind, l.RunnerUp, list(says[:min(told, len(says))], names, 1))
		slices.Reverse(says)
		if against := list(says[:min(told, len(says))], names, -1); against != "" {
			out[i] += "; against it: " + against
		}
	}
	return out
}

// says gives what every word about row i says for the tag a against b, the most first.
func (c *Chain) says(sights []Sight, i int, a, b tag) []say {
	var out []say
	add := func(words []int32, away int) {
		for _, w := range words {
			at := At(w, away)
			if gain := c.weights[at+a] - c.weights[at+b]; gain != 0 {
				out = append(out, say{w, away, gain})
			}
		}
	}
	add(sights[i].Words, 0)
	for d := -Reach; d <= Reach; d++ {
		if d != 0 && i+d >= 0 && i+d < len(sights) {
			add(sights[i+d].Words[:sights[i+d].Near], d)
		}
	}
	slices.SortFunc(out, func(x, y say) int {
		switch {
		case x.gain > y.gain:
			return -1
		case x.gain < y.gain:
			return 1
		}
		return 0
	})
	return out
}

// list names the words whose gain has the sign.
func list(says []say, names []string, sign float32) string {
	var words []string
	for _, s := range says {
		if s.gain*sign <= 0 {
			continue
		}
		w := names[s.word]
		if s.away != 0 {
			w = fmt.Sprintf("%+d %s", s.away, w)
		}
		words = append(words, w)
	}
	return strings.Join(words, ", ")
}

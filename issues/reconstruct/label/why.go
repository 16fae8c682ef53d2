package label

import (
	"slices"

	"kanyin/issues/reconstruct/evidence"
	"kanyin/issues/say"
)

// told is how many words are named on either side of a decision; more is noise.
const told = 4

// A worth is what a word says for a row's kind against the runner-up.
type worth struct {
	word int32
	away int // rows from the row that is decided
	gain float32
}

// Why says of every row what it was found to be, on which evidence, and against
// which: "title before heading: listed:entire, sizeh; against it: last:comma",
// with what each word means. A word that was seen one row before stands with -1
// before it.
func (c *Chain) Why(seen []evidence.Seen, labels []Label) []say.Text {
	sights := c.Encode(seen)
	names := make([]string, len(c.words))
	for w, id := range c.words {
		names[id] = w
	}
	out := make([]say.Text, len(labels))
	for i, l := range labels {
		all := c.worths(sights, i, tagOf(l.Kind, l.Begins), tagOf(l.RunnerUp, l.Begins))
		out[i] = say.Of("%s before %s: %s", say.Word(l.Kind.String()), say.Word(l.RunnerUp.String()), list(all[:min(told, len(all))], names, 1))
		slices.Reverse(all)
		if against := list(all[:min(told, len(all))], names, -1); !against.IsZero() {
			out[i] = say.Of("%s; against it: %s", out[i], against)
		}
	}
	return out
}

// worths gives what every word about row i says for the tag a against b, the most first.
func (c *Chain) worths(sights []Sight, i int, a, b tag) []worth {
	var out []worth
	add := func(words []int32, away int) {
		for _, w := range words {
			at := At(w, away)
			if gain := c.weights[at+a] - c.weights[at+b]; gain != 0 {
				out = append(out, worth{w, away, gain})
			}
		}
	}
	add(sights[i].Words, 0)
	for d := -Reach; d <= Reach; d++ {
		if d != 0 && i+d >= 0 && i+d < len(sights) {
			add(sights[i+d].Words[:sights[i+d].Near], d)
		}
	}
	slices.SortFunc(out, func(x, y worth) int {
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
func list(all []worth, names []string, sign float32) say.Text {
	var words []say.Text
	for _, s := range all {
		if s.gain*sign <= 0 {
			continue
		}
		w := say.Of("%s", evidence.Word(names[s.word]))
		if s.away != 0 {
			w = say.Of("%+d %s", s.away, w)
		}
		words = append(words, w)
	}
	return say.List(words...)
}

package label

import (
	"kanyin/issues/reconstruct/evidence"
)

// Reach is how many rows before and behind a row the chain looks at.
const Reach = 2

// A tag is a kind and whether a block begins: 2*kind, +1 where one begins.
type tag = int

// Tags is how many there are.
const Tags = 2 * int(Kinds)

func tagOf(k Kind, begins bool) tag {
	t := 2 * int(k)
	if begins {
		t++
	}
	return t
}

// A Chain reads rows: what is seen of a row, and what its neighbours look like,
// speaks for each tag with a weight, and so does the tag before it. The whole of
// an issue is read together: the sequence of tags that the weights like best
// (a linear chain, Lafferty, McCallum and Pereira 2001; found as Viterbi 1967).
type Chain struct {
	words map[string]int32 // of what can be seen
	// weights has, for a word w seen d rows away, a run of Tags weights from
	// (w*(2*Reach+1)+d+Reach)*Tags on; a word that is not near has weights at d = 0 alone.
	weights []float32
	steps   []float32 // steps[a*Tags+b]: how much a tag b behind a tag a is liked
}

// A Pin says what a row is, as somebody knows it: kinds are given, the rest is
// read around them.
type Pin struct {
	Kind   Kind
	Not    bool // the row is anything but Kind
	Any    bool // what it is is not known
	Begins bool
	Either bool // whether a block begins here is not known
}

// allows reports whether the row may be of that kind, and begin a block or not.
func (p Pin) allows(k Kind, begins bool) bool {
	return (p.Any || (k == p.Kind) != p.Not) && (p.Either || begins == p.Begins)
}

// A Set is kinds that a row can be.
type Set uint32

// SetOf gives the set of the kinds.
func SetOf(ks ...Kind) Set {
	var s Set
	for _, k := range ks {
		s |= 1 << k
	}
	return s
}

// Without gives the set of all kinds but these.
func Without(ks ...Kind) Set { return (1<<Kinds - 1) &^ SetOf(ks...) }

// Has tells whether the kind is in the set.
func (s Set) Has(k Kind) bool { return s>>k&1 == 1 }

// Read gives every row its label.
func (c *Chain) Read(seen []evidence.Seen, pins map[int]Pin) []Label {
	return c.Within(seen, pins, nil)
}

// Within gives every row a label of those kinds that it can be; where none are
// said it can be all. A pin says more than a set.
func (c *Chain) Within(seen []evidence.Seen, pins map[int]Pin, kinds map[int]Set) []Label {
	n := len(seen)
	if n == 0 {
		return nil
	}
	scores := c.scores(c.Encode(seen), 0, n)
	for i, set := range kinds {
		if _, pinned := pins[i]; pinned {
			continue
		}
		for t := range Tags {
			if !set.Has(Kind(t / 2)) {
				scores[i*Tags+t] = forbidden
			}
		}
	}
	pin(scores, pins)
	best, forward := c.viterbi(scores, n)
	back := c.backward(scores, n)
	out := make([]Label, n)
	for i, t := range best {
		k := Kind(t / 2)
		out[i] = Label{Kind: k, Begins: t%2 == 1}
		out[i].RunnerUp, out[i].Margin = runnerUp(forward[i*Tags:(i+1)*Tags], back[i*Tags:(i+1)*Tags], k)
	}
	return out
}

// forbidden is what a tag that a pin rules out scores; no sum of weights comes near it.
const forbidden = -1e6

func pin(scores []float32, pins map[int]Pin) {
	for i, p := range pins {
		for t := range Tags {
			if !p.allows(Kind(t/2), t%2 == 1) {
				scores[i*Tags+t] = forbidden
			}
		}
	}
}

// A Sight is what is seen of a row, in the chain's own words: first those that
// tell of the neighbours too.
type Sight struct {
	Words []int32
	Near  int // how many of them tell of the neighbours
}

// Encode turns what is seen into the chain's own words; what it does not know is left out.
func (c *Chain) Encode(seen []evidence.Seen) []Sight {
	out := make([]Sight, len(seen))
	for i, s := range seen {
		w := make([]int32, 0, len(s.Near)+len(s.Own))
		for _, word := range s.Near {
			if id, ok := c.words[word]; ok {
				w = append(w, id)
			}
		}
		out[i].Near = len(w)
		for _, word := range s.Own {
			if id, ok := c.words[word]; ok {
				w = append(w, id)
			}
		}
		out[i].Words = w
	}
	return out
}

// At gives where the weights of a word that is seen d rows away begin.
func At(word int32, d int) int { return (int(word)*(2*Reach+1) + d + Reach) * Tags }

// EachSeen calls do with the place of the weights of everything that speaks about row i.
func EachSeen(codes []Sight, i int, do func(at int)) {
	for _, w := range codes[i].Words {
		do(At(w, 0))
	}
	for d := -Reach; d <= Reach; d++ {
		if d == 0 || i+d < 0 || i+d >= len(codes) {
			continue
		}
		for _, w := range codes[i+d].Words[:codes[i+d].Near] {
			do(At(w, d))
		}
	}
}

// scores sums up, for every tag of the rows from from to to, what the evidence is worth.
func (c *Chain) scores(codes []Sight, from, to int) []float32 {
	out := make([]float32, (to-from)*Tags)
	for i := from; i < to; i++ {
		row := out[(i-from)*Tags : (i-from+1)*Tags]
		EachSeen(codes, i, func(at int) {
			w := c.weights[at : at+Tags]
			for t := range row {
				row[t] += w[t]
			}
		})
	}
	return out
}

// viterbi gives the best sequence of tags, and for every row and tag the score
// of the best sequence that ends there.
func (c *Chain) viterbi(scores []float32, n int) (best []tag, forward []float32) {
	forward = make([]float32, n*Tags)
	from := make([]uint8, n*Tags)
	copy(forward, scores[:Tags])
	for i := 1; i < n; i++ {
		before, row := forward[(i-1)*Tags:i*Tags], forward[i*Tags:(i+1)*Tags]
		arg := from[i*Tags : (i+1)*Tags]
		for t := range row {
			row[t] = before[0] + c.steps[t]
		}
		for a := 1; a < Tags; a++ {
			v, steps := before[a], c.steps[a*Tags:(a+1)*Tags]
			for t, s := range steps {
				if v+s > row[t] {
					row[t], arg[t] = v+s, uint8(a)
				}
			}
		}
		for t := range row {
			row[t] += scores[i*Tags+t]
		}
	}
	best = make([]tag, n)
	last := forward[(n-1)*Tags:]
	for t := range last {
		if last[t] > last[best[n-1]] {
			best[n-1] = t
		}
	}
	for i := n - 1; i > 0; i-- {
		best[i-1] = tag(from[i*Tags+best[i]])
	}
	return best, forward
}

// backward gives for every row and tag the score of the best sequence behind it.
func (c *Chain) backward(scores []float32, n int) []float32 {
	back := make([]float32, n*Tags)
	var sum [Tags]float32
	for i := n - 2; i >= 0; i-- {
		next := back[(i+1)*Tags : (i+2)*Tags]
		for t := range sum {
			sum[t] = next[t] + scores[(i+1)*Tags+t]
		}
		row := back[i*Tags : (i+1)*Tags]
		for a := range row {
			top := float32(2 * forbidden)
			for t, s := range c.steps[a*Tags : (a+1)*Tags] {
				if v := sum[t] + s; v > top {
					top = v
				}
			}
			row[a] = top
		}
	}
	return back
}

// runnerUp gives the kind that would have been chosen if not k, and how much
// worse the best reading of the issue with it is.
func runnerUp(forward, back []float32, k Kind) (Kind, float64) {
	won, second, best := float32(2*forbidden), float32(2*forbidden), k
	for t := range forward {
		v := forward[t] + back[t]
		switch {
		case Kind(t/2) == k:
			won = max(won, v)
		case v > second:
			second, best = v, Kind(t/2)
		}
	}
	return best, float64(won - second)
}

// ReadStretch gives the best tags of the rows from from to to, and their score.
// It is what fitting reads by.
func (c *Chain) ReadStretch(codes []Sight, from, to int) ([]int, float32) {
	best, forward := c.viterbi(c.scores(codes, from, to), to-from)
	return best, forward[(to-from-1)*Tags+best[to-from-1]]
}

// Score gives what the weights think of these tags of the rows from from on.
func (c *Chain) Score(codes []Sight, from int, tags []int) float32 {
	var sum float32
	for i, t := range tags {
		EachSeen(codes, from+i, func(at int) { sum += c.weights[at+t] })
		if i > 0 {
			sum += c.steps[tags[i-1]*Tags+t]
		}
	}
	return sum
}

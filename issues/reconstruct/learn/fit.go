package main

import (
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"time"

	"kanyin/issues/reconstruct/evidence"
	"kanyin/issues/reconstruct/label"
)

const (
	// A word must be seen in so many issues: one issue's own words teach nothing about the next.
	rarest = 6
	// So many rows are read at a time: short enough that one slip is mended by itself, long enough for a page and its head.
	stretch = 80
	// How hard one stretch may pull (the C of PA-II): harder pulls follow single houses, weaker ones learn slowly.
	pull = 1.0
	// Weights that came to less than this decide nothing; without them the table is half as large.
	faintest = 1.0 / 128
)

// A learner holds the weights on the way, and what their mean needs.
type learner struct {
	chain          *label.Chain
	weights, steps []float32
	sumW, sumS     []float32 // what was added, times when; the mean is weights - sum/time
	time           float32
	delta          map[int]float32 // of the stretch at hand, by place: true minus read
	deltaS         map[int]float32
}

func fit(examples []example, lex *lexicon, rounds int, held []example) *label.Chain {
	words := narrow(examples, lex)
	n := len(words) * (2*label.Reach + 1) * label.Tags
	l := &learner{weights: make([]float32, n), steps: make([]float32, label.Tags*label.Tags), sumW: make([]float32, n), sumS: make([]float32, label.Tags*label.Tags), time: 1,
		delta: map[int]float32{}, deltaS: map[int]float32{}}
	l.chain = label.New(words, l.weights, l.steps)
	total := 0
	for i := range examples {
		total += len(examples[i].tags)
	}
	fmt.Fprintf(os.Stderr, "%d issues, %d rows, %d words\n", len(examples), total, len(words))
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	dice := uint64(20)
	for round := range rounds {
		start := time.Now()
		shuffle(order, &dice)
		wrong := 0
		for _, i := range order {
			wrong += l.learn(examples[i].seen, examples[i].tags)
		}
		fmt.Fprintf(os.Stderr, "round %d: %.4f of rows read wrongly, %.0f s\n", round+1, float64(wrong)/float64(total), time.Since(start).Seconds())
		if len(held) > 0 && (round%4 == 3 || round == rounds-1) {
			report(l.mean(words), held)
		}
	}
	return l.mean(words)
}

// shuffle puts the issues into another order, always the same one.
func shuffle(order []int, dice *uint64) {
	for i := len(order) - 1; i > 0; i-- {
		*dice = *dice*6364136223846793005 + 1442695040888963407
		j := int(*dice>>33) % (i + 1)
		order[i], order[j] = order[j], order[i]
	}
}

// narrow keeps the words that enough issues show, numbers them anew in their
// order, and leaves the others out of the examples.
func narrow(examples []example, lex *lexicon) map[string]int32 {
	var kept []string
	for w, n := range lex.number {
		if lex.issues[n] >= rarest {
			kept = append(kept, w)
		}
	}
	slices.Sort(kept)
	words := make(map[string]int32, len(kept))
	number := make([]int32, len(lex.issues))
	for i := range number {
		number[i] = -1
	}
	for i, w := range kept {
		words[w] = int32(i)
		number[lex.number[w]] = int32(i)
	}
	for i := range examples {
		for j := range examples[i].seen {
			s := &examples[i].seen[j]
			out, near := s.Words[:0], 0
			for k, w := range s.Words {
				if n := number[w]; n >= 0 {
					out = append(out, n)
					if k < s.Near {
						near++
					}
				}
			}
			s.Words, s.Near = out, near
		}
	}
	return words
}

// learn reads one issue stretch by stretch and changes the weights where they
// read wrongly. It gives how many rows they did.
func (l *learner) learn(codes []label.Sight, tags []int) int {
	wrong := 0
	for from := 0; from < len(tags); from += stretch {
		to := min(len(tags), from+stretch)
		if len(tags)-to < stretch/2 {
			to = len(tags)
		}
		wrong += l.learnStretch(codes, tags, from, to)
		if to == len(tags) {
			break
		}
	}
	return wrong
}

func (l *learner) learnStretch(codes []label.Sight, tags []int, from, to int) int {
	read, loss := l.chain.ReadStretch(codes, from, to)
	right := tags[from:to]
	wrong := 0
	for i := range right {
		if read[i] != right[i] {
			wrong++
		}
	}
	l.time++
	if wrong == 0 {
		return 0
	}
	loss -= l.chain.Score(codes, from, right)
	clear(l.delta)
	clear(l.deltaS)
	for i := range right {
		if read[i] != right[i] {
			label.EachSeen(codes, from+i, func(at int) {
				l.delta[at+right[i]]++
				l.delta[at+read[i]]--
			})
		}
		if i > 0 && (read[i] != right[i] || read[i-1] != right[i-1]) {
			l.deltaS[right[i-1]*label.Tags+right[i]]++
			l.deltaS[read[i-1]*label.Tags+read[i]]--
		}
	}
	norm := 0.0
	for _, v := range l.delta {
		norm += float64(v) * float64(v)
	}
	for _, v := range l.deltaS {
		norm += float64(v) * float64(v)
	}
	// The more rows are wrong, the larger the margin that is asked for.
	tau := float32((float64(loss) + math.Sqrt(float64(wrong))) / (norm + 1/(2*pull)))
	add(l.weights, l.sumW, l.delta, tau, l.time)
	add(l.steps, l.sumS, l.deltaS, tau, l.time)
	return wrong
}

func add(w, sum []float32, delta map[int]float32, tau, time float32) {
	for at, v := range delta {
		w[at] += tau * v
		sum[at] += time * tau * v
	}
}

// mean gives the chain of the mean of all weights on the way.
func (l *learner) mean(words map[string]int32) *label.Chain {
	of := func(w, sum []float32) []float32 {
		out := make([]float32, len(w))
		for i := range w {
			if v := w[i] - sum[i]/l.time; math.Abs(float64(v)) >= faintest {
				out[i] = v
			}
		}
		return out
	}
	return label.New(words, of(l.weights, l.sumW), of(l.steps, l.sumS))
}

// report prints the share of rows that a chain labels rightly, and which kinds it takes for which.
func report(c *label.Chain, examples []example) {
	right, kinds, all := 0, 0, 0
	byName := map[string][2]int{}
	var titles [4][2]int // by margin: rows that were told to be titles or nearly so, and how many wrongly
	confused := map[[2]string]int{}
	for i := range examples {
		e := &examples[i]
		for j, l := range c.Read(evidence.Of(e.rows), nil) {
			all++
			if l.Kind == label.Title || l.RunnerUp == label.Title {
				k := marginOf(l)
				titles[k][0]++
				if (l.Kind == label.Title) != (e.tags[j]/2 == int(label.Title)) {
					titles[k][1]++
				}
			}
			name := filepath.Base(e.name)
			n := byName[name]
			n[1]++
			t := 2 * int(l.Kind)
			if l.Begins {
				t++
			}
			if t == e.tags[j] {
				right++
			}
			if t == e.tags[j] {
				n[0]++
			}
			byName[name] = n
			if t/2 == e.tags[j]/2 {
				kinds++
			}
			if t != e.tags[j] {
				confused[[2]string{label.TagName(e.tags[j]), label.TagName(t)}]++
			}
		}
	}
	fmt.Printf("%d rows, %.4f labelled rightly, %.4f of the right kind\n", all, float64(right)/float64(max(1, all)), float64(kinds)/float64(max(1, all)))
	for k, n := range titles {
		fmt.Printf("  titles, or nearly, by a margin %s: %d rows, %d wrong\n", [4]string{"under .1", "under .3", "under 1", "of more"}[k], n[0], n[1])
	}
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		n := byName[name]
		fmt.Printf("  %-12s %.4f of %d rows\n", name, float64(n[0])/float64(n[1]), n[1])
	}
	type slip struct {
		what [2]string
		n    int
	}
	var slips []slip
	for w, n := range confused {
		slips = append(slips, slip{w, n})
	}
	slices.SortFunc(slips, func(a, b slip) int { return b.n - a.n })
	for _, s := range slips[:min(14, len(slips))] {
		fmt.Printf("  %6d  %s taken for %s\n", s.n, s.what[0], s.what[1])
	}
}

// marginOf sorts margins into four.
func marginOf(l label.Label) int {
	switch {
	case l.Margin < .1:
		return 0
	case l.Margin < .3:
		return 1
	case l.Margin < 1:
		return 2
	}
	return 3
}

package main

import (
	"fmt"
	"math"
	"os"

	"kanyin/issues/reconstruct/evidence"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/matter"
	"kanyin/issues/reconstruct/order"
	"kanyin/issues/reconstruct/rows"
)

// A case and a choice of package order, their words numbered.
type (
	linkCase struct {
		words []int32
		kind  int // of the case: link or beginning, true or false
	}
	choice struct {
		words [][]int32
		right int
	}
)

// straightOf is how many pages are left out for one that is learnt from, of those
// whose rows stand in order: they are most, and all alike.
const straightOf = 20

// casesIn gives what is learnt from the folders: whether rows go on with each
// other, and how the turns go on pages that were woven. The rows that stand in no
// column are left out.
func casesIn(folders []string, lex *lexicon) (links []linkCase, turns []choice, err error) {
	found, err := labelledIn(folders)
	if err != nil {
		return nil, nil, err
	}
	straight := 0
	for _, f := range found {
		dumps, err := loadDumps(f)
		if err != nil {
			return nil, nil, err
		}
		for _, d := range dumps {
			for _, p := range d.pages {
				p = p.flowing(d.labels)
				if len(p.in) < 8 || len(p.in) > 600 {
					continue
				}
				on := p.on()
				if !isWoven(on) {
					if straight++; straight%straightOf != 0 {
						continue
					}
				}
				lex.now++
				cs, chs := order.Cases(d.rows, d.labels, p.in, on, d.speech)
				for _, c := range cs {
					links = append(links, linkCase{lex.all(c.Words), kindOf(c)})
				}
				if !isWoven(on) {
					continue
				}
				for _, c := range chs {
					n := choice{right: c.Right}
					for _, w := range c.Words {
						n.words = append(n.words, lex.all(w))
					}
					turns = append(turns, n)
				}
			}
		}
	}
	return links, turns, nil
}

// kindOf parts cases into four kinds: links and beginnings, true and false.
func kindOf(c order.Case) int {
	k := 0
	if c.Words[0] == "start" {
		k = 2
	}
	if c.True {
		k++
	}
	return k
}

// balanceOf gives each kind of case the weight that makes true and false ones count alike.
func balanceOf(cases []linkCase) [4]float64 {
	var n [4]float64
	for _, c := range cases {
		n[c.kind]++
	}
	for k := range n {
		n[k] = min(8, float64(len(cases))/4/max(1, n[k]))
	}
	return n
}

// A slope holds weights and how steep they were: each has a rate of its own (Duchi,
// Hazan and Singer 2011).
type slope struct{ weight, sum []float64 }

func (s *slope) step(word int32, g float64) {
	s.sum[word] += g * g
	s.weight[word] -= .2 * g / math.Sqrt(s.sum[word]+1e-6)
}

func (s *slope) of(words []int32) float64 {
	z := 0.0
	for _, n := range words {
		z += s.weight[n]
	}
	return z
}

// fitOrder fits the weights of package order by stochastic gradients: of texts by
// logistic regression, true and false cases weighed alike, so that weights sum to
// the logarithm of how much likelier a case is true than by chance; of turns by
// multinomial logistic regression over the choices of each row.
func fitOrder(folders []string, rounds int) (map[string]float64, error) {
	lex := newLexicon()
	links, turns, err := casesIn(folders, lex)
	if err != nil {
		return nil, err
	}
	s := &slope{make([]float64, len(lex.issues)), make([]float64, len(lex.issues))}
	dice := uint64(7)
	fitLinks(s, links, rounds, &dice)
	fitTurns(s, turns, rounds, &dice)
	out := map[string]float64{}
	for word, n := range lex.number {
		if lex.issues[n] >= seldom {
			out[word] = s.weight[n]
		}
	}
	return out, nil
}

// seldom is how many pages have to show a word before it is worth a weight.
const seldom = 5

func fitLinks(s *slope, cases []linkCase, rounds int, dice *uint64) {
	balance := balanceOf(cases)
	for round := range rounds {
		loss, all := 0.0, 0.0
		for _, i := range shuffled(len(cases), dice) {
			c := cases[i]
			y := float64(c.kind & 1)
			p := 1 / (1 + math.Exp(-s.of(c.words)))
			weight := balance[c.kind]
			loss -= weight * (y*math.Log(p+1e-9) + (1-y)*math.Log(1-p+1e-9))
			all += weight
			for _, n := range c.words {
				s.step(n, weight*(p-y))
			}
		}
		fmt.Fprintf(os.Stderr, "round %d: %d cases, %.4f nats a case\n", round+1, len(cases), loss/all)
	}
}

func fitTurns(s *slope, choices []choice, rounds int, dice *uint64) {
	for round := range rounds {
		loss := 0.0
		var p []float64
		for _, i := range shuffled(len(choices), dice) {
			c := choices[i]
			p = p[:0]
			sum := 0.0
			for _, words := range c.words {
				v := math.Exp(s.of(words))
				p, sum = append(p, v), sum+v
			}
			loss -= math.Log(p[c.right]/sum + 1e-12)
			for k, words := range c.words {
				g := p[k] / sum
				if k == c.right {
					g--
				}
				for _, n := range words {
					s.step(n, g)
				}
			}
		}
		fmt.Fprintf(os.Stderr, "round %d: %d turns, %.4f nats each\n", round+1, len(choices), loss/float64(max(1, len(choices))))
	}
}

func shuffled(n int, dice *uint64) []int {
	turn := make([]int, n)
	for i := range turn {
		turn[i] = i
	}
	shuffle(turn, dice)
	return turn
}

// reportOrder prints how many rows stand behind the row that they go on with,
// as the source has them and as they are read, and how many of the rows that were
// put behind another are right there. Kinds are those that the chain tells.
func reportOrder(folders []string) error {
	found, err := labelledIn(folders)
	if err != nil {
		return err
	}
	var source, read, all, moves, right int
	for _, f := range found {
		dumps, err := loadDumps(f)
		if err != nil {
			return err
		}
		for _, d := range dumps {
			perm := inOrder(d.rows)
			at := make([]int, len(perm))
			for k, r := range perm {
				at[r] = k
			}
			for _, p := range d.pages {
				p = p.flowing(d.labels)
				for b, a := range p.before() {
					if a < 0 {
						continue
					}
					was := b > 0 && a == b-1
					here := at[p.in[b]]
					now := here > 0 && perm[here-1] == p.in[a]
					moved := here > 0 && perm[here-1] != p.in[b]-1
					source, read, all = source+bit(was), read+bit(now), all+1
					moves, right = moves+bit(moved), right+bit(moved && now)
				}
			}
		}
	}
	fmt.Printf("rows behind the row they go on with: %.4f in the source, %.4f as read; rows put behind another %d, right %d\n", float64(source)/float64(all), float64(read)/float64(all), moves, right)
	return nil
}

// inOrder gives the order in which the rows of a text are read, by their numbers.
func inOrder(rs []rows.Row) []int {
	ls := label.Text().Read(evidence.Of(rs), nil)
	perm, _ := order.Read(rs, ls, matter.Tell(rs, ls, rows.Numbers(len(rs))))
	return perm
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

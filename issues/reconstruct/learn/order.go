package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"kanyin/issues/reconstruct/order"
	"kanyin/issues/reconstruct/rows"
	"kanyin/issues/source"
)

// A woven page: its rows as an extractor gave them, and which row each goes on
// with on this page; -1 where with none that stands before it.
type wovenPage struct {
	rows   []rows.Row
	on     []int
	speech *order.Speech // of its issue
}

// loadWoven reads the texts of a folder and finds every row among the lines of
// the pages, which are told in the order of reading (labels/lines.tsv).
func loadWoven(folder string) ([]wovenPage, error) {
	told, err := os.ReadFile(filepath.Join(folder, "labels", "lines.tsv"))
	if os.IsNotExist(err) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	pages := map[int][]string{}
	for _, l := range strings.Split(strings.TrimRight(string(told), "\n"), "\n") {
		c := strings.Split(l, "\t")
		page, err := strconv.Atoi(c[0])
		if err != nil || len(c) < 11 {
			return nil, fmt.Errorf("%s: %q is no line of a page", folder, l)
		}
		pages[page] = append(pages[page], squeeze(c[10]))
	}
	texts, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	var out []wovenPage
	for _, text := range texts {
		f, err := os.Open(text)
		if err != nil {
			return nil, err
		}
		file, err := source.Read(text, f)
		f.Close()
		if err != nil {
			return nil, err
		}
		out = append(out, weave(rows.Of(file), pages)...)
	}
	return out, nil
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// weave finds the rows' places in the true order, page by page. A page of which
// too many rows are not found again teaches nothing.
func weave(rs []rows.Row, pages map[int][]string) []wovenPage {
	var out []wovenPage
	speech := order.Listen(rs)
	for from := 0; from < len(rs); {
		to := from + 1
		for to < len(rs) && rs[to].Page == rs[from].Page {
			to++
		}
		page := wovenPage{rows: rs[from:to], speech: speech}
		place, lost := placesIn(page.rows, pages[rs[from].Page])
		if lost*5 < to-from {
			page.on = successors(place)
			out = append(out, page)
		}
		from = to
	}
	return out
}

func placesIn(rs []rows.Row, told []string) (place []float64, lost int) {
	pool := map[string][]int{}
	for i, t := range told {
		pool[t] = append(pool[t], i)
	}
	place = make([]float64, len(rs))
	for i, r := range rs {
		t := squeeze(r.Text)
		place[i] = -1
		if at := pool[t]; len(at) > 0 {
			place[i], pool[t] = float64(at[0]), at[1:]
			continue
		}
		for k, u := range told {
			if at := strings.Index(u, t); at >= 0 && len(t) >= 6 {
				place[i] = float64(k) + float64(at)/1e4
				break
			}
		}
		if place[i] < 0 {
			lost++
		}
	}
	return place, lost
}

// successors gives for every row the one that stands right before it in the true
// order, if it stands before it here as well.
func successors(place []float64) []int {
	on := make([]int, len(place))
	for b := range place {
		best := -1
		for a := range place {
			if place[a] >= 0 && place[a] < place[b] && (best < 0 || place[a] > place[best]) {
				best = a
			}
		}
		on[b] = -1
		if best >= 0 && best < b {
			on[b] = best
		} else if place[b] < 0 && b > 0 {
			on[b] = b - 1 // a row that was not found stays where it stands
		}
	}
	return on
}

// fitOrder fits the weights of package order: logistic regression by stochastic
// gradients with a rate of its own for every weight (Duchi, Hazan and Singer
// 2011), true and false cases weighed alike, so that a sum of weights is the
// logarithm of how much likelier a case is true than by chance.
func fitOrder(folders []string, rounds int) (map[string]float64, error) {
	var cases []order.Case
	found, err := labelledIn(folders)
	if err != nil {
		return nil, err
	}
	for _, f := range found {
		pages, err := loadWoven(f)
		if err != nil {
			return nil, err
		}
		for _, p := range pages {
			cases = append(cases, order.Cases(p.rows, p.on, p.speech)...)
		}
	}
	balance := balanceOf(cases)
	w, slope := map[string]float64{}, map[string]float64{}
	turn := make([]int, len(cases))
	for i := range turn {
		turn[i] = i
	}
	dice := uint64(7)
	for round := range rounds {
		shuffle(turn, &dice)
		loss, all := 0.0, 0.0
		for _, i := range turn {
			c := cases[i]
			z := 0.0
			for _, word := range c.Words {
				z += w[word]
			}
			y := 0.0
			if c.True {
				y = 1
			}
			p := 1 / (1 + math.Exp(-z))
			weight := balance[kindOf(c)]
			loss -= weight * (y*math.Log(p+1e-9) + (1-y)*math.Log(1-p+1e-9))
			all += weight
			g := weight * (p - y)
			for _, word := range c.Words {
				slope[word] += g * g
				w[word] -= .2 * g / math.Sqrt(slope[word]+1e-6)
			}
		}
		fmt.Fprintf(os.Stderr, "round %d: %d cases, %.4f nats a case\n", round+1, len(cases), loss/all)
	}
	return w, nil
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
func balanceOf(cases []order.Case) [4]float64 {
	var n [4]float64
	for _, c := range cases {
		n[kindOf(c)]++
	}
	for k := range n {
		n[k] = float64(len(cases)) / 4 / max(1, n[k])
		n[k] = min(n[k], 8)
	}
	return n
}

// reportOrder prints how many rows stand behind the row that they go on with,
// as the source has them and as they are read.
func reportOrder(folders []string) error {
	var source, read, all, changed, better, worse int
	found, err := labelledIn(folders)
	if err != nil {
		return err
	}
	for _, f := range found {
		pages, err := loadWoven(f)
		if err != nil {
			return err
		}
		was, now, n := 0, 0, 0
		for _, p := range pages {
			perm, moved := order.ReadPage(p.rows, p.speech)
			plain := make([]int, len(perm))
			for i := range plain {
				plain[i] = i
			}
			a, b := kept(plain, p.on), kept(perm, p.on)
			was, now, n = was+a, now+b, n+len(perm)
			if moved {
				changed++
				if b > a {
					better++
				} else if b < a {
					worse++
				}
			}
		}
		fmt.Printf("%-40s %.3f -> %.3f\n", f, float64(was)/float64(max(1, n)), float64(now)/float64(max(1, n)))
		source, read, all = source+was, read+now, all+n
	}
	fmt.Printf("rows behind the row they go on with: %.4f in the source, %.4f as read; pages changed %d, better %d, worse %d\n", float64(source)/float64(all), float64(read)/float64(all), changed, better, worse)
	return nil
}

func kept(perm, on []int) int {
	n := 0
	for k, r := range perm {
		switch {
		case on[r] < 0:
			n++ // a thread begins anywhere
		case k > 0 && perm[k-1] == on[r]:
			n++
		}
	}
	return n
}

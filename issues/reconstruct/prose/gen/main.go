// Command gen counts the tables of package prose in texts: plain UTF-8, a
// paragraph a line, in the files of the folders that it is given.
//
//	go run ./issues/reconstruct/prose/gen -o issues/reconstruct/prose/data FOLDER…
package main

import (
	"bufio"
	"flag"
	"log"
	"math"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"kanyin/issues/reconstruct/prose/table"
	"kanyin/issues/reconstruct/words"
)

const (
	// A character is known that was seen three times, and what stands behind others
	// twice: what was seen once is chance as often as custom, and most of the room.
	seenOne, seenPair, seenTriple = 3, 2, 2
	// telling is by how much, in natural units, a triple has to differ from what its pairs tell already.
	telling = 1.
)

func main() {
	log.SetFlags(0)
	out := flag.String("o", "data", "the folder to write to")
	flag.Parse()
	c := counts{ones: map[rune]int{}, pairs: map[[2]rune]int{}, triples: map[[3]rune]int{}, seen: map[string]bool{}}
	for _, dir := range flag.Args() {
		files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
		if err != nil {
			log.Fatal(err)
		}
		for _, f := range files {
			if err := c.read(f); err != nil {
				log.Fatal(err)
			}
		}
	}
	ones, pairs, triples := c.model()
	log.Printf("%d characters of text: %d characters, %d pairs, %d triples", c.all, len(ones), len(pairs), len(triples))
	for name, data := range map[string][]byte{"ones.tab": table.Ones(ones), "pairs.tab": table.Pairs(pairs), "triples.tab": table.Triples(triples)} {
		if err := os.WriteFile(filepath.Join(*out, name), data, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

// counts are how often characters, pairs and triples were seen.
type counts struct {
	ones    map[rune]int
	pairs   map[[2]rune]int
	triples map[[3]rune]int
	seen    map[string]bool // lines: what a web page repeats counts once
	all     int
}

// short is how many characters a line has at least: shorter ones are menus and signs.
const short = 6

func (c *counts) read(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		if l := lines.Text(); !c.seen[l] {
			c.seen[l] = true
			c.line(l)
		}
	}
	return lines.Err()
}

func (c *counts) line(l string) {
	rs := []rune(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r > 0xffff {
			return -1
		}
		return words.Simplified(r)
	}, l))
	if len(rs) < short {
		return
	}
	for i, r := range rs {
		c.all++
		c.ones[r]++
		if i > 0 {
			c.pairs[[2]rune{rs[i-1], r}]++
		}
		if i > 1 {
			c.triples[[3]rune{rs[i-2], rs[i-1], r}]++
		}
	}
}

// model gives what the counts say. Of what stands behind a context, as much is left
// to what was never seen there as there are different things that were (Witten and Bell 1991).
func (c *counts) model() (ones []table.One, pairs []table.Pair, triples []table.Triple) {
	kinds1, all1 := map[rune]float64{}, map[rune]float64{}
	for p, n := range c.pairs {
		kinds1[p[0]]++
		all1[p[0]] += float64(n)
	}
	kinds2, all2 := map[[2]rune]float64{}, map[[2]rune]float64{}
	for t, n := range c.triples {
		kinds2[[2]rune{t[0], t[1]}]++
		all2[[2]rune{t[0], t[1]}] += float64(n)
	}
	alone := func(r rune) float64 { return (float64(c.ones[r]) + .5) / (float64(c.all) + .5*float64(len(c.ones))) }
	second := func(b, r rune) float64 {
		n := float64(c.pairs[[2]rune{b, r}])
		if n < seenPair {
			n = 0
		}
		return (n + kinds1[b]*alone(r)) / max(1, all1[b]+kinds1[b])
	}
	for r, n := range c.ones {
		if n >= seenOne {
			ones = append(ones, table.One{Char: r, Cost: -math.Log(alone(r)), Off: cost(kinds1[r], all1[r])})
		}
	}
	for p, n := range c.pairs {
		if n >= seenPair && c.ones[p[0]] >= seenOne && c.ones[p[1]] >= seenOne {
			pairs = append(pairs, table.Pair{A: p[0], B: p[1], Cost: -math.Log(second(p[0], p[1])), Off: cost(kinds2[p], all2[p])})
		}
	}
	for t, n := range c.triples {
		p := [2]rune{t[0], t[1]}
		if n < seenTriple || c.ones[t[0]] < seenOne || c.ones[t[1]] < seenOne || c.ones[t[2]] < seenOne {
			continue
		}
		left := kinds2[p] / (all2[p] + kinds2[p])
		told := second(t[1], t[2])
		v := float64(n)/(all2[p]+kinds2[p]) + left*told
		if math.Abs(math.Log(v/(left*told))) >= telling {
			triples = append(triples, table.Triple{A: t[0], B: t[1], C: t[2], Cost: -math.Log(v)})
		}
	}
	return ones, pairs, triples
}

// cost is what a context leaves to what was never seen behind it.
func cost(kinds, all float64) float64 {
	if kinds == 0 {
		return 0
	}
	return -math.Log(kinds / (all + kinds))
}

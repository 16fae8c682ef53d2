package seam_test

import (
	"fmt"
	"math/rand"
	"testing"

	"kanyin/issues/reconstruct/seam"
)

func TestNoise(t *testing.T) {
	for _, name := range sets(t) {
		a := readAnnotated(t, name)
		var sum figures
		n := 20
		base := 0
		for seed := range n {
			rng := rand.New(rand.NewSource(int64(seed)))
			pieces := a.pieces()
			flips := ""
			for i := range pieces {
				if rng.Float64() > 0.01 { continue }
				p := &pieces[i]
				old := p.Label
				switch p.Label {
				case seam.Body: p.Label = []seam.Label{seam.Heading, seam.Aside, seam.Body, seam.Note}[rng.Intn(4)]
				case seam.Heading: p.Label = seam.Body
				case seam.Aside: p.Label = seam.Body
				case seam.Editor, seam.Affiliation: p.Label = seam.Body
				case seam.Furniture: p.Label = seam.Body
				case seam.Title: if p.Start { p.Start = false; p.Label = seam.Heading }
				}
				flips += fmt.Sprint(" ", p.Line, ":", old, ">", p.Label)
			}
			r := seam.Solve(pieces)
			f := a.score(pieces, r)
			adj := a.score(pieces, plain(pieces))
			base += adj.moved
			sum.moved += f.moved; sum.joins += f.joins; sum.far += f.far; sum.order += f.order; sum.placed += f.placed
			if testing.Verbose() { fmt.Println(name, seed, f.moved, "plain", adj.moved, len(r.Jumps), len(r.Doubts), flips) }
		}
		fmt.Printf("%s joins %.4f far %.4f order %.4f placed %.4f moved %.1f (adjacent %.1f)\n", name, sum.joins/float64(n), sum.far/float64(n), sum.order/float64(n), sum.placed/float64(n), float64(sum.moved)/float64(n), float64(base)/float64(n))
	}
}

func plain(pieces []seam.Piece) seam.Result {
	var r seam.Result
	for i, p := range pieces {
		if p.Start { r.Articles = append(r.Articles, seam.Article{Start: i}) }
		if p.Label != seam.Furniture && len(r.Articles) > 0 {
			a := &r.Articles[len(r.Articles)-1]
			a.Blocks = append(a.Blocks, []int{i})
		}
	}
	return r
}

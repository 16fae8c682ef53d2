package seam_test

import (
	"fmt"
	"strings"
	"testing"

	"kanyin/issues/reconstruct/seam"
)

// figures are the scorer's, as far as they are the seams' work.
type figures struct {
	joins, far, order, placed float64
	astray                    int // lines that stand in another article than the gold's
	wrong                     int // jumps to a line that does not follow: text moved wrongly
	faults                    []string
}

func ratio(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

type pair [2]int

func f1(want, got map[pair]bool) float64 {
	both := 0
	for p := range got {
		if want[p] {
			both++
		}
	}
	return ratio(2*both, len(want)+len(got))
}

func isBody(l seam.Label) bool { return l == seam.Body || l == seam.Heading }

// score holds a result against the gold, as the corpus's score.py defines it.
func (a annotated) score(pieces []seam.Piece, r seam.Result) figures {
	kind, home := map[int]seam.Label{}, map[int]int{}
	wantJoin, wantOrder := map[pair]bool{}, map[pair]bool{}
	for i, art := range a.gold.Articles {
		prev := 0
		for _, b := range art.Blocks {
			label := labels[b.Kind[0]]
			for k, n := range b.Lines {
				kind[n], home[n] = label, i
				if k > 0 {
					wantJoin[pair{b.Lines[k-1], n}] = label == seam.Body || label == seam.Byline
				}
			}
			if isBody(label) {
				if prev > 0 {
					wantOrder[pair{prev, b.Lines[0]}] = true
				}
				prev = b.Lines[len(b.Lines)-1]
			}
		}
	}
	for p, ok := range wantJoin {
		if !ok {
			delete(wantJoin, p)
		}
	}
	gotJoin, gotOrder := map[pair]bool{}, map[pair]bool{}
	var f figures
	placed := 0
	for _, art := range r.Articles {
		want := home[pieces[art.Start].Line]
		prev := 0
		for _, b := range art.Blocks {
			label := pieces[b[0]].Label
			for k, p := range b {
				n := pieces[p].Line
				if home[n] == want {
					placed++
				} else {
					f.astray++
					f.faults = append(f.faults, fmt.Sprintf("placed %d: %.40s", n, a.lines[n]))
				}
				if k > 0 && (label == seam.Body || label == seam.Byline) {
					gotJoin[pair{pieces[b[k-1]].Line, n}] = true
				}
			}
			if isBody(label) {
				if prev > 0 {
					gotOrder[pair{prev, pieces[b[0]].Line}] = true
				}
				prev = pieces[b[len(b)-1]].Line
			}
		}
	}
	next := map[int]int{}
	for i := range pieces {
		if i > 0 {
			next[pieces[i-1].Line] = pieces[i].Line
		}
	}
	far, met := 0, 0
	for p := range wantJoin {
		if next[p[0]] != p[1] {
			far++
			if gotJoin[p] {
				met++
			}
		}
	}
	follows := a.follows()
	for _, j := range r.Jumps {
		if p := (pair{pieces[j.From].Line, pieces[j.To].Line}); !follows[p] {
			f.wrong++
			f.faults = append(f.faults, fmt.Sprintf("moved %d behind %d: %v", p[1], p[0], j.Why))
		}
	}
	f.faults = append(f.faults, a.differ("join", wantJoin, gotJoin)...)
	f.faults = append(f.faults, a.differ("order", wantOrder, gotOrder)...)
	f.joins, f.far, f.order, f.placed = f1(wantJoin, gotJoin), ratio(met, far), f1(wantOrder, gotOrder), ratio(placed, len(home))
	return f
}

// follows are the pairs of lines that follow each other in the flow of an article.
func (a annotated) follows() map[pair]bool {
	list := map[pair]bool{}
	for _, art := range a.gold.Articles {
		prev := 0
		for _, b := range art.Blocks {
			if l := labels[b.Kind[0]]; l == seam.Aside || l == seam.Furniture {
				continue
			}
			for _, n := range b.Lines {
				list[pair{prev, n}] = true
				prev = n
			}
		}
	}
	return list
}

func (a annotated) differ(what string, want, got map[pair]bool) []string {
	var list []string
	tail := func(n int) string { r := []rune(a.lines[n]); return string(r[max(0, len(r)-14):]) }
	head := func(n int) string { r := []rune(a.lines[n]); return string(r[:min(14, len(r))]) }
	for p := range want {
		if !got[p] {
			list = append(list, fmt.Sprintf("%s-missed %d %d: %s | %s", what, p[0], p[1], tail(p[0]), head(p[1])))
		}
	}
	for p := range got {
		if !want[p] {
			list = append(list, fmt.Sprintf("%s-extra %d %d: %s | %s", what, p[0], p[1], tail(p[0]), head(p[1])))
		}
	}
	return list
}

// With perfect labels the seams of the annotated issues are found, no text is
// moved wrongly, and a clean dump stays as it is.
func TestAnnotatedIssues(t *testing.T) {
	for _, name := range sets(t) {
		t.Run(name, func(t *testing.T) {
			a := readAnnotated(t, name)
			pieces := a.pieces()
			r := seam.Solve(pieces)
			checkWhole(t, pieces, r)
			checkTold(t, pieces, r)
			f := a.score(pieces, r)
			t.Logf("joins %.4f far_joins %.4f order %.4f placed %.4f; %d jumps, %d wrong; %d doubts; %d lines astray",
				f.joins, f.far, f.order, f.placed, len(r.Jumps), f.wrong, len(r.Doubts), f.astray)
			if f.joins < 0.99 || f.far < 0.99 || f.order < 0.99 || f.placed < 0.99 {
				t.Errorf("below what was reached: joins, far_joins, order and placed 0.99")
			}
			if f.wrong > 0 {
				t.Errorf("text was moved wrongly %d times", f.wrong)
			}
			if len(r.Doubts) > 5 {
				t.Errorf("%d doubts are more than anybody reads", len(r.Doubts))
			}
			if t.Failed() {
				t.Log(strings.Join(f.faults, "\n"))
			}
		})
	}
}

func BenchmarkSolve(b *testing.B) {
	for _, name := range sets(b) {
		pieces := readAnnotated(b, name).pieces()
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				seam.Solve(pieces)
			}
		})
	}
}

// Ten issues in one file: the work is to grow as the text does.
func BenchmarkSolveTen(b *testing.B) {
	for _, name := range sets(b) {
		pieces := tenfold(readAnnotated(b, name).pieces())
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				seam.Solve(pieces)
			}
		})
	}
}

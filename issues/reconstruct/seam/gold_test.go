package seam_test

import (
	"fmt"
	"os"
	"testing"

	"kanyin/issues/reconstruct/seam"
)

// figures are the scorer's, as far as they are the seams' work.
type figures struct {
	joins, far, order, placed float64
	moved                     int // lines that stand in another article than the gold's
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
					f.moved++
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
	f.faults = append(f.faults, a.differ("join", wantJoin, gotJoin)...)
	f.faults = append(f.faults, a.differ("order", wantOrder, gotOrder)...)
	f.joins, f.far, f.order, f.placed = f1(wantJoin, gotJoin), ratio(met, far), f1(wantOrder, gotOrder), ratio(placed, len(home))
	return f
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

// With perfect labels the seams of the annotated issues are found, and on the
// clean one nothing moves.
func TestAnnotatedIssues(t *testing.T) {
	for _, name := range sets(t) {
		t.Run(name, func(t *testing.T) {
			a := readAnnotated(t, name)
			pieces := a.pieces()
			r := seam.Solve(pieces)
			f := a.score(pieces, r)
			t.Logf("joins %.4f far_joins %.4f order %.4f placed %.4f moved wrongly %d; %d jumps, %d doubts",
				f.joins, f.far, f.order, f.placed, f.moved, len(r.Jumps), len(r.Doubts))
			if os.Getenv("SEAM_SHOW") != "" {
				for _, s := range f.faults {
					t.Log(s)
				}
				for _, j := range r.Jumps {
					t.Logf("jump %d→%d %v %.1f %s", pieces[j.From].Line, pieces[j.To].Line, j.Join, j.Margin, j.Why)
				}
				for _, d := range r.Doubts {
					t.Logf("doubt %d→%d %.1f %s", pieces[d.Tail].Line, pieces[d.Could].Line, d.Margin, d.Why)
				}
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

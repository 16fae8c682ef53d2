package seam_test

import (
	"fmt"
	"math"
	"math/rand"
	"reflect"
	"testing"

	"kanyin/issues/reconstruct/seam"
)

// indices lists every piece of a result once for each time it stands there.
func indices(r seam.Result) []int {
	var all []int
	for _, a := range r.Articles {
		for _, b := range a.Blocks {
			all = append(all, b...)
		}
	}
	for _, b := range r.Loose {
		all = append(all, b...)
	}
	return all
}

// checkWhole fails unless every piece but furniture stands exactly once, every article
// begins with its start, and every jump names pieces that are there.
func checkWhole(t *testing.T, pieces []seam.Piece, r seam.Result) {
	t.Helper()
	seen := make([]int, len(pieces))
	for _, i := range indices(r) {
		seen[i]++
	}
	for i, n := range seen {
		if out := pieces[i].Label == seam.Furniture; n != 1 && !out || n != 0 && out {
			t.Fatalf("piece %d stands %d times", i, n)
		}
	}
	starts := 0
	for _, p := range pieces {
		if p.Start && p.Label != seam.Furniture && p.Label != seam.Aside {
			starts++
		}
	}
	if len(r.Articles) != starts {
		t.Fatalf("%d articles of %d starts", len(r.Articles), starts)
	}
	for _, a := range r.Articles {
		if a.Blocks[0][0] != a.Start {
			t.Fatalf("the article of piece %d begins with piece %d", a.Start, a.Blocks[0][0])
		}
	}
}

// checkTold fails unless every jump and every doubt says why, with a margin that
// is a number, and every jump is a link of the result.
func checkTold(t *testing.T, pieces []seam.Piece, r seam.Result) {
	t.Helper()
	next := map[int]int{}
	thread := func(blocks [][]int) {
		prev := -1
		for _, b := range blocks {
			for _, i := range b {
				if l := pieces[i].Label; l != seam.Aside && l != seam.Furniture {
					next[prev], prev = i, i
				}
			}
		}
	}
	for _, a := range r.Articles {
		thread(a.Blocks)
	}
	for _, j := range r.Jumps {
		if next[j.From] != j.To || len(j.Why) == 0 || math.IsNaN(j.Margin) {
			t.Errorf("jump from %d to %d, margin %v, because %v; it is %d that follows", j.From, j.To, j.Margin, j.Why, next[j.From])
		}
	}
	for _, d := range r.Doubts {
		if len(d.Why) == 0 || math.IsNaN(d.Margin) || next[d.Tail] == d.Could {
			t.Errorf("doubt whether %d goes on at %d, margin %v, because %v", d.Tail, d.Could, d.Margin, d.Why)
		}
	}
}

// reordered gives the pieces in the order in which the result reads them.
func reordered(pieces []seam.Piece, r seam.Result) []seam.Piece {
	var out []seam.Piece
	for _, b := range r.Loose {
		for _, i := range b {
			out = append(out, pieces[i])
		}
	}
	for _, a := range r.Articles {
		for _, b := range a.Blocks {
			for _, i := range b {
				p := pieces[i]
				p.From, p.OnTo = 0, 0
				out = append(out, p)
			}
		}
	}
	return out
}

// words of made-up articles: each has its own subject.
var subjects = [][]string{
	{"渡口", "老人", "撑船", "篙子", "对岸", "石阶", "早班船", "河水"},
	{"图书馆", "孩子们", "书架", "老师", "旧门板", "借书", "窗下", "木匠"},
	{"市场", "摊主", "豆腐", "秤杆", "雨棚", "早市", "菜农", "搬迁"},
	{"柳树", "河堤", "石灰水", "护堤员", "树根", "大水", "石头", "冬天"},
}

// article makes up an article on the subject, whole and with its end mark.
func article(rng *rand.Rand, subject int) []seam.Piece {
	terms := subjects[subject%len(subjects)]
	pieces := []seam.Piece{
		{Label: seam.Title, Start: true, Text: terms[0] + "记事"},
		{Label: seam.Byline, Text: "某某"},
	}
	for range 3 + rng.Intn(3) {
		text := ""
		for range 4 + rng.Intn(4) {
			text += fmt.Sprintf("%s和%s都在%s旁边，", terms[rng.Intn(8)], terms[rng.Intn(8)], terms[rng.Intn(8)])
		}
		pieces = append(pieces, seam.Piece{Label: seam.Body, Text: text + "年年如此。"})
	}
	return append(pieces, seam.Piece{Label: seam.Editor, Text: "（责任编辑：某某）"})
}

func issue(rng *rand.Rand, articles int) []seam.Piece {
	var pieces []seam.Piece
	for k := range articles {
		pieces = append(pieces, article(rng, k)...)
	}
	for i := range pieces {
		pieces[i].Line, pieces[i].Raw = i+1, pieces[i].Text
	}
	return pieces
}

// A dump without damage is left as it is.
func TestCleanIssuesStay(t *testing.T) {
	for seed := range int64(50) {
		pieces := issue(rand.New(rand.NewSource(seed)), 8)
		r := seam.Solve(pieces)
		checkWhole(t, pieces, r)
		if len(r.Jumps) > 0 || len(r.Doubts) > 0 {
			t.Errorf("seed %d: %d jumps and %d doubts in a clean issue", seed, len(r.Jumps), len(r.Doubts))
		}
		if got := reordered(pieces, r); !reflect.DeepEqual(got, pieces) {
			t.Errorf("seed %d: the order changed", seed)
		}
	}
}

// weave cuts a paragraph of two articles that follow each other and lays the
// halves as a page does: the first's rest before the second's.
func weave(rng *rand.Rand, a, b []seam.Piece) []seam.Piece {
	cutOne := func(list []seam.Piece) (head, tail []seam.Piece) {
		k := 2 + rng.Intn(len(list)-3)
		text := []rune(list[k].Text)
		at := len(text)/3 + rng.Intn(len(text)/3)
		first, second := list[k], list[k]
		first.Text, second.Text = string(text[:at]), string(text[at:])
		head = append(append(head, list[:k]...), first)
		return head, append(append(tail, second), list[k+1:]...)
	}
	a1, a2 := cutOne(a)
	b1, b2 := cutOne(b)
	return append(append(append(a1, b1...), a2...), b2...)
}

// Two woven articles are laid apart again, and reading the result once more
// changes nothing.
func TestWovenArticlesPart(t *testing.T) {
	right, wrong := 0, 0
	for seed := range int64(60) {
		rng := rand.New(rand.NewSource(seed))
		pieces := append(article(rng, 2), weave(rng, article(rng, 0), article(rng, 1))...)
		pieces = append(pieces, article(rng, 3)...)
		for i := range pieces {
			pieces[i].Line, pieces[i].Raw = i+1, pieces[i].Text
		}
		r := seam.Solve(pieces)
		checkWhole(t, pieces, r)
		checkTold(t, pieces, r)
		again := reordered(pieces, r)
		if jumps := seam.Solve(again).Jumps; len(jumps) > 0 {
			t.Errorf("seed %d: what was laid in order moves again: %v", seed, jumps)
		}
		for _, a := range r.Articles {
			for _, b := range a.Blocks {
				for _, i := range b {
					if of(pieces[i].Text) >= 0 && of(pieces[i].Text) != of(pieces[a.Start].Text) {
						wrong++
					} else {
						right++
					}
				}
			}
		}
	}
	if wrong*50 > right {
		t.Errorf("%d pieces stand in the wrong article, %d in the right one", wrong, right)
	}
}

// of tells which subject a made-up text is about, -1 for none.
func of(text string) int {
	best, most := -1, 0
	for k, terms := range subjects {
		n := 0
		for _, w := range terms {
			for i := 0; i+len(w) <= len(text); i++ {
				if text[i:i+len(w)] == w {
					n++
				}
			}
		}
		if n > most {
			best, most = k, n
		}
	}
	return best
}

func TestNothingToRead(t *testing.T) {
	for _, pieces := range [][]seam.Piece{
		nil,
		{{Label: seam.Furniture, Text: "河镇月刊"}},
		{{Label: seam.Aside, Text: "渡口。"}, {Label: seam.Body, Text: "渡口"}},
		{{Label: seam.Title, Start: true}},
	} {
		checkWhole(t, pieces, seam.Solve(pieces))
	}
}

// FuzzSolve takes labels, flags and texts from bytes: whatever they are, every
// piece stands once and the reading is the same twice.
func FuzzSolve(f *testing.F) {
	f.Add([]byte("T渡口\x00p老人把灯\x00e编辑\x00p点上。\x00T图书馆\x00p孩子"))
	f.Add([]byte{2, 'x', 0, 0x80, 'y', 0, 0x40, 0xff, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		var pieces []seam.Piece
		for len(data) > 2 && len(pieces) < 400 {
			p := seam.Piece{Line: len(pieces) + 1, Label: seam.Label(data[0] % 10), Number: int(data[1] % 5), Series: int(data[1]%9) - 1}
			p.Start, p.Glued, p.Apart = data[0]&0x10 != 0, data[0]&0x20 != 0, data[0]&0x40 != 0
			if p.Label == seam.Aside || p.Label == seam.Furniture {
				p.Start = false
			}
			p.OnTo, p.From = int(data[1]>>6)-1, int(data[1]>>4&3)-1
			n := min(2+int(data[1]%40), len(data))
			p.Text = string(data[2:n])
			p.Raw = p.Text
			pieces, data = append(pieces, p), data[n:]
		}
		r := seam.Solve(pieces)
		checkWhole(t, pieces, r)
		if !reflect.DeepEqual(r, seam.Solve(pieces)) {
			t.Error("two readings differ")
		}
	})
}

// What is in no order at all is read in time that grows as it does: the tests
// are that they end.
func TestLongDumpsEnd(t *testing.T) {
	for name, piece := range map[string]func(i int) seam.Piece{
		"broken sentences": func(i int) seam.Piece {
			return seam.Piece{Label: seam.Body, Start: i == 0, Text: fmt.Sprintf("渡口的第%d条船还没有靠", i)}
		},
		"broken articles": func(i int) seam.Piece {
			if i%3 == 0 {
				return seam.Piece{Label: seam.Title, Start: true, Text: fmt.Sprintf("第%d条船", i)}
			}
			return seam.Piece{Label: seam.Body, Text: fmt.Sprintf("渡口的第%d条船还没有靠岸的时候老人站着说他", i)}
		},
		"marks without fellows": func(i int) seam.Piece {
			switch i % 3 {
			case 0:
				return seam.Piece{Label: seam.Title, Start: true, Text: fmt.Sprintf("第%d条船", i), Page: i % 50}
			case 1:
				return seam.Piece{Label: seam.Body, OnTo: i % 70, Text: fmt.Sprintf("渡口的第%d条船还没有靠岸的时候老人", i)}
			}
			return seam.Piece{Label: seam.Body, From: 1 + i%70, Text: fmt.Sprintf("船还没有靠岸的时候老人站着说他%d", i)}
		},
		"one line glued": func(i int) seam.Piece {
			return seam.Piece{Label: seam.Body, Start: i == 0, Glued: true, Text: "渡口的船渡口的船"}
		},
	} {
		t.Run(name, func(t *testing.T) {
			pieces := []seam.Piece{}
			for i := range 20000 {
				pieces = append(pieces, piece(i))
			}
			checkWhole(t, pieces, seam.Solve(pieces))
		})
	}
}

// senseless makes up pieces with labels, starts, marks and numbers by chance.
func senseless(rng *rand.Rand, n int) []seam.Piece {
	texts := []string{"渡口", "渡口。", "的人", "“老人", "老人”。", "一、", "", "x", "Abc", "（a"}
	var pieces []seam.Piece
	for i := range n {
		p := seam.Piece{
			Line: i + 1, Label: seam.Label(rng.Intn(10)), Text: texts[rng.Intn(len(texts))],
			Glued: rng.Intn(6) == 0, Apart: rng.Intn(8) == 0,
			Number: rng.Intn(5), Series: rng.Intn(9) - 1,
			OnTo: max(0, rng.Intn(14)-11), From: max(0, rng.Intn(14)-11),
		}
		p.Start = rng.Intn(6) == 0 && p.Label < seam.Aside
		pieces = append(pieces, p)
	}
	return pieces
}

// Pieces by chance are the worst there is for a search: every line may go on
// everywhere. Each still stands once, and the work grows as their number does.
func TestSenselessPieces(t *testing.T) {
	for seed := range int64(200) {
		rng := rand.New(rand.NewSource(seed))
		pieces := senseless(rng, 1+rng.Intn(60))
		checkWhole(t, pieces, seam.Solve(pieces))
	}
	pieces := senseless(rand.New(rand.NewSource(1)), 2000)
	checkWhole(t, pieces, seam.Solve(pieces))
}

// tenfold gives the pieces ten times, one after the other.
func tenfold(pieces []seam.Piece) []seam.Piece {
	var all []seam.Piece
	for range 10 {
		all = append(all, pieces...)
	}
	return all
}

// Ten times the text costs at most twelve times the memory that the search
// asks for, which grows as its steps do and is the same on every machine.
func TestWorkGrowsAsTheText(t *testing.T) {
	rng := rand.New(rand.NewSource(4))
	woven := append(weave(rng, article(rng, 0), article(rng, 1)), weave(rng, article(rng, 2), article(rng, 3))...)
	for name, once := range map[string][]seam.Piece{
		"clean": issue(rng, 20), "woven": woven, "senseless": senseless(rng, 200),
	} {
		cost := func(pieces []seam.Piece) float64 {
			return testing.AllocsPerRun(1, func() { seam.Solve(pieces) })
		}
		if one, ten := cost(once), cost(tenfold(once)); ten > 12*one {
			t.Errorf("%s: %.0f allocations, and for ten times the text %.0f", name, one, ten)
		}
	}
}

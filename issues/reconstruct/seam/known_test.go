package seam_test

import (
	"math/rand"
	"testing"

	"kanyin/issues/reconstruct/seam"
)

// What is known of links holds, wherever the two stand, and every piece still
// stands once. Of links that cross each other at random one in forty may
// not hold: the search keeps few readings.
func TestKnownLinksHold(t *testing.T) {
	held, broken := 0, 0
	for seed := range int64(400) {
		rng := rand.New(rand.NewSource(seed))
		pieces := issue(rng, 5)
		known := map[int]int{}
		for range 1 + rng.Intn(3) {
			t, h := rng.Intn(len(pieces)), rng.Intn(len(pieces))
			if pieces[t].Label == seam.Body && pieces[h].Label == seam.Body && t != h && known[h] == 0 {
				known[h] = pieces[t].Line
				pieces[h].After = pieces[t].Line
			}
		}
		ended := rng.Intn(len(pieces))
		pieces[ended].Ends = true
		r := seam.Solve(pieces)
		checkWhole(t, pieces, r)
		before, blocks := map[int]int{}, map[int]int{}
		n := 0
		for _, a := range r.Articles {
			last := 0
			for _, b := range a.Blocks {
				n++
				for _, i := range b {
					before[i], blocks[i] = last, n
					last = pieces[i].Line
				}
			}
		}
		taken := map[int]bool{}
		for h := range pieces {
			after := known[h]
			if after == 0 || taken[after] || circular(known, pieces, h) {
				continue // two behind one, or a circle: one of them cannot hold
			}
			taken[after] = true
			if before[h] != after {
				broken++
				t.Logf("seed %d: line %d is read after %d, and was known to follow %d", seed, pieces[h].Line, before[h], after)
			} else {
				held++
			}
		}
		if ended+1 < len(pieces) && blocks[ended] == blocks[ended+1] && blocks[ended] > 0 && known[ended+1] != pieces[ended].Line {
			t.Errorf("seed %d: line %d does not end its block", seed, pieces[ended].Line)
		}
	}
	if 40*broken > held {
		t.Errorf("%d known links hold, %d do not", held, broken)
	}
}

// circular reports whether following what is known leads back to piece h.
func circular(known map[int]int, pieces []seam.Piece, h int) bool {
	at := known[h]
	for range pieces {
		if at == 0 {
			return false
		}
		if at == pieces[h].Line {
			return true
		}
		at = known[at-1] // issue numbers its lines from 1
	}
	return true
}

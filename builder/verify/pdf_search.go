package verify

import (
	"strings"

	"kanyin/issues/say"
)

// A textSearch looks for blocks one after the other.
type textSearch struct {
	chunks []chunk
	next   int // where the last block ended
	best   int // how far the best try for the block in hand came, in bytes
	at     int // the chunk where it stopped
	looks  int // how often a chunk was held against the block in hand
}

// How far a block is looked for.
const (
	passed    = 400       // chunks that may stand between two of one block: a page's furniture, a panel, the rest of another article's column
	mostWays  = 64        // ways that are gone at a time: a text that says the same again and again has one for each of its words
	mostLooks = 1_000_000 // a second's work for a hundred blocks that are nowhere; a block that is there takes a few hundred
)

// What chunks cost that together are a block, in chunks passed over. In a text that
// says the same again and again others fit as well as the block's own, and cost more.
const (
	otherSize = 100 // a chunk in another size than the one before it: a sentence pulled out of the text
	nearby    = 12  // up to here nothing better is looked for: only a page's furniture stands between
)

// A way is chunks that together are a block, or its beginning.
type way struct {
	done   int // bytes of the block
	last   int // the chunk that it ends with
	free   int // how many chunks that no block took stand before that one
	cost   int
	before *way
}

// upTo is what the way costs if it goes on at a chunk with so many free ones before it.
func (w *way) upTo(free int) int { return w.cost + free - w.free - 1 }

// find looks for a block from where the last one ended, and then from the
// beginning, and takes the chunks of the first place that will do, else of the best.
func (t *textSearch) find(want string) bool {
	t.best, t.at, t.looks = -1, t.next, 0
	var best *way
	for _, span := range [][2]int{{t.next, len(t.chunks)}, {0, t.next}} {
		for i := span[0]; i < span[1] && t.looks < mostLooks; i++ {
			if c := &t.chunks[i]; c.taken || !strings.HasPrefix(want, c.text) {
				continue
			}
			w := t.follow(want, i)
			if w == nil || best != nil && w.cost >= best.cost {
				continue
			}
			if best = w; w.cost <= nearby {
				t.take(w)
				return true
			}
		}
	}
	t.take(best)
	return best != nil
}

// take takes the chunks of a way.
func (t *textSearch) take(w *way) {
	if w != nil {
		t.next = w.last + 1
	}
	for ; w != nil; w = w.before {
		t.chunks[w.last].taken = true
	}
}

// follow finds the chunks that a block is made of, the first at i: of all ways
// the one that costs least. It gives nil where there is none.
func (t *textSearch) follow(want string, i int) (end *way) {
	reached := []*way{{done: len(t.chunks[i].text), last: i}}
	var open []*way
	free := 0
	for k := i + 1; ; k++ {
		for _, w := range reached {
			if w.done > t.best {
				t.best, t.at = w.done, w.last
			}
			if w.done < len(want) {
				open = keep(open, w)
			} else if end == nil || w.cost < end.cost {
				end = w
			}
		}
		reached = reached[:0]
		if k == len(t.chunks) || len(open) == 0 {
			return end
		}
		c := &t.chunks[k]
		if c.taken {
			continue
		}
		free++
		open = left(open, k, free, end)
		for _, w := range open {
			t.looks++
			if !strings.HasPrefix(want[w.done:], c.text) {
				continue
			}
			next := &way{done: w.done + len(c.text), last: k, free: free, cost: w.upTo(free), before: w}
			if !same(c.size, t.chunks[w.last].size) {
				next.cost += otherSize
			}
			reached = append(reached, next)
		}
	}
}

// keep adds a way to those that are gone: of two that came equally far the one
// that costs less, and of too many not the dearest.
func keep(open []*way, w *way) []*way {
	worst := -1
	for k, o := range open {
		if o.done == w.done {
			if w.upTo(w.free) < o.upTo(w.free) {
				open[k] = w
			}
			return open
		}
		if worst < 0 || o.upTo(w.free) > open[worst].upTo(w.free) {
			worst = k
		}
	}
	if len(open) < mostWays {
		return append(open, w)
	}
	open[worst] = w
	return open
}

// left are the ways that chunk k may still go on: those that did not stop too
// long ago and are not dearer than one that came to the end.
func left(open []*way, k, free int, end *way) []*way {
	kept := open[:0]
	for _, w := range open {
		if k-w.last <= passed && (end == nil || w.upTo(free) < end.cost) {
			kept = append(kept, w)
		}
	}
	return kept
}

func (t *textSearch) where() say.Text {
	if t.at < len(t.chunks) {
		return t.chunks[t.at].place
	}
	return say.Text{}
}

// stopped tells where the text and the block part.
func (t *textSearch) stopped(want string) say.Text {
	if t.best <= 0 {
		return say.Verbatim(begin(want))
	}
	return say.Of("it stops before %s", begin(want[t.best:]))
}

package seam

import (
	"cmp"
	"math"
	"slices"
)

// A reading is a state of the search.
type reading struct {
	score   float64
	threads []thread // the one read last stands last
	trace   *step
	promise float64 // the score, and what its waiting threads may give back
	ends    uint64  // a hash of the ends of its threads
}

// A link goes from a unit to the one that is read after it.
type link struct{ tail, head int32 }

// A step is a link of a reading; a tail of -1 is a thread's beginning.
type step struct {
	link
	at     int32 // the unit that was being read
	before *step
}

// A way leads on from a reading: thread k becomes t, or with k = -1 t begins.
type way struct {
	from  *reading
	k     int
	t     thread
	score float64
	link  link
}

// A frontier gathers the best readings over unit i: as many as the search is
// broad, no two alike, and none that has fallen too far behind the best. Only
// what may stay is built, so that a way not taken costs next to nothing.
type frontier struct {
	*search
	at   int
	kept []reading
	best float64
}

// newFrontier is a frontier over unit i with room for so many readings.
func newFrontier(s *search, i, room int) *frontier {
	return &frontier{search: s, at: i, kept: make([]reading, 0, room), best: math.Inf(-1)}
}

// add takes a way, if it is good enough to stay.
func (f *frontier) add(w way) {
	promise := w.score + hope*f.refundable(w.from.threads, w.k)
	if promise < f.best-hopeless {
		return
	}
	f.best = max(f.best, promise)
	ends := w.ends()
	slot := f.slot(ends, promise)
	if slot < 0 {
		return
	}
	r := reading{score: w.score, promise: promise, ends: ends, trace: &step{w.link, int32(f.at), w.from.trace}}
	r.threads = append(without(w.from.threads, w.k), w.t)
	if slot == len(f.kept) {
		f.kept = append(f.kept, r)
	} else {
		f.kept[slot] = r
	}
}

// slot is the place for a reading: that of the one it is alike to, a new one,
// or that of the poorest; -1 where it is poorer than what stands there. Two
// readings whose threads have the same ends can only go on in the same ways.
func (f *frontier) slot(ends uint64, promise float64) int {
	poorest := 0
	for k := range f.kept {
		if f.kept[k].ends == ends {
			if promise <= f.kept[k].promise {
				return -1
			}
			return k
		}
		if f.kept[k].promise <= f.kept[poorest].promise {
			poorest = k
		}
	}
	switch {
	case len(f.kept) < f.breadth:
		return len(f.kept)
	case promise <= f.kept[poorest].promise:
		return -1
	}
	return poorest
}

// beam gives what was kept, the best first.
func (f *frontier) beam() []reading {
	kept := slices.DeleteFunc(f.kept, func(r reading) bool { return r.promise < f.best-hopeless })
	slices.SortStableFunc(kept, func(a, b reading) int { return cmp.Compare(b.promise, a.promise) })
	return kept
}

// refundable is what the threads have cost that wait, all but thread k: the
// price of their ends and of their beginnings without a title.
func (s *search) refundable(threads []thread, k int) float64 {
	sum := 0.0
	for o := range threads {
		if o == k {
			continue
		}
		t := &threads[o]
		sum += s.awaits(s.finish(int(t.tail)))
		if !t.titled {
			sum += s.awaits(s.begin(int(t.head)))
		}
	}
	return sum
}

// awaits is the price of an end or a beginning that waits; that of a known link
// comes back for certain, so that a reading is not held to any part of it.
func (s *search) awaits(price float64) float64 {
	if price == contrary/2 {
		return price / hope
	}
	return price
}

// ends is a hash of the ends of the threads at the end of the way.
func (w *way) ends() uint64 {
	h := mix(w.t) * 31 // the last one tells apart what the others' order does not
	for o := range w.from.threads {
		if o != w.k {
			h += mix(w.from.threads[o])
		}
	}
	return h
}

func mix(t thread) uint64 {
	h := (uint64(uint32(t.head))<<32 | uint64(uint32(t.tail))) * 0x9E3779B97F4A7C15
	h = (h ^ h>>29) * 0xBF58476D1CE4E5B9
	return h ^ h>>32
}

// without copies the threads but for thread k, with room for one more.
func without(threads []thread, k int) []thread {
	list := make([]thread, 0, len(threads)+1)
	for o := range threads {
		if o != k {
			list = append(list, threads[o])
		}
	}
	return list
}

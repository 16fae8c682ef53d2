package seam

import (
	"cmp"
	"slices"
)

// The search reads the units from first to last and keeps the best ways to
// lay them in threads: a thread is an article as far as it has been read, or
// a stretch without a title that waits for the thread it belongs to. At each
// unit the thread that was read last goes on, or another does, or a new one
// begins. Ending a thread costs, and the cost is given back when it goes on:
// so all links are weighed together, and none is made that leaves a hole
// elsewhere.
//
// The work is bounded by breadth and depth below, and grows as the text does.
const (
	// breadth is how many readings are kept side by side.
	breadth = 24
	// depth is how many threads of a reading may stand open.
	depth = 7
	// hopeless is how far a reading may fall behind the best one: no later
	// evidence about three links has made up for more.
	hopeless = 12.0
	// astray is what standing next to each other is worth to text that stands
	// before its own title: it was torn from its place, and may be in pieces.
	astray = 1.0
	// returned is what it is worth to come back to the line where text from
	// elsewhere was put in.
	returned = 1.5
)

// A thread is a chain of units, known by its ends.
type thread struct {
	head, tail int32
	titled     bool
	open       balance       // what the paragraph at the tail has open
	first      [series]uint8 // numbers of its headings, by series
	last       [series]uint8
}

// series is how many sorts of numerals are told apart.
const series = 6

// A reading is a state of the search.
type reading struct {
	score   float64
	threads []thread // the one read last stands last
	trace   *step
}

// A step is a link of a reading; a tail of -1 is a thread's beginning.
type step struct {
	tail, head int32
	before     *step
}

type search struct {
	*evidence
	extra float64           // what a jump must be worth beyond all else
	never map[[2]int32]bool // links that are forbidden
}

// run reads the units from lo up to hi, and gives the best reading.
func (s *search) run(lo, hi int) reading {
	beam := []reading{s.opening(lo)}
	for i := lo + 1; i < hi; i++ {
		beam = s.advance(beam, i)
	}
	best := beam[0]
	best.score -= s.finish(int(best.threads[len(best.threads)-1].tail))
	for _, r := range beam[1:] {
		r.score -= s.finish(int(r.threads[len(r.threads)-1].tail))
		if r.score > best.score {
			best = r
		}
	}
	return best
}

func (s *search) opening(i int) reading {
	r := reading{threads: []thread{s.thread(i)}, trace: &step{-1, int32(i), nil}}
	return r
}

// thread begins a thread with unit i.
func (s *search) thread(i int) thread {
	t := thread{head: int32(i), tail: int32(i), titled: s.units[i].start}
	t.take(&s.units[i], i)
	t.open = s.units[i].brackets.open
	return t
}

// take adds unit i to the thread and gives the evidence of its numbering.
func (t *thread) take(u *unit, i int) float64 {
	w := 0.0
	if u.number > 0 && u.series >= 0 && u.series < series {
		w = t.count(u.series, u.number)
	}
	t.tail = int32(i)
	return w
}

// count weighs a heading's number against the last one of its series.
func (t *thread) count(s, n int) float64 {
	last := int(t.last[s])
	if t.first[s] == 0 {
		t.first[s] = uint8(min(n, 255))
	}
	t.last[s] = uint8(min(n, 255))
	switch {
	case n == last+1:
		return 1.5 // 三 after 二
	case n == 1:
		return 0 // a series begins again under another heading
	case last == 0:
		return -1 // its beginning is missing, or stands elsewhere
	}
	return -3 // a number is missing or comes twice
}

// advance gives all the ways on over unit i, the best first and no two alike.
func (s *search) advance(beam []reading, i int) []reading {
	for k := range beam {
		beam[k].threads = s.waiting(beam[k].threads, i)
	}
	calm := s.calm(beam, i)
	var next []reading
	for _, r := range beam {
		next = s.extend(next, r, i, calm)
	}
	slices.SortStableFunc(next, func(a, b reading) int { return cmp.Compare(b.score, a.score) })
	kept := next[:0]
	for _, r := range next {
		if len(kept) == breadth || r.score < next[0].score-hopeless {
			break
		}
		if !slices.ContainsFunc(kept, r.alike) {
			kept = append(kept, r)
		}
	}
	return slices.Clone(kept)
}

// alike reports whether two readings can only go on in the same ways.
func (r reading) alike(o reading) bool {
	return slices.EqualFunc(r.threads, o.threads, func(a, b thread) bool {
		return a.tail == b.tail && a.head == b.head
	})
}

// calm reports whether unit i simply goes on: there is one reading, nothing
// else stands open, and the two look as if they belonged together. Then what
// they say need not be weighed.
func (s *search) calm(beam []reading, i int) bool {
	if len(beam) > 1 || len(beam[0].threads) > 1 || s.units[i].start {
		return false
	}
	return s.shape(i-1, i, nil) >= 0 && s.units[i-1].onTo == 0
}

// extend appends the ways on of one reading.
func (s *search) extend(next []reading, r reading, i int, calm bool) []reading {
	if calm {
		return append(next, s.resume(r, len(r.threads)-1, i, calm))
	}
	ways := []reading{r}
	for o := range r.threads[:len(r.threads)-1] {
		if !r.threads[o].titled {
			if c, ok := s.claim(r, o); ok {
				ways = append(ways, c)
			}
		}
	}
	for n, w := range ways {
		left := w
		left.score -= s.finish(int(w.threads[len(w.threads)-1].tail))
		next = append(next, s.open(left, i))
		for k := range w.threads {
			if s.units[i].start || !s.may(w.threads[k].tail, i) {
				continue
			}
			x := s.resume(left.refund(s, k), k, i, calm)
			if n > 0 && k == len(w.threads)-1 {
				x.score += returned + s.extra
			}
			next = append(next, x)
		}
	}
	return next
}

func (s *search) may(tail int32, head int) bool { return !s.never[[2]int32{tail, int32(head)}] }

// refund gives back what the end of thread k has cost.
func (r reading) refund(s *search, k int) reading {
	r.score += s.finish(int(r.threads[k].tail))
	return r
}

// open begins a new thread with unit i.
func (s *search) open(r reading, i int) reading {
	t := s.thread(i)
	r.score -= s.begin(i)
	if !t.titled && r.threads[len(r.threads)-1].titled {
		r.score -= s.extra
	}
	r.threads = append(slices.Clone(r.threads), t)
	r.trace = &step{-1, int32(i), r.trace}
	return r
}

// waiting leaves out the threads that will not go on: those at an end mark,
// those that waited for too long, and beyond depth the oldest. The last one
// stays.
func (s *search) waiting(threads []thread, i int) []thread {
	last := len(threads) - 1
	if last == 0 {
		return threads
	}
	kept := make([]thread, 0, len(threads)+1)
	for k, t := range threads {
		if k == last || s.patient(&t, i) && len(threads)-k <= depth {
			kept = append(kept, t)
		}
	}
	return kept
}

// patient reports whether the thread may still go on at unit i.
func (s *search) patient(t *thread, i int) bool {
	tail := &s.units[t.tail]
	passed := s.units[i].starts - tail.starts
	switch {
	case tail.onTo != 0:
		return passed <= 20 // printers send their readers to the last pages
	case t.titled && tail.endMark():
		return s.final[tail.label] < 0.7
	case tail.dangles() || tail.label != Body:
		return passed <= 3
	}
	return passed <= 1 // a column stands before its own title; a full stop waits for no far continuation
}

// resume lets thread k go on with unit i.
func (s *search) resume(r reading, k, i int, calm bool) reading {
	t := r.threads[k]
	tail := int(t.tail)
	r.score += s.shape(tail, i, nil) + s.place(tail, i, nil)
	switch {
	case i != tail+1:
		r.score -= s.extra
	case !t.titled && s.units[i].starts > 0:
		r.score += astray - neighbour
	}
	if !calm {
		r.score += s.content(tail, i, nil)
	}
	r.score += t.read(s.units, i)
	r.score += t.take(&s.units[i], i)
	if len(r.threads) == 1 {
		r.threads = []thread{t}
	} else {
		r.threads = append(slices.Delete(slices.Clone(r.threads), k, k+1), t)
	}
	r.trace = &step{int32(tail), int32(i), r.trace}
	return r
}

// read weighs the brackets and quotation marks over the cut before unit i.
func (t *thread) read(units []unit, i int) float64 {
	tail, head := &units[t.tail], &units[i]
	if !tail.dangles() || head.label != Body {
		t.open, _, _ = head.brackets.then(balance{})
		return 0
	}
	was := t.open
	after, closed, stray := head.brackets.then(was)
	t.open = after
	switch {
	case stray > 0:
		return -2.5 // it closes what was never opened
	case was.any() && closed > 0:
		return 2.5 // opened in the tail, closed in the head
	case was.any():
		return -1 // opened and not closed by its next line: seldom
	}
	return 0
}

// claim lets the last thread go on with thread o, which has no title and was
// read before.
func (s *search) claim(r reading, o int) (reading, bool) {
	last := len(r.threads) - 1
	t, orphan := r.threads[last], r.threads[o]
	tail, head := int(t.tail), int(orphan.head)
	if !s.may(t.tail, head) || t.tail < orphan.tail {
		return r, false
	}
	w := s.shape(tail, head, nil) + s.place(tail, head, nil) + s.content(tail, head, nil) + t.read(s.units, head)
	for k, n := range orphan.first {
		if n > 0 {
			w += t.count(k, int(n))
			t.last[k] = orphan.last[k]
		}
	}
	r.score += w + s.begin(head) + s.finish(int(orphan.tail))
	t.tail, t.open = orphan.tail, orphan.open
	r.threads = append(slices.Delete(slices.Clone(r.threads[:last]), o, o+1), t)
	r.trace = &step{int32(tail), int32(head), r.trace}
	return r, true
}

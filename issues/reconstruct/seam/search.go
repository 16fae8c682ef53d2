package seam

import (
	"cmp"
	"math"
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
	// breadth is how many readings are kept side by side, and glance how many
	// where only a margin is wanted.
	breadth, glance = 32, 10
	// depth is how many threads of a reading may stand open.
	depth = 7
	// hopeless is how far a reading may fall behind the best one: no later
	// evidence about three links has made up for more.
	hopeless = 12.0
	// hope is the part of the costs of waiting threads that a reading is not yet
	// held to, so that one that must first pay for three pieces and then lays
	// them all is still there when it does.
	hope = 0.75
	// torn is what parting text that stands before its own title gains: it was
	// torn from its place and is often in several pieces.
	torn = 1.7
	// solid is the evidence of a cut that leaves no doubt that it was one.
	solid = 1.0
	// crossing is what it costs to lay columns in another order than they stand in.
	crossing = 3.0
	// nested is what it costs an article to go on behind the end of a later one
	// without a mark that says so: it is woven with it more often, part by part.
	nested = 3.5
	// tempted is what it costs a broken sentence to go on in the next line while
	// another waits for its end: that line may as well be the one waited for.
	tempted = 1.5
	// unbroken is what it costs text to be taken out of an article that would go
	// on there without it.
	unbroken = 2.5
	// seamless is what it costs to put text in where nothing is missing.
	seamless = 5.0
	// returned is what it is worth to come back to the line where text from
	// elsewhere was put in.
	returned = 2.0
)

// A thread is a chain of units, known by its ends.
type thread struct {
	head, tail int32
	titled     bool
	claimed    int32         // the last unit of the text it claimed last
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
	promise float64 // the score, and what its waiting threads may give back
	ends    uint64  // a hash of the ends of its threads
}

// A link goes from a unit to the one that is read after it.
type link struct{ tail, head int32 }

// A step is a link of a reading; a tail of -1 is a thread's beginning.
type step struct {
	tail, head int32
	before     *step
}

type search struct {
	*evidence
	whole   []bool             // units of articles that are whole; nil for none
	breadth int                // how many readings are kept side by side
	extra   float64            // what a jump must be worth beyond all else
	never   link               // a link that is forbidden; the zero link is none
	known   map[region]reading // memo of reading
}

// run reads the units from lo up to hi, and gives the best reading.
func (s *search) run(lo, hi int) reading {
	beam := []reading{s.opening(lo)}
	for i := lo + 1; i < hi; i++ {
		beam = s.advance(beam, i)
	}
	best := reading{score: math.Inf(-1)}
	for _, r := range beam {
		for _, e := range s.endings(r, hi) {
			if e.score > best.score {
				best = e
			}
		}
	}
	return best
}

// endings are the ways in which a reading may end before unit i: as it stands,
// or with text without a title laid at its end.
func (s *search) endings(r reading, i int) []reading {
	list := []reading{r}
	for o, t := range r.threads[:len(r.threads)-1] {
		if !t.titled && last(r.threads).titled {
			if c, ok := s.claim(r, o, i); ok {
				list = append(list, c)
			}
		}
	}
	for k := range list {
		list[k].score -= s.finish(int(last(list[k].threads).tail))
	}
	return list
}

func (s *search) opening(i int) reading {
	return reading{threads: []thread{s.thread(i)}, trace: &step{-1, int32(i), nil}, score: -s.begin(i)}
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

// A frontier gathers the readings over a unit, but none that has fallen too far
// behind the best.
type frontier struct {
	*search
	readings []reading
	best     float64
}

func (f *frontier) add(r reading) {
	r.promise = r.score + hope*f.refundable(r.threads)
	r.mark()
	f.best = max(f.best, r.promise)
	if r.promise >= f.best-hopeless {
		f.readings = append(f.readings, r)
	}
}

// lost reports whether a reading of such a score, that may yet gain as much,
// has fallen behind.
func (f *frontier) lost(score float64, threads []thread, gain float64) bool {
	return score+hope*f.refundable(threads)+gain < f.best-hopeless
}

// advance gives all the ways on over unit i, the best first and no two alike.
func (s *search) advance(beam []reading, i int) []reading {
	for k := range beam {
		beam[k].threads = s.waiting(beam[k].threads, i)
	}
	calm := s.calm(beam, i)
	f := &frontier{search: s, best: math.Inf(-1)}
	for _, r := range beam {
		if calm {
			f.add(s.goOn(r, i))
		} else {
			f.extend(r, i)
		}
	}
	slices.SortStableFunc(f.readings, func(a, b reading) int { return cmp.Compare(b.promise, a.promise) })
	kept := f.readings[:0]
	for _, r := range f.readings {
		if len(kept) == s.breadth || r.promise < f.best-hopeless {
			break
		}
		if !slices.ContainsFunc(kept, r.alike) {
			kept = append(kept, r)
		}
	}
	return kept
}

// refundable is what the threads that wait have cost.
func (s *search) refundable(threads []thread) float64 {
	sum := 0.0
	for _, t := range threads[:len(threads)-1] {
		sum += s.finish(int(t.tail))
		if !t.titled {
			sum += s.begin(int(t.head))
		}
	}
	return sum
}

// mark notes the hash of the threads' ends.
func (r *reading) mark() {
	r.ends = 0
	for _, t := range r.threads {
		r.ends = (r.ends*1000003^uint64(t.head))*1000003 ^ uint64(t.tail)
	}
}

// alike reports whether two readings can only go on in the same ways.
func (r reading) alike(o reading) bool {
	return r.ends == o.ends && slices.EqualFunc(r.threads, o.threads, func(a, b thread) bool {
		return a.tail == b.tail && a.head == b.head
	})
}

// calm reports whether unit i simply goes on: it stands in a whole article, or
// there is one reading, nothing else stands open, and the two look as if they
// belonged together. Then no other way is tried.
func (s *search) calm(beam []reading, i int) bool {
	if s.units[i].start {
		return false
	}
	if s.whole != nil && s.whole[i] {
		return true
	}
	return len(beam) == 1 && len(beam[0].threads) == 1 && s.shape(i-1, i, nil) >= 0 && s.units[i-1].onTo == 0
}

// goOn lets the last thread go on. What is said in a whole article is not weighed.
func (s *search) goOn(r reading, i int) reading {
	t := last(r.threads)
	tail := int(t.tail)
	r.score += s.shape(tail, i, nil) + s.place(tail, i, nil) + t.read(s.units, i) + t.take(&s.units[i], i)
	if s.whole == nil || !s.whole[i] {
		r.score += s.content(tail, i, nil)
	}
	return r.with(len(r.threads)-1, t, tail, i)
}

// with gives the reading in which thread k, now t, has gone on from tail to unit i.
func (r reading) with(k int, t thread, tail, i int) reading {
	threads := make([]thread, 0, len(r.threads)+1)
	threads = append(append(append(threads, r.threads[:k]...), r.threads[k+1:]...), t)
	r.threads, r.trace = threads, &step{int32(tail), int32(i), r.trace}
	return r
}

// extend adds the ways on of one reading.
func (f *frontier) extend(r reading, i int) {
	f.ways(r, i)
	end := len(r.threads) - 1
	if !last(r.threads).titled || f.inTitle(i) {
		return
	}
	for o := range r.threads[:end] {
		if !r.threads[o].titled {
			if c, ok := f.claim(r, o, i); ok {
				f.returns(c, r, i)
			}
		}
	}
}

// inTitle reports whether unit i is part of a title block that began before it.
func (s *search) inTitle(i int) bool {
	l := s.units[i].label
	return (l == Title || l == Byline) && !s.units[i].start
}

// ways adds the ways on of a reading: any of its threads goes on, or one begins.
func (f *frontier) ways(r reading, i int) {
	end := len(r.threads) - 1
	left := r
	left.score -= f.finish(int(r.threads[end].tail))
	for k := end; k >= 0 && !f.units[i].start; k-- {
		if f.resumes(r, k, i) {
			f.resume(left, k, i, -f.around(r, k, i))
		}
	}
	if f.opens(r, i) {
		f.add(f.open(left, i))
	}
}

// around is what it costs thread k to go on with unit i out of turn: texts that
// broke off go on in the order in which they did.
func (s *search) around(r reading, k, i int) float64 {
	t, c := r.threads[k], last(r.threads)
	switch {
	case k == len(r.threads)-1:
		if s.units[t.tail].dangles && i == int(t.tail)+1 && s.awaited(r) {
			return tempted
		}
	case s.units[t.tail].onTo != 0:
		return 0
	case t.head < c.head && s.closed(int(c.tail)):
		return nested
	case s.relieved(c, t, i):
		return 0
	case s.smooth(int(c.tail), i):
		return unbroken
	}
	return 0
}

// relieved reports whether the thread t takes its turn again at unit i, because
// the older article c that had come between is at its end. That needs no caution.
func (s *search) relieved(c, t thread, i int) bool {
	return t.head > c.head && s.units[t.tail].dangles && s.closed(int(c.tail)) && int(c.tail) == i-1
}

// closed reports whether an article may be at its end with unit i: at an end
// mark, or where the issue has none, at the end of a paragraph.
func (s *search) closed(i int) bool {
	u := &s.units[i]
	return u.endMark() || !s.marked && u.ended
}

// smooth reports whether unit i follows the tail as a new paragraph may.
func (s *search) smooth(tail, i int) bool {
	t := &s.units[tail]
	return i == tail+1 && !t.dangles && !t.endMark() && s.order(t, &s.units[i]) >= 0
}

// awaited reports whether an article that began before the one read last waits
// for the end of a sentence, and has no mark that says where it is.
func (s *search) awaited(r reading) bool {
	for _, t := range r.threads[:len(r.threads)-1] {
		if u := &s.units[t.tail]; t.titled && t.head < last(r.threads).head && u.dangles && u.onTo == 0 {
			return true
		}
	}
	return false
}

// returns adds the ways on of a reading c that has claimed text in front of
// unit i, which r had not: the thread comes back to unit i, or a title follows.
func (f *frontier) returns(c, r reading, i int) {
	end := len(c.threads) - 1
	left := c
	left.score -= f.finish(int(c.threads[end].tail))
	switch {
	case f.units[i].start:
		f.add(f.open(left, i))
	case f.resumes(c, end, i):
		f.resume(left, end, i, f.back(r, c, i))
	}
}

// back weighs the return to unit i after reading w has put text in that r had
// not: what i was akin to before the text came between, it still is.
func (s *search) back(r, w reading, i int) float64 {
	before, after := int(last(r.threads).tail), int(last(w.threads).tail)
	return returned + s.extra + max(0, s.kinship(before, i)-s.kinship(after, i))
}

// opens reports whether a thread may begin with unit i: at a title, and where
// something is amiss with what was read last.
func (s *search) opens(r reading, i int) bool {
	t := last(r.threads)
	u := &s.units[i]
	return u.start || u.from != 0 || !t.titled || s.amiss(int(t.tail), i) && s.cut(int(t.tail), i, nil) < solid
}

// resumes reports whether thread k may go on with unit i. A thread that waits
// may, where it broke off itself or where the one read last does not simply go on.
func (s *search) resumes(r reading, k, i int) bool {
	t := r.threads[k]
	if !s.may(t.tail, i) {
		return false
	}
	last := len(r.threads) - 1
	return k == last || !s.units[t.tail].ended || s.amiss(int(r.threads[last].tail), i)
}

// amiss reports whether unit i is not just what one expects behind the tail.
func (s *search) amiss(tail, i int) bool {
	t := &s.units[tail]
	return t.dangles || t.endMark() || i != tail+1 || s.order(t, &s.units[i]) < 0 ||
		!s.marked && s.kinship(tail, i) < 0 || s.unended(i)
}

// unended reports whether the next article begins close behind unit i and the
// one before it has not had its end mark.
func (s *search) unended(i int) bool {
	for k := i; k < len(s.units) && k < i+4 && !s.units[k].endMark(); k++ {
		if s.units[k].start {
			return true
		}
	}
	return false
}

func (s *search) may(tail int32, head int) bool { return s.never != link{tail, int32(head)} }

// open begins a new thread with unit i.
func (s *search) open(r reading, i int) reading {
	t := s.thread(i)
	r.score -= s.begin(i)
	switch {
	case t.titled:
	case last(r.threads).titled:
		r.score -= s.extra
	default:
		r.score += torn
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
	stays := func(k int) bool { return k == last || len(threads)-k <= depth && s.patient(&threads[k], i) }
	gone := 0
	for gone <= last && stays(gone) {
		gone++
	}
	if gone > last {
		return threads
	}
	kept := append(make([]thread, 0, last), threads[:gone]...)
	for k := gone + 1; k <= last; k++ {
		if stays(k) {
			kept = append(kept, threads[k])
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
		return s.final[tail.label] < 0.7 && passed <= 1
	case tail.dangles || tail.label != Body:
		return passed <= 3
	}
	return passed <= 1 // a column stands before its own title; a full stop waits for no far continuation
}

// resume adds the reading in which thread k goes on with unit i.
func (f *frontier) resume(r reading, k, i int, bonus float64) {
	t := r.threads[k]
	tail := int(t.tail)
	r.score += f.finish(tail) + f.shape(tail, i, nil) + f.place(tail, i, nil) + bonus
	if i != tail+1 && !f.relieved(last(r.threads), t, i) {
		r.score -= f.extra
	}
	r.score += t.read(f.units, i) + t.take(&f.units[i], i)
	r.score += f.cut(tail, i, nil) + f.regime(tail, i, nil)
	if f.lost(r.score, r.threads, kindred) {
		return
	}
	r.score += f.kinship(tail, i)
	f.add(r.with(k, t, tail, i))
}

// read weighs the brackets and quotation marks over the cut before unit i.
func (t *thread) read(units []unit, i int) float64 {
	tail, head := &units[t.tail], &units[i]
	if !tail.dangles || head.label != Body {
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

// gap reports whether something seems to be missing between the tail and unit
// i: the end of a sentence, or an article's opening.
func (s *search) gap(tail, i int) bool {
	t := &s.units[tail]
	return t.dangles || (t.label == Title || t.label == Byline) && i < len(s.units) && s.units[i].label == Heading
}

// claim lets the last thread go on with thread o, which has no title and was
// read before, in front of unit i.
func (s *search) claim(r reading, o, i int) (reading, bool) {
	end := len(r.threads) - 1
	t, orphan := r.threads[end], r.threads[o]
	tail, head := int(t.tail), int(orphan.head)
	if !s.may(t.tail, head) || t.tail < orphan.tail {
		return r, false
	}
	w := s.shape(tail, head, nil) + s.place(tail, head, nil)
	if !s.gap(tail, i) {
		w -= seamless
	}
	w += s.content(tail, head, nil) + t.read(s.units, head)
	for k, n := range orphan.first {
		if n > 0 {
			w += t.count(k, int(n))
			t.last[k] = orphan.last[k]
		}
	}
	if orphan.head < t.claimed {
		w -= crossing
	}
	r.score += w + s.begin(head) + s.finish(int(orphan.tail))
	t.claimed = orphan.tail
	t.tail, t.open = orphan.tail, orphan.open
	r.threads = append(slices.Delete(slices.Clone(r.threads[:end]), o, o+1), t)
	r.trace = &step{int32(tail), int32(head), r.trace}
	return r, true
}

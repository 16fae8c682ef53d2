package seam

import (
	"slices"
)

// extend adds the ways on of one reading.
func (f *frontier) extend(r *reading, i int) {
	f.ways(r, i)
	end := len(r.threads) - 1
	if !r.threads[end].titled || f.inTitle(i) {
		return
	}
	for o := range r.threads[:end] {
		if claimable(r, o) {
			c := f.claimed(r, o, i)
			f.returns(&c, r, i)
		}
	}
}

// inTitle reports whether unit i is part of a title block that began before it.
func (s *search) inTitle(i int) bool {
	l := s.units[i].label
	return (l == Title || l == Byline) && !s.units[i].start
}

// ways adds the ways on of a reading: any of its threads goes on, or one begins.
func (f *frontier) ways(r *reading, i int) {
	end := len(r.threads) - 1
	left := r.score - f.finish(int(r.threads[end].tail))
	for k := end; k >= 0 && !f.units[i].start; k-- {
		if f.resumes(r, k, i) {
			f.resume(r, k, i, left-f.around(r, k, i))
		}
	}
	if f.opens(r, i) {
		f.open(r, i, left)
	}
}

// around is what it costs thread k to go on with unit i out of turn: texts that
// broke off go on in the order in which they did.
func (s *search) around(r *reading, k, i int) float64 {
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

// smooth reports whether unit i follows the tail as a new paragraph may.
func (s *search) smooth(tail, i int) bool {
	t := &s.units[tail]
	return i == tail+1 && !t.dangles && !t.endMark() && s.order(t, &s.units[i]) >= 0
}

// awaited reports whether an article that began before the one read last waits
// for the end of a sentence, and has no mark that says where it is.
func (s *search) awaited(r *reading) bool {
	for _, t := range r.threads[:len(r.threads)-1] {
		if u := &s.units[t.tail]; t.titled && t.head < last(r.threads).head && u.dangles && u.onTo == 0 {
			return true
		}
	}
	return false
}

// returns adds the ways on of a reading c that has claimed text in front of
// unit i, which r had not: the thread comes back to unit i, or a title follows.
func (f *frontier) returns(c, r *reading, i int) {
	end := len(c.threads) - 1
	left := c.score - f.finish(int(c.threads[end].tail))
	switch {
	case f.units[i].start:
		f.open(c, i, left)
	case f.units[i].follows != 0:
		f.ways(c, i) // it goes on elsewhere
	default:
		f.resume(c, end, i, left+f.back(r, c, i))
	}
}

// back weighs the return to unit i after reading w has put text in that r had
// not: what i was akin to before the text came between, it still is.
func (s *search) back(r, w *reading, i int) float64 {
	before, after := int(last(r.threads).tail), int(last(w.threads).tail)
	return returned + s.extra + max(0, s.kinship(before, i)-s.kinship(after, i))
}

// opens reports whether a thread may begin with unit i: at a title, and where
// something is amiss with what was read last.
func (s *search) opens(r *reading, i int) bool {
	t := last(r.threads)
	u := &s.units[i]
	return u.start || u.from != 0 || s.known(int(t.tail), i, nil) < 0 || !t.titled || s.amiss(int(t.tail), i) && s.cut(int(t.tail), i, nil) < solid
}

// resumes reports whether thread k may go on with unit i. A thread that waits
// may, where it broke off itself or where the one read last does not simply go on.
func (s *search) resumes(r *reading, k, i int) bool {
	t := r.threads[k]
	last := len(r.threads) - 1
	return k == last || s.units[t.tail].leads == i+1 || s.units[r.threads[last].head].follows != 0 || !s.units[t.tail].ended || s.amiss(int(r.threads[last].tail), i)
}

// amiss reports whether unit i is not just what one expects behind the tail.
func (s *search) amiss(tail, i int) bool {
	t := &s.units[tail]
	return t.dangles || t.endMark() || i != tail+1 || s.known(tail, i, nil) < 0 || s.order(t, &s.units[i]) < 0 ||
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

// open adds the way in which a thread begins with unit i.
func (f *frontier) open(r *reading, i int, score float64) {
	t := begun(f.units, i)
	score -= f.begin(i)
	switch {
	case t.titled:
	case last(r.threads).titled:
		score -= f.extra
	default:
		score += torn
	}
	f.add(way{from: r, k: -1, t: t, score: score, link: link{-1, int32(i)}})
}

// resume adds the way in which thread k goes on with unit i.
func (f *frontier) resume(r *reading, k, i int, score float64) {
	t := r.threads[k]
	tail := int(t.tail)
	score += f.finish(tail) + f.shape(tail, i, nil) + f.place(tail, i, nil)
	if i != tail+1 && !f.relieved(last(r.threads), t, i) {
		score -= f.extra
	}
	if f.units[i].leads == int(t.head)+1 {
		score -= contrary // its beginning is known to go on after i
	}
	score += t.read(f.units, i) + t.take(&f.units[i], i)
	if f.whole == nil || !f.whole[i] { // what is said in a whole article need not be weighed
		score += f.content(tail, i, nil)
	}
	f.add(way{from: r, k: k, t: t, score: score, link: link{int32(tail), int32(i)}})
}

// gap reports whether something seems to be missing between the tail and unit
// i: the end of a sentence, or an article's opening.
func (s *search) gap(tail, i int) bool {
	t := &s.units[tail]
	return t.dangles || (t.label == Title || t.label == Byline) && i < len(s.units) && s.units[i].label == Heading
}

// claimable reports whether the last thread may go on with thread o: one that
// has no title and was read before.
func claimable(r *reading, o int) bool {
	return !r.threads[o].titled && last(r.threads).tail >= r.threads[o].tail
}

// claimed is the reading in which the last thread has gone on with thread o, in front
// of unit i.
func (s *search) claimed(r *reading, o, i int) reading {
	end := len(r.threads) - 1
	t, orphan := r.threads[end], r.threads[o]
	made := link{t.tail, orphan.head}
	tail, head := int(t.tail), int(orphan.head)
	score := r.score + s.shape(tail, head, nil) + s.place(tail, head, nil) + s.content(tail, head, nil) + t.read(s.units, head)
	if !s.gap(tail, i) {
		score -= seamless
	}
	if orphan.head < t.claimed {
		score -= crossing
	}
	score += t.absorb(&orphan) + s.begin(head) + s.finish(int(orphan.tail))
	return reading{
		score: score, threads: append(slices.Delete(slices.Clone(r.threads[:end]), o, o+1), t),
		trace: &step{made, int32(i), r.trace},
	}
}

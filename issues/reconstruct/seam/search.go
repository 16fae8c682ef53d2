package seam

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
	// breadth is how many readings are kept side by side: with twelve, one scrambled
	// column in print is lost, with thirty nothing more is found.
	breadth = 20
	// depth is how many threads of a reading may stand open: three texts that broke
	// off, and the pieces of a column before its title.
	depth = 7
	// hopeless is how far a reading may fall behind the best one: what made up for
	// more has not been seen.
	hopeless = 10.0
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
	// ending is how surely a mark must end its articles for none to go on behind it:
	// a source or a place of work stands inside articles of some houses.
	ending = 0.7
	// referred is how many articles further a text may go on that says where:
	// printers send their readers to the last pages. A broken sentence without a
	// mark is given up after overleaf, three articles: they share a page.
	referred, overleaf = 20, 3
)

type search struct {
	*evidence
	whole   []bool  // units of articles that are whole; nil for none
	breadth int     // how many readings are kept side by side
	extra   float64 // what a jump must be worth beyond all else
}

// read reads the units from lo up to hi. It gives the best reading, and what
// was kept of others on the way.
func (s *search) read(r region) (reading, *trail) {
	beam := []reading{s.first(r.lo)}
	seen := newTrail(r)
	seen.add(beam)
	for i := r.lo + 1; i < r.hi; i++ {
		beam = s.advance(beam, i)
		seen.add(beam)
	}
	var ends []reading
	for k := range beam {
		ends = append(ends, s.endings(&beam[k], r.hi)...)
	}
	seen.add(ends)
	best := 0
	for k := range ends {
		if ends[k].score > ends[best].score {
			best = k
		}
	}
	seen.choose(ends[best])
	return ends[best], seen
}

// first is the reading of unit i alone.
func (s *search) first(i int) reading {
	return reading{
		threads: []thread{begun(s.units, i)}, score: -s.begin(i),
		trace: &step{link: link{-1, int32(i)}, at: int32(i)},
	}
}

// endings are the ways in which a reading may end before unit i: as it stands,
// or with text without a title laid at its end.
func (s *search) endings(r *reading, i int) []reading {
	list := []reading{*r}
	for o := range r.threads[:len(r.threads)-1] {
		if last(r.threads).titled && claimable(r, o) {
			list = append(list, s.claimed(r, o, i))
		}
	}
	for k := range list {
		list[k].score -= s.finish(int(last(list[k].threads).tail))
		list[k].promise = list[k].score
	}
	return list
}

// advance gives the best ways on over unit i.
func (s *search) advance(beam []reading, i int) []reading {
	for k := range beam {
		beam[k].threads = s.waiting(beam[k].threads, i)
	}
	calm := s.calm(beam, i)
	f := newFrontier(s, i, len(beam)+1)
	for k := range beam {
		if end := len(beam[k].threads) - 1; calm {
			f.resume(&beam[k], end, i, beam[k].score-f.finish(int(beam[k].threads[end].tail)))
		} else {
			f.extend(&beam[k], i)
		}
	}
	return f.beam()
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

// waiting leaves out the threads that will not go on: those at an end mark,
// those that waited for too long, and beyond depth the oldest. The last one
// stays.
func (s *search) waiting(threads []thread, i int) []thread {
	last := len(threads) - 1
	kept := make([]thread, 0, last+1)
	for k := range threads {
		if k == last || len(threads)-k <= depth && s.patient(&threads[k], i) {
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
	case tail.leads != 0, s.units[t.head].follows != 0:
		return true
	case tail.onTo != 0:
		return passed <= referred
	case t.titled && tail.endMark():
		return s.final[tail.label] < ending && passed <= 1
	case tail.dangles || tail.label != Body:
		return passed <= overleaf
	}
	return passed <= 1 // a column stands before its own title; a full stop waits for no far continuation
}

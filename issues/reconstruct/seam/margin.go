package seam

// A trail keeps what the search held side by side at each unit: how good every
// reading was, and its links.
type trail struct {
	lo     int       // the unit of seen[0]
	seen   [][]rival // the last are the ends of the region
	chosen []float64 // how good the reading was, at each unit, that was the best in the end
}

type rival struct {
	promise float64
	trace   *step
}

func newTrail(r region) *trail { return &trail{lo: r.lo, seen: make([][]rival, 0, r.hi-r.lo+1)} }

func (t *trail) add(beam []reading) {
	list := make([]rival, len(beam))
	for k := range beam {
		list[k] = rival{beam[k].promise, beam[k].trace}
	}
	t.seen = append(t.seen, list)
}

// choose notes which reading was the best.
func (t *trail) choose(best reading) {
	t.chosen = make([]float64, len(t.seen))
	trace := best.trace
	for k := len(t.seen) - 1; k >= 0; k-- {
		for trace != nil && int(trace.at) > t.lo+k {
			trace = trace.before
		}
		for _, r := range t.seen[k] {
			if r.trace == trace {
				t.chosen[k] = r.promise
			}
		}
	}
}

// remembers is how many units behind a link its rivals are looked for: by then
// they have mostly given up, or become the same reading again.
const remembers = 24

// margin is how much better the text reads with a link of the best reading than
// without it: its lead over the best rival that had not made the link, when
// such a one was last in sight. No rival at all is as good as a hopeless one.
func (t *trail) margin(made *step) (lead float64, rival *step) {
	lead = hopeless
	first := int(made.at) - t.lo
	for k := first; k < min(first+remembers, len(t.seen)); k++ {
		r, ok := best(t.seen[k], made)
		if !ok {
			break
		}
		lead, rival = t.chosen[k]-r.promise, r.trace
	}
	return lead, rival
}

// best is the best of the readings that have not made the link.
func best(list []rival, made *step) (found rival, ok bool) {
	for _, r := range list {
		if (!ok || r.promise > found.promise) && !r.trace.has(made) {
			found, ok = r, true
		}
	}
	return found, ok
}

// has reports whether the same link was made by this step or by one before it.
func (s *step) has(made *step) bool {
	for ; s != nil && s.at >= made.at; s = s.before {
		if s.link == made.link {
			return true
		}
	}
	return false
}

// jump reports whether the step links units that do not stand together.
func (s *step) jump() bool { return s.tail >= 0 && s.head != s.tail+1 }

// without is the first jump on the way back from s to where the link was made
// that is not among the links of after: what is read in its place.
func (s *step) without(after []int, made *step) (jump *step) {
	for ; s != nil && s.at >= made.at; s = s.before {
		if s.jump() && after[s.tail] != int(s.head) {
			jump = s
		}
	}
	return jump
}

// follow notes for each unit of the reading the one that is read after it, or -1.
func (r reading) follow(after []int) {
	for s := r.trace; s != nil; s = s.before {
		after[s.head] = -1
	}
	for s := r.trace; s != nil; s = s.before {
		if s.tail >= 0 {
			after[s.tail] = int(s.head)
		}
	}
}

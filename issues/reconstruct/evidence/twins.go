package evidence

// Twins are rows of the same words: a title and the running heads that repeat
// it, a column's name over each of its pages.
type twins struct {
	first, last int
	largest     float32 // the largest type that one of them is set in
	large       int     // how many are set in it
}

const (
	// Twins have so many characters at least; shorter words stand anywhere by chance.
	leastTwin = 3
	// Sizes nearer than this, in points, are one size: pages are drawn with rounded numbers.
	sameSize = .3
)

// aboutTwins tells of a row that has twins whether it is the first of them or
// the last, and whether it is the largest: the title is, and so it is the first
// where nothing is known of their size.
func aboutTwins(lines []line) func(*seer, int) {
	all := map[string]*twins{}
	for i := range lines {
		if len(lines[i].key) < leastTwin {
			continue
		}
		k := string(lines[i].key)
		t := all[k]
		if t == nil {
			t = &twins{first: i}
			all[k] = t
		}
		t.last = i
		if f := lines[i].Fact; f != nil {
			switch {
			case f.Size > t.largest+sameSize:
				t.largest, t.large = f.Size, 1
			case f.Size > t.largest-sameSize:
				t.large++
			}
		}
	}
	return func(s *seer, i int) {
		t := all[string(lines[i].key)]
		if t == nil || t.first == t.last {
			return
		}
		switch i {
		case t.first:
			s.near("twin:first")
		case t.last:
			s.near("twin:last")
		default:
			s.near("twin:between")
		}
		f := lines[i].Fact
		switch {
		case f == nil:
		case f.Size <= t.largest-sameSize:
			s.near("twin:smaller")
		case t.large == 1:
			s.near("twin:largest")
		default:
			s.near("twin:equal")
		}
	}
}

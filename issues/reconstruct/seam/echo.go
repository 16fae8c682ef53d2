package seam

// Echoes remember every run of four characters of the text, in a bit set that
// grows with it, to tell whether what lies across a cut is said elsewhere.
type echoes struct {
	bits []uint64
	mask uint32
}

const run = 4

func newEchoes(pieces []Piece) *echoes {
	size := uint32(1 << 16)
	total := 0
	for _, p := range pieces {
		total += len(p.Text) / 3
	}
	for int(size) < 16*total && size < 1<<26 {
		size *= 2
	}
	e := &echoes{make([]uint64, size/64), size - 1}
	for _, p := range pieces {
		var last [run]rune
		n := 0
		for _, r := range p.Text {
			copy(last[:], last[1:])
			last[run-1] = r
			if n++; n >= run {
				h := e.hash(last)
				e.bits[h/64] |= 1 << (h % 64)
			}
		}
	}
	return e
}

func (e *echoes) hash(r [run]rune) uint32 {
	h := uint32(2166136261)
	for _, c := range r {
		h = (h ^ uint32(c)) * 16777619
		h ^= h >> 13
	}
	return h & e.mask
}

// across counts the runs over the cut that are known: 0 to 3.
func (e *echoes) across(tail, head string) int {
	a := []rune(tail[max(0, len(tail)-3*run):])
	b := []rune(head[:min(len(head), 3*run)])
	n := 0
	for left := 1; left < run; left++ {
		right := run - left
		if len(a) < left || len(b) < right {
			continue
		}
		var r [run]rune
		copy(r[:], a[len(a)-left:])
		copy(r[left:], b[:right])
		if h := e.hash(r); e.bits[h/64]&(1<<(h%64)) != 0 {
			n++
		}
	}
	return n
}

package articles

// maxima keeps, for places 0 to n-1, the greatest weight up to each, with who
// brought it: a Fenwick tree of running maxima.
type maxima struct {
	weight []float64
	who    []int
}

func newMaxima(n int) *maxima {
	m := &maxima{make([]float64, n+1), make([]int, n+1)}
	for i := range m.who {
		m.who[i] = -1
	}
	return m
}

// upTo gives the greatest weight at a place not after at, and who brought it.
func (m *maxima) upTo(at int) (float64, int) {
	best, who := 0.0, -1
	for i := at + 1; i > 0; i -= i & -i {
		if m.weight[i] > best {
			best, who = m.weight[i], m.who[i]
		}
	}
	return best, who
}

// raise sets the weight at a place, if it is greater than what is there.
func (m *maxima) raise(at int, w float64, who int) {
	for i := at + 1; i < len(m.weight); i += i & -i {
		if w > m.weight[i] {
			m.weight[i], m.who[i] = w, who
		}
	}
}

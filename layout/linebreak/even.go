package linebreak

// mostEven is the number of lines up to which Even looks for lines of one
// length; longer text is no title, and is set ragged.
const mostEven = 8

// Even gives the breaks that need the fewest lines and make those as equal as
// their penalties allow. Glue counts at its width.
func (b *Breaker) Even(items []Item) []Break {
	b.items = items
	stops := b.stops()
	for _, limit := range []int32{Last, Never} {
		if n := fewest(stops, b.L, limit); n > 0 && n <= mostEven {
			return even(stops, n, b.L, limit)
		}
	}
	breaks, _ := b.Break(items)
	return breaks
}

// A stop is a place where a line may end: the width of the paragraph up to it
// with a line ending there, and up to what begins the next line.
type stop struct {
	item    int
	penalty int32
	end     int64
	after   int64
}

func (b *Breaker) stops() []stop {
	out := []stop{{item: -1}}
	b.next.item = -1
	var w int64
	box := false
	for i, it := range b.items {
		if it.Kind == Glue && box || it.Kind == Penalty && it.Penalty < Never {
			s := stop{item: i, penalty: it.Penalty, end: w}
			if it.Kind == Penalty {
				s.end += int64(it.Width)
			}
			b.discard(i, w, 0, 0)
			s.after = b.next.W
			if p := &out[len(out)-1]; p.item >= 0 && p.end == s.end && p.after == s.after && s.penalty > Forced {
				if s.penalty < p.penalty { // of two that cut alike, one is enough
					*p = s
				}
			} else {
				out = append(out, s)
			}
		}
		if it.Kind != Penalty {
			w += int64(it.Width)
		}
		box = it.Kind == Box
	}
	return out
}

// fewest gives how many lines the text needs at least, 0 if it cannot be set.
func fewest(stops []stop, l int64, limit int32) int {
	n, from, fit := 0, 0, 0
	for k := 1; k < len(stops); k++ {
		if stops[k].penalty >= limit {
			continue
		}
		if stops[k].end-stops[from].after > l {
			if fit == from {
				return 0
			}
			n, from = n+1, fit
			if stops[k].end-stops[from].after > l {
				return 0
			}
		}
		fit = k
	}
	return n + 1
}

// even finds the n lines of least squares: of what each misses of the mean,
// in thousandths of the measure, and of the penalties.
func even(stops []stop, n int, l int64, limit int32) []Break {
	last := len(stops) - 1
	mean := stops[last].end / int64(n)
	const none = int64(1) << 62
	cost := make([][]int64, n+1) // by lines, then by the stop that ends them
	back := make([][]int, n+1)
	for j := range cost {
		cost[j], back[j] = make([]int64, len(stops)), make([]int, len(stops))
		for k := range cost[j] {
			cost[j][k] = none
		}
	}
	cost[0][0] = 0
	for j := 1; j <= n; j++ {
		for k := 1; k <= last; k++ {
			if stops[k].penalty >= limit {
				continue
			}
			for from := k - 1; from >= 0 && stops[k].end-stops[from].after <= l; from-- {
				if cost[j-1][from] == none {
					continue
				}
				miss := (stops[k].end - stops[from].after - mean) * 1000 / max(l, 1)
				p := max(int64(stops[k].penalty), 0)
				if c := cost[j-1][from] + miss*miss + p*p; c < cost[j][k] {
					cost[j][k], back[j][k] = c, from
				}
			}
		}
	}
	out := make([]Break, n)
	for k := last; n > 0; n-- {
		out[n-1].Item = stops[k].item
		k = back[n][k]
	}
	return out
}

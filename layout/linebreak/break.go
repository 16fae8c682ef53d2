package linebreak

// A Breaker has a paragraph's measure and its taste. It keeps working storage
// from one paragraph to the next; it is not for two goroutines at once.
type Breaker struct {
	L     int64  // l: the measure; wider than any int of 32 bits where nothing shall break
	First Narrow // the lines beside a picture; Even knows none
	Rho   int    // ρ: how far a line's glue may be stretched, in thousandths of its stretch; 0 stands for 1000

	// Emergency is stretch that every line is lent when the paragraph has no
	// breaks within Rho, so that the worst lines are told from the bad ones.
	Emergency int64

	items  []Item
	passed []node      // every break that was worth remembering
	active []activated // those that a line may still begin at, in order, from head on
	head   int
	found  []activated
	next   sums // before the box that follows the item in hand
}

// Narrow is how many of a paragraph's first lines are narrower than its measure,
// and by how much. The zero value is none.
type Narrow struct {
	Lines int
	By    int64
}

// measure is that of a line, counted from 0.
func (b *Breaker) measure(line int32) int64 {
	if int(line) < b.First.Lines {
		return b.L - b.First.By
	}
	return b.L
}

// Sums are the widths, stretches and shrinks of all that stands before an item.
type sums struct {
	item    int
	W, Y, Z int64
}

// What a line costs (the paper's demerits).
const (
	linePenalty = 10        // for being a line: fewer are better
	alpha       = 3000      // two flagged breaks in a row: ladders of hyphens
	gamma       = 2000      // a tight line next to a loose one: the change of grey is seen before either
	worst       = 1_000_000 // the badness at which bad is simply bad
)

// A node is a break, and the one before it.
type node struct {
	item, before, over int32
}

// An activated node can begin a line. W, Y and Z are the sums of width, stretch
// and shrink of everything that stands before that line. Its number is counted
// only as long as lines are narrow: all later ones are alike (the paper's j₀).
type activated struct {
	node     int32
	line     int32
	fitness  int8
	flagged  bool
	W, Y, Z  int64
	demerits int64
}

// Break gives the breaks of least demerits, and says whether all lines are
// within Rho and no last resort was needed. The last item must be a forced
// break, and the last Break is at it.
func (b *Breaker) Break(items []Item) (breaks []Break, good bool) {
	b.items = items
	rho := int64(b.Rho)
	if rho == 0 {
		rho = 1000
	}
	if end, ok := b.pass(rho, 0, Last); ok {
		return b.lines(end), true
	}
	end, _ := b.pass(loosest, b.Emergency, Never)
	return b.lines(end), false
}

// hopeless is the ratio from which lines are equally bad.
const hopeless = 20_000

// loosest is the adjustment ratio that no line exceeds: a line without any
// glue counts as stretched so far.
const loosest = 1_000_000

// pass tries to reach the paragraph's end with breaks of a penalty below limit.
// It fails only where limit spares the last resorts.
func (b *Breaker) pass(rho, lent int64, limit int32) (end int32, ok bool) {
	b.passed = append(b.passed[:0], node{item: -1, before: -1})
	b.active, b.head = append(b.active[:0], activated{fitness: normal}), 0
	b.next.item = -1
	var W, Y, Z int64
	box := false // whether a box was seen since the last glue, so that glue is a break
	for i := range b.items {
		it := &b.items[i]
		switch it.Kind {
		case Box:
			W += int64(it.Width)
			box = true
		case Glue:
			if box {
				b.try(i, W, Y, Z, rho, lent, limit)
			}
			box = false
			W, Y, Z = W+int64(it.Width), Y+int64(it.Stretch), Z+int64(it.Shrink)
		case Penalty:
			if it.Penalty < limit {
				b.try(i, W, Y, Z, rho, lent, limit)
			}
			box = false
		}
		if len(b.active) == b.head {
			return 0, false
		}
	}
	return b.best()
}

// try looks for lines that end at item i, and makes it a place to begin from.
func (b *Breaker) try(i int, W, Y, Z, rho, lent int64, limit int32) {
	b.found = b.found[:0]
	end := W
	if b.items[i].Kind == Penalty {
		end += int64(b.items[i].Width)
	}
	open, gone := b.active[b.head:], 0
	for k := range open {
		a := &open[k]
		short := b.measure(a.line) - (end - a.W)
		r := ratio(short, Y-a.Y+lent, Z-a.Z)
		if r > rho || r > hopeless && len(b.found) > 0 {
			if b.First.Lines > 0 {
				continue // one that begins later may be a narrow line, which is full sooner
			}
			break // those that begin later are shorter still
		}
		if r >= -whole {
			b.consider(a, i, r, 0)
			continue
		}
		if gone < k {
			continue // a wide line that begins before this narrow one still has room
		}
		gone = k + 1
		if limit == Never && gone == len(open) && len(b.found) == 0 {
			b.consider(a, i, -1000, -(short + Z - a.Z))
		}
	}
	if b.items[i].Penalty == Forced {
		gone = len(open)
	}
	b.activate(i, gone, W, Y, Z)
}

// ratio is r, in thousandths.
func ratio(short, y, z int64) int64 {
	switch {
	case short == 0:
		return 0
	case short > 0:
		if y <= 0 {
			return loosest
		}
		return min(1000*short/y, loosest)
	case -short > z:
		return -1001
	}
	return 1000 * short / z
}

package linebreak

// The fitness classes: how tight a line looks.
const (
	tight = iota
	normal
	loose
	veryLoose
)

// Where the classes part, as the paper has it: up to half of what its glue
// gives or takes nobody sees on a line; beyond all of it everybody does.
const (
	half  = 500
	whole = 1000
)

func fitness(r int64) int8 {
	switch {
	case r < -half:
		return tight
	case r <= half:
		return normal
	case r <= whole:
		return loose
	}
	return veryLoose
}

// consider keeps the line from a to item i if no line found so far that ends
// there in the same class is better.
func (b *Breaker) consider(a *activated, i int, r, over int64) {
	c, line := fitness(r), min(a.line+1, int32(b.First.Lines))
	d := a.demerits + b.demerits(a, i, r, c)
	if over > 0 {
		d += worst * worst
	}
	for k := range b.found {
		f := &b.found[k]
		if f.fitness != c || f.line != line {
			continue
		}
		if d < f.demerits {
			b.passed[f.node] = node{int32(i), a.node, int32(over)}
			f.demerits = d
		}
		return
	}
	b.passed = append(b.passed, node{int32(i), a.node, int32(over)})
	b.found = append(b.found, activated{
		node: int32(len(b.passed) - 1), line: line, fitness: c, flagged: b.items[i].Flagged, demerits: d,
	})
}

// cubed makes the cube of a ratio in thousandths the paper's badness, 100 r³:
// twice as far from the natural width is eight times as bad.
const cubed = whole * whole * whole / 100

// demerits is what the line from a to item i costs.
func (b *Breaker) demerits(a *activated, i int, r int64, c int8) int64 {
	bad := r
	if bad < 0 {
		bad = -bad
	}
	bad = min(bad, hopeless)
	bad = min(bad*bad*bad/cubed, worst)
	d := (linePenalty + bad) * (linePenalty + bad)
	if p := int64(b.items[i].Penalty); p > 0 {
		d += p * p
	}
	if a.flagged && b.items[i].Flagged {
		d += alpha
	}
	if c-a.fitness > 1 || a.fitness-c > 1 {
		d += gamma
	}
	return d
}

// activate drops the first gone places to begin from, which are too far back,
// and adds those found at item i. W, Y and Z are the sums before it.
func (b *Breaker) activate(i, gone int, W, Y, Z int64) {
	b.head += gone
	if len(b.found) == 0 {
		return
	}
	b.discard(i, W, Y, Z)
	for _, f := range b.found {
		f.W, f.Y, f.Z = b.next.W, b.next.Y, b.next.Z
		if !b.replace(f) {
			b.active = append(b.active, f)
		}
	}
	const spare = 4096 // how many passed places are let stand before the list is moved up
	if b.head > spare && b.head > len(b.active)/2 {
		b.active = b.active[:copy(b.active, b.active[b.head:])]
		b.head = 0
	}
}

// discard finds the sums before the box that follows item i: a break there
// discards what is between.
func (b *Breaker) discard(i int, W, Y, Z int64) {
	if b.next.item >= i {
		return
	}
	b.next = sums{len(b.items), W, Y, Z}
	for k, it := range b.items[i:] {
		if it.Kind == Box {
			b.next.item = i + k
			return
		}
		if it.Kind == Glue {
			b.next.W += int64(it.Width)
			b.next.Y += int64(it.Stretch)
			b.next.Z += int64(it.Shrink)
		}
	}
}

// replace keeps one of two places to begin the same line from: breaks between
// which nothing stands.
func (b *Breaker) replace(f activated) bool {
	for k := len(b.active) - 1; k >= b.head; k-- {
		a := &b.active[k]
		if a.W != f.W || a.Y != f.Y || a.Z != f.Z {
			return false
		}
		if a.fitness == f.fitness && a.flagged == f.flagged && a.line == f.line {
			if f.demerits < a.demerits {
				*a = f
			}
			return true
		}
	}
	return false
}

// best gives the cheapest way to the paragraph's end.
func (b *Breaker) best() (end int32, ok bool) {
	var least int64
	for _, a := range b.active[b.head:] {
		if !ok || a.demerits < least {
			end, least, ok = a.node, a.demerits, true
		}
	}
	return end, ok
}

// lines reads the breaks back from the last one.
func (b *Breaker) lines(end int32) []Break {
	n := 0
	for k := end; b.passed[k].before >= 0; k = b.passed[k].before {
		n++
	}
	out := make([]Break, n)
	for k := end; n > 0; k = b.passed[k].before {
		n--
		out[n] = Break{Item: int(b.passed[k].item), Over: int(b.passed[k].over)}
	}
	return out
}

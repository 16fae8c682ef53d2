package seam

import (
	"math"
	"slices"
	"unicode"
)

// Terms hold what the stretches of a dump speak of, so that the two halves of
// an article can be known by the words they share and others do not. A term is
// a pair of neighbouring characters, or in alphabetic writing a word; which
// pairs are words does not matter for comparing. A term's weight falls with the
// number of stretches that have it.
type terms struct {
	pieces    []Piece
	units     []unit
	stretch   []int // of each unit: a stretch lies between starts, end marks and "continued" marks
	stretches int
	spread    []uint16  // of each term: how many stretches have it
	weights   []float64 // of a spread
	common    []bool    // of each term: more than one unit has it
	own       [][]uint16
	seen      []int32 // scratch: the stamp of the topic that a term was last put in
	stamp     int32
	held      *topic   // the topic that has the last stamp, if it has
	window    []uint16 // scratch: the terms on one side of a cut
	backward  []*topic // memo: what is spoken of up to a unit
	forward   []*topic // memo: what is spoken of from a unit on
}

// A topic is what a run of units speaks of.
type topic struct {
	terms  []uint16 // those that other units have too
	weight float64  // of all its terms
	size   int      // how many terms it has
}

// vocabulary is the number of buckets that terms are hashed to. A long issue
// has some 30,000 terms; two that share a bucket blur, they do not mislead.
const vocabulary = 1 << 16

// horizon is how many terms are read on either side of a cut: about two columns,
// enough to know a subject by, and a bound on the work.
const horizon = 800

func newTerms(pieces []Piece, units []unit) *terms {
	n := len(units)
	t := &terms{
		pieces: pieces, units: units,
		stretch: make([]int, n), own: make([][]uint16, n),
		spread: make([]uint16, vocabulary), common: make([]bool, vocabulary),
		backward: make([]*topic, n), forward: make([]*topic, n),
	}
	t.seen = make([]int32, vocabulary)
	inStretch, inUnit := make([]int32, vocabulary), make([]int32, vocabulary)
	for i := range units {
		if i == 0 || parted(&units[i-1], &units[i]) {
			t.stretches++
		}
		t.stretch[i] = t.stretches
		t.own[i] = t.of(i)
		for _, w := range t.own[i] {
			if inStretch[w] != int32(t.stretches) {
				inStretch[w] = int32(t.stretches)
				t.spread[w] = min(t.spread[w], 65534) + 1
			}
			if inUnit[w] != 0 && inUnit[w] != int32(i+1) {
				t.common[w] = true
			}
			inUnit[w] = int32(i + 1)
		}
	}
	t.weigh()
	return t
}

// parted reports whether two units that stand together are known to be of
// different texts, or look like it.
func parted(a, b *unit) bool {
	return b.start || b.from != 0 || a.onTo != 0 || a.endMark() && !b.endMark() || b.label == Body && !a.dangles && b.lone <= -3
}

// weigh fills the weights: the square of the logarithm of how few stretches
// have the term.
func (t *terms) weigh() {
	t.weights = make([]float64, t.stretches+1)
	for spread := 1; spread <= t.stretches; spread++ {
		l := math.Log(float64(t.stretches+1) / float64(spread))
		t.weights[spread] = l * l
	}
}

func (t *terms) weight(w uint16) float64 { return t.weights[min(int(t.spread[w]), t.stretches)] }

// of lists the terms of a unit, in the order of its text.
func (t *terms) of(i int) []uint16 {
	list := make([]uint16, 0, t.units[i].runes+8)
	for _, p := range t.units[i].pieces {
		list = appendTerms(list, t.pieces[p].Text)
	}
	return list
}

func appendTerms(list []uint16, text string) []uint16 {
	var before rune
	var word uint32
	for _, r := range text {
		switch {
		case r >= 0x3400 && r <= 0x9FFF || r >= 0x2E80 && unicode.IsLetter(r):
			if before != 0 {
				list = append(list, bucket(uint32(before)*31+uint32(r)*7919))
			}
			before, word = r, 0
			continue
		case r < 0x2E80 && unicode.IsLetter(r):
			word = word*131 + uint32(unicode.ToLower(r)) + 1
		default:
			if word != 0 {
				list = append(list, bucket(word))
			}
			word = 0
		}
		before = 0
	}
	if word != 0 {
		list = append(list, bucket(word))
	}
	return list
}

func bucket(h uint32) uint16 {
	h *= 2654435761
	return uint16(h >> 16)
}

// before is what the text up to unit i speaks of.
func (t *terms) before(i int) *topic {
	if t.backward[i] == nil {
		all := t.window[:0]
		for k := i; k >= 0 && t.stretch[k] == t.stretch[i] && len(all) < horizon; k-- {
			all = append(all, t.own[k]...)
		}
		t.backward[i], t.window = t.topic(all), all
	}
	return t.backward[i]
}

// after is what the text from unit i on speaks of.
func (t *terms) after(i int) *topic {
	if t.forward[i] == nil {
		all := t.window[:0]
		for k := i; k < len(t.units) && t.stretch[k] == t.stretch[i] && len(all) < horizon; k++ {
			all = append(all, t.own[k]...)
		}
		t.forward[i], t.window = t.topic(all), all
	}
	return t.forward[i]
}

// topic is what a run of terms speaks of; the run is overwritten.
func (t *terms) topic(all []uint16) *topic {
	p := &topic{}
	shared := all[:0]
	t.stamp++
	t.held = nil
	for _, w := range all {
		if t.seen[w] == t.stamp {
			continue
		}
		t.seen[w] = t.stamp
		p.size++
		p.weight += t.weight(w)
		if t.common[w] {
			shared = append(shared, w)
		}
	}
	p.terms = slices.Clone(shared)
	return p
}

// known is what the thread at tail is known to speak of when text from head is
// held against it. Text put in right under a title is held against the article
// that follows there; all other text against what was read before.
func (t *terms) known(tail, head int) *topic {
	if l := t.units[tail].label; head < tail && (l == Title || l == Byline) {
		return t.after(tail)
	}
	return t.before(tail)
}

// hold makes b the topic whose terms are marked in seen.
func (t *terms) hold(b *topic) {
	if t.held == b {
		return
	}
	t.stamp++
	t.held = b
	for _, w := range b.terms {
		t.seen[w] = t.stamp
	}
}

// kinship tells how much of what they speak of the text before tail and the
// text from head on have in common, from 0 to 1, and how many terms the poorer
// of the two has.
func (t *terms) kinship(tail, head int) (share float64, size int) {
	a, b := t.known(tail, head), t.after(head)
	t.hold(b)
	common := 0.0
	for _, w := range a.terms {
		if t.seen[w] == t.stamp {
			common += t.weight(w)
		}
	}
	if a.weight == 0 || b.weight == 0 {
		return 0, 0
	}
	return common / math.Sqrt(a.weight*b.weight), min(a.size, b.size)
}

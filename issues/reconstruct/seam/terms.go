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
	units    []unit
	pieces   []Piece
	stretch  []int     // of each unit: pieces between starts, end marks and "continued" marks
	spread   []uint16  // how many stretches have a term
	weights  []float64 // of a term, by its spread
	number   int       // of stretches
	own      [][]uint16
	backward [][]uint16 // memo: what is spoken of up to a unit
	forward  [][]uint16 // memo: what is spoken of from a unit on
}

// vocabulary is the number of buckets that terms are hashed to. A long issue
// has some 30,000 terms; two that share a bucket blur, they do not mislead.
const vocabulary = 1 << 16

// horizon is how many terms are read on either side of a cut: about two columns,
// enough to know a subject by, and a bound on the work.
const horizon = 900

func newTerms(pieces []Piece, units []unit) *terms {
	t := &terms{
		units: units, pieces: pieces,
		stretch: make([]int, len(units)), spread: make([]uint16, vocabulary),
		own:      make([][]uint16, len(units)),
		backward: make([][]uint16, len(units)), forward: make([][]uint16, len(units)),
	}
	seen := make([]int32, vocabulary)
	for i := range units {
		if i == 0 || units[i].start || units[i].from != 0 || units[i-1].onTo != 0 || units[i-1].endMark() && !units[i].endMark() {
			t.number++
		}
		t.stretch[i] = t.number
		t.own[i] = t.of(i)
		for _, w := range t.own[i] {
			if seen[w] != int32(t.number) {
				seen[w] = int32(t.number)
				t.spread[w]++
			}
		}
	}
	t.weigh()
	return t
}

// of lists the terms of a unit, in the order of its text.
func (t *terms) of(i int) []uint16 {
	var list []uint16
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
		case r >= 0x2E80 && unicode.IsLetter(r):
			if before != 0 {
				list = append(list, bucket(uint32(before)*31+uint32(r)*7919))
			}
			before, word = r, 0
			continue
		case unicode.IsLetter(r):
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

// before is what the text up to unit i speaks of: a sorted set.
func (t *terms) before(i int) []uint16 {
	if t.backward[i] == nil {
		set := []uint16{}
		for k := i; k >= 0 && t.stretch[k] == t.stretch[i] && len(set) < horizon; k-- {
			set = append(set, t.own[k]...)
		}
		t.backward[i] = distinct(set)
	}
	return t.backward[i]
}

// after is what the text from unit i on speaks of.
func (t *terms) after(i int) []uint16 {
	if t.forward[i] == nil {
		set := []uint16{}
		for k := i; k < len(t.units) && t.stretch[k] == t.stretch[i] && len(set) < horizon; k++ {
			set = append(set, t.own[k]...)
		}
		t.forward[i] = distinct(set)
	}
	return t.forward[i]
}

func distinct(set []uint16) []uint16 {
	slices.Sort(set)
	return slices.Compact(set)
}

// known is what the thread at tail is known to speak of when text from head is
// held against it. Text put in right under a title is held against the article
// that follows there; all other text against what was read before.
func (t *terms) known(tail, head int) []uint16 {
	if l := t.units[tail].label; head < tail && (l == Title || l == Byline) {
		return t.after(tail)
	}
	return t.before(tail)
}

// kinship tells how much more the text after u shares with the text before t
// than two strangers of their sizes would: 0 for strangers, about 1 and over
// for halves of one article.
func (t *terms) kinship(tail, head int) float64 {
	a, b := t.known(tail, head), t.after(head)
	common, wa, wb := 0.0, 0.0, 0.0
	for _, w := range a {
		wa += t.weight(w)
	}
	for i, j := 0, 0; j < len(b); j++ {
		wb += t.weight(b[j])
		for i < len(a) && a[i] < b[j] {
			i++
		}
		if i < len(a) && a[i] == b[j] {
			common += t.weight(b[j])
		}
	}
	if wa == 0 || wb == 0 {
		return 0
	}
	return common / math.Sqrt(wa*wb)
}

// weigh fills the weights: the square of the logarithm of how few stretches
// have the term.
func (t *terms) weigh() {
	t.weights = make([]float64, t.number+1)
	for spread := 1; spread <= t.number; spread++ {
		l := math.Log(float64(t.number+1) / float64(spread))
		t.weights[spread] = l * l
	}
}

func (t *terms) weight(w uint16) float64 { return t.weights[t.spread[w]] }

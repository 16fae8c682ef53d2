// Package table keeps how often characters stand behind others, in little room.
//
// Ones are sorted records. Pairs and triples are hashed: a row of buckets, and
// behind it the entries of one bucket after the other. An entry holds some bits of its
// key's hash in place of the key, so about one pair in ten thousand that was never
// seen, and one triple in two hundred, is taken for another.
package table

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
)

const (
	// unit is the fineness of what is told of ones and pairs, in natural units: one byte reaches 15.9.
	unit = 1. / 16
	// coarse is that of triples, whose four bits reach 7.5; finer ones order lines no better.
	coarse = .5

	bucketBits = 16
	buckets    = 1 << bucketBits
	heads      = 3 * (buckets + 1) // bytes of the row of buckets: where the entries of each begin

	oneWidth    = 4 // bytes: the character, its cost, its back-off
	pairWidth   = 4 // bytes: 16 bits of hash, cost, back-off
	tripleWidth = 2 // bytes: 12 bits of hash, 4 of cost
)

// unknown is the cost of a character that was hardly ever seen.
const unknown = 16.

// A Model holds the tables. Costs are minus the natural logarithms of probabilities.
type Model struct{ Ones, Pairs, Triples string }

// Alone gives the logarithm of how likely a character is anywhere.
func (m Model) Alone(c rune) float64 {
	cost, _ := m.one(c)
	return -cost
}

// After gives the logarithm of how likely c stands behind a and b; behind b where a is 0.
func (m Model) After(a, b, c rune) float64 {
	if a == 0 {
		return -m.second(b, c)
	}
	if cost, ok := m.triple(a, b, c); ok {
		return -cost
	}
	_, off, _ := m.pair(a, b)
	return -off - m.second(b, c)
}

// second is the cost of c behind b.
func (m Model) second(b, c rune) float64 {
	if cost, _, ok := m.pair(b, c); ok {
		return cost
	}
	cost, _ := m.one(c)
	_, off := m.one(b)
	return off + cost
}

// one gives the cost of a character, and what is added where nothing is known of what stands behind it.
func (m Model) one(c rune) (cost, off float64) {
	lo, hi := 0, len(m.Ones)/oneWidth
	for lo < hi {
		mid := (lo + hi) / 2
		r := m.Ones[mid*oneWidth:]
		switch d := cmp.Compare(rune(r[0])<<8|rune(r[1]), c); {
		case d == 0:
			return float64(r[2]) * unit, float64(r[3]) * unit
		case d < 0:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return unknown, 0
}

func (m Model) pair(a, b rune) (cost, off float64, ok bool) {
	h := hash(0, a, b)
	mark := h & 0xffff
	for s := bucket(m.Pairs, h, pairWidth); len(s) > 0; s = s[pairWidth:] {
		if uint64(s[0])<<8|uint64(s[1]) == mark {
			return float64(s[2]) * unit, float64(s[3]) * unit, true
		}
	}
	return 0, 0, false
}

func (m Model) triple(a, b, c rune) (cost float64, ok bool) {
	h := hash(a, b, c)
	mark := h & 0xfff
	for s := bucket(m.Triples, h, tripleWidth); len(s) > 0; s = s[tripleWidth:] {
		if e := uint64(s[0])<<8 | uint64(s[1]); e>>4 == mark {
			return float64(e&15) * coarse, true
		}
	}
	return 0, false
}

// hash mixes three characters (the finalizer of Steele, Lea and Flood's SplitMix, 2014).
func hash(a, b, c rune) uint64 {
	h := uint64(a)<<42 | uint64(b)<<21 | uint64(c)
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// bucket gives the entries among which that of a hash is.
func bucket(table string, h uint64, width int) string {
	if len(table) < heads {
		return ""
	}
	k := int(h >> (64 - bucketBits))
	return table[heads+width*start(table, k) : heads+width*start(table, k+1)]
}

func start(table string, k int) int {
	s := table[3*k : 3*k+3]
	return int(s[0])<<16 | int(s[1])<<8 | int(s[2])
}

// One, Pair and Triple are what a table is made of: costs and back-offs in natural units.
type (
	One struct {
		Char      rune
		Cost, Off float64
	}
	Pair struct {
		A, B      rune
		Cost, Off float64
	}
	Triple struct {
		A, B, C rune
		Cost    float64
	}
)

func fine(v float64) byte { return byte(min(255, math.Round(v/unit))) }

// Ones makes the table of characters.
func Ones(of []One) []byte {
	slices.SortFunc(of, func(a, b One) int { return cmp.Compare(a.Char, b.Char) })
	var out []byte
	for _, o := range of {
		out = binary.BigEndian.AppendUint16(out, uint16(o.Char))
		out = append(out, fine(o.Cost), fine(o.Off))
	}
	return out
}

// Pairs makes the table of pairs.
func Pairs(of []Pair) []byte {
	entries := make([]entry, len(of))
	for i, p := range of {
		h := hash(0, p.A, p.B)
		entries[i] = entry{h >> (64 - bucketBits), []byte{byte(h >> 8), byte(h), fine(p.Cost), fine(p.Off)}}
	}
	return hashed(entries)
}

// Triples makes the table of triples.
func Triples(of []Triple) []byte {
	entries := make([]entry, len(of))
	for i, t := range of {
		h := hash(t.A, t.B, t.C)
		e := h&0xfff<<4 | uint64(min(15, math.Round(t.Cost/coarse)))
		entries[i] = entry{h >> (64 - bucketBits), []byte{byte(e >> 8), byte(e)}}
	}
	return hashed(entries)
}

type entry struct {
	bucket uint64
	bytes  []byte
}

func hashed(es []entry) []byte {
	slices.SortFunc(es, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.bucket, b.bucket), slices.Compare(a.bytes, b.bytes))
	})
	out := make([]byte, 0, heads+4*len(es))
	n := 0
	for k := range uint64(buckets + 1) {
		for n < len(es) && es[n].bucket < k {
			n++
		}
		out = append(out, byte(n>>16), byte(n>>8), byte(n))
	}
	for _, e := range es {
		out = append(out, e.bytes...)
	}
	return out
}

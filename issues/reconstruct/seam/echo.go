package seam

import "unicode"

// Echoes remember what is said side by side in the text, in a bit set that
// grows with it: runs of four characters of Chinese, pairs of words of
// alphabetic writing. So they tell whether what lies across a cut is said
// elsewhere, where nothing is cut.
type echoes struct {
	bits []uint64
	mask uint32
}

// A token is a character, or a word of alphabetic writing.
type token struct {
	hash uint32
	word bool
}

const run = 4 // characters

func newEchoes(pieces []Piece) *echoes {
	total := 0
	for _, p := range pieces {
		total += len(p.Text) / 3
	}
	size := uint32(1 << 16)
	for int(size) < 16*total && size < 1<<26 { // one bit in sixteen is set, or fewer
		size *= 2
	}
	e := &echoes{make([]uint64, size/64), size - 1}
	var list []token
	for _, p := range pieces {
		list = tokens(list[:0], p.Text)
		for i := range list {
			if h, ok := e.at(list, i); ok {
				e.bits[h/64] |= 1 << (h % 64)
			}
		}
	}
	return e
}

// tokens appends the tokens of a text; spaces are none.
func tokens(list []token, text string) []token {
	var word uint32
	for _, r := range text {
		if r < 0x2E80 && unicode.IsLetter(r) {
			word = word*131 + uint32(unicode.ToLower(r))
			continue
		}
		if word != 0 {
			list = append(list, token{word, true})
			word = 0
		}
		if !unicode.IsSpace(r) {
			list = append(list, token{uint32(r), false})
		}
	}
	if word != 0 {
		list = append(list, token{word, true})
	}
	return list
}

// at gives the bit of what begins with token i: a pair of words, or a run of
// characters without words.
func (e *echoes) at(list []token, i int) (uint32, bool) {
	n := run
	if list[i].word {
		n = 2
	}
	if i+n > len(list) {
		return 0, false
	}
	h := uint32(2166136261)
	for _, t := range list[i : i+n] {
		if t.word != list[i].word {
			return 0, false
		}
		h = (h ^ t.hash) * 16777619
		h ^= h >> 13
	}
	return h & e.mask, true
}

// across weighs what lies over the cut and is said elsewhere too.
func (e *echoes) across(tail, head string) float64 {
	a := tokens(nil, tail[max(0, len(tail)-reach):])
	a = a[max(0, len(a)-run+1):]
	b := tokens(nil, head[:min(len(head), reach)])
	list := append(a, b[:min(len(b), run-1)]...)
	n := 0
	for i := range a {
		h, ok := e.at(list, i)
		if !ok || e.bits[h/64]&(1<<(h%64)) == 0 {
			continue
		}
		if !list[i].word {
			n++
		} else if i == len(a)-1 {
			return pairEcho
		}
	}
	return runEchoes[n]
}

// reach is how many bytes on either side of a cut hold its tokens.
const reach = 40

// Counted on some 300 true cuts and 8,000 false ones in Chinese: one known run
// of four characters is mostly chance, two or three are not. A pair of English
// words is known by chance more often.
var runEchoes = [run]float64{0, 0.75, 3.4, 5.3}

const pairEcho = 1.0

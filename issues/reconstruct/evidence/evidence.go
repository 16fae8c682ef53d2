// Package evidence says what can be seen of every row of an issue: how long it
// is, what it begins and ends with, where it stands, what recurs, what the
// contents list, how its type differs from the body's. A thing seen is a word,
// such as "short5" or "mark:byline"; the weights' table says what each is worth.
// Nothing here decides anything.
//
// What is seen of a row's neighbours is not written down again: the chain looks
// at the words of the two rows before and behind by itself, as far as they are
// said to be [Seen.Near].
package evidence

import "kanyin/issues/reconstruct/rows"

// Seen is what can be seen of one row.
type Seen struct {
	Near []string // tells of the neighbours too
	Own  []string // tells of the row alone
}

// Of gives what is seen of every row, in their order.
func Of(rs []rows.Row) []Seen {
	if len(rs) == 0 {
		return nil
	}
	lines := read(rs)
	out := make([]Seen, len(rs))
	text := aboutText(lines)
	house := aboutHouse(lines)
	measure := aboutMeasure(lines)
	place := aboutPlace(lines)
	twins := aboutTwins(lines)
	page := aboutPages(lines)
	for i := range lines {
		s := seer{Seen: &out[i]}
		s.Near = make([]string, 0, 40)
		s.Own = make([]string, 0, 48)
		text(&s, i)
		house(&s, i)
		measure(&s, i)
		place(&s, i)
		twins(&s, i)
		if page != nil {
			page(&s, i)
		}
	}
	pairs(out)
	return out
}

// A seer writes down what it sees of one row.
type seer struct{ *Seen }

// near writes down a word that tells of the neighbours too.
func (s *seer) near(word string) { s.Near = append(s.Near, word) }

// own writes down a word that tells of the row alone.
func (s *seer) own(word string) { s.Own = append(s.Own, word) }

// A scale turns a number into a word: its name and how many of the edges the
// number has reached. The words are made once. Edges lie close where a little
// tells kinds apart, and far elsewhere; what each step is worth is learnt, so
// that no edge decides anything by itself.
type scale struct {
	name  string
	edges []float64
	words []string
}

// scales are all scales by name, for telling what a word of one means.
var scales = map[string]*scale{}

func newScale(name string, edges ...float64) scale {
	s := scale{name: name, edges: edges}
	for i := 0; i <= len(edges); i++ {
		s.words = append(s.words, name+string(rune('a'+i)))
	}
	scales[name] = &s
	return s
}

func (s scale) word(v float64) string {
	n := 0
	for n < len(s.edges) && v >= s.edges[n] {
		n++
	}
	return s.words[n]
}

// A line is a row with what is asked of it again and again.
type line struct {
	rows.Row
	runes []rune   // of the text
	key   []rune   // without any space
	mask  string   // the key with every run of digits as one #
	width float64  // in ems: an ideograph is one, a Latin letter a half
	marks []string // the words of the marks that it bears
}

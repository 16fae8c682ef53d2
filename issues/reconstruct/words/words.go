// Package words tells where Chinese words lie, as far as a list of words can.
//
// [Across] answers the one question that a cut line asks: do the end of one
// line and the beginning of another make a word, or words, that a cut between
// them would break? It reckons with how surprising a word is, from the list's
// own counts.
//
// The list is a table made by gen from a dictionary that others keep (see
// data/NOTICE.md). It lies in the binary as it is searched, sorted records of
// one width, and nothing is read, built or allocated when the program starts.
// Traditional characters are folded to the simplified ones of the list, one by
// one; that is good enough to find a word and no good for printing.
//
// The package knows no grammar and no names, and words longer than four
// characters only by their parts.
package words

import (
	_ "embed"
	"unicode/utf8"
)

//go:generate go run ./gen

// The tables of words of one to four characters: sorted records, each the
// characters as big-endian 16-bit units and one byte of cost.
var (
	//go:embed data/1.tab
	table1 string
	//go:embed data/2.tab
	table2 string
	//go:embed data/3.tab
	table3 string
	//go:embed data/4.tab
	table4 string

	// ends holds the characters that longer words end with, in the same form.
	//go:embed data/ends.tab
	ends string

	// fold holds pairs of 16-bit units, a traditional character and its
	// simplified one, sorted by the first.
	//go:embed data/fold.tab
	fold string
)

const (
	longest = 4 // characters of the longest word in the tables

	// stranger is the cost of a character that the list does not know, a little
	// over the cost of its rarest word.
	stranger = 17.0
	// unit is the fineness of a cost: one byte holds 0 to 15.9 natural units.
	unit = 1.0 / 16
)

// cost is how surprising the word w is, minus the natural logarithm of its
// share of all running words: about 3 for the commonest and 16 for the rarest. It
// reports false for what is no word of one to four Han characters in the list.
// The characters are simplified already.
func cost(w []rune) (float64, bool) {
	for _, r := range w {
		if r < 0x3400 || r > 0xFFFF {
			return 0, false
		}
	}
	table := table(len(w))
	width := 2*len(w) + 1
	at, ok := find(table, width, w)
	if !ok {
		return 0, false
	}
	return float64(table[at+width-1]) * unit, true
}

func table(n int) string {
	switch n {
	case 1:
		return table1
	case 2:
		return table2
	case 3:
		return table3
	}
	return table4
}

// find looks for the record that begins with key among sorted records of one
// width, and gives its offset.
func find(table string, width int, key []rune) (int, bool) {
	lo, hi := 0, len(table)/width
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		switch c := compare(table[mid*width:], key); {
		case c == 0:
			return mid * width, true
		case c < 0:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return 0, false
}

// compare orders the record's characters against the key's.
func compare(record string, key []rune) int {
	for i, r := range key {
		if d := int(record[2*i])<<8 | int(record[2*i+1]); d != int(r) {
			return d - int(r)
		}
	}
	return 0
}

// Simplified is the character that the list writes for r.
func Simplified(r rune) rune {
	if r < 0x3400 || r > 0xFFFF {
		return r
	}
	at, ok := find(fold, 4, []rune{r})
	if !ok {
		return r
	}
	return rune(fold[at+2])<<8 | rune(fold[at+3])
}

// reach is how many characters on either side of a cut are looked at: a word of
// four that the cut breaks, and a whole word beside it.
const reach = 5

// Across weighs a cut between tail and head. Both are read together, once
// freely and once with a word's end forced at the cut; gain is what the force
// costs. It is 0 where a word may well end at the cut, about 3 where a common
// word is broken and over 6 where only a broken word makes sense. Word is the
// longest-reaching word that the free reading lays over the cut, or "". Text
// that is not Han at the cut gives "", 0.
func Across(tail, head string) (word string, gain float64) {
	var buf [2 * reach]rune
	left := lastHan(buf[:reach], tail)
	n := copy(buf[:], left)
	right := firstHan(buf[n:n+reach], head)
	text := buf[:n+len(right)]
	if n == 0 || len(right) == 0 {
		return "", 0
	}
	free, from, to := read(text, n)
	if to == 0 {
		return "", 0
	}
	apart, _, _ := read(text[:n], 0)
	rest, _, _ := read(text[n:], 0)
	return string(text[from:to]), apart + rest - free
}

// Fragment weighs whether a text begins within a word: how much likelier its
// first character is the end of a longer word than the beginning of one. It is
// over 0 where the text reads better as the rest of something, and 0 for text
// that does not begin with Han.
func Fragment(head string) float64 {
	var buf [longest]rune
	text := firstHan(buf[:], head)
	if len(text) == 0 {
		return 0
	}
	begins := stranger
	for n := 1; n <= len(text); n++ {
		if c, ok := cost(text[:n]); ok {
			begins = min(begins, c)
		}
	}
	at, ok := find(ends, 3, text[:1])
	if !ok {
		return begins - stranger
	}
	return begins - float64(ends[at+2])*unit
}

// read splits the text into its least surprising words. It gives their cost,
// and the word that reaches over cut, if there is one.
func read(text []rune, cut int) (total float64, from, to int) {
	var best [2*reach + 1]float64
	var back [2*reach + 1]int
	for end := 1; end <= len(text); end++ {
		best[end], back[end] = best[end-1]+stranger, end-1
		for n := 1; n <= min(longest, end); n++ {
			if c, ok := cost(text[end-n : end]); ok && best[end-n]+c < best[end] {
				best[end], back[end] = best[end-n]+c, end-n
			}
		}
	}
	for end := len(text); end > 0; end = back[end] {
		if back[end] < cut && cut < end {
			from, to = back[end], end
		}
	}
	return best[len(text)], from, to
}

// lastHan copies the Han characters that s ends with into buf, at most as many
// as it holds, simplified.
func lastHan(buf []rune, s string) []rune {
	at := len(buf)
	for at > 0 {
		r, size := utf8.DecodeLastRuneInString(s)
		if !isHan(r) {
			break
		}
		at--
		buf[at] = Simplified(r)
		s = s[:len(s)-size]
	}
	return buf[at:]
}

// firstHan copies the Han characters that s begins with, in the same way.
func firstHan(buf []rune, s string) []rune {
	n := 0
	for _, r := range s {
		if n == len(buf) || !isHan(r) {
			break
		}
		buf[n] = Simplified(r)
		n++
	}
	return buf[:n]
}

func isHan(r rune) bool { return r >= 0x3400 && r <= 0x9FFF }

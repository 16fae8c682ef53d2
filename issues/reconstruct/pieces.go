package reconstruct

import (
	"slices"
	"strings"

	"kanyin/issues/issue"
)

// piecesOf gives how many pieces the title of the article that begins at row
// from announces, 0 for none: three for three poems, and for one and two more.
func (d *draft) piecesOf(from int) int {
	for i := from; i < len(d.rows) && (d.rows[i].kind == issue.Title || d.rows[i].kind == issue.Kicker || d.rows[i].zone == dropped); i++ {
		bare := strings.Trim(d.rows[i].fold, "()[] ")
		counted, _, ok := cutSuffix(bare, pieceWords)
		if !ok {
			continue
		}
		before := strings.TrimRight(counted, numerals+couple+"0123456789")
		n := numeral(strings.Map(single, counted[len(before):]))
		if n > 0 && strings.HasSuffix(before, besides) {
			n++
		}
		return n
	}
	return 0
}

// single writes another word for two as the numeral.
func single(r rune) rune {
	if strings.ContainsRune(couple, r) {
		return []rune(numerals)[2]
	}
	return r
}

// titlesInVerse gives the length up to which the lines of a run are the titles
// of its pieces: just so many lines are as short, and the first is one.
func (d *draft) titlesInVerse(i, run, pieces int) int {
	const longest = 8 // runes: a longer line is as well one of the poem
	if pieces < 2 {
		return 0
	}
	var lengths []int
	for j, n := i, 0; n < run && j < len(d.rows); j++ {
		if d.rows[j].zone != dropped {
			n++
			lengths = append(lengths, d.rows[j].runes)
		}
	}
	if len(lengths) <= 2*pieces {
		return 0
	}
	first := lengths[0]
	slices.Sort(lengths)
	most := lengths[pieces-1]
	if most > longest || lengths[pieces] == most || first > most {
		return 0
	}
	return most
}

package reconstruct

import (
	"slices"
	"strings"

	"kanyin/issues/issue"
)

// somePieces stands for a number of pieces that is not said.
const somePieces = -1

// piecesOf gives how many pieces the title of the article that begins at row
// from announces, 0 for none: three for three poems, for one and two more, and
// somePieces for a group of poems.
func (d *draft) piecesOf(from int) int {
	for i := from; i < len(d.rows) && (d.rows[i].kind == issue.Title || d.rows[i].kind == issue.Kicker || d.rows[i].kind == issue.Subtitle || d.rows[i].zone == dropped); i++ {
		bare := strings.Trim(d.rows[i].fold, "()[] ")
		if _, after, ok := strings.Cut(bare, "("); ok {
			bare, _, _ = strings.Cut(after, ")") // names may stand behind the bracket
		}
		if _, _, ok := cutSuffix(bare, groupWords); ok {
			return somePieces
		}
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
// of its pieces: the first line is one, and just so many are as short. Where
// their number is not said, or the first piece has the title over all for its
// own, the other lines are longer by two characters, and no title stands on
// another or under the last line.
func (d *draft) titlesInVerse(i, run, pieces int) int {
	var lengths []int
	for j, n := i, 0; n < run && j < len(d.rows); j++ {
		if d.rows[j].zone != dropped && d.rows[j].kind == "" {
			lengths = append(lengths, d.rows[j].runes)
		}
		if d.rows[j].zone != dropped {
			n++
		}
	}
	if len(lengths) == 0 {
		return 0
	}
	sorted := slices.Clone(lengths)
	slices.Sort(sorted)
	if pieces == somePieces {
		if most := shortest(sorted, shortOnes(sorted), 2); lengths[0] <= most && !crowded(lengths, most) {
			return most
		}
		return 0
	}
	if most := shortest(sorted, pieces, 1); pieces > 1 && lengths[0] <= most {
		return most
	}
	if most := shortest(sorted, pieces-1, 2); pieces > 1 && lengths[0] > most && !crowded(lengths, most) {
		return most
	}
	return 0
}

// shortest gives the length of the longest of the n shortest lines, if they
// could be titles: all others are longer by the step, and are many more.
func shortest(sorted []int, n, step int) int {
	const longest = 8 // runes: a longer line is as well one of the poem
	if n < 1 || len(sorted) <= 2*n || sorted[n-1] > longest || sorted[n] < sorted[n-1]+step {
		return 0
	}
	return sorted[n-1]
}

// shortOnes counts the lengths before the first step of two.
func shortOnes(sorted []int) int {
	for n := 1; n < len(sorted); n++ {
		if sorted[n] > sorted[n-1]+1 {
			return n
		}
	}
	return 0
}

// crowded reports whether two lines up to the length stand together, or one
// stands last: a title has its piece under it.
func crowded(lengths []int, most int) bool {
	for n := range lengths {
		if lengths[n] <= most && (n+1 == len(lengths) || lengths[n+1] <= most) {
			return true
		}
	}
	return false
}

// headsPiece reports whether the line counts a piece, or names it in brackets.
func headsPiece(fold string) bool {
	const longest = 6 // runes in brackets: what follows the poem
	inner, boxed := bracketed(fold)
	if numeral(strings.TrimLeft(inner, pieceCounters)) > 0 && !digit(firstRune(inner)) {
		return true
	}
	return boxed && fold[0] == '[' && runeCount(inner) <= longest && han(firstRune(inner))
}

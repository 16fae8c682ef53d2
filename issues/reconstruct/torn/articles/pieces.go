package articles

import (
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
)

// somePieces stands for a number of pieces that is not said.
const somePieces = -1

// PiecesOf gives how many pieces the title of the article that begins at row
// from announces, 0 for none: three for three poems, for one and two more, and
// somePieces for a group of poems.
func PiecesOf(d *draft.Draft, from int) int {
	for i := from; i < len(d.Rows) && (d.Rows[i].Kind == issue.Title || d.Rows[i].Kind == issue.Kicker || d.Rows[i].Kind == issue.Subtitle || d.Rows[i].Zone == draft.Dropped); i++ {
		bare := strings.Trim(d.Rows[i].Fold, "()[] ")
		if _, after, ok := strings.Cut(bare, "("); ok {
			bare, _, _ = strings.Cut(after, ")") // names may stand behind the bracket
		}
		if _, _, ok := wording.CutSuffix(bare, wording.GroupWords); ok {
			return somePieces
		}
		counted, _, ok := wording.CutSuffix(bare, wording.PieceWords)
		if !ok {
			continue
		}
		before := strings.TrimRight(counted, wording.Numerals+wording.Couple+"0123456789")
		n := wording.Numeral(strings.Map(single, counted[len(before):]))
		if n > 0 && strings.HasSuffix(before, wording.Besides) {
			n++
		}
		return n
	}
	return 0
}

// single writes another word for two as the numeral.
func single(r rune) rune {
	if strings.ContainsRune(wording.Couple, r) {
		return []rune(wording.Numerals)[2]
	}
	return r
}

// TitlesInVerse gives the length up to which the lines of a run are the titles
// of its pieces: the first line is one, and just so many are as short. Where
// their number is not said, or the first piece has the title over all for its
// own, the other lines are longer by two characters, and no title stands on
// another or under the last line.
func TitlesInVerse(d *draft.Draft, i, run, pieces int) int {
	var lengths []int
	for j := range d.Standing(i, run) {
		if d.Rows[j].Kind == "" {
			lengths = append(lengths, d.Rows[j].Runes)
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

// HeadsPiece reports whether the line counts a piece, or names it in brackets.
func HeadsPiece(fold string) bool {
	const longest = 6 // runes in brackets: what follows the poem
	inner, boxed := wording.Bracketed(fold)
	if wording.Numeral(strings.TrimLeft(inner, wording.PieceCounters)) > 0 && !wording.Digit(wording.FirstRune(inner)) {
		return true
	}
	return boxed && fold[0] == '[' && wording.RuneCount(inner) <= longest && wording.Han(wording.FirstRune(inner))
}

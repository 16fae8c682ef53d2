package wording

import (
	"strings"
)

// SpacedName reports whether the text is two ideographs with a blank between
// them, as names of two are set as wide as those of three.
func SpacedName(fold string) bool {
	r := []rune(fold)
	return len(r) == 3 && Han(r[0]) && isBlank(r[1]) && Han(r[2])
}

// SpacedText reports whether the text has a blank between any two ideographs,
// as some dumps of justified columns do: such blanks part nothing.
func SpacedText(lines []string) bool {
	const (
		enough = 4   // ideographs of a line that says something
		sample = 400 // lines tell the habit
	)
	spaced, all := 0, 0
	for _, l := range lines {
		if all == sample {
			break
		}
		if han, _ := countGaps(l); han < enough {
			continue
		}
		all++
		if SpacedLine(l) {
			spaced++
		}
	}
	return 2*spaced > all
}

// SpacedLine reports whether a blank parts nearly all neighbouring ideographs
// of the line; at marks of punctuation there may be none.
func SpacedLine(line string) bool {
	han, gaps := countGaps(line)
	return han > 1 && 4*gaps >= 3*(han-1-marksIn(line))
}

func marksIn(line string) int {
	n := 0
	for _, r := range FoldOf(line) {
		if strings.ContainsRune(Pauses+SentenceEnds+QuotePairs+":", r) {
			n++
		}
	}
	return n
}

// countGaps counts the ideographs, and how many of them one blank parts from
// the next.
func countGaps(line string) (ideographs, gaps int) {
	var before, last rune
	for _, r := range line {
		if Han(r) {
			ideographs++
			if Han(before) && isBlank(last) {
				gaps++
			}
		}
		before, last = last, r
	}
	return ideographs, gaps
}

func isBlank(r rune) bool { return strings.ContainsRune(Blanks, r) }

// CloseUp drops single blanks beside ideographs; wider gaps part words and stay.
func CloseUp(line string) string {
	runes := []rune(line)
	out := runes[:0:0]
	for i, r := range runes {
		if isBlank(r) && i > 0 && i+1 < len(runes) && !isBlank(runes[i-1]) && !isBlank(runes[i+1]) && (wideRune(runes[i-1]) || wideRune(runes[i+1])) {
			continue
		}
		out = append(out, r)
	}
	return string(out)
}

// wideRune holds of ideographs and of the marks that are set as wide.
func wideRune(r rune) bool { return r > 0x2E00 }

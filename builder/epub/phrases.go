package epub

import (
	"slices"
	"strings"
	"unicode"

	lexicon "kanyin/issues/reconstruct/words"

	"kanyin/issues/script"
)

// leastPhrase is the shortest part of a title, in characters, that stands on a
// line of its own: what is shorter numbers the next part (1. 一、) or is a word
// set with wide spaces (借 灯).
const leastPhrase = 3

// phrases are the parts of a title that spaces set apart: 河水东流 两岸人家. The
// style sheet keeps each on a line of its own where it fits, so that a narrow
// screen breaks the title where it pauses.
func phrases(title string) []span {
	var out []span
	from, at := 0, 0
	text := []rune(title)
	for ; at <= len(text); at++ {
		switch part := text[from:at]; {
		case at < len(text) && !unicode.IsSpace(text[at]):
			continue
		case len(part) == 0:
		case at < len(text) && (len(part) < leastPhrase || !hasHan(part)):
			continue // it goes with the next one
		default:
			out = append(out, span{from, at, `<span class="phrase">`, "</span>"})
		}
		from = at + 1
	}
	if len(out) < 2 || !hasHan(text) { // Latin words break at any space
		return nil
	}
	return out
}

// phrase lets the lines of a title end where it pauses and between words, and
// nowhere else as long as the screen is wide enough.
func (t *run) phrase() {
	t.add(phrases(string(t.text))...)
	t.mark(wordEnds(t.text))
}

// broken is how much breaking a line costs where a word may be broken: from here
// on a common word would be, by the measure of package words.
const broken = 2

// leaning are the words of one character that belong to what follows: a word
// behind them is seldom of one character too.
const leaning = "与與和及暨或并並对對向在为為从從把被让讓将將以"

// wordEnds are the places between ideographs where a line may end: where a word
// ends, and not so that a character stands alone at the text's end.
func wordEnds(text []rune) []mark {
	const around = 8 // characters on each side: no word is longer
	var out []mark
	last := 0
	for i := 2; i+1 < len(text); i++ {
		if i-last < 2 || i-last == 2 && strings.ContainsRune(leaning, text[last]) || !isIdeograph(text[i-1]) || !isIdeograph(text[i]) || !isIdeograph(text[i+1]) && unicode.IsLetter(text[i+1]) {
			continue
		}
		if !isIdeograph(text[i+1]) && i+2 >= len(text) {
			continue
		}
		_, gain := lexicon.Across(string(text[max(0, i-around):i]), string(text[i:min(len(text), i+around)]))
		if gain < broken {
			out = append(out, mark{i, "<wbr/>"})
			last = i
		}
	}
	return out
}

// titled is a title as lists and openings have it.
func titled(title string, book script.Direction) run {
	t := run{text: []rune(title)}
	t.speak(script.Of(title, book))
	t.phrase()
	return t
}

func isIdeograph(r rune) bool { return unicode.Is(unicode.Han, r) }

func hasHan(text []rune) bool { return slices.ContainsFunc(text, isIdeograph) }

func allHan(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !isIdeograph(r) }) < 0
}

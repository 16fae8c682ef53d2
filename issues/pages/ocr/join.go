package ocr

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// setSpaces decides which words of a line have a space before them. Recognisers
// of Chinese put one between all words, so beside an ideograph it says nothing:
// there only white counts that is as wide as a character, and for which the line
// is long enough. Boxes that are drawn too narrow show white where there is
// none, but the line does not grow by it.
func setSpaces(ws []word) {
	em := middling(ws) / ink
	spare := ws[len(ws)-1].x1 - ws[0].x0
	for i, w := range ws {
		for _, r := range w.text {
			spare -= advance(r) * em
		}
		if i > 0 && !ws[i].vertical && narrow(ws[i-1], w) && w.spaced {
			spare -= em / 4
		}
	}
	for i := 1; i < len(ws); i++ {
		if narrow(ws[i-1], ws[i]) {
			continue
		}
		// Ink stands within its em: neighbours show up to four tenths of white
		// where nothing parts them, and a mark half an em more.
		least, white := 0.8*em, ws[i].x0-ws[i-1].x1
		if isMark(last(ws[i-1].text)) || isMark(first(ws[i].text)) {
			least = 1.3 * em
		}
		ws[i].spaced = white > least && spare > 0.7*white && !ws[i].vertical
		if ws[i].spaced {
			spare -= white
		}
	}
}

// ink is how much of an em the ink of an ideograph is high.
const ink = 0.92

// narrow tells two words between which a space means a space.
func narrow(a, b word) bool { return !wide(last(a.text)) && !wide(first(b.text)) }

func first(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
func last(s string) rune  { r, _ := utf8.DecodeLastRuneInString(s); return r }

// isMark tells marks that have white of their own.
func isMark(r rune) bool { return wide(r) && unicode.In(r, unicode.P, unicode.S) }

// advance is how wide a character is, in ems.
func advance(r rune) float64 {
	if wide(r) {
		return 1
	}
	return 0.5
}

// wide tells what fills a whole em of Chinese text: ideographs, kana, and the
// marks that stand among them.
func wide(r rune) bool {
	return r >= 0x2E80 || strings.ContainsRune("“”‘’…—·", r)
}

// mostWords is more than a printed line has; what has more is left alone.
const mostWords = 500

// cutLines cuts lines that the program drew across columns. White of more than
// two heights parts two lines where what follows begins a row of its own: with
// a number, or where lines above and below have white in the same place, too.
func cutLines(lines []line) []line {
	var out []line
	for i, l := range lines {
		if len(l.words) == 0 {
			continue
		}
		if len(l.words) > mostWords {
			out = append(out, l)
			continue
		}
		from, high := 0, middling(l.words)
		for k := 1; k < len(l.words); k++ {
			a, b := l.words[k-1], l.words[k]
			if b.vertical || b.x0-a.x1 <= 2*high {
				continue
			}
			if beginsRow(l.words[k:]) && !onlyNumber(l.words[from:k]) || gutter(lines, i, a.x1, b.x0) {
				out = append(out, l.part(from, k))
				from = k
			}
		}
		if len(l.words) > from {
			out = append(out, l.part(from, len(l.words)))
		}
	}
	return out
}

func (l line) part(from, to int) line {
	return line{words: l.words[from:to], paragraph: l.paragraph}
}

// middling gives the middle one of the words' heights.
func middling(ws []word) float64 {
	hs := make([]float64, len(ws))
	for i, w := range ws {
		hs[i] = w.height()
	}
	slices.Sort(hs)
	return hs[len(hs)/2]
}

// beginsRow tells a row of contents: a page number and then a title.
func beginsRow(ws []word) bool {
	digits, letters := 0, 0
	for _, w := range ws {
		for _, r := range w.text {
			switch {
			case letters == 0 && unicode.IsDigit(r):
				digits++
			case unicode.IsLetter(r):
				letters++
			}
		}
	}
	return digits > 0 && digits <= 3 && letters >= 2
}

// onlyNumber tells a page number that stands alone.
func onlyNumber(ws []word) bool {
	return !slices.ContainsFunc(ws, func(w word) bool {
		return strings.ContainsFunc(w.text, func(r rune) bool { return !unicode.IsDigit(r) && !unicode.IsPunct(r) })
	})
}

// gutter tells whether the white from x0 to x1 goes on through the lines around
// line i: two columns of text that were read as one line each.
func gutter(lines []line, i int, x0, x1 float64) bool {
	const reach, enough = 4, 3 // of eight neighbours three: a paragraph's short last lines leave white as well
	seen := 0
	for k := max(0, i-reach); k < min(len(lines), i+reach+1); k++ {
		if k == i || len(lines[k].words) < 2 {
			continue
		}
		l := lines[k]
		if len(l.words) > mostWords {
			continue
		}
		high := middling(l.words)
		for j := 1; j < len(l.words); j++ {
			left, right := max(x0, l.words[j-1].x1), min(x1, l.words[j].x0)
			if right-left > high && j >= 4 && len(l.words)-j >= 4 {
				seen++
				break
			}
		}
	}
	return seen >= enough
}

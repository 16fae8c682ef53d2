package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/reconstruct/fold"
)

// The marks of writing that the package knows, and all the literals it has.
const (
	terminals = "。！？!?.…།༎؟۔᠃"     // end a sentence, in Tibetan, Arabic and Mongolian letters too
	closers   = "”’」』》】〗）)\"'〉]］»" // may stand after a terminal
	colons    = "：:"
	Stops     = "，；,;" // part what a sentence says
	// saying stands before what somebody says.
	saying = "说說道"
	// bound never begin a paragraph: they end a word or lean on the one before.
	bound = "的了着著们們"
	// leaning do so seldom.
	leaning = "就也都及与與和"
	// never begins a paragraph: what closes or separates belongs to the line before.
	trailing = "，、；：。！？,;:!?.”’」』》〉】）)]"
)

// pairs are the brackets and quotation marks that are held against each other
// over a cut. Straight marks look alike at both ends and tell nothing.
var pairs = [...]struct{ open, close rune }{
	{'“', '”'}, {'「', '」'}, {'『', '』'}, {'《', '》'}, {'（', '）'}, {'(', ')'}, {'【', '】'},
}

// A Balance counts, for each of pairs, what is open.
type Balance [len(pairs)]int8

// deepest is how many of one sort are counted: more are no prose.
const deepest = 9

// Brackets are what a stretch of text leaves open, and what it closes that was
// opened before it.
type Brackets struct{ Open, closes Balance }

// Read takes the text of b into account: what it opens is counted in open, and
// what it closes without having opened it in closes.
func (b *Brackets) Read(text string) {
	for _, r := range text {
		if r < 0x80 && r != '(' && r != ')' || r >= 0x3400 && r <= 0x9FFF {
			continue // most of a text
		}
		for i, p := range pairs {
			switch {
			case r == p.open && b.Open[i] < deepest:
				b.Open[i]++
			case r == p.close && b.Open[i] > 0:
				b.Open[i]--
			case r == p.close && b.closes[i] < deepest:
				b.closes[i]++
			}
		}
	}
}

// Then is what stands open after b, where before stood open in front of it;
// closed and stray count the marks of b that close what was open and nothing.
func (b Brackets) Then(before Balance) (after Balance, closed, stray int) {
	for i := range pairs {
		met := min(before[i], b.closes[i])
		closed += int(met)
		stray += int(b.closes[i] - met)
		after[i] = min(before[i]-met+b.Open[i], deepest)
	}
	return after, closed, stray
}

// Any reports whether something is open.
func (b Balance) Any() bool { return b != Balance{} }

// Ended reports whether the text ends as a paragraph may end: as a sentence does, or
// on three points.
func Ended(text string) bool {
	return fold.Ended(fold.Of(text)) || strings.HasSuffix(strings.TrimSpace(text), "...")
}

// Announces reports whether the text ends on a colon.
func Announces(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(text))
	return strings.ContainsRune(colons, r) && r != utf8.RuneError
}

// Lone weighs how the text would begin a paragraph: 0 where nothing is odd,
// less where it begins with what belongs to words before it, as a comma, a
// small letter or 的 does.
func Lone(text string) float64 {
	r, size := utf8.DecodeRuneInString(strings.TrimSpace(text))
	switch {
	case size == 0:
		return 0
	case strings.ContainsRune(bound, r):
		return -4
	case strings.ContainsRune(trailing, r) || unicode.IsLower(r) && r < 0x250:
		return -3
	case strings.ContainsRune(leaning, r):
		return -1.5
	}
	return 0
}

// Itemised reports whether the text ends on a semicolon, as the items of a list do.
func Itemised(text string) bool {
	r, size := utf8.DecodeLastRuneInString(strings.TrimSpace(text))
	return size > 0 && strings.ContainsRune("；;", r)
}

// Figures reports whether the text has no letters, only figures and marks.
func Figures(text string) bool {
	return text != "" && !strings.ContainsFunc(text, unicode.IsLetter)
}

// Labelled reports whether the text is a row such as "price: 8.00": a name and a
// colon and little more.
func Labelled(text string) bool {
	const name, row = 6, 40 // characters: more before the colon is a speaker's sentence, more in all a paragraph
	at := strings.IndexAny(text, colons)
	return at > 0 && utf8.RuneCountInString(text[:at]) <= name && utf8.RuneCountInString(text) < row &&
		!strings.ContainsAny(text, Stops+terminals)
}

// Addressed reports whether the text begins with a short label, as a speaker's
// turn does; before a quotation, or after a word for saying, a colon stands
// inside a sentence.
func Addressed(text string) bool {
	const label = 4 // characters of a name, or of who answers; what is longer says something
	at := strings.IndexAny(text[:min(len(text), (label+1)*utf8.UTFMax)], colons)
	if at <= 0 || utf8.RuneCountInString(text[:at]) > label || strings.ContainsAny(text[:at], Stops+terminals+closers+saying) {
		return false
	}
	_, size := utf8.DecodeRuneInString(text[at:])
	r, size := utf8.DecodeRuneInString(text[at+size:])
	return size > 0 && !strings.ContainsRune("“「『\"", r)
}

// A Width is the regime of the punctuation of a text.
type Width int8

const (
	Unclear Width = iota
	halfWidth
	fullWidth
)

// WidthOf tells the regime of a raw text: unclear under two marks, or where
// neither sort is four times the other.
func WidthOf(raw string) Width {
	h, f := 0, 0
	for _, r := range raw {
		switch r {
		case ',', ';', ':', '?', '!':
			h++
		case '，', '；', '：', '？', '！':
			f++
		}
	}
	switch {
	case h >= 2 && h >= 4*f:
		return halfWidth
	case f >= 2 && f >= 4*h:
		return fullWidth
	}
	return Unclear
}

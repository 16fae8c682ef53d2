package seam

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/reconstruct/seam/phrase"
	"kanyin/issues/reconstruct/words"
	"kanyin/issues/say"
)

// What two texts say. Counted on some 3,700 cut sentences and 59,000 pairs of
// ends that do not belong together, in print and made up.
const (
	// uncut is the evidence of two texts that share no word or phrase over the
	// cut: of the true pairs every third does not, of the false ones nine in ten.
	uncut = -0.8
	// broken is the evidence of a word that the cut breaks, for each natural unit
	// by which reading it whole is likelier, and wordly the most that it is worth:
	// single characters make common words by chance.
	broken, wordly = 0.4, 3.5
	// likely is the most that the place of a cut is worth: its witnesses are not
	// independent.
	likely = 6.0
	// alike is the most that punctuation of one width is worth: most of an issue
	// has it.
	alike = 0.5
	// kindred is the most that terms in common are worth, and estranged the most
	// that the lack of them costs: an issue on one subject has its articles speak alike.
	kindred, estranged = 3.0, 2.5
	// halfway is the share of terms that the halves of an article and strangers
	// have equally often, and slope the evidence of a share e times as great.
	halfway, slope = 0.030, 1.6
	// hyphened is what a hyphen is worth over which a small letter goes on.
	hyphened = 3.0
	// witness is how many terms it takes for a full witness; fewer are worth less.
	witness = 150
)

// A cutWord is what lies over a cut.
type cutWord struct {
	text string  // a word
	gain float64 // of the word, as package words weighs it
	echo float64 // that it is said elsewhere too
	fits float64 // that the head begins within a sentence
}

// content weighs what the two say: a broken word, a phrase known from
// elsewhere, the terms they share, the width of their punctuation.
func (e *evidence) content(t, h int, why *reasons) float64 {
	k := e.kinship(t, h)
	w := e.cut(t, h, why) + e.regime(t, h, why)
	why.either(k, say.Of("they speak of the same"), say.Of("they speak of different things"))
	return w + k
}

// regime weighs the width of their punctuation. It changes at the edges of
// pages, and from article to article: so neighbours of two widths are parted,
// and text from another page is little known by it.
func (e *evidence) regime(t, h int, why *reasons) float64 {
	a, b := e.units[t].width, e.units[h].width
	w := -alike
	switch {
	case a == phrase.Unclear || b == phrase.Unclear:
		return 0
	case a == b:
		return alike
	case h == t+1:
		w = -1 // neighbours stand on one page, and have one width if they are one text
	}
	if w < 0 {
		why.because(w, "punctuation of another width")
	}
	return w
}

// cut weighs the place itself where a sentence was cut.
func (e *evidence) cut(t, h int, why *reasons) float64 {
	if !e.units[t].dangles || e.units[h].label != Body {
		return 0
	}
	key := link{int32(t), int32(h)}
	c, ok := e.across[key]
	if !ok {
		c = over(e.said(), strings.TrimSpace(e.units[t].tail), strings.TrimSpace(e.units[h].text))
		e.across[key] = c
	}
	why.because(c.word(), "the word %s lies across the cut", c.text)
	why.because(c.echo, "what lies across the cut is said elsewhere too")
	why.either(c.fits, say.Of("it begins within a sentence"), say.Of("it begins as a sentence does"))
	return c.weight()
}

// over weighs what lies over the cut between two texts.
func over(said *phrase.Echoes, tail, head string) (c cutWord) {
	c.text, c.gain = words.Across(tail, head)
	c.echo, c.fits = said.Across(tail, head), fits(tail, head)
	return c
}

// word is the evidence of the word that the cut breaks, if it breaks one.
func (c cutWord) word() float64 {
	if c.gain <= 1 {
		return 0
	}
	return min(broken*c.gain, wordly)
}

func (c cutWord) weight() float64 { return min(uncut+c.echo+c.fits+c.word(), likely) }

// said is what the text says, gathered when it is first asked for: an issue
// without a broken seam does not need it.
func (e *evidence) said() *phrase.Echoes {
	if e.echoes == nil {
		e.echoes = phrase.NewEchoes(texts(e.terms.pieces))
	}
	return e.echoes
}

// texts gives what the pieces say.
func texts(pieces []Piece) []string {
	out := make([]string, len(pieces))
	for i, p := range pieces {
		out[i] = p.Text
	}
	return out
}

// fits weighs how a text begins that may be the rest of a sentence: within a
// word or not; in alphabetic writing small or with a capital letter, which a
// broken sentence is seldom followed by.
func fits(tail, head string) float64 {
	r, _ := utf8.DecodeRuneInString(head)
	switch {
	case strings.HasSuffix(tail, "-") && unicode.IsLower(r):
		return hyphened
	case phrase.Lone(head) < 0: // a comma, a small letter, a word that leans on another
		return 1
	case phrase.Addressed(head):
		return -4 // a speaker's turn begins a paragraph
	case unicode.IsUpper(r) && strings.HasSuffix(tail, "-"):
		return -4 // a hyphen parts a word: what follows is small
	case unicode.IsUpper(r):
		return -2 // names and sentences begin so, one line in eight
	}
	if f := words.Fragment(head); f != 0 {
		return max(-1, min(0.5*f-0.3, 1.5)) // rests of paragraphs against beginnings, as counted
	}
	return 0
}

// kinship turns the share of common terms into evidence. Under four in a
// thousand all shares are of strangers.
func (e *evidence) kinship(t, h int) float64 {
	key := link{int32(t), int32(h)}
	k, ok := e.kin[key]
	if !ok {
		share, size := e.terms.kinship(t, h)
		k = max(-estranged, min(slope*math.Log((share+0.004)/halfway), kindred))
		k *= min(1, float64(size)/witness)
		e.kin[key] = k
	}
	return k
}

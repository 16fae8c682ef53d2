package marks

import (
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/furniture"
	"kanyin/issues/reconstruct/torn/wording"
	"kanyin/issues/reconstruct/words"
	"kanyin/issues/say"
)

// longestCaption is the most runes that the words under a picture have inside
// an article; a text that a credit follows is longer.
const longestCaption = 130

// LabelCaptions labels pictures' words.
//
// How: a line with a credit after it, or with a credit at its end, is a
// caption, unless it breaks off. Where it fails: a caption without a credit,
// which looks like a short paragraph.
func LabelCaptions(d *draft.Draft) {
	for i := range d.Rows {
		if d.Rows[i].Zone != draft.Body || d.Rows[i].Kind != "" {
			continue
		}
		if CaptionAt(d, i) {
			d.Label(i, issue.Caption, "a credit goes with it")
		}
	}
	indented := allIndented(d)
	for i := range d.Rows {
		switch {
		case insideWord(d, i, indented):
			d.Label(i, issue.Caption, "a sentence alone inside a word")
		case BehindMark(d, i, indented):
			d.Label(i, issue.Caption, "a sentence alone between an end mark and a page's end")
		}
	}
	farCredits(d)
}

// BehindMark reports whether the row is one short sentence between an end mark
// and the next title, the foot of the page, or the rest of another text: a row
// without the indent that all paragraphs have, or that begins within a word.
func BehindMark(d *draft.Draft, i int, indented bool) bool {
	const fragment = 1.0 // of package words' Fragment: some words begin as others end
	if i == 0 || i+1 >= len(d.Rows) || !d.Rows[i-1].Closes || wording.Paused(d.Rows[i].Fold) || d.Rows[i].Closes || !sentenceAlone(d, i) {
		return false
	}
	next := &d.Rows[i+1]
	rest := next.Kind == "" && next.Prose() && (indented && wording.IndentOf(next.Raw) == 0 || words.Fragment(next.Text) > fragment)
	return next.Kind == issue.Title || next.Zone == draft.Dropped || rest
}

// farCredits finds the caption of a credit that text has parted from it: the
// nearest short sentence above that stands alone.
func farCredits(d *draft.Draft) {
	const reach = 6 // rows; a picture and its credit stand on one page
	for j := range d.Rows {
		if r := &d.Rows[j]; r.Zone != draft.Body || r.Kind != issue.Credit {
			continue
		}
		p := d.Above(j)
		if p < 0 || d.Rows[p].Kind == issue.Caption || d.Rows[p].Kind == issue.Title {
			continue
		}
		for i := p; i >= 0 && i > j-reach; i-- {
			if d.Rows[i].Kind == issue.Title || d.Rows[i].Kind == issue.Credit || d.Rows[i].Kind == issue.Caption {
				break
			}
			if loneSentence(d, i) {
				d.Label(i, issue.Caption, "a short sentence alone, and a credit without a caption stands near")
				break
			}
		}
	}
}

// loneSentence reports whether the row is one short sentence that neither the
// row before it nor the row after it asks for.
func loneSentence(d *draft.Draft, i int) bool {
	if i > 0 && d.Rows[i-1].Zone == draft.Body && d.Rows[i-1].Kind == "" && furniture.Dangles(d, i-1) {
		return false // the end of the sentence that breaks off right above it
	}
	return sentenceAlone(d, i)
}

// sentenceAlone reports whether the row is one short sentence and begins nothing.
func sentenceAlone(d *draft.Draft, i int) bool {
	r := &d.Rows[i]
	most := slotCaption
	if d.English {
		most *= 2 // a letter is half as wide
	}
	if r.Zone != draft.Body || r.Kind != "" || r.Runes < wording.LeastCaption || r.Runes > most || !wording.Ended(r.Fold) || !strings.HasSuffix(r.Fold, wording.FullStop) && !d.English || wording.Inner(r.Fold) || wording.Clings(r.Fold) || r.From != 0 {
		return false
	}
	return !wording.Numbered(r.Fold) && !wording.Turn(r.Fold) && !strings.ContainsRune(wording.Openers, wording.FirstRune(r.Fold))
}

// manySentences reports whether the row is too much text for a caption while a
// lone sentence above it would do.
func manySentences(d *draft.Draft, i int) bool {
	r := &d.Rows[i]
	if !wording.Inner(r.Fold) || r.Runes <= slotCaption {
		return false
	}
	const reach = 4 // rows: the picture, its credit and its words stand together
	for k := i - 1; k >= max(0, i-reach); k-- {
		if d.Rows[k].Kind == issue.Title || d.Rows[k].Kind == issue.Credit {
			return false
		}
		if loneSentence(d, k) {
			return true
		}
	}
	return false
}

// CaptionAt reports whether row i is a caption.
func CaptionAt(d *draft.Draft, i int) bool {
	const place = 4 // runes: the shortest caption names a place
	r := &d.Rows[i]
	if r.Zone != draft.Body || r.Kind != "" && r.Kind != issue.Caption || r.Runes > longestCaption+wording.LongestSign || r.Runes < place {
		return false
	}
	if inlineCredit(r.Fold) > 0 {
		return true
	}
	if r.Runes > longestCaption {
		return false
	}
	j := d.Next(i)
	if inSlot(d, i, j) {
		return true
	}
	if j < 0 || d.Rows[j].Kind != issue.Credit || d.Rows[j].Blank > 2 && (!wording.Ended(r.Fold) || r.Runes > slotCaption) {
		return false
	}
	if !wording.Ended(r.Fold) && j > i+1 && wording.Paused(r.Fold) {
		return false // a page ends here, and the sentence goes on on the next
	}
	// A picture's words are a sentence or a name; a paragraph that a picture
	// cut off breaks in the middle of one.
	if !wording.Ended(r.Fold) && (wording.Paused(r.Fold) && r.Runes > wording.LongestSign || wording.Open(r.Fold)) {
		return false
	}
	return !(r.Runes > slotCaption && onlyText(d, i)) && !manySentences(d, i)
}

// slotCaption is the most runes of a caption that only its gaps tell of.
const slotCaption = 45

// inSlot reports whether the row is a sentence with a figure's gap on both
// sides: slotBlanks together are mostly where a picture stood.
func inSlot(d *draft.Draft, i, next int) bool {
	const tail = 12 // runes: a shorter line behind a sentence that breaks off is its end
	r := &d.Rows[i]
	return r.Blank >= wording.SlotBlanks && next >= 0 && d.Rows[next].Blank >= wording.SlotBlanks && r.Runes <= slotCaption && strings.HasSuffix(r.Fold, wording.FullStop) && !wording.Clings(r.Fold) && !(i > 0 && furniture.Dangles(d, i-1) && r.Runes < tail)
}

// onlyText reports whether the row is all the text that its title has.
func onlyText(d *draft.Draft, i int) bool {
	before := d.Above(i)
	for before >= 0 && d.Rows[before].Kind == issue.Byline {
		before = d.Above(before)
	}
	if before < 0 || d.Rows[before].Kind != issue.Title {
		return false
	}
	after := d.Next(d.Next(i))
	return after < 0 || d.Rows[after].Kind == issue.Title
}

// ClaimCaptions moves captions that stand between two articles to the later
// one, where its words are in them and the earlier one's are not.
func ClaimCaptions(d *draft.Draft) {
	for n := 0; n+1 < len(d.Articles); n++ {
		a, b := &d.Articles[n], &d.Articles[n+1]
		tail := pictureTail(d, a)
		if tail == len(a.Blocks) || tail == 0 {
			continue
		}
		moved := slices.Clone(a.Blocks[tail:])
		rows := slices.Concat(moved...)
		here, there := shared(d, rows, a.Blocks[:tail]), shared(d, rows, b.Blocks)
		// Twice as many of its words: one word in common is chance.
		if there >= 3 && there >= 2*here {
			a.Blocks = a.Blocks[:tail]
			b.Blocks = insertPictures(d, b.Blocks, moved)
			d.Decide(say.Of("these pictures' words share %d terms with the article after them and %d with the one before", there, here), float64(there-here), rows...)
		}
	}
}

// pictureTail gives the first of the blocks at the article's end that are
// captions, credits and nothing else, behind an end mark or a gap.
func pictureTail(d *draft.Draft, a *draft.Article) int {
	n := len(a.Blocks)
	for n > 0 {
		r := &d.Rows[a.Blocks[n-1][0]]
		if r.Kind != issue.Caption && r.Kind != issue.Credit {
			break
		}
		n--
	}
	return n
}

// insertPictures puts pictures behind an article's title block.
func insertPictures(d *draft.Draft, blocks, pictures [][]int) [][]int {
	at := slices.IndexFunc(blocks, func(b []int) bool { return !draft.Opens(d.Rows[b[0]].Kind) })
	if at < 0 {
		at = len(blocks)
	}
	return slices.Concat(blocks[:at], pictures, blocks[at:])
}

// shared counts the pairs of ideographs that the rows have in common with the blocks.
func shared(d *draft.Draft, rows []int, blocks [][]int) int {
	want := map[[2]rune]bool{}
	for _, i := range rows {
		wording.PairsOf(d.Rows[i].Fold, func(p [2]rune) { want[p] = true })
	}
	all := len(want)
	for _, i := range slices.Concat(blocks...) {
		wording.PairsOf(d.Rows[i].Fold, func(p [2]rune) { delete(want, p) })
	}
	return all - len(want)
}

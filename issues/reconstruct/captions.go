package reconstruct

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/words"
)

// longestCaption is the most runes that the words under a picture have inside
// an article; a text that a credit follows is longer.
const longestCaption = 130

// labelCaptions labels pictures' words.
//
// How: a line with a credit after it, or with a credit at its end, is a
// caption, unless it breaks off. Where it fails: a caption without a credit,
// which looks like a short paragraph.
func labelCaptions(d *draft) {
	for i := range d.rows {
		if d.rows[i].zone != body || d.rows[i].kind != "" {
			continue
		}
		if d.captionAt(i) {
			d.label(i, issue.Caption, "a credit goes with it")
		}
	}
	indented := d.allIndented()
	for i := range d.rows {
		switch {
		case d.insideWord(i, indented):
			d.label(i, issue.Caption, "a sentence alone inside a word")
		case d.behindMark(i, indented):
			d.label(i, issue.Caption, "a sentence alone between an end mark and a page's end")
		}
	}
	d.farCredits()
}

// behindMark reports whether the row is one short sentence between an end mark
// and the next title, the foot of the page, or the rest of another text: a row
// without the indent that all paragraphs have, or that begins within a word.
func (d *draft) behindMark(i int, indented bool) bool {
	const fragment = 1.0 // of package words' Fragment: some words begin as others end
	if i == 0 || i+1 >= len(d.rows) || !d.rows[i-1].closes || paused(d.rows[i].fold) || d.rows[i].closes || !d.sentenceAlone(i) {
		return false
	}
	next := &d.rows[i+1]
	rest := next.kind == "" && next.prose() && (indented && indentOf(next.raw) == 0 || words.Fragment(next.text) > fragment)
	return next.kind == issue.Title || next.zone == dropped || rest
}

// farCredits finds the caption of a credit that text has parted from it: the
// nearest short sentence above that stands alone.
func (d *draft) farCredits() {
	const reach = 6 // rows; a picture and its credit stand on one page
	for j := range d.rows {
		if r := &d.rows[j]; r.zone != body || r.kind != issue.Credit {
			continue
		}
		p := j - 1
		for p >= 0 && d.rows[p].zone == dropped {
			p--
		}
		if p < 0 || d.rows[p].kind == issue.Caption || d.rows[p].kind == issue.Title {
			continue
		}
		for i := p; i >= 0 && i > j-reach; i-- {
			if d.rows[i].kind == issue.Title || d.rows[i].kind == issue.Credit || d.rows[i].kind == issue.Caption {
				break
			}
			if d.loneSentence(i) {
				d.label(i, issue.Caption, "a short sentence alone, and a credit without a caption stands near")
				break
			}
		}
	}
}

// loneSentence reports whether the row is one short sentence that neither the
// row before it nor the row after it asks for.
func (d *draft) loneSentence(i int) bool {
	if i > 0 && d.rows[i-1].zone == body && d.rows[i-1].kind == "" && d.dangles(i-1) {
		return false // the end of the sentence that breaks off right above it
	}
	return d.sentenceAlone(i)
}

// sentenceAlone reports whether the row is one short sentence and begins nothing.
func (d *draft) sentenceAlone(i int) bool {
	r := &d.rows[i]
	most := slotCaption
	if d.english {
		most *= 2 // a letter is half as wide
	}
	if r.zone != body || r.kind != "" || r.runes < leastCaption || r.runes > most || !ended(r.fold) || !strings.HasSuffix(r.fold, fullStop) && !d.english || inner(r.fold) || clings(r.fold) || r.from != 0 {
		return false
	}
	n, _, _ := numbering(r.fold)
	return n == 0 && !turn(r.fold) && !strings.ContainsRune(openers, firstRune(r.fold))
}

// manySentences reports whether the row is too much text for a caption while a
// lone sentence above it would do.
func (d *draft) manySentences(i int) bool {
	r := &d.rows[i]
	if !inner(r.fold) || r.runes <= slotCaption {
		return false
	}
	const reach = 4 // rows: the picture, its credit and its words stand together
	for k := i - 1; k >= max(0, i-reach); k-- {
		if d.rows[k].kind == issue.Title || d.rows[k].kind == issue.Credit {
			return false
		}
		if d.loneSentence(k) {
			return true
		}
	}
	return false
}

// captionAt reports whether row i is a caption.
func (d *draft) captionAt(i int) bool {
	const place = 4 // runes: the shortest caption names a place
	r := &d.rows[i]
	if r.zone != body || r.kind != "" && r.kind != issue.Caption || r.runes > longestCaption+longestSign || r.runes < place {
		return false
	}
	if inlineCredit(r.fold) > 0 {
		return true
	}
	if r.runes > longestCaption {
		return false
	}
	j := d.next(i)
	if d.inSlot(i, j) {
		return true
	}
	if j < 0 || d.rows[j].kind != issue.Credit || d.rows[j].blank > 2 && (!ended(r.fold) || r.runes > slotCaption) {
		return false
	}
	if !ended(r.fold) && j > i+1 && paused(r.fold) {
		return false // a page ends here, and the sentence goes on on the next
	}
	// A picture's words are a sentence or a name; a paragraph that a picture
	// cut off breaks in the middle of one.
	if !ended(r.fold) && (paused(r.fold) && r.runes > longestSign || open(r.fold)) {
		return false
	}
	return !(r.runes > slotCaption && d.onlyText(i)) && !d.manySentences(i)
}

// slotCaption is the most runes of a caption that only its gaps tell of.
const slotCaption = 45

// inSlot reports whether the row is a sentence with a figure's gap on both
// sides: slotBlanks together are mostly where a picture stood.
func (d *draft) inSlot(i, next int) bool {
	const tail = 12 // runes: a shorter line behind a sentence that breaks off is its end
	r := &d.rows[i]
	return r.blank >= slotBlanks && next >= 0 && d.rows[next].blank >= slotBlanks && r.runes <= slotCaption && strings.HasSuffix(r.fold, fullStop) && !clings(r.fold) && !(i > 0 && d.dangles(i-1) && r.runes < tail)
}

// onlyText reports whether the row is all the text that its title has.
func (d *draft) onlyText(i int) bool {
	before := i - 1
	for before >= 0 && (d.rows[before].zone == dropped || d.rows[before].kind == issue.Byline) {
		before--
	}
	if before < 0 || d.rows[before].kind != issue.Title {
		return false
	}
	after := d.next(d.next(i))
	return after < 0 || d.rows[after].kind == issue.Title
}

// claimCaptions moves captions that stand between two articles to the later
// one, where its words are in them and the earlier one's are not.
func (d *draft) claimCaptions() {
	for n := 0; n+1 < len(d.articles); n++ {
		a, b := &d.articles[n], &d.articles[n+1]
		tail := d.pictureTail(a)
		if tail == len(a.blocks) || tail == 0 {
			continue
		}
		var text strings.Builder
		var rows []int
		for _, block := range a.blocks[tail:] {
			rows = append(rows, block...)
			for _, i := range block {
				text.WriteString(d.rows[i].fold)
			}
		}
		here, there := d.shared(text.String(), a.blocks[:tail]), d.shared(text.String(), b.blocks)
		// Twice as many of its words: one word in common is chance.
		if there >= 3 && there >= 2*here {
			moved := append([][]int(nil), a.blocks[tail:]...)
			a.blocks = a.blocks[:tail]
			b.blocks = d.insertPictures(b.blocks, moved)
			d.decide("these pictures' words share "+itoa(there)+" terms with the article after them and "+itoa(here)+" with the one before", float64(there-here), rows...)
		}
	}
}

// pictureTail gives the first of the blocks at the article's end that are
// captions, credits and nothing else, behind an end mark or a gap.
func (d *draft) pictureTail(a *article) int {
	n := len(a.blocks)
	for n > 0 {
		r := &d.rows[a.blocks[n-1][0]]
		if r.kind != issue.Caption && r.kind != issue.Credit {
			break
		}
		n--
	}
	return n
}

// insertPictures puts pictures behind an article's title block.
func (d *draft) insertPictures(blocks, pictures [][]int) [][]int {
	at := 0
	for at < len(blocks) {
		k := d.rows[blocks[at][0]].kind
		if k != issue.Title && k != issue.Kicker && k != issue.Subtitle && k != issue.Byline && k != issue.Role && k != issue.Dateline {
			break
		}
		at++
	}
	out := append([][]int(nil), blocks[:at]...)
	out = append(out, pictures...)
	return append(out, blocks[at:]...)
}

// shared counts the pairs of ideographs that the text has in common with the blocks.
func (d *draft) shared(text string, blocks [][]int) int {
	want := map[[2]rune]bool{}
	pairsOf(text, func(p [2]rune) { want[p] = true })
	n := 0
	for _, block := range blocks {
		for _, i := range block {
			pairsOf(d.rows[i].fold, func(p [2]rune) {
				if want[p] {
					want[p] = false
					n++
				}
			})
		}
	}
	return n
}

func pairsOf(s string, f func([2]rune)) {
	prev := rune(0)
	for _, r := range s {
		if !han(r) {
			prev = 0
			continue
		}
		if prev != 0 {
			f([2]rune{prev, r})
		}
		prev = r
	}
}

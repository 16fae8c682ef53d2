package seam

import (
	"kanyin/issues/reconstruct/seam/phrase"
)

// Weights are in natural units of evidence, as the logarithm of how much more
// often a trait is seen at true links than at false ones. They were set by
// counting on annotated issues, and rounded.
const (
	// neighbour is what standing next to each other is worth: nine lines of ten
	// go on in the next line of the flow.
	neighbour = 2.5
	// dangling is what it costs an article to break off in a sentence.
	dangling = 5.0
	// headless is what it costs text to stand under no title. It is over what
	// any neighbour can cost, so that text is taken from its place only to be
	// put into another.
	headless = 6.0
	// unannounced is the same before the first title, where a notice or the rest of
	// a cover may stand.
	unannounced = 2.0
	// bare is what it costs an article to end on a heading, a title or a byline.
	bare = 5.0
	// unmarked is what it costs an article to end without an end mark where
	// most articles of the issue have one.
	unmarked = 2.0
	// past is what it costs text to go on after an end mark that has never been
	// seen but at articles' ends; less where it has.
	past = 6.0
	// turn is what it is worth besides that the two were lines of one paragraph,
	// as far as the margin tells: of some eighty turns of lines behind a broken
	// text at most one is torn.
	turn = 4.5
	// footed is what it costs a heading to be parted from its text: no column is
	// set that ends on one.
	footed = 3.0
	// pointed is what a mark "continued on" or "continued from" costs that is
	// not followed: printers do not set them in vain.
	pointed = 7.0
)

// evidence weighs links. A weigher collects the reasons when it is asked for
// them; they are told in Jump.Why.
type evidence struct {
	units   []unit
	terms   *terms
	echoes  *phrase.Echoes
	marked  bool                   // most articles of the issue have end marks
	final   [Furniture + 1]float64 // of a label: how sure only end marks follow it in an article, 0 to 1
	last    [Furniture + 1]float64 // of a label: how sure nothing follows it, against the surest
	opening float64                // what it costs a heading to stand right under a title
	kin     map[link]float64
	across  map[link]cutWord
}

// closed reports whether an article may be at its end with unit i: at an end
// mark, or where the issue has none, at the end of a paragraph.
func (e *evidence) closed(i int) bool {
	u := &e.units[i]
	return u.endMark() || !e.marked && u.ended
}

// finish is what it costs an article to end on unit i.
func (e *evidence) finish(i int) float64 {
	u := &e.units[i]
	switch {
	case u.leads != 0:
		return contrary / 2
	case u.onTo != 0:
		return dangling / 2 // it says itself that more follows, so it may wait for it
	case u.endMark() && e.marked:
		return unmarked * (1 - e.last[u.label])
	case u.endMark():
		return 0
	case u.label == Heading || u.label == Title || u.label == Byline:
		return bare
	case u.dangles:
		return dangling
	case e.marked:
		return unmarked
	}
	return 0
}

// begin is what it costs unit i to follow nothing.
func (e *evidence) begin(i int) float64 {
	u := &e.units[i]
	switch {
	case u.follows != 0:
		return contrary / 2
	case u.start:
		return 0
	case u.starts == 0:
		return unannounced
	}
	return headless
}

// shape weighs which sorts of unit follow each other, their places left aside.
func (e *evidence) shape(t, h int, why *reasons) float64 {
	a, b := &e.units[t], &e.units[h]
	w := e.order(a, b)
	if w != 0 {
		why.because(w, "such a line seldom follows such an end")
	}
	w += e.known(t, h, why)
	if a.onTo != 0 || b.from != 0 {
		return w + e.pages(t, h, why)
	}
	return w
}

func (e *evidence) order(a, b *unit) float64 {
	lone := 0.0
	if b.label == Body && !a.dangles {
		lone = b.lone
	}
	return lone + e.sorts(a, b)
}

// sorts weighs the sorts of two units that follow each other.
func (e *evidence) sorts(a, b *unit) float64 {
	switch {
	case b.start:
		return -headless
	case a.endMark() && b.endMark():
		return 0
	case a.endMark():
		// A mark that others follow, such as a source before the editor, may stand inside too.
		return -past * max(0, 2*e.final[a.label]-1) * (1 + e.last[a.label]) / 2
	case b.label == Title || b.label == Byline:
		switch {
		case a.label == Title || a.label == Byline:
			return 0
		case a.dangles:
			return -dangling - neighbour // a sentence does not break off for a name
		}
		return -1 // a byline at a text's end is rare: most issues sign under the title
	case a.label == Title || a.label == Byline:
		if b.endMark() {
			return -3 // an article of a title and its editor has lost its text
		}
		if b.label == Heading {
			return e.opening // where articles begin with text, it may stand elsewhere
		}
		return 0
	case a.label == Heading && b.endMark():
		return -bare
	case a.label == Heading && b.label == Heading && a.series == b.series:
		return -2 // two headings in a row are mostly a level apart
	case a.dangles && b.label != Body:
		return -dangling - neighbour // a sentence broken off before a heading: the rest is elsewhere
	}
	return 0
}

// pages weighs the marks "continued on page" and "continued from page".
func (e *evidence) pages(t, h int, why *reasons) float64 {
	a, b := &e.units[t], &e.units[h]
	if a.onTo == 0 || b.from == 0 {
		why.because(-pointed, "a mark that it goes on elsewhere has no fellow")
		return -pointed
	}
	w := 4.0 // the two marks make a pair, as far as can be seen
	own, here := a.page, b.page
	if b.from > 0 && own > 0 && b.from < own || a.onTo > 0 && here > a.onTo {
		w = -4 // the pages named are not where the two stand
	} else if b.from > 0 && a.onTo > 0 && b.from > a.onTo && t < h {
		w = -4 // it would go on before it breaks off
	}
	why.because(w, "it is continued on %s, and this from %s", named(a.onTo), named(b.from))
	return w
}

// place weighs where the two stand: neighbours, or how far apart.
func (e *evidence) place(t, h int, why *reasons) float64 {
	a, b := &e.units[t], &e.units[h]
	if h == t+1 {
		if a.endMark() && !b.endMark() {
			return neighbour * (1 - e.final[a.label]) // what has ended does not go on in the next line
		}
		if b.turned {
			return neighbour + turn
		}
		return neighbour
	}
	between := b.starts - a.starts
	w := 0.0
	switch {
	case h < t && between < -1:
		w = -6 // a column stands before its own title, not before two
	case h < t && between == 0:
		w = -4 // nor before a part of the same article: columns are read in their order
	case h < t:
		w = -1 // the rarer damage
	case a.onTo != 0 && b.from != 0:
	case between == 0 && !e.closed(h-1):
		w = -1 // nothing has come between them that would part them
	case between > 1:
		w = -2.7 * float64(between-1) // each article more makes it fifteen times as rare
	}
	if why != nil {
		why.because(w, "%s", stands(h < t, between))
	}
	if a.label == Heading {
		w -= footed
		why.because(-footed, "a heading stands with its text")
	}
	return w
}

package seam

import (
	"cmp"
	"slices"
	"strings"

	"kanyin/issues/reconstruct/seam/phrase"
)

// A Tear is a place inside a piece of a hard-wrapped text where a column may
// have ended: the line behind it may belong to another text.
type Tear struct {
	Piece int // index of the piece
	Turn  int // index into its Turns
}

const (
	// worthTearing is what the texts over two cuts must say more than those over
	// the lines as they stand: less is said by chance, where so many lines are asked.
	worthTearing = 2.0
	// tornOff is how many articles behind a broken one its rest is looked for
	// inside other text: the two share a page.
	tornOff = 2
	// asked is how many turns of lines are asked for one broken text, about two
	// pages of them, and how many texts that nothing introduces are held against
	// them; offered is how many turns are given.
	asked, offered = 160, 2
	// enough is how many are asked in all: a text that is broken all over cannot
	// be mended, and each of its broken texts asks for fewer.
	enough = 20000
)

// Tears finds where a hard-wrapped text may have to be torn before it is solved.
// When the margin is reached nothing shows that a column ends there, and the
// first line of the next column seems to go on.
//
// How it works: a text that breaks off in front of a title or a mark has its
// rest elsewhere. A turn of lines between it and a text that nothing introduces
// is offered where the broken text goes on better behind the turn, and what
// stands before the turn goes on better with that other text, than the lines do
// as they stand. The caller parts the pieces there; [Solve] reads them as one
// again where the lines stand as they should.
func Tears(pieces []Piece) []Tear {
	if !slices.ContainsFunc(pieces, func(p Piece) bool { return len(p.Turns) > 0 }) {
		return nil
	}
	units := flow(pieces)
	e := newEvidence(pieces, units)
	e.echoes = phrase.NewEchoes(texts(atTurns(pieces)))
	var broken []int
	for t := range units {
		if e.broken(t) {
			broken = append(broken, t)
		}
	}
	var tears []Tear
	for _, t := range broken {
		tears = append(tears, e.tears(t, max(4, min(enough/len(broken), asked)))...)
	}
	return tears
}

// atTurns parts the pieces at all turns, so that no line that stands before
// another echoes itself.
func atTurns(pieces []Piece) []Piece {
	var lines []Piece
	for i := range pieces {
		from := 0
		for _, at := range pieces[i].Turns {
			lines = append(lines, Piece{Text: pieces[i].Text[from:at]})
			from = at
		}
		lines = append(lines, Piece{Text: pieces[i].Text[from:]})
	}
	return lines
}

// broken reports whether unit t breaks off and the one behind it is not its rest.
func (e *evidence) broken(t int) bool {
	u := &e.units[t]
	return u.dangles && u.onTo == 0 && t+1 < len(e.units) && e.order(u, &e.units[t+1]) < -2
}

// tears gives the best turns behind the broken unit t, of as many as are asked.
func (e *evidence) tears(t, asked int) []Tear {
	type offer struct {
		Tear
		worth float64
	}
	var offers []offer
	n, heads := 0, asked
	for u := t + 1; u < min(len(e.units), t+asked) && e.units[u].starts <= e.units[t].starts+tornOff && n < asked; u++ {
		for _, p := range e.units[u].pieces {
			piece := &e.terms.pieces[p]
			turns := piece.Turns[:min(len(piece.Turns), asked-n)]
			n += len(turns)
			for k, at := range turns {
				if w := e.tearing(t, u, piece.Text, at, &heads); w > worthTearing {
					offers = append(offers, offer{Tear{p, k}, w})
				}
			}
		}
	}
	slices.SortStableFunc(offers, func(a, b offer) int { return cmp.Compare(b.worth, a.worth) })
	var found []Tear
	for _, o := range offers[:min(len(offers), offered)] {
		found = append(found, o.Tear)
	}
	return found
}

// tearing is how much better the broken unit t goes on behind the turn in unit
// u, and what stands before the turn with a later unit that nothing introduces,
// of which so many are yet held against it.
func (e *evidence) tearing(t, u int, text string, at int, heads *int) float64 {
	before, behind := strings.TrimSpace(text[:at]), strings.TrimSpace(text[at:])
	if phrase.Ended(before) || behind == "" {
		return 0
	}
	tail := strings.TrimSpace(e.units[t].tail)
	gain := over(e.said(), tail, behind).weight() - over(e.said(), before, behind).weight()
	if gain < -uncut {
		return 0
	}
	best := 0.0
	for h := u + 1; h < min(len(e.units), u+asked) && e.units[h].starts <= e.units[u].starts+tornOff && *heads > 0; h++ {
		if e.units[h].label != Body || e.units[h-1].dangles && !e.broken(h-1) {
			continue
		}
		*heads--
		head := strings.TrimSpace(e.units[h].text)
		best = max(best, over(e.said(), before, head).weight()-over(e.said(), tail, head).weight())
	}
	return gain + best
}

package assemble

import (
	"strings"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/entries"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/say"
)

// partTitles takes off titles of several rows what is none: a row that holds the
// name of a section, or the kicker of another article, and rows that say again
// what the rows beside them say, as a running head does. A title that the
// contents have as it stands is left.
func partTitles(t *text, g *gathered, x entries.Index, toc []*entry) {
	kickers := sectionNames(t, g, toc)
	for _, a := range g.articles {
		for _, p := range a.of(label.Kicker) {
			kickers[normal.Key(entries.CleanSection(t.joined(p.rows)))] = true
		}
	}
	delete(kickers, "")
	for _, a := range g.articles {
		for _, p := range a.of(label.Title) {
			if len(p.rows) < 2 || x.Whole(t.joined(p.rows)) {
				continue
			}
			g.cutTwin(t, p)
			if len(p.rows) > 1 {
				a.cutKicker(t, p, kickers)
			}
		}
	}
}

// cutKicker makes a kicker of the first or the last row of a title, where that is
// known for one.
func (a *article) cutKicker(t *text, p *piece, kickers map[string]bool) {
	last := len(p.rows) - 1
	for _, n := range []int{0, last} {
		name := entries.CleanSection(t.row(p.rows[n]))
		rest := p.rows[1:]
		if n > 0 {
			rest = p.rows[:last]
		}
		if runeCount(name) > entries.LongestSection || !kickers[normal.Key(name)] {
			continue
		}
		a.pieces = append([]*piece{{kind: label.Kicker, rows: []int{p.rows[n]}}}, a.pieces...)
		p.rows = rest
		return
	}
}

// cutTwin drops the rows of a title that say again what the others say, or begin
// to say it.
func (g *gathered) cutTwin(t *text, p *piece) {
	for n := 1; n < len(p.rows); n++ {
		head, tail := normal.Key(t.joined(p.rows[:n])), normal.Key(t.joined(p.rows[n:]))
		twin := &piece{kind: label.Running, why: say.Of("says again what the title says: a running head")}
		switch {
		case runeCount(tail) >= sayable && strings.HasPrefix(head, tail):
			twin.rows, p.rows = p.rows[n:], p.rows[:n]
		case runeCount(head) >= sayable && strings.HasPrefix(tail, head):
			twin.rows, p.rows = p.rows[:n], p.rows[n:]
		default:
			continue
		}
		g.dropped = append(g.dropped, twin)
		return
	}
}

package assemble

import (
	"strings"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/fold"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/say"
)

// furniture is the keys of what running heads repeat: the periodical's name, the
// number of the issue.
type furniture map[string]bool

// furnitureOf gathers what stands in running heads of three in ten pages, and
// of three at the least, with or without the folio beside it. What stands on
// fewer may be the titles of their articles.
func furnitureOf(t *text) furniture {
	const pages, letters = 3, 4
	on, all := map[string]map[int]bool{}, map[int]bool{}
	for i, l := range t.labels {
		if l.Kind != label.Running {
			continue
		}
		words := strings.Fields(t.rows[i].Text)
		all[t.rows[i].Page] = true
		for from := 0; from <= min(1, len(words)); from++ {
			for to := len(words); to >= max(from+1, len(words)-1); to-- {
				key := normal.Key(strings.Join(words[from:to], ""))
				if on[key] == nil {
					on[key] = map[int]bool{}
				}
				on[key][t.rows[i].Page] = true
			}
		}
	}
	out := furniture{}
	for key, on := range on {
		if len(on) >= pages && 10*len(on) >= 3*len(all) && runeCount(key) >= letters && strings.IndexFunc(key, fold.Han) >= 0 {
			out[key] = true
		}
	}
	return out
}

// cut takes a running head off the beginning or the end of a row that a dump
// printed on one line with it: 2025年第3期 河口的灯. A blank has to stand between.
func (f furniture) cut(s string) string {
	words := strings.Fields(s)
	for n := len(words) - 1; n > 0; n-- {
		if f[normal.Key(strings.Join(words[:n], ""))] {
			return strings.Join(words[n:], " ")
		}
		if f[normal.Key(strings.Join(words[len(words)-n:], ""))] {
			return strings.Join(words[:len(words)-n], " ")
		}
	}
	return s
}

// cutFurniture takes running heads off titles.
func cutFurniture(t *text, g *gathered) {
	f := furnitureOf(t)
	for _, a := range g.articles {
		for _, p := range a.pieces {
			if p.kind != label.Title && p.kind != label.Kicker && p.kind != label.Subtitle {
				continue
			}
			for _, i := range p.rows {
				if s := f.cut(t.rows[i].Text); s != t.rows[i].Text {
					t.cut[i] = normal.Text(closeUp(s))
					g.decide(t, &piece{rows: []int{i}}, say.Of("a running head stands on the title's line and is left out of it"))
				}
			}
		}
	}
}

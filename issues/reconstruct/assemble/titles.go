package assemble

import (
	"regexp"
	"strings"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/byline"
	"kanyin/issues/reconstruct/entries"
	"kanyin/issues/reconstruct/fold"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/names"
	"kanyin/issues/say"
)

// mendTitles gives every article its title, subtitle and kicker as plain
// values, with the names that stand on the title's line parted from it.
//
// How: names behind a word or a mark for authors (（文/某某）, □某某) are names; bare
// ones are where the contents, or most titles of the house, say so. Two titles in a row without text between are
// one where the contents have them as one.
func mendTitles(t *text, g *gathered, toc []*entry) {
	x := entries.IndexOf(said(toc))
	partTitles(t, g, x, toc)
	g.articles = uniteTitles(t, g, x)
	bare := 0
	for _, a := range g.articles {
		a.name = t.joined(a.titleRows())
		if name, authors, ok := entries.SignedTitle(a.name); ok {
			a.name, a.authors = name, authors
		} else if _, _, ok := bareSigned(a.rawTitle(t)); ok && a.lastOf(label.Byline) == nil {
			bare++
		}
		a.subtitle = strings.Trim(joinPieces(t, a.of(label.Subtitle)), "—–- 　")
		if ks := a.of(label.Kicker); len(ks) > 0 {
			a.kicker = t.joined(ks[0].rows)
		}
	}
	for _, a := range g.articles {
		if len(a.authors) == 0 && a.lastOf(label.Byline) == nil {
			if name, authors, ok := bareSigned(a.rawTitle(t)); ok && (x.Holds(name, authors) || 2*bare >= len(g.articles) && bare > 2) {
				a.name, a.authors = name, authors
			}
		}
		if spaced(a.rawTitle(t)) {
			a.name = x.Spelt(a.name)
		}
	}
}

func joinPieces(t *text, ps []*piece) string {
	out := ""
	for _, p := range ps {
		s := t.joined(p.rows)
		out += normal.Join(out, s) + s
	}
	return out
}

func (a *article) rawTitle(t *text) string {
	out := ""
	for _, i := range a.titleRows() {
		out += normal.Join(out, t.rows[i].Text) + t.rows[i].Text
	}
	return out
}

func spaced(s string) bool { return closeUp(s) != s }

var signedBare = regexp.MustCompile(`^(.*\S)[ 　]+([^\s，。！？!?]{2,4}(?:[、 　][^\s，。！？!?]{2,4}){0,3})$`)

// bareSigned parts a title from bare names behind a blank. 推荐 项目 looks so too:
// somebody else has to say that they are names.
func bareSigned(s string) (title string, authors []string, ok bool) {
	m := signedBare.FindStringSubmatch(s)
	if m == nil {
		return s, nil, false
	}
	for _, n := range strings.FieldsFunc(m[2], func(r rune) bool { return strings.ContainsRune("、 　", r) }) {
		if !names.Known(n) {
			return s, nil, false
		}
		authors = append(authors, n)
	}
	return normal.Text(strings.TrimSpace(m[1])), authors, true
}

// holdsTitle reports whether a byline's row holds a title, or the rest of one,
// before the names: 之路（文/周岸） under 河口的. A row that holds both has the kind of
// most of its letters.
func holdsTitle(s string) bool {
	head, _, ok := entries.SignedTitle(s)
	return ok && !byline.IsNames(head) && hasLetters(head)
}

// opened reports whether a bracket is left open at the end: 河口的灯（作者：周岸、
func opened(s string) bool {
	s = fold.Plain(s)
	return strings.LastIndex(s, "(") > strings.LastIndex(s, ")")
}

// sayable is the least letters of a title that cannot begin another by chance.
const sayable = 4

// behead gives article a what stands under a running head that was taken for a
// title: the title itself, or its first line, stands again without text between.
func (g *gathered) behead(head, a *article) *article {
	var kept []*piece
	for _, p := range head.pieces {
		if p.kind == label.Title {
			p.kind, p.why = label.Running, say.Of("the title of the article that begins below: a running head")
			g.dropped = append(g.dropped, p)
		} else {
			kept = append(kept, p)
		}
	}
	a.pieces = append(kept, a.pieces...)
	return a
}

// uniteTitles puts together articles whose titles follow each other without
// text between, where an entry of the contents has both as one title.
func uniteTitles(t *text, g *gathered, x entries.Index) []*article {
	var out []*article
	for _, a := range g.articles {
		n := len(out)
		if n > 0 && !out[n-1].hasBody() && out[n-1].lastOf(label.Title) != nil && a.lastOf(label.Title) != nil {
			before, here := t.joined(out[n-1].titleRows()), t.joined(a.titleRows())
			if key := normal.Key(before); runeCount(key) >= sayable && strings.HasPrefix(normal.Key(here), key) && (key == normal.Key(here) || !x.Whole(before)) {
				out[n-1] = g.behead(out[n-1], a)
				continue
			}
			if x.Whole(before+here) && !x.Whole(before) {
				title := out[n-1].lastOf(label.Title)
				for _, p := range a.pieces {
					if p.kind == label.Title {
						title.rows = append(title.rows, p.rows...)
					} else {
						out[n-1].pieces = append(out[n-1].pieces, p)
					}
				}
				g.decide(t, title, say.Of("one title on several rows, as the contents have it"))
				continue
			}
		}
		out = append(out, a)
	}
	return out
}

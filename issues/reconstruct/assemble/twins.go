package assemble

import (
	"slices"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/say"
)

// shortestTwin is how many letters a title has at least to be told by them: 专栏 and 社区
// head many an article.
const shortestTwin = 4

// uniteTwins makes one article of two that have one title, where the contents name it
// once or one has no text: a page's running head, or the head over the rest of an article,
// was told to be the title of another. It gives the articles that remain.
func uniteTwins(t *text, g *gathered) []*article {
	titled := map[string]*article{}
	for _, a := range g.articles {
		key := normal.Key(a.name)
		if first := titled[key]; runeCount(key) >= shortestTwin && (first == nil || a.better(first)) {
			titled[key] = a
		}
	}
	before := map[*article]bool{}
	return slices.DeleteFunc(slices.Clone(g.articles), func(b *article) bool {
		before[b] = true
		a := titled[normal.Key(b.name)]
		if a == nil || a == b || b.hasBody() && (a.entry == nil || b.entry != nil && b.entry != a.entry) {
			return false
		}
		a.take(b, before[a])
		for _, p := range b.of(label.Title) {
			p.why = say.Of("the title of the article in line %d once more", t.rows[a.firstRow()].Line)
			g.dropped = append(g.dropped, p)
		}
		return true
	})
}

// better tells which of two articles with one title is the one: that which the contents
// name, or else that which has text.
func (a *article) better(b *article) bool {
	if a.entry != b.entry && (a.entry == nil || b.entry == nil) {
		return a.entry != nil
	}
	return a.hasBody() && !b.hasBody()
}

// take takes over what another article has but its title: behind its own text, or
// between its head and its text.
func (a *article) take(b *article, behind bool) {
	rest := slices.DeleteFunc(slices.Clone(b.pieces), func(p *piece) bool { return p.kind == label.Title })
	at := len(a.pieces)
	if !behind {
		if at = slices.IndexFunc(a.pieces, func(p *piece) bool { return !opens(p.kind) }); at < 0 {
			at = len(a.pieces)
		}
	}
	a.pieces = slices.Insert(a.pieces, at, rest...)
}

// opens tells what stands at an article's head.
func opens(k label.Kind) bool {
	switch k {
	case label.Kicker, label.Title, label.Subtitle, label.Byline, label.Affiliation, label.Lead, label.Abstract:
		return true
	}
	return false
}

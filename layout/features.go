package layout

import (
	"sort"

	"kanyin/issues/issue"
	"kanyin/layout/paragraph"
)

// A feature is an article that the contents announce over their rows: its page,
// large, its title, and a sentence of it.
type feature struct {
	article *issue.Article
	x       Length
	y       Length // of the page's number; the others follow
	title   *setting
	words   *setting // nil where no sentence stands by itself
}

const (
	featureCount = 3 // as many as the columns of short news: fewer are no choice
	featureFrom  = 8 // articles that an issue has at least, for some to be chosen
)

// The lengths of features, in thousandths of the body's size.
const (
	featureDrop  = 1900 // from the contents' heading to the numbers
	featureFolio = 2600 // the size of the number
	featureTitle = 1450
	featureWords = 950
	featureGap   = 500 // between number, title and sentence
	featureRise  = 700 // from a number up to the rule over it
)

// The leadings of features, in thousandths of the size of what is set.
const (
	featureTitleRow = 1300
	featureWordsRow = 1600
)

// featureLines is how many lines title and sentence have at most.
const featureLines = 3

// featured chooses the articles that the contents announce: the longest of
// different columns of the issue, in the order of their pages.
func (c *composer) featured() []*issue.Article {
	if c.Short.Count != featureCount || len(c.issue.Articles) < featureFrom || c.script == issue.Latin {
		return nil
	}
	var list []*issue.Article
	for i := range c.issue.Articles {
		if a := &c.issue.Articles[i]; a.Title != "" && !smallPieces(a) {
			list = append(list, a)
		}
	}
	length := make(map[*issue.Article]int, len(list))
	for _, a := range list {
		length[a] = articleEms(a)
	}
	sort.SliceStable(list, func(i, j int) bool { return length[list[i]] > length[list[j]] })
	seen := map[string]bool{}
	var chosen []*issue.Article
	for _, a := range list {
		if len(chosen) < featureCount && !seen[a.Section] {
			seen[a.Section] = a.Section != ""
			chosen = append(chosen, a)
		}
	}
	if len(chosen) < featureCount {
		return nil
	}
	sort.SliceStable(chosen, func(i, j int) bool { return chosen[i].ID < chosen[j].ID })
	return chosen
}

// features sets the chosen articles beside each other under the heading.
func (o *opening) features(list []*issue.Article) []feature {
	if len(list) == 0 {
		return nil
	}
	cols := o.frame.grating(o.Short)
	o.y += o.em(featureDrop)
	var set []feature
	foot := o.y
	for n, a := range list {
		f := feature{article: a, x: Length(n) * cols.step, y: o.y}
		k := look{face: o.Faces.Title, size: o.em(featureTitle), align: paragraph.Left, poised: true}
		f.title = o.setLink(unmarked(a), target{anchor: a.ID}, k, cols.measure)
		if len(f.title.lines) == 0 || len(f.title.lines) > featureLines {
			return nil // the row would be out of balance
		}
		y := f.y + o.em(featureFolio) + o.em(featureGap) + Length(len(f.title.lines))*f.title.size*featureTitleRow/1000
		if s := telling(a); s != "" {
			f.words = o.setPlain(s, look{face: o.Faces.Quote, size: o.em(featureWords), align: paragraph.Left, ink: Ink{Tint: tintSecond}}, cols.measure)
			y += o.em(featureGap) + Length(len(f.words.lines))*f.words.size*featureWordsRow/1000
		}
		foot = max(foot, y)
		set = append(set, f)
	}
	for n := range set {
		o.fills = append(o.fills, Fill{X: set[n].x, Y: o.y - o.em(featureRise), Width: cols.measure, Height: 2 * ruleWeight, Ink: Ink{Accent: true}})
	}
	o.y = foot
	return set
}

// telling is the sentence of an article that says most by itself, or "".
func telling(a *issue.Article) string {
	best, at := "", 0.0
	for i := range a.Blocks {
		b := &a.Blocks[i]
		if b.Kind != issue.Standfirst && (b.Kind != issue.Paragraph || b.Form != issue.Plain) {
			continue
		}
		for _, s := range sentences(b.Text[len(b.Lead):]) {
			if v := worth(s); v > at {
				best, at = s, v
			}
		}
	}
	return best
}

// placeFeatures adds the features to the contents' opening once the pages are known.
func (c *composer) placeFeatures(b *band, list []feature) {
	for _, f := range list {
		k := look{face: c.Faces.Title, size: c.em(featureFolio), align: paragraph.Left, ink: Ink{Accent: true}}
		folio := c.setLink(c.label(c.folios[f.article.ID]), target{anchor: f.article.ID}, k, c.wide)
		y := f.y
		b.lines = append(b.lines, placed{folio, 0, f.x, y + ascent(k.size)})
		y += k.size + c.em(featureGap)
		y = b.column(f.title, f.x, y, featureTitleRow)
		if f.words != nil {
			b.column(f.words, f.x, y+c.em(featureGap), featureWordsRow)
		}
	}
}

// column places the lines of a setting under each other and gives the y under them.
func (b *band) column(s *setting, x, y Length, leading int) Length {
	step := s.size * Length(leading) / 1000
	for n := range s.lines {
		b.lines = append(b.lines, placed{s, n, x, y + (step-s.size)/2 + ascent(s.size)})
		y += step
	}
	return y
}

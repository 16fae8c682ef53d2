package epub

import (
	_ "embed"

	"kanyin/issues/issue"
)

// glossSheet goes into the books alone that have readings or dots.
//
//go:embed gloss.css
var glossSheet string

// glossed tells whether anything stands beside characters of an issue.
func glossed(iss *issue.Issue) (found bool) {
	iss.EachBlock(func(_ string, b *issue.Block) { found = found || len(b.Glosses) > 0 })
	return found
}

// gloss marks readings as ruby and characters with emphasis dots as such.
func (t *run) gloss(all []issue.Gloss) {
	for _, whole := range all {
		for _, g := range whole.Each() {
			if g.To > len(t.text) {
				continue
			}
			if g.Reading == "" {
				t.add(span{g.From, g.To, `<em class="dots">`, "</em>"})
				continue
			}
			t.add(span{g.From, g.To, "<ruby>", "<rt>" + escape(g.Reading) + "</rt></ruby>"})
		}
	}
}

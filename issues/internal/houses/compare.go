package houses

import (
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/label"
)

// A Count is of things that were found among those that are there.
type Count struct{ Found, All int }

// Share is the part that was found; 1 where there was nothing to find.
func (c Count) Share() float64 {
	if c.All == 0 {
		return 1
	}
	return float64(c.Found) / float64(c.All)
}

func (c *Count) add(ok bool) {
	c.All++
	if ok {
		c.Found++
	}
}

// Figures say how near an issue is to a house's truth.
type Figures struct {
	Titles   Count // articles found by their title
	Authors  Count // articles with their authors, in order
	Sections Count // articles in their column
	Whole    Count // blocks of text that stand whole in their article
	Own      Count // lines of articles that stand in their own article, but for jumps, which are no text
}

// Add adds the figures of another house.
func (f *Figures) Add(g Figures) {
	for _, p := range [][2]*Count{{&f.Titles, &g.Titles}, {&f.Authors, &g.Authors}, {&f.Sections, &g.Sections}, {&f.Whole, &g.Whole}, {&f.Own, &g.Own}} {
		p[0].Found += p[1].Found
		p[0].All += p[1].All
	}
}

// Measure compares an issue that was read from the house with its truth. An
// article is the truth's where its title line is; what was not found counts as
// missed in every figure.
func (h *House) Measure(iss *issue.Issue) Figures {
	var f Figures
	found := map[int]*issue.Article{} // by number in the truth
	owner := map[int]int{}            // of a source line: the number of the article it was put in
	for i := range iss.Articles {
		a := &iss.Articles[i]
		n := h.titled(a)
		if n > 0 && found[n] == nil {
			found[n] = a
		}
		for _, b := range a.Blocks {
			for _, l := range b.Lines {
				owner[l] = n
			}
		}
	}
	for i, want := range h.Articles {
		got := found[i+1]
		if got == nil {
			got = &issue.Article{}
		}
		f.Titles.add(normal.Key(got.Title) == normal.Key(want.Title))
		f.Authors.add(slices.Equal(got.Authors, want.Authors))
		f.Sections.add(normal.Key(got.Section) == normal.Key(want.Section))
		text := texts(got.Blocks)
		for _, b := range want.Blocks {
			f.Whole.add(strings.Contains(text, normal.Key(b.Text)))
		}
	}
	for i, l := range h.Labels {
		if l.Known && l.Article > 0 && l.Kind != label.Contents && l.Kind != label.Jump {
			f.Own.add(owner[i+1] == l.Article)
		}
	}
	return f
}

// titled gives the number of the article whose title line the article has, or 0.
func (h *House) titled(a *issue.Article) int {
	for _, b := range a.Blocks {
		if b.Kind != issue.Title {
			continue
		}
		for _, n := range b.Lines {
			if l, ok := h.Of(n); ok && l.Kind == label.Title {
				return l.Article
			}
		}
	}
	return 0
}

// texts are the texts of blocks, folded, each between bars.
func texts(bs []issue.Block) string {
	var all []string
	for _, b := range bs {
		all = append(all, normal.Key(b.Text))
	}
	return strings.Join(all, "|")
}

package matter

import (
	"strings"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/label"
)

// shortest is how many bytes of letters a title has at least to be looked for in the
// contents, two ideographs: one stands in many rows.
const shortest = 6

// turnOver finds for every article which one goes over to the next page where it is read
// last on its own. A title at the foot of the first column may be read behind one at the
// head of the second; of those on a page it is the article that the contents name last.
func (t *telling) turnOver() {
	t.over = make([]int, len(t.titles)+1)
	named := t.named()
	for a := 1; a < len(t.over); a++ {
		t.over[a] = a
		for b := a - 1; b > 0 && t.titlePage(b) == t.titlePage(a); b-- {
			if named[a] >= 0 && named[b] > named[t.over[a]] {
				t.over[a] = b
			}
		}
	}
}

func (t *telling) titlePage(article int) int { return t.rows[t.titles[article-1]].Page }

// named gives where the contents name every article, from 1, and -1 for one that they do
// not name or name twice.
func (t *telling) named() []int {
	var b strings.Builder
	for i, l := range t.labels {
		if l.Kind == label.Contents || l.Kind == label.ContentsSection {
			b.WriteString(normal.Key(t.rows[i].Text))
		}
	}
	contents := b.String()
	at := []int{-1}
	for _, i := range t.titles {
		key := normal.Key(t.rows[i].Text)
		for j := i + 1; j < len(t.rows) && t.labels[j].Kind == label.Title && !t.labels[j].Begins; j++ {
			key += normal.Key(t.rows[j].Text)
		}
		first := strings.Index(contents, key)
		if len(key) < shortest || first != strings.LastIndex(contents, key) {
			first = -1
		}
		at = append(at, first)
	}
	return at
}

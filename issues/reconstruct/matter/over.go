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
	last := 0 // of the articles of the page so far, the one that the contents name last
	for a := 1; a < len(t.over); a++ {
		t.over[a] = a
		switch {
		case last == 0 || t.titlePage(last) != t.titlePage(a) || named[a] >= named[last]:
			last = a
		case named[a] >= 0:
			t.over[a] = last
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
	begin := map[string][]int{} // where every pair of ideographs stands
	for i := 0; i+shortest <= len(contents); i++ {
		begin[contents[i:i+shortest]] = append(begin[contents[i:i+shortest]], i)
	}
	at := []int{-1}
	for _, i := range t.titles {
		key := normal.Key(t.rows[i].Text)
		for j := i + 1; j < len(t.rows) && t.labels[j].Kind == label.Title && !t.labels[j].Begins; j++ {
			key += normal.Key(t.rows[j].Text)
		}
		at = append(at, only(contents, key, begin[key[:min(shortest, len(key))]]))
	}
	return at
}

// only gives the one of the places at which the key stands in the contents, or -1.
func only(contents, key string, places []int) int {
	at := -1
	for _, i := range places {
		if strings.HasPrefix(contents[i:], key) {
			if at >= 0 {
				return -1
			}
			at = i
		}
	}
	return at
}

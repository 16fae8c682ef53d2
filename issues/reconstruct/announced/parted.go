package announced

import (
	"strings"
	"unicode/utf8"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
)

// leastEach is how many letters each of two titles has that the contents part: every
// letter of both stands in an entry, so fewer will do than where a text is searched.
const leastEach = 4

// Parted gives the rows with which another title begins, by their numbers, where rows
// were taken for one title that are two by the contents: articles that stand side by
// side have their titles at one height, and an extractor gives them together.
//
//	渡口船工守水位
//	集市上的年货
//	今年的水早了十天，……
func Parted(rs []rows.Row, ls []label.Label) []int {
	es := entries(rs, ls)
	if len(es) < 2 {
		return nil
	}
	var out []int
	for i := 0; i < len(rs); i++ {
		if ls[i].Kind != label.Title {
			continue
		}
		to := i + 1
		for to < len(rs) && ls[to].Kind == label.Title && !ls[to].Begins {
			to++
		}
		if n := parts(rs[i:to], es); n > 0 {
			out = append(out, i+n)
		}
		i = to - 1
	}
	return out
}

// parts tells how many of the rows are the first of two titles, 0 where they are one.
func parts(title []rows.Row, es []string) int {
	for n := 1; n < len(title); n++ {
		first, second := keyOf(title[:n]), keyOf(title[n:])
		a, b := holder(first, es), holder(second, es)
		if a >= 0 && b >= 0 && a != b && !strings.Contains(strings.Join(es, ""), first+second) { // an entry of two rows may pass for two
			return n
		}
	}
	return 0
}

// holder gives the entry that is the title and its page or author, or -1. What says
// the title alone may be a summary that has a subtitle's words.
func holder(title string, es []string) int {
	for n, e := range es {
		if c := utf8.RuneCountInString(title); c >= leastEach && e != title && strings.Contains(e, title) && float64(c) >= share*float64(utf8.RuneCountInString(e)) {
			return n
		}
	}
	return -1
}

func keyOf(rs []rows.Row) string {
	key := ""
	for _, r := range rs {
		key += normal.Key(r.Text)
	}
	return key
}

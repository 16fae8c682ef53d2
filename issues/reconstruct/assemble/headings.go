package assemble

import (
	"regexp"
	"slices"

	"kanyin/issues/reconstruct/label"
	"kanyin/issues/source"
)

// ranks are the ways in which headings are numbered, from the highest down.
var ranks = []*regexp.Regexp{
	regexp.MustCompile(`^第[〇零一二三四五六七八九十百\d]+[卷编編部]`),
	regexp.MustCompile(`^第[〇零一二三四五六七八九十百\d]+[章讲講回篇]`),
	regexp.MustCompile(`^第[〇零一二三四五六七八九十百\d]+[节節]`),
	regexp.MustCompile(`^[〇零一二三四五六七八九十百]+[、．.\s]`),
	regexp.MustCompile(`^[（(][〇零一二三四五六七八九十百]+[）)]`),
	regexp.MustCompile(`^\d{1,2}[、．.\s][^\d]`),
	regexp.MustCompile(`^[（(]\d{1,2}[）)]|^\d{1,2}\.\d{1,2}\D`),
}

// levels says how deep each heading of the article stands: by the size of its
// type where pages tell it, and by its numbering.
func levels(t *text, a *article) {
	hs := a.of(label.Heading)
	var seen []int
	for _, p := range hs {
		p.level = t.depth(p)
		if !slices.Contains(seen, p.level) {
			seen = append(seen, p.level)
		}
	}
	slices.Sort(seen)
	for _, p := range hs {
		p.level = slices.Index(seen, p.level) + 1
	}
}

// depth orders headings: a larger type stands higher, then an earlier numbering.
// A heading without a number stands with the highest.
func (t *text) depth(p *piece) int {
	const sizes = 1000 // more than there are ranks
	d := 0
	if f := t.rows[p.rows[0]].Fact; f != nil && f.Size > 0 {
		d -= int(2*f.Size+.5) * sizes // half a point is a difference
	}
	if f := t.rows[p.rows[0]].Fact; f != nil && f.Role == source.HeadingRole2 {
		d += len(ranks) // a style says that it stands below
	}
	s := t.joined(p.rows)
	for n, re := range ranks {
		if re.MatchString(s) {
			return d + n
		}
	}
	return d
}

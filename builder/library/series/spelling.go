package series

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"kanyin/builder/library/catalog"
	"kanyin/issues/normal"
	"kanyin/issues/say"
)

const (
	// oftenEnough is in how many issues a name stands before a rare one that is
	// like it is doubted: a column that was renamed is not.
	oftenEnough = 3
	// rarely is how many times rarer the doubted name is: of two that are about
	// as frequent, both are meant.
	rarely = 4
	// longEnough keeps names of two and three characters from being like each
	// other by one: 人物 and 人文 are two columns.
	longEnough = 4
)

// A use is a name, how many issues have it, and one that does.
type use struct {
	name   string
	bare   string // the name without what is spelled in many ways
	issues int
	first  string
}

// uses counts names over issues, by name.
func uses(issues []*catalog.Record, names func(*catalog.Record) []string) []use {
	seen := map[string]*use{}
	for _, r := range issues {
		in := map[string]bool{}
		for _, n := range names(r) {
			if n == "" || in[n] {
				continue
			}
			in[n] = true
			if seen[n] == nil {
				seen[n] = &use{name: n, bare: bare(n), first: r.Source}
			}
			seen[n].issues++
		}
	}
	var list []use
	for _, n := range slices.Sorted(maps.Keys(seen)) {
		list = append(list, *seen[n])
	}
	return list
}

// columns finds columns that are spelled like a more frequent one.
func columns(title string, issues []*catalog.Record) []Finding {
	all := uses(issues, func(r *catalog.Record) []string {
		var names []string
		for _, a := range r.Articles {
			names = append(names, a.Section)
		}
		return names
	})
	return doubted("column-spelling", title, say.Of("the column"), all, true)
}

// authors finds authors whose names differ in spaces and marks alone: names of
// two people may differ in one character.
func authors(title string, issues []*catalog.Record) []Finding {
	all := uses(issues, func(r *catalog.Record) []string {
		var names []string
		for _, a := range r.Articles {
			names = append(names, a.Authors...)
		}
		return names
	})
	return doubted("author-spelling", title, say.Of("the author"), all, false)
}

// doubted finds the rarer of two names that are like each other; near says
// whether one other character is like enough.
func doubted(code, title string, what say.Text, all []use, near bool) []Finding {
	alike := map[string][]use{} // ten years have thousands of authors: each is held against few
	for _, u := range all {
		alike[u.bare] = append(alike[u.bare], u)
	}
	var list []Finding
	for _, rare := range all {
		others := alike[rare.bare]
		if near {
			others = all
		}
		best := use{}
		for _, often := range others {
			if often.name == rare.name || often.issues <= best.issues {
				continue
			}
			alike := often.bare == rare.bare && (often.issues > rare.issues || often.issues == rare.issues && often.name < rare.name)
			if alike || near && often.issues >= max(oftenEnough, rarely*rare.issues) && oneApart(often.name, rare.name) {
				best = often
			}
		}
		if best.issues > 0 {
			list = append(list, Finding{code, title, say.Of("%s %s stands in %s, %s in %d", what, rare.name, inIssues(rare.issues), best.name, best.issues), []string{rare.first}})
		}
	}
	return list
}

func inIssues(n int) say.Text { return say.Count(n, "1 issue", "%d issues") }

// titles finds periodicals that are spelled like another one, and those that
// share an ISSN.
func titles(c *catalog.Catalog) []Finding {
	var list []Finding
	for i, t := range c.Titles {
		for _, other := range c.Titles[:i] {
			a, b := t, other // a is the rarer
			if len(a.Issues()) > len(b.Issues()) {
				a, b = b, a
			}
			sources := []string{a.Newest().Source, b.Newest().Source}
			if a.ISSN != "" && a.ISSN == b.ISSN {
				list = append(list, Finding{"issn-shared", a.Name, say.Of("%s has the ISSN of %s, %s", a.Name, b.Name, a.ISSN), sources})
			} else if bare(a.Name) == bare(b.Name) || oneApart(a.Name, b.Name) {
				list = append(list, Finding{"title-spelling", a.Name, say.Of("%s is spelled almost as %s is", a.Name, b.Name), sources})
			}
		}
	}
	return list
}

// issns finds issues that carry another ISSN than most of their title do.
func issns(t *catalog.Title, issues []*catalog.Record) []Finding {
	all := uses(issues, func(r *catalog.Record) []string { return []string{r.ISSN} })
	if len(all) < 2 {
		return nil
	}
	most := slices.MaxFunc(all, func(a, b use) int { return cmp.Compare(a.issues, b.issues) })
	var list []Finding
	for _, r := range issues {
		if r.ISSN != "" && r.ISSN != most.name {
			list = append(list, Finding{"issn-differs", t.Name, say.Of("ISSN %s, while %s of %s carry %s", r.ISSN, inIssues(most.issues), t.Name, most.name), []string{r.Source}})
		}
	}
	return list
}

// bare is a name without what is spelled in many ways: widths, spaces, marks.
func bare(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, normal.Key(name))
}

// oneApart says whether two names of some length differ in one character that
// was replaced, dropped or added.
func oneApart(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < longEnough || len(y)-len(x) > 1 {
		return false
	}
	head := 0
	for head < len(x) && x[head] == y[head] {
		head++
	}
	if len(x) == len(y) {
		return head < len(x) && slices.Equal(x[head+1:], y[head+1:])
	}
	return slices.Equal(x[head:], y[head+1:])
}

// Package series holds the issues of a library against each other and finds
// what none of them shows alone: a number that is missing or given twice, total
// numbers that do not count up, one ISSN for two periodicals, and a title, a
// column or an author that is spelled differently once.
//
// As everywhere, a finding says that something deserves a look; nothing is
// changed. The package looks at the records alone.
package series

import (
	"fmt"
	"slices"
	"strings"

	"kanyin/builder/library/catalog"
	"kanyin/issues/say"
)

// A Finding says that issues do not go together.
type Finding struct {
	Code    string   `json:"code"`
	Title   string   `json:"title"` // of the periodical
	Message say.Text `json:"message"`
	Sources []string `json:"sources"` // the issues that it is about, the first to look at first
}

// Format gives the finding as "source: code: message", with the other issues
// that it is about.
func (f Finding) Format() say.Text {
	if len(f.Sources) > 1 {
		return say.Of("%s: %s: %s (%s)", f.Sources[0], f.Code, f.Message, strings.Join(f.Sources[1:], ", "))
	}
	return say.Of("%s: %s: %s", f.Sources[0], f.Code, f.Message)
}

// A Rule is a code and what it means.
type Rule struct {
	Code               string
	Title, Explanation say.Text
}

// Catalogue lists what may be found.
func Catalogue() []Rule {
	return []Rule{
		{"number-twice", say.Of("Two issues claim one number"), say.Of("Both say that they are the same issue of the same year. Both are published, the second beside the first.\nA wrong number is put right by an issue.toml in the issue's folder: [meta] number = 4; a supplement is told\napart by variant = \"增刊\".")},
		{"number-missing", say.Of("A number is missing in a year"), say.Of("The issues before and after it are there. It was never digitised, or another one has its number by mistake.")},
		{"total-order", say.Of("Total numbers do not count up"), say.Of("The number counted from the first issue does not grow as the issues do. One of the two is misprinted or\nmisread; [meta] total in issue.toml puts it right.")},
		{"issn-shared", say.Of("One ISSN for two periodicals"), say.Of("An ISSN names one periodical. Either the two are one, spelled differently (then a [[title]] with also = […] in\nlibrary.toml makes them one), or one of the numbers is misread.")},
		{"issn-differs", say.Of("A periodical with two ISSNs"), say.Of("Most issues carry another ISSN. It may have been misread.")},
		{"title-spelling", say.Of("A title spelled like another"), say.Of("The names of two periodicals differ in one character, or in spaces and marks alone. If they are one, a\n[[title]] with also = […] in library.toml makes them one.")},
		{"column-spelling", say.Of("A column spelled like another"), say.Of("The column's name is seen in few issues and differs in one character, or in spaces and marks alone, from\none that many have.")},
		{"author-spelling", say.Of("An author spelled like another"), say.Of("The name differs from another author's in spaces and marks alone.")},
	}
}

// Check gives the findings of a library, by title and issue.
func Check(c *catalog.Catalog) []Finding {
	var list []Finding
	for _, t := range c.Titles {
		oldest := t.Issues()
		slices.Reverse(oldest)
		list = append(list, twice(t.Name, oldest)...)
		list = append(list, missing(t)...)
		list = append(list, totals(t.Name, oldest)...)
		list = append(list, issns(t, oldest)...)
		list = append(list, columns(t.Name, oldest)...)
		list = append(list, authors(t.Name, oldest)...)
	}
	return append(list, titles(c)...)
}

// twice finds issues that stand beside the place which they claim.
func twice(title string, issues []*catalog.Record) []Finding {
	var list []Finding
	for _, r := range issues {
		if r.Claim == "" {
			continue
		}
		sources := []string{r.Source}
		for _, other := range issues {
			if other.Place == r.Claim {
				sources = append(sources, other.Source)
			}
		}
		list = append(list, Finding{"number-twice", title, say.Of("another issue is %s, too; this one stands at %s", r.Name, r.Place), sources})
	}
	return list
}

// missing finds numbers that a year has not although it has later ones. Of the
// first year that a library holds, which may begin within it, only the numbers
// between two that it has are missed.
func missing(t *catalog.Title) []Finding {
	var list []Finding
	years := slices.Clone(t.Years)
	slices.Reverse(years)
	first := true
	for _, y := range years {
		has := map[int]*catalog.Record{}
		for _, r := range y.Issues {
			if r.Number > 0 {
				has[r.Number] = r
			}
		}
		if y.Year == 0 || len(has) == 0 {
			continue
		}
		low, high := 1, 0
		for n := range has {
			high = max(high, n)
		}
		for ; first && has[low] == nil; low++ {
		}
		first = false
		for _, gap := range gaps(has, low, high) {
			list = append(list, Finding{"number-missing", t.Name, say.Of("of %d there is no number %s", y.Year, gap.numbers()), []string{has[gap.to+1].Source}})
		}
	}
	return list
}

// A gap is a run of numbers that are missing.
type gap struct{ from, to int }

func (g gap) numbers() say.Text {
	if g.from == g.to {
		return say.Verbatim(fmt.Sprint(g.from))
	}
	return say.Of("%d to %d", g.from, g.to)
}

func gaps(has map[int]*catalog.Record, low, high int) []gap {
	var list []gap
	for n := low; n < high; n++ {
		switch last := len(list) - 1; {
		case has[n] != nil:
		case last >= 0 && list[last].to == n-1:
			list[last].to = n
		default:
			list = append(list, gap{n, n})
		}
	}
	return list
}

// totals finds neighbours whose total numbers do not grow, or, within a year,
// not as their numbers do.
func totals(title string, issues []*catalog.Record) []Finding {
	var list []Finding
	var last *catalog.Record
	for _, r := range issues {
		if r.Total == 0 || r.Year == 0 || r.Number == 0 || r.Variant != "" {
			continue
		}
		if last != nil {
			step, sameYear := r.Total-last.Total, r.Year == last.Year
			if step <= 0 || sameYear && step != r.Number-last.Number {
				list = append(list, Finding{"total-order", title,
					say.Of("%s is total number %d, and %s before it is %d", r.Label, r.Total, last.Label, last.Total), []string{r.Source, last.Source}})
			}
		}
		last = r
	}
	return list
}

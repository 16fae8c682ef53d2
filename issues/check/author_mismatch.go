package check

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/say"
)

func authorMismatch() Rule {
	return Rule{
		Code:  "author-mismatch",
		Title: say.Of("an author differs between the contents and the article"),
		Explanation: say.Of(`The names in the contents and the names in the byline are compared without
spaces and in any order. Contents that name some of the authors only, or none,
are no mismatch; nor is an organisation that stands under the article as its
source. Two names that differ in one character are most likely one person.

    contents   12 风从水上来 林小河
    article    风从水上来 / 林小合
    finding    author-mismatch: the contents say 林小河, the article is signed 林小合`),
		check: checkAuthors,
	}
}

func checkAuthors(pr *proof) []issue.Finding {
	articles := pr.byID()
	var found []issue.Finding
	for _, e := range pr.Toc {
		if len(e.Articles) != 1 || len(e.Authors) == 0 {
			continue
		}
		a := articles[e.Articles[0]]
		if a == nil {
			continue
		}
		said, signed := without(e.Authors, a.Authors), without(a.Authors, e.Authors)
		said = unseen(said, a)
		if len(said) == 0 {
			continue
		}
		found = append(found, authorFindings(e, a, said, signed)...)
	}
	return found
}

// authorFindings pairs the names that only one side has.
func authorFindings(e issue.Entry, a *issue.Article, said, signed []string) []issue.Finding {
	lines := join(e.Lines, bylineLines(a))
	if len(signed) == 0 && len(a.Authors) > 0 {
		return nil // signed by fewer: the others may stand in a form not seen as a byline
	}
	if len(signed) == 0 {
		return []issue.Finding{{
			Severity: issue.Info, Lines: lines, Values: said, Confidence: faint,
			Message: say.Of("the contents say %s, the article is not signed", strings.Join(said, "、")),
		}}
	}
	var found []issue.Finding
	for len(said) > 0 && len(signed) > 0 {
		i, j := closest(said, signed)
		f := issue.Finding{Severity: issue.Warning, Lines: lines, Values: []string{said[i], signed[j]}, Confidence: fair}
		if sameLengthButOne(said[i], signed[j]) {
			f.Confidence = proved
		}
		f.Message = say.Of("the contents say %s, the article is signed %s", said[i], signed[j])
		if !isPart(said[i], signed[j]) {
			found = append(found, f)
		}
		said, signed = drop(said, i), drop(signed, j)
	}
	return found
}

// closest gives the indexes of the two names that differ least.
func closest(said, signed []string) (i, j int) {
	least := -1
	for x, s := range said {
		for y, t := range signed {
			if d := normal.Distance([]rune(first(s, 20)), []rune(first(t, 20)), 20); least < 0 || d < least {
				least, i, j = d, x, y
			}
		}
	}
	return i, j
}

// isPart tells whether one name is a piece of the other: 林 for 林小河, a name with
// its office. That is how it was cut, not how it was spelled.
func isPart(a, b string) bool {
	a, b = normal.Key(a), normal.Key(b)
	return strings.Contains(a, b) || strings.Contains(b, a)
}

func drop(s []string, i int) []string {
	return append(append([]string{}, s[:i]...), s[i+1:]...)
}

// without gives the names of a that b does not have.
func without(a, b []string) []string {
	has := map[string]bool{}
	for _, n := range b {
		has[normal.Key(n)] = true
	}
	var out []string
	for _, n := range a {
		if k := normal.Key(n); k != "" && !has[k] {
			out = append(out, n)
		}
	}
	return out
}

// unseen gives the names that stand nowhere in the article outside its prose.
func unseen(names []string, a *issue.Article) []string {
	if len(names) == 0 {
		return nil
	}
	var marks strings.Builder
	for _, b := range a.Blocks {
		if !isProse(b.Kind) {
			marks.WriteString(normal.Key(b.Text) + " ")
		}
	}
	var out []string
	for _, n := range names {
		if !strings.Contains(marks.String(), normal.Key(n)) {
			out = append(out, n)
		}
	}
	return out
}

func bylineLines(a *issue.Article) []int {
	if lines := linesOf(a, issue.Byline); len(lines) > 0 {
		return lines
	}
	return titleLines(a)
}

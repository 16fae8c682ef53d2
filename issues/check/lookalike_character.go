package check

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

func lookalikeCharacter() Rule {
	return Rule{
		Code:  "lookalike-character",
		Title: say.Of("a character was taken for one that looks like it"),
		Explanation: say.Of(`Some characters are easily taken for one another (千 干, 未 末, 已 己). One is
reported when its neighbours stand three times and more in the issue around the
other character, and around this one only here. A letter O or l between digits
is reported too.

    text       村千部来了 … 村干部来了 … 村干部来到 … 村干部来过
    finding    lookalike-character: 村千部来 stands once, 村干部来 3 times
    finding    lookalike-character: a letter stands in a number: 2O25年`),
		check: checkLookalikes,
	}
}

// A context is a character among three of its neighbours.
type context [4]rune

// contexts gives the two contexts of the character at i and where it stands in
// them: with two before and one after it, and the other way round.
func (p passage) contexts(i int) [2]context {
	r := func(k int) rune {
		if k < 0 || k >= len(p.runes) || !isHan(p.runes[k]) {
			return 0
		}
		return p.runes[k]
	}
	return [2]context{{r(i - 2), r(i - 1), r(i), r(i + 1)}, {r(i - 1), r(i), r(i + 1), r(i + 2)}}
}

// isFull tells whether the context has no mark or edge in it: those say too little.
func (c context) isFull() bool { return c[0] != 0 && c[1] != 0 && c[2] != 0 && c[3] != 0 }

func checkLookalikes(pr *proof) []issue.Finding {
	shape := map[rune]string{}
	for _, group := range lookalikes {
		for _, r := range group {
			shape[r] = group
		}
	}
	type place struct {
		p passage
		i int
	}
	var places []place
	count := [2]map[context]int{{}, {}}
	var found []issue.Finding
	for _, p := range pr.passages {
		for i, r := range p.runes {
			if isHan(r) && shape[r] != "" {
				places = append(places, place{p, i})
				for k, c := range p.contexts(i) {
					count[k][c]++
				}
			}
		}
		found = append(found, p.lettersInNumbers()...)
	}
	for _, at := range places {
		if f, ok := at.p.lookalike(at.i, shape[at.p.runes[at.i]], count); ok {
			f.Lines = []int{at.p.lineAt(at.i)}
			found = append(found, f)
		}
	}
	return found
}

// lookalike judges the character at i by how often its neighbours surround
// another of its shape.
func (p passage) lookalike(i int, group string, count [2]map[context]int) (issue.Finding, bool) {
	const often = 3 // fewer may be chance
	for k, c := range p.contexts(i) {
		if group == "" || !c.isFull() || count[k][c] != 1 {
			continue
		}
		at := 2 - k
		for _, other := range group {
			if other == c[at] {
				continue
			}
			d := c
			d[at] = other
			if n := count[k][d]; n >= often {
				return issue.Finding{
					Severity: issue.Warning, Values: []string{string(c[:]), string(d[:])}, Confidence: strong,
					Message: say.Of("%s stands once, %s %s", string(c[:]), string(d[:]), times(n)),
				}, true
			}
		}
	}
	return issue.Finding{}, false
}

// lettersInNumbers finds O, o, l and I where a figure belongs: between two, in
// what has no other letters. Codes such as A2O5 may mean what they say.
func (p passage) lettersInNumbers() []issue.Finding {
	var found []issue.Finding
	for from := 0; from < len(p.runes); from++ {
		to, letters, at := from, 0, -1
		for to < len(p.runes) && (isLatin(p.runes[to]) || isDigit(p.runes[to])) {
			if isLatin(p.runes[to]) {
				letters++
				at = to
			}
			to++
		}
		if letters == 1 && at > from && at+1 < to && strings.ContainsRune("OolI", p.runes[at]) {
			near := p.around(at, at+1)
			found = append(found, issue.Finding{
				Severity: issue.Warning, Lines: []int{p.lineAt(at)}, Values: []string{near}, Confidence: plain,
				Message: say.Of("a letter stands in a number: %s", near),
			})
		}
		from = max(from, to)
	}
	return found
}

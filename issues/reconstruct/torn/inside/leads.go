package inside

import (
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
	"kanyin/issues/say"
)

// FindLeads finds run-in headings: the opening words of paragraphs that the
// house sets bold.
//
// How: a paragraph's opening is its first sentence, if that is short, or what
// stands in brackets or before a blank, whatever bullet stands before. No
// opening is a run-in heading alone; a series is, under one heading: openings
// of one build, near enough to each other, of nearly one length, and worded as
// headings are. A blank, a bracket, a date or a count before the words says
// more than a full stop, so that fewer of them make a series. What a story tells (he, she, did, was) is no heading,
// unless its fellows are parallel to it; at a series' ends it is the
// introduction and the close.
//
// Where it fails: paragraphs in a row that happen to begin with short
// sentences of one length; a series parted by headings, one a part.
func FindLeads(d *draft.Draft) {
	for n := range d.Articles {
		var part []leadRow
		asked := false // the block before asks, and an answer's first word is no heading
		flush := func() {
			for _, b := range builds(part) {
				leadsOf(d, part, b)
			}
			part = nil
		}
		for _, b := range d.Articles[n].Blocks {
			r := &d.Rows[b[0]]
			switch r.Kind {
			case issue.Paragraph:
				l := leadRow{row: b[0]}
				if !asked {
					l = openingOf(d, b)
				}
				part = append(part, l)
			case issue.Heading, issue.Title:
				flush()
			}
			asked = strings.HasSuffix(d.Rows[b[len(b)-1]].Fold, "?")
		}
		flush()
	}
}

// A leadRow is a paragraph with its opening, or with none.
type leadRow struct {
	row   int
	lead  string // as the text has it; "" for none
	fold  string // folded, without its marks
	build build
	tells bool // it has the words of a story
}

// A build is what the openings of one series have in common.
type build struct {
	form     leadForm
	bulleted bool
	commas   int
}

type leadForm uint8

const (
	sentenceLead leadForm = iota // ends with a full stop
	countedLead                  // the same, and begins with a date or an ordinal
	gapLead                      // a blank follows it
	boxedLead                    // stands in brackets
	labelLead                    // a colon follows it, and a bullet stands before it
)

// builds gives the builds of the openings in the order in which they come.
func builds(part []leadRow) []build {
	var out []build
	for _, l := range part {
		if l.lead != "" && !slices.Contains(out, l.build) {
			out = append(out, l.build)
		}
	}
	return out
}

// leadsOf makes run-in headings of the part's openings that have the build,
// where they are a series.
func leadsOf(d *draft.Draft, part []leadRow, b build) {
	var at []int
	for i, l := range part {
		if l.lead != "" && l.build == b {
			at = append(at, i)
		}
	}
	at = ofOneLength(part, at)
	for _, run := range near(at) {
		run = plainEnds(part, run)
		s := leadSeries{part: part, at: run, build: b}
		if !s.stands() {
			continue
		}
		for _, i := range run {
			d.Rows[part[i].row].Lead = part[i].lead
			d.Decide(say.Of("begins with a run-in heading, as %d paragraphs near it do", len(run)-1), 0, part[i].row)
		}
	}
}

// ofOneLength drops openings at both ends that are twice as long or half as
// long as the middle one: the introduction before the series and the close
// behind it.
func ofOneLength(part []leadRow, at []int) []int {
	const most = 4 // of the introduction's and the close's paragraphs together
	for n := 0; n < most && len(at) > 1; n++ {
		middle := medianLength(part, at)
		odd := func(i int) bool {
			n := wording.RuneCount(part[i].lead)
			return n > 2*middle+1 || 2*n+1 < middle
		}
		switch {
		case odd(at[0]):
			at = at[1:]
		case odd(at[len(at)-1]):
			at = at[:len(at)-1]
		default:
			return at
		}
	}
	return at
}

// near parts the openings where more than two paragraphs without one stand
// between them: a run-in heading may have that many under it.
func near(at []int) [][]int {
	const under = 2
	var out [][]int
	from := 0
	for k := 1; k <= len(at); k++ {
		if k == len(at) || at[k]-at[k-1] > under+1 {
			out = append(out, at[from:k])
			from = k
		}
	}
	return out
}

// plainEnds drops the openings at both ends that tell a story where those
// between them do not: the introduction and the close begin with a sentence.
func plainEnds(part []leadRow, at []int) []int {
	telling := 0
	for _, i := range at {
		if part[i].tells {
			telling++
		}
	}
	if len(at) < 3 || 2*telling >= len(at) {
		return at
	}
	if part[at[0]].tells {
		at = at[1:]
	}
	if last := len(at) - 1; part[at[last]].tells {
		at = at[:last]
	}
	return at
}

// A leadSeries is openings of one build near each other.
type leadSeries struct {
	part  []leadRow
	at    []int
	build build
}

// stands reports whether the openings are run-in headings.
func (s leadSeries) stands() bool {
	const (
		pair    = 16 // runes of an opening, where two alone are a series
		loose   = 16 // runes by which openings side by side may differ: what they have in common is their place
		parted  = 4  // the same with paragraphs between them
		clauses = 3  // the same for sentences of two halves
		equal   = 2  // as near as chance seldom brings two sentences
	)
	n := len(s.at)
	if n < 2 {
		return false
	}
	shortest, longest, telling := s.measure()
	spread := longest - shortest
	side := s.at[n-1]-s.at[0] == n-1 // side by side, without other paragraphs between them
	switch s.build.form {
	case gapLead, boxedLead, labelLead:
		return telling == 0 || n > 2
	case countedLead:
		return telling == 0 && side || n > 2 && (s.parallel() || telling == 0)
	}
	worded := telling == 0 || n > 3 && 3*telling <= n
	switch {
	case s.build.commas > 1:
		return false
	case s.build.commas == 1: // a sentence of two halves, as its fellows are, but none that says one half again and again
		return n > 2 && side && spread <= clauses && !s.repeats() && (worded || s.parallel() && spread <= 1)
	case n == 2: // two short sentences are chance, unless they are all the part has
		return side && worded && spread <= equal && longest <= pair && s.most()
	case side:
		return spread <= loose && worded || spread <= equal && s.parallel()
	}
	return worded && spread <= parted && 2*n > s.at[n-1]-s.at[0]
}

func (s leadSeries) measure() (shortest, longest, telling int) {
	shortest = 1000
	for _, i := range s.at {
		n := wording.RuneCount(s.part[i].fold)
		shortest, longest = min(shortest, n), max(longest, n)
		if s.part[i].tells {
			telling++
		}
	}
	return shortest, longest, telling
}

// most reports whether at least half of the part's paragraphs are in the series.
func (s leadSeries) most() bool { return 2*len(s.at) >= len(s.part) }

// repeats reports whether all have one first half, as a speaker's refrain has.
func (s leadSeries) repeats() bool {
	first, _, _ := strings.Cut(s.part[s.at[0]].fold, ",")
	return !slices.ContainsFunc(s.at, func(i int) bool { return !strings.HasPrefix(s.part[i].fold, first+",") })
}

// parallel reports whether all share a character at one place, counted from
// the beginning or from the end.
func (s leadSeries) parallel() bool {
	first := []rune(s.part[s.at[0]].fold)
	for k := range first {
		head, tail := true, true
		for _, i := range s.at[1:] {
			f := []rune(s.part[i].fold)
			head = head && k < len(f) && f[k] == first[k]
			tail = tail && k < len(f) && f[len(f)-1-k] == first[len(first)-1-k]
		}
		if head && wording.Han(first[k]) || tail && wording.Han(first[len(first)-1-k]) {
			return true
		}
	}
	return false
}

func medianLength(part []leadRow, at []int) int {
	n := make([]int, len(at))
	for k, i := range at {
		n[k] = wording.RuneCount(part[i].lead)
	}
	slices.Sort(n)
	return n[len(n)/2]
}

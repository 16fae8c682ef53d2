package reconstruct

import (
	"sort"
	"strings"
	"unicode"

	"kanyin/issues/issue"
)

// findLeads finds run-in headings: the opening words of paragraphs that the
// house sets bold.
//
// How: a paragraph's opening is its first sentence, if that is short, or what
// stands before a blank. Openings are a series when two or more neighbouring
// paragraphs under one heading have them with the same build: the same marks,
// and nearly one length or no comma at all. One short sentence alone is just a
// short sentence.
//
// Where it fails: two neighbouring paragraphs that happen to begin with short
// sentences of one length.
func findLeads(d *draft) {
	for n := range d.articles {
		var run []leadRow
		flush := func() {
			d.leadRun(run)
			run = nil
		}
		for _, b := range d.articles[n].blocks {
			r := &d.rows[b[0]]
			switch r.kind {
			case issue.Paragraph:
				run = append(run, leadRow{b[0], openingOf(r.text, r.fold)})
			case issue.Heading, issue.Title:
				flush()
			}
		}
		flush()
	}
}

type leadRow struct {
	row  int
	lead string
}

// build is what openings of one series have in common.
type build struct {
	commas int
	blank  bool
}

func (l leadRow) build() build {
	f := foldOf(l.lead)
	return build{strings.Count(f, ","), !ended(f)}
}

// leadRun decides which openings among neighbouring paragraphs are leads.
func (d *draft) leadRun(run []leadRow) {
	counts := map[build]int{}
	for _, l := range run {
		if l.lead != "" {
			counts[l.build()]++
		}
	}
	best, most := build{}, 0
	for _, l := range run { // in order, so that ties fall alike
		if b := l.build(); l.lead != "" && counts[b] > most {
			best, most = b, counts[b]
		}
	}
	for i := 0; i < len(run); {
		j := i
		for j < len(run) && run[j].lead != "" && run[j].build() == best {
			j++
		}
		if kin := alikeOpenings(run[i:j], best); len(kin) > 0 {
			for _, l := range kin {
				r := &d.rows[l.row]
				r.lead = l.lead
				d.decide("begins with a run-in heading, as "+itoa(len(kin))+" neighbouring paragraphs do", 0, l.row)
			}
		}
		i = max(j, i+1)
	}
}

// alikeOpenings gives those of the neighbours whose openings are built alike,
// without the introduction before them and the close behind: at least two of
// nearly one length, and three where they hold a comma, as sentences do.
func alikeOpenings(run []leadRow, b build) []leadRow {
	for len(run) > 1 {
		middle := medianOf(run)
		first, last := runeCount(run[0].lead), runeCount(run[len(run)-1].lead)
		switch {
		case first > 2*middle || 2*first < middle:
			run = run[1:]
			continue
		case last > 2*middle || 2*last < middle:
			run = run[:len(run)-1]
			continue
		}
		break
	}
	shortest, longest := 1000, 0
	for _, l := range run {
		n := runeCount(l.lead)
		shortest, longest = min(shortest, n), max(longest, n)
	}
	spread := longest - shortest
	alike := len(run) > 2 && spread <= 16
	switch {
	case b.commas > 0:
		alike = b.commas == 1 && len(run) > 2 && spread <= 3
	case len(run) == 2:
		alike = spread <= 2 && longest <= 16
	}
	if !alike {
		return nil
	}
	return run
}

func medianOf(run []leadRow) int {
	n := make([]int, len(run))
	for i, l := range run {
		n[i] = runeCount(l.lead)
	}
	sort.Ints(n)
	return n[len(n)/2]
}

// openingOf gives the paragraph's opening as the text has it, or "": the first
// sentence of at most thirty runes with text after it, or the words before a
// first blank of the source.
func openingOf(text, fold string) string {
	const least, most, label = 4, 32, 5
	if turn(fold) {
		return ""
	}
	n := 0
	for at, r := range fold {
		n++
		next := at + len(string(r))
		switch {
		case n > most || next >= len(fold):
			return ""
		case string(r) == fullStop, r == '.' && latin(firstRune(fold)) && fold[next] == ' ':
			if n < least || open(fold[:next]) {
				return ""
			}
			return prefixOf(text, fold[:next])
		case r == ' ' && n > least && n <= 20 && han(firstRune(fold)):
			if head := fold[:at]; paused(head) || open(head) || !han(lastRune(head)) {
				return ""
			}
			return prefixOf(text, fold[:at])
		case r == ':' && n <= label: // a label before the words: step one:
		case strings.ContainsRune(leadStops, r):
			return ""
		}
	}
	return ""
}

// prefixOf gives as much of text as head has characters, blanks aside.
func prefixOf(text, head string) string {
	n := runeCount(strings.ReplaceAll(head, " ", ""))
	for at, r := range text {
		if n == 0 {
			return text[:at]
		}
		if !unicode.IsSpace(r) {
			n--
		}
	}
	return text
}

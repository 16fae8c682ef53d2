package reconstruct

import (
	"strings"

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
		if j-i >= 2 && alikeOpenings(run[i:j], best) {
			for _, l := range run[i:j] {
				r := &d.rows[l.row]
				r.lead = l.lead
				d.decide("begins with a run-in heading, as "+itoa(j-i)+" neighbouring paragraphs do", 0, l.row)
			}
		}
		i = max(j, i+1)
	}
}

// alikeOpenings reports whether the openings are built alike: two need nearly
// one length, and so do more where they have commas, as sentences do.
func alikeOpenings(run []leadRow, b build) bool {
	shortest, longest := 1000, 0
	for _, l := range run {
		n := runeCount(l.lead)
		shortest, longest = min(shortest, n), max(longest, n)
	}
	spread := longest - shortest
	switch {
	case b.commas > 1:
		return false
	case b.commas == 1:
		return spread <= 3 && len(run) >= 2
	case len(run) == 2:
		return spread <= 4
	}
	return spread <= 16
}

// openingOf gives the paragraph's opening, or "": the first sentence of at
// most thirty runes with text after it, or the words before a first blank.
func openingOf(text, fold string) string {
	const least, most = 4, 32
	n := 0
	for at, r := range text {
		n++
		if n > most {
			return ""
		}
		end := text[:at+len(string(r))]
		switch {
		case string(r) == fullStop:
			if n < least || at+len(string(r)) >= len(text) || open(foldOf(end)) {
				return ""
			}
			return end
		case r == ' ' && n > least && n <= 20 && han(firstRune(text)):
			head := strings.TrimSpace(end)
			if paused(foldOf(head)) || open(foldOf(head)) || !han(lastRune(head)) || !han(firstRune(text[at+1:])) {
				return ""
			}
			return head
		case strings.ContainsRune(leadStops, r):
			return ""
		}
	}
	return ""
}

package masthead

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/fold"
)

// A Line is a line of the cover, the colophon or a running head.
type Line struct {
	Text   string
	Number int     // in the source, from 1
	Page   int     // of the source
	Size   float32 // of its type, in points; 0 unknown
}

// Read reads an issue's particulars. Texts are the titles of its articles, which
// a cover prints too.
//
// How: numbers are read in their usual forms, those of the cover before those of
// the colophon before those of running heads; a month is the number where no
// line says one. The title is what the publisher's name quotes; else the words
// that most speak for it: they stand large on the cover, on many pages, in the
// name of the house.
// Where it fails: a title that is a drawing and stands in no running head.
func Read(cover, colophon, running []Line, texts []string) issue.Meta {
	var m issue.Meta
	for n, zone := range [][]Line{cover, colophon, running} {
		for _, l := range zone {
			line := fold.Of(l.Text)
			Numbers(&m, printed(&m, line, n == 0), line, n == 0)
		}
	}
	if m.Number == 0 {
		m.Number = month(slices.Concat(cover, colophon, running), m.Year)
	}
	for _, l := range colophon {
		word, rest := DutyOf(fold.Of(l.Text))
		names := strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune(" ,/;"+enumComma, r) })
		Duty(&m, word, rest, issue.Staff{Duty: word, Names: names, Lines: []int{l.Number}})
	}
	m.Title = title(cover, colophon, running, texts)
	return m
}

// dayOf is a full date, as newspapers have it.
var dayOf = regexp.MustCompile(`([12]\d{3}) ?年 ?(\d{1,2}) ?月 ?\d{1,2} ?日`)

// printed reads when the issue came out, of a line that is known to say so: a
// newspaper has a full date, and a running head other words beside it.
func printed(m *issue.Meta, line string, cover bool) Date {
	got := DateOf(line, cover)
	if d := dayOf.FindStringSubmatch(InFigures(line)); d != nil && got.Year == 0 {
		got.Year, _ = fold.Number(d[1])
		m.Date = cmp.Or(m.Date, strings.ReplaceAll(d[0], " ", ""))
	}
	if got.Year == 0 { // beside a title and a folio: 河口 2025.03 12
		for _, w := range strings.Fields(line) {
			if d := DateOf(w, true); d.Year > 0 && d.Number+d.Month > 0 {
				got = d
			}
		}
	}
	return got
}

// Numbers takes year and number of a line's date, and reads the line's total and
// serial numbers, where they are not known yet.
func Numbers(m *issue.Meta, got Date, line string, cover bool) {
	if m.Year == 0 {
		m.Year = got.Year
	}
	if m.Number == 0 && (cover || got.Year > 0) {
		m.Number = got.Number
	}
	if m.Total == 0 {
		m.Total = Total(InFigures(line))
	}
	if m.ISSN == "" {
		m.ISSN = ISSN(line)
	}
	if m.CN == "" {
		m.CN = CN(line)
	}
}

// month gives the month that the first line with the year has.
func month(lines []Line, year int) int {
	for _, l := range lines {
		line := InFigures(fold.Of(l.Text))
		if got := DateOf(line, false); got.Year > 0 && got.Year == year && got.Month > 0 {
			return got.Month
		}
		if d := dayOf.FindStringSubmatch(line); d != nil {
			n, _ := fold.Number(d[2])
			return n
		}
	}
	return 0
}

// Duty takes a duty of the colophon with what stands behind it: of 定价：12.00元 the
// price. A duty that names neither publisher, price, date nor address is a person's,
// 主编　某某, and goes to the staff.
func Duty(m *issue.Meta, word, rest string, people issue.Staff) {
	if word == "" || rest == "" {
		return
	}
	value := normal.Text(rest)
	switch low := strings.ToLower(word); {
	case slices.Contains(PublisherDuties, low):
		m.Publisher = cmp.Or(m.Publisher, value)
	case slices.Contains(PriceDuties, low):
		m.Price = cmp.Or(m.Price, value)
	case slices.Contains(DateDuties, low):
		m.Date = cmp.Or(m.Date, value)
	case slices.Contains(ContactDuties, low):
	default:
		m.Staff = append(m.Staff, people)
	}
}

// What speaks for words being the periodical's title.
const (
	onCover    = 3.0  // they stand on the cover by themselves
	largest    = 4.0  // and nothing there is larger
	onAllPages = 10.0 // running heads of all pages have them; fewer in proportion
	inTheHouse = 5.0  // the colophon has them in another name: 江岸杂志社
	leastTitle = 3.5  // what less speaks for may be anything
)

// title finds the periodical's title.
func title(cover, colophon, running []Line, texts []string) string {
	for _, l := range colophon {
		if t, ok := QuotedTitle(fold.Of(l.Text)); ok {
			return normal.Text(t)
		}
	}
	taken := map[string]bool{}
	for _, t := range texts {
		taken[normal.Key(t)] = true
	}
	var big float32
	for _, l := range cover {
		big = max(big, l.Size)
	}
	onHeads := headsOf(running)
	best, most := "", leastTitle
	weigh := func(s string, score float64) {
		key := normal.Key(s)
		if taken[key] || !couldBeTitle(s) {
			return
		}
		score += onAllPages * onHeads.share(key)
		for _, l := range colophon {
			if k := normal.Key(l.Text); k != key && strings.Contains(k, key) {
				score += inTheHouse
				break
			}
		}
		if score > most {
			best, most = normal.Text(BareTitle(s)), score
		}
	}
	for _, l := range cover {
		score := onCover
		if l.Size > 0 && l.Size == big || big == 0 && couldBeTitle(l.Text) {
			score += largest
			big = max(big, 1) // the first that could be
		}
		weigh(l.Text, score)
	}
	for _, l := range colophon {
		_, name := DutyOf(fold.Of(l.Text))
		for _, tail := range houseTails {
			if t := strings.TrimSuffix(name, tail); t != name {
				weigh(t, 0)
				break
			}
		}
	}
	weighed := map[string]bool{} // heads say the same on every page
	for _, l := range running {
		for _, w := range append([]string{l.Text}, parts(l.Text)...) {
			if !weighed[w] {
				weighed[w] = true
				weigh(w, 0)
			}
		}
	}
	return best
}

// parts gives the words that stand apart in a running head.
func parts(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("|｜·/—-_", r) })
}

// couldBeTitle reports whether the words are short, hold no figures and are no duty.
func couldBeTitle(s string) bool {
	const longest, mostWords = 16, 8 // characters; words of a title in Latin letters
	line := fold.Of(s)
	n := runeCount(line)
	long := n > longest
	var letters Letters
	if letters.Count(line); letters.Words() {
		long = len(strings.Fields(line)) > mostWords
	}
	if n < 2 || long || strings.IndexFunc(InFigures(line), unicode.IsDigit) >= 0 || strings.IndexFunc(line, unicode.IsLetter) < 0 {
		return false
	}
	if strings.Trim(line, dateWords) == "" {
		return false
	}
	duty, _ := DutyOf(line)
	return duty == ""
}

// heads are the running heads' words, with the pages that each stands on.
type heads struct {
	pages map[int]bool
	with  map[string]map[int]bool
}

func headsOf(running []Line) heads {
	h := heads{map[int]bool{}, map[string]map[int]bool{}}
	for _, l := range running {
		h.pages[l.Page] = true
		for _, w := range append(parts(l.Text), l.Text) {
			k := normal.Key(w)
			if h.with[k] == nil {
				h.with[k] = map[int]bool{}
			}
			h.with[k][l.Page] = true
		}
	}
	return h
}

// share is the share of the pages with running heads that have the words in them.
func (h heads) share(key string) float64 {
	if len(h.with[key]) < 2 {
		return 0
	}
	return float64(len(h.with[key])) / float64(len(h.pages))
}

package order

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/prose"
	"kanyin/issues/reconstruct/rows"
	"kanyin/issues/reconstruct/words"
)

// A Sight is a page as the search looks at it; for [Links] it is all pages of a text.
type Sight struct {
	model    model
	n        int        // how many rows the page has
	rows     []rows.Row // and behind them the one that was read last before it, where there is one
	labels   []label.Label
	subjects subjects
	speech   func() *Speech
	ends     []end
	links    map[[2]int]float64 // what is known of a row going on with another, asked once
	begin    []float64          // and of one that begins a thread
	turns    []float64          // and of a turn, NaN until it is asked
	buf      []float64          // room for the options of a row
}

// An end is what a row's ends look like.
type end struct {
	width       float64 // in ems
	short       string  // how far it is from the measure
	first, last string
	head, tail  [2]rune // the two characters at either end, in their order
	balance     int     // brackets that it opens more than it closes
}

// sight looks at the rows, by number. Behind them it has the row that was read last
// before the page, where there is one.
func (r *reader) sight(in []int) *Sight {
	s := &Sight{model: r.model, n: len(in), speech: r.speech, links: map[[2]int]float64{}, turns: make([]float64, turns)}
	if r.last >= 0 {
		in = append(slices.Clone(in), r.last)
	}
	for _, i := range in {
		s.rows = append(s.rows, r.rows[i])
		s.labels = append(s.labels, r.labels[i])
	}
	s.look()
	return s
}

// look looks at the ends of all rows.
func (s *Sight) look() {
	rs := s.rows
	s.ends, s.begin = make([]end, len(rs)), make([]float64, len(rs))
	for i := range s.turns {
		s.turns[i] = math.NaN()
	}
	full, until := 0.0, 0
	for i, r := range rs {
		if i == until && i < s.n {
			until = min(pageEnd(rs, i), s.n)
			full = measure(widths(rs[i:until]))
		}
		w := rows.Width(r.Text)
		first, _ := utf8.DecodeRuneInString(r.Text)
		last, _ := utf8.DecodeLastRuneInString(r.Text)
		s.ends[i] = end{w, short(full - w), class(first), class(last), [2]rune{first}, [2]rune{1: last}, balance(r.Text)}
		if c := []rune(r.Text); len(c) > 1 {
			s.ends[i].head[1], s.ends[i].tail[0] = c[1], c[len(c)-2]
		}
	}
	for i := range rs {
		s.begin[i] = s.model.sum(s.startWords(i))
	}
}

// linkWords gives the words about row b going on with row a: what the two say
// of each other, and nothing of where they stand.
func (s *Sight) linkWords(a, b int) []string {
	x, y := s.ends[a], s.ends[b]
	_, gain := words.Across(s.rows[a].Text, s.rows[b].Text)
	speech := s.speech()
	whole := 0
	if speech.whole(x.tail[0], x.tail[1], y.head[0]) {
		whole++
	}
	if speech.whole(x.tail[1], y.head[0], y.head[1]) {
		whole++
	}
	follows := level(speech.follows(x.tail[1], y.head[0]), -1.5, -.7, -.2, .2, .8, 1.5, 2.5)
	open := ""
	switch {
	case x.balance > 0 && y.balance < 0:
		open = "closes"
	case x.balance > 0:
		open = "open"
	case y.balance < 0:
		open = "shut"
	}
	says := "says" + level(prose.GoesOn(s.rows[a].Text, s.rows[b].Text), -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 8)
	kinds := "kinds:" + s.labels[a].Kind.String() + "-" + s.labels[b].Kind.String()
	return []string{
		says, says + x.last + y.first,
		"cut" + level(gain, .3, 1, 2, 3.5, 5, 7), "turn:" + x.last + "-" + y.first, "rest:" + x.short + x.last, "shorts:" + x.short + y.short,
		"difference" + level(math.Abs(x.width-y.width), .6, 1.5, 2.6, 5, 9), "brackets:" + open, "follows" + follows, "follows" + follows + x.last + y.first, "whole" + strconv.Itoa(whole), "turn:" + x.last + y.short + x.short,
		kinds, kinds + " " + strconv.Itoa(bit(x.last == "stop")),
	}
}

// startWords gives the words about row b beginning a thread.
func (s *Sight) startWords(b int) []string {
	y := s.ends[b]
	return []string{
		"start", "start:" + y.short + y.first, "start:fragment" + level(words.Fragment(s.rows[b].Text), -4, -2, 0, 2),
		"start:shut" + strconv.FormatBool(y.balance < 0), "start:" + s.labels[b].Kind.String(),
	}
}

func (s *Sight) turn(o turn) float64 {
	n := o.number()
	if math.IsNaN(s.turns[n]) {
		s.turns[n] = s.model.sum(o.words())
	}
	return s.turns[n]
}

func (s *Sight) link(a, b int) float64 {
	k := [2]int{a, b}
	v, ok := s.links[k]
	if !ok {
		v = s.model.sum(s.linkWords(a, b))
		s.links[k] = v
	}
	return v
}

func widths(rs []rows.Row) []float64 {
	out := make([]float64, len(rs))
	for i, r := range rs {
		out[i] = rows.Width(r.Text)
	}
	return out
}

// level turns a number into a letter, by the edges that it has reached.
func level(v float64, edges ...float64) string {
	n := 0
	for n < len(edges) && v >= edges[n] {
		n++
	}
	return string(rune('a' + n))
}

func short(v float64) string { return level(v, -2.5, -.6, .6, 1.5, 2.5, 5, 10) }

// measure gives the width that most wide rows have, in whole ems.
func measure(widths []float64) float64 {
	count := map[float64]int{}
	sorted := slices.Clone(widths)
	slices.Sort(sorted)
	top := sorted[len(sorted)*9/10]
	best := math.Round(top)
	for _, w := range sorted {
		if w > .6*top {
			count[math.Round(w)]++
		}
	}
	for w, n := range count {
		if n > count[best] || n == count[best] && w > best {
			best = w
		}
	}
	return best
}

func class(c rune) string {
	switch {
	case strings.ContainsRune("。！？!?…", c):
		return "stop"
	case strings.ContainsRune("，、；,;", c):
		return "comma"
	case strings.ContainsRune("：:", c):
		return "colon"
	case strings.ContainsRune("”」』", c):
		return "quote"
	case strings.ContainsRune("）)】］]》〕", c):
		return "close"
	case strings.ContainsRune("“「『（(《【〔［[", c):
		return "open"
	case unicode.IsDigit(c):
		return "digit"
	case c >= 0x3400 && c <= 0x9fff:
		return "han"
	case unicode.IsLetter(c):
		return "letter"
	}
	return "mark"
}

// balance counts the brackets and quotation marks that a row opens and leaves
// open, less those that it closes and did not open.
func balance(s string) int {
	n := 0
	for _, c := range s {
		switch {
		case strings.ContainsRune("“「『（(《【〔", c):
			n++
		case strings.ContainsRune("”」』）)》】〕", c):
			n--
		}
	}
	return n
}

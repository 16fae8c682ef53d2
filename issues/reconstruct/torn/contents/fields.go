package contents

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
)

// A field is the least that a row of the contents can be parted into: words
// between two marks or blanks, or a page.
type field struct {
	row      int
	text     string // of the part of the row between wide gaps, folded
	from, to int    // bytes of text
	page     int    // 0 for words
	gap      gap    // what stands before it
	opens    bool   // the first of its row
	closes   bool   // the last of its row
	upright  bool   // a column's name, set a character a row
	rows     int    // how many rows it takes
}

// A gap is what parts a field from the one before it.
type gap uint8

const (
	narrow gap = iota // a blank or a mark
	parting
	nextRow
	gaps
)

// word gives what the field says.
func (f *field) word() string { return f.text[f.from:f.to] }

// fieldsOf parts the rows from a to b.
func fieldsOf(d *draft.Draft, a, b int) []field {
	var out []field
	head, tail := tightEdges(d, a, b)
	for i := a; i < b; {
		if n := upright(d, i, b); n > 1 {
			out = append(out, uprightField(d, i, n))
			i += n
			continue
		}
		first := len(out)
		for k, part := range atGaps(d.Rows[i].Raw) {
			parted := len(out)
			out = append(out, PartFields(d, i, part, head, tail)...)
			if k > 0 && parted < len(out) {
				out[parted].gap = parting
			}
		}
		if first < len(out) {
			out[first].gap, out[first].opens, out[len(out)-1].closes = nextRow, true, true
		}
		i++
	}
	numeralPages(out)
	return out
}

// numeralPages makes pages of ideographs that count at the edges of rows, where
// they rise and no figures do.
func numeralPages(fields []field) {
	const least = 3 // fewer are numerals in titles
	var at []int
	for i := range fields {
		f := &fields[i]
		if f.page > 0 {
			return
		}
		if bare := numeralOf(f.word()); (f.opens || f.closes) && bare > 0 {
			at = append(at, i)
			f.page = bare
		}
	}
	if rise := longestRise(fields, at); len(at) < least || 2*len(rise) <= len(at) {
		for _, i := range at {
			fields[i].page = 0
		}
	}
}

// numeralOf gives the page that a word counts in ideographs, 0 for none.
func numeralOf(word string) int {
	bare, _, _ := wording.CutPrefix(word, wording.PageWords)
	return wording.Numeral(strings.TrimRight(bare, wording.PageOf))
}

func uprightField(d *draft.Draft, i, n int) field {
	var s strings.Builder
	for k := range n {
		s.WriteString(d.Rows[i+k].Fold)
	}
	return field{row: i, text: s.String(), to: s.Len(), gap: nextRow, opens: true, closes: true, upright: true, rows: n}
}

// PartFields parts the part of row i.
func PartFields(d *draft.Draft, i int, part string, head, tail bool) []field {
	var out []field
	for _, w := range wordRuns(part) {
		f := field{row: i, text: part, from: w[0], to: w[1], rows: 1}
		cuts := tightCuts(part[f.from:f.to], head && len(out) == 0, tail)
		for _, at := range cuts {
			g := f
			g.to = f.from + at
			g.page = pageOfField(part[g.from:g.to])
			out = append(out, g)
			f.from = g.to
		}
		f.page = pageOfField(part[f.from:f.to])
		out = append(out, f)
	}
	out = joinPages(out)
	if d.English {
		out = joinLatin(out)
	}
	return out
}

// wordRuns gives the runs of letters and figures in s, with quotation marks and
// what stands inside a word.
func wordRuns(s string) [][2]int {
	var out [][2]int
	from := -1
	for at, r := range s {
		if inWord(s, at, r) {
			if from < 0 {
				from = at
			}
			continue
		}
		if from >= 0 {
			out = append(out, [2]int{from, at})
		}
		from = -1
	}
	if from >= 0 {
		out = append(out, [2]int{from, len(s)})
	}
	return out
}

// inWord reports whether the rune at that place belongs to a word: a dot or a
// hyphen does where letters stand on both its sides.
func inWord(s string, at int, r rune) bool {
	if unicode.IsLetter(r) || unicode.IsNumber(r) || strings.ContainsRune(wording.WordMarks, r) {
		return true
	}
	if !strings.ContainsRune(wording.InnerMarks, r) {
		return false
	}
	before, after := wording.LastRune(s[:at]), wording.FirstRune(s[at+utf8.RuneLen(r):])
	return wordRune(before) && wordRune(after)
}

func wordRune(r rune) bool { return wording.Digit(r) || wording.Latin(r) }

// pageOfField gives the page that a field is, 0 for none.
func pageOfField(s string) int {
	figures := strings.IndexFunc(s, unicode.IsDigit)
	if figures < 0 {
		return 0
	}
	if rest := strings.TrimLeft(s[figures:], "0123456789"); len(s)-figures-len(rest) > wording.PageDigits {
		return 0
	}
	return lonePage(s)
}

// joinPages makes one field of a page and the word before it, and of the first
// and last page of an article.
func joinPages(fields []field) []field {
	out := fields[:0]
	for _, f := range fields {
		if n := len(out); n > 0 && f.page > 0 {
			last := &out[n-1]
			between := strings.Trim(f.text[last.to:f.from], ". ")
			word := strings.ToLower(f.text[last.from:last.to])
			switch {
			case last.page > 0 && between != "" && strings.Trim(between, wording.Leaders) == "" && f.page > last.page && wording.RuneCount(between) == 1:
				last.to = f.to
				continue
			case between == "" && last.page == 0 && wording.Contains(wording.PageWords, word):
				last.to, last.page = f.to, f.page
				continue
			}
		}
		out = append(out, f)
	}
	return out
}

// joinLatin makes one field of words that only a blank parts; the word before
// authors begins another.
func joinLatin(fields []field) []field {
	out := fields[:0]
	for _, f := range fields {
		if n := len(out); n > 0 && f.page == 0 && out[n-1].page == 0 && !strings.EqualFold(f.word(), wording.ByWord) && f.text[out[n-1].to:f.from] == " " {
			out[n-1].to = f.to
			continue
		}
		out = append(out, f)
	}
	return out
}

// tightEdges reports whether pages stand right before or right behind the
// words, without a blank.
func tightEdges(d *draft.Draft, a, b int) (head, tail bool) {
	heads, tails := 0, 0
	for i := a; i < b; i++ {
		ws := wordRuns(d.Rows[i].Fold)
		if len(ws) == 0 {
			continue
		}
		first, last := d.Rows[i].Fold[ws[0][0]:ws[0][1]], d.Rows[i].Fold[ws[len(ws)-1][0]:ws[len(ws)-1][1]]
		switch {
		case len(tightCuts(last, false, true)) > 0:
			tails++
		case len(tightCuts(first, true, false)) > 0:
			heads++
		}
	}
	const least = 3 // rows: fewer are no habit
	return heads >= least && heads > tails, tails >= least && tails >= heads
}

// tightCuts gives where figures meet ideographs at the word's head or tail.
func tightCuts(w string, head, tail bool) []int {
	if head {
		bare := strings.TrimLeft(w, "0123456789")
		if n := len(w) - len(bare); n > 0 && n <= wording.PageDigits && wording.Han(wording.FirstRune(bare)) && !strings.ContainsRune(wording.CountersAfter, wording.FirstRune(bare)) {
			return []int{n}
		}
	}
	if tail {
		bare := strings.TrimRight(w, "0123456789")
		if n := len(w) - len(bare); n > 0 && n <= wording.PageDigits && (wording.Han(wording.LastRune(bare)) || strings.ContainsRune(wording.Closers, wording.LastRune(bare))) {
			return []int{len(bare)}
		}
	}
	return nil
}

// wordsBetween gives what stands from field a up to field b, with the brackets
// that belong to it.
func wordsBetween(fields []field, a, b int) string {
	var s strings.Builder
	for a < b {
		end := a + 1
		for end < b && fields[end].gap == narrow {
			end++
		}
		if s.Len() > 0 {
			s.WriteByte(' ')
		}
		s.WriteString(partBetween(&fields[a], &fields[end-1]))
		a = end
	}
	return s.String()
}

func partBetween(a, b *field) string {
	from, to := a.from, b.to
	before := a.text[:from]
	if strings.HasSuffix(before, wording.Dash+wording.Dash) && strings.TrimLeft(before, wording.Dash) == "" && a.opens {
		from = 0 // a subtitle keeps its dash
	}
	if wording.Open(a.text[from:to]) {
		if r := wording.FirstRune(a.text[to:]); r != 0 && strings.ContainsRune(wording.Closers, r) && !wording.Open(a.text[from:to+utf8.RuneLen(r)]) {
			to += utf8.RuneLen(r)
		} else if r := wording.LastRune(before); r != 0 && strings.ContainsRune(wording.Openers, r) && !wording.Open(a.text[from-utf8.RuneLen(r):to]) {
			from -= utf8.RuneLen(r)
		}
	}
	return a.text[from:to]
}

// atGaps parts a raw line at its wide gaps and folds the parts.
func atGaps(raw string) []string {
	const wide = 4 // half ems: two blanks between title and author are less
	var parts []string
	gap, from, to := 0, 0, 0 // to is where the gap begins
	for at, r := range raw {
		if n := wording.IndentOf(string(r)); n > 0 {
			if gap == 0 {
				to = at
			}
			gap += n
			continue
		}
		if gap >= wide && to > from {
			parts = append(parts, wording.FoldOf(raw[from:to]))
			from = at
		}
		gap = 0
	}
	return append(parts, wording.FoldOf(raw[from:]))
}

// lonePage gives the page of a line that holds nothing else, the first of several,
// 0 for none.
func lonePage(fold string) int {
	bare, _, _ := wording.CutPrefix(strings.ToLower(fold), wording.PageWords)
	bare = strings.TrimLeft(strings.TrimRight(bare, wording.PageOf), ". ")
	n, rest := wording.Number(bare)
	if last := strings.TrimLeft(rest, wording.Leaders); rest != "" && (rest == last || !wording.AllDigits(last)) {
		return 0
	}
	return n
}

// upright counts the rows of one character each that begin at row i.
func upright(d *draft.Draft, i, to int) int {
	n := 0
	for i+n < to && d.Rows[i+n].Runes == 1 && wording.Han(wording.FirstRune(d.Rows[i+n].Fold)) && (n == 0 || d.Rows[i+n].Blank == 0 || n > 0 && d.Rows[i+1].Blank == d.Rows[i+n].Blank) {
		n++
	}
	return n
}

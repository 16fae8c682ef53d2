package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/issue"
	"kanyin/layout/paragraph"
)

// The front of an issue is set anew from what was read out of it. What of its
// text finds no place there goes to the colophon, so that nothing is lost.

// How many characters a duty of a masthead has at most: before its value, as
// 国际标准连续出版物号 has, and on a line of its own, as 封面摄影.
const (
	dutyLimit = 10
	loneDuty  = 4
)

// dutyOf is the duty that a masthead's line begins with, or the line itself
// where it is nothing but a label.
func dutyOf(text string) string {
	at := strings.IndexFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '：' || r == ':' })
	if at < 0 {
		if utf8.RuneCountInString(text) <= loneDuty {
			return text
		}
		return ""
	}
	if utf8.RuneCountInString(text[:at]) > dutyLimit {
		return ""
	}
	return text[:at]
}

// colophon is the story of the last page: the imprint, what of the front's text
// stands nowhere else, and that an editor corrected the reading.
func (c *composer) colophon() *story {
	rest := c.leftOver()
	var imprint []string
	if !c.hasMasthead() {
		imprint = c.words.imprint(c.issue.Meta)
	}
	note := c.words.correctedBy(c.issue)
	if len(rest) == 0 && len(imprint) == 0 && note == "" {
		return nil
	}
	cols := c.grating(c.Columns)
	g := &galley{composer: c, article: &issue.Article{}, measure: cols.measure, starts: map[int]int{}}
	k := look{face: c.Faces.Body, lead: c.Faces.Lead, size: c.small, align: paragraph.Left}
	var lines []placed
	title := c.words.pictures
	if len(imprint) > 0 || note != "" || !onlyCaptions(rest) {
		title, imprint = c.words.colophon, append([]string{c.doc.Title}, imprint...)
	}
	for _, line := range imprint {
		lines = append(lines, linesOf(c.setPlain(line, k, g.measure))...)
	}
	for i := range rest {
		b := rest[i]
		if b.Kind == issue.Masthead {
			b.Lead = dutyOf(b.Text)
		}
		s := c.setBlock(&b, -1, "P", k, g.measure)
		lines = append(lines, linesOf(s)...)
	}
	if note != "" {
		lines = append(lines, linesOf(c.setPlain(note, k, g.measure))...)
	}
	g.packed(single(lines))
	return &story{name: "colophon", title: title, opening: (&opening{composer: c}).plain(title, "H1"), flow: g.flowed(cols), section: title}
}

// onlyCaptions reports whether blocks are all about pictures.
func onlyCaptions(blocks []issue.Block) bool {
	for _, b := range blocks {
		if b.Kind != issue.Caption && b.Kind != issue.Credit {
			return false
		}
	}
	return true
}

// hasMasthead reports whether the issue has a masthead, which says all that an imprint does.
func (c *composer) hasMasthead() bool {
	for _, b := range c.issue.Front {
		if b.Kind == issue.Masthead {
			return true
		}
	}
	return false
}

// leftOver lists the front's blocks whose text cover, contents and masthead do
// not print: those of the masthead first.
func (c *composer) leftOver() []issue.Block {
	printed := c.frontText()
	entries := map[int]bool{}
	for _, e := range c.issue.Toc {
		for _, n := range e.Lines {
			entries[n] = true
		}
	}
	var masthead, rest []issue.Block
	for _, b := range c.issue.Front {
		switch {
		case b.Kind == issue.Masthead && c.mastheadPlaced,
			b.Kind == issue.Toc && len(b.Lines) > 0 && entries[b.Lines[0]],
			c.ornament(&b), printedDigits(b.Text) != "",
			strings.Contains(printed, letters(b.Text)),
			c.isNumbering(b.Text):
		case b.Kind == issue.Masthead:
			masthead = append(masthead, b)
		default:
			rest = append(rest, b)
		}
	}
	return append(masthead, rest...)
}

// ornamentLimit is how many letters an ornament of the contents' heading has.
const ornamentLimit = 24

// ornament reports whether a block of the contents is its heading once more, in
// Latin letters, as Chinese periodicals have it: CONTENTS, MULU.
func (c *composer) ornament(b *issue.Block) bool {
	if c.script == issue.Latin || b.Kind != issue.Toc || len(b.Text) > ornamentLimit {
		return false
	}
	for _, r := range b.Text {
		if r != ' ' && (r > unicode.MaxASCII || !unicode.IsLetter(r)) {
			return false
		}
	}
	return b.Text != ""
}

// frontText is the letters of all that cover and contents print.
func (c *composer) frontText() string {
	m := c.issue.Meta
	parts := append([]string{m.Title, m.Numbering(), issnDigits(m.ISSN, m.Year), c.words.contents}, c.words.imprint(m)...)
	for _, e := range c.issue.Toc {
		parts = append(parts, e.Section, e.Subsection, e.Title, strings.Join(e.Authors, ""))
	}
	for i, p := range parts {
		parts[i] = letters(p)
	}
	return strings.Join(parts, "\n")
}

// letters is a text without spaces and marks, for comparing.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
}

// isNumbering reports whether a text says nothing but year and number: 2026·2.
func (c *composer) isNumbering(text string) bool {
	fields := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsDigit(r) })
	m := c.issue.Meta
	if strings.IndexFunc(text, unicode.IsLetter) >= 0 || len(fields) == 0 {
		return false
	}
	for i, want := range []int{m.Year, m.Number} {
		if i < len(fields) && (want == 0 || atoi(fields[i]) != want) {
			return false
		}
	}
	return len(fields) <= 2
}

// atoi reads a few digits; a longer row is no number that an issue has.
func atoi(digits string) int {
	n := 0
	for _, d := range digits {
		if n > 1<<20 {
			return -1
		}
		n = n*10 + int(d-'0')
	}
	return n
}

// single gives each line a row of its own.
func single(lines []placed) [][]placed {
	rows := make([][]placed, len(lines))
	for n, l := range lines {
		rows[n] = []placed{l}
	}
	return rows
}

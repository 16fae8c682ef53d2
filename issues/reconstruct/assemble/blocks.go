package assemble

import (
	"regexp"
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/fold"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/source"
)

// kinds says which block a row's kind makes; what is told apart by its words
// besides stands in kindOf.
var kinds = map[label.Kind]issue.Kind{
	label.Cover: issue.Cover, label.Colophon: issue.Masthead, label.ContentsHead: issue.Toc, label.ContentsSection: issue.Toc, label.Contents: issue.Toc,
	label.Running: issue.RunningHead, label.Section: issue.Opener, label.Kicker: issue.Kicker, label.Title: issue.Title, label.Subtitle: issue.Subtitle,
	label.Byline: issue.Byline, label.Lead: issue.Standfirst, label.Abstract: issue.Abstract, label.Heading: issue.Heading, label.Paragraph: issue.Paragraph,
	label.Caption: issue.Caption, label.Quote: issue.PullQuote, label.Note: issue.Note, label.Jump: issue.Jump, label.Box: issue.Box, label.List: issue.List,
	label.Code: issue.Code, label.Table: issue.Table, label.Verse: issue.Poem, label.Notice: issue.Notice, label.Inline: issue.Paragraph,
	label.Affiliation: issue.Affiliation, label.Source: issue.SourceNote, label.Editor: issue.Editor,
}

// block makes a block of a piece.
func (t *text) block(p *piece) issue.Block {
	b := issue.Block{Kind: kinds[p.kind], Lines: t.lines(p.rows), Level: p.level, Why: p.why}
	switch p.kind {
	case label.List:
		b.Text = t.items(p.rows)
	case label.Code, label.Table, label.Notice, label.Colophon:
		b.Text = t.kept(p.rows)
	case label.Verse:
		b.Text = t.stanzas(p.rows)
	case label.Box:
		b.Text = t.boxed(p.rows)
	default:
		b.Text = t.joined(p.rows)
	}
	switch b.Kind {
	case issue.Note:
		b.Kind = noteKind(b.Text)
	case issue.RunningHead:
		if !hasLetters(b.Text) {
			b.Kind = issue.PageNumber
		}
	case issue.Paragraph:
		b.Form = formOf(b.Text)
		if f := t.rows[p.rows[0]].Fact; f != nil && f.Role == source.QuoteRole && b.Form == issue.Plain {
			b.Form = issue.Quotation
		}
		b.Lead = t.runIn(p, b.Text)
	}
	return b
}

// runIn gives the opening that a manuscript sets in a bolder face than the rest
// of the paragraph: a heading that is run in.
func (t *text) runIn(p *piece, text string) string {
	const longest = 24 // runes; more is emphasis
	f := t.rows[p.rows[0]].Fact
	if f == nil || f.Role != source.ParagraphRole || f.Lead == 0 || f.Lead > longest {
		return ""
	}
	r := t.rows[p.rows[0]]
	lead := []rune(r.Text)
	lead = lead[:min(max(0, f.Lead-r.Inset), len(lead))]
	s := normal.Text(string(lead))
	if s == "" || s == text || !strings.HasPrefix(text, s) {
		return ""
	}
	return s
}

// kept gives rows that keep their lines, with the blanks that set lines in
// against each other.
func (t *text) kept(is []int) string {
	least := t.rows[is[0]].Cells
	for _, i := range is {
		least = min(least, t.rows[i].Cells)
	}
	out := make([]string, len(is))
	for n, i := range is {
		out[n] = strings.Repeat(" ", t.rows[i].Cells-least) + normalLine(t.rows[i].Text)
	}
	return strings.Join(out, "\n")
}

// boxed gives a box's text with its title on a line of its own: a short row
// that does not end as a sentence does.
func (t *text) boxed(is []int) string {
	const longest = 20 // runes
	title := t.row(is[0])
	if len(is) == 1 || runeCount(title) > longest || strings.ContainsRune("。！？!?…，、", fold.LastRune(title)) {
		return t.joined(is)
	}
	return title + "\n" + t.joined(is[1:])
}

// normalLine keeps a line of code or of a table as it came, but for blanks that
// only a PDF writes.
func normalLine(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

// stanzas keeps the lines of verse, and a blank line where more stands between
// two than between most, or where the document says that a stanza begins.
func (t *text) stanzas(is []int) string {
	least := -1
	for _, i := range is[1:] {
		if b := t.rows[i].Blank; least < 0 || b < least {
			least = b
		}
	}
	pitch := t.pitch(is)
	var b strings.Builder
	for n, i := range is {
		if n > 0 {
			b.WriteByte('\n')
			if f := t.rows[i].Fact; t.rows[i].Blank > least || f != nil && f.Stanza || pitch > 0 && t.gap(is[n-1], i) > wideGap*pitch {
				b.WriteByte('\n')
			}
		}
		b.WriteString(t.row(i))
	}
	return b.String()
}

// wideGap is how much more than a line's pitch lies between two stanzas at the
// least: leading itself is seldom uneven by a fifth.
const wideGap = 1.2

// gap is the way down from one row to the next, 0 where no page tells.
func (t *text) gap(i, j int) float32 {
	a, b := t.rows[i].Fact, t.rows[j].Fact
	if a == nil || b == nil || a.Page != b.Page || b.Y0 < a.Y0 {
		return 0
	}
	return b.Y0 - a.Y0
}

// pitch is the middle way from a line to the next.
func (t *text) pitch(is []int) float32 {
	var gaps []float32
	for n := 1; n < len(is); n++ {
		if g := t.gap(is[n-1], is[n]); g > 0 {
			gaps = append(gaps, g)
		}
	}
	if len(gaps) == 0 {
		return 0
	}
	slices.Sort(gaps)
	return gaps[len(gaps)/2]
}

var bullet = regexp.MustCompile(`^(?:[·•●■◆○□▪◦–*-]|[（(]?\d{1,3}[.．、）)]|[（(]?[一二三四五六七八九十]{1,3}[、）)]|[①-⑳])\s*`)

// items keeps a list's items a line each. A row without the sign that the
// list's first has goes on with the item before it.
func (t *text) items(is []int) string {
	signed := bullet.MatchString(t.rows[is[0]].Text)
	out := ""
	before := ""
	for _, i := range is {
		s := t.row(i)
		switch {
		case out == "":
		case signed && !bullet.MatchString(t.rows[i].Text):
			out += normal.Join(before, s)
		default:
			out += "\n"
		}
		out += s
		before = s
	}
	return out
}

// noteKind tells editors' marks, sources, authors' particulars and references
// from other notes, by their first words.
func noteKind(s string) issue.Kind {
	s = strings.TrimLeft(strings.TrimSpace(s), "（([［【＊*※")
	s = strings.TrimSpace(s)
	for _, c := range []struct {
		heads []string
		kind  issue.Kind
	}{{fold.EditorHeads, issue.Editor}, {sourceHeads, issue.SourceNote}, {bioHeads, issue.Affiliation}, {refHeads, issue.Reference}} {
		if _, _, ok := fold.CutHead(s, c.heads); ok {
			return c.kind
		}
	}
	if reference.MatchString(s) {
		return issue.Reference
	}
	return issue.Note
}

// A reference names a kind of work by a letter in brackets (GB/T 7714): [J], [M].
var reference = regexp.MustCompile(`^\d{1,3}[\]］].*[\[［][JMCDNRPSGZ](?:/OL)?[\]］]`)

var (
	asks    = regexp.MustCompile(`^(?:问|問|记者|記者|本刊|采访者|Q)\s*[：:]`)
	answers = regexp.MustCompile(`^(?:答|A)\s*[：:]`)
)

// formOf tells the turns of an interview.
func formOf(s string) issue.Form {
	switch {
	case asks.MatchString(s):
		return issue.Question
	case answers.MatchString(s):
		return issue.Answer
	}
	return issue.Plain
}

// cutEndMarks takes the end marks off the articles, where more than one has the
// same: a lone square may belong to the text. The row keeps its mark in the source.
func cutEndMarks(t *text, articles []*article) {
	last := map[int]string{} // rows that close articles
	count := map[string]int{}
	for _, a := range articles {
		for _, p := range slices.Backward(a.pieces) {
			if p.kind != label.Paragraph {
				continue
			}
			i := p.rows[len(p.rows)-1]
			s := t.row(i)
			if bare := fold.CutEndMark(s); bare != s {
				mark := strings.TrimSpace(s[len(bare):])
				last[i] = mark
				count[mark]++
			}
			break
		}
	}
	for i, mark := range last {
		if count[mark] > 1 || runeCount(mark) > 1 {
			t.cut[i] = fold.CutEndMark(t.row(i))
		}
	}
}

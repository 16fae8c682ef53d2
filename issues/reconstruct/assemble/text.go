package assemble

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
)

// A text is the rows of an issue and what each of them is.
type text struct {
	rows   []rows.Row
	labels []label.Label
	cut    map[int]string // of rows that lost a mark (下转第8页, an end mark): what is printed
}

func newText(rs []rows.Row, ls []label.Label) *text {
	t := &text{rows: make([]rows.Row, len(rs)), labels: ls, cut: map[int]string{}}
	for i, r := range rs {
		r.Text = normal.Forms(r.Text)
		t.rows[i] = r
	}
	if len(ls) != len(rs) { // a row without a label is text
		t.labels = make([]label.Label, len(rs))
		for i := copy(t.labels, ls); i < len(rs); i++ {
			t.labels[i] = label.Label{Kind: label.Paragraph, Begins: true}
		}
	}
	return t
}

// row gives row i as it is printed.
func (t *text) row(i int) string {
	if s, ok := t.cut[i]; ok {
		return s
	}
	return normal.Text(closeUp(t.rows[i].Text))
}

// joined gives rows that are one text.
func (t *text) joined(is []int) string {
	var b strings.Builder
	before := ""
	for _, i := range is {
		s := t.row(i)
		b.WriteString(normal.Join(before, s))
		b.WriteString(s)
		before = s
	}
	return b.String()
}

// raw gives rows as they came, a line each.
func (t *text) raw(is []int) string {
	out := make([]string, len(is))
	for n, i := range is {
		out[n] = t.rows[i].Text
	}
	return strings.Join(out, "\n")
}

func (t *text) lines(is []int) []int {
	out := make([]int, len(is))
	for n, i := range is {
		out[n] = t.rows[i].Line
	}
	return out
}

// closeUp takes the blanks out of a line whose letters were set apart:
// 「 译 」U n s a f e is 「译」Unsafe. Where words stood apart by more than one
// blank, one is left.
func closeUp(s string) string {
	const few = 6 // letters: fewer may be initials, or the choices of a question
	single := 0
	words := strings.Fields(s)
	for _, w := range words {
		if utf8.RuneCountInString(w) == 1 {
			single++
		}
	}
	if len(words) < few || 5*single < 4*len(words) {
		return s
	}
	parts := strings.Split(strings.ReplaceAll(s, "\u3000", "  "), "  ")
	for i, p := range parts {
		parts[i] = strings.Join(strings.Fields(p), "")
	}
	return strings.Join(strings.FieldsFunc(strings.Join(parts, "\x00"), func(r rune) bool { return r == 0 }), " ")
}

func hasLetters(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

func runeCount(s string) int { return utf8.RuneCountInString(s) }

package epub

import (
	"strings"
	"unicode"
)

// legal says whether XML 1.0 can hold the character (production Char), and
// whether it means anything: noncharacters are for a program's own use.
func legal(r rune) bool {
	switch {
	case r == '\t' || r == '\n':
		return true
	case r < 0x20, r >= 0x7F && r < 0xA0, r >= 0xD800 && r < 0xE000, r > 0x10FFFF:
		return false
	case r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF:
		return false
	}
	return true
}

// put writes a character as XML text or attribute value.
func put(b *strings.Builder, r rune) {
	switch {
	case r == '&':
		b.WriteString("&amp;")
	case r == '<':
		b.WriteString("&lt;")
	case r == '>':
		b.WriteString("&gt;")
	case r == '"':
		b.WriteString("&quot;")
	case !legal(r):
		b.WriteRune('\uFFFD')
	default:
		b.WriteRune(r)
	}
}

func escape(s string) string {
	var b strings.Builder
	for _, r := range s {
		put(&b, r)
	}
	return b.String()
}

// A span is a stretch of a block's text, in runes, that an element encloses.
type span struct {
	from, to    int
	open, close string
}

// A mark is an empty element that stands before a rune.
type mark struct {
	at   int
	text string
}

// A run is a block's text with what stands in and around it.
type run struct {
	text  []rune
	lead  int    // runes of the run-in heading
	spans []span // sorted; none overlaps another or crosses the lead's end
	marks []mark // sorted
}

// write gives the run as XHTML phrasing content. A line end becomes <br/>.
func (t run) write(b *strings.Builder) {
	if t.lead > 0 {
		b.WriteString(t.leadTag())
	}
	spans, marks, closing := t.spans, t.marks, span{to: -1}
	for i, r := range t.text {
		if i == closing.to {
			b.WriteString(closing.close)
		}
		if t.lead > 0 && i == t.lead {
			b.WriteString("</strong>")
		}
		for len(marks) > 0 && marks[0].at <= i {
			b.WriteString(marks[0].text)
			marks = marks[1:]
		}
		if len(spans) > 0 && spans[0].from == i {
			closing, spans = spans[0], spans[1:]
			b.WriteString(closing.open)
		}
		if r == '\n' {
			b.WriteString("<br/>")
			continue
		}
		put(b, r)
	}
	if closing.to == len(t.text) {
		b.WriteString(closing.close)
	}
	if t.lead > 0 && t.lead >= len(t.text) {
		b.WriteString("</strong>")
	}
	for _, m := range marks {
		b.WriteString(m.text)
	}
}

// leadTag opens the run-in heading. One that ends in a letter would run into the
// text after it, and has the style sheet set it apart.
func (t run) leadTag() string {
	at := min(t.lead, len(t.text))
	if at < len(t.text) && isWord(t.text[at-1]) && isWord(t.text[at]) {
		return `<strong class="lead apart">`
	}
	return `<strong class="lead">`
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// String gives the run as XHTML.
func (t run) String() string {
	var b strings.Builder
	t.write(&b)
	return b.String()
}

// addSpans merges further spans in, which must be sorted; one that overlaps
// another or crosses the end of the lead is left out.
func (t *run) addSpans(more []span) {
	merged := make([]span, 0, len(t.spans)+len(more))
	old := t.spans
	for _, s := range more {
		for len(old) > 0 && old[0].to <= s.from {
			merged, old = append(merged, old[0]), old[1:]
		}
		clear := len(old) == 0 || s.to <= old[0].from
		if n := len(merged); n > 0 && s.from < merged[n-1].to {
			clear = false
		}
		if clear && (t.lead == 0 || s.to <= t.lead || s.from >= t.lead) {
			merged = append(merged, s)
		}
	}
	t.spans = append(merged, old...)
}

package epub

import (
	"slices"
	"strings"
	"unicode"

	"kanyin/issues/script"
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
	spans []span // in any order; of two that cross each other the first wins
	marks []mark // sorted
	pre   bool   // line ends stay as they are
}

// write gives the run as XHTML phrasing content. A line end becomes <br/>.
func (t run) write(b *strings.Builder) {
	spans, marks := nest(t.spans), t.marks
	var open []span
	shut := func(i int) {
		for n := len(open); n > 0 && open[n-1].to == i; n-- {
			b.WriteString(open[n-1].close)
			open = open[:n-1]
		}
	}
	for i, r := range t.text {
		shut(i)
		for len(marks) > 0 && marks[0].at <= i {
			b.WriteString(marks[0].text)
			marks = marks[1:]
		}
		for len(spans) > 0 && spans[0].from == i {
			open = append(open, spans[0])
			b.WriteString(spans[0].open)
			spans = spans[1:]
		}
		if r == '\n' && !t.pre {
			b.WriteString("<br/>")
			continue
		}
		put(b, r)
	}
	shut(len(t.text))
	for _, m := range marks {
		b.WriteString(m.text)
	}
}

// nest sorts spans so that the outer comes before the inner, and leaves out
// those that cross one that was given before them.
func nest(spans []span) []span {
	order := make([]int, 0, len(spans))
	for i, s := range spans {
		if s.from < s.to {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if d := spans[a].from - spans[b].from; d != 0 {
			return d
		}
		return spans[b].to - spans[a].to
	})
	out := make([]bool, len(spans))
	var open []int
	for _, i := range order {
		s := spans[i]
		for n := len(open); n > 0; n = len(open) {
			top := open[n-1]
			if spans[top].to <= s.from {
				open = open[:n-1]
				continue
			}
			if s.to <= spans[top].to {
				break
			}
			if top < i { // it was given first
				out[i] = true
				break
			}
			out[top], open = true, open[:n-1]
		}
		if !out[i] {
			open = append(open, i)
		}
	}
	nested := make([]span, 0, len(order))
	for _, i := range order {
		if !out[i] {
			nested = append(nested, spans[i])
		}
	}
	return nested
}

// part gives the runes of the run from one to another, with what stands in them
// whole.
func (t run) part(from, to int) run {
	out := run{text: t.text[from:to]}
	for _, s := range t.spans {
		if s.from >= from && s.to <= to {
			s.from, s.to = s.from-from, s.to-from
			out.spans = append(out.spans, s)
		}
	}
	for _, m := range t.marks {
		if m.at >= from && (m.at < to || to == len(t.text)) {
			m.at -= from
			out.marks = append(out.marks, m)
		}
	}
	return out
}

// split parts the run; a mark between two parts goes to the one behind it.
func (t run) split(parts []stretch) []run {
	marks := slices.Clone(t.marks)
	for i := range marks {
		for _, p := range parts {
			if marks[i].at < p.to || p == parts[len(parts)-1] {
				marks[i].at = min(max(marks[i].at, p.from), p.to)
				break
			}
		}
	}
	t.marks = marks
	out := make([]run, len(parts))
	for i, p := range parts {
		out[i] = t.part(p.from, p.to)
		if i == len(parts)-1 {
			for _, m := range marks {
				if m.at == p.to && p.to < len(t.text) {
					out[i].marks = append(out[i].marks, mark{p.to - p.from, m.text})
				}
			}
		}
	}
	return out
}

// lead sets the first n runes as the run-in heading. One that ends in a letter
// would run into the text after it, and has the style sheet set it apart.
func (t *run) lead(n int) {
	if n == 0 {
		return
	}
	class := "lead"
	if n < len(t.text) && isWord(t.text[n-1]) && isWord(t.text[n]) {
		class = "lead apart"
	}
	t.add(span{0, n, `<strong class="` + class + `">`, "</strong>"})
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// String gives the run as XHTML.
func (t run) String() string {
	var b strings.Builder
	t.write(&b)
	return b.String()
}

// mark adds empty elements; those that stand in one place keep their order.
func (t *run) mark(more []mark) {
	if len(more) == 0 {
		return
	}
	t.marks = append(t.marks[:len(t.marks):len(t.marks)], more...)
	slices.SortStableFunc(t.marks, func(a, b mark) int { return a.at - b.at })
}

// speak marks what a reading voice has to know: the runs of other languages and
// scripts in a text of that direction.
func (t *run) speak(around script.Direction) {
	t.add(foreign(t.text, around.Language)...)
	t.add(inScripts(t.text, around)...)
}

// inDirection gives a text with its runs of other scripts marked.
func inDirection(text string, book script.Direction) string {
	t := run{text: []rune(text)}
	t.speak(script.Of(text, book))
	return t.String()
}

func (t *run) add(more ...span) { t.spans = append(t.spans, more...) }

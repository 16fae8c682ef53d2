package epub

import (
	"fmt"
	"strings"

	"kanyin/issues/script"
)

// kept writes a text that keeps its lines and blanks: a program, or a table
// whose cells nobody could tell apart.
func (w *articleWriter) kept(i int) {
	t := run{text: []rune(w.article.Blocks[i].Text), marks: w.breaks[i], pre: true}
	fmt.Fprintf(&w.b, "<pre class=\"%s\"><code>%s</code></pre>\n", w.article.Blocks[i].Kind, t)
}

// parts writes the parts of a block, which a separator parts, an element each,
// inside another.
func (w *articleWriter) parts(i int, separator, open, name, attributes, shut string) {
	b := &w.article.Blocks[i]
	texts := strings.Split(b.Text, separator)
	ranges := make([]stretch, len(texts))
	at := 0
	for n, text := range texts {
		ranges[n] = stretch{at, at + len([]rune(text))}
		at = ranges[n].to + len([]rune(separator))
	}
	w.line(open)
	for n, part := range w.run(i).split(ranges) {
		dir := inWhich(script.Of(texts[n], w.book), w.book)
		fmt.Fprintf(&w.b, "<%s%s%s>%s</%s>\n", name, attributes, dir, part, name)
	}
	w.line(shut)
}

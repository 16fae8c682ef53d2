package houses

import (
	"fmt"
	"strings"

	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
	"kanyin/issues/source"
)

// A House is an issue with the truth about its lines.
type House struct {
	Name     string
	File     *source.File
	Labels   []Label // one a line of File
	Articles []Article
}

// A Label is what one line is, and whose.
type Label struct {
	Known   bool // false for blank lines, and for lines about which a careful reader may have two opinions
	Kind    label.Kind
	Article int // from 1; 0 where the line belongs to no article. Of a row of the contents: the article that it announces
	Block   int // from 1, in the article's running text; 0 for its head
}

// An Article is what was set.
type Article struct {
	Section, Title, Subtitle string
	Authors                  []string
	Blocks                   []Block
}

// A Block is a piece of an article's text, clean.
type Block struct {
	Kind label.Kind
	Text string
}

// Of gives the label of the source's line n, from 1, and whether it is known.
func (h *House) Of(n int) (Label, bool) {
	if n < 1 || n > len(h.Labels) {
		return Label{}, false
	}
	return h.Labels[n-1], h.Labels[n-1].Known
}

// Text gives the lines as a dump, with a form feed before each page but the first.
func (h *House) Text() string {
	var b strings.Builder
	next := 0
	for i, l := range h.File.Lines {
		for next < len(h.File.Pages) && h.File.Pages[next] <= i+1 {
			b.WriteString("\f")
			next++
		}
		b.WriteString(l + "\n")
	}
	return b.String()
}

// Rows gives the house's rows that are known, with their labels. A row begins a
// block unless the last row of its kind was of the same one, whatever stood
// between.
func (h *House) Rows() ([]rows.Row, []label.Label) {
	var kept []rows.Row
	var labels []label.Label
	last := map[label.Kind]Label{}
	for _, r := range rows.Of(h.File) {
		l, ok := h.Of(r.Line)
		if !ok {
			continue
		}
		before, seen := last[l.Kind]
		kept = append(kept, r)
		labels = append(labels, label.Label{Kind: l.Kind, Begins: !seen || before != l})
		last[l.Kind] = l
	}
	return kept, labels
}

// String prints the house as a person reads it: a line's label, then the line.
func (h *House) String() string {
	var b strings.Builder
	for i, text := range h.File.Lines {
		l := h.Labels[i]
		switch {
		case strings.TrimSpace(text) == "":
			b.WriteString("\n")
		case !l.Known:
			fmt.Fprintf(&b, "%-16s        %s\n", "?", text)
		default:
			fmt.Fprintf(&b, "%-16s %3d %3d %s\n", l.Kind, l.Article, l.Block, text)
		}
	}
	return b.String()
}

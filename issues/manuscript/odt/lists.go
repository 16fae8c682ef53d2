package odt

import (
	"strconv"
	"strings"

	"kanyin/issues/manuscript/count"
	"kanyin/issues/manuscript/tree"
)

// list reads a list, whose numbers its style writes.
func (r *reader) list(n *tree.Node, at around) {
	inner := at
	inner.depth++
	if name := n.Attr("style-name"); name != "" {
		inner.list = name
	}
	if inner.depth > 9 {
		r.blocks(n, at)
		return
	}
	counted := r.counted[inner.list]
	if counted == nil || inner.depth == 1 && n.Attr("continue-numbering") != "true" && n.Attr("continue-list") == "" {
		counted = &[10]int{}
		r.counted[inner.list] = counted
	}
	counted[inner.depth] = 0
	if n.Attr("continue-numbering") == "true" || n.Attr("continue-list") != "" {
		counted[inner.depth] = counted[0] // kept from the list before
	}
	for _, c := range n.Children {
		switch c.Name {
		case "list-item":
			inner.mark, inner.item = r.mark(inner.list, inner.depth, counted), true
			r.blocks(c, inner)
		case "list-header":
			inner.mark, inner.item = "", false
			r.blocks(c, inner)
		}
	}
	if inner.depth == 1 {
		counted[0] = counted[1]
	}
}

// mark writes the next number of a list.
func (r *reader) mark(list string, depth int, counted *[10]int) string {
	counted[depth]++
	if s := r.lists[list]; s != nil {
		for _, l := range s.Children {
			if l.Attr("level") != strconv.Itoa(depth) || l.Name != "list-level-style-number" {
				continue
			}
			n := counted[depth]
			if start, err := strconv.Atoi(l.Attr("start-value")); err == nil {
				n += start - 1
			}
			mark := l.Attr("num-prefix") + write(n, l.Attr("num-format")) + l.Attr("num-suffix")
			if mark != "" && mark[len(mark)-1] < 0x80 {
				mark += " "
			}
			return mark
		}
	}
	return "• "
}

// write writes a number in a format of ODF, whose formats are samples.
func write(n int, format string) string {
	switch {
	case format == "":
		return ""
	case strings.HasPrefix(format, "一"):
		return count.Chinese(n)
	case strings.HasPrefix(format, "壹"):
		return count.Write(n, "chineseLegalSimplified")
	case strings.HasPrefix(format, "甲"):
		return count.Write(n, "ideographTraditional")
	case strings.HasPrefix(format, "子"):
		return count.Write(n, "ideographZodiac")
	case strings.HasPrefix(format, "①"):
		return count.Circled(n)
	case strings.HasPrefix(format, "１"):
		return count.Write(n, "decimalFullWidth")
	}
	return count.Write(n, map[string]string{"i": "lowerRoman", "I": "upperRoman", "a": "lowerLetter", "A": "upperLetter"}[format])
}

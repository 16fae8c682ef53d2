package manuscript

import (
	"strings"
	"unicode/utf8"
)

// OfText makes a manuscript of a plain text that is one article: its title on
// the first line, and paragraphs that are lines or that blank lines or indents
// part.
func OfText(lines []string) *Document {
	d := &Document{}
	wrapped := isWrapped(lines)
	var p Paragraph
	for i, l := range lines {
		if strings.TrimSpace(l) == "" {
			d.Add(p)
			p = Paragraph{}
			continue
		}
		if len(p.Lines) > 0 && (!wrapped || indented(l) || short(lines[i-1])) {
			d.Add(p)
			p = Paragraph{}
		}
		p.Lines = append(p.Lines, l)
	}
	d.Add(p)
	return d
}

func indented(l string) bool {
	return strings.HasPrefix(l, "\u3000") || strings.HasPrefix(l, "  ") || strings.HasPrefix(l, "\t")
}

// short tells a line that fills no measure: a title, a name.
func short(l string) bool {
	const narrow = 12 // runes: no column of text is narrower
	return utf8.RuneCountInString(strings.TrimSpace(l)) < narrow
}

// isWrapped tells a text whose lines end at a margin and not with paragraphs:
// more than half of the long ones end inside a sentence.
func isWrapped(lines []string) bool {
	open, all := 0, 0
	for _, l := range lines {
		if l = strings.TrimSpace(l); short(l) {
			continue
		}
		all++
		if last, _ := utf8.DecodeLastRuneInString(l); !strings.ContainsRune("。！？!?…”」』）)：:；", last) {
			open++
		}
	}
	return 2*open > all
}

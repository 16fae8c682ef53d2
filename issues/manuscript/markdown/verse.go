package markdown

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"kanyin/issues/manuscript"
	"kanyin/issues/source"
)

const (
	verseLine  = 18 // runes: two halves of seven with their marks, and a little more
	verseLines = 2  // a line alone is a saying
	verseSpan  = 2  // times the shortest line that the longest is at most: prose that was cut is less even
)

// verse reads a quotation as verse, if it is: nothing but lines that their author
// ended, all of them short. CommonMark has no other way of writing verse. Prose in a
// file with short lines ends somewhere else than at its marks, so each line must
// end with one.
func (r *reader) verse(n ast.Node) bool {
	var stanzas [][]string
	least, most := verseLine, 0
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if _, ok := c.(*ast.Paragraph); !ok {
			return false
		}
		var lines []string
		for _, l := range strings.Split(strings.TrimSpace(r.lines(c)), "\n") {
			l = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(l), "\\"))
			if strings.ContainsAny(l, "*_`[]<&!") || utf8.RuneCountInString(l) > verseLine || !verseEnd(l) {
				return false
			}
			lines = append(lines, l)
			least, most = min(least, utf8.RuneCountInString(l)), max(most, utf8.RuneCountInString(l))
		}
		if len(lines) < verseLines {
			return false
		}
		stanzas = append(stanzas, lines)
	}
	if most > least*verseSpan {
		return false
	}
	for n, lines := range stanzas {
		for k, l := range lines {
			r.doc.Add(manuscript.Paragraph{Lines: []string{l}, Role: source.VerseRole, Stanza: n > 0 && k == 0})
		}
	}
	return len(stanzas) > 0
}

// verseEnd reports whether a line ends with a mark that verse ends lines with.
func verseEnd(l string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(l, "”’」』"))
	return strings.ContainsRune("，。；：！？、…—", last)
}

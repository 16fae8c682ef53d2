package source

import (
	"strings"
	"unicode"
)

// splitLines cuts text at LF, CRLF and lone CR, as editors count lines. A text
// that has none of them but U+2028, U+2029 or U+0085 is cut at those.
//
// A form feed is a page edge and no line end. It is taken out and its line
// remembered as the first of a page; where text stands before it in its line,
// the page begins with the next line, since nothing is split.
func splitLines(text string) (lines []string, pages []int) {
	if !strings.ContainsAny(text, "\r\n") {
		text = strings.NewReplacer("\u2028", "\n", "\u2029", "\n", "\u0085", "\n").Replace(text)
	}
	page := 0 // the line of the last page edge
	for len(text) > 0 {
		var line string
		line, text = cutLine(text)
		n := len(lines) + 1
		if page == n {
			pages = append(pages, n)
		}
		if before, _, ok := strings.Cut(line, "\f"); ok {
			switch blank := strings.TrimSpace(before) == ""; {
			case !blank:
				page = n + 1
			case page != n:
				page = n
				pages = append(pages, n)
			}
			line = strings.Trim(line, "\f")
		}
		lines = append(lines, clean(line))
	}
	return lines, pages
}

// cutLine gives the first line without its end, and the rest.
func cutLine(text string) (line, rest string) {
	i := strings.IndexAny(text, "\r\n")
	if i < 0 {
		return text, ""
	}
	if strings.HasPrefix(text[i:], "\r\n") {
		return text[:i], text[i+2:]
	}
	return text[:i], text[i+1:]
}

// Clean makes a line of text that another reader took from a file.
func Clean(text string) string {
	return clean(strings.NewReplacer("\n", " ", "\r", " ").Replace(strings.ToValidUTF8(text, "\uFFFD")))
}

// clean keeps a line as it is unless it holds what no line should: control
// characters and separators become spaces, so that they part what they parted
// and harm nothing; U+FEFF is a mark and no character, and is dropped.
func clean(line string) string {
	if strings.IndexFunc(line, isHarmful) < 0 {
		return line
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\uFEFF':
			return -1
		case isHarmful(r):
			return ' '
		}
		return r
	}, line)
}

// isHarmful holds of what neither XML nor a page can carry.
func isHarmful(r rune) bool {
	return r != '\t' && unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\uFEFF' || r == '\uFFFE' || r == '\uFFFF'
}

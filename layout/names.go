package layout

import (
	"strings"
	"unicode/utf8"

	"kanyin/issues/issue"
)

// spacesNames reports whether the issue spaces names of two characters to
// three: 燕　雁 beside 胡小燕.
func spacesNames(iss *issue.Issue) bool {
	for _, h := range iss.House {
		if h.Name == spacedNames {
			return true
		}
	}
	return false
}

// spacedNames is the habit's name.
const spacedNames = "spaced-names"

// spaceNames widens the names of two ideographs in a byline by one em. The
// space is an advance, no character.
func (c *composer) spaceNames(s *setting, text string, authors []string) {
	if !c.spaced || len(s.lines) != 1 {
		return
	}
	widen := map[int]bool{}
	for _, name := range authors {
		at := strings.Index(text, name)
		if at >= 0 && utf8.RuneCountInString(name) == 2 {
			widen[utf8.RuneCountInString(text[:at])] = true
		}
	}
	line, n, shift := &s.lines[0], 0, Length(0)
	for r := range line.Runs {
		run := &line.Runs[r]
		run.X += shift
		for k := range run.Runes {
			if widen[n] {
				run.Advances[k] += run.Size
				shift += run.Size
			}
			n++
		}
	}
	line.Width += shift
}

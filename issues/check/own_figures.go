package check

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
)

// linesWith gives the first source lines that hold s, widths aside.
func (pr *proof) linesWith(s string) []int {
	const few = 4
	key := normal.Key(s)
	var lines []int
	for _, b := range pr.outside() {
		for _, n := range b.Lines {
			if len(lines) < few && strings.Contains(normal.Key(pr.Source.Line(n)), key) {
				lines = append(lines, n)
			}
		}
	}
	return lines
}

// outside gives the blocks of the front and what was dropped: where an issue
// speaks of itself.
func (pr *proof) outside() []issue.Block {
	return append(append([]issue.Block{}, pr.Front...), pr.Dropped...)
}
